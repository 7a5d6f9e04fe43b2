"""Assembles the subcommands; each lives in a module of its own, and only the one that is called is imported."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import NamedTuple

import typer

from sandbox.cli._console import CommandFailed, fail, use_utf8


class _Room(NamedTuple):
    """Where a subcommand lives, and what the overview says of it."""

    module: str
    attribute: str
    help: str


_ROOMS = {
    "serve": _Room("_serve", "serve", "Startet den Dienst. Beenden mit Strg+C."),
    "doctor": _Room(
        "_doctor", "doctor", "Prüft Modelldatei, Datenverzeichnis, Telemetrie, Adressen, Speicher und Schutz."
    ),
    "guard": _Room("_guard", "commands", "Den Schutz prüfen: was er findet und was er daraus macht."),
    "models": _Room("_models", "commands", "Sprachmodelle: Liste, Herunterladen, Einspielen, Angaben, Prüfung, Probe."),
    "exercises": _Room("_exercises", "commands", "Übungen: Liste, Inhalt, Prüfung, Probe, eigene, Pakete."),
    "users": _Room("_users", "commands", "Konten für Personen mit Rollen."),
    "audit": _Room("_audit", "commands", "Prüfprotokoll."),
    "retention": _Room("_audit", "retention", "Löschfristen."),
}


def program(called: str = "") -> typer.Typer:
    """The program with the one subcommand that is called, or, where none of that name exists, with the overview of
    all: recognizers and database take seconds to import.
    """
    app = typer.Typer(
        name="sandbox",
        help="KI-Werkstatt: ein Sprachmodell in der Verwaltung sicher ausprobieren.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(lambda: None)
    if called not in _ROOMS:
        for name, room in _ROOMS.items():
            app.command(name, help=room.help)(lambda: None)
        return app
    room = _ROOMS[called]
    found = getattr(import_module(f"sandbox.cli.{room.module}"), room.attribute)
    if isinstance(found, typer.Typer):
        app.add_typer(found, name=called, help=room.help)
    else:
        app.command(called)(found)
    return app


def main() -> None:
    """Entry point of the program: every expected failure ends with one sentence, never with a trace."""
    use_utf8()
    try:
        program(sys.argv[1] if len(sys.argv) > 1 else "")()
    except CommandFailed as error:
        fail(str(error), error.exit_code)
    except BrokenPipeError:
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        fail("Abgebrochen.", 130)
