"""`sandbox guard eval`: how well the guard protects, on the shipped corpus or on one's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from guardrails import ENTITY_LABELS, WARNING_LABELS, Guard, GuardError
from guardrails.evaluation import (
    CorpusError,
    Document,
    DocumentResult,
    crossed_names,
    evaluate,
    read_corpus,
    read_json_lines,
    report_of,
    report_page,
    shipped_corpus,
)
from sandbox.cli._console import CommandFailed, out, print_json

#: Characters on each side of a place that `--misses` shows.
_AROUND = 40


class Part(StrEnum):
    """Which half of the corpus."""

    dev = "dev"
    test = "test"
    all = "all"


def evaluation(
    source: Annotated[
        str,
        typer.Argument(
            metavar="[CORPUS.jsonl|-]",
            help="JSON Lines, GermEval (.tsv) oder - für Eingabe; ohne Angabe der mitgelieferte Korpus.",
        ),
    ] = "",
    part: Annotated[Part, typer.Option("--set", help="Nur ein Teil: dev (drei Viertel) oder test.")] = Part.all,
    as_json: Annotated[bool, typer.Option("--json", help="Den Bericht als JSON-Dokument ausgeben.")] = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Den Bericht als Seite schreiben.")
    ] = None,
    date: Annotated[str, typer.Option("--date", help="Datum, das im Bericht stehen soll.")] = "",
    misses: Annotated[
        bool,
        typer.Option(
            "--misses",
            help="Auch ausgeben, was übersehen und was zu Unrecht gefunden wurde, mit dem Text ringsum. Nur für "
            "Korpora mit erfundenen Personen: Die Ausgabe enthält die Angaben selbst.",
        ),
    ] = False,
) -> None:
    """Misst, was der Schutz findet und übersieht: Trefferquote, Genauigkeit und F2 mit 95-%-Intervall."""
    documents = _half(_documents(source), part)
    if not documents:
        raise CommandFailed("In diesem Teil des Korpus steht kein Dokument.", 2)
    try:
        guard = Guard.load()
        done = evaluate(guard, documents, _progress(len(documents)))
        names = None if source else _half(crossed_names(), part)
        crossed = None if names is None else evaluate(guard, names, _progress(len(names)))
    except GuardError as error:
        raise CommandFailed(str(error)) from None
    report = report_of(done, crossed, date=date)
    if html:
        try:
            html.write_text(report_page(report), encoding="utf-8")
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno else type(error).__name__
            raise CommandFailed(f"Die Datei {html} lässt sich nicht schreiben: {reason}.", 2) from None
    if as_json:
        print_json(report)
        return
    _print_report(report)
    if misses:
        _print_misses(done.results)
        if crossed:
            _print_misses(crossed.results)


def _half(documents: list[Document], part: Part) -> list[Document]:
    return [one for one in documents if part is Part.all or one.part == part.value]


def _documents(source: str) -> list[Document]:
    try:
        if not source:
            return shipped_corpus()
        if source == "-":
            return read_json_lines(sys.stdin, "Eingabe")
        return read_corpus(Path(source))
    except CorpusError as error:
        raise CommandFailed(str(error), 2) from None
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        raise CommandFailed(f"Die Datei {source} lässt sich nicht lesen: {reason}.", 2) from None


def _progress(total: int) -> Any:
    if not sys.stderr.isatty():
        return None

    def show(done: int) -> None:
        ending = "\n" if done == total else ""
        print(f"\r{done} von {total} Dokumenten", end=ending, file=sys.stderr, flush=True)

    return show


def _print_report(report: dict[str, Any]) -> None:
    clean = report["documents_without_labels"]
    out.print(f"{report['documents']} Dokumente, davon {clean} ohne personenbezogene Angaben\n")
    head = ("", "Stellen", "übersehen", "Trefferquote", "Genauigkeit", "F2")
    rows = [("alle", report["overall"])]
    rows += [(record["title"], record) for record in report["groups"].values()]
    _table(head, [(title, *_cells(record)) for title, record in rows])
    rows = [(ENTITY_LABELS.get(entity, entity), record) for entity, record in report["entities"].items()]
    _table(("Art der Angabe", *head[1:]), [(title, *_cells(record)) for title, record in rows])
    rows = [(record["title"], record) for record in report["kinds"].values()]
    rows += [(tag, record) for tag, record in report["tags"].items()]
    _table(
        ("Art des Textes", *head[1:], "mit Lücke"),
        [(title, *_cells(record), _of(record["leaks"], "leaking", "documents")) for title, record in rows],
    )
    origins = [("im Korpus", report["origins"])]
    if "equal_protection" in report:
        origins.append(("gekreuzt", report["equal_protection"]["origins"]))
    for where, records in origins:
        if records:
            _table(
                (f"Herkunft des Namens ({where})", "Stellen", "übersehen", "Trefferquote"),
                [
                    (one["title"], one["labels"], one["labels"] - one["protected"], _interval(one["recall"]))
                    for one in records.values()
                ],
            )
    if "equal_protection" in report:
        _table(
            ("Satzmuster (gekreuzt)", "Stellen", "übersehen", "Trefferquote"),
            [
                (title, one["labels"], one["labels"] - one["protected"], _interval(one["recall"]))
                for title, one in report["equal_protection"]["patterns"].items()
            ],
        )
    if report["warnings"]:
        _table(
            ("Hinweise", "erwartet", "gegeben", "Trefferquote", "Fehlalarme"),
            [
                (one["title"], one["expected"], one["given"], _interval(one["recall"]), _of(one, "false", "others"))
                for one in report["warnings"].values()
            ],
        )
    leaks, over = report["leaks"], report["over_redaction"]
    out.print(
        f"Dokumente mit einer übersehenen direkten Angabe: {_of(leaks, 'leaking', 'documents')}"
        f" ({_interval(leaks['share'])})"
    )
    for where, title in (
        ("clean_documents", "in Dokumenten ohne Angaben"),
        ("outside_labels", "außerhalb der Stellen"),
    ):
        one = over[where]
        if not one["words"]:
            continue
        out.print(f"Zu Unrecht geschwärzte Wörter {title}: {_of(one, 'redacted', 'words')} ({_interval(one['rate'])})")
    if "news" in report:
        news = report["news"]
        out.print(
            "F1 der Personen in Nachrichten: "
            f"{_number(news['exact']['f1'])} (ganze Namen), {_number(news['overlap']['f1'])} (berührte Namen)"
        )
    versions = report["versions"]
    out.print(
        f"Schutzregel {versions['policy']}, Erkenner {versions['recognizers']}, Tagger {versions['tagger']}, "
        f"Korpus {versions['corpus']}"
    )


def _cells(record: dict[str, Any]) -> tuple[object, ...]:
    return (
        record["labels"],
        record["missed"],
        _interval(record["recall"]),
        _interval(record["precision"]),
        _interval(record["f2"]),
    )


def _of(record: dict[str, Any], part: str, whole: str) -> str:
    return f"{record[part]} von {record[whole]}"


def _interval(figure: dict[str, float | None]) -> str:
    if figure["value"] is None:
        return "–"
    return f"{_number(figure['value'])} [{_number(figure['low'])}–{_number(figure['high'])}]"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".replace(".", ",")


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    lines = [list(head), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        cells = [
            line[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)),
        ]
        out.print("  ".join(cells).rstrip())
    out.print()


def _print_misses(results: Iterable[DocumentResult]) -> None:
    for result in results:
        text, name = result.document.text, result.document.id
        for one in result.labels:
            if not one.protected:
                label = one.label
                out.print(f"ÜBERSEHEN {name} {label.entity}: {_place(text, label.start, label.end)}")
        for found in result.findings:
            if not found.right:
                place = _place(text, found.finding.start, found.finding.end)
                out.print(f"ZU UNRECHT {name} {found.finding.entity} ({found.finding.recognizer}): {place}")
        if result.document.warns is not None:
            for category in sorted(result.document.warns - result.warnings):
                out.print(f"KEIN HINWEIS {name}: {WARNING_LABELS[category]}")
            for category in sorted(result.warnings - result.document.warns):
                out.print(f"HINWEIS ZU UNRECHT {name}: {WARNING_LABELS[category]}")


def _place(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}»{text[start:end]}«{after}".replace("\n", "⏎")
