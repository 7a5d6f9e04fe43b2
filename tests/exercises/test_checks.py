"""Tables of each check: text, status, and what the items say."""

from __future__ import annotations

import pytest

from exercises.checks.avoids import AvoidsSettings, check_avoids
from exercises.checks.draft import Draft
from exercises.checks.facts import FactsSettings, check_facts
from exercises.checks.language import LanguageSettings, check_language
from exercises.checks.length import LengthSettings, breaks_off, check_length
from exercises.checks.letter_parts import LetterPartsSettings, check_letter_parts, parts_of
from exercises.checks.mentions import MentionsSettings, check_mentions
from exercises.checks.placeholders import PlaceholdersSettings, check_placeholders
from exercises.checks.readability import ReadabilitySettings, check_readability

CASE = "Antrag von [PERSON_1] vom 4. März 2026. Frist: 25. März 2026. Gebühr: 85 Euro, Dauer: sechs Wochen."
FULL = "[PERSON_1], Antrag vom 04.03.2026, Frist bis 25.3.2026, 85,00 € in 6 Wochen."


def draft(answer: str, source: str = CASE, prompt: str = "Schreibe einen Brief.") -> Draft:
    return Draft(answer=answer, source=source, prompt=prompt)


FACTS = [
    (FULL, "ok", []),
    (FULL.replace("25.3.2026", "15.3.2026"), "missing", [
        "Verändert: Datum. Im Fall „25. März 2026“, in der Antwort „15.3.2026“",
    ]),
    (FULL.replace("85,00 €", "58,00 €"), "missing", ["Verändert: Betrag. Im Fall „85 Euro“, in der Antwort „58,00 €“"]),
    (FULL.replace("6 Wochen", "Kürze"), "missing", ["Fehlt: Zeitraum „sechs Wochen“"]),
    (FULL.replace("[PERSON_1]", "Sie"), "missing", ["Fehlt: [PERSON_1]"]),
    (FULL + " Nach § 60 SGB I.", "hint", ["Nicht im Fall: Vorschrift „§ 60 SGB I“"]),
    (FULL + " Zuschlag: 20 Euro.", "hint", ["Nicht im Fall: Betrag „20 Euro“"]),
    (FULL + " Im März 2026.", "ok", []),
    (FULL + " Im Jahr 2026.", "ok", []),
    (FULL + " [PERSON_7] hilft.", "ok", []),
    (FULL.replace("04.03.2026", "2026"), "missing", ["Fehlt: Datum „4. März 2026“"]),
    ("", "missing", [
        "Fehlt: [PERSON_1]", "Fehlt: Datum „4. März 2026“", "Fehlt: Datum „25. März 2026“",
        "Fehlt: Betrag „85 Euro“", "Fehlt: Zeitraum „sechs Wochen“",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "status", "items"), FACTS)
def test_facts(answer: str, status: str, items: list[str]) -> None:
    result = check_facts(FactsSettings(check="facts"), draft(answer))
    assert (result.status, [item for item in result.items if not item.startswith("Übernommen")]) == (status, items)
    assert result.message


@pytest.mark.parametrize(
    ("answer", "status"), [("Seit Mai 2014.", "ok"), ("Seit 2014.", "missing"), ("Seit Juni 2014.", "missing")]
)
def test_a_month_of_the_case_is_carried_by_the_same_month(answer: str, status: str) -> None:
    assert check_facts(FactsSettings(check="facts"), draft(answer, "Beginn: Mai 2014.")).status == status


def test_facts_of_the_prompt_are_no_inventions() -> None:
    result = check_facts(FactsSettings(check="facts"), draft(FULL + " Nach § 60 SGB I.", prompt="Nenne § 60 SGB I."))
    assert result.status == "ok"


def test_a_case_number_may_stand_in_the_case_without_its_label() -> None:
    case = "Der Fall 48.6-145/26 ist offen."
    assert check_facts(FactsSettings(check="facts"), draft("Aktenzeichen: 48.6-145/26", case)).status != "hint"
    result = check_facts(FactsSettings(check="facts", complete=False), draft("Aktenzeichen: 48.6-154/26", case))
    assert result.status == "hint"


def test_numbers_may_be_counted_or_told_in_words() -> None:
    case = "Zwei Personen. Es fehlen:\n- Plan\n- Vertrag\n- Nachweis\n\nEnde."
    assert check_facts(FactsSettings(check="facts"), draft("Für 2 Personen fehlen 3 Dinge.", case)).status == "ok"
    assert check_facts(FactsSettings(check="facts"), draft("Für 2 Personen fehlen 4 Dinge.", case)).status == "hint"


@pytest.mark.parametrize(
    ("table", "status"),
    [
        ("| Nr. | Kosten in Euro |\n|---|---|\n| 1 | 85 |\n| 2 | 40 |", "ok"),
        ("| Nr. | Kosten in Euro |\n|---|---|\n| 1 | 85 |\n| 3 | 40 |", "hint"),
        ("| Nr. | Kosten in Euro |\n|---|---|\n| 1 | 85 |\n| 2 | 60 |", "hint"),
    ],
)
def test_the_heading_of_a_column_is_the_unit_of_its_numbers(table: str, status: str) -> None:
    settings = FactsSettings(check="facts", complete=False)
    assert check_facts(settings, draft(table, "Rampe: 85 Euro. Lift: 40 Euro.")).status == status


def test_facts_told_apart() -> None:
    settings = FactsSettings.model_validate(
        {
            "check": "facts",
            "not_needed": [{"value": "85 Euro", "why": "Steht im Bescheid."}],
            "superseded": [{"value": "4. März 2026", "why": "Das gilt nicht mehr."}],
        }
    )
    without = check_facts(settings, draft("[PERSON_1] bis 25. März 2026, sechs Wochen."))
    assert without.status == "ok"
    outdated = check_facts(settings, draft("[PERSON_1] bis 4. März 2026 oder 25. März 2026, sechs Wochen."))
    assert outdated.status == "hint"
    assert outdated.items[0] == "Überholt: Datum „4. März 2026“. Das gilt nicht mehr."
    assert "überholt" in outdated.message


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Die Gebühr soll 96 Euro betragen. Eine Gebühr von 180 Euro wurde geprüft und verworfen.", "ok"),
        ("Die Gebühr beträgt 96 Euro statt bisher 180 Euro.", "ok"),
        ("Die Gebühr beträgt 180 Euro statt 96 Euro.", "hint"),
        ("Verworfen wurden 180 Euro. Die Gebühr beträgt 180 Euro und nicht 96 Euro.", "hint"),
        ("Die Gebühr beträgt 180 Euro. Genannt wurden auch 96 Euro.", "hint"),
    ],
)
def test_a_superseded_value_may_be_told_as_set_aside(answer: str, status: str) -> None:
    settings = FactsSettings.model_validate(
        {"check": "facts", "superseded": [{"value": "180 Euro", "why": "Das wurde verworfen."}]}
    )
    case = "180 Euro wurden verworfen. Vorgeschlagen sind 96 Euro."
    assert check_facts(settings, draft(answer, case)).status == status


