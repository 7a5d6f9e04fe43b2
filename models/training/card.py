"""The model card, written from the run's log and the evaluation, so that its figures are never typed by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from models.training.corpus.assignments import LETTER_KINDS
from models.training.evaluate import SEEN_BEFORE
from models.training.model import ModelConfig

LABELS = {
    "fact_recall": "Fakten, die wörtlich in der Antwort stehen",
    "invented_share": "Erfundene unter allen genannten Fakten",
    "words_intact": "Unversehrte Wörter (im Wörterbuch oder im Fall)",
    "placeholder_recall": "Platzhalter, die in der Antwort stehen",
    "with_all_facts": "Antworten mit allen Fakten",
    "with_80_percent_of_facts": "Antworten mit mindestens 80 % der Fakten",
    "without_inventions": "Antworten ohne erfundene Platzhalter, Daten, Beträge oder Zahlen",
    "form_present": "Antworten in der verlangten Form",
    "ended_by_itself": "Antworten, die von selbst enden",
    "usable": "Brauchbar: 80 % der Fakten, richtige Form, nichts erfunden, selbst beendet",
}

AIMS = {
    "fact_recall": (0.95, True), "invented_share": (0.02, False), "form_present": (0.9, True),
    "words_intact": (0.99, True), "ended_by_itself": (1.0, True),
}  # fmt: skip
"""What the model is meant to reach, and whether more is better."""


def percent(value: float) -> str:
    """A share as a German percentage."""
    return f"{100 * value:.1f}".replace(".", ",") + " %"


def thousands(number: int) -> str:
    """A whole number with German separators."""
    return f"{number:,}".replace(",", ".")


def loss_curve(log: list[dict[str, Any]], width: int = 640, height: int = 240) -> str:
    """Training loss over tokens as a small SVG drawing."""
    left, bottom, top = 44, 34, 16
    most_tokens = max(entry["tokens"] for entry in log)
    highest = min(5.0, max(entry["loss"] for entry in log))

    def place(entry: dict[str, Any]) -> str:
        x = left + (width - left - 12) * entry["tokens"] / most_tokens
        y = height - bottom - (height - bottom - top) * min(entry["loss"], highest) / highest
        return f"{x:.1f},{y:.1f}"

    steps = [highest * part / 4 for part in range(5)]
    lines = "".join(
        f'<line x1="{left}" x2="{width - 12}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
        f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{value:.1f}</text>'
        for value in steps
        for y in [height - bottom - (height - bottom - top) * value / highest]
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
        f'font-size="11" fill="#333"><title>Verlust je Token im Training</title>'
        f'<rect width="{width}" height="{height}" fill="#fff"/>{lines}'
        f'<polyline fill="none" stroke="#1f4e79" stroke-width="1.6" points="{" ".join(map(place, log))}"/>'
        f'<text x="{left}" y="{height - 10}">0</text>'
        f'<text x="{width - 12}" y="{height - 10}" text-anchor="end">{most_tokens / 1e6:.1f} Millionen Token</text>'
        "</svg>\n"
    )


def _aim(key: str) -> str:
    if key not in AIMS:
        return ""
    value, more = AIMS[key]
    return f"{'≥' if more else '≤'} {100 * value:.0f} %"


def _table(found: dict[str, Any]) -> str:
    names = ("held_out", "own_prompts", "own_prompts_seen_before", "held_out_at_service_temperature", "known_wording")
    held, own, seen, warm, known = columns = [found[name] for name in names]
    rows = [
        f"| Maß | Ziel | {held['cases']} zurückgehaltene Fälle | {own['cases']} Aufträge von Hand "
        f"| {seen['cases']} ältere Aufträge von Hand | {warm['cases']} zurückgehaltene Fälle bei Temperatur 0,1 "
        f"| {known['cases']} neue Fälle in bekanntem Wortlaut |",
        "|---|---|---|---|---|---|---|",
    ]
    for key, label in LABELS.items():
        if key == "words_intact" and not found["settings"]["spelling"]:
            continue
        rows.append(f"| {label} | {_aim(key)} | " + " | ".join(percent(column[key]) for column in columns) + " |")
    return "\n".join(rows)


def _verdict(found: dict[str, Any]) -> str:
    """Which aims are reached on the held-out cases and on the prompts by hand, in words."""
    lines: list[str] = []
    for key, (value, more) in AIMS.items():
        if key == "words_intact" and not found["settings"]["spelling"]:
            continue
        reached = [
            (found[name][key] >= value) if more else (found[name][key] <= value) for name in ("held_out", "own_prompts")
        ]
        said = {2: "bei beiden erreicht", 0: "bei keinem von beiden erreicht"}.get(
            sum(reached), "nur bei den zurückgehaltenen Fällen erreicht" if reached[0] else "nur von Hand erreicht"
        )
        lines.append(f"- {LABELS[key]} ({_aim(key)}): {said}.")
    return "\n".join(lines)


def _comparison(found: dict[str, Any]) -> str:
    """The version before on the same cases; empty where there was none."""
    before = found.get("previous")
    if not before:
        return ""
    rows = [
        "Die vorige Fassung, gemessen an denselben Fällen mit demselben Verfahren:",
        "",
        "| Maß | zurückgehaltene Fälle: vorher | jetzt | Aufträge von Hand: vorher | jetzt |",
        "|---|---|---|---|---|",
    ]
    for key, label in LABELS.items():
        values = [part[name][key] for name in ("held_out", "own_prompts") for part in (before, found)]
        rows.append(f"| {label} | " + " | ".join(percent(value) for value in values) + " |")
    return "\n".join(rows)


def _task_table(found: dict[str, Any]) -> str:
    rows = [
        "| Aufgabe | Fälle | Fakten | erfunden | Form | von selbst beendet | unversehrte Wörter | brauchbar |",
        "|---|---|---|---|---|---|---|---|",
    ]
    keys = ("fact_recall", "invented_share", "form_present", "ended_by_itself", "words_intact", "usable")
    for task, values in found["held_out_by_task"].items():
        rows.append(f"| `{task}` | {values['cases']} | " + " | ".join(percent(values[key]) for key in keys) + " |")
    return "\n".join(rows)


def _log_table(log: list[dict[str, Any]]) -> str:
    chosen = log[:: max(1, len(log) // 10)]
    if chosen[-1] is not log[-1]:
        chosen.append(log[-1])
    rows = ["| Schritt | Token | Beispiele | Verlust | Lernrate (Anteil) |", "|---|---|---|---|---|"]
    rows += [
        f"| {e['step']} | {thousands(e['tokens'])} | {thousands(e['examples'])} | {e['loss']:.3f} | {e['rate']:.2f} |"
        for e in chosen
    ]
    return "\n".join(rows)


def shortened(text: str, longest: int = 1500) -> str:
    """The text, or its beginning with a remark."""
    return text if len(text) <= longest else text[:longest] + " … (gekürzt)"


def _answers(items: list[dict[str, Any]], *, failures: bool) -> str:
    parts: list[str] = []
    for item in items:
        found = (
            f"Fehlend: {', '.join(item['missing']) or 'nichts'}. Erfunden: {', '.join(item['invented']) or 'nichts'}. "
            f"Verdrehte Wörter: {', '.join(dict.fromkeys(item['broken'])) or 'keine'}."
        )
        parts.append(
            f"**`{item['task']}`** {found}\n\n```text\n{item['prompt']}\n```\n\n"
            f"Antwort:\n\n```text\n{shortened(item['answer'])}\n```"
        )
        if failures and not item["ended"]:
            parts[-1] += "\n\nDie Antwort endete nicht von selbst."
    return "\n\n".join(parts)


def write_card(directory: Path, config: ModelConfig, parameters: int, log: list[dict[str, Any]], size: int) -> None:
    """Write `MODEL_CARD.md` and `loss.svg` beside the evaluation in `directory`. `size` is the file's, in bytes."""
    found = json.loads((directory / "evaluation.json").read_text(encoding="utf-8"))
    (directory / "loss.svg").write_text(loss_curve(log), encoding="utf-8")
    last = log[-1]
    template = (Path(__file__).parent / "card.md").read_text(encoding="utf-8")
    values = {
        "parameters": f"{parameters / 1e6:.1f}".replace(".", ","),
        "layers": config.layers,
        "width": config.width,
        "heads": config.heads,
        "feed_forward": config.feed_forward,
        "vocabulary": config.vocabulary,
        "context": config.context,
        "size": f"{size / 1e6:.1f}".replace(".", ","),
        "steps_plain": last["step"],
        "steps": thousands(last["step"]),
        "tokens": thousands(last["tokens"]),
        "examples": thousands(last["examples"]),
        "minutes": round(last["seconds"] / 60),
        "loss": f"{last['loss']:.3f}".replace(".", ","),
        "table": _table(found),
        "letter_kinds": len(LETTER_KINDS) + 4,
        "seen_before": SEEN_BEFORE,
        "verdict": _verdict(found),
        "comparison": _comparison(found),
        "task_table": _task_table(found),
        "log_table": _log_table(log),
        "samples": _answers(found["own_answers"][SEEN_BEFORE::12], failures=True),
        "failures": _answers(found["worst"][:3], failures=True),
    }
    for name, value in values.items():
        template = template.replace("{{" + name + "}}", str(value))
    (directory / "MODEL_CARD.md").write_text(template, encoding="utf-8")
