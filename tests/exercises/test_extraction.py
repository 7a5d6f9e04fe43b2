"""Table of notations: what is read as which fact, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from exercises.extraction import extract_facts, says_the_same

DATES = [
    ("am 4. März 2026", [(2026, 3, 4)]),
    ("am 4.März 2026", [(2026, 3, 4)]),
    ("am 04. März 2026", [(2026, 3, 4)]),
    ("Mittwoch, den 4. März 2026,", [(2026, 3, 4)]),
    ("am 04.03.2026.", [(2026, 3, 4)]),
    ("am 4.3.2026", [(2026, 3, 4)]),
    ("am 4. 3. 2026", [(2026, 3, 4)]),
    ("am 04.03.26", [(2026, 3, 4)]),
    ("geboren 31.12.85", [(1985, 12, 31)]),
    ("am 4.3. und", [(None, 3, 4)]),
    ("am 4. März.", [(None, 3, 4)]),
    ("am 4. Mrz. 2026", [(2026, 3, 4)]),
    ("am 15. Sept. 2026", [(2026, 9, 15)]),
    ("am 4. MÄRZ 2026", [(2026, 3, 4)]),
    ("2026-03-04", [(2026, 3, 4)]),
    ("4/3/2026", [(2026, 3, 4)]),
    ("am vierten März 2026", [(2026, 3, 4)]),
    ("am einunddreißigsten Mai", [(None, 5, 31)]),
    ("7. Bis zum 25. März 2026 kommt der Plan.", [(2026, 3, 25)]),
    ("vom 4. bis 25. März 2026", [(2026, 3, 4), (2026, 3, 25)]),
    ("vom 4. bis zum 25. März 2026", [(2026, 3, 4), (2026, 3, 25)]),
    ("4.–25. März 2026", [(2026, 3, 4), (2026, 3, 25)]),
    ("vom 4.3. bis 25.3.2026", [(None, 3, 4), (2026, 3, 25)]),
    ("1. Bis 13. Juli 2026: Antrag stellen", [(2026, 7, 13)]),
    ("5. 3. August 2026, 9 Uhr: Begrüßung", [(2026, 8, 3)]),
    ("am 5.3., August", [(None, 3, 5)]),
    ("der 3. Antrag", []),
    ("Abschnitt 4.13.2026", []),
    ("Ort: Zimmer 4.01.", []),
    ("siehe Ziffer 2.1.", []),
    ("im Mai", []),
    ("§ 4 Abs. 3", []),
    ("Version 1.2.3", []),
]

AMOUNTS = [
    ("612 Euro", "612"),
    ("612,00 €", "612"),
    ("612,- EUR", "612"),
    ("EUR 612,50", "612.5"),
    ("€ 612", "612"),
    ("1.250,50 Euro", "1250.5"),
    ("1 250 Euro", "1250"),
    ("1.250 €", "1250"),
    ("612.50 €", "612.5"),
    ("1,5 Mio. Euro", "1500000"),
    ("2 Milliarden Euro", "2000000000"),
    ("fünfundachtzig Euro", "85"),
    ("hundertfünfzig Euro", "150"),
]

DURATIONS = [
    ("sechs Wochen", [(42, "days")]),
    ("mit 20 Wochenstunden", [(1200, "minutes")]),
    ("10 Min.: Beginn, 2 Std. Arbeit", [(10, "minutes"), (120, "minutes")]),
    ("3 Minister", []),
    ("| Schritt | Minuten |\n|---|---:|\n| Beginn | 10 |\n| **Summe** | **90** |", [(10, "minutes"), (90, "minutes")]),
    ("| Schritt | Minuten |\n| Beginn | 10 |", []),
    ("in 14 Kalendertagen", [(14, "days")]),
    ("6 Wochen", [(42, "days")]),
    ("42 Tage", [(42, "days")]),
    ("innerhalb von 14 Tagen", [(14, "days")]),
    ("zwei Wochen", [(14, "days")]),
    ("eine Woche", [(7, "days")]),
    ("innerhalb eines Monats", [(1, "months")]),
    ("ein Jahr", [(12, "months")]),
    ("zwölf Monate", [(12, "months")]),
    ("zwei bis drei Wochen", [(14, "days"), (21, "days")]),
    ("6-wöchige Frist", [(42, "days")]),
    ("vierzehntägig", [(14, "days")]),
    ("sechswöchige Bearbeitung", [(42, "days")]),
    ("eine halbe Stunde", []),
    ("90 Minuten", [(90, "minutes")]),
    ("zwei Stunden", [(120, "minutes")]),
    ("zehn Werktage", [(10, "working days")]),
    ("eine Wohnung", []),
    ("der Monat", []),
]

TIMES = [
    ("9:20 Uhr", [(9, 20)]),
    ("09.20 Uhr", [(9, 20)]),
    ("9 Uhr 20", [(9, 20)]),
    ("21 Uhr", [(21, 0)]),
    ("um 9:20", [(9, 20)]),
    ("9:20 bis 9:32 Uhr", [(9, 20), (9, 32)]),
    ("von 12 bis 20 Uhr", [(12, 0), (20, 0)]),
    ("9.20–9.32 Uhr", [(9, 20), (9, 32)]),
    ("Verhältnis 3:75", []),
]

PARAGRAPHS = [
    ("§ 60 SGB I", [("60", "SGB 1")]),
    ("§ 60 Abs. 1 Satz 1 Nr. 3 SGB I", [("60", "SGB 1")]),
    ("§ 66 Absatz 3 des SGB I", [("66", "SGB 1")]),
    ("§§ 60 und 66 SGB I", [("60", "SGB 1"), ("66", "SGB 1")]),
    ("§§ 60, 65 und 66 SGB I", [("60", "SGB 1"), ("65", "SGB 1"), ("66", "SGB 1")]),
    ("§ 35a SGB VIII", [("35a", "SGB 8")]),
    ("§ 22 Abs. 1 des Wohngeldgesetzes", [("22", "WoGG")]),
    ("§ 22 WoGG", [("22", "WoGG")]),
    ("Art. 9 DSGVO", [("9", "DSGVO")]),
    ("Art. 5 Abs. 1 Buchstabe c DSGVO", [("5", "DSGVO")]),
    ("nach § 7.", [("7", None)]),
    ("Paragraf 7", [("7", None)]),
]

NUMBERS = [
    ("150 Gäste", ["150"]),
    ("1.500 Gäste", ["1500"]),
    ("3,5 Zimmer", ["3.5"]),
    ("1. Mietvertrag\n2. Nachweis\n3) Plan", []),
    ("die 2. Mahnung", ["2"]),
    ("Tel. 030 1234-567", ["301234567"]),
    ("Zimmer A12", []),
    ("[PERSON_1]", []),
    ("zwei Personen", []),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text: str, expected: list[tuple]) -> None:
    assert [fact.key for fact in extract_facts(text) if fact.kind == "date"] == expected


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_amounts(text: str, expected: str) -> None:
    assert [(fact.kind, fact.key) for fact in extract_facts(text)] == [("amount", (Decimal(expected),))]


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_durations(text: str, expected: list[tuple]) -> None:
    assert [fact.key for fact in extract_facts(text) if fact.kind == "duration"] == expected


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_times(text: str, expected: list[tuple]) -> None:
    assert [fact.key for fact in extract_facts(text) if fact.kind == "time"] == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs(text: str, expected: list[tuple]) -> None:
    assert [(fact.kind, fact.key) for fact in extract_facts(text)] == [("paragraph", key) for key in expected]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers(text: str, expected: list[str]) -> None:
    assert [fact.key[0] for fact in extract_facts(text) if fact.kind == "number"] == [Decimal(n) for n in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aktenzeichen: 50.2-WG-123/26.", "502WG12326"),
        ("Az. 12 K 345/26", "12K34526"),
        ("Unser Zeichen: WG/0815", "WG0815"),
        ("Das Aktenzeichen lautet 4711-A.", "4711A"),
    ],
)
def test_case_numbers(text: str, expected: str) -> None:
    assert [(fact.kind, fact.key) for fact in extract_facts(text)] == [("case_number", (expected,))]


def test_a_case_number_needs_a_digit() -> None:
    assert extract_facts("Bitte geben Sie das Aktenzeichen an.") == []


def test_places_are_offsets_of_the_text() -> None:
    text = "👍 Am 4. März 2026 zahlte [PERSON_1] 85,50 € nach § 7 WoGG, vom 4. bis 9. Mai 2026, 9:20 bis 9:32 Uhr."
    for fact in extract_facts(text):
        if fact.kind not in {"paragraph"}:
            assert text[fact.start : fact.end] == fact.text
    assert [fact.text for fact in extract_facts(text)] == [
        "4. März 2026", "[PERSON_1]", "85,50 €", "§ 7 WoGG", "4.", "9. Mai 2026", "9:20", "9:32 Uhr",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("known", "claimed", "same"),
    [
        ("4. März 2026", "04.03.2026", True),
        ("4. März 2026", "4. März", True),
        ("4. März", "4. März 2026", True),
        ("4. März 2026", "4. März 2025", False),
        ("4. März 2026", "im März 2026", True),
        ("4. März 2026", "im April 2026", False),
        ("4. März 2026", "2026", True),
        ("sechs Wochen", "42 Tage", True),
        ("ein Jahr", "12 Monate", True),
        ("vier Wochen", "ein Monat", False),
        ("85 Euro", "85", True),
        ("85 Euro", "85 Prozent", False),
        ("§ 60 SGB I", "§ 60", True),
        ("§ 60 SGB I", "§ 60 SGB X", False),
        ("Aktenzeichen: WG-123/26", "Az.: WG 123/26", True),
        ("Aktenzeichen: WG-123/26", "Az. WG-132/26", False),
    ],
)
def test_what_says_the_same(known: str, claimed: str, same: bool) -> None:
    (first,), (second,) = extract_facts(known), extract_facts(claimed)
    assert says_the_same(first, second) is same


@pytest.mark.parametrize("text", ["1" * 20000, "1." * 10000, "§ 1, " * 4000, "4. bis " * 4000, "0 " * 10000])
def test_strange_texts_are_read_quickly(text: str) -> None:
    extract_facts(text)
