"""The report as a page: German, in one file, without scripts and without anything from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import Any

from guardrails.entities import ENTITY_LABELS
from guardrails.evaluation.groups import RECALL_TARGETS
from guardrails.evaluation.report import recall_targets

_TAG_LABELS = {
    "evasion": "Umgehungen",
    "ocr": "Texterkennung",
    "lookalike": "Verwechselbares",
    "mixed": "gemischte Sprachen",
    "table": "Tabellen und Listen",
}


@dataclass(frozen=True, slots=True)
class _Row:
    title: str
    figure: dict[str, float | None]
    base: str
    must: float | None = None

    @property
    def is_below(self) -> bool:
        value = self.figure["value"]
        return value is not None and self.must is not None and value < self.must


def report_page(report: dict[str, Any]) -> str:
    """The page of a report as HTML."""
    style = files("guardrails.evaluation").joinpath("page.css").read_text(encoding="utf-8")
    parts = [_head(report), _targets(report), _entities(report), _kinds(report), _origins(report)]
    parts += [_patterns(report), _over_redaction(report), _warnings(report), _reading(), _foot(report)]
    body = "\n".join(filter(None, parts))
    return (
        '<!doctype html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Wie gut der Schutz personenbezogene Angaben findet</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _head(report: dict[str, Any]) -> str:
    overall, leaks, over = report["overall"], report["leaks"], report["over_redaction"]["clean_documents"]
    figures = [
        ("Angaben geschützt", overall["recall"], f"{overall['protected']} von {overall['labels']} Stellen", 1, "%"),
        ("Dokumente mit Lücke", leaks["share"], f"{leaks['leaking']} von {leaks['documents']} Dokumenten", 1, "%"),
        ("Zu Unrecht geschwärzt", over["rate"], f"{over['redacted']} von {over['words']} Wörtern", 2, "%"),
    ]
    if "equal_protection" in report:
        crossed = report["equal_protection"]
        best, worst = (crossed["origins"][crossed[which]]["title"] for which in ("best", "worst"))
        gap = {"value": crossed["gap"], "low": None, "high": None}
        figures.append(("Abstand nach Herkunft der Namen", gap, f"von {best} zu {worst}", 1, "Punkte"))
    tiles = "".join(
        f"<div><dt>{escape(title)}</dt><dd><strong>{_decimal(figure['value'], digits)} {unit}</strong>"
        f"<span>{escape(base)}{_range(figure, digits)}</span></dd></div>"
        for title, figure, base, digits, unit in figures
        if figure["value"] is not None
    )
    without = report["documents_without_labels"]
    date = f"Stand {escape(str(report['date']))}. " if "date" in report else ""
    return (
        "<header><h1>Wie gut der Schutz personenbezogene Angaben findet</h1>\n"
        f"<p>{date}Gemessen an {_count(report['documents'], 'Dokument', 'Dokumenten')}, von Hand beschriftet, "
        f"{without} davon ohne personenbezogene Angaben. Eine Angabe gilt als geschützt, wenn kein Buchstabe und keine "
        "Ziffer von ihr an das Modell ginge. In Klammern und als Strich steht der Bereich, in dem der wahre Wert mit "
        f"95 % Sicherheit liegt.</p>\n<dl>{tiles}</dl></header>"
    )


def _targets(report: dict[str, Any]) -> str:
    rows = [
        _Row(title, record["recall"], _base(record), RECALL_TARGETS[key][0])
        for key, title, record in recall_targets(report)
    ]
    rows = [row for row in rows if row.figure["value"] is not None]
    if not rows:
        return ""
    below = [row.title for row in rows if row.is_below]
    if below:
        title = f"{len(rows) - len(below)} von {len(rows)} Vorgaben sind erreicht; es fehlt: {', '.join(below)}"
    else:
        title = f"Alle {len(rows)} Vorgaben an die Trefferquote sind erreicht"
    head = ("", "Trefferquote", "95 %", "Vorgabe", "geschützt")
    cells = [(row.title, *_pair(row.figure), _percent(row.must), row.base) for row in rows]
    note = "Der senkrechte Strich ist die Vorgabe; ein offener Punkt liegt darunter."
    return _section(title, note, rows, head, cells)


def _entities(report: dict[str, Any]) -> str:
    records = [(ENTITY_LABELS.get(entity, entity), one) for entity, one in report["entities"].items() if one["labels"]]
    if not records:
        return ""
    title = _extremes("Am sichersten findet der Schutz {best}, am schlechtesten {worst}", records)
    return _section(title, "Trefferquote nach Art der Angabe.", _rows(records), _HEAD, map(_cells, records))


def _kinds(report: dict[str, Any]) -> str:
    records = [(one["title"], one) for one in report["kinds"].values()]
    if len(records) < 2:
        return ""
    records += [(_TAG_LABELS.get(tag, tag), one) for tag, one in report["tags"].items()]
    records = [(title, one) for title, one in records if one["labels"]]
    title = _extremes("Am meisten entgeht dem Schutz hier: {worst}; am wenigsten hier: {best}", records)
    head = (*_HEAD, "Dokumente mit Lücke")
    cells = [
        (*_cells((title, one)), f"{one['leaks']['leaking']} von {one['leaks']['documents']}") for title, one in records
    ]
    return _section(title, "Trefferquote nach Art des Textes und nach Besonderheit.", _rows(records), head, cells)


def _origins(report: dict[str, Any]) -> str:
    crossed = report.get("equal_protection")
    records = [(one["title"], one) for one in (crossed["origins"] if crossed else report["origins"]).values()]
    if not records:
        return ""
    if crossed:
        best, worst = (crossed["origins"][crossed[which]]["title"] for which in ("best", "worst"))
        points = f"{crossed['gap'] * 100:.1f}".replace(".", ",")
        title = f"Zwischen {best}en und {worst}en Namen liegen {points} Prozentpunkte"
        note = f"Trefferquote nach Herkunft des Namens: {crossed['names']} Sätze, jeder Name in jedem Satzmuster."
    else:
        title = _extremes("Namen nach Herkunft: am besten {best}, am schlechtesten {worst}", records)
        note = "Trefferquote nach Herkunft des Namens."
    head = ("Herkunft", "Trefferquote", "95 %", "geschützt", "im Korpus")
    cells = []
    for origin, one in (crossed["origins"] if crossed else report["origins"]).items():
        other = report["origins"].get(origin)
        cells.append((one["title"], *_pair(one["recall"]), _base(one), _base(other) if other else "–"))
    return _section(title, note, _rows(records), head, cells)


def _patterns(report: dict[str, Any]) -> str:
    if "equal_protection" not in report:
        return ""
    records = list(report["equal_protection"]["patterns"].items())
    title = _extremes("Am schwersten zu erkennen sind Namen hier: {worst}", records)
    head = ("Satzmuster", "Trefferquote", "95 %", "geschützt")
    cells = [(pattern, *_pair(one["recall"]), _base(one)) for pattern, one in records]
    return _section(title, "Trefferquote nach Satzmuster.", _rows(records), head, cells)


def _over_redaction(report: dict[str, Any]) -> str:
    over = report["over_redaction"]
    rows = [
        ("Dokumente ohne personenbezogene Angaben", over["clean_documents"]),
        ("Aller Text außerhalb der Angaben", over["outside_labels"]),
    ]
    rows = [(title, one) for title, one in rows if one["words"]]
    if not rows:
        return ""
    first = rows[0][1]
    title = f"Von 1.000 Wörtern ohne Personenbezug werden {_per_mille(first['rate']['value'])} zu Unrecht geschwärzt"
    cells = [
        (
            title,
            _percent(one["rate"]["value"], 2),
            _interval(one["rate"], 2),
            f"{one['redacted']} von {one['words']}",
            str(one["documents"]),
        )
        for title, one in rows
    ]
    table = _table(("", "Anteil", "95 %", "Wörter", "Dokumente"), cells)
    return f"<section><h2>{escape(title)}</h2>{table}</section>"


def _warnings(report: dict[str, Any]) -> str:
    records = list(report["warnings"].values())
    expected, given = (sum(one[key] for one in records) for key in ("expected", "given"))
    if not records or not expected:
        return ""
    title = f"{given} von {expected} erwarteten Hinweisen auf besondere Angaben werden gegeben"
    note = "Hinweise schwärzen nichts. Gezählt wird je Dokument und Art, nicht die Stelle im Text."
    head = ("Hinweis", "Trefferquote", "95 %", "gegeben", "Fehlalarme")
    cells = [
        (
            one["title"],
            *_pair(one["recall"]),
            f"{one['given']} von {one['expected']}",
            f"{one['false']} von {one['others']}",
        )
        for one in records
    ]
    rows = [_Row(one["title"], one["recall"], "") for one in records if one["expected"]]
    return _section(title, note, rows, head, cells)


def _reading() -> str:
    return (
        "<section><h2>Was die Zahlen bedeuten</h2>"
        "<p><strong>Trefferquote</strong>: geschützte Angaben durch alle Angaben. "
        "<strong>Genauigkeit</strong>: Befunde, die eine Angabe berühren, durch alle Befunde. "
        "<strong>F2</strong>: beides zusammen, die Trefferquote zählt doppelt.</p>"
        "<p><strong>Lücke</strong>: In dem Dokument bleibt mindestens eine Angabe stehen, die eine Person direkt "
        "bezeichnet; Orte allein zählen nicht dazu.</p>"
        "<p><strong>Bereich</strong>: nach Wilson; für F2 durch tausend Ziehungen ganzer Dokumente. Wo wenige Stellen "
        "zugrunde liegen, ist er breit, und der Punkt sagt wenig.</p></section>"
    )


def _foot(report: dict[str, Any]) -> str:
    versions = report["versions"]
    return (
        f"<footer>Korpus {escape(versions['corpus'])} · Erkenner {escape(versions['recognizers'])} · "
        f"Tagger {escape(versions['tagger'])} · Schutzregel {escape(versions['policy'])} · "
        f"Definitionen {escape(versions['definitions'])}</footer>"
    )


_HEAD = ("", "Trefferquote", "95 %", "Genauigkeit", "F2", "geschützt")


def _cells(titled: tuple[str, dict[str, Any]]) -> tuple[str, ...]:
    title, one = titled
    return (
        title,
        *_pair(one["recall"]),
        _percent(one["precision"]["value"]),
        _percent(one["f2"]["value"]),
        _base(one),
    )


def _rows(records: Iterable[tuple[str, dict[str, Any]]]) -> list[_Row]:
    return [_Row(title, one["recall"], _base(one)) for title, one in records]


def _extremes(sentence: str, records: Sequence[tuple[str, dict[str, Any]]]) -> str:
    ordered = sorted(records, key=lambda record: record[1]["recall"]["low"] or 0.0)
    least = min(records, key=lambda record: record[1]["recall"]["value"] or 0.0)
    return sentence.format(best=ordered[-1][0], worst=least[0])


def _section(title: str, note: str, rows: Sequence[_Row], head: Sequence[str], cells: Iterable[Sequence[str]]) -> str:
    return (
        f"<section><h2>{escape(title)}</h2>\n<figure><figcaption>{escape(note)}</figcaption>\n"
        f"{_chart(rows)}</figure>\n<details><summary>Die Zahlen als Tabelle</summary>"
        f"{_table(head, cells)}</details></section>"
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    titles = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    lines = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:]) + "</tr>"
        for row in rows
    )
    return f'<div class="table"><table><thead><tr>{titles}</tr></thead><tbody>{lines}</tbody></table></div>'


def _chart(rows: Sequence[_Row]) -> str:
    """Points with their intervals, a row each, all on one axis that begins at a round value below the points.

    Places are in percent of the width, so that a narrow window squeezes the axis and leaves the letters as they are.
    """
    lowest = min((row.figure["value"] or 0.0 for row in rows), default=0.0)
    begin = max(0.0, int(lowest * 10 - 0.5) / 10)

    def x(value: float) -> str:
        return f"{max(0.0, value - begin) / (1 - begin) * 100:.2f}%"

    ticks = [begin + (1 - begin) * step / 2 for step in range(3)]
    grid = "".join(f'<line class="grid" x1="{x(tick)}" x2="{x(tick)}" y1="0" y2="100%"/>' for tick in ticks)
    lines = "".join(f"<span>{escape(row.title)}</span>{_marks(row, grid, x)}" for row in rows)
    axis = "".join(f'<text x="{x(tick)}" y="15" text-anchor="middle">{_axis(tick)}</text>' for tick in ticks)
    return f'<div class="chart">{lines}<span></span><svg class="axis" aria-hidden="true">{axis}</svg></div>'


def _marks(row: _Row, grid: str, x: Callable[[float], str]) -> str:
    value, low, high = row.figure["value"], row.figure["low"], row.figure["high"]
    if value is None or low is None or high is None:
        return f'<svg aria-hidden="true">{grid}</svg>'
    marks = f'<line class="interval" x1="{x(low)}" x2="{x(high)}" y1="50%" y2="50%"/>'
    if row.must is not None:
        marks += f'<line class="target" x1="{x(row.must)}" x2="{x(row.must)}" y1="15%" y2="85%"/>'
    marks += f'<circle class="{"below" if row.is_below else "dot"}" cx="{x(value)}" cy="50%" r="5.5"/>'
    said = f"{_percent(value)} ({_interval(row.figure)})" + (f", {row.base}" if row.base else "")
    return f'<svg role="img" aria-label="{escape(said)}">{grid}{marks}</svg>'


def _axis(value: float) -> str:
    return f"{value * 100:.4g} %".replace(".", ",")


def _base(one: dict[str, Any]) -> str:
    return f"{one['protected']} von {one['labels']}"


def _pair(figure: dict[str, float | None]) -> tuple[str, str]:
    return _percent(figure["value"]), _interval(figure)


def _interval(figure: dict[str, float | None], digits: int = 1) -> str:
    if figure["low"] is None or figure["high"] is None:
        return "–"
    return f"{_decimal(figure['low'], digits)}–{_decimal(figure['high'], digits)}"


def _range(figure: dict[str, float | None], digits: int) -> str:
    return "" if figure["low"] is None else f" ({_interval(figure, digits)})"


def _percent(value: float | None, digits: int = 1) -> str:
    return "–" if value is None else f"{_decimal(value, digits)} %"


def _decimal(value: float, digits: int) -> str:
    return f"{value * 100:.{digits}f}".replace(".", ",")


def _per_mille(value: float | None) -> str:
    return f"{(value or 0.0) * 1000:.1f}".replace(".", ",")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
