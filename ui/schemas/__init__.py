"""What the service answers, as types; one module an area. Texts in them are redacted unless said otherwise."""

from __future__ import annotations

from ui.schemas.accounts import Account, Session, SetupInvitation, Workshop
from ui.schemas.attempts import (
    Access,
    Attempt,
    AttemptSummary,
    CheckResult,
    Energy,
    LogView,
    Participant,
    PromptLog,
    StoredFinding,
)
from ui.schemas.audit import Actor, AuditAction, AuditEvent, AuditPage, AuditVerification
from ui.schemas.base import AttemptStatus, Role
from ui.schemas.events import Accepted, AttemptEvent, Done, Failed, Queued, TextPiece
from ui.schemas.exercises import Exercise, ExerciseCheck, ExerciseSummary, ReflectionQuestion
from ui.schemas.guard import Finding, GuardMark, GuardMarks, MarkCount, MarkedPlace, PlaceToCheck, Preview, SentFinding
from ui.schemas.policies import (
    DryRun,
    EntityEffect,
    Policies,
    Policy,
    PolicyAssessment,
    PolicyChange,
    PolicyDecision,
    PolicyExample,
    PolicyInForce,
    PolicyPerson,
    PolicyRule,
    PolicyVersion,
    ScopeEffect,
)
from ui.schemas.service import GuardVersions, ModelSummary, ServiceInfo

__all__ = [
    "Accepted",
    "Access",
    "Account",
    "Actor",
    "Attempt",
    "AttemptEvent",
    "AttemptStatus",
    "AttemptSummary",
    "AuditAction",
    "AuditEvent",
    "AuditPage",
    "AuditVerification",
    "CheckResult",
    "Done",
    "DryRun",
    "Energy",
    "EntityEffect",
    "Exercise",
    "ExerciseCheck",
    "ExerciseSummary",
    "Failed",
    "Finding",
    "GuardMark",
    "GuardMarks",
    "GuardVersions",
    "LogView",
    "MarkCount",
    "MarkedPlace",
    "ModelSummary",
    "Participant",
    "PlaceToCheck",
    "Policies",
    "Policy",
    "PolicyAssessment",
    "PolicyChange",
    "PolicyDecision",
    "PolicyExample",
    "PolicyInForce",
    "PolicyPerson",
    "PolicyRule",
    "PolicyVersion",
    "Preview",
    "PromptLog",
    "Queued",
    "ReflectionQuestion",
    "Role",
    "ScopeEffect",
    "SentFinding",
    "ServiceInfo",
    "Session",
    "SetupInvitation",
    "StoredFinding",
    "TextPiece",
    "Workshop",
]
