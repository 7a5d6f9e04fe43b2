"""Limits on failed entries, so that join codes, passwords and links cannot be guessed."""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable

from sandbox.problems import Problem

_MAX_ADDRESSES = 10_000


class FailureLimit:
    """Counts failed entries per address and over all addresses within a sliding window.

    Only failures count: a whole room behind one address may enter at once. Counted in memory of this process.
    """

    def __init__(
        self, per_address: int, total: int, window: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._per_address = per_address
        self._total = total
        self._window = window
        self._clock = clock
        self._lock = threading.Lock()
        self._all: deque[float] = deque()
        self._by_address: dict[str, deque[float]] = {}

    def require(self, address: str) -> None:
        """Raises the 429 problem when this address, or all together, have failed too often."""
        now = self._clock()
        with self._lock:
            waits = [
                self._wait(self._by_address.get(address, deque()), self._per_address, now),
                self._wait(self._all, self._total, now),
            ]
        wait = math.ceil(max(waits))
        if wait > 0:
            minutes = math.ceil(wait / 60)
            raise Problem(
                429,
                "zu-viele-versuche",
                f"Von hier kamen zu viele falsche Eingaben. Bitte warten Sie {minutes} "
                f"{'Minute' if minutes == 1 else 'Minuten'} und versuchen Sie es dann noch einmal.",
                headers={"Retry-After": str(wait)},
                retry_after=wait,
            )

    def count(self, address: str) -> None:
        """Notes a failed entry."""
        now = self._clock()
        with self._lock:
            self._all.append(now)
            if len(self._by_address) >= _MAX_ADDRESSES:
                self._by_address = {
                    key: times for key, times in self._by_address.items() if times[-1] > now - self._window
                }
            self._by_address.setdefault(address, deque()).append(now)

    def _wait(self, times: deque[float], allowed: int, now: float) -> float:
        while times and times[0] <= now - self._window:
            times.popleft()
        return times[-allowed] + self._window - now if len(times) >= allowed else 0.0
