"""What the policy routes take and give. All of it is for data-protection officers: lists of a house can hold names."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from guardrails.policy.document import LONGEST_FILE
from guardrails.policy.dry_run import DryRun
from sandbox.policies.history import Status


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class CheckIn(_Schema):
    """A policy to be looked at."""

    content: Annotated[str, Field(max_length=LONGEST_FILE)]
    """YAML."""


class ProposalIn(CheckIn):
    """A policy to be proposed."""

    reason: Annotated[str, Field(min_length=1, max_length=1000)]
    """Why. It goes through the guard before it is kept."""


class DecisionIn(_Schema):
    """What belongs to a decision."""

    reason: Annotated[str, Field(max_length=1000)] = ""
    """Why; needed when rejecting. It goes through the guard before it is kept."""


class ChangeOut(_Schema):
    """One change against the policy it was compared with."""

    sentence: str
    """What changes."""
    weakens: bool
    """Whether less is protected."""
    exercise_id: str = ""
    """The exercise it is about; empty for the whole house."""


class AssessmentOut(_Schema):
    """What a policy would change."""

    identity: str
    """Version and hash."""
    base_identity: str
    """Version and hash of the policy in force."""
    weakens: bool
    """Whether any change weakens protection, so that a second person has to approve it."""
    changes: list[ChangeOut]
    """All changes, what weakens first."""
    unknown_exercises: list[str]
    """Exercises that the policy names and that do not exist here."""
    dry_run: DryRun
    """What would change on the evaluation corpus."""


class PersonOut(_Schema):
    """Someone who did something."""

    id: str
    """Identifier of the account."""
    name: str
    """Name now; a deleted account has none any more."""


class DecisionOut(_Schema):
    """The decision on a version."""

    kind: Literal["approved", "rejected"]
    """What was decided. Approving put the version into force."""
    by: PersonOut
    """Who decided."""
    at: datetime
    """When."""
    reason: str
    """Why."""


class PolicyVersionOut(_Schema):
    """A version in the history."""

    id: str
    """Identifier."""
    number: int
    """Number, from 1."""
    identity: str
    """Version and hash, as attempts carry it."""
    title: str
    """Name of the policy."""
    base_identity: str
    """Version and hash of the policy it was proposed to follow."""
    weakens: bool
    """Whether it protects less than that one."""
    changes: list[ChangeOut]
    """What changes against that one."""
    reason: str
    """Why it was proposed."""
    proposed_by: PersonOut
    """Who proposed it."""
    proposed_at: datetime
    """When."""
    status: Status
    """How it stands: pending, outdated, in_force, replaced, rejected or withdrawn."""
    decision: DecisionOut | None
    """The decision, if there is one."""
    may_approve: bool
    """Whether whoever asks may put it into force."""
    may_reject: bool
    """Whether whoever asks may reject it, or withdraw an own one."""


class PolicyVersionDetail(PolicyVersionOut):
    """A version with its text and its dry run."""

    content: str
    """YAML."""
    dry_run: DryRun
    """What it would have changed on the evaluation corpus when it was proposed."""


class InForceOut(_Schema):
    """The policy in force."""

    identity: str
    """Version and hash."""
    title: str
    """Name."""
    content: str
    """YAML."""
    source: Literal["database", "file", "shipped"]
    """Where it comes from: approved here, the file of the settings, or the product."""
    number: int | None
    """Number of the version, if it was approved here."""
    unknown_exercises: list[str]
    """Exercises that it names and that do not exist here."""


class PoliciesOut(_Schema):
    """The policy in force and the history of versions."""

    in_force: InForceOut
    """What holds now."""
    versions: list[PolicyVersionOut]
    """All versions, the newest first."""
    officers: int
    """How many accounts have the role that can approve; a weakening change needs two."""