def test_facts_of_an_own_text_need_not_all_be_carried() -> None:
    settings = FactsSettings(check="facts", complete=False)
    result = check_facts(settings, draft("[PERSON_1] fragt."))
    assert result.status == "ok"
    assert "Nicht übernommen: Betrag „85 Euro“" in result.items
    assert check_facts(settings, draft("[PERSON_1] zahlt 90 Euro.")).status == "hint"


def test_facts_without_anything_to_compare() -> None:
    result = check_facts(FactsSettings(check="facts"), draft("Guten Tag.", "Nur Worte."))
    assert (result.status, result.items) == ("ok", [])
    assert "vergleichen" in result.message


PLACEHOLDERS = [
    ("[PERSON_1] fragt.", "ok", []),
    ("Niemand fragt.", "ok", []),
    ("[PERSON_2] fragt [PERSON_1].", "hint", ["Unbekannt: [PERSON_2]"]),
    ("[IBAN_CODE_1]", "hint", ["Unbekannt: [IBAN_CODE_1]"]),
    ("[Person_1] fragt.", "hint", ["Beschädigt: [Person_1]"]),
    ("[PERSON 1] und PERSON_1", "hint", ["Beschädigt: [PERSON 1]", "Beschädigt: PERSON_1"]),
    ("[PERSON1]", "hint", ["Beschädigt: [PERSON1]"]),
    ("Ort, [Datum]", "hint", ["Noch auszufüllen: [Datum]"]),
    ("[Name der Behörde] und [...]", "hint", ["Noch auszufüllen: [Name der Behörde]", "Noch auszufüllen: [...]"]),
    ("Siehe [hier](seite) und [1]", "ok", []),
    ("[Textbaustein des Hauses einfügen]", "ok", []),
    ("[Rechtsbehelfsbelehrung: Textbaustein]", "ok", []),
    ("[Text einfügen]", "hint", ["Noch auszufüllen: [Text einfügen]"]),
]


