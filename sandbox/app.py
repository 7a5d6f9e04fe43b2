"""The application: API, pages, and the parts behind them, with one life."""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import structlog
from fastapi import FastAPI, HTTPException
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from models import ModelError
from sandbox import __version__, audit, logs, perimeter, problems, reference
from sandbox.accounts.limits import FailureLimit
from sandbox.accounts.routes import router as accounts
from sandbox.accounts.schemas import JoinIn, LoginIn, SetupIn
from sandbox.audit import Actor, AuditAction
from sandbox.audit.routes import router as audit_trail
from sandbox.bootstrap import Bootstrap, ensure_demo
from sandbox.comparisons.routes import router as comparisons
from sandbox.context import ServiceContext
from sandbox.database import Database
from sandbox.evaluation import router as evaluation
from sandbox.journal.routes import router as journal
from sandbox.marks.routes import router as marks
from sandbox.migrations import migrate
from sandbox.model_card import router as model_card
from sandbox.openapi import describe
from sandbox.page import Page, no_page
from sandbox.policies.history import StoredPolicyError
from sandbox.policies.routes import router as policies
from sandbox.policies.service import follow, follow_if_readable
from sandbox.practice import store
from sandbox.practice.attempt_routes import router as attempts
from sandbox.practice.exercise_routes import router as exercise_list
from sandbox.practice.guard_routes import router as guard
from sandbox.privacy import run_retention
from sandbox.review.routes import router as review
from sandbox.service_info import router as service_info
from sandbox.settings import Settings
from sandbox.spotting.routes import router as spotting
from sandbox.startup import (
    StartupError,
    choose_model,
    load_guard,
    more_models,
    prepare_data_dir,
    read_exercises,
    read_policy,
)
from sandbox.wall.routes import router as wall
from sandbox.wording import Languages
from sandbox.workshops.routes import router as workshops

_log = structlog.get_logger("sandbox.app")

HOUSEKEEPING_SECONDS = 3600
"""Time between two looks for data past their retention date and for attempts that nobody finished."""

POLICY_SECONDS = 10
"""Time between two looks whether another copy of the service has put a policy into force."""

LONGEST_ANSWER = timedelta(hours=1)
"""No answer takes longer; an attempt still running then was left behind."""

_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

DESCRIPTION = (
    "Die Schnittstelle der KI-Werkstatt. Fehler kommen als Problembeschreibung nach RFC 9457, "
    "mit einem deutschen Satz im Feld detail, der sagt, was zu tun ist."
)


def create_app(settings: Settings | None = None, *, with_page: bool = True) -> FastAPI:
    """The whole service as one ASGI application.

    While it runs, ``app.state.context`` holds its parts and ``app.state.bootstrap`` what the operator has
    to know. Raises StartupError here or, for what needs longer, at the start of its life.
    """
    settings = settings or Settings()
    os.environ["SANDBOX_SERVICE_URL"] = settings.local_url
    page = Page(settings) if with_page else None
    logs.configure(settings.log_level)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        try:
            async with running_context(settings) as (context, bootstrap):
                app.state.context, app.state.bootstrap = context, bootstrap
                async with page.running(app) if page else no_page(app):
                    # The guard's tables live as long as the process: no collection need walk them again.
                    gc.collect()
                    gc.freeze()
                    yield
                    await context.end_running()
        except StartupError as error:
            app.state.startup_error = error
            raise

    app = FastAPI(
        title="KI-Werkstatt",
        version=__version__,
        description=DESCRIPTION,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
        lifespan=life,
    )
    app.add_middleware(Languages)
    app.add_middleware(perimeter.Perimeter, settings=settings)
    problems.install(app)
    reference.install(app)
    practising = (exercise_list, guard, attempts, spotting, comparisons, journal, wall)
    staff = (workshops, review, audit_trail, policies, marks, evaluation)
    for router in (service_info, model_card, accounts, *practising, *staff):
        app.include_router(router)
    describe(app, JoinIn, LoginIn, SetupIn)
    app.add_api_route("/api/{path:path}", _nothing_here, methods=_METHODS, include_in_schema=False)
    if page:
        app.mount("/", page.asgi, name="page")
    return app


