"""`sandbox audit` and `sandbox retention`: what an operator or DPO does to the stored data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import inspect
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from sandbox.audit import verify_chain
from sandbox.cli._console import CommandFailed, out, print_json
from sandbox.cli._settings import settings_from
from sandbox.database import Database
from sandbox.privacy import run_retention
from sandbox.settings import Settings

commands = typer.Typer(help="Prüfprotokoll.", no_args_is_help=True)
retention = typer.Typer(help="Löschfristen.", no_args_is_help=True)
DataDirOption = Annotated[Path | None, typer.Option("--data-dir", help="Datenverzeichnis des Dienstes.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Als JSON ausgeben.")]


@commands.command()
def verify(data_dir: DataDirOption = None, as_json: JsonOption = False) -> None:
    """Rechnet die Prüfsummenkette des Prüfprotokolls nach. Rückgabe 1, wenn ein Eintrag nicht stimmt."""
    with _session(settings_from(data_dir=data_dir), writing=False) as session:
        result = verify_chain(session)
    if as_json:
        print_json(asdict(result))
    elif result.valid:
        out.print(f"Die Kette ist unversehrt: {result.checked} Einträge geprüft, letzter Prüfwert {result.head}.")
    else:
        out.print(
            f"Die Kette ist bei Eintrag {result.first_broken} gebrochen: Er fehlt oder wurde verändert. "
            f"Die {result.checked} Einträge davor sind unversehrt. Sichern Sie die Datenbank und verständigen Sie "
            "die Datenschutzbeauftragten."
        )
    if not result.valid:
        raise SystemExit(1)


@retention.command("run")
def run(
    data_dir: DataDirOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Nur zeigen, was gelöscht würde.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Löscht, was seine Aufbewahrungsfrist überschritten hat. Das Prüfprotokoll bleibt."""
    settings = settings_from(data_dir=data_dir)
    with _session(settings, writing=not dry_run) as session:
        report = run_retention(session, dry_run=dry_run, timezone=settings.timezone)
    if as_json:
        print_json({**asdict(report), "on": report.on.isoformat()})
        return
    verb = "Zu löschen wären" if dry_run else "Gelöscht"
    out.print(
        f"{verb} am {report.on:%d.%m.%Y}: {report.attempts} Versuche und {report.participants} Teilnehmende "
        f"aus {report.workshops} Workshops, {report.sessions} Sitzungen, {report.setup_links} Einrichtungslinks."
    )


@contextmanager
def _session(settings: Settings, *, writing: bool) -> Iterator[Session]:
    if settings.database_url is None and not (settings.data_dir / "sandbox.db").is_file():
        raise CommandFailed(
            f"In {settings.data_dir} liegt keine Datenbank. Nennen Sie mit --data-dir das Verzeichnis des Dienstes.", 2
        )
    try:
        database = Database(settings.resolved_database_url)
        if "audit_event" not in inspect(database.engine).get_table_names():
            raise CommandFailed("Die Datenbank ist noch leer. Starten Sie einmal „sandbox serve“.", 2)
        with database.write() if writing else database.read() as session:
            yield session
    except SQLAlchemyError as error:
        raise CommandFailed(f"Die Datenbank antwortet nicht ({type(error).__name__}).") from None
