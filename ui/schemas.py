"""What the service answers, as types. Unknown fields are ignored, so that the service can grow."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Role = Literal["participant", "trainer", "dpo", "admin"]
AttemptStatus = Literal["running", "complete", "cancelled", "failed"]


class _Answer(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, protected_namespaces=())


class Account(_Answer):
    """The signed-in account."""

    id: str | int
    role: Role
    name: str


class Workshop(_Answer):
    """A dated group; the counts and the join code are filled for trainers only."""

    id: str | int
    title: str
    starts_on: date
    ends_on: date
    retention_until: date
    join_code: str | None = None
    participants: int | None = None
    attempts: int | None = None


class Session(_Answer):
    """Who is signed in, in which workshop, until when."""

    account: Account
    workshop: Workshop | None = None
    expires_at: datetime


class SetupInvitation(_Answer):
    """A one-time link that is still good, and the role it grants."""

    role: Role
    valid: bool = True


class ModelSummary(_Answer):
    """The model that answers."""

    name: str
    title: str
    parameters: int | str | None = None
    note: str = ""
    state: str = "ready"


class GuardVersions(_Answer):
    """Versions of the three parts of the guard."""

    policy: str = ""
    recognizers: str = ""
    tagger: str = ""


class ServiceInfo(_Answer):
    """What anyone may know about this installation."""

    model: ModelSummary
    guard: GuardVersions = GuardVersions()
    prompt_limit: int = 4000
    retention_days: int | None = None
    version: str = ""


class ExerciseSummary(_Answer):
    """One line of the list of exercises, with the participant's own progress."""

    id: str
    version: str | int
    module: str
    module_title: str
    title: str
    kind: str
    minutes: int
    summary: str = ""
    attempts: int = 0
    reflected: bool | int = False


class ReflectionQuestion(_Answer):
    """A question that the participant answers in their own words."""

    id: str
    question: str
    help: str | None = ""


class ExerciseCheck(_Answer):
    """A check that will be computed on the draft."""

    id: str = ""
    title: str


class Exercise(ExerciseSummary):
    """One exercise in full."""

    background: str = ""
    case: str | None = None
    assignment: str = ""
    hint: str | None = ""
    reflection: tuple[ReflectionQuestion, ...] = ()
    prompt_limit: int = 4000
    material_limit: int | None = None
    needs_material: bool = False
    checks: tuple[ExerciseCheck | str, ...] = ()

    @property
    def check_titles(self) -> tuple[str, ...]:
        """Titles of the checks, in their order."""
        return tuple(check if isinstance(check, str) else check.title for check in self.checks)


class Finding(_Answer):
    """A span held for personal data; offsets are code points of the original and of the redacted text."""

    start: int
    end: int
    entity: str
    label: str
    placeholder: str
    reason: str = ""
    score: float = 0.0
    recognizer: str = ""
    text_length: int = 0
    redacted_start: int = 0
    redacted_end: int = 0
    action: str = "redact"


class SentFinding(Finding):
    """A finding in a text that was sent, with the field it stood in."""

    source: str = "prompt"


class PlaceToCheck(_Answer):
    """A place that the guard warns of and leaves as it is; offsets are code points of the original."""

    start: int
    end: int
    category: str
    label: str
    explanation: str


