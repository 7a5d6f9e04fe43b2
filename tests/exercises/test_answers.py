"""Whole answers to the shipped exercises: good ones raise no alarm, spoiled ones raise the right one."""

from __future__ import annotations

import pytest

from exercises import CheckResult, load_exercises, run_checks

LIBRARY = load_exercises()

LETTERS = {
    "plain": """\
Betreff: Eingangsbestätigung zu Ihrem Antrag auf Wohngeld
Aktenzeichen: [DE_CASE_NUMBER_1]

Sehr geehrte Frau [PERSON_1],

Ihr Antrag auf Wohngeld ist am 4. März 2026 bei uns eingegangen. Vielen Dank.

Für die Bearbeitung fehlen noch diese Unterlagen:

- der Mietvertrag
- die Verdienstbescheinigung Ihres Arbeitgebers
- ein Nachweis über die gezahlte Miete

Bitte reichen Sie die Unterlagen bis zum 25. März 2026 ein. Sobald uns alles vorliegt, dauert die Bearbeitung etwa
sechs Wochen. Über Ihren Antrag ist damit noch nicht entschieden.

Haben Sie Fragen? [PERSON_2] hilft Ihnen gern weiter, Telefon [PHONE_NUMBER_1].

Mit freundlichen Grüßen

[PERSON_2]
""",
    "formal": """\
Stadt [LOCATION_1]
Wohngeldbehörde

[PERSON_1]
[STREET_ADDRESS_1]

Ihr Antrag auf Mietzuschuss vom 04.03.2026 – Az. [DE_CASE_NUMBER_1]

Guten Tag [PERSON_1],

wir bestätigen den Eingang Ihres Antrags am 04.03.2026. Damit wir ihn bearbeiten können, benötigen wir noch
folgende 3 Unterlagen:

1. Mietvertrag
2. Verdienstbescheinigung des Arbeitgebers
3. Nachweis über die gezahlte Miete

Frist: 25.03.2026

Die Bearbeitung dauert nach Eingang aller Unterlagen ca. 6 Wochen. Eine Entscheidung ist noch nicht getroffen. Ob
Wohngeld bewilligt wird, erfahren Sie durch einen Bescheid.

Bei Rückfragen wenden Sie sich bitte an [PERSON_2], Tel. [PHONE_NUMBER_1].

Freundliche Grüße
Ihre Wohngeldbehörde
""",
    "one paragraph": """\
**Ihr Wohngeldantrag ist angekommen (Aktenzeichen [DE_CASE_NUMBER_1])**

Sehr geehrte Frau [PERSON_1],

am 4. März 2026 haben wir Ihren Antrag erhalten. Es fehlen noch der Mietvertrag, die Verdienstbescheinigung und ein
Nachweis über die gezahlte Miete. Schicken Sie uns diese Unterlagen bitte spätestens am 25. März 2026. Wenn alles da
ist, brauchen wir rund sechs Wochen. Wir können Ihnen heute noch nicht sagen, wie wir entscheiden. Fragen beantwortet
Ihnen [PERSON_2] unter der Telefonnummer [PHONE_NUMBER_1].

Viele Grüße
[PERSON_2]
""",
}

NOTES = {
    "headings": """\
# Telefonvermerk

**Aktenzeichen:** [DE_CASE_NUMBER_1]
**Datum:** 10. März 2026, 9:20 bis 9:32 Uhr
**Gespräch:** [PERSON_1] (Nachbarschaftsverein) mit [PERSON_2]

**Anlass:** Straßenfest am 6. Juni 2026, fehlende Unterlagen

**Inhalt:**
- Es fehlen der Lageplan und der Nachweis über die Haftpflichtversicherung.
- [PERSON_1] teilt mit, dass 150 Gäste erwartet werden (statt 80 im Antrag).
- Die Musik soll bis 21 Uhr spielen. Das ist noch offen.

**Vereinbart:** Frist für beide Unterlagen bis 24. März 2026.

**Nächste Schritte:** [PERSON_2] fragt beim Umweltamt nach. Rückruf am 17. März 2026 unter [PHONE_NUMBER_1].

Die Erlaubnis ist nicht zugesagt. Wird sie erteilt, kostet sie 85 Euro.
""",
    "prose": """\
Vermerk zum Aktenzeichen [DE_CASE_NUMBER_1]

Am 10.03.2026 um 9.20 Uhr rief [PERSON_1] vom Nachbarschaftsverein bei [PERSON_2] an. Es ging um das Straßenfest am
06.06.2026. Lageplan und Versicherungsnachweis fehlen noch. Beides ist bis zum 24.03.2026 nachzureichen. Der Verein
rechnet jetzt mit 150 Gästen. Ob die Musik bis 21:00 Uhr spielen darf, klärt [PERSON_2] mit dem Umweltamt und ruft am
17.03.2026 zurück ([PHONE_NUMBER_1]). Für den Fall der Erteilung beträgt die Gebühr 85,00 €. Zugesagt wurde nichts.
""",
}


def alarms(exercise_id: str, answer: str) -> dict[str, CheckResult]:
    """Results that are not `ok`, by check."""
    results = run_checks(LIBRARY.get(exercise_id), "Schreibe den Text.", answer)
    return {result.id: result for result in results if result.status != "ok"}


