"""Proposing policies, deciding on them, and putting them into force in the running service."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from uuid import uuid4

import structlog
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from guardrails import PolicyError
from guardrails.evaluation import document_of_mark
from guardrails.policy import PolicyDocument, parse_policy
from guardrails.policy.changes import PolicyChange, compare
from guardrails.policy.dry_run import DryRun
from sandbox import audit
from sandbox.accounts.current import CurrentAccount
from sandbox.audit import Actor, AuditAction
from sandbox.context import ServiceContext
from sandbox.marks.service import examples
from sandbox.policies.history import StoredPolicyError, approved_version, policy_in_force
from sandbox.policies.tables import PolicyDecision, PolicyVersion
from sandbox.problems import Problem

_log = structlog.get_logger("sandbox.policies")

_ADVISORY_LOCK = 0x5A4E_4450


@dataclass(frozen=True)
class Assessment:
    """What a policy would change against the one in force."""

    document: PolicyDocument
    base_identity: str
    changes: tuple[PolicyChange, ...]
    unknown_exercises: tuple[str, ...]
    dry_run: DryRun

    @property
    def weakens(self) -> bool:
        """Whether a second person has to approve it."""
        return any(change.weakens for change in self.changes)


def assess(context: ServiceContext, content: str) -> Assessment:
    """Validates a policy, compares it with the one in force, and tries both on the evaluation corpus and on the
    examples that came of marks of participants.

    Takes some seconds the first time. Problems: no valid policy; nothing changes.
    """
    try:
        document = parse_policy(content, "im Textfeld")
    except PolicyError as error:
        raise Problem(422, "schutzregel-fehlerhaft", str(error)) from None
    with context.database.read() as session:
        base = policy_in_force(session, context.starting_policy).policy
        accepted = examples(session)
    changes = compare(base, document.policy)
    if not changes:
        raise Problem(409, "schutzregel-unveraendert", "Dieser Text bewirkt dasselbe wie die Schutzregel in Kraft.")
    known = {exercise.id for exercise in context.exercises.all}
    return Assessment(
        document=document,
        base_identity=base.identity,
        changes=changes,
        unknown_exercises=document.policy.unknown_exercises(known),
        dry_run=context.dry_runner.run(
            base, document.policy, [document_of_mark(name, template) for name, template in accepted]
        ),
    )


def propose(context: ServiceContext, current: CurrentAccount, assessment: Assessment, reason: str) -> str:
    """Keeps a policy as proposed. Returns its identifier. ``reason`` has been through the guard.

    Problem: another policy has come into force since the assessment.
    """
    policy = assessment.document.policy
    with context.database.write() as session:
        _take_turn(session)
        _require_base(session, context, assessment.base_identity)
        highest = session.scalar(select(func.max(PolicyVersion.number))) or 0
        version = PolicyVersion(
            id=uuid4().hex,
            number=highest + 1,
            content=assessment.document.content,
            identity=policy.identity,
            title=policy.title,
            base_identity=assessment.base_identity,
            weakens=assessment.weakens,
            changes=[asdict(change) for change in assessment.changes],
            dry_run=assessment.dry_run.model_dump(mode="json"),
            reason=reason,
            proposed_by=current.id,
            proposed_at=datetime.now(UTC),
        )
        session.add(version)
        session.flush()
        _record(session, current, AuditAction.POLICY_PROPOSED, version)
        return version.id


def approve(context: ServiceContext, current: CurrentAccount, policy_id: str, reason: str) -> None:
    """Puts a version into force, in the database and in this running service.

    Problems: unknown; decided already; proposed against another policy than the one in force; it weakens protection
    and whoever approves has proposed it.
    """
    with context.database.write() as session:
        version = _undecided(session, policy_id)
        _require_base(session, context, version.base_identity)
        if version.weakens and version.proposed_by == current.id:
            raise second_person_problem()
        _decide(session, current, version, "approved", reason)
        if version.proposed_by != current.id:
            _record(session, current, AuditAction.POLICY_APPROVED, version)
        _record(session, current, AuditAction.POLICY_IN_FORCE, version)
    follow(context)


def reject(context: ServiceContext, current: CurrentAccount, policy_id: str, reason: str) -> None:
    """Rejects a version, or withdraws an own one. Problems: unknown; decided already; no reason given."""
    with context.database.write() as session:
        version = _undecided(session, policy_id)
        if version.proposed_by != current.id and not reason.strip():
            raise Problem(
                422, "grund-fehlt", "Bitte schreiben Sie einen Grund dazu, damit die Entscheidung verständlich bleibt."
            )
        _decide(session, current, version, "rejected", reason)
        _record(session, current, AuditAction.POLICY_REJECTED, version)


def follow(context: ServiceContext) -> None:
    """Makes this running service use the version approved last, if it does not yet.

    Raises StoredPolicyError when this release cannot read that version; the guard then stays as it is.
    """
    with context.policy_turn, context.database.read() as session:
        version = approved_version(session)
        if version is None or version.id == context.policy_version:
            return
        document = policy_in_force(session, context.starting_policy)
        context.guard = context.guard.with_policy(document.policy)
        context.policy_version = version.id
        _log.info("policy_in_force", version=version.identity)


def follow_if_readable(context: ServiceContext) -> None:
    """As :func:`follow`, for a service that runs: what cannot be read is written to the log."""
    try:
        follow(context)
    except StoredPolicyError as error:
        _log.error("stored_policy_unreadable", version=error.number)


def second_person_problem() -> Problem:
    """Whoever proposed a weakening change cannot approve it."""
    return Problem(
        403,
        "zweite-person-noetig",
        "Diese Änderung schwächt den Schutz. In Kraft setzen kann sie nur eine zweite Person mit der Rolle "
        "Datenschutz, nicht wer sie vorgeschlagen hat.",
    )


def _undecided(session: Session, policy_id: str) -> PolicyVersion:
    _take_turn(session)
    version = session.get(PolicyVersion, policy_id)
    if version is None:
        raise unknown_problem()
    if session.scalar(select(PolicyDecision.id).where(PolicyDecision.policy_id == policy_id)) is not None:
        raise Problem(409, "schon-entschieden", "Über diesen Vorschlag ist schon entschieden. Bitte laden Sie neu.")
    return version


def unknown_problem() -> Problem:
    """There is no such version."""
    return Problem(404, "schutzregel-unbekannt", "Diesen Vorschlag gibt es nicht. Bitte laden Sie die Seite neu.")


def _require_base(session: Session, context: ServiceContext, base_identity: str) -> None:
    """What was compared must still be in force: otherwise nobody has seen what would change."""
    if policy_in_force(session, context.starting_policy).policy.identity != base_identity:
        raise Problem(
            409,
            "schutzregel-ueberholt",
            "Inzwischen ist eine andere Schutzregel in Kraft. Bitte prüfen Sie den Text noch einmal dagegen und "
            "schlagen Sie ihn neu vor.",
        )


def _decide(session: Session, current: CurrentAccount, version: PolicyVersion, kind: str, reason: str) -> None:
    session.add(
        PolicyDecision(
            policy_id=version.id,
            proposed_by=version.proposed_by,
            weakens=version.weakens,
            kind=kind,
            decided_by=current.id,
            decided_at=datetime.now(UTC),
            reason=reason,
        )
    )
    try:
        session.flush()
    except IntegrityError:
        raise second_person_problem() from None


def _record(session: Session, current: CurrentAccount, action: AuditAction, version: PolicyVersion) -> None:
    audit.append(
        session,
        Actor(current.id, current.role.value),
        action,
        f"policy:{version.id}",
        {
            "policy": version.identity,
            "base": version.base_identity,
            "changes": len(version.changes),
            "weakens": version.weakens,
        },
    )


def _take_turn(session: Session) -> None:
    """One decision at a time. SQLite's writers take turns anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
