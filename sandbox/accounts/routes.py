"""Routes for joining, logging in and out, and setting up accounts.

Each takes JSON from programs and a form from the page. A form is answered with a redirect, because the
session cookie has to reach the browser: ``303 /`` or ``303 /?fehler=CODE``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool

from sandbox import audit
from sandbox.accounts import service
from sandbox.accounts.current import CurrentAccount
from sandbox.accounts.roles import Role
from sandbox.accounts.schemas import (
    AccountOut,
    JoinIn,
    LoginIn,
    SessionOut,
    SessionWorkshop,
    SetupIn,
    SetupOut,
)
from sandbox.accounts.service import OpenedSession
from sandbox.audit import Actor, AuditAction
from sandbox.context import ServiceContext
from sandbox.dependencies import COOKIE, Context, Current, MaybeCurrent
from sandbox.problems import Problem
from sandbox.workshops.service import visible_workshops
from sandbox.workshops.tables import Workshop

router = APIRouter(prefix="/api/v1", tags=["Konten"])

_In = TypeVar("_In", bound=BaseModel)

_FAILURES = {"code-unbekannt", "anmeldung-falsch", "einrichtung-ungueltig"}


def _body(schema: type[BaseModel]) -> dict[str, Any]:
    content = {"schema": {"$ref": f"#/components/schemas/{schema.__name__}"}}
    types = ("application/json", "application/x-www-form-urlencoded")
    return {"requestBody": {"required": True, "content": dict.fromkeys(types, content)}}


@router.post("/session/join", status_code=201, response_model=SessionOut, openapi_extra=_body(JoinIn))
async def join(request: Request, context: Context, current: MaybeCurrent) -> Response:
    """Join a workshop with its code and a pseudonym."""

    def enter(data: JoinIn) -> OpenedSession:
        with context.database.write() as session:
            return service.join(session, context.settings, data.join_code, data.pseudonym, current)

    return await _come_in(request, context, JoinIn, enter)


@router.post("/session/login", status_code=201, response_model=SessionOut, openapi_extra=_body(LoginIn))
async def login(request: Request, context: Context) -> Response:
    """Log in with name and password."""

    def enter(data: LoginIn) -> OpenedSession:
        with context.database.read() as session:
            account_id, better_hash = service.check_password(session, data.name, data.password)
        with context.database.write() as session:
            return service.login(session, context.settings, account_id, better_hash)

    return await _come_in(request, context, LoginIn, enter)


@router.post("/session/logout", status_code=204)
def logout(request: Request, context: Context, current: MaybeCurrent) -> Response:
    """Close the session. A form is sent back to the first page."""
    if current is not None:
        with context.database.write() as session:
            service.close_session(session, current)
    form = _is_form(request)
    response: Response = RedirectResponse("/", 303) if form else Response(status_code=204)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax", secure=context.settings.secure)
    return response


@router.get("/session")
def session_info(context: Context, current: Current) -> SessionOut:
    """Who is logged in, in which workshop, and until when."""
    return _session_out(context, current)


@router.get("/setup/{token}")
def setup_info(token: str, context: Context) -> SetupOut:
    """Whether a set-up link still works, and for which role."""
    with context.database.read() as session:
        return SetupOut(role=Role(service.find_setup_link(session, token).role), valid=True)


@router.post("/setup/{token}", status_code=201, response_model=SessionOut, openapi_extra=_body(SetupIn))
async def set_up(token: str, request: Request, context: Context) -> Response:
    """Set up the account of a one-time link."""

    def enter(data: SetupIn) -> OpenedSession:
        with context.database.write() as session:
            return service.set_up_account(session, context.settings, token, data.name, data.password)

    return await _come_in(request, context, SetupIn, enter, einrichtung=token)


async def _come_in(
    request: Request,
    context: ServiceContext,
    schema: type[_In],
    enter: Callable[[_In], OpenedSession],
    **back: str,
) -> Response:
    form, address = _is_form(request), _address(request)
    try:
        data = await _read(request, schema, form)
        context.failure_limit.require(address)
        opened = await run_in_threadpool(enter, data)
        info = await run_in_threadpool(_session_out, context, opened.account)
    except Problem as problem:
        await run_in_threadpool(_note_failure, context, address, problem)
        if not form:
            raise
        return RedirectResponse(f"/?{urlencode({'fehler': problem.code, **back})}", 303)
    response: Response = (
        RedirectResponse("/", 303) if form else JSONResponse(info.model_dump(mode="json"), status_code=201)
    )
    response.set_cookie(
        COOKIE,
        opened.token,
        expires=opened.account.expires_at,
        path="/",
        httponly=True,
        samesite="lax",
        secure=context.settings.secure,
    )
    return response


async def _read(request: Request, schema: type[_In], form: bool) -> _In:
    try:
        if form:
            fields = await request.form()
            return schema.model_validate({key: value for key, value in fields.items() if isinstance(value, str)})
        return schema.model_validate_json(await request.body())
    except ValidationError as error:
        names = sorted({str(part) for item in error.errors() for part in item["loc"][:1]})
        detail = "Diese Angaben fehlen oder sind zu lang: " + ", ".join(names) + "."
        raise Problem(422, "eingabe-ungueltig", detail, fields=names) from None


def _note_failure(context: ServiceContext, address: str, problem: Problem) -> None:
    if problem.code not in _FAILURES:
        return
    context.failure_limit.count(address)
    with context.database.write() as session:
        audit.append(session, Actor(None, "anonymous"), AuditAction.LOGIN_FAILED, "", {"reason": problem.code})


def _session_out(context: ServiceContext, current: CurrentAccount) -> SessionOut:
    with context.database.read() as session:
        leads = current.role in {Role.TRAINER, Role.ADMIN}
        if leads:
            workshop = next(iter(visible_workshops(session, current.id, current.role)), None)
        else:
            workshop = session.get(Workshop, current.workshop_id) if current.workshop_id else None
    return SessionOut(
        account=AccountOut(id=current.id, role=current.role, name=current.name),
        workshop=_session_workshop(workshop, told_code=leads) if workshop else None,
        expires_at=current.expires_at,
    )


def _session_workshop(workshop: Workshop, *, told_code: bool) -> SessionWorkshop:
    return SessionWorkshop(
        id=workshop.id,
        title=workshop.title,
        join_code=workshop.join_code if told_code else None,
        starts_on=workshop.starts_on,
        ends_on=workshop.ends_on,
        retention_until=workshop.retention_until,
    )


def _is_form(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind in {"application/x-www-form-urlencoded", "multipart/form-data"}


def _address(request: Request) -> str:
    return request.client.host if request.client else "unknown"
