"""`sandbox models`: which models there are, getting one, whether the files are whole, and text straight from one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

from models import (
    Catalogue,
    CatalogueEntry,
    GenerationSettings,
    ModelError,
    ModelFileError,
    ModelInfo,
    generate,
    gigabytes,
    inspect_gguf,
    open_catalogue,
    store_in,
    verify_model,
)
from sandbox.cli._console import BadLine, CommandFailed, json_lines, out, print_json, read_text
from sandbox.cli._settings import settings_from

commands = typer.Typer(no_args_is_help=True)
NameArgument = Annotated[str | None, typer.Argument(metavar="[NAME]", help="Ohne Angabe: das Standardmodell.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Als JSON ausgeben.")]
DataDirOption = Annotated[
    Path | None, typer.Option("--data-dir", metavar="DIR", help="Datenverzeichnis, wie bei »sandbox serve«.")
]
ROOM = 20
"""People in a room, where nobody says how many."""
TOKENS_EACH = 2048
"""Prompt and answer of one of them, in tokens."""


@commands.command("list")
def list_models(as_json: JsonOption = False, data_dir: DataDirOption = None) -> None:
    """Alle Modelle des Katalogs und die eingespielten, und welche davon hier installiert sind."""
    catalogue = _catalogue(data_dir)
    records = [_entry_record(entry, catalogue) for entry in catalogue.entries]
    if as_json:
        print_json(records)
        return
    for record in records:
        here = "installiert" if record["present"] else "nicht installiert"
        standard = " (Standard)" if record["default"] else ""
        size = record["size_bytes"]
        length = gigabytes(size) if size >= 1e9 else f"{size / 1e6:.1f} MB".replace(".", ",")
        speed = f", {record['speed']}" if record["speed"] else ""
        out.print(f"{record['name']}{standard}: {record['title']}, {length}, {record['licence']}{speed}, {here}")
        if record["note"]:
            out.print(f"    {record['note']}")
        if record["unverified"]:
            out.print(f"    Ungeprüft: {record['unverified']}")


@commands.command()
def pull(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name aus dem Katalog.")],
    data_dir: DataDirOption = None,
) -> None:
    """Lädt ein Modell aus dem Internet in das Datenverzeichnis; ein abgebrochener Aufruf wird fortgesetzt.

    Nur dieser Befehl benutzt das Internet. Die Adresse steht in SANDBOX_MODEL_HUB.
    """
    settings = settings_from(data_dir=data_dir)
    entry = _entry(_catalogue(data_dir), name)
    # Only here: huggingface_hub is not to be loaded by anything else.
    from models.store_download import pull_model

    try:
        with _progress(entry.title) as report:
            got = pull_model(store_in(settings.data_dir), entry, hub=settings.model_hub, progress=report)
    except ModelError as error:
        raise CommandFailed(str(error)) from None
    _report_installed(got)


@commands.command("import")
def import_model(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Eine Modelldatei (.gguf).")],
    name: Annotated[str | None, typer.Option("--name", help="Kurzer Name; ohne Angabe nach der Datei.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Ein installiertes Modell ersetzen.")] = False,
    data_dir: DataDirOption = None,
) -> None:
    """Prüft eine mitgebrachte Modelldatei und kopiert sie in das Datenverzeichnis, ohne Internet."""
    settings = settings_from(data_dir=data_dir)
    store, catalogue = store_in(settings.data_dir), _catalogue(data_dir)
    try:
        with _progress(file.name) as report:
            got = store.import_file(file, catalogue, name=name, replace=replace, progress=report)
    except ModelError as error:
        raise CommandFailed(str(error)) from None
    _report_installed(got)


@commands.command()
def info(
    name: NameArgument = None,
    participants: Annotated[
        int, typer.Option("--participants", min=1, max=1000, help="Für so viele gleichzeitig.")
    ] = ROOM,
    tokens: Annotated[
        int, typer.Option("--tokens", min=64, help="Prompt und Antwort je Person, in Wortteilen.")
    ] = TOKENS_EACH,
    as_json: JsonOption = False,
    data_dir: DataDirOption = None,
) -> None:
    """Was in der Modelldatei steht und wie viel Arbeitsspeicher ein Raum mit ihr braucht."""
    catalogue = _catalogue(data_dir)
    entry = _entry(catalogue, name)
    record = _entry_record(entry, catalogue)
    if entry.path.is_file() or entry.source != "hub":
        try:
            found = inspect_gguf(entry.path)
        except ModelFileError as error:
            raise CommandFailed(str(error)) from None
        record |= _info_record(found)
        record["room_memory_bytes"] = found.memory_for(participants, tokens)
    elif entry.cache_bytes_per_token is not None:
        each = entry.cache_bytes_per_token * min(tokens, entry.context_length)
        record["room_memory_bytes"] = entry.size_bytes + participants * each
    if as_json:
        print_json({**record, "participants": participants, "tokens_each": tokens})
        return
    for key, value in record.items():
        out.print(f"{key}: {value}")
    if "room_memory_bytes" in record:
        needed = gigabytes(record["room_memory_bytes"])
        out.print(f"{participants} Personen gleichzeitig, je {tokens} Wortteile: etwa {needed} Arbeitsspeicher.")


@commands.command()
def verify(name: NameArgument = None, as_json: JsonOption = False, data_dir: DataDirOption = None) -> None:
    """Vergleicht die installierten Modelldateien mit den aufgezeichneten Prüfsummen."""
    catalogue = _catalogue(data_dir)
    entries = [_entry(catalogue, name)] if name else [entry for entry in catalogue.entries if _expected(entry)]
    results = []
    for entry in entries:
        try:
            verify_model(entry)
            results.append({"name": entry.name, "ok": True, "message": "Die Datei ist unverändert."})
        except ModelFileError as error:
            results.append({"name": entry.name, "ok": False, "message": str(error)})
    if as_json:
        print_json(results)
    else:
        for result in results:
            out.print(f"{result['name']}: {result['message']}")
    if not all(result["ok"] for result in results):
        raise SystemExit(1)


@commands.command("generate")
def generate_text(
    model: Annotated[str | None, typer.Option("--model", help="Name aus dem Katalog.")] = None,
    prompt_file: Annotated[str, typer.Option("--prompt-file", metavar="FILE|-", help="Eine Nachricht.")] = "-",
    max_tokens: Annotated[int, typer.Option("--max-tokens", min=1, max=8192)] = 400,
    seed: Annotated[int | None, typer.Option("--seed", min=0, max=2**32 - 1)] = None,
    temperature: Annotated[float, typer.Option("--temperature", min=0.0, max=2.0)] = 0.3,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Viele: eine JSON-Zeile je Prompt.")] = False,
    data_dir: DataDirOption = None,
) -> None:
    """Text direkt vom Modell, ohne Schutz: nur für Texte ohne personenbezogene Daten."""
    entry = _entry(_catalogue(data_dir), model)
    settings = GenerationSettings(max_tokens=max_tokens, temperature=temperature, seed=seed)
    try:
        if entry.source != "shipped":
            verify_model(entry)
        if jsonl:
            _generate_many(entry, prompt_file, settings)
            return
        prompt = read_text(prompt_file)
        if not prompt.strip():
            raise CommandFailed("Der Prompt ist leer. Bitte schreiben Sie, was das Modell tun soll.", 2)
        for answer in generate(entry, [prompt], settings):
            print(answer, flush=True)
    except (ModelFileError, ModelError) as error:
        raise CommandFailed(str(error)) from None


def _generate_many(entry: CatalogueEntry, source: str, settings: GenerationSettings) -> None:
    records = list(json_lines(source))
    for number, record in records:
        if isinstance(record, BadLine):
            raise CommandFailed(str(record), 2)
        if not isinstance(record, dict) or "id" not in record or not isinstance(record.get("prompt"), str):
            raise CommandFailed(f"Zeile {number}: Erwartet wird ein Objekt mit „id“ und „prompt“.", 2)
    prompts = [record["prompt"] for _, record in records]
    for (_, record), text in zip(records, generate(entry, prompts, settings), strict=True):
        print_json({"id": record["id"], "text": text}, indent=None)


@contextmanager
def _progress(title: str) -> Iterator[Any]:
    """A function that shows how far it is: a bar on a terminal, a line every ten per cent elsewhere."""
    screen = Console(stderr=True)
    if screen.is_terminal:
        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
        with Progress(*columns, TimeRemainingColumn(), console=screen) as bar:
            task = bar.add_task(title, total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
        return
    shown = -1

    def report(done: int, total: int) -> None:
        nonlocal shown
        tenth = 10 * done // max(total, 1)
        if tenth > shown:
            shown = tenth
            print(f"{title}: {10 * tenth} %", file=sys.stderr, flush=True)

    yield report


def _report_installed(entry: CatalogueEntry) -> None:
    out.print(f"Installiert und geprüft: {entry.name} ({entry.title}), SHA-256 {entry.sha256}.")
    out.print(f"Damit der Dienst es benutzt: SANDBOX_MODEL={entry.name} setzen und neu starten.")


def _expected(entry: CatalogueEntry) -> bool:
    """Whether a file of this model should be here."""
    return entry.source != "hub" or entry.path.is_file()


def _catalogue(data_dir: Path | None) -> Catalogue:
    settings = settings_from(data_dir=data_dir)
    try:
        return open_catalogue(settings.catalogue_file, settings.data_dir)
    except ModelError as error:
        raise CommandFailed(str(error)) from None


def _entry(catalogue: Catalogue, name: str | None) -> CatalogueEntry:
    if name is None:
        return catalogue.default
    try:
        return catalogue.get(name)
    except ModelError as error:
        raise CommandFailed(str(error), 2) from None


def _entry_record(entry: CatalogueEntry, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "name": entry.name,
        "title": entry.title,
        "default": entry.name == catalogue.default.name,
        "present": entry.path.is_file(),
        "source": entry.source,
        "path": str(entry.path),
        "sha256": entry.sha256,
        "repository": entry.repository,
        "file": entry.file,
        "revision": entry.revision,
        "size_bytes": entry.size_bytes,
        "parameters": entry.parameters,
        "context_length": entry.context_length,
        "licence": entry.licence,
        "languages": list(entry.languages),
        "template": entry.template,
        "speed": entry.speed,
        "note": entry.note,
        "unverified": entry.unverified,
    }


def _info_record(found: ModelInfo) -> dict[str, Any]:
    return {
        "architecture": found.architecture,
        "quantisation": found.quantisation,
        "vocabulary_size": found.vocabulary_size,
        "chat_template": found.chat_template,
        "memory_bytes": found.memory_bytes,
    }
