"""A good answer to each exercise raises no alarm; spoiled in one place, it raises the right one.

The good answers lie in `good_answers/<id>.md`, written by hand, further ones in `good_answers/<id>.<name>.md`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from exercises import CheckResult, load_exercises, run_checks

LIBRARY = load_exercises()
ANSWERS = {path.stem: path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("good_answers/*.md")}

SPOILED = {
    "eigene-herausforderung": [
        ("melden wir uns bei Ihnen", "melden wir uns am 3. Juni 2026", "facts", "Nicht im Fall: Datum „3. Juni 2026“"),
        ("Ihr Team", "[Name einsetzen]", "placeholders", "Noch auszufüllen: [Name einsetzen]"),
    ],
    "einheit-planen": [
        ("vergleichen: 20 Minuten", "vergleichen: 30 Minuten", "facts", "Überholt: Zeitraum „30 Minuten“"),
        ("25 Minuten", "35 Minuten", "facts", "Verändert: Zeitraum. Im Fall „25 Minuten“"),
        ("5. Gespräch", "5. Wettbewerb um den besten Prompt\n6. Gespräch", "avoids", "Wettbewerb"),
        ("- der Beitrittscode\n", "", "mentions", "Nicht gefunden: Beitrittscode"),
    ],
    "teamregeln": [
        ("6. Fehler", "6. Wenn es eilt, geht ein Entwurf so hinaus.\n7. Fehler", "avoids", "Vorschlag statt Regel"),
        ("6. Fehler", "6. Entwürfe dürfen ungelesen verschickt werden.\n7. Fehler", "avoids", "Ungelesen verschicken"),
        (
            "Dürfen auch Auszubildende das Programm benutzen?",
            "Auszubildende dürfen es benutzen.",
            "avoids",
            "Erlaubnis",
        ),
        ("29. Mai 2026", "19. Mai 2026", "facts", "Verändert: Datum. Im Fall „29. Mai 2026“"),
        ("Über Anträge entscheidet nie das Programm", "Das Programm hilft", "mentions", "Nicht gefunden: Keine Ent"),
    ],
    "bem-einladung": [
        ("Die Teilnahme ist freiwillig.", "Wir bitten um Teilnahme.", "mentions", "Nicht gefunden: Freiwilligkeit"),
        ("Die Teilnahme ist freiwillig.", "Sie sind zur Teilnahme verpflichtet.", "avoids", "Pflicht zur Teilnahme"),
        ("Sie müssen keine Diagnose nennen.", "Bitte nennen Sie Ihre Diagnose.", "avoids", "Frage nach der Krankheit"),
        ("Sie müssen keine", "Ihre Rückenprobleme tun uns leid. Sie müssen keine", "avoids", "Vermutung über"),
        ("Fragen beantwortet", "Sonst hat das Konsequenzen. Fragen beantwortet", "avoids", "Druck"),
        ("eine eigene Akte und nicht in Ihre Personalakte", "Ihre Akte", "mentions", "Nicht gefunden: Wo die Angaben"),
        ("eine Vertrauensperson", "Unterlagen", "mentions", "Nicht gefunden: Vertrauensperson"),
    ],
    "checkliste-einarbeitung": [
        ("13. Juli 2026", "23. Juli 2026", "facts", "Verändert: Datum. Im Fall „13. Juli 2026“"),
        ("Auf das Steuergeheimnis verpflichten", "Begrüßen", "mentions", "Nicht gefunden: Steuergeheimnis"),
        ("Danach:", "Der Kaffee ist besser im zweiten Stock.\n\nDanach:", "avoids", "Nebensache"),
    ],
    "dienstjubilaeum": [
        ("Dafür danken wir Ihnen.", "Sie waren stets unermüdlich.", "avoids", "Lob ohne Beleg"),
        ("Dafür danken wir Ihnen.", "Genießen Sie bald den Ruhestand.", "avoids", "Alter, Ruhestand"),
        ("350 Euro", "530 Euro", "facts", "Verändert: Betrag. Im Fall „350 Euro“"),
        ("25 Jahren", "40 Jahren", "facts", "Verändert: Zeitraum. Im Fall „25 Jahren“"),
        ("Bringen Sie gern zwei Gäste mit.", "", "mentions", "Nicht gefunden: Gäste"),
    ],
    "elternzeit": [
        ("28. Februar 2027", "28. Februar 2026", "facts", "Verändert: Datum. Im Fall „28. Februar 2027“"),
        ("Darüber ist noch nicht entschieden.", "Die Teilzeit ist genehmigt.", "avoids", "Zusage der Teilzeit"),
        ("Darüber ist noch nicht entschieden.", "Das geht.", "mentions", "Nicht gefunden: Noch nicht entschieden"),
        ("Haben Sie Fragen?", "Sie bekommen Elterngeld. Fragen?", "avoids", "Elterngeld"),
    ],
    "fehlersuche": [
        ("2.500 Euro", "5.200 Euro", "facts", "Verändert: Betrag. Im Fall „2.500 Euro“"),
        ("ist noch offen", "beträgt sechs Wochen", "facts", "Nicht im Fall: Zeitraum „sechs Wochen“"),
        ("gemeinnützige Vereine mit Sitz im Land", "alle Vereine", "mentions", "Nicht gefunden: Gemeinnützige Vereine"),
        ("gemeinnützige Vereine mit Sitz im Land", "alle Vereine", "mentions", "Nicht gefunden: Sitz im Land"),
        (
            "Bestellen Sie das Rad nicht, bevor",
            "Das Rad darf schon bestellt werden, ehe",
            "avoids",
            "Bestellung vor dem",
        ),
        (
            "Bestellen Sie das Rad nicht, bevor",
            "Das Rad darf schon bestellt werden, ehe",
            "mentions",
            "Nicht gefunden: ",
        ),
        (
            "Ein Anspruch auf den Zuschuss besteht nicht.",
            "Wer das erfüllt, erhält den Zuschuss.",
            "avoids",
            "Zusage des",
        ),
    ],
    "ratsvorlage": [
        ("im Jahr 96 Euro", "im Jahr 180 Euro", "facts", "Überholt: Betrag „180 Euro“"),
        ("31. August 2026", "31. Oktober 2026", "facts", "Verändert: Datum. Im Fall „31. August 2026“"),
        (
            "Sie gilt nur, wenn die Aufsichtsbehörde den Haushalt\ngenehmigt.",
            "",
            "mentions",
            "Nicht gefunden: Vorbehalt",
        ),
        ("Wer Wohngeld bezieht, soll", "Manche sollen", "mentions", "Nicht gefunden: Ermäßigung"),
    ],
    "stellungnahmen": [
        ("**Bäume (3):**", "**Bäume (5):**", "facts", "Nicht im Fall: Zahl „5“"),
        ("neun Stellungnahmen", "Stellungnahmen", "mentions", "Nicht gefunden: Anzahl aller"),
        (
            "**Barrierefreier Weg (1):** Zum Spielplatz führt nur eine Treppe. Eine Person kommt mit dem Rollstuhl",
            "",
            "mentions",
            "Nicht gefunden: Weg zum Spielplatz",
        ),
        ("**Zustimmung (1):**", "Die Treppe ist ein Einzelfall.\n\n**Zustimmung (1):**", "avoids", "Gewicht nach"),
        ("**Zustimmung (1):**", "Der Einwand wird abgelehnt.\n\n**Zustimmung (1):**", "avoids", "Vorweggenommene"),
    ],
    "aktenvermerk-mailwechsel": [
        ("8.400 Euro", "9.700 Euro", "facts", "Fehlt: Betrag „8.400 Euro“"),
        ("3. Juli 2026", "13. Juli 2026", "facts", "Verändert: Datum. Im Fall „3. Juli 2026“"),
        ("**Kosten:**", "Die Rampe wurde bestellt.\n\n**Kosten:**", "avoids", "Bestellung als erledigt"),
        ("muss die Haushaltsmittel freigeben", "hat die Mittel freigegeben", "avoids", "Freigabe als erledigt"),
        ("Die Schwerbehindertenvertretung ist ebenfalls dafür.", "", "mentions", "Nicht gefunden: Schwerbehinderten"),
        ("**Offen:**", "Ein Kind hat Fieber.\n\n**Offen:**", "avoids", "Privates"),
        ("noch nicht bestellt. [PERSON_2] bestellt sie erst nach", "gut. Es fehlt", "mentions", "Nicht gefunden: Noch"),
    ],
    "hausbesuch": [
        ("und im April einmal gestürzt ist", "", "mentions", "Nicht gefunden: Sturz nach eigener Angabe"),
        ("und zweimal gestürzt ist", "", "mentions", "Nicht gefunden: Stürze nach Angabe der Tochter"),
        ("Wunsch: Frau", "Sie ist bestimmt dement.\n\nWunsch: Frau", "avoids", "Vermutung über eine Krankheit"),
        ("Wunsch: Frau", "Die Tochter kümmert sich nicht.\n\nWunsch: Frau", "avoids", "Vorwurf an die Tochter"),
        ("Auf dem Küchentisch", "Die Wohnung ist verwahrlost. Auf dem Küchentisch", "avoids", "Wertung"),
        ("29. Mai 2026", "19. Mai 2026", "facts", "Verändert: Datum. Im Fall „29. Mai 2026“"),
        ("möchte in ihrer Wohnung bleiben", "ist zufrieden", "mentions", "Nicht gefunden: Wunsch"),
    ],
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
    "was-uebrig-bleibt": [
        ("Wir prüfen ihn noch.", "Wegen des Brands im Schullandheim prüfen wir schnell.", "avoids", "Angaben aus dem"),
        ("Wir prüfen ihn noch.", "Wir stimmen dem Wechsel gern zu.", "avoids", "Zusage des Schulwechsels"),
        ("Danach erhalten", "Es fehlen noch zwei Nachweise. Danach erhalten", "avoids", "Forderung von Unterlagen"),
        ("Ihr Antrag auf einen Schulwechsel, Zwi", "Zwi", "mentions", "Nicht gefunden: Schul"),
    ],
    "kombinationen": [
        ("eine Anwohnerin", "eine Hebamme", "avoids", "Seltener Beruf"),
        ("Ihre Kinder", "Ihre Drillinge", "avoids", "Auffällige Familie"),
        ("Ihre Kinder", "Sie wohnt über der Apotheke. Ihre Kinder", "avoids", "Bekannte Wohnung"),
        ("um 22 Uhr", "für 22 Euro", "facts", "Fehlt: Uhrzeit „22 Uhr“"),
        ("freitags ", "", "mentions", "Nicht gefunden: Freitags"),
    ],
    "zwischennachricht-bauantrag": [
        ("Wir haben sie dort angefordert.", "Bitte reichen Sie diese noch ein.", "avoids", "Forderung an den"),
        ("Erst danach können wir", "In Kürze erhalten Sie die Baugenehmigung. Wir", "avoids", "Zusage der Genehmigung"),
        ("der Denkmalschutzbehörde", "eines anderen Amtes", "mentions", "Nicht gefunden: Worauf gewartet wird"),
        ("acht Wochen", "drei Wochen", "facts", "Verändert: Zeitraum. Im Fall „acht Wochen“"),
        ("Ihr Antrag ist am", "Die Gebühr beträgt 122 Euro. Ihr Antrag ist am", "facts", "Nicht im Fall: Betrag"),
    ],
    "unterlagen-elterngeld": [
        ("- die Verdienstbescheinigung des Arbeitgebers\n", "", "mentions", "Nicht gefunden: Verdienstbescheinigung"),
        ("Je eher alles da ist", "Sonst wird Ihr Antrag abgelehnt. Je eher alles da ist", "avoids", "Rechtsfolgen"),
        (
            "Je eher alles da ist",
            "§ 66 SGB I ist zu beachten. Je eher alles da ist",
            "facts",
            "Nicht im Fall: Vorschrift",
        ),
        ("12. Juni 2026", "21. Juni 2026", "facts", "Verändert: Datum. Im Fall „12. Juni 2026“"),
        ("bis zum 12. Juni 2026", "bald", "letter_parts", "Fehlt: Frist"),
    ],
    "ablehnung-pruefbericht": [
        ("Wir lehnen Ihren Antrag ab.", "Ihr Antrag wird derzeit bearbeitet.", "avoids", "Entscheidung bleibt unklar"),
        (
            "Rechtsbehelfsbelehrung: Textbaustein des Hauses einfügen",
            "",
            "letter_parts",
            "Fehlt: Rechtsbehelfsbelehrung",
        ),
        (
            "Textbaustein des Hauses einfügen",
            "Widerspruch binnen eines Monats",
            "avoids",
            "Belehrung in eigenen Worten",
        ),
        ("§ 9 Abs. 3 IFG", "§ 3 Nr. 4 IFG", "facts", "Verändert: Vorschrift"),
        ("Begründung: Der", "Der", "letter_parts", "Fehlt: Begründung"),
    ],
    "belehrung-pruefen": [
        ("beträgt der Grad der Behinderung 30", "beträgt der Grad der Behinderung 40", "facts", "Verändert: Zahl"),
        (
            "steht am Ende",
            "ist Widerspruch innerhalb von sechs Wochen und steht am Ende",
            "avoids",
            "Belehrung in eigenen",
        ),
        ("heute erhalten", "wir bestätigen den Eingang. Heute erhalten", "avoids", "Anderer Brief"),
        ("18. Mai 2026", "8. Mai 2026", "facts", "Verändert: Datum. Im Fall „18. Mai 2026“"),
    ],
    "aus-buergersicht": [
        ("Bitte schicken\nSie uns diese", "Wenn Sie mögen, schicken Sie uns diese", "avoids", "Pflicht wird zur Wahl"),
        ("bis zum 15. Juni 2026", "im Laufe des Juni", "facts", "Fehlt: Datum „15. Juni 2026“"),
        ("den Höchstbeitrag", "den üblichen Beitrag", "mentions", "Nicht gefunden: Höchstbeitrag"),
        ("Haben Sie Fragen?", "Ihr Beitrag wird sicher ermäßigt.", "avoids", "Zusage"),
        (
            "Haben Sie Fragen?",
            "Wir können Ihrem Antrag zurzeit nicht zustimmen.",
            "avoids",
            "Entscheidung, die niemand",
        ),
        ("Sie haben am", "Hinsichtlich des Antrags: Sie haben am", "avoids", "Amtsdeutsch ist geblieben"),
    ],
    "einfache-sprache": [
        ("um 10 Uhr", "um 12 Uhr", "facts", "Verändert: Uhrzeit. Im Fall „10 Uhr“"),
        ("- Bitte bringen Sie einen gültigen Ausweis mit.\n", "", "mentions", "Nicht gefunden: Ausweis mitbringen"),
        ("Wir möchten", "Dieser Text ist in Leichter Sprache. Wir möchten", "avoids", "Falsches Etikett"),
        ("Bitte kommen Sie", "Ihre Vorsprache ist", "avoids", "Amtsdeutsch ist geblieben"),
    ],
}


def alarms(exercise_id: str, answer: str) -> dict[str, CheckResult]:
    """Results that are not `ok`, by check."""
    results = run_checks(LIBRARY.get(exercise_id), "Schreibe den Text.", answer)
    return {result.id: result for result in results if result.status != "ok"}


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_a_good_answer_raises_no_alarm(name: str) -> None:
    assert alarms(name.partition(".")[0], ANSWERS[name]) == {}


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
