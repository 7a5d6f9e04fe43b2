"""`sandbox audit` and `sandbox retention`: what an operator or DPO does to the stored data."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from sandbox.audit import verify_chain
from sandbox.cli._console import out, print_json
from sandbox.cli._database import database_session
from sandbox.cli._settings import settings_from
from sandbox.privacy import run_retention

commands = typer.Typer(no_args_is_help=True)
retention = typer.Typer(no_args_is_help=True)
DataDirOption = Annotated[Path | None, typer.Option("--data-dir", help="Datenverzeichnis des Dienstes.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Als JSON ausgeben.")]


@commands.command()
def verify(data_dir: DataDirOption = None, as_json: JsonOption = False) -> None:
    """Rechnet die Prüfsummenkette des Prüfprotokolls nach. Rückgabe 1, wenn ein Eintrag nicht stimmt."""
    with database_session(settings_from(data_dir=data_dir), writing=False) as session:
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
    with database_session(settings, writing=not dry_run) as session:
        report = run_retention(session, dry_run=dry_run, timezone=settings.timezone)
    if as_json:
        print_json({**asdict(report), "on": report.on.isoformat()})
        return
    verb = "Zu löschen wären" if dry_run else "Gelöscht"
    out.print(
        f"{verb} am {report.on:%d.%m.%Y}: {report.attempts} Versuche und {report.participants} Teilnehmende "
        f"aus {report.workshops} Workshops, {report.sessions} Sitzungen, {report.setup_links} Einrichtungslinks."
    )
