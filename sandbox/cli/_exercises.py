"""`sandbox exercises`: list, show, validate, begin, pack and install exercises, and try one without the web page."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated, get_args

import typer

from exercises import (
    CONTENT_DIR,
    AuthoringError,
    Exercise,
    ExerciseError,
    ExerciseKind,
    ExerciseLibrary,
    PackError,
    begin_exercise,
    install_pack,
    load_exercises,
    write_pack,
)
from sandbox.cli._console import CommandFailed, out, print_json, read_text
from sandbox.cli._settings import settings_from

commands = typer.Typer(no_args_is_help=True)
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


@commands.command()
def new(
    exercise_id: Annotated[str, typer.Argument(metavar="ID", help="Kennung, etwa mein-brief.")],
    module: Annotated[str, typer.Option("--module", metavar="MODUL", help="Modul; wird angelegt, wenn es fehlt.")],
    kind: Annotated[str, typer.Option("--kind", help=f"Art: {', '.join(get_args(ExerciseKind))}.")] = "letter",
    title: Annotated[str, typer.Option("--title", help="Deutscher Titel.")] = "Neue Übung",
    directory: Annotated[Path, typer.Option("--directory", metavar="ORDNER", help="Wo das Modul liegt.")] = Path(),
) -> None:
    """Legt eine Übung mit gültigen Dateien zum Überschreiben an."""
    if kind not in get_args(ExerciseKind):
        raise CommandFailed(f"Die Art „{kind}“ gibt es nicht. Möglich sind: {', '.join(get_args(ExerciseKind))}.", 2)
    try:
        made = begin_exercise(directory, module, exercise_id, kind, title)  # type: ignore[arg-type]
    except (AuthoringError, ExerciseError) as error:
        raise CommandFailed(str(error), 2) from None
    for file in made.files:
        out.print(file)
    out.print(f"\nSchreiben Sie die Dateien um und prüfen Sie sie mit: sandbox exercises validate {directory}")


@commands.command()
def pack(
    module: Annotated[str, typer.Argument(metavar="MODUL", help="Kennung eines Moduls oder sein Ordner.")],
    target: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Ohne Angabe: MODUL.zip.")
    ] = None,
) -> None:
    """Packt ein Modul mit seinen Übungen als zip-Archiv zum Weitergeben."""
    folder = _module_folder(module)
    file = target or Path(f"{folder.name}.zip")
    try:
        manifest = write_pack(folder, file)
    except (PackError, ExerciseError) as error:
        raise CommandFailed(str(error), 2) from None
    except OSError as error:
        raise CommandFailed(f"Die Datei {file} lässt sich nicht schreiben ({error.strerror}).") from None
    out.print(f"{file}: {manifest.title}, {_counted(len(manifest.exercises))}")


@commands.command()
def install(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Paket von „sandbox exercises pack“.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Ein installiertes Modul gleichen Namens ersetzen.")
    ] = False,
    data_dir: Annotated[Path | None, typer.Option("--data-dir", help="Datenverzeichnis.")] = None,
) -> None:
    """Prüft ein Paket und nimmt seine Übungen auf; der Dienst zeigt sie nach dem nächsten Start."""
    settings = settings_from(data_dir=data_dir)
    try:
        known = load_exercises(settings.exercises_dir)
        installed = install_pack(file, settings.installed_exercises_dir, known, replace=replace)
    except (PackError, ExerciseError) as error:
        raise CommandFailed(str(error), 2) from None
    except OSError as error:
        raise CommandFailed(f"Das Paket ließ sich nicht aufnehmen ({error.strerror}).") from None
    done = "ersetzt" if installed.replaced else "installiert"
    out.print(f"Modul „{installed.module.title}“ mit {_counted(len(installed.module.exercises))} {done}.")
    out.print("Nach dem nächsten Start des Dienstes ist es auf der Seite.")


def _counted(exercises: int) -> str:
    return "1 Übung" if exercises == 1 else f"{exercises} Übungen"


def _module_folder(module: str) -> Path:
    """The folder of a module that was named by its path or its identifier."""
    settings = settings_from()
    roots = (settings.exercises_dir or CONTENT_DIR, settings.installed_exercises_dir)
    for folder in (Path(module), *(root / module for root in roots)):
        if (folder / "module.yaml").is_file():
            return folder
    known = ", ".join(one.id for one in _library().modules)
    raise CommandFailed(f"Ein Modul „{module}“ gibt es nicht. Vorhanden: {known}.", 2)


def _library(directory: Path | None = None) -> ExerciseLibrary:
    settings = settings_from()
    try:
        if directory is not None:
            return load_exercises(directory)
        return load_exercises(settings.exercises_dir, settings.installed_exercises_dir)
    except ExerciseError as error:
        raise CommandFailed(_all_of(error), 2) from None


def _all_of(error: ExerciseError) -> str:
    """Every fault of a run, a line each."""
    return "\n".join(str(one) for one in (error, *error.further))


def _exercise(exercise_id: str, library: ExerciseLibrary | None = None) -> Exercise:
    library = library or _library()
    try:
        return library.get(exercise_id)
    except KeyError:
        known = ", ".join(one.id for one in library.all)
        raise CommandFailed(f"Eine Übung „{exercise_id}“ gibt es nicht. Vorhanden: {known}.", 2) from None
