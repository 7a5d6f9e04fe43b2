"""`sandbox models`: which models there are, whether their files are whole, and text straight from one."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from models import (
    Catalogue,
    CatalogueEntry,
    CatalogueError,
    GenerationSettings,
    ModelError,
    ModelFileError,
    ModelInfo,
    generate,
    inspect_gguf,
    load_catalogue,
    verify_model,
)
from sandbox.cli._console import BadLine, CommandFailed, json_lines, out, print_json, read_text
from sandbox.cli._settings import settings_from

commands = typer.Typer(help="Sprachmodelle: Liste, Angaben, Prüfung, Probe.", no_args_is_help=True)
NameArgument = Annotated[str | None, typer.Argument(metavar="[NAME]", help="Ohne Angabe: das Standardmodell.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Als JSON ausgeben.")]


@commands.command("list")
def list_models(as_json: JsonOption = False) -> None:
    """Alle Modelle des Katalogs."""
    catalogue = _catalogue()
    records = [_entry_record(entry, catalogue) for entry in catalogue.entries]
    if as_json:
        print_json(records)
        return
    for record in records:
        here = "vorhanden" if record["present"] else "Datei fehlt"
        standard = " (Standard)" if record["default"] else ""
        out.print(f"{record['name']}{standard}: {record['title']}, {record['size_bytes'] / 1e6:.1f} MB, {here}")


@commands.command()
def info(name: NameArgument = None, as_json: JsonOption = False) -> None:
    """Was in der Modelldatei steht und wie viel Arbeitsspeicher sie braucht."""
    catalogue = _catalogue()
    entry = _entry(catalogue, name)
    try:
        found = inspect_gguf(entry.path)
    except ModelFileError as error:
        raise CommandFailed(str(error)) from None
    record = {**_entry_record(entry, catalogue), **_info_record(found)}
    if as_json:
        print_json(record)
        return
    for key, value in record.items():
        out.print(f"{key}: {value}")


@commands.command()
def verify(name: NameArgument = None, as_json: JsonOption = False) -> None:
    """Vergleicht die Modelldateien mit den Prüfsummen des Katalogs."""
    catalogue = _catalogue()
    entries = [_entry(catalogue, name)] if name else list(catalogue.entries)
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
) -> None:
    """Text direkt vom Modell, ohne Schutz: nur für Texte ohne personenbezogene Daten."""
    entry = _entry(_catalogue(), model)
    settings = GenerationSettings(max_tokens=max_tokens, temperature=temperature, seed=seed)
    try:
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


def _catalogue() -> Catalogue:
    try:
        return load_catalogue(settings_from().catalogue_file)
    except CatalogueError as error:
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
        "size_bytes": entry.size_bytes,
        "parameters": entry.parameters,
        "context_length": entry.context_length,
        "licence": entry.licence,
        "languages": list(entry.languages),
        "note": entry.note,
    }


def _info_record(found: ModelInfo) -> dict[str, Any]:
    return {
        "architecture": found.architecture,
        "quantisation": found.quantisation,
        "vocabulary_size": found.vocabulary_size,
        "chat_template": found.chat_template,
        "memory_bytes": found.memory_bytes,
    }
