"""A request on its way through the worker, and what is told about it.

Requests come from an event loop and get their events back there.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field

from models.messages import GenerationSettings, Usage


@dataclass(frozen=True)
class Queued:
    """So many requests will be served before this one; `seconds` is an estimate, `None` while nothing is known."""

    position: int
    seconds: float | None = None


@dataclass(frozen=True)
class Text:
    """Whole characters of the answer."""

    text: str


@dataclass(frozen=True)
class Finished:
    """The answer is complete: "stop", "length" or "deadline"; or a beginning is "kept"."""

    reason: str
    usage: Usage


@dataclass(frozen=True)
class Failed:
    """The computation broke; the message is for readers."""

    message: str


Event = Queued | Text | Finished | Failed


@dataclass(eq=False)
class Ticket:
    """One request."""

    prompt: Sequence[int]
    settings: GenerationSettings | None
    """`None` asks only that the prompt be computed and kept as the beginning of others."""
    seconds: float
    """Longest time to compute, without the waiting."""
    participant: str | None
    placeholders: frozenset[str]
    """Those of the conversation; the answer cannot hold others."""
    loop: asyncio.AbstractEventLoop
    events: "asyncio.Queue[Event]" = field(default_factory=asyncio.Queue)
    left: threading.Event = field(default_factory=threading.Event)

    @property
    def cells(self) -> int:
        """Longest it can become, in tokens."""
        return len(self.prompt) + (self.settings.max_tokens if self.settings else 0)

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
