"""The targets of the guard, what is measured for each, and the table of both."""

from __future__ import annotations

import lzma
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guardrails.evaluation.corpora import shipped_corpus
from guardrails.evaluation.crossed_names import crossed_names
from guardrails.evaluation.documents import Document
from guardrails.evaluation.groups import RECALL_TARGETS
from guardrails.evaluation.news import read_germeval, read_smartdata
from guardrails.evaluation.report import recall_targets, report_of
from guardrails.evaluation.runner import evaluate
from guardrails.guard import Guard
from guardrails.text import RawText

#: Paragraphs of federal law, spread evenly over all of it.
LAW_PARAGRAPHS = 2000
#: Length of the texts whose speed is measured, in characters.
_SPEED_LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Target:
    """One row of the table; shares between 0 and 1, times in milliseconds."""

    title: str
    must: str
    aim: str
    measured: str
    base: str


def figures_table(guard: Guard, data: Path) -> str:
    """Markdown: every target with what is measured, then recall by origin of the names.

    Args:
        guard: the guard.
        data: the folder with the open corpora, as described in docs/guard-evaluation.md.

    Raises:
        GuardError: a text could not be analysed.
        OSError: a corpus is missing.
    """
    shipped = shipped_corpus()
    report = report_of(evaluate(guard, shipped), evaluate(guard, crossed_names()))
    germeval = report_of(evaluate(guard, read_germeval(data / "ner" / "germeval-dev" / "NER-de-dev.tsv")))
    smartdata = report_of(evaluate(guard, read_smartdata(data / "ner" / "smartdata" / "test.json.gz")))
    law = report_of(evaluate(guard, list(law_paragraphs(data / "law" / "gesetze_de.txt.xz"))))
    rows = [*_targets(report, germeval, smartdata, law), _speed(guard, shipped)]
    lines = ["| | mindestens | Ziel | gemessen | Grundlage |", "|---|---|---|---|---|"]
    lines += [f"| {row.title} | {row.must} | {row.aim} | {row.measured} | {row.base} |" for row in rows]
    crossed = report["equal_protection"]
    lines += ["", "| Herkunft des Namens | gekreuzt | Stellen | im Korpus | Stellen |", "|---|---|---|---|---|"]
    for origin, one in crossed["origins"].items():
        other = report["origins"].get(origin, {"recall": None, "labels": 0})
        lines.append(
            f"| {one['title']} | {_value(one['recall'])} | {one['labels']} | "
            f"{_value(other['recall'])} | {other['labels']} |"
        )
    versions = report["versions"]
    lines += [
        "",
        f"Korpus {versions['corpus']} ({report['documents']} Dokumente), Erkenner {versions['recognizers']}, "
        f"Tagger {versions['tagger']}, Schutzregel {versions['policy']}.",
    ]
    return "\n".join(lines)


def law_paragraphs(path: Path, count: int = LAW_PARAGRAPHS) -> Iterator[Document]:
    """`count` paragraphs of 80 to 700 characters, evenly spread over the file, as documents without labels."""
    paragraphs: list[str] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        paragraph = ""
        for line in lines:
            if line.strip():
                paragraph += line
                continue
            if 80 < len(paragraph.strip()) < 700:
                paragraphs.append(paragraph.strip())
            paragraph = ""
    step = max(1, len(paragraphs) // count)
    for number, text in enumerate(paragraphs[step // 2 :: step][:count], 1):
        yield Document(f"gesetz-{number}", text, (), "law", "de")


def _targets(
    report: dict[str, Any], germeval: dict[str, Any], smartdata: dict[str, Any], law: dict[str, Any]
) -> Iterator[Target]:
    for key, title, record in recall_targets(report):
        must, aim = (_number(value) for value in RECALL_TARGETS[key])
        yield Target(f"{title}, Trefferquote", must, aim, _value(record["recall"]), f"{record['labels']} Stellen")
    for title, must, aim, record in (
        ("Personen, GermEval-Entwicklungsteil, F1 (ganze Namen)", ",75", ",85", germeval["news"]),
        ("Personen, SmartData-Testteil, F1 (ganze Namen)", "–", "–", smartdata["news"]),
    ):
        exact, overlap = record["exact"], record["overlap"]
        measured = f"{_number(exact['f1'])} (berührt {_number(overlap['f1'])})"
        yield Target(title, must, aim, measured, f"{record['labels']} Namen")
    crossed = report["equal_protection"]
    best, worst = (crossed["origins"][crossed[which]]["title"] for which in ("best", "worst"))
    base = f"{crossed['names']} Sätze; {best} zu {worst}"
    yield Target("Abstand der Herkünfte, Punkte", "3", "1", f"{crossed['gap'] * 100:.1f}".replace(".", ","), base)
    leaks = report["leaks"]
    yield Target(
        "Dokumente mit einer übersehenen direkten Angabe",
        "10 %",
        "1 %",
        _percent(leaks["share"]),
        f"{leaks['leaking']} von {leaks['documents']} Dokumenten",
    )
    for title, must, aim, record in (
        ("Zu Unrecht geschwärzte Wörter, Dokumente ohne Angaben", "1 %", "0,2 %", report["over_redaction"]),
        ("Zu Unrecht geschwärzte Wörter, Gesetzestexte", "1 %", "0,2 %", law["over_redaction"]),
    ):
        one = record["clean_documents"]
        yield Target(title, must, aim, _percent(one["rate"], 2), f"{one['redacted']} von {one['words']} Wörtern")


def _speed(guard: Guard, documents: list[Document]) -> Target:
    """Computing time for texts of 1,000 characters, cut from the corpus at blank lines."""
    texts, piece = list[str](), ""
    for document in documents:
        for paragraph in document.text.split("\n\n"):
            piece += paragraph + "\n\n"
            if len(piece) >= _SPEED_LENGTH:
                texts.append(piece[:_SPEED_LENGTH])
                piece = ""
    times: list[float] = []
    for text in texts:
        started = time.process_time()
        guard.redact(RawText(text), timeout=None)
        times.append((time.process_time() - started) * 1000)
    p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    measured = f"{p95:.0f} ms (p50 {p50:.0f} ms)"
    return Target("1.000 Zeichen, p95 der Rechenzeit", "60 ms", "25 ms", measured, f"{len(texts)} Texte")


def _value(figure: dict[str, float | None] | None) -> str:
    if figure is None or figure["value"] is None:
        return "–"
    return f"{_number(figure['value'])} [{_number(figure['low'])}–{_number(figure['high'])}]"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".replace(".", ",").removeprefix("0")


def _percent(figure: dict[str, float | None], digits: int = 1) -> str:
    value, low, high = (figure[name] or 0.0 for name in ("value", "low", "high"))
    shown = f"{value:.{digits}%} [{low:.{digits}%}–{high:.{digits}%}]"
    return shown.replace(".", ",").replace("%", " %")
