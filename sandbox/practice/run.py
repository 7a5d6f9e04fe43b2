"""An attempt while its answer is being written: generation, what the page is told, and how it ends.

The answer is written by a task of its own. When the page goes away, the task is told to stop: the model
stops within a token, and what was there is kept and marked.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Any

import structlog
from sqlalchemy.exc import DBAPIError
from starlette.concurrency import run_in_threadpool

from exercises import CheckResult, Exercise, run_checks
from guardrails import Guard, PlaceholderBook, StreamRedactor
from models import ChatMessage, EnergyEstimate, GenerationSettings, ModelError, Usage
from sandbox.accounts.current import CurrentAccount
from sandbox.context import ActiveModel, ServiceContext
from sandbox.logs import describe_exception
from sandbox.practice import pipeline, store
from sandbox.practice.attempt_schemas import AttemptOut
from sandbox.practice.attempts import attempt_out
from sandbox.practice.findings import finding_out
from sandbox.practice.pipeline import Cleaned, Ending, Piece, Waiting
from sandbox.practice.problems import model_problem
from sandbox.practice.tables import Attempt
from sandbox.problems import Problem, storage_problem, unexpected_problem
from sandbox.review.views import looks_into

_log = structlog.get_logger("sandbox.practice")

KEEP_ALIVE_SECONDS = 10.0
"""Longest silence on the way to the page, so that nothing in between takes the connection for dead."""

_END: tuple[str, dict[str, Any]] = ("", {})


def turn_name(current: CurrentAccount) -> str:
    """Under what name the model's queue knows a person: the same for all their requests, and not their identifier."""
    return hashlib.sha256(f"turn:{current.id}".encode()).hexdigest()[:16]


