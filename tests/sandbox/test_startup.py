"""Starting, and failing to start with a sentence that helps."""

from __future__ import annotations

import asyncio
import hashlib
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from models import load_catalogue
from sandbox.accounts import Role
from sandbox.accounts.service import find_setup_link
from sandbox.app import running_context
from sandbox.bootstrap import ensure_demo
from sandbox.database import Database
from sandbox.migrations import migrate
from sandbox.page import configure_streamlit, require_no_telemetry
from sandbox.problems import Problem
from sandbox.schema import metadata
from sandbox.server import StartupError, serve
from sandbox.settings import Settings
from sandbox.startup import choose_model, prepare_data_dir, read_exercises, read_policy
from tests.sandbox.live_service import LiveService, free_port


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(port=free_port(), data_dir=tmp_path / "data")


def test_a_port_in_use_is_told_with_another_one(settings: Settings) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", settings.port))
        other.listen()
        with pytest.raises(StartupError) as told:
            serve(settings)
    assert str(settings.port) in told.value.message and "belegt" in told.value.message
    assert f"--port {settings.port + 1}" in told.value.fix


def test_an_address_of_another_machine_is_refused(settings: Settings) -> None:
    with pytest.raises(StartupError, match="nicht lauschen"):
        serve(settings.model_copy(update={"host": "192.0.2.1"}))


@pytest.mark.parametrize("kind", ["a file stands there", "read-only file system"])
def test_a_data_directory_that_takes_nothing(settings: Settings, tmp_path: Path, kind: str) -> None:
    place = tmp_path / "datei" if kind == "a file stands there" else Path("/proc/sandbox")
    if kind == "a file stands there":
        place.write_text("")
        place = place / "darunter"
    with pytest.raises(StartupError) as told:
        prepare_data_dir(settings.model_copy(update={"data_dir": place}))
    assert str(place) in told.value.message
    assert "--data-dir" in told.value.fix


def catalogue_with(tmp_path: Path, content: bytes | None) -> Path:
    entry = load_catalogue().default.model_dump(mode="json")
    model = tmp_path / "modell.gguf"
    if content is not None:
        model.write_bytes(content)
    file = tmp_path / "catalogue.yaml"
    digest = hashlib.sha256(content or b"").hexdigest()
    entry |= {"path": str(model), "source": "file", "sha256": digest, "size_bytes": len(content or b"x")}
    file.write_text(yaml.safe_dump({"default": entry["name"], "models": [entry]}))
    return file


@pytest.mark.parametrize("content", [None, b"", b"kein Modell", b"GGUF\x03\x00\x00\x00abgeschnitten"])
def test_a_missing_or_broken_model_is_told_before_the_start(
    settings: Settings, tmp_path: Path, content: bytes | None
) -> None:
    broken = settings.model_copy(update={"catalogue_file": catalogue_with(tmp_path, content)})
    with pytest.raises(StartupError) as told:
        serve(broken)
    assert "modell.gguf" in told.value.message
    assert "sandbox models" in told.value.fix


def test_an_unknown_model_is_told(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(StartupError, match="gibt-es-nicht"):
        choose_model(settings.model_copy(update={"model": "gibt-es-nicht"}), tmp_path)


def test_a_broken_policy_or_exercise_is_told(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "regel.yaml").write_text("version: eins\n")
    with pytest.raises(StartupError, match=r"regel\.yaml"):
        read_policy(settings.model_copy(update={"policy_file": tmp_path / "regel.yaml"}))
    with pytest.raises(StartupError, match="Übung"):
        read_exercises(settings.model_copy(update={"exercises_dir": tmp_path / "leer"}))


def test_a_database_that_cannot_be_reached_is_told(settings: Settings, tmp_path: Path) -> None:
    away = settings.model_copy(update={"database_url": f"postgresql://niemand@/nichts?host={tmp_path}"})

    async def start() -> None:
        async with running_context(away):
            pass

    with pytest.raises(StartupError, match="Datenbank"):
        asyncio.run(start())


def test_usage_statistics_stop_the_start(live: LiveService, monkeypatch: pytest.MonkeyPatch) -> None:
    from streamlit import config

    monkeypatch.setattr(config, "get_option", lambda name: name == "browser.gatherUsageStats")
    with pytest.raises(StartupError, match="Nutzungsdaten"):
        require_no_telemetry()


def test_the_environment_cannot_switch_statistics_on(live: LiveService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLIT_BROWSER_GATHER_USAGE_STATS", "true")
    configure_streamlit(live.settings, Path("/nichts"))
    require_no_telemetry()


def test_migrations_lead_to_the_tables_of_the_code(tmp_path: Path, postgres_address: str) -> None:
    sqlite = Database(f"sqlite:///{tmp_path / 'neu.db'}")
    postgres = Database(Settings(database_url=postgres_address).resolved_database_url)
    for database in (sqlite, postgres):
        migrate(database.engine)
        migrate(database.engine)
        with database.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, metadata) == []
        database.dispose()


def test_each_start_gives_fresh_links_until_the_accounts_exist(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'neu.db'}")
    migrate(database.engine)
    settings = Settings(data_dir=tmp_path, public_url="https://werkstatt.example.de/")
    first, second = ensure_demo(settings, database), ensure_demo(settings, database)
    assert first.join_code == second.join_code
    assert re.fullmatch(r"[A-Z]+-[2-9]{4}", first.join_code or "")
    assert first.trainer_link != second.trainer_link
    assert (second.dpo_link or "").startswith("https://werkstatt.example.de/?einrichtung=")
    with database.read() as session:
        old, new = (str(item.trainer_link).partition("=")[2] for item in (first, second))
        assert find_setup_link(session, new).role == Role.TRAINER
        with pytest.raises(Problem):
            find_setup_link(session, old)


def test_every_setting_says_what_it_is() -> None:
    names = [name for name, field in Settings.model_fields.items() if not field.description]
    assert names == []


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANDBOX_PORT", "9999")
    monkeypatch.setenv("SANDBOX_PUBLIC_URL", "https://werkstatt.example.de/")
    monkeypatch.setenv("SANDBOX_DATABASE_URL", "postgres://x@db/werkstatt")
    settings = Settings()
    assert (settings.port, settings.address, settings.secure) == (9999, "https://werkstatt.example.de", True)
    assert settings.local_url == "http://127.0.0.1:9999"
    assert settings.resolved_database_url == "postgresql+psycopg://x@db/werkstatt"


def test_the_service_ends_in_order_when_told_to(settings: Settings) -> None:
    program = (
        "import sys; from pathlib import Path; from sandbox.server import serve; from sandbox.settings import Settings;"
        "serve(Settings(port=int(sys.argv[1]), data_dir=Path(sys.argv[2])), lambda made: print('bereit', flush=True))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(settings.port), str(settings.data_dir)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "bereit\n"
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    database = Database(settings.resolved_database_url)
    with database.engine.connect() as connection:
        actions = connection.exec_driver_sql("SELECT action FROM audit_event ORDER BY seq").scalars().all()
    assert actions[-2:] == ["service.started", "service.stopped"]
    assert {path.stat().st_mode & 0o077 for path in settings.data_dir.rglob("*")} == {0}
