"""What the running service consists of."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary
from zoneinfo import ZoneInfo

from exercises import ExerciseLibrary
from guardrails import Guard, Policy
from guardrails.policy import PolicyDocument
from guardrails.policy.dry_run import DryRunner
from models import CatalogueEntry, ChatClient, ChatMessage, EnergyMeter, ModelError, ModelUnavailable, WorkerSupervisor
from sandbox.accounts.limits import FailureLimit
from sandbox.database import Database
from sandbox.settings import Settings

if TYPE_CHECKING:
    from sandbox.practice.run import AttemptRun


READ_AHEAD_SECONDS = 60.0
"""Time after which a beginning is given to the model again, in case it has been evicted."""


@dataclass(frozen=True)
class ActiveModel:
    """The model that answers: a local one in its own process, or one on a server of the house."""

    name: str
    title: str
    parameters: int | None
    note: str
    version: str
    entry: CatalogueEntry | None = None
    """Its entry in the catalogue; a server of the house has none."""
    supervisor: WorkerSupervisor | None = None
    upstream: ChatClient | None = None
    energy: EnergyMeter | None = None
    """Estimates what answers take; not for a server of the house, whose processor is not seen from here."""

    @property
    def client(self) -> ChatClient:
        """Speaks to the model. Raises ModelUnavailable before the start."""
        if self.upstream is not None:
            return self.upstream
        if self.supervisor is None:
            raise ModelUnavailable("Es ist kein Sprachmodell eingerichtet.", retry=False)
        return self.supervisor.client

    @property
    def state(self) -> str:
        """starting, ready, restarting, failed or stopped; ``upstream`` for a server of the house."""
        return self.supervisor.state if self.supervisor else "upstream"

    async def start(self) -> None:
        """Opens the local model. Raises ModelUnavailable."""
        if self.supervisor is not None:
            await self.supervisor.start()

    async def stop(self) -> None:
        """Ends the local model or the connections to the server of the house."""
        if self.supervisor is not None:
            await self.supervisor.stop()
        if self.upstream is not None:
            await self.upstream.aclose()


def versions_of(guard: Guard) -> dict[str, str]:
    """Versions of policy, recognizers and tagger, as attempts carry them."""
    versions = guard.versions
    return {"policy": versions.policy, "recognizers": versions.recognizers, "tagger": versions.tagger}


@dataclass
class ServiceContext:
    """The parts that routes work with, made once at the start."""

    settings: Settings
    database: Database
    guard: Guard
    """With the policy in force. Replaced as a whole by a new policy; whoever has begun with one ends with it."""
    starting_policy: PolicyDocument
    """What is in force as long as no version in the database is: the house's file, or the shipped policy."""
    exercises: ExerciseLibrary
    model: ActiveModel
    """Answers where a participant has not chosen another."""
    failure_limit: FailureLimit
    more_models: tuple[ActiveModel, ...] = ()
    """What participants may choose beside the first."""
    policy_version: str | None = None
    """Identifier of the version in the database that ``guard`` works by; none while it is the starting policy."""
    policy_turn: Lock = field(default_factory=Lock)
    """Taken while the policy is replaced."""
    running: dict[str, AttemptRun] = field(default_factory=dict)
    """Answers being written, by participant."""
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    """Tasks that see answers through to their end in the database."""
    read_ahead_at: dict[str, float] = field(default_factory=dict)
    """When the local model was last given a beginning to read ahead, by its name; in monotonic seconds."""
    _turns: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    def today(self) -> date:
        """The date by which workshops begin and end."""
        return datetime.now(UTC).astimezone(ZoneInfo(self.settings.timezone)).date()

    def turn_of(self, account_id: str) -> asyncio.Lock:
        """Lock under which one person's texts go through the guard one after another."""
        lock = self._turns.get(account_id)
        if lock is None:
            lock = self._turns[account_id] = asyncio.Lock()
        return lock

    @cached_property
    def dry_runner(self) -> DryRunner:
        """Tries policies on the evaluation corpus; keeps its analysis from the first run on."""
        return DryRunner(self.guard)

    @property
    def models(self) -> tuple[ActiveModel, ...]:
        """Every model that a participant may choose, the one that answers without a choice first."""
        return (self.model, *self.more_models)

    @property
    def policy(self) -> Policy:
        """The policy in force."""
        return self.guard.policy

    def guard_versions(self) -> dict[str, str]:
        """Versions of policy, recognizers and tagger, as they are now."""
        return versions_of(self.guard)

    def model_reads(self, name: str, beginning: Sequence[ChatMessage]) -> None:
        """Lets the local model compute ahead what many prompts will begin with; once a minute for each beginning.

        Nobody waits for it, and nothing depends on it: a model that is not ready just does not do it.
        """
        now = time.monotonic()
        if (
            self.model.supervisor is None
            or now - self.read_ahead_at.get(name, -READ_AHEAD_SECONDS) < READ_AHEAD_SECONDS
        ):
            return
        self.read_ahead_at[name] = now

        async def read() -> None:
            with suppress(ModelError):
                await self.model.client.prefill(beginning)

        task = asyncio.create_task(read())
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def end_running(self) -> None:
        """Stops all answers and waits until they are kept."""
        runs: Sequence[AttemptRun] = tuple(self.running.values())
        for run in runs:
            run.stop()
        if self.tasks:
            await asyncio.wait(tuple(self.tasks))
