"""`sandbox exercises`: list, show and validate exercises, and try one without the web page."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from exercises import Exercise, ExerciseError, ExerciseLibrary, load_exercises
from sandbox.cli._console import CommandFailed, out, print_json, read_text

commands = typer.Typer(help="Übungen: Liste, Inhalt, Prüfung, Probe.", no_args_is_help=True)
JsonOption = Annotated[bool, typer.Option("--json", help="Als JSON ausgeben.")]


@commands.command("list")
def list_exercises(as_json: JsonOption = False) -> None:
    """Alle Übungen, nach Modulen."""
    library = _library()
    if as_json:
        print_json(
            [
                {
                    "id": one.id,
                    "module": one.module,
                    "title": one.title,
                    "kind": one.kind,
                    "minutes": one.minutes,
                }
                for one in library.all
            ]
        )
        return
    for one in library.all:
        out.print(f"{one.id}: {one.title} ({one.module_title}, {one.minutes} Minuten)")


@commands.command()
def show(exercise_id: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Hintergrund, Fall und Aufgabe einer Übung."""
    library = _library()
    one = _exercise(exercise_id, library)
    parts = [
        ("Hintergrund des Moduls", library.module(one.module).background),
        ("Hintergrund", one.background),
        ("Fall", one.case),
        (one.spotting.title if one.spotting else "", one.text),
        ("Aufgabe", one.assignment),
    ]
    out.print(f"{one.title} ({one.module_title}, {one.minutes} Minuten)\n\n{one.summary}")
    for heading, text in parts:
        if text:
            out.print(f"\n{heading}\n\n{text}")


@commands.command()
def validate(
    directory: Annotated[Path | None, typer.Argument(metavar="[ORDNER]", help="Ohne Angabe: die eigenen.")] = None,
) -> None:
    """Prüft Übungsdateien und nennt Datei, Zeile und Feld jedes Fehlers."""
    library = _library(directory)
    out.print(f"{len(library.all)} Übungen sind in Ordnung.")


@commands.command()
def run(
    exercise_id: Annotated[str, typer.Argument(metavar="ID")],
    prompt_file: Annotated[str, typer.Option("--prompt-file", metavar="FILE|-", help="Der Prompt.")],
    material_file: Annotated[
        str | None,
        typer.Option("--material-file", metavar="FILE", help="Der eigene Fall, wo eine Übung ihn verlangt."),
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", min=0, max=2**32 - 1)] = None,
    as_json: JsonOption = False,
) -> None:
    """Ein Versuch ohne Webseite, mit Schutz und Modell. Die Antwort behält ihre Platzhalter."""
    from sandbox.practice import AttemptRefused, run_attempt_once

    exercise = _exercise(exercise_id)
    prompt = read_text(prompt_file)
    material = read_text(material_file) if material_file else None
    try:
        outcome = asyncio.run(run_attempt_once(exercise.id, prompt, material=material, seed=seed))
    except AttemptRefused as error:
        raise CommandFailed(str(error), error.exit_code) from None
    if as_json:
        print_json(outcome.record())
        return
    out.print(outcome.answer)
    out.print()
    for check in outcome.checks:
        out.print(f"{check.title}: {check.message}")
        for item in check.items:
            out.print(f"  – {item}")


def _library(directory: Path | None = None) -> ExerciseLibrary:
    try:
        return load_exercises(directory)
    except ExerciseError as error:
        raise CommandFailed(str(error), 2) from None


def _exercise(exercise_id: str, library: ExerciseLibrary | None = None) -> Exercise:
    library = library or _library()
    try:
        return library.get(exercise_id)
    except KeyError:
        known = ", ".join(one.id for one in library.all)
        raise CommandFailed(f"Eine Übung „{exercise_id}“ gibt es nicht. Vorhanden: {known}.", 2) from None
