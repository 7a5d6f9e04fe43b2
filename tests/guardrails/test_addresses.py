"""Addresses and places of residence in the ways people write them; cities in general statements stay."""

import pytest

from guardrails import Guard, RawText

ADDRESSES = [
    "Innstr. 66/III, 94999 Passberg",
    "Prof.-Sauerbruch-Weg 12, 3. OG links, 04703 Leisnig",
    "Stralsunder Str. 22, WE 41, 18439 Stralsund",
    "Alte Kaserne 14, Haus C, 72336 Balingen",
    "Harkortstraße 55 / App. 9\n58999 Hagen-Loh",
    "Kirchweg 11  *  67999 Speyerdorf",
    "Bahnhofstraße 61 · 53499 Ahrental",
    "Steuerwalder Str. 90;31134;Hildesheim",
    "Hinter den Gärten 5, 38855 Wernigerode OT Silstedt",
    "Havelblick 3-5, 14799 Ketzow",
    "Kaimauer 5a, 18439 Stralsund",
    "Postgasse 11 1/2",
    "Schönhauser Allee 188 (VH, 4. OG), 10119 Berlin",
    "am güterbahnhof 3, 79106 freiburg",
    "Rua do Carmo 15, 1200-093 Lisboa",
    "Rte de Lausanne 12, CH-1006 Lausanne",
    "Schillerpl. 11, 99423 Weimar",
    "Birkenweg 7",
    "Mühlenstr. 14, Hinterhaus, 2. OG rechts",
    "c/o Bäckerei Lohse, Ringstraße 8",
    "An der B 96 Nr. 4",
    "Am Alten Sportplatz 7a-c",
    "Wohnung 12\nPlauener Straße 163–165\n13053 Berlin",
    "Haus Abendfrieden, Zi. 214, Parkallee 90, 28209 Bremen",
    "Gemeinschaftsunterkunft, Flughafenstr. 3, 99092 Erfurt",
    "Neubaugasse 14, 1070 Wien",
    "Hofstatt 1",
    "Neuer Weg 6, Whg. 11",
    "Dorfstr. 1a, OT Pinnow",
    "Postfach 1207",
    "Neustädter Markt 11, 2. Hof",
    "Fritz-Reuter-Str. 8 EG links",
    "Wilhelmstraße 4 (Seiteneingang)",
    "Leipziger Str. 40, Whg. 0504",
]
IN_SENTENCES = [
    ("Sie wohnt in der Parkstr. 66, Remise in der Altstadt.", "Parkstr. 66, Remise"),
    (
        "c/o Bremer, Obere Karlsstr. 44, Rückgebäude, 34117 Kassel",
        "c/o Bremer, Obere Karlsstr. 44, Rückgebäude, 34117 Kassel",
    ),
    ("old = Grenzallee 51, 12057?", "Grenzallee 51, 12057"),
    ("New: Sonnenallee 221 B, Quergebäude 4. OG", "Sonnenallee 221 B, Quergebäude 4. OG"),
    ("bitte an Hafenstr. 1 (Seemannsheim) schicken", "Hafenstr. 1 (Seemannsheim)"),
    ("Frau Kern, Tannenkamp 31, Trakt II, Wohnung 6, 26721 Emden", "Tannenkamp 31, Trakt II, Wohnung 6, 26721 Emden"),
    ("wohnt seit Aug. in der Bleiche 6, 2. OG re.", "Bleiche 6, 2. OG re"),
    ("Gartenstr. 12 (Neubau einer Kita) wird teurer", "Gartenstr. 12"),
    ("Rathausstr. 3 (Rathaus), Bauhof und Dienststelle", "Rathausstr. 3"),
    ("Der Außendienst kommt zu Ihnen in den Grünen Weg 55. Termin ist am Montag.", "Grünen Weg 55"),
    ("mein Vater, der wohnt Gerberweg Nummer zwölf a. danke tschüss", "Gerberweg Nummer zwölf a"),
    ("Schreibt mir an Markt 1, 37627 Stadtoldendorf, Klingel links", "Markt 1, 37627 Stadtoldendorf"),
    ("Calogero Vitale, Eisdiele, privat Piepenbrink 8; Frau öffnet", "Piepenbrink 8"),
    ("Kann Olaf mal bei Roter Sand 14 reinschauen?", "Roter Sand 14"),
    ("Rechnung nicht an die alte Anschrift (Steinbrink 60), sondern an den Sohn", "Steinbrink 60"),
    ("Frau Noor, Otto von Guericke Straße 101, kommt", "Otto von Guericke Straße 101"),
    ("Wohnort: 14 rue des Tanneurs, 67000 Strasbourg", "14 rue des Tanneurs, 67000 Strasbourg"),
    ("Vorher war sie in der Kastanienallee gemeldet.", "Kastanienallee"),
    ("Die Mutter gibt an, dass sie am Eichenhain 21 wohnen.", "am Eichenhain 21"),
    ("Gemeldet in Nummer 17, Dorfstraße", "Nummer 17, Dorfstraße"),
    ("ich wohn in der sonnenstraße nummer 9", "sonnenstraße nummer 9"),
    ("meine adresse ist lange reihe 88 und aus", "lange reihe 88"),
    ("Laden: Bertolt-Brecht-\nStraße 18.", "Bertolt-Brecht-\nStraße 18"),
    ("Frau Abel\nHaus Nr. 14, Oberdorf\n99986 Vogtei\n", "Haus Nr. 14, Oberdorf\n99986 Vogtei"),
    ("Name | Straße | Ort\nAbel | Am Wasserturm | Ulm", "Am Wasserturm | Ulm"),
    ("PLZ: 15806\nOrt: Zossen", "15806\nOrt: Zossen"),
]
PLACES = [
    ("geht um die Kleine aus Ohlsdorf, die Pflegestelle kippt", "Ohlsdorf"),
    ("haust der nicht in Plagwitz?", "Plagwitz"),
    ("Die Bahn steht in lüdinghausen wo ich wohn, komme später", "lüdinghausen"),
    ("Sie kommt aus der Ecke um Keren, hier seit 2016", "Keren"),
    ("Er wohnt nicht mehr bei Oksana, sondern in Delmenhorst bei Freunden.", "Delmenhorst"),
    ("aufgewachsen in Beuthen, dann ausgesiedelt", "Beuthen"),
    ("er ist übrigens gebürtiger Wismarer, sagt er", "Wismarer"),
    ("Der Mieter ist abgemeldet nach Machatschkala.", "Machatschkala"),
    ("Geboren ist er am 23. Februar 1941 in Thessaloniki.", "Thessaloniki"),
    ("Frau Abel zog 2019 nach Görlitz.", "Görlitz"),
    ("Er wohnt bei seiner Tochter Jelena in Ahlen.", "Ahlen"),
    ("Herr Abel aus Bremen ruft an.", "Bremen"),
    ("Sie hat eine Zweitwohnung in Husum.", "Husum"),
    ("ich wohne seit mai in stade", "stade"),
    ("He now lives with his partner in Husum.", "Husum"),
]
GENERAL = [
    "Das Bundesamt sitzt in Nürnberg.",
    "Das kommt nicht in Frage.",
    "Internetplatz 4 ist gesperrt, Abfahrt am Bussteig 4.",
    "Viele Grüße aus dem Rathaus",
    "Der Bus fährt am Alexanderplatz 3 Minuten später, an der B 96 wird gebaut.",
    "Das Team zieht in den Container 3, das Postfach ist voll.",
    "Die Stadt Köln plant bis 2027 einen Radweg, in Hamburg und Berlin gibt es ähnliche Vorhaben.",
    "Der Rettungsweg 2 ist freizuhalten, der Arbeitsplatz 3 ist frei, am Stellplatz 14 fehlt ein Schild.",
    "Der Zug von Bremen nach Görlitz fährt um 9:30 Uhr ab Gleis 3.",
    "Im Verfahren L 9 R 3318/21 wurde in Celle verhandelt.",
]