@pytest.mark.parametrize(("answer", "status", "items"), PLACEHOLDERS)
def test_placeholders(answer: str, status: str, items: list[str]) -> None:
    result = check_placeholders(PlaceholdersSettings(check="placeholders"), draft(answer))
    assert (result.status, result.items) == (status, items)


def test_a_placeholder_of_the_prompt_is_known() -> None:
    result = check_placeholders(
        PlaceholdersSettings(check="placeholders"), draft("[PERSON_2]", prompt="Grüße von [PERSON_2]")
    )
    assert result.status == "ok"


SUBJECT = [
    ("Betreff: Ihr Antrag\n\nGuten Tag,", True),
    ("**Betreff: Ihr Antrag**\n\nGuten Tag,", True),
    ("Ihr Antrag auf Wohngeld vom 4. März 2026\n\nSehr geehrte Frau [PERSON_1],", True),
    ("**Eingangsbestätigung Ihres Antrags**\n\nSehr geehrte Frau [PERSON_1],", True),
    ("[PERSON_1]\n[STREET_ADDRESS_1]\n\nAktenzeichen: [DE_CASE_NUMBER_1]\n\nGuten Tag,", False),
    ("Wohngeldbehörde der Stadt [LOCATION_1]\n[LOCATION_1], den 5. März 2026\n\nGuten Tag,", False),
    ("Sehr geehrte Frau [PERSON_1],\n\nIhr Antrag ist da.", False),
    ("Ihr Antrag ist da.", False),
    ("Betreff:\n\nGuten Tag,", False),
    ("Bescheid\n\nSehr geehrte Frau [PERSON_1],", True),
    ("**Zwischennachricht**\n\nGuten Tag,", True),
    ("Wohngeldbehörde\n\nGuten Tag,", False),
    ("Bescheid\n\nOhne Anrede.", False),
    ("Landeshauptstadt Musterstadt\nFachbereich Soziales\n\nGuten Tag,", False),
    ("Kreisverwaltung Musterkreis\nPostfach 12 34\n\nSehr geehrte Frau [PERSON_1],", False),
    ("Der Oberbürgermeister\nReferat für Wohnen und Migration\n\nGuten Tag,", False),
    ("Jobcenter Musterstadt\nSprechzeiten: Montag bis Freitag\nInternet: www.example.org\n\nGuten Tag,", False),
    ("Bürger- und Ordnungsangelegenheiten\n\nFrau\n[PERSON_1]\n[STREET_ADDRESS_1]\n\nSehr geehrte Frau [PERSON_1],",
     False),
    ("Soziales und Wohnen\nAhornweg 3\n12345 Musterstadt\n\nGuten Tag,", False),
    ("Fachbereich Soziales\n\nFrau [PERSON_1]\n[STREET_ADDRESS_1]\n\nWohngeld ab April\n\nGuten Tag,", True),
    ("Bürgeramt Musterstadt: Ihr Termin am 4. März\n\nGuten Tag,", True),
    ("Standesamt Musterstadt – Unterlagen für die Eheschließung\n\nGuten Tag,", True),
    ("Landkreis Musterland\nAblehnung Ihres Antrags\n\nSehr geehrter Herr [PERSON_1],", True),
]  # fmt: skip
REFERENCE = [
    ("Aktenzeichen: [DE_CASE_NUMBER_1]", True),
    ("Az.: 50-123/26", True),
    ("[DE_CASE_NUMBER_1]", True),
    ("Unser Zeichen: WG 12", True),
    ("Bitte nennen Sie das Aktenzeichen.", False),
    ("Das Aktenzeichen fehlt. Es sind 3 Seiten.", False),
]
SALUTATION = [
    ("Sehr geehrte Frau [PERSON_1],", True),
    ("Sehr geehrter Herr [PERSON_1],", True),
    ("Sehr geehrte Damen und Herren,", True),
    ("Guten Tag [PERSON_1],", True),
    ("**Guten Tag,**", True),
    ("Liebe [PERSON_1],", True),
    ("Wir wünschen einen guten Tag.", False),
    ("An die Liebenden", False),
]
DEADLINE = [
    ("Bitte reichen Sie alles bis zum 25. März 2026 ein.", True),
    ("Frist: 25.3.2026", True),
    ("Bitte antworten Sie innerhalb von zwei Wochen.", True),
    ("spätestens am 25. März", True),
    ("Ihr Antrag vom 4. März 2026 ist da.", False),
    ("Bitte reichen Sie alles bis bald ein.", False),
    ("**Bis wann?**\n25. März 2026", True),
    ("Der 12. Juni 2026 ist dafür der letzte Tag.", True),
    ("Ihre Frist:\n\n25.03.2026", True),
    ("**Bis wann?**\nBald.", False),
    ("Bitte reichen Sie alles bald und bis zum Ende des Monats ein.\n\nStand: 4. März 2026", False),
]
CONTACT = [
    ("Fragen beantwortet [PERSON_2], Telefon [PHONE_NUMBER_1].", True),
    ("Schreiben Sie an [EMAIL_ADDRESS_1].", True),
    ("Telefon: 030 9012-345", True),
    ("Rufen Sie uns an.", False),
]
CLOSING = [
    ("Mit freundlichen Grüßen\n[PERSON_2]", True),
    ("Mit freundlichem Gruß", True),
    ("Freundliche Grüße", True),
    ("Viele Grüße", True),
    ("Mit besten Grüßen", True),
    ("Hochachtungsvoll", True),
    ("Alles Gute für Sie und Ihr Kind\nIhre Elterngeldstelle", True),
    ("Liebe Grüße", True),
    ("Mit den besten Wünschen\nIhr Personalreferat", True),
    ("Wir wünschen Ihnen alles Gute.", False),
    ("Bestellen Sie ihr Grüße.", False),
]


