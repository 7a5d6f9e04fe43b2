"""What people mention in passing: birthdays, bills, numbers of their own, passwords."""

import pytest

from guardrails.recognizers.tagged_addresses import TaggedStreet, whole_address, with_number
from guardrails.recognizers.told_values import ToldValuesRecognizer


@pytest.mark.parametrize(
    ("text", "value", "entity"),
    [
        ("Unsere Jüngste wird am 4. Oktober acht.", "4. Oktober", "DATE_OF_BIRTH"),
        ("Der Nachbar wird am Freitag (17-03) sechzig.", "17-03", "DATE_OF_BIRTH"),
        ("Pflegekind, Geburtstag Heiligabend 1974, ruhig", "Heiligabend 1974", "DATE_OF_BIRTH"),
        ("Zwei Kinder, das ältere 2011 geb. in Lübeck", "2011", "DATE_OF_BIRTH"),
        ("geb. 1371/02/30 (iran. Kalender: 20.05.1992)", "20.05.1992", "DATE_OF_BIRTH"),
        ("name;geb;tel\nLina Beck;27412;0170", "27412", "DATE_OF_BIRTH"),
        ("Mira, wird nächste Woche 4, am 5.2., Kuchen", "5.2.", "DATE_OF_BIRTH"),
        ("sie ist am Silvester siebzig geworden", "Silvester", "DATE_OF_BIRTH"),
        ("er feiert am 9.10. seinen 33sten. Danach", "9.10.", "DATE_OF_BIRTH"),
        ("Die Zwillinge sind seit dem 4. Mai zwölf, sagt er", "4. Mai", "DATE_OF_BIRTH"),
        ("Jubilare: Ottilie Brand, 95 am 6.3.", "6.3.", "DATE_OF_BIRTH"),
        ("Yusuf (11, 2.12.) fehlt", "2.12.", "DATE_OF_BIRTH"),
        ("Geburtsurkunde von Lian Beck, 3. März 2025, fehlt", "3. März 2025", "DATE_OF_BIRTH"),
        ("Elterngeld für Juna (7 Sep 2024) läuft", "7 Sep 2024", "DATE_OF_BIRTH"),
        ("Witwe, auf der Welt seit 2. Mai 1937", "2. Mai 1937", "DATE_OF_BIRTH"),
        ("Kinder: Tomek (Palmsonntag 1985)", "Palmsonntag 1985", "DATE_OF_BIRTH"),
        ("Geboren wurde ich am 2. Advent 1950 in Riga", "2. Advent 1950", "DATE_OF_BIRTH"),
        ("hat er heute Geburtstag?\nnee morgen, 8.6.", "8.6.", "DATE_OF_BIRTH"),
        ("Geburtstag stimmt nicht, richtig ist 3.4.1990", "3.4.1990", "DATE_OF_BIRTH"),
        ("siehe Rechnung 2023-K-114 vom Mai", "2023-K-114", "DE_CASE_NUMBER"),
        ("I paid the parking fine, number 880.41.7716-3, twice", "880.41.7716-3", "DE_CASE_NUMBER"),
        ("Übergabevertrag, URNr. 77/2024 Wb, Seite 3", "77/2024 Wb", "DE_CASE_NUMBER"),
        ("war bei der Ausländerbehörde (BX 4471 209)", "BX 4471 209", "DE_CASE_NUMBER"),
        ("my staff number is k5518204, thanks", "k5518204", "DE_PERSONNEL_ID"),
        ("a grey van, plate MZ KR 481, parked", "MZ KR 481", "DE_KFZ"),
        ("Alarmkode 440917# nicht vergessen", "440917#", "SECRET"),
        ("Klingel Beck, Code unten 4711B", "4711B", "SECRET"),
        ("Karte gültig 08/28, Code 552, Inhaberin", "552", "SECRET"),
        ("Prüfnummer hinten 318", "318", "SECRET"),
        ("Kennw. klebt am Bildschirm: Balu1977", "Balu1977", "SECRET"),
        ("Safecode ist neu, bei Ute erfragen. Alt war 12-44-70", "12-44-70", "SECRET"),
        ("Token neu, QR4-81XP-C07, per Telefon", "QR4-81XP-C07", "SECRET"),
        ("Ihr Passwort wurde geändert auf Moos-4471-fink.", "Moos-4471-fink", "SECRET"),
        ("Mia Ott;4,91512E+11;x", "4,91512E+11", "PHONE_NUMBER"),
    ],
)
def test_is_found(text: str, value: str, entity: str) -> None:
    found = {(text[one.start : one.end], one.entity_type) for one in ToldValuesRecognizer().analyze(text, [])}
    assert (value, entity) in found


@pytest.mark.parametrize(
    "text",
    [
        "Der Verein wird am 3. Mai hundert.",
        "Die Gebühr wird am 1. Januar 20 Prozent höher.",
        "Die Feuerwehr feiert am 3.6. ihren 50. Gründungstag.",
        "Sitzung in Saal 95 am 4.6., 12 Uhr",
        "Anmeldung für Schwimmkurs (12.03.2025)",
        "Das Stadtfest (Pfingstsonntag 2024) war gut besucht.",
        "Drucker, Modell 20190312 defekt",
        "Die Rechnung vom 12.03.2024 über 1.204,50 Euro ist bezahlt.",
        "Im Haushalt 2024/25 steht die Rechnung 2024/25 aus.",
        "Das Passwort wird alle 90 Tage gesetzt auf Antrag.",
    ],
)
def test_is_left_alone(text: str) -> None:
    assert not ToldValuesRecognizer().analyze(text, [])


@pytest.mark.parametrize(
    ("text", "street", "town", "whole"),
    [
        ("an Sigrún, Laugavegur 8, 101 Reykjavík, zugestellt", "Laugavegur", "", "Laugavegur 8, 101 Reykjavík"),
        ("wohnt Rosenhag 4, 2900 Pruntrut seit Mai", "Rosenhag 4", "Pruntrut", "Rosenhag 4, 2900 Pruntrut"),
        ("zahlt Rosenhag 4, 300 Euro", "Rosenhag 4", "", "Rosenhag 4"),
        (
            "am ulmenhang sieben in acht null eins drei fünf gotha",
            "ulmenhang",
            "gotha",
            "ulmenhang sieben in acht null eins drei fünf gotha",
        ),
    ],
)
def test_whole_address(text: str, street: str, town: str, whole: str) -> None:
    """The number behind a street, the postal code of any country and the town belong to it."""
    start = text.index(street)
    tagged = with_number(text, TaggedStreet(start, start + len(street), 0.9))
    places = {text.index(town): text.index(town) + len(town)} if town else {}
    begin, end = whole_address(text, tagged.start, tagged.end, places)
    assert text[begin:end] == whole
