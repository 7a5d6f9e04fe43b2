"""What can go wrong between page and service."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import httpx

from ui.texts import texts
from ui.texts.language import SOURCE_LANGUAGE, language


class ServiceError(Exception):
    """The service refused or could not be reached.

    `detail` is a sentence for the page, in its language; it never holds what the participant wrote.
    """

    def __init__(self, detail: str, *, status: int = 0, code: str = "") -> None:
        super().__init__(code or f"HTTP {status}")
        self.detail = detail
        self.status = status
        self.code = code


class SignedOutError(ServiceError):
    """The session is unknown, ended or revoked: show the sign-in page."""


class UnreachableError(ServiceError):
    """No connection, or none in time."""


def error_of(status: int, content: bytes) -> ServiceError:
    """The error that an answer stands for, by its problem details (RFC 9457)."""
    try:
        problem = json.loads(content)
    except ValueError:
        problem = {}
    if not isinstance(problem, dict):
        problem = {}
    detail = in_words(problem) or texts().errors.by_status.get(status, texts().errors.unknown)
    kind = SignedOutError if status == httpx.codes.UNAUTHORIZED else ServiceError
    return kind(detail, status=status, code=str(problem.get("code") or ""))


def in_words(problem: Mapping[str, Any]) -> str:
    """What to say of a problem: on German pages the service's own sentence, else what its code means."""
    detail = problem.get("detail")
    if language() == SOURCE_LANGUAGE and isinstance(detail, str) and detail:
        return detail
    general = texts().problems.by_code.get(str(problem.get("code")), "")
    try:
        return general.format_map(problem)
    except (LookupError, ValueError, TypeError):
        return ""
