"""Table of texts and their sentences."""

from __future__ import annotations

import pytest

from exercises.sentences import split_sentences, words_in

TEXTS = [
    ("Das ist eins. Das ist zwei.", ["Das ist eins.", "Das ist zwei."]),
    ("Frist ist der 3. März 2026. Danach endet sie.", ["Frist ist der 3. März 2026.", "Danach endet sie."]),
    ("Siehe § 60 Abs. 1 Nr. 3 SGB I. Das gilt.", ["Siehe § 60 Abs. 1 Nr. 3 SGB I.", "Das gilt."]),
    ("Unterlagen, z. B. Der Mietvertrag. Ende.", ["Unterlagen, z. B. Der Mietvertrag.", "Ende."]),
    ("Wir, d. h. das Amt, prüfen. Sie warten.", ["Wir, d. h. das Amt, prüfen.", "Sie warten."]),
    ("In der Regel, i. d. R. Montags, geht das. Gut.", ["In der Regel, i. d. R. Montags, geht das.", "Gut."]),
    ("Es kam Max. Er blieb.", ["Es kam Max.", "Er blieb."]),
    ("Höchstens max. 20 Seiten. Gut.", ["Höchstens max. 20 Seiten.", "Gut."]),
    ("Am 1. Werktag des Monats. Gut.", ["Am 1. Werktag des Monats.", "Gut."]),
    ("Frau Dr. Muster ruft an. Gut.", ["Frau Dr. Muster ruft an.", "Gut."]),
    ("Es sind ca. 20 Personen. Gut.", ["Es sind ca. 20 Personen.", "Gut."]),
    ("Es waren 20. Dann ging er.", ["Es waren 20.", "Dann ging er."]),
    ("Im Jahr 2026. Danach nicht.", ["Im Jahr 2026.", "Danach nicht."]),
    ("Am 4.3.2026. Danach nicht.", ["Am 4.3.2026.", "Danach nicht."]),
    ("Kommt er? Ja! Gut …", ["Kommt er?", "Ja!", "Gut …"]),
    ("Er sagte: „Ich komme.“ Dann ging er.", ["Er sagte: „Ich komme.“", "Dann ging er."]),
    ("Es fehlen:\n- der Vertrag\n- der Plan\n\nBitte bald.", ["Es fehlen:", "der Vertrag", "der Plan", "Bitte bald."]),
    ("1. Erstens\n2. Zweitens", ["Erstens", "Zweitens"]),
    ("☐ Antrag stellen\n☑ Konto einrichten", ["Antrag stellen", "Konto einrichten"]),
    ("[ ] Antrag stellen\n- [x] Konto einrichten", ["Antrag stellen", "Konto einrichten"]),
    ("Bis wann?\n25. März 2026", ["Bis wann?", "25. März 2026"]),
    ("| Was | Wer |\n|---|---|\n| Antrag | Amt |\nEnde.", ["Was", "Wer", "Antrag", "Amt", "Ende."]),
    ("# Überschrift\nText dazu.", ["Überschrift", "Text dazu."]),
    (
        "Sehr geehrte Frau [PERSON_1],\nIhr Antrag liegt vor.",
        ["Sehr geehrte Frau [PERSON_1],", "Ihr Antrag liegt vor."],
    ),
    ("Mit freundlichen Grüßen\n[PERSON_2]", ["Mit freundlichen Grüßen", "[PERSON_2]"]),
    (
        "Dies ist eine lange Zeile, die jemand von Hand umgebrochen hat und die\nhier weitergeht. Ende.",
        ["Dies ist eine lange Zeile, die jemand von Hand umgebrochen hat und die hier weitergeht.", "Ende."],
    ),
    (
        "Plan:\n| Was | Wer |\n|---|---|\n| Antrag stellen. Bald. | Amt |\nEnde.",
        ["Plan:", "Was", "Wer", "Antrag stellen.", "Bald.", "Amt", "Ende."],
    ),
    ("", []),
    ("...\n---\n", []),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == expected


def test_places() -> None:
    text = "Guten Tag,\n\n- erstens fehlt der Plan. Er eilt.\n- zweitens nichts."
    sentences = split_sentences(text)
    assert [sentence.line for sentence in sentences] == [1, 3, 3, 4]
    for sentence in sentences:
        assert text[sentence.start :].startswith(sentence.text)


@pytest.mark.parametrize(
    ("text", "count"),
    [("Der Antrag von [PERSON_1] kam am 04.03.2026.", 7), ("SGB-I-Leistung, z. B. Wohngeld", 4), ("– * –", 0)],
)
def test_words(text: str, count: int) -> None:
    assert len(words_in(text)) == count
