"""The policy in force, its history, and what a change would do."""

from __future__ import annotations

from datetime import datetime

from ui.schemas.base import Answer
from ui.schemas.service import GuardVersions


class PolicyRule(Answer):
    """What the guard does with one kind of personal data."""

    entity: str
    label: str = ""
    action: str
    threshold: float | None = None


class Policy(Answer):
    """The protection rules with their versions."""

    rules: tuple[PolicyRule, ...] = ()
    versions: GuardVersions = GuardVersions()
    allowed: int = 0
    denied: int = 0
    exercises: tuple[str, ...] = ()


class PolicyChange(Answer):
    """One change against the policy in force."""

    sentence: str
    weakens: bool
    exercise_id: str = ""


class EntityEffect(Answer):
    """What a policy changes for one kind of data in the evaluation corpus."""

    entity: str
    label: str = ""
    before: int = 0
    after: int = 0
    labelled: int = 0
    newly_missed: int = 0
    newly_found: int = 0


class PolicyExample(Answer):
    """A place in the corpus where two policies differ. The documents are fictional."""

    document: str
    label: str = ""
    effect: str
    before: str = ""
    place: str = ""
    after: str = ""


class ScopeEffect(Answer):
    """What a policy changes in the house, or in one exercise."""

    exercise_id: str = ""
    changed_documents: int = 0
    leaking_before: int = 0
    leaking_after: int = 0
    over_redacted_before: int = 0
    over_redacted_after: int = 0
    entities: tuple[EntityEffect, ...] = ()
    examples: tuple[PolicyExample, ...] = ()


class DryRun(Answer):
    """What a policy changes on the evaluation corpus."""

    documents: int = 0
    labels: int = 0
    words: int = 0
    scopes: tuple[ScopeEffect, ...] = ()


class PolicyAssessment(Answer):
    """What a policy would change."""

    identity: str
    weakens: bool
    changes: tuple[PolicyChange, ...] = ()
    unknown_exercises: tuple[str, ...] = ()
    dry_run: DryRun = DryRun()


class PolicyPerson(Answer):
    """Someone who proposed or decided."""

    id: str
    name: str = ""


class PolicyDecision(Answer):
    """The decision on a version."""

    kind: str
    by: PolicyPerson
    at: datetime
    reason: str = ""


class PolicyVersion(Answer):
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


class PolicyInForce(Answer):
    """The policy in force."""

    identity: str
    title: str = ""
    content: str
    source: str = ""
    number: int | None = None
    unknown_exercises: tuple[str, ...] = ()


class Policies(Answer):
    """The policy in force and the history."""

    in_force: PolicyInForce
    versions: tuple[PolicyVersion, ...] = ()
    officers: int = 0
