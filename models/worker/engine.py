"""The one thread that computes, and the line of requests in front of it.

Requests come from an event loop and get their events back there. Whoever leaves (`Ticket.leave`) is taken
out of the line, or stops the computation at the next token.
"""

import asyncio
import codecs
import logging
import secrets
import threading
import time
from collections import deque
from collections.abc import AsyncGenerator, Callable, Sequence
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, field
from typing import Final

from models.errors import ContextExceeded, ModelError, ModelUnavailable
from models.messages import ChatMessage, GenerationSettings, Usage
from models.worker.llama import LlamaModel
from models.worker.prompt import PromptWriter

logger = logging.getLogger(__name__)

MAX_WAITING: Final = 64
"""Requests that may stand in line."""
_PULSE_SECONDS: Final = 0.02
"""Tokens that follow each other faster than this travel together: nobody reads that fast."""
_SMOKE_TOKENS: Final = 2
_SEEDS: Final = 2**32 - 1
"""llama.cpp takes the number after the last one for "any"."""


@dataclass(frozen=True)
class Queued:
    """So many requests will be served before this one."""

    position: int


@dataclass(frozen=True)
class Text:
    """Whole characters of the answer."""

    text: str


@dataclass(frozen=True)
class Finished:
    """The answer is complete: "stop", "length" or "deadline"."""

    reason: str
    usage: Usage


@dataclass(frozen=True)
class Failed:
    """The computation broke; the message is for readers."""

    message: str


Event = Queued | Text | Finished | Failed


@dataclass(eq=False)
class Ticket:
    """One request in line."""

    prompt: Sequence[int]
    settings: GenerationSettings
    seconds: float
    loop: asyncio.AbstractEventLoop
    events: "asyncio.Queue[Event]" = field(default_factory=asyncio.Queue)
    left: threading.Event = field(default_factory=threading.Event)

    def tell(self, event: Event) -> None:
        """Hands an event to the event loop; silent once nobody listens there."""
        if not self.left.is_set():
            try:
                self.loop.call_soon_threadsafe(self.events.put_nowait, event)
            except RuntimeError:
                self.left.set()

    async def follow(self) -> AsyncGenerator[Event, None]:
        """Events up to and including the last one."""
        while True:
            event = await self.events.get()
            yield event
            if isinstance(event, Finished | Failed):
                return


@dataclass
class Counters:
    """What the worker has done since it started, for `/health`."""

    active: int = 0
    waiting: int = 0
    served: int = 0
    cancelled: int = 0
    failed: int = 0


