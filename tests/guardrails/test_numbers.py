"""Each kind of number: right, with a wrong check digit, and what only looks like it."""

import pytest

from guardrails import Guard, RawText


def found(guard: Guard, text: str) -> list[tuple[str, str]]:
    return [(f.entity, text[f.start : f.end]) for f in guard.redact(RawText(text), language="de").findings]


VALID = [
    # IBAN: any grouping, case and line break
    ("Konto DE89 3704 0044 0532 0130 00 bei der Bank", "IBAN_CODE", "DE89 3704 0044 0532 0130 00"),
    ("iban de89370400440532013000", "IBAN_CODE", "de89370400440532013000"),
    ("IBAN: DE89 3704 0044\n0532 0130 00", "IBAN_CODE", "DE89 3704 0044\n0532 0130 00"),
    ("überweisen an DE89-3704-0044-0532-0130-00.", "IBAN_CODE", "DE89-3704-0044-0532-0130-00"),
    ("AT611904300234573201 in Österreich", "IBAN_CODE", "AT611904300234573201"),
    ("TR33 0006 1005 1978 6457 8413 26", "IBAN_CODE", "TR33 0006 1005 1978 6457 8413 26"),
    ("Konto 1234567890 (BLZ 10050000)", "IBAN_CODE", "1234567890"),
    # tax
    ("Die Steuer-ID lautet 36 574 261 809.", "DE_TAX_ID", "36 574 261 809"),
    ("IdNr. 36574261809", "DE_TAX_ID", "36574261809"),
    ("Nummer 36574261809 ohne Stichwort", "DE_TAX_ID", "36574261809"),
    ("Steuernummer: 21/815/08150", "DE_TAX_NUMBER", "21/815/08150"),
    ("St.-Nr. 181/815/08155 beim Finanzamt", "DE_TAX_NUMBER", "181/815/08155"),
    ("Steuernummer 133/8150/8159", "DE_TAX_NUMBER", "133/8150/8159"),
    ("Steuernummer 2866081508156", "DE_TAX_NUMBER", "2866081508156"),
    ("Steuernummer 1121081508150", "DE_TAX_NUMBER", "1121081508150"),
    ("USt-IdNr. DE136695976", "DE_VAT_ID", "DE136695976"),
    ("USt-ID: DE 136 695 976", "DE_VAT_ID", "DE 136 695 976"),
    # social insurance
    ("Rentenversicherungsnummer 15070649C103", "DE_SOCIAL_SECURITY", "15070649C103"),
    ("RV-Nr. 15 070649 C 103", "DE_SOCIAL_SECURITY", "15 070649 C 103"),
    ("SV-Nummer: 15-070649-C-103", "DE_SOCIAL_SECURITY", "15-070649-C-103"),
    ("ohne Stichwort 15 070649 C 103 gefunden", "DE_SOCIAL_SECURITY", "15 070649 C 103"),
    ("Versichertennummer A000500015", "DE_HEALTH_INSURANCE", "A000500015"),
    ("KVNR: A 000 500 015", "DE_HEALTH_INSURANCE", "A 000 500 015"),
    ("LANR 123456601", "DE_LANR", "123456601"),
    ("BSNR 021234568", "DE_BSNR", "021234568"),
    # documents
    ("Personalausweis L01X00T47", "DE_ID_CARD", "L01X00T47"),
    ("Ausweisnummer L01X00T471", "DE_ID_CARD", "L01X00T471"),
    ("Personalausweisnummer: L01X 00T4 7", "DE_ID_CARD", "L01X 00T4 7"),
    ("Reisepass C01X00T47", "DE_PASSPORT", "C01X00T47"),
    ("Passnummer: C01X00T478", "DE_PASSPORT", "C01X00T478"),
    ("Führerschein B072RRE2I55", "DE_FUEHRERSCHEIN", "B072RRE2I55"),
    ("Führerscheinnr.: N0303K1ZE82", "DE_FUEHRERSCHEIN", "N0303K1ZE82"),
    ("AZR-Nummer 123456789012", "DE_FOREIGNER_ID", "123456789012"),
    ("AZR-Nr.: 123 456 789 012", "DE_FOREIGNER_ID", "123 456 789 012"),
    ("BAMF-Aktenzeichen 7123456-423", "DE_FOREIGNER_ID", "7123456-423"),
    ("Aufenthaltstitel Y1234567X", "DE_FOREIGNER_ID", "Y1234567X"),
    # benefits and work
    ("BG-Nr. 92101//0001234", "DE_BENEFIT_ID", "92101//0001234"),
    ("Bedarfsgemeinschaft 92101BG0001234", "DE_BENEFIT_ID", "92101BG0001234"),
    ("Kindergeldnummer 115FK123456", "DE_BENEFIT_ID", "115FK123456"),
    ("Kindergeldnummer: 115 FK 123 456", "DE_BENEFIT_ID", "115 FK 123 456"),
    ("Kundennummer 955D123456", "DE_BENEFIT_ID", "955D123456"),
    ("Beitragsnummer 123 456 789", "DE_BENEFIT_ID", "123 456 789"),
    ("Wohngeldnummer 4711-0815-22", "DE_BENEFIT_ID", "4711-0815-22"),
    ("Betriebsnummer 12345674", "DE_EMPLOYER_ID", "12345674"),
    ("BBNR: 87654321", "DE_EMPLOYER_ID", "87654321"),
    ("Personalnummer 4711123", "DE_PERSONNEL_ID", "4711123"),
    ("Pers.-Nr.: 00123456", "DE_PERSONNEL_ID", "00123456"),
    ("Beihilfenummer B-123456", "DE_PERSONNEL_ID", "B-123456"),
    # files
    ("Az.: III B 4 – 512.07/2024", "DE_CASE_NUMBER", "III B 4 – 512.07/2024"),
    ("Unser Zeichen: 50.2-1234/56", "DE_CASE_NUMBER", "50.2-1234/56"),
    ("das Verfahren 14 F 1188/23 ruht", "DE_CASE_NUMBER", "14 F 1188/23"),
    ("Kassenzeichen 602.C-31507//0023981", "DE_CASE_NUMBER", "602.C-31507//0023981"),
    ("zu 602.C-31507//0023981 gebucht", "DE_CASE_NUMBER", "602.C-31507//0023981"),
    ("Geschäftszeichen WoG-2024-00123", "DE_CASE_NUMBER", "WoG-2024-00123"),
    ("Aktenzeichen des Jugendamts: JA 51.3/0815", "DE_CASE_NUMBER", "JA 51.3/0815"),
    ("Vorgangsnummer 20240815123", "DE_CASE_NUMBER", "20240815123"),
    ("Die Akte 4711/2024 ist da.", "DE_CASE_NUMBER", "4711/2024"),
    # vehicles, companies, cards
    ("Kennzeichen B-AB1234", "DE_KFZ", "B-AB1234"),
    ("mit dem Wagen HH-XY 12E unterwegs", "DE_KFZ", "HH-XY 12E"),
    ("Kfz-Kennzeichen: KA EF 17", "DE_KFZ", "KA EF 17"),
    ("HRB Nr. 12345", "DE_HANDELSREGISTER", "HRB Nr. 12345"),
    ("eingetragen unter HRA 4711", "DE_HANDELSREGISTER", "HRA 4711"),
    ("Kreditkarte 4111 1111 1111 1111", "CREDIT_CARD", "4111 1111 1111 1111"),
    # contact
    ("Tel. 030 / 1234 5678", "PHONE_NUMBER", "030 / 1234 5678"),
    ("mobil +49 (0)151 23456789", "PHONE_NUMBER", "+49 (0)151 23456789"),
    ("0176-12345678 ab 17 Uhr", "PHONE_NUMBER", "0176-12345678"),
    ("(0351) 488-1234", "PHONE_NUMBER", "(0351) 488-1234"),
    ("Durchwahl 4711", "PHONE_NUMBER", "4711"),
    ("Telefon: 9018-24711", "PHONE_NUMBER", "9018-24711"),
    ("+90 532 123 45 67", "PHONE_NUMBER", "+90 532 123 45 67"),
    ("max.muster@web.de schreiben", "EMAIL_ADDRESS", "max.muster@web.de"),
    ("an Jürgen.Groß@müller-köln.de.", "EMAIL_ADDRESS", "Jürgen.Groß@müller-köln.de"),
    ("max (at) web punkt de", "EMAIL_ADDRESS", "max (at) web punkt de"),
    ("max[at]web[dot]de", "EMAIL_ADDRESS", "max[at]web[dot]de"),
    ("selin.karaca at gmx punkt net", "EMAIL_ADDRESS", "selin.karaca at gmx punkt net"),
    ("https://www.facebook.com/selin.karaca", "URL", "https://www.facebook.com/selin.karaca"),
    ("Zugriff von 192.168.178.23 aus", "IP_ADDRESS", "192.168.178.23"),
    ("IPv6 2001:db8:85a3::8a2e:370:7334", "IP_ADDRESS", "2001:db8:85a3::8a2e:370:7334"),
    # secrets
    ("Das Passwort lautet: Sommer2024!", "SECRET", "Sommer2024!"),
    ("API-Key = sk-abcDEF1234567890abcdef", "SECRET", "sk-abcDEF1234567890abcdef"),
    ("PIN: 4711", "SECRET", "4711"),
    # birth
    ("geb. 12.03.1985", "DATE_OF_BIRTH", "12.03.1985"),
    ("geboren am 12. März 1985 in Izmir", "DATE_OF_BIRTH", "12. März 1985"),
    ("Geburtsdatum: 1985-03-12", "DATE_OF_BIRTH", "1985-03-12"),
    ("* 12.3.85", "DATE_OF_BIRTH", "12.3.85"),
    ("geb. 3. 5. 1990", "DATE_OF_BIRTH", "3. 5. 1990"),
    # addresses
    ("Musterstraße 12a", "STREET_ADDRESS", "Musterstraße 12a"),
    ("wohnt Karl-Marx-Allee 7-9, 10178 Berlin", "STREET_ADDRESS", "Karl-Marx-Allee 7-9, 10178 Berlin"),
    ("Unter den Linden 5", "STREET_ADDRESS", "Unter den Linden 5"),
    ("Berliner Str. 3, 12345 Musterstadt", "STREET_ADDRESS", "Berliner Str. 3, 12345 Musterstadt"),
    ("in der hauptstraße 5, 10115 berlin", "STREET_ADDRESS", "hauptstraße 5, 10115 berlin"),
    ("wohnhaft in 60311 Frankfurt am Main", "STREET_ADDRESS", "60311 Frankfurt am Main"),
    ("Sie wohnt in Köln und arbeitet dort.", "LOCATION", "Köln"),
    ("Wohnort: Bad Belzig", "LOCATION", "Bad Belzig"),
]