class Preview(_Answer):
    """What the guard would send in place of a text."""

    redacted: str
    findings: tuple[Finding, ...] = ()
    language: str = "de"
    blocked: tuple[Finding, ...] = ()
    warnings: tuple[PlaceToCheck, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether the policy forbids to send this text at all."""
        return bool(self.blocked)


class MarkedPlace(_Answer):
    """A place of a text that a person holds for personal data, in code points."""

    start: int
    end: int
    entity: str


class GuardMark(_Answer):
    """What someone said about the guard, without the value."""

    id: str
    verdict: Literal["missed", "wrong"]
    entity: str
    label: str = ""
    before: str = ""
    build: str = ""
    after: str = ""
    recognizer: str = ""
    status: Literal["open", "accepted", "rejected"] = "open"
    reason: str = ""
    created_at: datetime


class MarkCount(_Answer):
    """How often a kind was marked."""

    entity: str
    label: str = ""
    missed: int = 0
    wrong: int = 0


class GuardMarks(_Answer):
    """All marks, their counts, and the number of examples."""

    marks: tuple[GuardMark, ...] = ()
    counts: tuple[MarkCount, ...] = ()
    examples: int = 0


class StoredFinding(_Answer):
    """A finding as it is stored: its kind and length, never its value."""

    source: str = "prompt"
    entity: str
    label: str = ""
    text_length: int = 0
    score: float = 0.0


class CheckResult(_Answer):
    """What a check found in a draft, with its evidence."""

    id: str
    title: str
    status: Literal["ok", "hint", "missing"]
    message: str = ""
    items: tuple[str, ...] = ()


class LogView(_Answer):
    """Someone looked at an attempt."""

    role: str
    at: datetime
    last_at: datetime | None = None
    count: int = 1
    who: str = ""


class AttemptSummary(_Answer):
    """One line of the list of own attempts."""

    id: str | int
    exercise_id: str
    exercise_title: str = ""
    number: int
    status: AttemptStatus
    created_at: datetime
    reflected: bool | None = None


class Participant(_Answer):
    """A participant as the trainer sees them."""

    id: str | int
    pseudonym: str
    attempts: int = 0
    reflected: int = 0
    last_at: datetime | None = None


class Energy(_Answer):
    """An estimate of what an answer took."""

    watt_seconds: float
    method: str


class Attempt(AttemptSummary):
    """One attempt in full; every text in it is redacted."""

    exercise_version: str | int = ""
    prompt: str
    material: str | None = None
    answer: str = ""
    findings: tuple[StoredFinding, ...] = ()
    checks: tuple[CheckResult, ...] = ()
    reflection: dict[str, str] = Field(default_factory=dict)
    versions: dict[str, Any] = Field(default_factory=dict)
    model: ModelSummary | None = None
    seconds: float | None = None
    tokens: int | None = None
    energy: Energy | None = None
    finish_reason: str | None = None
    views: tuple[LogView, ...] = ()
    participant: Participant | None = None

    @property
    def has_reflection(self) -> bool:
        """Whether at least one reflection question is answered."""
        return any(text.strip() for text in self.reflection.values())


class PromptLog(_Answer):
    """The redacted attempts of a workshop."""

    workshop: Workshop
    participants: tuple[Participant, ...] = ()
    attempts: tuple[Attempt, ...] = ()


class Access(_Answer):
    """One look at the participant's own log."""

    at: datetime
    last_at: datetime | None = None
    count: int = 1
    role: str
    who: str = ""
    attempt_id: str | int | None = None
    exercise_title: str | None = None


class Actor(_Answer):
    """Who did something, as the audit trail names them."""

    id: str | int | None = None
    role: str = ""
    name: str | None = ""


class AuditEvent(_Answer):
    """One link of the audit trail."""

    seq: int
    at: datetime
    actor: Actor | None = None
    action: str
    action_label: str = ""
    subject: Any = None
    details: Any = None
    hash: str = ""
    previous_hash: str | None = ""


class AuditAction(_Answer):
    """A kind of entry."""

    action: str
    label: str = ""
    meaning: str = ""


class AuditPage(_Answer):
    """A part of the audit trail."""

    events: tuple[AuditEvent, ...] = ()
    total: int = 0
    actions: tuple[AuditAction, ...] = ()


class AuditVerification(_Answer):
    """Whether the chain of hashes is whole."""

    valid: bool
    checked: int
    first_broken: int | None = None
    head: str | None = ""


class PolicyRule(_Answer):
    """What the guard does with one kind of personal data."""

    entity: str
    label: str = ""
    action: str
    threshold: float | None = None


class Policy(_Answer):
    """The protection rules with their versions."""

    rules: tuple[PolicyRule, ...] = ()
    versions: GuardVersions = GuardVersions()
    allowed: int = 0
    denied: int = 0
    exercises: tuple[str, ...] = ()


class PolicyChange(_Answer):
    """One change against the policy in force."""

    sentence: str
    weakens: bool
    exercise_id: str = ""


class EntityEffect(_Answer):
    """What a policy changes for one kind of data in the evaluation corpus."""

    entity: str
    label: str = ""
    before: int = 0
    after: int = 0
    labelled: int = 0
    newly_missed: int = 0
    newly_found: int = 0


class PolicyExample(_Answer):
    """A place in the corpus where two policies differ. The documents are fictional."""

    document: str
    label: str = ""
    effect: str
    before: str = ""
    place: str = ""
    after: str = ""


class ScopeEffect(_Answer):
    """What a policy changes in the house, or in one exercise."""

    exercise_id: str = ""
    changed_documents: int = 0
    leaking_before: int = 0
    leaking_after: int = 0
    over_redacted_before: int = 0
    over_redacted_after: int = 0
    entities: tuple[EntityEffect, ...] = ()
    examples: tuple[PolicyExample, ...] = ()


class DryRun(_Answer):
    """What a policy changes on the evaluation corpus."""

    documents: int = 0
    labels: int = 0
    words: int = 0
    scopes: tuple[ScopeEffect, ...] = ()


class PolicyAssessment(_Answer):
    """What a policy would change."""

    identity: str
    weakens: bool
    changes: tuple[PolicyChange, ...] = ()
    unknown_exercises: tuple[str, ...] = ()
    dry_run: DryRun = DryRun()


class PolicyPerson(_Answer):
    """Someone who proposed or decided."""

    id: str
    name: str = ""


class PolicyDecision(_Answer):
    """The decision on a version."""

    kind: str
    by: PolicyPerson
    at: datetime
    reason: str = ""


class PolicyVersion(_Answer):
    """A proposed policy, with its dry run where it was asked for alone."""

    id: str
    number: int
    identity: str
    title: str = ""
    weakens: bool
    changes: tuple[PolicyChange, ...] = ()
    reason: str = ""
    proposed_by: PolicyPerson
    proposed_at: datetime
    status: str
    decision: PolicyDecision | None = None
    may_approve: bool = False
    may_reject: bool = False
    dry_run: DryRun = DryRun()


class PolicyInForce(_Answer):
    """The policy in force."""

    identity: str
    title: str = ""
    content: str
    source: str = ""
    number: int | None = None
    unknown_exercises: tuple[str, ...] = ()


class Policies(_Answer):
    """The policy in force and the history."""

    in_force: PolicyInForce
    versions: tuple[PolicyVersion, ...] = ()
    officers: int = 0


class Accepted(_Answer):
    """The service took the attempt and redacted it."""

    attempt_id: str | int
    number: int = 1
    prompt: str = ""
    material: str | None = None
    findings: tuple[SentFinding, ...] = ()


class Queued(_Answer):
    """Place in the queue, 1 is next, and about how many seconds until the answer begins."""

    position: int
    seconds: float | None = None


class TextPiece(_Answer):
    """Text of the answer, already through the guard."""

    text: str


class Done(_Answer):
    """The attempt is complete and stored."""

    attempt: Attempt


class Failed(_Answer):
    """The attempt ended with a problem; what had come so far is kept in `attempt`."""

    detail: str
    code: str = ""
    attempt: Attempt | None = None


AttemptEvent = Accepted | Queued | TextPiece | Done | Failed
