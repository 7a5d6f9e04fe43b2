"""What the history of policies says: which version is in force, and how each of the others stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from guardrails import PolicyError
from guardrails.policy import PolicyDocument, parse_policy
from sandbox.policies.tables import PolicyDecision, PolicyVersion

Status = Literal["pending", "outdated", "in_force", "replaced", "rejected", "withdrawn"]
"""``outdated``: nobody has decided on it, and the policy that it was to change is no longer in force."""


@dataclass(frozen=True)
class Entry:
    """A version with the decision on it."""

    version: PolicyVersion
    decision: PolicyDecision | None
    status: Status


class StoredPolicyError(Exception):
    """The version in force cannot be read by this release. ``number`` says which, the message why, in German."""

    def __init__(self, number: int, message: str) -> None:
        super().__init__(message)
        self.number = number


def approved_version(session: Session) -> PolicyVersion | None:
    """The version approved last; None while there is none."""
    return session.scalar(
        select(PolicyVersion)
        .join(PolicyDecision, PolicyDecision.policy_id == PolicyVersion.id)
        .where(PolicyDecision.kind == "approved")
        .order_by(PolicyDecision.id.desc())
        .limit(1)
    )


def policy_in_force(session: Session, starting: PolicyDocument) -> PolicyDocument:
    """The version approved last, or the policy that the service starts with.

    Raises StoredPolicyError when this release cannot read the approved version; there is no falling back to a weaker
    one then.
    """
    version = approved_version(session)
    if version is None:
        return starting
    try:
        return parse_policy(version.content, f"Nr. {version.number}")
    except PolicyError as error:
        raise StoredPolicyError(version.number, str(error)) from None


def history(session: Session, base: str) -> list[Entry]:
    """All versions, the newest first. ``base`` is the identity of the policy in force."""
    rows = session.execute(
        select(PolicyVersion, PolicyDecision)
        .outerjoin(PolicyDecision, PolicyDecision.policy_id == PolicyVersion.id)
        .order_by(PolicyVersion.number.desc())
    ).all()
    approved = [decision for _, decision in rows if decision is not None and decision.kind == "approved"]
    return [Entry(version, decision, _status(version, decision, approved, base)) for version, decision in rows]


def _status(
    version: PolicyVersion, decision: PolicyDecision | None, approved: Sequence[PolicyDecision], base: str
) -> Status:
    if decision is None:
        return "pending" if version.base_identity == base else "outdated"
    if decision.kind == "rejected":
        return "withdrawn" if decision.decided_by == decision.proposed_by else "rejected"
    return "in_force" if decision.id == max(one.id for one in approved) else "replaced"