@pytest.mark.parametrize(("text", "entity", "value"), VALID)
def test_finds(guard: Guard, text: str, entity: str, value: str) -> None:
    assert (entity, value) in found(guard, text)


WRONG_CHECKSUM = [
    ("IBAN DE88 3704 0044 0532 0130 00", "IBAN_CODE"),
    ("Steuer-ID 36 574 261 890", "DE_TAX_ID"),
    ("Rentenversicherungsnummer 15070649C109", "DE_SOCIAL_SECURITY"),
    ("Versichertennummer A000500017", "DE_HEALTH_INSURANCE"),
    ("Führerschein B072RRE2I65", "DE_FUEHRERSCHEIN"),
    ("Personalausweis L01X00T479", "DE_ID_CARD"),
    ("USt-IdNr. DE136695978", "DE_VAT_ID"),
    ("Kreditkarte 4111 1111 1111 1112", "CREDIT_CARD"),
    ("LANR 123456501", "DE_LANR"),
]


@pytest.mark.parametrize(("text", "entity"), WRONG_CHECKSUM)
def test_a_wrong_check_digit_with_context_is_still_found_but_scores_less(guard: Guard, text: str, entity: str) -> None:
    findings = [f for f in guard.redact(RawText(text), language="de").findings if f.entity == entity]
    assert findings
    assert findings[0].score < 0.9
    assert "stimmt nicht" in findings[0].reason