def found(guard: Guard, text: str, entity: str) -> list[str]:
    findings = guard.redact(RawText(text)).findings
    return [text[finding.start : finding.end] for finding in findings if finding.entity == entity]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_whole_address_is_one_finding(guard: Guard, address: str) -> None:
    assert found(guard, f"Frau Abel, wohnhaft {address}", "STREET_ADDRESS") == [address]


@pytest.mark.parametrize(("text", "address"), IN_SENTENCES)
def test_what_the_surroundings_make_an_address(guard: Guard, text: str, address: str) -> None:
    findings = [one for one in guard.redact(RawText(text)).findings if one.entity == "STREET_ADDRESS"]
    assert findings
    assert text[findings[0].start : findings[-1].end] == address


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_where_somebody_lives_or_comes_from(guard: Guard, text: str, place: str) -> None:
    assert found(guard, text, "LOCATION") == [place]


@pytest.mark.parametrize("text", GENERAL)
def test_places_in_general_statements_stay(guard: Guard, text: str) -> None:
    assert found(guard, text, "LOCATION") + found(guard, text, "STREET_ADDRESS") == []


def test_a_column_of_addresses(guard: Guard) -> None:
    text = (
        "08:35  Ringstr. 91    Dialyse   Fr. Sommer\n"
        "13:15  Gänsemarkt 1   Klinik    Fr. Grigorjan\n"
        "14:15  Zimmer 4       Klinik    Fr. Winter"
    )
    assert found(guard, text, "STREET_ADDRESS") == ["Ringstr. 91", "Gänsemarkt 1"]
