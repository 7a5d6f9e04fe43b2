"""In which language the API speaks: German, or what a request asks for in `Accept-Language`.

What guard, checks and audit trail say is told in other languages. Exercises and problems are German, these with codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox.wording.catalogue import Catalogue

LANGUAGES: Final = ("de", "en")
"""The first is spoken where nothing else is asked for."""

_spoken: ContextVar[str] = ContextVar("spoken", default=LANGUAGES[0])


class Languages:
    """Lets every request be answered in the language that it asks for."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Takes the language from the header; all that belongs to the request inherits it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with speaking(asked_for(Headers(scope=scope).get("accept-language", ""))):
            await self._app(scope, receive, send)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """The language of everything that is said meanwhile."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def asked_for(header: str) -> str:
    """The language that a header `Accept-Language` (RFC 9110) likes best of those that are spoken here."""
    best, weight = LANGUAGES[0], 0.0
    for part in header.split(","):
        name, _, parameter = part.partition(";")
        code = name.strip().lower().partition("-")[0]
        try:
            quality = float(parameter.strip().removeprefix("q=")) if parameter else 1.0
        except ValueError:
            continue
        if code in LANGUAGES and quality > weight:
            best, weight = code, quality
    return best


def label(german: str) -> str:
    """The name of a kind of finding or warning."""
    return _said(german, lambda: findings().text(german))


def finding_reason(german: str) -> str:
    """Why the guard holds something for personal data."""
    return _said(german, lambda: findings().reason(german) or _ANY_REASON)


def warning_explanation(german: str) -> str:
    """What a warning says."""
    return _said(german, lambda: findings().text(german))


def check_text(german: str) -> str:
    """A heading, message or item of a check. Words of the exercise and of the answer stay German."""
    return _said(german, lambda: checks().text(german))


def audit_label(german: str) -> str:
    """What the audit trail calls an action, or somebody without a name."""
    return _said(german, lambda: audit_trail().text(german))


_ANY_REASON: Final = "Found by a rule of the guard."


@cache
def findings() -> Catalogue:
    """What the guard says."""
    return Catalogue.read(Path(__file__).parent / "findings.en.yaml")


@cache
def checks() -> Catalogue:
    """What the checks say."""
    return Catalogue.read(Path(__file__).parent / "checks.en.yaml")


@cache
def audit_trail() -> Catalogue:
    """What the audit trail names things."""
    return Catalogue.read(Path(__file__).parent / "audit.en.yaml")


def _said(german: str, otherwise: Callable[[], str | None]) -> str:
    return german if _spoken.get() == LANGUAGES[0] else otherwise() or german