@pytest.mark.parametrize(
    ("part", "text", "present"),
    [
        (part, text, present)
        for part, table in {
            "subject": SUBJECT,
            "reference": REFERENCE,
            "salutation": SALUTATION,
            "deadline": DEADLINE,
            "contact": CONTACT,
            "closing": CLOSING,
        }.items()
        for text, present in table
    ],
)
def test_parts_of_a_letter(part: str, text: str, present: bool) -> None:
    assert (part in parts_of(text)) is present


def test_letter_parts_say_what_is_missing_and_why() -> None:
    settings = LetterPartsSettings(check="letter_parts", parts=("salutation", "closing"))
    result = check_letter_parts(settings, draft("Guten Tag,\n\nIhr Antrag ist da."))
    assert result.status == "missing"
    assert result.items[0].startswith("Fehlt: Grußformel. Die Grußformel")
    assert result.items[1] == "Vorhanden: Anrede"
    assert check_letter_parts(settings, draft("Guten Tag,\n\nViele Grüße")).status == "ok"


def test_a_sentence_said_three_times_is_told() -> None:
    settings = LengthSettings(check="length", min_words=3, max_words=60)
    again = "Wir prüfen Ihren Antrag sorgfältig."
    result = check_length(settings, draft(f"Guten Tag,\n\n{again} {again}\n\nWir prüfen Ihren Antrag, sorgfältig!\n"))
    assert result.status == "hint" and "wiederholt sich" in result.message
    assert f"Zeile 3, 3-mal: „{again}“" in result.items
    assert check_length(settings, draft(f"{again} {again}")).status == "ok"
    listed = "- Zuständig: Teamleitung\n" * 5
    assert check_length(settings, draft(listed)).status == "ok", "short lines of a list may come back"