@pytest.mark.parametrize("name", LETTERS)
def test_a_good_letter_raises_no_alarm(name: str) -> None:
    assert alarms("eingangsbestaetigung-wohngeld", LETTERS[name]) == {}


@pytest.mark.parametrize("name", NOTES)
def test_a_good_note_raises_no_alarm(name: str) -> None:
    assert alarms("telefonvermerk", NOTES[name]) == {}


@pytest.mark.parametrize(
    ("old", "new", "check", "evidence"),
    [
        ("am 4. März 2026", "am 14. März 2026", "facts", "Verändert: Datum. Im Fall „4. März 2026“"),
        ("bis zum 25. März 2026", "bald", "facts", "Fehlt: Datum „25. März 2026“"),
        ("bis zum 25. März 2026", "bald", "letter_parts", "Fehlt: Frist"),
        ("sechs Wochen", "acht Wochen", "facts", "Verändert: Zeitraum. Im Fall „sechs Wochen“"),
        ("- der Mietvertrag\n", "", "mentions", "Nicht gefunden: Mietvertrag"),
        ("- die Verdienstbescheinigung Ihres Arbeitgebers\n", "", "mentions", "Nicht gefunden: Verdienstb"),
        ("- ein Nachweis über die gezahlte Miete\n", "", "mentions", "Nicht gefunden: Nachweis über"),
        ("ist damit noch nicht entschieden", "wird schnell entschieden und er wird bewilligt", "avoids", "Zusage"),
        ("[PERSON_2] hilft", "[PERSON_3] hilft", "placeholders", "Unbekannt: [PERSON_3]"),
        ("Vielen Dank.", "Wir sind montags ab 8 Uhr da.", "facts", "Nicht im Fall: Uhrzeit „8 Uhr“"),
        ("Vielen Dank.", "Das folgt aus § 17 WoGG.", "facts", "Nicht im Fall: Vorschrift „§ 17 WoGG“"),
        ("Mit freundlichen Grüßen\n\n[PERSON_2]\n", "", "letter_parts", "Fehlt: Grußformel"),
        ("Sehr geehrte Frau [PERSON_1],", "[PERSON_1],", "letter_parts", "Fehlt: Anrede"),
    ],
)
def test_a_spoiled_letter_raises_the_right_alarm(old: str, new: str, check: str, evidence: str) -> None:
    assert old in LETTERS["plain"]
    found = alarms("eingangsbestaetigung-wohngeld", LETTERS["plain"].replace(old, new))
    assert any(item.startswith(evidence) for item in found[check].items), found


@pytest.mark.parametrize(
    ("old", "new", "check", "evidence"),
    [
        ("bis 24. März 2026", "bis 20. März 2026", "facts", "Überholt: Datum „20. März 2026“"),
        ("bis 24. März 2026", "bis 20. März 2026", "facts", "Fehlt: Datum „24. März 2026“"),
        ("150 Gäste", "Gäste", "facts", "Fehlt: Zahl „150“"),
        ("Die Erlaubnis ist nicht zugesagt", "Die Erlaubnis wird am Freitag erteilt", "avoids", "Zusage der Erlaubnis"),
        ("**Inhalt:**", "**Inhalt:** Sie war nach einer Knieoperation krank.", "avoids", "Angaben zur Gesundheit"),
        ("fragt beim Umweltamt nach", "fragt nach", "mentions", "Nicht gefunden: Rückfrage beim Umweltamt"),
        ("Rückruf am", "Am", "mentions", "Nicht gefunden: Rückruf"),
        ("85 Euro", "58 Euro", "facts", "Verändert: Betrag. Im Fall „85 Euro“"),
    ],
)
def test_a_spoiled_note_raises_the_right_alarm(old: str, new: str, check: str, evidence: str) -> None:
    assert old in NOTES["headings"]
    found = alarms("telefonvermerk", NOTES["headings"].replace(old, new))
    assert any(item.startswith(evidence) for item in found[check].items), found


@pytest.mark.parametrize("exercise", LIBRARY.all, ids=lambda exercise: exercise.id)
@pytest.mark.parametrize("answer", ["", " \n", "Ja.", "x" * 20_000, "[" * 5_000, "- \n" * 3_000, "👍\u200b\u2028\x00"])
def test_no_answer_breaks_a_check(exercise, answer: str) -> None:
    results = run_checks(exercise, "", answer, None)
    assert [result.title for result in results] == list(exercise.check_titles)
    assert all(result.message for result in results)


def test_an_own_case_is_compared_with_the_material_or_else_the_prompt() -> None:
    exercise = LIBRARY.get("eigener-fall")
    answer = "[PERSON_1] bittet Sie um Antwort bis zum 1. April 2026, weil die Frist sonst abläuft."
    material = "[PERSON_1] bittet um Antwort bis 1. April 2026."
    for arguments in (("Formuliere freundlicher.", answer, material), (material, answer)):
        facts = run_checks(exercise, *arguments)[0]
        assert (facts.status, facts.items) == ("ok", ["Übernommen: [PERSON_1], 1. April 2026"])
    assert run_checks(exercise, "Formuliere freundlicher.", answer)[0].status == "hint"


def test_results_have_distinct_ids() -> None:
    for exercise in LIBRARY.all:
        ids = [result.id for result in run_checks(exercise, "Prompt", "Antwort")]
        assert len(set(ids)) == len(ids)
