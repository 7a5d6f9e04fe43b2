"""Names: what leads to them, what is not part of them, and words that are none."""

import pytest

from guardrails import Guard, RawText


def persons(guard: Guard, text: str, language: str = "de") -> list[str]:
    return [
        text[f.start : f.end] for f in guard.redact(RawText(text), language=language).findings if f.entity == "PERSON"
    ]


NAMES = [
    ("Die Meldung erfolgte durch Jun Watanabe.", ["Jun Watanabe"]),
    ("mein mann mustafe arbeitet bei der post", ["mustafe"]),
    ("Termin mit Herrn v. Ahlen und Fr. v. d. Heide", ["v. Ahlen", "v. d. Heide"]),
    ("nur über Sozialarb. Brandes (0162 50 50 117)", ["Brandes"]),
    ("zuständig waren nacheinander Lange, Pieper und Morozova", ["Lange", "Pieper", "Morozova"]),
    ("Akte geprüft Sch. / Wb.", ["Sch. / Wb"]),
    ("Vermerk: Ko.", ["Ko"]),
    ("Das gehört der Praktikantin R.! Bitte löschen", ["R"]),
    ("> Mai, bist du noch da?\n> Nix rausgeben, hol Lange.", ["Mai", "Lange"]),
    ("Cem 0151 22 04711 – Lange nur Festnetz 62 11 8", ["Cem", "Lange"]),
    ("Petra Lohse holt ab\n- Kessler 450 € auf DE22 2383 7583 4030 7892 12", ["Petra Lohse", "Kessler"]),
    ("Koch H. ✓ | Koch M. ✓ | Albers ✗ | Popescu-Weiß ✓", ["Koch H", "Koch M", "Albers", "Popescu-Weiß"]),
    ("Hausm. Koch und Sachb. Lange kommen um neun", ["Koch", "Lange"]),
    (
        "08:40   v. Hollen, Constanze   Raum 3\n09:00   Petersen, Ole   Raum 4",
        ["v. Hollen, Constanze", "Petersen, Ole"],
    ),
    ("Familienname   Schülermann\nVornamen       Gerd", ["Schülermann", "Gerd"]),
    ("meine Kinder lucía und Mateo Hauser", ["lucía", "Mateo Hauser"]),
    ("die frau zaynab al-hashimi war wieder da", ["zaynab al-hashimi"]),
    ("Herr Albert Einstein beantragt Wohngeld.", ["Albert Einstein"]),
    ("Frau Sophie Scholl, geb. 12.03.1985, hat angerufen.", ["Sophie Scholl"]),
    ("Herr Montag und Frau Sonntag kommen.", ["Montag", "Sonntag"]),
    ("Richter Braun hat entschieden.", ["Braun"]),
    ("Sehr geehrte Frau Dr. Karaca,", ["Karaca"]),
    ("Sehr geehrter Herr Prof. Dr.-Ing. von der Heyde,", ["von der Heyde"]),
    ("Herrn Nguyen Van Thanh", ["Nguyen Van Thanh"]),
    ("Frau Bürgermeisterin Özdemir", ["Özdemir"]),
    ("Frau Winter kommt im Winter.", ["Winter"]),
    ("Herr Kaiser und Frau Vogel", ["Kaiser", "Vogel"]),
    ("Frau Müller-Lüdenscheidt rief an.", ["Müller-Lüdenscheidt"]),
    ("frau karaca hat angerufen", ["karaca"]),
    ("HERR KOWALSKI", ["KOWALSKI"]),
    ("Familie Haddad", ["Haddad"]),
    ("Selin Karaca beantragt Wohngeld.", ["Selin Karaca"]),
    ("Karaca, Selin", ["Karaca, Selin"]),
    ("Name: Okonkwo, Adaeze", ["Okonkwo, Adaeze"]),
    ("Antragstellerin: Iryna Bondarenko", ["Iryna Bondarenko"]),
    ("die Antragstellerin Karaca", ["Karaca"]),
    ("Sachbearbeitung: Krause", ["Krause"]),
    ("Tochter Mia und Sohn Emre", ["Mia", "Emre"]),
    ("Peter Kaiser, geb. 01.02.1980", ["Peter Kaiser"]),
    ("Karaca, wohnhaft hier", ["Karaca"]),
    ("S. Kowalski hat unterschrieben.", ["S. Kowalski"]),
    ("Frau Schulz, geb. Lehmann", ["Schulz", "Lehmann"]),
    ("Frau Karaca fehlt. Karacas Antrag liegt vor.", ["Karaca", "Karacas"]),
    ("Hallo Nguyen,\nkannst du helfen?", ["Nguyen"]),
    ("Viele Grüße\nFatou Diallo", ["Fatou Diallo"]),
    ("Mit freundlichen Grüßen\nIm Auftrag\nKrüger", ["Krüger"]),
    ("Mohammed Al-Hassani und Kateryna Polishchuk", ["Mohammed Al-Hassani", "Kateryna Polishchuk"]),
    ("gez. Yıldız", ["Yıldız"]),
    ("in Sachen Meier ./. Krause", ["Meier", "Krause"]),
    ("Muster, Max; Özil, Mesut", ["Muster, Max", "Özil, Mesut"]),
    ("Herrn To", ["To"]),
    ("Frau Blitz ist krank.", ["Blitz"]),
    ("Ansprechpartnerin ist Thanh To.", ["Thanh To"]),
    ("Prof. Dr. Cao hält das für richtig.", ["Cao"]),
    ("Der Hinweis stammt von Dunia al-Azzawi.", ["Dunia al-Azzawi"]),
    ("Vertretung: Q. al-Shammari (vormittags)", ["Q. al-Shammari"]),
    ("Mit besten Grüßen\nL. v. d. Heydt", ["L. v. d. Heydt"]),
    ("Vorsprache von der Wense, ohne Termin", ["von der Wense"]),
    ("Teilnehmer: Maximilian Graf von Hohenthal", ["Maximilian Graf von Hohenthal"]),
    ("frau von der wense hat angerufen", ["von der wense"]),
    ("[09:04] jule: oh, wirklich?", ["jule"]),
    ("ich war bei ihrem bruder bassam", ["bassam"]),
    ("00418827 | Richter, Annegret | E 9a", ["Richter, Annegret"]),
    ("Von: Kühne, Dr. Mareike\nAn: alle", ["Kühne, Dr. Mareike"]),
    ('{"vorname": "Jordan", "stand": "offen"}', ["Jordan"]),
    ("Im Auftrag\nVogel", ["Vogel"]),
    ("Sachstand unverändert.\n\nRichter\nRechtsanwalt", ["Richter"]),
    ("Ob Zahide im Sommer eingeschult wird, ist offen.", ["Zahide"]),
    ("Mein Name ist Ernst-August Prinz zu Hohenlinde.", ["Ernst-August Prinz zu Hohenlinde"]),
    ("Zewdi (7) besucht die Grundschule.", ["Zewdi"]),
    ("Frau\nHodan Warsame Duale\nTalstraße 27", ["Hodan Warsame Duale"]),
    ("Sehr geehrte Frau Warsame Duale,\nvielen Dank.", ["Warsame Duale"]),
    ("Frau Lin Xiaomei-Hartung\nLessingstraße 30", ["Lin Xiaomei-Hartung"]),
    ("Ermittlungen gegen Marvin Trebbin wegen Diebstahls", ["Marvin Trebbin"]),
    ("Der Anrufer Thiago Bittencourt bittet um Rückruf.", ["Thiago Bittencourt"]),
    ("Gespräch am 19.01. mit Immaculée Uwimana", ["Immaculée Uwimana"]),
    ("der Einkommensnachweis meines Vaters Park Dong-wook", ["Park Dong-wook"]),
    ("die Nummer gehört einem Park Sung-min", ["Park Sung-min"]),
    ("Rechtsanwalt Freiherr von Stein vertritt sie.", ["Freiherr von Stein"]),
    ("Nicht in Kopie: Dezernent Winter.", ["Winter"]),
    ("Altbürgermeister Kern kommt mit dem Taxi.", ["Kern"]),
    ("Bescheinigung vom Vermieter (Kappelhoff), drei Monate", ["Kappelhoff"]),
    ("Schreiben Sie an meine Tochter Nur.", ["Nur"]),
    ("telefonat mit hr. brinkschulte, nachbar", ["brinkschulte"]),
    ("es geht um meinen sohn leo takeru", ["leo takeru"]),
    ("erwähn bitte die kollegin sevim altıntaş", ["sevim altıntaş"]),
    ("Wer macht Spätdienst, Aroha oder Winter?", ["Aroha", "Winter"]),
    ("Die Eltern Tischler und Papadopoulos zahlen.", ["Tischler", "Papadopoulos"]),
    ("O. Vogel     M. Tekle", ["O. Vogel", "M. Tekle"]),
    ("gez. Rothe", ["Rothe"]),
    ("Mit musikalischen Grüßen\nHartwig Klang", ["Hartwig Klang"]),
    ("Viele Grüße and thank you\nBetelhem", ["Betelhem"]),
    ("☐ el Mansouri: Bescheid geht raus", ["el Mansouri"]),
    ("Sauerbier, Corinna;0;nein\nMazur, Piotr;8;ja", ["Sauerbier, Corinna", "Mazur, Piotr"]),
    ("Am 04.04.2023 um 09:12 schrieb Berg, Susanne:", ["Berg, Susanne"]),
    ("lfd;Name;Vorname;PLZ\n1;Chmielewska;Urszula;48145", ["Chmielewska", "Urszula"]),
    ("Nr\tNachname\tVorname\n20341\tKobayashi\tSho", ["Kobayashi", "Sho"]),
    ("| Mieterin | Miete |\n| Zielinska | 610 |", ["Zielinska"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_finds_names(guard: Guard, text: str, expected: list[str]) -> None:
    assert persons(guard, text) == expected


OFFICES_FILES_AND_NOTES = [
    ("Vorlage an RinAG Dübbelmeier bis Montag.", ["Dübbelmeier"]),
    ("Der Schulleiter, OStD Quadflieg, hat unterschrieben.", ["Quadflieg"]),
    ("Ausgabe durch Oberfeldwebel Quadflieg an der Wache.", ["Quadflieg"]),
    ("laut Urkunde des Notars Dübbelmeier vom Mai", ["Dübbelmeier"]),
    ("Anlage: Bescheid_Winter_neu.docx und kowalski-lebenslauf.pdf", ["Winter", "kowalski"]),
    ("zeit;benutzer;aktion\n08:01;hkowalski;LOGIN", ["hkowalski"]),
    ("Der Rest kommt morgen.\nVG TK", ["TK"]),
    ("Bitte zurückrufen.\n-ms-", ["ms"]),
    ("die koch hat angerufen und will den bescheid", ["koch"]),
    ("der schlüssel liegt bei maik im schrank", ["maik"]),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES_FILES_AND_NOTES)
def test_offices_files_and_notes(guard: Guard, text: str, expected: list[str]) -> None:
    assert persons(guard, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Anlage: Merkblatt_Wohngeld_2024.pdf, vorlage-antrag.docx",
        "zeit;benutzer;aktion\n08:01;verwaltung;LOGIN\n08:02;admin;LOGIN",
        "Vorlage an RiAG bis Montag.",
        "Des Notars Gebühren richten sich nach dem Wert.",
        "die küche ist offen und der richter hat frei",
        "Danke und viele Grüße\nIT",
    ],
)
def test_offices_files_and_notes_without_names(guard: Guard, text: str) -> None:
    assert persons(guard, text) == []


NO_NAMES = [
    "Mai, Juni und Juli geschlossen. Hol Wasser. Ruf Feuerwehr. Gruppe A. und Klasse B. fahren.",
    "Polizei 110, Zoll 0800 1234567, Taxi 0581 22334, Notdienst 0171 2345678, Malteser 0581 33445",
    "Familienname: Pflichtfeld",
    "Bitte Hausm. Schlüssel geben und der Verw. Bescheid sagen",
    "Frau v. a. wegen der Kinder verhindert",
    "Erfasst: Gr. 3, Kl. 4 / geprüft: Ja. / erledigt Nr. 5",
    "Der Raum „Marie Curie“ ist gesperrt, bitte auf „Albert Einstein“ ausweichen.",
    "Beet A: Stolzer Heinrich, Fleißiges Lieschen, Schwarzäugige Susanne",
    "Apfelsorten: Gravensteiner, Kaiser Wilhelm, Boskoop",
    "Baumkontrolle Friedrich-Ebert-Park, Sporthalle der Rosa-Luxemburg-Schule",
    "Montag Königsberger Klopse, Freitag Matjes. Guten Appetit!",
    "Kopierpapier und Ordner Leitz 1010, Messgerät NTi XL2",
    "Wartung Aufzug Schindler 3300",
    "im Herbst Burn-out, im Winter Reha",
    "meine frau arbeitet bei der post, mein mann bekommt rente",
    "seine tochter kann kommen, mein kind braucht einen platz",
    "Sehr geehrte Damen und Herren,",
    "Im Winter ist das Amt am Montag geschlossen.",
    "Das Amtsgericht Tiergarten und die Deutsche Rentenversicherung Bund",
    "Das Robert-Koch-Institut und die Konrad-Adenauer-Stiftung",
    "Die Antragstellerin beantragt Wohngeld für den Monat Mai.",
    "Frau Ministerin, Herr Präsident",
    "Wenn die Frau Arbeitslosengeld bezieht, ruht der Anspruch.",
    "Mit freundlichen Grüßen\nIhr Bürgeramt",
    "Liebe Kolleginnen und Kollegen,",
    "Bitte prüfen Sie die Unterlagen und den Bescheid.",
    "Datei Name: Bescheid, Version: neu",
    "Der Vogel fliegt. Der Richter entscheidet. Die Schreiber sind fertig.",
    "Vogel und Wolf sind geschützt.",
    "Die Kasse öffnet am 1. Mai; ab Mai gilt die neue Gebühr.",
    "Die Linde (Tilia cordata) steht am Weg.",
    "Porsche und Siemens bilden aus.",
    "Der Zug nach Kandahar fällt aus, in Tiflis regnet es.",
    "Das Medikament Mirtazapin 15 mg ist verordnet.",
    "Im FC Carl Zeiss Jena und in der Robert-Bosch-Schule wird trainiert.",
    "Lies den Text und kürze ihn. Formuliere freundlich.",
    "Freundliche Grüße\nSchulverwaltungsamt",
    "Eine Anzeige wurde aufgenommen, Kollege PHM kommt auf Sie zu.",
    "Für Kinder: Hüpfburg, Zielspritzen und Kuchen.",
    "Im Klinikum Bischofsaue geboren sind 2025 weniger Kinder.",
    "Ort | Fläche\nTrausaal | 56,75\nFoyer | 84,20",
    "Er ist Hazara, sie ist Romni.",
]
#: Longer texts that speak of nobody: names of storms, dishes, plants, goods, trades.
NOBODY = [
    "Wetterrückblick: Der Mai begann kühl, Tief „Boris“ brachte bis zu 68 Liter Regen je Quadratmeter, danach "
    "setzte sich Hoch „Sabine“ durch. Auf dem Brocken lag die Sonne mehr als zweihundert Stunden am Himmel.",
    "Der Botanische Garten öffnet am Sonntag die Sonderschau. Zu sehen sind 140 Arten, Erika in zwölf Sorten, Jasmin, "
    "und eine Veronika aus dem Kaukasus. Im Tropenhaus blüht die Titanenwurz, der Eintritt kostet drei Euro.",
    "Kantine, Speiseplan der Woche: Am Montag Königsberger Klopse mit Kapern, am Dienstag Jägerschnitzel mit Spätzle, "
    "am Mittwoch Forelle Müllerin, am Donnerstag Kaiserschmarrn mit Zwetschgen, am Freitag Strammer Max mit Spiegelei.",
]


@pytest.mark.parametrize("text", [*NO_NAMES, *NOBODY])
def test_leaves_what_is_no_name(guard: Guard, text: str) -> None:
    assert persons(guard, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Friday is a public holiday; the office is closed until 1 June.",
        "Fixed: the preview stays grey. Folders older than ten years go to the archive.",
        "Respectfully, the Licensing Office",
    ],
)
def test_leaves_english_words(guard: Guard, text: str) -> None:
    assert persons(guard, text, "en") == []


def test_salutation_and_title_stay_in_the_sentence(guard: Guard) -> None:
    result = guard.redact(RawText("Sehr geehrte Frau Dr. Karaca, der Antrag fehlt."), language="de")
    assert result.text.text == "Sehr geehrte Frau Dr. [PERSON_1], der Antrag fehlt."


def test_english(guard: Guard) -> None:
    text = "Dear Mr. Smith, please call Amina Okafor, born 3 May 1990, 12 High Street, London. Her SSN is 078-05-1121."
    result = guard.redact(RawText(text))
    assert result.language == "en"
    assert {"PERSON", "DATE_OF_BIRTH", "STREET_ADDRESS", "US_SSN"} <= {f.entity for f in result.findings}
    assert "Smith" not in result.text.text
    assert "Okafor" not in result.text.text


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Kinder: Mia 4.5.2016, Ben 6.7.2019", ["4.5.2016", "6.7.2019"]),
        ("Frau Abel (12.3.85) und Herr Kunz (04.11.79) kommen.", ["12.3.85", "04.11.79"]),
        ("Frau\tKaraca\tSelin\t12.03.1985", ["12.03.1985"]),
        ("Sohn Emre (03/2015)", ["03/2015"]),
        ("Frau Abel, 1985-03-12", ["1985-03-12"]),
        ("Frau Abel, 12.03.2026, 10 Uhr", []),
    ],
)
def test_a_birth_date_next_to_a_name(guard: Guard, text: str, dates: list[str]) -> None:
    findings = guard.redact(RawText(text), language="de").findings
    assert [text[f.start : f.end] for f in findings if f.entity == "DATE_OF_BIRTH"] == dates


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Mein Sohn Emre Karaca macht eine Ausbildung in Lüneburg.", ["Lüneburg"]),
        ("Frau Karaca fehlt. Sie hat in Leipzig und Dresden gearbeitet.", ["Leipzig", "Dresden"]),
        ("Frau Petrenko (18.04.1984, Charkiw) hat ihr Diplom eingereicht.", ["Charkiw"]),
        ("Herr Diallo arbeitet bei einem Getränkehändler in Hagen.", ["Hagen"]),
        ("Herr Diallo klagt beim Amtsgericht in Hagen.", []),
        ("Die Messe in Hannover öffnet im April.", []),
        ("Kim, Ji-hoon, geboren am 23.03.1991, Ausweis-Nr. folgt", []),
    ],
)
def test_places_of_a_person(guard: Guard, text: str, places: list[str]) -> None:
    findings = guard.redact(RawText(text), language="de").findings
    assert [text[f.start : f.end] for f in findings if f.entity == "LOCATION"] == places
