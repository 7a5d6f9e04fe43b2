"""Whether a text is about people decides whose its numbers are."""

import pytest

from guardrails import Guard, RawText
from tests.guardrails.findings import found

#: A list of things whose labels could be those of people, and the number that stands under one of them.
THINGS = [
    "Zählerstände Turnhalle, abgelesen zum Jahresende\n\n"
    "Zählernummer     Medium    Ort           alt       neu\n"
    "1ABC0099118822   Strom     Keller        11.204    12.018\n"
    "7DEF00448811     Gas       Heizraum      4.118     4.990\n"
    "Vertragskonto 2210 4471 09, Kundennummer 600771235",
    "Rechnungsnr.;Lieferant;Kreditorennr.;Datum;Brutto;Vorgang\n"
    "RE-2024-77120;Holz Krause GmbH;81127;04.02.2024;512,20;V-24-0071\n"
    "24/118820;Stadtwerke;81344;05.02.2024;8.110,00;V-24-0072\n"
    "R-0077123;Farben Meier KG;81902;06.02.2024;98,10;V-24-0073",
    "Wartungsvertrag Nr. W 2019/0771\nAktenzeichen: 65-12/208\nAuftragsnummer: A-240118-3\n"
    "Objekt: Grundschule Am Wall\nAnlage: Aufzug B\nPrüfdatum: 14.01.2024\nErgebnis: ohne Mängel\n"
    "Nächste Prüfung: 01/2026\nGewerk: Fördertechnik",
    "Fuhrpark Bauhof, Prüftermine\nKennzeichen  Fahrzeug  Baujahr  HU       km-Stand\n"
    "BT-XY 210    Unimog    2018     07/2025  61.204\nBT-XY 215    Kipper    2021     11/2026  38.880\n"
    "BT-XY 88     Anhänger  2009     02/2026  –",
]
#: Requests to an assistant and lists named after things, in which every number stays.
REQUESTS = [
    "Kannst du mir aus der Liste eine Bestellung machen?\nBestellnr. 2025-0771, Rahmenvertrag RV-2023-114, "
    "Lieferant Holz "
    "Krause GmbH, Kundennummer 448120\nArtikel 100-4471 Ordner 50 Stück; Toner TN-2420 4 Stück. Kostenstelle 50110.",
    "schreib mir bitte eine mail an alle: patch KB5034441 schlägt fehl, betrifft server SRV-FS-04 und "
    "VM-APP-112, ticket "
    "INC0048812 ist offen, change CHG0031177 für sonntag 6 uhr geplant, rechner bitte anlassen, danke fürs mitmachen",
    "Formularbestand Hausdruckerei\nV-Nr 50/114 Antrag Grundsicherung  Rest 400\nV-Nr 51/020 "
    "Entwicklungsbericht Rest 90\n"
    "V-Nr 32/007 Verwarnung Block  Rest 60\nV-Nr 10/001 Kopfbogen alt\nPapier 90 g/m², Lochung 80 mm, Rückseite leer",
    "Bau mir eine Übersicht: VZ 283-10, Zusatzzeichen 1040-30, 1042-33, VZ 314-50. Farbe der Pfosten RAL "
    "7016, Folie RA2, "
    "Standort vor dem Rathaus, Halteverbot Goethestraße 30 bis 38, Genehmigung Nr. 66/HV/0412 hängt im Wagen.",
    "Zählerstände wie folgt: Strom 1 EMH 0009 2281 774 = 84.311 kWh, Gas 7 GMT 50 2218 = 5.904 m³, Wasser "
    "im Keller 331. "
    "Ablesung am 31.12., 9 Uhr. Der Zähler im Trafo ist defekt, Auftrag SW-2025-00771, Rückfragen an "
    "team2@werke.example",
]
#: The same labels where a person is meant.
PEOPLE = [
    (
        "Zählernummer 1ABC0099118822, Vertragskonto 2210 4471 09.\nKundin: Frau Tekin, Umzug zum 1. Mai, "
        + "bitte " * 20,
        ["1ABC0099118822", "2210 4471 09", "Tekin"],
    ),
    (
        "Vermerk\nAktenzeichen: 50-12/208\nDie Mutter hat angerufen und bittet um Aufschub bis Monatsende, weil die "
        "Unterlagen noch nicht da sind. Zusage erteilt, Frist notiert, Wiedervorlage in der nächsten Woche.",
        ["50-12/208"],
    ),
    (
        "Sehr geehrte Damen und Herren,\nzu Ihrem Schreiben: Mein Vertrag mit der Vertragsnummer V-2019-0331 ist seit "
        "dem Winter gekündigt, das Geld wurde trotzdem abgebucht. Ich bitte um Prüfung und um Rückzahlung.",
        ["V-2019-0331"],
    ),
    (
        "TICKET IT-2231 (Status: wartet)\nNutzer: S. Engelbrecht, Raum 4.12\nProblem: VPN trennt ständig\n"
        "Vermerk: lt. Walid neuer Router daheim, altes Notebook, wird im Laufe der nächsten Woche getauscht",
        ["IT-2231"],
    ),
]


