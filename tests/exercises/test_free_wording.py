"""`mentions` on points told in other words: sentences written before the check could do more than compare words.

`paraphrases.tsv`: exercise, point, a sentence that tells it. Ten of the points got further words in their exercise
afterwards, so the count says how far the check gets with them, not how far with any wording.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from exercises import load_exercises
from exercises.checks.mentions import MentionsSettings
from exercises.checks.wording import Wording, occurs, told

HERE = Path(__file__).parent
POINTS: dict[tuple[str, str], Wording] = {
    (exercise.id, point.title): point
    for exercise in load_exercises().all
    for check in exercise.checks
    if isinstance(check, MentionsSettings)
    for point in check.items
}
PARAPHRASES = [line.split("\t") for line in (HERE / "paraphrases.tsv").read_text(encoding="utf-8").splitlines()]
LEAST_TOLD, MOST_ELSEWHERE = 30, 0.02
"""Measured on the paraphrases, and on points sought in answers to other exercises, where they are not told."""


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("Rampe", "Zwei mobile Rampen stehen zur Wahl.", True),
        ("Miete", "Für Ihre Mietzahlungen fehlen Belege.", False),  # too short for compounds
        ("Lageplan", "Die Lageplanung läuft.", False),
        ("zwei", "Sie wohnt im zweiten Stock.", False),
        ("gezahlte Miete", "Ihre Miete wurde immer gezahlt.", True),
        ("Geburtsurkunde", "Legen Sie bitte die Urkunde über die Geburt bei.", True),
        ("Geburtsurkunde", "Die Urkunde zum Dienstjubiläum liegt bei. Zur Geburt gratulieren wir.", False),
        ("Umweltamt", "Die Umwelt ist uns wichtig.", False),
        ("nicht entschieden", "Wir haben entschieden.", False),
        ("je Verein", "Der Verein freut sich.", False),
        ("2. Stock", "Sie wohnt im Stock.", False),
        ("Ausweis", "Bringen Sie Ihren Personalausweis mit.", True),
    ],
)
def test_what_counts_as_told(phrase: str, text: str, found: bool) -> None:
    assert told([phrase], text) is found


def test_most_paraphrases_are_recognised() -> None:
    known = [row for row in PARAPHRASES if told(POINTS[row[0], row[1]].any_of, row[2])]
    literal = [row for row in PARAPHRASES if occurs(POINTS[row[0], row[1]].any_of, row[2])]
    assert len(PARAPHRASES) == 45 and len(known) >= LEAST_TOLD > len(literal)


def test_other_forms_of_words_hardly_ever_find_what_is_not_told() -> None:
    answers = [(path.parent.name, path.read_text("utf-8")) for path in sorted((HERE / "answers_corpus").glob("*/1.md"))]
    tried = [
        told(point.any_of, text) and not occurs(point.any_of, text)
        for (exercise, _), point in list(POINTS.items())[::3]
        for name, text in answers
        if name != exercise
    ]
    assert len(tried) > 500 and sum(tried) / len(tried) <= MOST_ELSEWHERE