LOOK_ALIKES = [
    "Nach § 35 Abs. 1 SGB X und § 44 SGB II ist zu entscheiden.",
    "Die Leistung beträgt 1.234,56 Euro, insgesamt 12.345.678,90 EUR.",
    "DIN 5008 und DIN EN ISO 9001:2015 gelten.",
    "Der Bescheid vom 12. März 1985 wurde am 01.04.2026 aufgehoben.",
    "Termin am 12.03.2026 um 10:30 Uhr in Zimmer 214.",
    "Version 1.2.3.4 und Abschnitt 3.5.3.2",
    "Formular V 0005 und Vordruck WG 01 bitte ausfüllen.",
    "BGH, Urteil vom 12. Mai 2020 – VI ZR 12/20",
    "BVerfG, Beschluss vom 1. Juli 1998 – 1 BvR 209/83",
    "Bundestagsdrucksache 19/12345",
    "im Haushaltsjahr 2024/2025 und im Schuljahr 2023/24",
    "Verordnung (EU) 2016/679 vom 27. April 2016",
    "Im Jahr 2024 waren es 12 Fälle, im Zimmer 5 nur 3.",
    "Am Montag 3 Stunden, am Freitag 12 Uhr.",
    "Entgeltgruppe E 9 und Besoldungsgruppe A 12",
    "Der Regelsatz liegt bei 563 Euro, der Anteil bei 12,5 Prozent.",
    "Telefonisch erreichen Sie die Behörde unter 115.",
    "Das Passwort ist abgelaufen.",
    "Informationen unter https://www.berlin.de/wohngeld",
    "Auf dem Parkplatz 12 stehen keine Autos, der Arbeitsplatz 3 ist frei.",
    "Die Kundennummer finden Sie auf dem Bescheid.",
    "Die Stadt Köln plant einen Radweg, Hamburg auch.",
    "Aktenzeichen: wird nachgereicht",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_leaves_look_alikes(guard: Guard, text: str) -> None:
    assert found(guard, text) == []