LENGTHS = [
    ("", "missing"),
    ("Eins zwei drei vier.", "hint"),
    ("Eins zwei drei vier fünf sechs.", "ok"),
    ("Eins zwei drei vier fünf sechs sieben acht neun zehn elf.", "hint"),
    ("Eins zwei drei vier fünf sechs sieben acht", "hint"),
]


@pytest.mark.parametrize(("answer", "status"), LENGTHS)
def test_length(answer: str, status: str) -> None:
    settings = LengthSettings(check="length", min_words=5, max_words=10)
    assert check_length(settings, draft(answer)).status == status


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Bitte reichen Sie die fehlenden Unterlagen bis zum", True),
        ("Bitte reichen Sie die fehlenden Unterlagen ein.", False),
        ("Guten Tag.\n\nMit freundlichen Grüßen\n[PERSON_2]", False),
        ("Mit freundlichen Grüßen\nWohngeldbehörde", False),
        ("- der Mietvertrag", False),
        ("Rückruf am 17. März 2026 unter der Nummer [PHONE_NUMBER_1]", False),
        ("", False),
        ("- Konto einrichten: IT-Stelle\n- Gespräch führen: die Teamleitung, am 28. September 2026", False),
        ("☐ Konto einrichten: IT-Stelle\n☐ Gespräch führen: die Teamleitung, am 28. September 2026", False),
        ("☐ Das Konto wird eingerichtet.\n☐ Das Gespräch führt die Teamleitung am 28. September", True),
        (
            "- Was ist zu tun?\n\nListe:\n- Konto einrichten\n- ein Gespräch führen mit der Teamleitung des Amts dort",
            False,
        ),
        ("**Nächster Blick auf die Regeln:** 1. Oktober 2026", False),
        ("Wir sehen uns die Regeln wieder an: am Tag nach", True),
        ("- Das Konto wird eingerichtet.\n- Das Gespräch führt die Teamleitung am 28. September", True),
    ],
)
def test_an_answer_that_breaks_off(text: str, broken: bool) -> None:
    assert breaks_off(text) is broken


def test_readability_names_the_places() -> None:
    long = "Wir bitten Sie, die Unterlagen, die noch fehlen, bald bei uns einzureichen."
    settings = ReadabilitySettings(check="readability", max_sentence_words=8)
    result = check_readability(settings, draft(f"Guten Tag,\n\nIhr Antrag ist da. {long}"))
    assert (result.status, result.items) == (
        "hint",
        ["Zeile 3, 12 Wörter: „Wir bitten Sie, die Unterlagen, die noch fehlen, …“"],
    )
    assert check_readability(settings, draft("Ihr Antrag ist da.")).status == "ok"
    assert check_readability(settings, draft("")).status == "ok"
    table = "| Was | Wer | Bis wann |\n|---|---|---|\n| Antrag auf das Konto stellen | Teamleitung | 13. Juli 2026 |"
    assert check_readability(settings.model_copy(update={"max_sentence_words": 10}), draft(table)).status == "ok"
    boxes = "☐ Antrag stellen, Teamleitung, am 13. Juli 2026\n☐ Konto einrichten, IT-Stelle, am 31. Juli 2026"
    assert check_readability(settings, draft(boxes)).status == "ok"
    divided = "Der Bericht ist schon öffentlich: Er steht im Internet unter Berichte."
    assert check_readability(settings, draft(divided)).status == "ok"
    undivided = "Der Bericht ist schon öffentlich: seit März im Internet unter Berichte."
    assert check_readability(settings, draft(undivided)).status == "hint"
    listed = "Es fehlen:\n- der Mietvertrag\n- die Bescheinigung\n- der Nachweis über die Miete"
    assert check_readability(settings, draft(listed)).status == "ok"


