"""Errors of the API as problem details (RFC 9457), in German, saying what to do."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException

from sandbox.logs import describe_exception

MEDIA_TYPE = "application/problem+json"

_log = structlog.get_logger("sandbox.problems")

_TITLES = {
    400: "Die Anfrage ist nicht verständlich",
    401: "Sie sind nicht angemeldet",
    403: "Das ist Ihnen nicht erlaubt",
    404: "Das gibt es hier nicht",
    405: "So lässt sich diese Adresse nicht aufrufen",
    409: "Das passt nicht zum jetzigen Stand",
    413: "Die Eingabe ist zu groß",
    421: "Diese Adresse gehört nicht hierher",
    422: "Die Eingabe ist unvollständig oder zu lang",
    429: "Zu viele Versuche",
    500: "Ein Fehler im Programm",
    503: "Ein Teil der Werkstatt ist nicht bereit",
    507: "Es konnte nicht gespeichert werden",
}


class ProblemDetails(BaseModel):
    """The body of every error answer."""

    model_config = ConfigDict(use_attribute_docstrings=True, extra="allow")

    type: str = "about:blank"
    """Kind of problem, a URI reference."""
    title: str
    """The kind of problem in a few words."""
    status: int
    """HTTP status."""
    detail: str
    """What happened and what to do."""
    code: str
    """Fixed name of the problem, for programs."""


class Problem(Exception):  # noqa: N818 - named after RFC 9457
    """An error that a person can do something about. Carries no text that a participant wrote."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        title: str | None = None,
        headers: Mapping[str, str] | None = None,
        **extra: Any,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.detail = detail
        self.title = title or _TITLES.get(status) or HTTPStatus(status).phrase
        self.headers = dict(headers or {})
        self.extra = extra

    def body(self) -> dict[str, Any]:
        """The problem as JSON."""
        return {
            "type": f"/api/problems#{self.code}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "code": self.code,
            **self.extra,
        }

    def response(self) -> JSONResponse:
        """The problem as HTTP response."""
        return JSONResponse(self.body(), self.status, headers=self.headers, media_type=MEDIA_TYPE)


def storage_problem() -> Problem:
    """What is said when the database does not take a write (disk full, database gone)."""
    return Problem(
        507,
        "speichern-fehlgeschlagen",
        "Die Werkstatt konnte gerade nichts speichern, vermutlich ist der Datenträger voll. Ihr Text steht noch "
        "auf der Seite: Bitte kopieren Sie ihn sicherheitshalber und sagen Sie der Betreuung Ihres Rechners "
        "Bescheid. Danach können Sie es noch einmal versuchen.",
    )


def unexpected_problem() -> Problem:
    """What is said of a fault in the program."""
    return Problem(
        500,
        "programmfehler",
        "Das hätte nicht passieren dürfen. Ihr Text steht noch auf der Seite. Bitte versuchen Sie es noch einmal; "
        "bleibt der Fehler, sagen Sie bitte der Betreuung Bescheid.",
    )


def install(app: FastAPI) -> None:
    """Makes the application answer every error with problem details."""

    @app.exception_handler(Problem)
    async def _problem(_request: Request, problem: Problem) -> JSONResponse:
        return problem.response()

    @app.exception_handler(RequestValidationError)
    async def _invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        fields = sorted({".".join(str(part) for part in item["loc"][1:]) or "body" for item in error.errors()})
        return Problem(
            422,
            "eingabe-ungueltig",
            "Diese Angaben fehlen oder haben nicht die erwartete Form: " + ", ".join(fields) + ".",
            fields=fields,
        ).response()

    @app.exception_handler(HTTPException)
    async def _http(_request: Request, error: HTTPException) -> JSONResponse:
        detail = {404: "Unter dieser Adresse gibt es nichts. Bitte prüfen Sie die Adresse."}.get(
            error.status_code, "Bitte laden Sie die Seite neu und versuchen Sie es noch einmal."
        )
        return Problem(error.status_code, f"http-{error.status_code}", detail, headers=error.headers).response()

    @app.exception_handler(DBAPIError)
    async def _storage(_request: Request, error: DBAPIError) -> JSONResponse:
        name, places = describe_exception(error)
        _log.error("storage_failed", error_type=name, error_places=places)
        return storage_problem().response()

    @app.exception_handler(Exception)
    async def _unexpected(_request: Request, error: Exception) -> JSONResponse:
        name, places = describe_exception(error)
        _log.error("unexpected_error", error_type=name, error_places=places)
        return unexpected_problem().response()
