"""`sandbox guard`: what the guard does to a text, without service, database or model."""

from __future__ import annotations

import json
import secrets
from enum import StrEnum
from typing import Annotated, Any

import typer

from guardrails import (
    ENTITY_LABELS,
    WARNING_LABELS,
    Finding,
    Guard,
    GuardError,
    PlaceholderBook,
    PrivacyWarning,
    RawText,
    Redaction,
)
from sandbox.cli import _evaluation, _policy
from sandbox.cli._console import BadLine, CommandFailed, json_lines, out, print_json, read_text

commands = typer.Typer(no_args_is_help=True)
commands.add_typer(_policy.commands, name="policy")
commands.command(name="eval")(_evaluation.evaluation)


class Language(StrEnum):
    """The languages the guard knows."""

    de = "de"
    en = "en"


LanguageOption = Annotated[Language | None, typer.Option("--lang", help="Sprache; ohne Angabe wird sie erkannt.")]


@commands.command()
def check(
    source: Annotated[str, typer.Argument(metavar="[FILE|-]", help="Textdatei oder - für Eingabe.")] = "-",
    lang: LanguageOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Ein JSON-Dokument ausgeben.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Viele Texte: eine JSON-Zeile je Text.")] = False,
    warnings: Annotated[bool, typer.Option("--warnings", help="Mit --jsonl auch die Warnungen ausgeben.")] = False,
) -> None:
    """Schwärzt einen Text und nennt die Befunde. Der Text verlässt dabei diesen Rechner nicht."""
    if jsonl:
        _check_many(source, lang, warnings)
        return
    text = read_text(source)
    redaction = _redact(_load(), text, lang)
    if as_json:
        print_json(
            {
                "redacted": redaction.text.text,
                "language": redaction.language,
                "findings": [{**finding_record(finding), "reason": finding.reason} for finding in redaction.findings],
                "warnings": [
                    {**warning_record(warning), "explanation": warning.explanation} for warning in redaction.warnings
                ],
            }
        )
        return
    out.print(redaction.text.text)
    out.print()
    if not redaction.findings:
        out.print("Keine Befunde. Das heißt nicht, dass der Text anonym ist: Lesen Sie ihn noch einmal selbst.")
    for finding in redaction.findings:
        label = ENTITY_LABELS.get(finding.entity, finding.entity)
        out.print(f"{finding.placeholder}  {label}, {finding.text_length} Zeichen: {finding.reason}")
    for warning in redaction.warnings:
        place = " ".join(text[warning.start : warning.end].split())
        out.print(f"Bitte prüfen, wird nicht ersetzt: „{place}“  {WARNING_LABELS[warning.category]}")
        out.print(f"  {warning.explanation}")


def _check_many(source: str, lang: Language | None, warnings: bool) -> None:
    guard = _load()
    failures = 0
    for number, record in json_lines(source):
        answer = _check_record(guard, number, record, lang, warnings)
        failures += "error" in answer
        print_json(answer, indent=None)
    if failures:
        raise CommandFailed(f"{failures} Zeile(n) ließen sich nicht prüfen; der Grund steht je Zeile unter „error“.")


def _check_record(guard: Guard, number: int, record: Any, lang: Language | None, warnings: bool) -> dict[str, Any]:
    if isinstance(record, BadLine):
        return {"id": None, "error": str(record)}
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or "id" not in record:
        return {
            "id": record.get("id") if isinstance(record, dict) else None,
            "error": f"Zeile {number}: Erwartet wird ein Objekt mit „id“ und „text“ (Zeichenkette).",
        }
    wanted = record.get("lang") or (lang.value if lang else None)
    if wanted not in (None, "de", "en"):
        return {"id": record["id"], "error": f"Zeile {number}: „lang“ kann „de“ oder „en“ sein."}
    try:
        redaction = guard.redact(RawText(record["text"]), language=wanted)
    except GuardError as error:
        return {"id": record["id"], "error": f"Zeile {number}: {error}"}
    return {
        "id": record["id"],
        "redacted": redaction.text.text,
        "findings": [finding_record(finding) for finding in redaction.findings],
        **({"warnings": [warning_record(warning) for warning in redaction.warnings]} if warnings else {}),
    }


@commands.command()
def stream(
    chunks: Annotated[str, typer.Option("--chunks", metavar="FILE|-", help="JSON-Zeichenkette je Zeile.")] = "-",
    lang: LanguageOption = None,
) -> None:
    """Schwärzt einen Text, der in Stücken ankommt. Ausgegeben wird ein Stück erst, wenn es sicher ist."""
    guard = _load()
    book = PlaceholderBook(secrets.token_bytes(32))
    redactor = guard.stream(language=lang.value if lang else None, placeholders=book)
    try:
        for number, chunk in json_lines(chunks):
            if isinstance(chunk, BadLine) or not isinstance(chunk, str):
                raise CommandFailed(f"Zeile {number}: Erwartet wird eine JSON-Zeichenkette.", 2)
            _emit(redactor.feed(chunk))
        _emit(redactor.finish())
    except GuardError as error:
        raise CommandFailed(f"{error} Der Rest wurde zurückgehalten.") from None


def _emit(text: str) -> None:
    if text:
        print(json.dumps(text, ensure_ascii=False), flush=True)


def finding_record(finding: Finding) -> dict[str, Any]:
    """A finding as the stable record of the command line; it never holds the value found."""
    return {
        "start": finding.start,
        "end": finding.end,
        "entity": finding.entity,
        "score": round(finding.score, 4),
        "recognizer": finding.recognizer,
        "placeholder": finding.placeholder,
        "text_length": finding.text_length,
    }


def warning_record(warning: PrivacyWarning) -> dict[str, Any]:
    """A warning as a record of the command line; it never holds the text itself."""
    return {"start": warning.start, "end": warning.end, "category": warning.category}


def _load() -> Guard:
    try:
        return Guard.load()
    except GuardError as error:
        raise CommandFailed(str(error)) from None


def _redact(guard: Guard, text: str, lang: Language | None) -> Redaction:
    try:
        return guard.redact(RawText(text), language=lang.value if lang else None)
    except GuardError as error:
        raise CommandFailed(str(error)) from None