LANGUAGES = [
    ("Ihr Antrag ist bei uns eingegangen. Bitte reichen Sie die Unterlagen nach.", "ok"),
    ("Your application has been received. Please send us the missing documents.", "hint"),
    ("Ihr Antrag ist eingegangen und wir prüfen ihn. We will contact you as soon as possible.", "hint"),
    ("Lageplan Haftpflichtversicherung Umweltamt Straßenfest Rückruf Erlaubnis Gebühr Musik", "ok"),
    ("Votre demande a bien été reçue. Nous vous prions d'envoyer les documents manquants.", "hint"),
    ("Solicitud recibida. Por favor mande todos los documentos que faltan.", "hint"),
    ("Okay.", "ok"),
    ("", "ok"),
    ("Die Abteilung Human Resources hat den Workshop „Train the Trainer“ für uns geplant.", "ok"),
]


@pytest.mark.parametrize(("answer", "status"), LANGUAGES)
def test_language(answer: str, status: str) -> None:
    assert check_language(LanguageSettings(check="language"), draft(answer)).status == status


MENTIONS = MentionsSettings.model_validate(
    {"check": "mentions", "items": [{"title": "Plan", "any_of": ["Lageplan", "Plan der Stände"], "why": "Er fehlt."}]}
)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Der Lageplan fehlt.", "ok"),
        ("LAGEPLAN", "ok"),
        ("Es fehlt der Plan\nder Stände.", "ok"),
        ("Die Lageplanung läuft.", "missing"),
        ("Der Planer.", "missing"),
        ("", "missing"),
    ],
)
def test_mentions(answer: str, status: str) -> None:
    result = check_mentions(MENTIONS, draft(answer))
    assert result.status == status
    if status == "missing":
        assert result.items == ["Nicht gefunden: Plan. Er fehlt."]


AVOIDS = AvoidsSettings.model_validate(
    {
        "check": "avoids",
        "items": [
            {
                "title": "Zusage",
                "any_of": ["wird … bewilligt", "haben … Anspruch"],
                "why": "Es ist offen.",
                "allowed_if_open": True,
            },
            {"title": "Gesundheit", "any_of": ["krank"], "why": "Es ist privat."},
        ],
    }
)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Ihr Antrag wird bewilligt.", "hint"),
        ("Ihr Antrag wird in den nächsten Tagen bewilligt.", "hint"),
        ("Sie haben Anspruch auf Wohngeld.", "hint"),
        ("Ihr Antrag wird noch nicht bewilligt.", "ok"),
        ("So ein Antrag wird nie bewilligt.", "ok"),
        ("Wir prüfen, ob er bewilligt wird.", "ok"),
        ("Wird der Antrag bewilligt, schreiben wir Ihnen.", "ok"),
        ("Wenn alles vorliegt, wird er vielleicht bewilligt.", "ok"),
        ("Ihr Antrag wird geprüft. Später wurde ein anderer bewilligt.", "ok"),
        ("Niemand hat gesagt, dass er bewilligt wird.", "ok"),
        ("Erst nach der Prüfung wird er bewilligt.", "ok"),
        ("Erst gestern kam er an, und er wird bewilligt.", "hint"),
        ("Sie war krank.", "hint"),
        ("Sie war nicht krank.", "hint"),
        ("Sie war im Krankenhaus.", "ok"),
        ("", "ok"),
    ],
)
def test_avoids(answer: str, status: str) -> None:
    assert check_avoids(AVOIDS, draft(answer)).status == status


def test_avoids_shows_the_sentence_and_the_reason() -> None:
    result = check_avoids(AVOIDS, draft("Guten Tag,\n\nIhr Antrag wird bewilligt. Danke."))
    assert result.items == ["Zusage, Zeile 3: „Ihr Antrag wird bewilligt.“ Es ist offen."]


