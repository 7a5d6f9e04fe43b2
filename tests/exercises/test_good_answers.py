"""A good answer to each exercise raises no alarm; spoiled in one place, it raises the right one.

The good answers lie in `good_answers/<id>.md`, written by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from exercises import CheckResult, load_exercises, run_checks

LIBRARY = load_exercises()
ANSWERS = {path.stem: path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("good_answers/*.md")}

SPOILED = {
    "drei-fragen": [
        ("innerhalb von zwei Wochen", "innerhalb von vier Wochen", "facts", "Verändert: Zeitraum"),
        (
            "Ob wir auch samstags geöffnet haben, kann ich Ihnen im Moment nicht sagen. ",
            "",
            "mentions",
            "Nicht gefunden",
        ),
        (
            "Ob wir auch samstags geöffnet haben, kann ich Ihnen im Moment nicht sagen.",
            "Wir haben auch samstags von 9 bis 12 Uhr geöffnet.",
            "avoids",
            "Auskunft ohne Grundlage",
        ),
        ("[PHONE_NUMBER_1]", "[PHONE_NUMBER_2]", "placeholders", "Unbekannt"),
    ],
    "erfundene-stellen": [
        ("am 1. Juni 2026", "am 11. Juni 2026", "facts", "Verändert: Datum. Im Fall „1. Juni 2026“"),
        ("Sie verlegen Ihren Betrieb", "Wir genehmigen § 47c GewO gemäß", "facts", "Nicht im Fall: Vorschrift"),
        ("liegt bei.", "liegt bei. Ihr Betrieb ist damit genehmigt.", "avoids", "Genehmigung"),
        ("liegt bei.", "liegt bei. Bitte reichen Sie den Mietvertrag nach.", "avoids", "Forderung von Unterlagen"),
        ("einen eigenen Gebührenbescheid", "bald Post", "mentions", "Nicht gefunden: Gebührenbescheid"),
    ],
    "zweimal-derselbe-prompt": [
        ("Raum 112", "Raum 14", "facts", "Verändert: Zahl. Im Fall „112“"),
        ("14. April 2026", "11. April 2026", "facts", "Verändert: Datum. Im Fall „14. April 2026“"),
        ("für die Gastronomie", "für die Qualitätsronomie", "mentions", "Nicht gefunden: Anlass"),
    ],
}


def alarms(exercise_id: str, answer: str) -> dict[str, CheckResult]:
    """Results that are not `ok`, by check."""
    results = run_checks(LIBRARY.get(exercise_id), "Schreibe den Text.", answer)
    return {result.id: result for result in results if result.status != "ok"}


@pytest.mark.parametrize("exercise_id", sorted(ANSWERS))
def test_a_good_answer_raises_no_alarm(exercise_id: str) -> None:
    assert alarms(exercise_id, ANSWERS[exercise_id]) == {}


@pytest.mark.parametrize(
    ("exercise_id", "old", "new", "check", "evidence"),
    [(exercise_id, *places) for exercise_id, spoiled in SPOILED.items() for places in spoiled],
)
def test_a_spoiled_answer_raises_the_right_alarm(
    exercise_id: str, old: str, new: str, check: str, evidence: str
) -> None:
    assert old in ANSWERS[exercise_id]
    found = alarms(exercise_id, ANSWERS[exercise_id].replace(old, new))
    assert any(item.startswith(evidence) for item in found[check].items), found
