"""`sandbox doctor`: is this machine fit, and what does the service do to the network?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sandbox.cli._console import out, print_json
from sandbox.cli._settings import settings_from
from sandbox.doctor import examine

_MARKS = {"ok": "in Ordnung", "warning": "Hinweis", "error": "Fehler"}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Als JSON ausgeben.")] = False,
    data_dir: Annotated[Path | None, typer.Option("--data-dir", help="Datenverzeichnis.")] = None,
    host: Annotated[str | None, typer.Option(help="Adresse, auf der der Dienst lauschen soll.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Anschluss.")] = None,
) -> None:
    """Prüft Modelldatei, Datenverzeichnis, Telemetrie, Adressen, Speicher und Schutz.

    Rückgabe 0, wenn nichts gegen den Betrieb spricht (Hinweise sind erlaubt), sonst 1.
    """
    diagnoses = []
    for diagnosis in examine(settings_from(data_dir=data_dir, host=host, port=port)):
        diagnoses.append(diagnosis)
        if not as_json:
            out.print(f"{_MARKS[diagnosis.status]:>10}  {diagnosis.title}: {diagnosis.message}")
            if diagnosis.fix:
                out.print(f"{'':>10}  → {diagnosis.fix}")
    healthy = all(diagnosis.status != "error" for diagnosis in diagnoses)
    if as_json:
        print_json({"ok": healthy, "checks": [diagnosis.record() for diagnosis in diagnoses]})
    if not healthy:
        raise SystemExit(1)
