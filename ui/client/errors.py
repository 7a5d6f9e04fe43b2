"""What can go wrong between page and service."""

from __future__ import annotations

import json

import httpx

from ui.texts import texts


class ServiceError(Exception):
    """The service refused or could not be reached.

    `detail` is a German sentence for the page; it never holds what the participant wrote.
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
    """The error that an answer stands for, with the German sentence of its problem details (RFC 9457)."""
    try:
        problem = json.loads(content)
    except ValueError:
        problem = {}
    if not isinstance(problem, dict):
        problem = {}
    detail = problem.get("detail")
    if not isinstance(detail, str) or not detail:
        detail = texts().errors.by_status.get(status, texts().errors.unknown)
    kind = SignedOutError if status == httpx.codes.UNAUTHORIZED else ServiceError
    return kind(detail, status=status, code=str(problem.get("code") or ""))
