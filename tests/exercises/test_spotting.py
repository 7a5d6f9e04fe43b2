"""When a planted place counts as found."""

from __future__ import annotations

import pytest

from exercises.schema import PlantedPlace
from exercises.spotting import CLAUSE, MOST_OF_TEXT, Span, marked_share, spotted_places

TEXT = (
    "Die Antragstellerin hat am 3. März Wohngeld beantragt. Es fehlen noch der Mietvertrag und die Verdienst"
    "bescheinigung. Die Unterlagen sind bis zum 30. April nachzureichen, andernfalls wird der Antrag ohne weitere "
    "Prüfung und ohne nochmalige Anhörung der Antragstellerin endgültig abgelehnt. Auskunft erteilt Zimmer 204."
)
DATE = "30. April"
THREAT = (
    "andernfalls wird der Antrag ohne weitere Prüfung und ohne nochmalige Anhörung der Antragstellerin endgültig "
    "abgelehnt"
)
ROOM = "204"


def place(quote: str) -> PlantedPlace:
    return PlantedPlace(id="stelle", quote=quote, kind="changed", title="Titel", explanation="Erklärung")


def mark(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def found(quote: str, *marked: str) -> bool:
    (spotted,) = spotted_places(TEXT, [place(quote)], [mark(words) for words in marked])
    return spotted.found


@pytest.mark.parametrize(
    ("quote", "marked", "expected"),
    [
        (DATE, [DATE], True),
        (DATE, ["April"], True),
        (DATE, ["30."], True),
        (DATE, ["30"], False),
        (DATE, ["30", "pri"], True),
        (DATE, ["bis zum 30. April nachzureichen"], True),
        (DATE, ["Die Unterlagen sind bis zum 30. April nachzureichen"], True),
        (DATE, ["zum 30"], False),
        (DATE, ["3. März"], False),
        (DATE, [THREAT], False),
        (ROOM, ["Zimmer 204"], True),
        (ROOM, ["20"], True),
        (THREAT, [THREAT], True),
        (THREAT, ["ohne nochmalige Anhörung der Antragstellerin"], True),
        (THREAT, ["endgültig abgelehnt"], False),
        (THREAT, [" und ohne nochmalige "], False),
        (THREAT, ["Die Unterlagen sind bis zum 30. April nachzureichen, " + THREAT], True),
        (DATE, [TEXT], False),
        (THREAT, [TEXT], True),
        (DATE, [], False),
        (DATE, [" "], False),
    ],
)
def test_a_mark_has_to_point_at_the_place(quote: str, marked: list[str], expected: bool) -> None:
    assert found(quote, *marked) is expected


def test_whoever_marks_everything_has_found_nothing_short_and_marked_too_much() -> None:
    assert marked_share(TEXT, [mark(TEXT)]) == 1.0 > MOST_OF_TEXT
    assert marked_share(TEXT, [mark(DATE), mark(DATE)]) == marked_share(TEXT, [mark(DATE)]) < 0.05
    assert marked_share(TEXT, []) == 0.0


def test_one_mark_may_find_two_places_and_each_place_names_its_marks() -> None:
    words = "bis zum 30. April nachzureichen, andernfalls"
    assert len(words) <= CLAUSE
    spotted = spotted_places(TEXT, [place(DATE), place("andernfalls")], [mark(ROOM), mark(words)])
    assert [(item.found, item.marks) for item in spotted] == [(True, (1,)), (True, (1,))]
    assert TEXT[spotted[0].span.start : spotted[0].span.end] == DATE


def test_offsets_are_code_points() -> None:
    text = "🙂 Frist: 30. April 🙂 Ende"
    start = text.index(DATE)
    (spotted,) = spotted_places(text, [place(DATE)], [Span(start, start + len(DATE))])
    assert spotted.found and spotted.span == Span(start, start + len(DATE))
