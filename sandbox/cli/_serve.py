"""`sandbox serve`: start the service and say how to get in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from sandbox.cli._console import CommandFailed
from sandbox.cli._settings import settings_from


def serve(
    host: Annotated[str | None, typer.Option(help="Adresse, auf der der Dienst lauscht.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Anschluss.")] = None,
    data_dir: Annotated[Path | None, typer.Option("--data-dir", help="Datenverzeichnis.")] = None,
) -> None:
    """Startet den Dienst. Beenden mit Strg+C."""
    from sandbox.bootstrap import Bootstrap
    from sandbox.server import StartupError
    from sandbox.server import serve as run

    settings = settings_from(host=host, port=port, data_dir=data_dir)
    # No library in this process or its worker may ask a hub for anything: only `sandbox models pull` does.
    os.environ.update(HF_HUB_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1")

    def announce(bootstrap: Bootstrap) -> None:
        lines = ["", f"Bereit: {settings.address}", ""]
        if bootstrap.join_code:
            lines.append(f"  Beitrittscode für Teilnehmende: {bootstrap.join_code}")
        if bootstrap.trainer_link:
            lines.append(f"  Einmaliger Link, Trainerin oder Trainer einrichten: {bootstrap.trainer_link}")
        if bootstrap.dpo_link:
            lines.append(f"  Einmaliger Link, Datenschutzbeauftragte einrichten: {bootstrap.dpo_link}")
        lines += [f"  Hinweis: {warning}" for warning in bootstrap.warnings]
        lines += ["", "  Beenden mit Strg+C.", ""]
        print("\n".join(lines), flush=True)

    print("Die KI-Werkstatt startet: Datenbank, Schutz und Sprachmodell werden geladen …", flush=True)
    try:
        run(settings, announce)
    except StartupError as error:
        raise CommandFailed(f"{error.message}\n{error.fix}") from None
