"""Where the words that somebody selected or typed stand in a text."""

from __future__ import annotations

import re

import pytest

from ui.places import find_place
from ui.views.exercise.spans import Labelled, labelled

TEXT = "Am 3. März und am 13. März,\num 9 Uhr. 🙂 Frau [PERSON_1] kam um 9 Uhr."


@pytest.mark.parametrize(
    ("words", "near", "expected"),
    [
        ("3. März", None, "3. März"),
        ("  3. März ", 0, "3. März"),
        ("3. März", 18, "3. März"),
        ("März, um 9", None, "März,\num 9"),
        ("März,um 9", None, "März,\num 9"),
        ("frau [person_1]", None, "Frau [PERSON_1]"),
        ("9 Uhr", 60, "9 Uhr"),
        ("4. März", None, None),
        (" ", None, None),
        ("", 3, None),
    ],
)
def test_a_place_is_found_as_it_was_selected_or_typed(words: str, near: int | None, expected: str | None) -> None:
    place = find_place(TEXT, words, near)
    assert (TEXT[place[0] : place[1]] if place else None) == expected


def test_of_equal_places_the_selected_one_counts() -> None:
    first, second = TEXT.index("3. März"), TEXT.rindex("3. März")
    assert find_place(TEXT, "3. März") == (first, first + 7)
    assert find_place(TEXT, "3. März", near=second) == (second, second + 7)
    late = TEXT.rindex("9 Uhr")
    assert find_place(TEXT, "9 Uhr", near=late) == (late, late + 5), "behind a character of two units in the browser"


def test_spans_carry_their_labels_and_everything_is_escaped() -> None:
    text = "a <b> [PERSON_1] c"
    markup = labelled(text, [Labelled(2, 5, "1", "gefunden"), Labelled(6, 16, "<2>")])
    assert (
        '<mark class="befund gefunden"><span class="befund-text">&lt;b&gt;</span><span class="befund-art"> 1</span>'
        in markup
    )
    assert '<span class="platzhalter">[PERSON_1]</span></span><span class="befund-art"> &lt;2&gt;</span>' in markup
    assert labelled(text, []).count("mark") == 0


def test_overlapping_spans_lose_no_letter() -> None:
    text = "eins zwei drei vier"
    markup = labelled(text, [Labelled(0, 9, "A"), Labelled(5, 14, "B"), Labelled(5, 400, "C")])
    without_labels = re.sub(r'<span class="befund-art">.*?</span>', "", markup)
    assert re.sub(r"<[^>]+>", "", without_labels) == text
    assert re.findall(r'befund-art"> (\w)<', markup) == ["A", "B", "C"]
