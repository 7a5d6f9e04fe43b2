"""The one thread that computes, and the line of requests in front of it.

Requests come from an event loop and get their events back there. Whoever leaves (`Engine.leave`) is taken
out of the line, or stops the computation at the next step.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Final

from models.errors import ContextExceeded, ModelError, ModelUnavailable
from models.messages import ChatMessage, GenerationSettings
from models.worker.line import Line, LineFullError
from models.worker.llama import STEP_TOKENS, LlamaModel, Outcome, Row
from models.worker.prefixes import common_length
from models.worker.prompt import PromptWriter
from models.worker.requests import Failed, Queued, Ticket
from models.worker.scheduler import Scheduler

logger = logging.getLogger(__name__)

PREFILL_SECONDS: Final = 120.0
"""How long a beginning may be computed ahead."""
_SMOKE_TOKENS: Final = 2


@dataclass(frozen=True)
class Counters:
    """What the worker has done since it started, for `/health`."""

    active: int
    waiting: int
    served: int
    cancelled: int
    failed: int
    computed_tokens: int
    reused_tokens: int
    """Tokens of prompts that did not have to be computed."""
    kept_tokens: int
    """Tokens of common beginnings in the memory now."""


class Engine:
    """Owns the model. Many requests at once; participants take turns when there are more."""

    def __init__(self, load: Callable[[], LlamaModel]) -> None:
        """Loads the model in its thread and computes a first token with it.

        Raises:
            ModelError: whatever `load` or the first computation reports.
        """
        self._line = Line()
        self._told: dict[Ticket, int] = {}
        self._changed = threading.Condition()
        self._left_line = 0
        self._progress = time.monotonic()
        ready: Future[tuple[LlamaModel, PromptWriter, Scheduler]] = Future()
        threading.Thread(target=self._run, args=(load, ready), name="llama", daemon=True).start()
        self._model, self._writer, self._scheduler = ready.result()

    @property
    def context_length(self) -> int:
        """Longest prompt and answer together, in tokens."""
        return self._model.context_length

    def counters(self) -> Counters:
        """A snapshot."""
        with self._changed:
            work = self._scheduler.work
            return Counters(
                active=len(self._scheduler.slots),
                waiting=len(self._line),
                served=work.served,
                cancelled=work.cancelled + self._left_line,
                failed=work.failed,
                computed_tokens=work.computed_tokens,
                reused_tokens=work.reused_tokens,
                kept_tokens=self._scheduler.kept_tokens,
            )

    def stalled_seconds(self) -> float:
        """Since when a running computation has not moved on; 0 if none runs."""
        return time.monotonic() - self._progress if self._scheduler.slots else 0.0

    def tokens(self, messages: Sequence[ChatMessage]) -> list[int]:
        """The prompt for a conversation. May be called from any thread."""
        return self._writer.tokens(messages)

    def beginning(self, messages: Sequence[ChatMessage]) -> list[int]:
        """What the prompts of all conversations begin with whose last message begins like the last one here.

        May be called from any thread.
        """
        *before, last = messages
        one, other = (
            self._writer.tokens([*before, ChatMessage(last.role, last.content + further)]) for further in ("A", "\n7")
        )
        return one[: common_length(one, other)]

    def submit(
        self,
        prompt: Sequence[int],
        settings: GenerationSettings,
        seconds: float,
        *,
        participant: str | None = None,
        placeholders: frozenset[str] = frozenset(),
    ) -> Ticket:
        """Puts a request in line. `seconds` bounds the computation, not the waiting.

        Raises:
            ContextExceeded: prompt and answer together do not fit the context.
            GrammarError: the grammar is not valid.
            ModelUnavailable: the line, or the participant's part of it, is full.
        """
        needed = len(prompt) + settings.max_tokens
        if needed > self.context_length:
            raise ContextExceeded(
                f"Der Text ist zu lang für dieses Modell: {len(prompt)} Wortteile Eingabe und bis zu "
                f"{settings.max_tokens} Wortteile Antwort, zusammen {needed}; möglich sind "
                f"{self.context_length}. Bitte den Text kürzen.",
                needed=needed,
                limit=self.context_length,
            )
        if settings.grammar is not None:
            self._model.grammar(settings.grammar).close()
        loop = asyncio.get_running_loop()
        return self._join(Ticket(prompt, settings, seconds, participant, placeholders, loop))

    def prefill(self, prompt: Sequence[int]) -> Ticket:
        """Puts a prompt in line that is only to be computed and kept as the beginning of others.

        Raises:
            ContextExceeded: it does not fit the context.
            ModelUnavailable: the line is full.
        """
        if len(prompt) > self.context_length:
            raise ContextExceeded(
                f"Der Text ist zu lang für dieses Modell: {len(prompt)} Wortteile; möglich sind "
                f"{self.context_length}. Bitte den Text kürzen.",
                needed=len(prompt),
                limit=self.context_length,
            )
        return self._join(Ticket(prompt, None, PREFILL_SECONDS, None, frozenset(), asyncio.get_running_loop()))

    def _join(self, ticket: Ticket) -> Ticket:
        with self._changed:
            try:
                self._line.join(ticket)
            except LineFullError as error:
                raise ModelUnavailable(
                    "Von Ihnen warten schon mehrere Anfragen auf das Sprachmodell. Bitte deren Antworten abwarten."
                    if error.own
                    else "Gerade warten zu viele Anfragen auf das Sprachmodell. "
                    "Bitte in einigen Minuten noch einmal versuchen."
                ) from None
            self._changed.notify()
        return ticket

    def leave(self, ticket: Ticket) -> None:
        """The client of `ticket` is gone or has got all. Safe to call more than once."""
        with self._changed:
            ticket.left.set()
            if self._line.leave(ticket):
                self._left_line += 1
                self._announce()

    def _run(self, load: Callable[[], LlamaModel], ready: "Future[tuple[LlamaModel, PromptWriter, Scheduler]]") -> None:
        try:
            model = load()
            writer = PromptWriter(model)
            _smoke(model, writer)
            scheduler = Scheduler(model)
        except BaseException as error:
            ready.set_exception(error)
            return
        ready.set_result((model, writer, scheduler))
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._line or scheduler.slots)
                self._progress = time.monotonic()
                self._admit(scheduler)
            try:
                scheduler.step()
            except Exception as error:
                logger.error("step failed: %s", type(error).__name__)
                scheduler.abandon()

    def _admit(self, scheduler: Scheduler) -> None:
        while ticket := self._line.next(scheduler.tickets):
            try:
                if not scheduler.admit(ticket):
                    break
            except Exception as error:
                logger.error("request failed: %s", type(error).__name__)
                ticket.tell(Failed("Das Sprachmodell konnte nicht antworten. Bitte noch einmal versuchen."))
            self._line.yield_turn(ticket)
        self._announce()

    def _announce(self) -> None:
        """Tells those in line their place when it has changed."""
        told: dict[Ticket, int] = {}
        if len(self._line):
            running = self._scheduler.tickets
            mean = self._scheduler.mean_seconds
            for place, ticket in enumerate(self._line.order(running), start=1):
                told[ticket] = place
                if self._told.get(ticket) != place:
                    seconds = None if mean is None else round(mean * place / max(1, len(running)), 1)
                    ticket.tell(Queued(place, seconds))
        self._told = told


def _smoke(model: LlamaModel, writer: PromptWriter) -> None:
    """Computes a few tokens, so that a fault in native code shows at the start and not in a workshop."""
    prompt = writer.tokens([ChatMessage("user", "Guten Tag")])
    if len(prompt) + _SMOKE_TOKENS > model.context_length:
        raise ModelError("Die Kontextlänge ist zu klein für ein Gespräch. Bitte einen größeren Wert wählen.")
    sampler = model.new_sampler(GenerationSettings(temperature=0), 0)
    rows = [Row(token, position, 0, position == len(prompt) - 1) for position, token in enumerate(prompt)]
    for _ in range(_SMOKE_TOKENS):
        for start in range(0, len(rows), STEP_TOKENS):
            part = rows[start : start + STEP_TOKENS]
            if model.compute(part) is not Outcome.DONE:
                raise ModelError("Das Sprachmodell kann nicht rechnen. Bitte ein anderes Modell wählen.")
        last = len(part) - 1
        rows = [Row(sampler.draw(last, model.logits(last)), rows[-1].position + 1, 0, True)]
    model.forget(0)
    sampler.close()