OFFICES = [
    ("Ihre Wohngeldbehörde", "Antrag auf Wohngeld.", []),
    ("Ihre Wohngeldstelle", "Antrag auf Wohngeld.", []),
    ("Meldebehörde der Stadt", "Antrag auf Wohngeld.", ["Nicht im Fall: Stelle „Meldebehörde“"]),
    ("Konto: IT-Stelle", "Die IT-Stelle richtet das Konto ein.", []),
    ("Das Jugendamt hilft.", "Das Jugendamt fragt.", []),
    ("Das Jugendamtes wegen.", "Das Jugendamt fragt.", []),
    ("Fragen Sie das Sozialgericht.", "Das Jugendamt fragt.", ["Nicht im Fall: Stelle „Sozialgericht“"]),
    ("Insgesamt bleibt die Baustelle, die Fundstelle und die Textstelle.", "Nichts.", []),
    ("Ihre Behörde", "Nichts.", []),
    ("Die Wohngeldverwaltung prüft das.", "Antrag auf Kindergeld.", ["Nicht im Fall: Stelle „Wohngeldverwaltung“"]),
    ("Die Wohngeldverwaltung prüft das.", "Antrag auf Wohngeld.", []),
    ("Fragen Sie die Forstverwaltungen.", "Nichts.", ["Nicht im Fall: Stelle „Forstverwaltungen“"]),
    ("Die Hausverwaltung und die Terminverwaltung helfen.", "Nichts.", []),
    ("Ihre Stadtverwaltung. Die Verwaltung entscheidet.", "Nichts.", []),
]


@pytest.mark.parametrize(("answer", "case", "items"), OFFICES)
def test_bodies_that_nobody_named(answer: str, case: str, items: list[str]) -> None:
    assert check_facts(FactsSettings(check="facts"), draft(answer, case, "")).items == items


def test_a_changed_value_is_shown_with_both_sentences() -> None:
    result = check_facts(FactsSettings(check="facts"), draft(FULL.replace("85,00 €", "58,00 €")))
    (pair,) = result.pairs
    assert (pair.label, pair.case) == ("Betrag", "Gebühr: 85 Euro, Dauer: sechs Wochen.")
    assert "58,00 €" in pair.answer


DECIDED = [
    ("Ihren Antrag lehnen wir leider ab.", "decision"),
    ("Ihr Antrag wird abgelehnt.", "decision"),
    ("Daher lehnen wir Ihren Antrag vom 04.05.2026 auf Einsicht nach § 9 Abs. 3 IFG ab.", "decision"),
    ("Wir bewilligen Ihnen 120 Euro.", "decision"),
    ("Wir können Ihrem Wunsch nicht entsprechen.", "decision"),
    ("Begründung:\nSie haben keinen Wohnsitz hier.", "grounds"),
    ("Das ist so, weil die Frist abgelaufen ist.", "grounds"),
    ("Voraussetzung ist ein Wohnsitz.", "grounds"),
    ("Rechtsgrundlage ist § 9 Absatz 3 IFG.", "grounds"),
    ("Gegen diesen Bescheid können Sie innerhalb eines Monats Widerspruch einlegen.", "legal_remedies"),
    ("Binnen eines Monats nach Bekanntgabe kann Klage erhoben werden.", "legal_remedies"),
    ("Rechtsbehelfsbelehrung\n[Textbaustein des Hauses einfügen]", "legal_remedies"),
]


@pytest.mark.parametrize(("text", "part"), DECIDED)
def test_parts_of_a_decision(text: str, part: str) -> None:
    assert part in parts_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vielen Dank für Ihren Antrag.",
        "Wir lehnen uns zurück. Die Frist läuft am 4. Mai ab.",
        "Rechtsbehelfsbelehrung",
        "Sie können Widerspruch einlegen.",
        "Der Widerspruch kam an.",
    ],
)
def test_what_is_no_part_of_a_decision(text: str) -> None:
    assert not parts_of(text) & {"decision", "grounds", "legal_remedies"}