@asynccontextmanager
async def running_context(settings: Settings) -> AsyncIterator[tuple[ServiceContext, Bootstrap]]:
    """Opens database, guard and model side by side, and closes them again."""
    prepare_data_dir(settings)
    policy, exercises = read_policy(settings), read_exercises(settings)
    model = choose_model(settings, settings.runtime_dir)
    models = (model, *more_models(settings, settings.runtime_dir, model))
    database = Database(settings.resolved_database_url)
    loading = asyncio.create_task(asyncio.to_thread(load_guard, policy.policy))
    try:
        opening = asyncio.gather(*(each.start() for each in models))
        bootstrap = await asyncio.to_thread(_open_database, settings, database)
        guard = await loading
        await opening
        limit = FailureLimit(settings.failed_entries, settings.failed_entries_total, settings.failed_entries_window)
        context = ServiceContext(settings, database, guard, policy, exercises, model, limit, models[1:])
        await asyncio.to_thread(follow, context)
        bootstrap = replace(bootstrap, warnings=_unknown_exercises(context))
        await asyncio.to_thread(_record, context, AuditAction.SERVICE_STARTED)
        housekeeping = asyncio.create_task(_keep_house(context))
        following = asyncio.create_task(_follow_policies(context))
        _log.info("service_started", address=settings.address, model=model.name, version=__version__)
        try:
            yield context, bootstrap
        finally:
            housekeeping.cancel()
            following.cancel()
        await asyncio.to_thread(_record, context, AuditAction.SERVICE_STOPPED)
    except ModelError as error:
        raise StartupError(error.message, "»sandbox doctor« sagt mehr.") from None
    except StoredPolicyError as error:
        raise StartupError(
            f"Die Schutzregel in Kraft lässt sich nicht lesen: {error}",
            "Bitte starten Sie die Fassung des Programms, mit der sie freigegeben wurde, und setzen Sie dort eine "
            "passende in Kraft.",
        ) from None
    finally:
        await asyncio.gather(*(each.stop() for each in models))
        database.dispose()


async def _keep_house(context: ServiceContext) -> None:
    """Deletes what has outlived its retention date and closes attempts that nobody finished, now and then."""
    while True:
        try:
            await asyncio.to_thread(_delete_due, context)
            await asyncio.to_thread(_fail_left_over, context.database, LONGEST_ANSWER)
        except DBAPIError as error:
            _log.error("housekeeping_failed", error_type=type(error).__name__)
        await asyncio.sleep(HOUSEKEEPING_SECONDS)


async def _follow_policies(context: ServiceContext) -> None:
    """Takes over what another copy of the service has put into force."""
    while True:
        await asyncio.sleep(POLICY_SECONDS)
        try:
            await asyncio.to_thread(follow_if_readable, context)
        except DBAPIError as error:
            _log.error("policy_unknown", error_type=type(error).__name__)


def _unknown_exercises(context: ServiceContext) -> tuple[str, ...]:
    unknown = context.policy.unknown_exercises({exercise.id for exercise in context.exercises.all})
    for name in unknown:
        _log.warning("policy_names_unknown_exercise", exercise_id=name)
    return tuple(
        f"Die Schutzregel nennt eine Übung „{name}“, die es nicht gibt. Vielleicht ist die Kennung falsch geschrieben."
        for name in unknown
    )


def _delete_due(context: ServiceContext) -> None:
    zone = context.settings.timezone
    with context.database.read() as session:
        if run_retention(session, dry_run=True, timezone=zone).empty:
            return
    with context.database.write() as session:
        report = run_retention(session, timezone=zone)
    _log.info("retention_run", count=report.attempts)


def _fail_left_over(database: Database, older_than: timedelta) -> None:
    with database.write() as session:
        if count := store.fail_left_over(session, datetime.now(UTC) - older_than):
            _log.warning("attempts_left_over", count=count)


def _open_database(settings: Settings, database: Database) -> Bootstrap:
    try:
        migrate(database.engine)
        # Another copy of the service may be at work on a shared database; an SQLite file is ours alone.
        alone = database.engine.dialect.name == "sqlite"
        _fail_left_over(database, timedelta(0) if alone else LONGEST_ANSWER)
        return ensure_demo(settings, database)
    except SQLAlchemyError as error:
        raise StartupError(
            f"Die Datenbank lässt sich nicht öffnen ({type(error).__name__}).",
            "Bitte prüfen Sie SANDBOX_DATABASE_URL, den Platz auf dem Datenträger und die Rechte am Datenverzeichnis.",
        ) from None


def _nothing_here(path: str) -> None:
    raise HTTPException(404)


def _record(context: ServiceContext, action: AuditAction) -> None:
    details: dict[str, str | int] = {"version": __version__, "model": context.model.version}
    if action is AuditAction.SERVICE_STARTED:
        details |= context.guard_versions()
    with context.database.write() as session:
        audit.append(session, Actor.system(), action, "", details)
