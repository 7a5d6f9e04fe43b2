"""One running service for all tests that leave it whole, and people who use it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.accounts.limits import FailureLimit
from sandbox.settings import Settings
from tests.sandbox.live_service import LiveService, Person, free_port, running
from tests.sandbox.postgres import cluster

PASSWORD = "vier Wörter hintereinander"


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveService]:
    """The service with its pages on SQLite."""
    settings = Settings(port=free_port(), data_dir=tmp_path_factory.mktemp("data"))
    with running(settings, with_page=True) as service:
        yield service


@pytest.fixture(scope="session")
def postgres_address() -> Iterator[str]:
    with cluster() as address:
        yield address


@pytest.fixture(scope="session")
def live_on_postgres(postgres_address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveService]:
    """The service without pages on PostgreSQL."""
    settings = Settings(port=free_port(), data_dir=tmp_path_factory.mktemp("data"), database_url=postgres_address)
    with running(settings) as service:
        yield service


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest) -> LiveService:
    """The service, once on each kind of database."""
    name = "live" if request.param == "sqlite" else "live_on_postgres"
    service: LiveService = request.getfixturevalue(name)
    return service


def _with_account(service: LiveService, role: str, link: str) -> Person:
    known = service.staff.get(role)
    if known is not None and known.get("/api/v1/session").status_code == 200:
        return known
    person = service.staff[role] = service.visitor()
    person.name = {"trainer": "Trainerin Ahorn", "dpo": "Datenschutz Buche"}[role]
    entry = {"name": person.name, "password": PASSWORD}
    answer = person.post("/api/v1/session/login", entry)
    if answer.status_code == 401:
        answer = person.post(f"/api/v1/setup/{link.partition('einrichtung=')[2]}", entry)
    assert answer.status_code == 201, answer.text
    return person


def trainer_of(service: LiveService) -> Person:
    """The first trainer, who leads the demonstration workshop."""
    return _with_account(service, "trainer", service.app.state.bootstrap.trainer_link)


def dpo_of(service: LiveService) -> Person:
    """The first data-protection officer."""
    return _with_account(service, "dpo", service.app.state.bootstrap.dpo_link)


@pytest.fixture
def participant(live: LiveService) -> Person:
    return live.participant()


@pytest.fixture
def trainer(live: LiveService) -> Person:
    return trainer_of(live)


@pytest.fixture
def dpo(live: LiveService) -> Person:
    return dpo_of(live)


@pytest.fixture(autouse=True)
def _nobody_has_failed_before(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in {"live", "live_on_postgres", "either"} & set(request.fixturenames):
        context = request.getfixturevalue(name).context
        monkeypatch.setattr(context, "failure_limit", FailureLimit(10, 200, 300.0))


@pytest.fixture
def service_log(live: LiveService) -> Iterator[io.StringIO]:
    """What the service writes to its log."""
    handler = next(item for item in live_handlers() if type(item.formatter).__name__ == "ProcessorFormatter")
    written = io.StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)


def live_handlers() -> list[logging.StreamHandler]:
    return [item for item in logging.getLogger().handlers if isinstance(item, logging.StreamHandler)]


@pytest.fixture
def database_files(live: LiveService) -> list[Path]:
    """Everything the service has written to disk."""
    return [path for path in live.settings.data_dir.rglob("*") if path.is_file()]