class AttemptRun:
    """One attempt on its way. Made in `sandbox.practice.sending`, after the prompt has been kept."""

    def __init__(
        self,
        context: ServiceContext,
        model: ActiveModel,
        guard: Guard,
        current: CurrentAccount,
        exercise: Exercise,
        cleaned: Cleaned,
        book: PlaceholderBook,
        settings: GenerationSettings,
        attempt_id: str,
        number: int,
    ) -> None:
        self._context, self._model, self._current, self._exercise = context, model, current, exercise
        self._cleaned, self._book, self._settings = cleaned, book, settings
        self._attempt_id, self._number = attempt_id, number
        self._messages: Sequence[ChatMessage] = pipeline.compose(exercise, cleaned.prompt, cleaned.material)
        self._redactor: StreamRedactor = guard.stream(language="de", placeholders=book)
        self._pieces: list[str] = []
        self._usage: Usage | None = None
        self._finish_reason: str | None = None
        self._began: float | None = None
        self._energy: EnergyEstimate | None = None
        self._outbox: asyncio.Queue[tuple[str, dict[str, Any]]] = asyncio.Queue()
        self._writing: asyncio.Task[None] | None = None
        self.ended = asyncio.Event()

    def begin(self) -> None:
        """Lets the model write."""
        self._writing = asyncio.create_task(self._write())
        task = asyncio.create_task(self._see_through(self._writing))
        self._context.tasks.add(task)
        task.add_done_callback(self._context.tasks.discard)

    def stop(self) -> None:
        """Tells the model to stop; what is there will be kept as cancelled."""
        if self._writing is not None and not self.ended.is_set():
            self._writing.cancel()

    async def events(self) -> AsyncGenerator[str, None]:
        """What the page is told, as server-sent events. Leaving it stops the model."""
        try:
            yield _event("accepted", self._accepted())
            while True:
                try:
                    name, data = await asyncio.wait_for(self._outbox.get(), KEEP_ALIVE_SECONDS)
                except TimeoutError:
                    yield ": noch da\n\n"
                    continue
                if not name:
                    return
                yield _event(name, data)
        finally:
            self.stop()

    def _accepted(self) -> dict[str, Any]:
        findings = [
            {"source": source, **finding_out(finding).model_dump()}
            for source, found in (
                ("prompt", self._cleaned.prompt_findings),
                ("material", self._cleaned.material_findings),
            )
            for finding in found
        ]
        material = self._cleaned.material
        return {
            "attempt_id": self._attempt_id,
            "number": self._number,
            "prompt": self._cleaned.prompt.text,
            "material": material.text if material else None,
            "findings": findings,
        }

    async def _write(self) -> None:
        meter = self._model.energy
        share = meter.begin() if meter is not None else None
        try:
            await self._let_write()
        finally:
            self._energy = share.end() if share is not None else None

    async def _let_write(self) -> None:
        client = self._model.client
        answer = pipeline.answer(client, self._messages, self._settings, self._redactor, turn_name(self._current))
        async with aclosing(answer) as parts:
            self._began = time.monotonic()
            async for part in parts:
                match part:
                    case Waiting(position, seconds):
                        self._began = time.monotonic()
                        self._outbox.put_nowait(("queued", {"position": position, "seconds": seconds}))
                    case Piece(text):
                        self._pieces.append(text)
                        self._outbox.put_nowait(("text", {"text": text}))
                    case Ending(reason, usage):
                        self._finish_reason, self._usage = reason or None, usage

    async def _see_through(self, writing: asyncio.Task[None]) -> None:
        await asyncio.wait({writing})
        try:
            outcome, problem = _outcome(writing)
            kept = await self._keep(outcome, problem)
            if problem is not None:
                self._outbox.put_nowait(("failed", {"problem": problem.body(), "attempt": kept}))
            else:
                self._outbox.put_nowait(("done", kept))
        except DBAPIError as error:
            _log.error("attempt_not_kept", attempt_id=self._attempt_id, error_type=type(error).__name__)
            self._outbox.put_nowait(("failed", {"problem": storage_problem().body()}))
        except Exception as error:
            name, places = describe_exception(error)
            _log.error("attempt_not_kept", attempt_id=self._attempt_id, error_type=name, error_places=places)
            self._outbox.put_nowait(("failed", {"problem": unexpected_problem().body()}))
        finally:
            if self._context.running.get(self._current.id) is self:
                del self._context.running[self._current.id]
            self.ended.set()
            self._outbox.put_nowait(_END)

    async def _keep(self, outcome: store.Outcome, problem: Problem | None) -> dict[str, Any]:
        seconds = time.monotonic() - self._began if self._began is not None else None
        answer = "".join(self._pieces)
        checks = await run_in_threadpool(self._checks, answer) if outcome == "complete" else []
        ended = store.Ended(
            outcome=outcome,
            answer=answer,
            findings=tuple(self._redactor.findings),
            checks=checks,
            finish_reason=self._finish_reason,
            problem_code=problem.code if problem else None,
            seconds=round(seconds, 3) if seconds is not None else None,
            tokens=self._usage.completion_tokens if self._usage else None,
            energy=self._energy,
        )
        _log.info(
            "attempt_ended", attempt_id=self._attempt_id, outcome=outcome, seconds=ended.seconds, tokens=ended.tokens
        )
        return (await run_in_threadpool(self._end, ended)).model_dump(mode="json")

    def _checks(self, answer: str) -> list[CheckResult]:
        material = self._cleaned.material
        try:
            return run_checks(self._exercise, self._cleaned.prompt.text, answer, material.text if material else None)
        except Exception as error:  # an answer is worth keeping without its checks
            name, places = describe_exception(error)
            _log.error("checks_failed", attempt_id=self._attempt_id, error_type=name, error_places=places)
            return []

    def _end(self, ended: store.Ended) -> AttemptOut:
        with self._context.database.write() as session:
            store.end(session, self._current, self._attempt_id, self._book, ended)
        with self._context.database.read() as session:
            attempt = session.get_one(Attempt, self._attempt_id)
            return attempt_out(attempt, looks_into(session, attempt.workshop_id))


def _outcome(writing: asyncio.Task[None]) -> tuple[store.Outcome, Problem | None]:
    if writing.cancelled():
        return "cancelled", None
    error = writing.exception()
    if error is None:
        return "complete", None
    if isinstance(error, Problem):
        return "failed", error
    _log.error("answer_failed", error_type=type(error).__name__)
    return "failed", model_problem(ModelError("Das Sprachmodell konnte nicht antworten."))


def _event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