class Engine:
    """Owns the model. One request after another, first come, first served."""

    def __init__(self, load: Callable[[], LlamaModel]) -> None:
        """Loads the model in its thread and computes a first token with it.

        Raises:
            ModelError: whatever `load` or the first computation reports.
        """
        self._line: deque[Ticket] = deque()
        self._changed = threading.Condition()
        self._active: Ticket | None = None
        self._counters = Counters()
        self._progress = time.monotonic()
        ready: Future[tuple[LlamaModel, PromptWriter]] = Future()
        threading.Thread(target=self._run, args=(load, ready), name="llama", daemon=True).start()
        self._model, self._writer = ready.result()

    @property
    def context_length(self) -> int:
        """Longest prompt and answer together, in tokens."""
        return self._model.context_length

    def counters(self) -> Counters:
        """A snapshot."""
        with self._changed:
            return Counters(
                active=int(self._active is not None),
                waiting=len(self._line),
                served=self._counters.served,
                cancelled=self._counters.cancelled,
                failed=self._counters.failed,
            )

    def stalled_seconds(self) -> float:
        """Since when a running computation has not moved on; 0 if none runs."""
        return time.monotonic() - self._progress if self._active is not None else 0.0

    def tokens(self, messages: Sequence[ChatMessage]) -> list[int]:
        """The prompt for a conversation. May be called from any thread."""
        return self._writer.tokens(messages)

    def submit(self, prompt: Sequence[int], settings: GenerationSettings, seconds: float) -> Ticket:
        """Puts a request in line. `seconds` bounds the computation, not the waiting.

        Raises:
            ContextExceeded: prompt and answer together do not fit the context.
            ModelUnavailable: the line is full.
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
        ticket = Ticket(prompt, settings, seconds, asyncio.get_running_loop())
        with self._changed:
            if len(self._line) >= MAX_WAITING:
                raise ModelUnavailable(
                    "Gerade warten zu viele Anfragen auf das Sprachmodell. "
                    "Bitte in einigen Minuten noch einmal versuchen."
                )
            position = len(self._line) + (self._active is not None)
            self._line.append(ticket)
            self._changed.notify()
            if position:
                ticket.tell(Queued(position))
        return ticket

    def leave(self, ticket: Ticket) -> None:
        """The client of `ticket` is gone or has got all. Safe to call more than once."""
        with self._changed:
            ticket.left.set()
            if ticket in self._line:
                self._line.remove(ticket)
                self._counters.cancelled += 1
                self._announce()

    def _announce(self) -> None:
        for ahead, ticket in enumerate(self._line, start=int(self._active is not None)):
            if ahead:
                ticket.tell(Queued(ahead))

    def _run(self, load: Callable[[], LlamaModel], ready: "Future[tuple[LlamaModel, PromptWriter]]") -> None:
        try:
            model = load()
            writer = PromptWriter(model)
            _smoke(model, writer)
        except BaseException as error:
            ready.set_exception(error)
            return
        ready.set_result((model, writer))
        while True:
            ticket = self._next()
            try:
                self._serve(model, ticket)
            except Exception as error:
                logger.error("generation failed: %s", type(error).__name__)
                self._counters.failed += 1
                ticket.tell(Failed("Das Sprachmodell konnte nicht antworten. Bitte noch einmal versuchen."))

    def _next(self) -> Ticket:
        with self._changed:
            self._active = None
            self._changed.wait_for(lambda: self._line)
            self._active = self._line.popleft()
            self._progress = time.monotonic()
            self._announce()
            return self._active

    def _serve(self, model: LlamaModel, ticket: Ticket) -> None:
        deadline = time.monotonic() + ticket.seconds
        wished = ticket.settings.seed
        seed = secrets.randbelow(_SEEDS) if wished is None else wished % _SEEDS
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        count, reason = 0, None
        unsent, sent_at = "", 0.0

        def over() -> bool:
            self._progress = time.monotonic()
            return ticket.left.is_set() or self._progress > deadline

        with closing(model.generate(ticket.prompt, ticket.settings, seed, abandoned=over)) as tokens:
            for token in tokens:
                count += 1
                if model.ends_answer(token):
                    reason = "stop"
                    break
                unsent += decoder.decode(model.piece(token))
                if unsent and self._progress - sent_at > _PULSE_SECONDS:
                    ticket.tell(Text(unsent))
                    unsent, sent_at = "", self._progress
                if count == ticket.settings.max_tokens:
                    reason = "length"
                    break
        if reason is None and ticket.left.is_set():
            self._counters.cancelled += 1
            return
        if unsent := unsent + decoder.decode(b"", final=True):
            ticket.tell(Text(unsent))
        self._counters.served += 1
        ticket.tell(Finished(reason or "deadline", Usage(len(ticket.prompt), count)))


def _smoke(model: LlamaModel, writer: PromptWriter) -> None:
    """Computes a few tokens, so that a fault in native code shows at the start and not in a workshop."""
    prompt = writer.tokens([ChatMessage("user", "Guten Tag")])
    if len(prompt) + _SMOKE_TOKENS > model.context_length:
        raise ModelError("Die Kontextlänge ist zu klein für ein Gespräch. Bitte einen größeren Wert wählen.")
    settings = GenerationSettings(max_tokens=_SMOKE_TOKENS, temperature=0)
    with closing(model.generate(prompt, settings, 0, abandoned=lambda: False)) as tokens:
        for _token, _count in zip(tokens, range(_SMOKE_TOKENS), strict=False):
            pass
