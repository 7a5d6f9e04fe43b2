"""Routes of policies, for data-protection officers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from fastapi import APIRouter
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from guardrails import RawText
from guardrails.policy.dry_run import DryRun
from sandbox.accounts.current import CurrentAccount
from sandbox.accounts.roles import Role
from sandbox.accounts.tables import Account
from sandbox.context import ServiceContext
from sandbox.dependencies import Context, Dpo
from sandbox.policies import service
from sandbox.policies.history import Entry, history, policy_in_force
from sandbox.policies.schemas import (
    AssessmentOut,
    ChangeOut,
    CheckIn,
    DecisionIn,
    DecisionOut,
    InForceOut,
    PersonOut,
    PoliciesOut,
    PolicyVersionDetail,
    PolicyVersionOut,
    ProposalIn,
)
from sandbox.policies.service import Assessment
from sandbox.practice import pipeline

router = APIRouter(prefix="/api/v1/policies", tags=["Schutzregeln"])


@router.get("")
def list_policies(context: Context, current: Dpo) -> PoliciesOut:
    """The policy in force with its text, and all versions, the newest first."""
    with context.database.read() as session:
        document = policy_in_force(session, context.starting_policy)
        entries = history(session, document.policy.identity)
        names = _names(session, entries)
        officers = session.scalar(select(func.count()).select_from(Account).where(Account.role == Role.DPO.value)) or 0
    number = next((entry.version.number for entry in entries if entry.status == "in_force"), None)
    known = {exercise.id for exercise in context.exercises.all}
    in_force = InForceOut(
        identity=document.policy.identity,
        title=document.policy.title,
        content=document.content,
        source="database" if number else "file" if context.settings.policy_file else "shipped",
        number=number,
        unknown_exercises=list(document.policy.unknown_exercises(known)),
    )
    versions = [PolicyVersionOut.model_validate(_version(entry, current, names)) for entry in entries]
    return PoliciesOut(in_force=in_force, versions=versions, officers=officers)


@router.post("/check")
def check_policy(data: CheckIn, context: Context, current: Dpo) -> AssessmentOut:
    """What a policy would change, in sentences and on the evaluation corpus. Nothing is kept."""
    return _assessment(service.assess(context, data.content))


@router.post("", status_code=201)
async def propose_policy(data: ProposalIn, context: Context, current: Dpo) -> PolicyVersionDetail:
    """Propose a policy. It is validated, compared and dry-run; what comes of it is kept with the proposal."""
    assessment = await run_in_threadpool(service.assess, context, data.content)
    reason = await _redacted(context, data.reason)
    policy_id = await run_in_threadpool(service.propose, context, current, assessment, reason)
    return await run_in_threadpool(_detail, context, current, policy_id)


@router.get("/{policy_id}")
def get_policy(policy_id: str, context: Context, current: Dpo) -> PolicyVersionDetail:
    """One version with its text and its dry run."""
    return _detail(context, current, policy_id)


@router.post("/{policy_id}/approve")
async def approve_policy(policy_id: str, data: DecisionIn, context: Context, current: Dpo) -> PolicyVersionDetail:
    """Put a version into force. What weakens protection needs another person than the one who proposed it."""
    reason = await _redacted(context, data.reason)
    await run_in_threadpool(service.approve, context, current, policy_id, reason)
    return await run_in_threadpool(_detail, context, current, policy_id)


@router.post("/{policy_id}/reject")
async def reject_policy(policy_id: str, data: DecisionIn, context: Context, current: Dpo) -> PolicyVersionDetail:
    """Reject a version, or withdraw an own one."""
    reason = await _redacted(context, data.reason)
    await run_in_threadpool(service.reject, context, current, policy_id, reason)
    return await run_in_threadpool(_detail, context, current, policy_id)


async def _redacted(context: ServiceContext, reason: str) -> str:
    if not reason.strip():
        return ""
    return (await pipeline.redact(context.guard, RawText(reason), None, context.settings.guard_timeout)).text.text


def _detail(context: ServiceContext, current: CurrentAccount, policy_id: str) -> PolicyVersionDetail:
    with context.database.read() as session:
        base = policy_in_force(session, context.starting_policy).policy.identity
        entry = next((one for one in history(session, base) if one.version.id == policy_id), None)
        if entry is None:
            raise service.unknown_problem()
        names = _names(session, [entry])
    return PolicyVersionDetail.model_validate(
        {
            **_version(entry, current, names),
            "content": entry.version.content,
            "dry_run": DryRun.model_validate(entry.version.dry_run),
        }
    )


def _version(entry: Entry, current: CurrentAccount, names: Mapping[str, str]) -> dict[str, object]:
    version, decision = entry.version, entry.decision
    own = version.proposed_by == current.id
    return {
        "id": version.id,
        "number": version.number,
        "identity": version.identity,
        "title": version.title,
        "base_identity": version.base_identity,
        "weakens": version.weakens,
        "changes": [ChangeOut.model_validate(change) for change in version.changes],
        "reason": version.reason,
        "proposed_by": _person(version.proposed_by, names),
        "proposed_at": version.proposed_at,
        "status": entry.status,
        "decision": DecisionOut(
            kind="approved" if decision.kind == "approved" else "rejected",
            by=_person(decision.decided_by, names),
            at=decision.decided_at,
            reason=decision.reason,
        )
        if decision
        else None,
        "may_approve": entry.status == "pending" and not (version.weakens and own),
        "may_reject": decision is None,
    }


def _person(account_id: str, names: Mapping[str, str]) -> PersonOut:
    return PersonOut(id=account_id, name=names.get(account_id, "gelöschtes Konto"))


def _names(session: Session, entries: list[Entry]) -> dict[str, str]:
    people = {entry.version.proposed_by for entry in entries}
    people |= {entry.decision.decided_by for entry in entries if entry.decision}
    rows = session.execute(select(Account.id, Account.name).where(Account.id.in_(people)))
    return {row.id: row.name for row in rows}


def _assessment(found: Assessment) -> AssessmentOut:
    return AssessmentOut(
        identity=found.document.policy.identity,
        base_identity=found.base_identity,
        weakens=found.weakens,
        changes=[ChangeOut.model_validate(asdict(change)) for change in found.changes],
        unknown_exercises=list(found.unknown_exercises),
        dry_run=found.dry_run,
    )