@pytest.mark.parametrize("text", [*THINGS, *REQUESTS])
def test_numbers_of_things_stay(guard: Guard, text: str) -> None:
    assert found(guard, text) == []


@pytest.mark.parametrize(("text", "values"), PEOPLE)
def test_the_same_labels_tell_numbers_of_people(guard: Guard, text: str, values: list[str]) -> None:
    redaction = guard.redact(RawText(text))
    hidden = [text[one.start : one.end] for one in redaction.findings]
    assert [value for value in values if value not in hidden] == []


def test_a_short_text_says_too_little(guard: Guard) -> None:
    assert found(guard, "Bescheid zum Aktenzeichen 50-12/208 bitte prüfen.") == [("DE_CASE_NUMBER", "50-12/208")]


LOOK_ALIKES = [
    "Pos. 07.03.0040 Putz innen, Ser.-Nr. 0417-88231, Bekanntmachung 2025/S 044-141187",
    "Mat.-Nr.     Bezeichnung    Soll   Ist\nKS-11-0957   Winkel 40      200    198\n"
    "KS-12-0007   Rohr 50        40     41",
    "Raum        Gerät         Netz\nPC Dozent   OptiPlex 70   00-1A-8C-44-10-9E\n"
    "PC 1        OptiPlex 70   00-1A-8C-44-10-A0",
    "Rosen im Schulgarten: 'Gloria Mundi', 'Peter Altmann' und „Effi Lind“ stehen in Beet 3, das Beet 4 wird im Herbst "
    "neu angelegt, die Bewässerung kommt im nächsten Jahr, Kosten 4.100 Euro laut Angebot 2.",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_things_called_by_numbers_and_names_stay(guard: Guard, text: str) -> None:
    assert found(guard, text) == []


#: Papers with mailboxes, hotlines, brands, dishes and animals called by a name.
NAMED_THINGS = [
    "Neuer Fahrplan ab Dezember: Linie 12 fährt alle 15 Minuten, Linie 14 entfällt, der Halt Alte Mühle wird um "
    "120 Meter verlegt. Auskunft kostenfrei unter 0800 44 55 667 oder fahrplan-auskunft@stadt-x.example, Zentrale "
    "06421 201-0.",
    "Prüfbuch Bildschirmplatz, Raum 3.118\nTischhöhe: 72 bis 118 cm\nLux: 500\nBildschirm: SN 482130, entspiegelt\n"
    "Stuhl: Armlehne locker, Rolle hinten links fehlt\nKlima: 21,5 °C. Gerät läuft, Filter im Mai getauscht",
    "Bestand Tierheim, nur Zahlen und Rufnamen\nZwinger 1: „Balu“, Schäfermix\nZwinger 2: „Holle“, Podenco\n"
    "Zwinger 3: „Rocky“, bissig\nKatzenhaus: „Minka“, „Felix“ und 6 Welpen\nFutter reicht bis Monatsende, "
    "Streu ist bestellt, Rechnung folgt",
]


@pytest.mark.parametrize("text", NAMED_THINGS)
def test_mailboxes_brands_and_animals_do_not_tell_of_people(guard: Guard, text: str) -> None:
    assert found(guard, text) == []


def test_free_numbers_of_a_person_stay_found(guard: Guard) -> None:
    text = (
        "Rückfragen zur Rechnung beantwortet Herr Sommer, 0800 4405511-23. Der Betrag von 48,10 Euro "
        "ist bis Monatsende zu zahlen, danach folgt eine Mahnung mit Gebühren nach der Satzung der Stadt."
    )
    assert found(guard, text) == [("PERSON", "Sommer"), ("PHONE_NUMBER", "0800 4405511-23")]
