"""What participants mark takes effect at once, and is kept without its value."""

import sys

import pytest
import regex

from guardrails import Guard, MarkedSpan, MarkError, PlaceholderBook, RawText, template_of
from guardrails.marks import build_of

TEXT = "Die Sache Quellbrunn liegt bei Zxy-77. Frau Karaca fragt nach Quellbrunn und nach DIN 5008 am 4. Mai 2026."


def place(text: str, part: str, entity: str) -> MarkedSpan:
    start = text.index(part)
    return MarkedSpan(start, start + len(part), entity)


def test_a_marked_place_and_the_same_words_elsewhere_are_replaced(guard: Guard) -> None:
    result = guard.redact(RawText(TEXT), language="de", missed=[place(TEXT, "Zxy-77", "DE_CASE_NUMBER")])
    assert "Zxy-77" not in result.text.text
    marked = [finding for finding in result.findings if finding.entity == "DE_CASE_NUMBER"]
    assert [(TEXT[f.start : f.end], f.recognizer, f.action) for f in marked] == [
        ("Zxy-77", "ParticipantMark", "redact")
    ]
    assert "markiert" in marked[0].reason


def test_regex_keeps_no_pattern_made_of_somebodys_words(guard: Guard) -> None:
    kept = sys.modules[regex.compile.__module__]
    regex.compile("Probemuster")
    assert "Probemuster" in str(vars(kept)), "this is where patterns are kept"
    text = "ZQJ = Zoran Quist-Janosch, Zi. 8\nZQJ bearbeitet die Sache Zxy-77. Eilt zxy-77 für Frau Mai?"
    result = guard.redact(RawText(text), language="de", missed=[place(text, "Zxy-77", "DE_CASE_NUMBER")])
    assert result.text.text.count("[DE_CASE_NUMBER_1]") == 2
    assert not [word for word in ("ZQJ", "Zxy", "Janosch") if word in str(vars(kept))]


def test_a_marked_person_has_one_placeholder_in_all_forms(guard: Guard) -> None:
    text = "Die Sache liegt bei Blorin Quandtar. Quandtars Antrag fehlt, quandtar ruft an."
    result = guard.redact(
        RawText(text),
        language="de",
        missed=[place(text, "Blorin Quandtar", "PERSON")],
        placeholders=PlaceholderBook(b"k" * 32),
    )
    assert "uandtar" not in result.text.text
    assert "[PERSON_2]" not in result.text.text


def test_a_mark_inside_a_finding_adds_nothing(guard: Guard) -> None:
    text = "Sehr geehrte Frau Selin Karaca, vielen Dank."
    plain = guard.redact(RawText(text), language="de")
    marked = guard.redact(RawText(text), language="de", missed=[place(text, "Selin", "PERSON")])
    assert plain.findings == marked.findings


@pytest.mark.parametrize(
    ("start", "end", "entity"),
    [(0, 0, "PERSON"), (-1, 3, "PERSON"), (0, 999, "PERSON"), (3, 4, "PERSON"), (0, 3, "HUND")],
    ids=["empty", "before", "behind", "blank", "unknown"],
)
def test_a_place_that_cannot_be_marked_is_refused(guard: Guard, start: int, end: int, entity: str) -> None:
    with pytest.raises(MarkError):
        guard.redact(RawText(TEXT), language="de", missed=[MarkedSpan(start, end, entity)])


def test_placeholders_cannot_be_marked(guard: Guard) -> None:
    text = "Antrag von [PERSON_1]."
    with pytest.raises(MarkError, match="schon geschützt"):
        guard.redact(RawText(text), missed=[place(text, "[PERSON_1]", "PERSON")])


def test_a_template_keeps_the_build_and_not_the_value(guard: Guard) -> None:
    mark = place(TEXT, "Zxy-77", "DE_CASE_NUMBER")
    result = guard.redact(RawText(TEXT), language="de", missed=[mark])
    template = template_of(TEXT, result, mark, "missed")
    assert (template.build, template.entity, template.recognizer) == ("Xxx-99", "DE_CASE_NUMBER", "")
    assert "Zxy" not in repr(template)
    assert "Karaca" not in template.after.text
    assert "DIN 5008" in template.after.text


def test_a_contested_finding_names_its_recognizer_and_not_its_text(guard: Guard) -> None:
    text = "Frau Karaca fragt nach der Frist."
    template = template_of(text, guard.redact(RawText(text)), place(text, "Karaca", "PERSON"), "wrong")
    assert template.recognizer
    assert (template.before.text, template.build) == ("Frau ", "Xx")
    with pytest.raises(MarkError, match="nichts gefunden"):
        template_of(text, guard.redact(RawText(text)), place(text, "Frist", "PERSON"), "wrong")


def test_long_surroundings_are_cut_between_words_and_placeholders(guard: Guard) -> None:
    text = "Frau Karaca schreibt. " * 20 + "Zxy-77 steht hier. " + "Herr Adeyemi antwortet. " * 20
    mark = place(text, "Zxy-77", "DE_CASE_NUMBER")
    template = template_of(text, guard.redact(RawText(text), language="de", missed=[mark]), mark, "missed")
    assert 0 < len(template.before.text) <= 160
    assert 0 < len(template.after.text) <= 160
    for part in (template.before.text, template.after.text):
        assert part.count("[") == part.count("]")


@pytest.mark.parametrize(
    ("entity", "value", "build"),
    [
        ("PERSON", "Selin Karaca", "Xx Xx"),
        ("PERSON", "KARACA, selin", "XX, x"),
        ("PERSON", "J. Meyer-Öztürk", "X. Xx-Xx"),
        ("DE_KFZ", "M-KA 1234", "X-XX 9999"),
        ("DE_TAX_ID", "36 574 261 809", "99 999 999 999"),
        ("EMAIL_ADDRESS", "max.m@web.de", "x.x@x.x"),
    ],
)
def test_build(entity: str, value: str, build: str) -> None:
    assert build_of(entity, value) == build
