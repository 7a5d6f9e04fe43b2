"""Texts written by hand, their personal data marked as ``{ENTITY|value}``. All people are made up."""

import re

MARK = re.compile(r"\{([A-Z_]+)\|([^{}]*)\}", re.DOTALL)


def unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain text and its marked spans."""
    plain = ""
    spans = []
    position = 0
    for match in MARK.finditer(text):
        plain += text[position : match.start()]
        spans.append((len(plain), len(plain) + len(match[2]), match[1]))
        plain += match[2]
        position = match.end()
    return plain + text[position:], spans


LETTERS = {
    "wohngeld": """\
Stadt Musterhausen
Wohngeldstelle

Frau
{PERSON|Selin Karaca}
{STREET_ADDRESS|Gartenweg 7b
12345 Musterhausen}

Ihr Antrag vom 4. März 2026, Aktenzeichen: {DE_CASE_NUMBER|III B 4 – 512.07/2024}

Sehr geehrte Frau {PERSON|Karaca},

Ihr Antrag auf Wohngeld ist am 5. März 2026 eingegangen. Es fehlen noch die Mietbescheinigung und der Nachweis nach
§ 35 Abs. 1 SGB X. Bitte reichen Sie beides bis zum 25. März 2026 ein. Die Bearbeitung dauert etwa sechs Wochen.
Die Miete von 612,40 Euro überweisen wir auf das Konto {IBAN_CODE|DE89 3704 0044 0532 0130 00}. {PERSON|Karacas} Sohn
{PERSON|Emre}, geb. am {DATE_OF_BIRTH|12. März 2019}, ist berücksichtigt.

Mit freundlichen Grüßen
Im Auftrag
{PERSON|Thomas Krüger}
Telefon {PHONE_NUMBER|030 9018-24711}, E-Mail {EMAIL_ADDRESS|t.krueger@musterhausen.example}
""",
    "vermerk": """\
Vermerk: Anruf von Herrn {PERSON|Oluwaseun Adeyemi} am 02.02.2026 gegen 10:15 Uhr. Er wohnt jetzt in der
{STREET_ADDRESS|Karl-Marx-Straße 112, 12043 Berlin}, vorher {STREET_ADDRESS|Am Anger 3}. Erreichbar unter
{PHONE_NUMBER|0176 / 123 456 78}. Kundennummer {DE_BENEFIT_ID|955D123456}, BG-Nr. {DE_BENEFIT_ID|92101//0001234}.
{PERSON|Adeyemi} teilte mit, dass seine Frau {PERSON|Ngozi} (geb. {DATE_OF_BIRTH|03.07.1990}) ab Mai wieder arbeitet.
Die Bundesagentur für Arbeit in Nürnberg wurde informiert. Rückfrage beim Amtsgericht Tiergarten ist nicht nötig.
""",
    "mail": """\
Hallo {PERSON|Nguyen},

kannst du bitte die Akte von {PERSON|Kowalczyk, Agnieszka} heraussuchen? Steuer-ID {DE_TAX_ID|36 574 261 809},
Rentenversicherungsnummer {DE_SOCIAL_SECURITY|15 070649 C 103}. Sie hat am {PHONE_NUMBER|+49 (0)151 23456789} angerufen.
Ihre Mail: {EMAIL_ADDRESS|aga.kowalczyk (at) web punkt de}. Das Passwort: {SECRET|Blume#2024} habe ich geändert.

LG {PERSON|Tom}
""",
}

CLEAN = {
    "statute": "Nach § 35 Abs. 1 SGB X ist ein Verwaltungsakt mit einer Begründung zu versehen (vgl. § 39 VwVfG).",
    "city": "Die Stadt Köln plant bis 2027 einen Radweg. In Hamburg und Berlin gibt es ähnliche Vorhaben.",
    "amounts": "Die Miete beträgt 612,40 Euro, die Nebenkosten 145 Euro; bewilligt sind 1.234,56 EUR für 12 Monate.",
    "dates": "Der Bescheid vom 12. März 2026 gilt bis zum 15.04.2026. Termin: 3. Mai 2026, 9:30 Uhr, Zimmer 214.",
    "courts": "Verwaltungsgericht Berlin. BGH, Urteil vom 12. Mai 2020 – VI ZR 12/20, und BVerfG 1 BvR 209/83.",
    "standards": "Briefe folgen der DIN 5008, Barrierefreiheit der EN 301 549. Version 1.2.3.4 ist neu.",
    "seasons": "Im Winter bleibt das Amt am Montag geschlossen. Der Kaiser der Aktenordner ist der Leitz-Ordner.",
    "placeholders": "Antragstellerin ist [PERSON_1], wohnhaft [STREET_ADDRESS_1]. Aktenzeichen: [DE_CASE_NUMBER_1].",
    "prompt": "Schreibe einen freundlichen Brief an die Antragstellerin. Nenne die fehlenden Unterlagen und die Frist.",
    "forms": "Bitte füllen Sie das Formular WG 01 und die Anlage KI 3 aus. Die Hotline 115 hilft weiter.",
}
