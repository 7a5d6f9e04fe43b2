"""Findings and placeholders as markup."""

from __future__ import annotations

import re

import pytest

from ui.marking import mark_in_markdown, mark_original, mark_placeholders, ordered, placeholders_in
from ui.schemas import Finding


def finding(start: int, end: int, label: str = "Person", placeholder: str = "[PERSON_1]") -> Finding:
    return Finding(start=start, end=end, entity="PERSON", label=label, placeholder=placeholder)


def text_of(markup: str) -> str:
    """The markup without the labels of the frames, as a reader would copy it."""
    without_labels = re.sub(r'<span class="befund-art">.*?</span>', "", markup)
    return re.sub(r"<[^>]+>", "", without_labels)


def test_finding_is_framed_and_named() -> None:
    markup = mark_original("An Frau Öztürk.", [finding(8, 14)])
    assert '<span class="befund-text">Öztürk</span>' in markup
    assert "1&nbsp;Person" in markup
    assert text_of(markup) == "An Frau Öztürk."


def test_numbers_follow_the_text_not_the_list() -> None:
    markup = mark_original("Ada und Bea", [finding(8, 11, "B"), finding(0, 3, "A")])
    assert markup.index("1&nbsp;A") < markup.index("2&nbsp;B")


def test_offsets_are_code_points() -> None:
    text = "👩🏽‍⚖️ Şükran wohnt hier"
    start = text.index("Şükran")
    markup = mark_original(text, [finding(start, start + 6)])
    assert '<span class="befund-text">Şükran</span>' in markup


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", 'a" onload="x', "1 < 2 & 3"])
def test_nothing_of_the_text_becomes_markup(text: str) -> None:
    for markup in (mark_original(text, [finding(0, 1, label="<b>")]), mark_placeholders(text)):
        assert "<script" not in markup
        assert "<b>" not in markup
        assert 'onload="x' not in markup


def test_overlapping_and_impossible_findings_are_left_out() -> None:
    markup = mark_original("Lindenstraße 14", [finding(0, 15, "Anschrift"), finding(0, 12, "Ort"), finding(90, 99)])
    assert markup.count("<mark") == 1
    assert "Anschrift" in markup


def test_placeholders_become_tokens() -> None:
    markup = mark_placeholders("Sehr geehrte Frau [PERSON_1], [DE_CASE_NUMBER_12]!")
    assert markup.count('class="platzhalter"') == 2
    assert text_of(markup) == "Sehr geehrte Frau [PERSON_1], [DE_CASE_NUMBER_12]!"


@pytest.mark.parametrize("text", ["[person_1]", "[PERSON]", "[PERSON_]", "[ ]", "[_1]"])
def test_other_brackets_stay_text(text: str) -> None:
    assert mark_placeholders(text) == text


def test_placeholders_are_listed_once_in_order() -> None:
    assert placeholders_in("[PERSON_2] [PERSON_1]", "[PERSON_2] [LOCATION_1]") == [
        "[PERSON_2]",
        "[PERSON_1]",
        "[LOCATION_1]",
    ]


def test_of_two_findings_with_one_start_the_longer_comes_first() -> None:
    assert [item.end for item in ordered([finding(0, 3), finding(0, 9)])] == [9, 3]


def test_placeholders_in_markdown_become_tokens_and_nothing_else_becomes_markup() -> None:
    marked = mark_in_markdown("An **Herrn** [PERSON_1] <script>alert(1)</script>, [Quelle](https://example.org)")
    assert marked == (
        'An **Herrn** <span class="platzhalter">[PERSON_1]</span> &lt;script>alert(1)&lt;/script>, '
        "[Quelle](https://example.org)"
    )
