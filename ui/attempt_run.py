"""An attempt on its way: read in a thread of its own, looked at by the page again and again.

The page of a participant is a script that runs from top to bottom whenever they touch something.
The reading of an answer must outlive those runs, must stop when the participant says so, and must
stop when nobody looks any more, because the browser is gone.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from typing import Literal

from ui import schemas
from ui.client import AttemptStream, Client, ServiceError
from ui.texts import texts
from ui.texts.language import language, speaking

RunState = Literal["waiting", "streaming", "done", "cancelled", "failed"]

# Browsers slow the timers of a hidden tab down to one tick a minute.
ABANDONED_AFTER_SECONDS = 90.0


_running: dict[str, AttemptRun] = {}
"""Attempts on their way, by identifier, for pages that are opened anew meanwhile."""


def running_attempt(attempt_id: str | int) -> AttemptRun | None:
    """The attempt where it is still on its way in this process.

    Ask the service first whether the attempt belongs to whoever looks at the page.
    """
    return _running.get(str(attempt_id))


class AttemptRun:
    """One running attempt; all properties may be read from any thread."""

    def __init__(
        self,
        client: Client,
        exercise_id: str,
        prompt: str,
        material: str | None,
        missed: Sequence[schemas.MarkedPlace] = (),
        material_missed: Sequence[schemas.MarkedPlace] = (),
        *,
        expectation: str = "",
        settings: Mapping[str, float | int | str] | None = None,
    ) -> None:
        self._stream: AttemptStream = client.attempt_events(
            exercise_id,
            prompt,
            material,
            missed=missed,
            material_missed=material_missed,
            expectation=expectation,
            settings=settings,
        )
        self._lock = threading.Lock()
        self._pieces: list[str] = []
        self._cancelled = threading.Event()
        self._finished = threading.Event()
        self._looked_at = time.monotonic()
        self.state: RunState = "waiting"
        self.accepted: schemas.Accepted | None = None
        self.position: int | None = None
        self.wait_seconds: float | None = None
        self.attempt: schemas.Attempt | None = None
        self.error: ServiceError | None = None
        self._language = language()

    def start(self) -> AttemptRun:
        """Begin to send and read."""
        threading.Thread(target=self._read, name="attempt", daemon=True).start()
        threading.Thread(target=self._watch, name="attempt-watch", daemon=True).start()
        return self

    def look(self) -> str:
        """The text so far; also tells the run that somebody is still there."""
        self._looked_at = time.monotonic()
        with self._lock:
            return "".join(self._pieces)

    @property
    def running(self) -> bool:
        """Whether more can come."""
        return not self._finished.is_set()

    def cancel(self) -> None:
        """Stop the model; what came so far stays."""
        self._cancelled.set()
        self._stream.abort()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the end; False when `timeout` seconds passed before it."""
        return self._finished.wait(timeout)

    def _read(self) -> None:
        with speaking(self._language):
            self._follow()

    def _follow(self) -> None:
        try:
            with self._stream as events:
                for event in events:
                    if self._cancelled.is_set():
                        break
                    self._take(event)
            if self.state in ("waiting", "streaming"):
                self._end_early()
        except ServiceError as error:
            if self._cancelled.is_set():
                self.state = "cancelled"
            else:
                self.state, self.error = "failed", error
        finally:
            if self.accepted is not None:
                _running.pop(str(self.accepted.attempt_id), None)
            self._finished.set()

    def _end_early(self) -> None:
        if self._cancelled.is_set():
            self.state = "cancelled"
        else:
            self.state = "failed"
            self.error = ServiceError(texts().errors.broken_off, code="broken-off")

    def _take(self, event: schemas.AttemptEvent) -> None:
        match event:
            case schemas.Accepted():
                self.accepted = event
                _running[str(event.attempt_id)] = self
            case schemas.Queued():
                self.position, self.wait_seconds = event.position, event.seconds
            case schemas.TextPiece():
                with self._lock:
                    self._pieces.append(event.text)
                self.state, self.position = "streaming", None
            case schemas.Done():
                self.attempt, self.state = event.attempt, "done"
            case schemas.Failed():
                self.error = ServiceError(event.detail, code=event.code)
                self.attempt, self.state = event.attempt, "failed"

    def _watch(self) -> None:
        while not self._finished.wait(5.0):
            if time.monotonic() - self._looked_at > ABANDONED_AFTER_SECONDS:
                self.cancel()
