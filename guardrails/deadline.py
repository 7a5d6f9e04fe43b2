"""The time an analysis may take, kept by every loop over a text of unknown length."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import regex

from guardrails.errors import GuardTimeout

#: Longest time one regular expression may take on one text, in seconds. All of them are linear;
#: this is the net below.
REGEX_TIMEOUT_SECONDS = 5.0

T = TypeVar("T")

_current = threading.local()


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Within the block, :func:`check_time` and :func:`scan` raise once ``seconds`` have passed."""
    before = getattr(_current, "until", None), getattr(_current, "kept", None)
    _current.until = None if seconds is None else time.monotonic() + seconds
    _current.kept = {}
    try:
        yield
    finally:
        _current.until, _current.kept = before


def remaining_seconds() -> float | None:
    """Seconds left in this thread, or ``None`` without a limit.

    Raises:
        GuardTimeout: none are left.
    """
    until = getattr(_current, "until", None)
    if until is None:
        return None
    left = float(until - time.monotonic())
    if left <= 0:
        raise GuardTimeout("Die Prüfung des Textes hat zu lange gedauert. Es wurde nichts weitergegeben.")
    return left


def check_time() -> None:
    """Raises :class:`GuardTimeout` once the time of this thread is over."""
    remaining_seconds()


def once(function: Callable[[str], T], text: str) -> T:
    """``function(text)``, worked out once for each text within :func:`time_limit` and forgotten behind it."""
    kept = getattr(_current, "kept", None)
    if kept is None:
        return function(text)
    key = function, text
    if key not in kept:
        kept[key] = function(text)
    found: T = kept[key]
    return found


def scan(pattern: regex.Pattern[str], text: str) -> Iterator[regex.Match[str]]:
    """``pattern.finditer`` that fails closed: a pattern that runs away ends the whole analysis.

    (Presidio's own loop logs such a pattern and goes on without it, so that its data would pass.)
    """
    left = remaining_seconds()
    limit = REGEX_TIMEOUT_SECONDS if left is None else min(left, REGEX_TIMEOUT_SECONDS)
    try:
        yield from pattern.finditer(text, timeout=limit)
    except TimeoutError:
        raise GuardTimeout("Die Prüfung des Textes hat zu lange gedauert. Es wurde nichts weitergegeben.") from None
