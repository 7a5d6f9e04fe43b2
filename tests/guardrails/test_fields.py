"""Labels and their values, wherever they stand; columns that tell by example; references with no label."""

import pytest

from guardrails import Guard, RawText

FOUND = [
    # behind the label: colon, dots, blanks, sign, next line
    ("P.-Nr. ........ 4711", ["4711"]),
    ("Steuer-ID des Kindes ... 44146028378", ["44146028378"]),
    ("KVNR\tY193517256", ["Y193517256"]),
    ("Kassenzeichen jeweils 4711.0447.25", ["4711.0447.25"]),
    ("Waffenbesitzkarte Nr. WBK 118/0447", ["WBK 118/0447"]),
    ("Geb.              | 11/1962", ["11/1962"]),
    ("Kd.-Nr.\n88 4417 203", ["88 4417 203"]),
    ("dessen Wohnort ......... Paderborn", ["Paderborn"]),
    # before the label, led to it by dots
    ("14.03.1971 ......... geb.\nMilan Horák ......... Name", ["14.03.1971", "Milan Horák"]),
    ("Lindenhof 4, 07545 Gera ........ wohnhaft", ["Lindenhof 4, 07545 Gera"]),
    # strokes drawn as a frame, values side by side, a single letter before „-Nr.“
    ("Halter  │ Jochen Winter\nChip    │ 276 0981 0047 1188", ["Jochen Winter", "276 0981 0047 1188"]),
    ("Name       | Tom Weiß     | Ute Kern\nRollen-Nr. | LR 26-00418  | LR 26-00419", ["LR 26-00418", "LR 26-00419"]),
    ("F-Nr. 26/1190, Rucksack, Finderin Nurcan Kern", ["26/1190"]),
    # documents with two capitals side by side, parts of a form, days written in one
    ("Ausweis-Nr. L5XY33Z108", ["L5XY33Z108"]),
    ("Geburtsdatum   Tag 4 Monat 12 Jahr 1988", ["4 Monat 12 Jahr 1988"]),
    ("GEBD 19610430 GESL W", ["19610430"]),
    ("<strasse>Erlenbrook</strasse><hausnr>22</hausnr>", ["Erlenbrook", "22"]),
    # above the label
    ("Ulmer Gasse 7          30/04/1999\nStraße             Geburtsdatum", ["Ulmer Gasse 7", "30/04/1999"]),
    ("Poststr. 14, 07545 Gera\n(Anschrift der Wohnung)", ["Poststr. 14, 07545 Gera"]),
    # under the head of a column: commas, semicolons, tabs, strokes, blanks
    (
        "Personalnr,Name,Geb.,KK,Steuer-ID\n400118,Weiß Thorsten,04.02.1971,TK,67628134657",
        ["400118", "04.02.1971", "67628134657"],
    ),
    ("AZR\tName\n180322440917\tGurung, Bishal", ["180322440917"]),
    ("Str. | Nr. | PLZ | Ort\nAm Markt | 3 | 12345 | Bad Soden", ["Am Markt", "3", "12345", "Bad Soden"]),
    ("Name        BG-Nr.         Betrag\nKaraca      34702BG0044    12,50", ["34702BG0044"]),
    # a head with a digit in another cell
    ("Matrikel    Note   2. Versuch\n7055120     2,3    nein\n7055177     5,0    ja", ["7055120", "7055177"]),
    # a line for each cell: all heads, then row by row
    (
        "Name\nGeb.\nKlasse\nFS-Nr.\nOlexij Tkach\n22.10.1988\nB\nK412RT7U931\nHeiko "
        "Lange\n01.07.1971\nC1E\nK4098AA2L05",
        ["22.10.1988", "K412RT7U931", "01.07.1971", "K4098AA2L05"],
    ),
    # built like the others of a column; keys of lines with a person; days without signs behind a name
    (
        "01  Corinna Stein  MR-CS 71  unverletzt\n02  Youssef Benali  GI YB 2020  leicht\n03  Ben Koch  KS "
        "WJ 31E  leicht",
        ["MR-CS 71", "GI YB 2020", "KS WJ 31E"],
    ),
    ("#77102 | Passwort vergessen | Jutta Feldkamp | offen\n#77110 | Monitor flackert | Raum E.17 | zu", ["77102"]),
    ("20241018 RZWN92PY58 KRAUSE,LINUS 19990312 Diebstahl", ["RZWN92PY58", "19990312"]),
    ("Mandant=44120\nKunde=Helga Mertens\nEVB=X7K22P1", ["44120", "X7K22P1"]),
    # a row with its label in front
    ("Steuer-ID | 44146028378 | 67628134657", ["44146028378", "67628134657"]),
]

LOOK_ALIKES = [
    "Meldebescheinigung, Geb. 12,50 €",
    "PLZ      Einwohner   unter 18\n44135      11.204      13,8 %",
    "Code    Bedeutung\nE13     Terminal ohne Antwort\nF22     Tresor fast voll",
    "Formular;Bezeichnung;Stand;Seiten\nDE-4417-X;Deckblatt E-Akte;11/2024;1",
    "Das Kennwort ist regelmäßig zu ändern.",
    "Denkmalliste D-4-76-145-22",
    "Präparat mit Zulassung DE-0012345-14, Filtermatte G4 592x592 zur Seriennummer 6 044 112",
    "Bewilligt für BWZ 03/25–08/25, Beetle in RAL 3020, Verwarnung mit VG 55 €",
    "Internetplatz 4 gesperrt, Abfahrt am Bussteig 4",
    "Bauwerksnr.: BW 0417/2, Masten-Nr. 0417-13/2",
    "Ticket INC-2025-00418 ist geschlossen.",
    "Stand nach DIN EN 1335-1:2020 und RFC 9457, Version 2.4.1-B3, Vordruck AB-12/2024-C",
    "Der Befund 2024-AI-02291 des Instituts liegt vor.",
]

BARE = [
    ("Und jetzt schreiben Sie unter BAU-2025-1184-S, ich muss abreißen? Frau Karaca ist entsetzt.", "BAU-2025-1184-S"),
    ("Zu zahlen unter Angabe von BD-MR/2025/00671. Mit Gruß, Selin Karaca", "BD-MR/2025/00671"),
    ("Dear Ms Erbil, the visa file at the embassy is RK-10-511.E-2024-7718.", "RK-10-511.E-2024-7718"),
]


def hidden(guard: Guard, text: str) -> set[int]:
    return {at for f in guard.redact(RawText(text)).findings for at in range(f.start, f.end)}


@pytest.mark.parametrize(("text", "values"), FOUND)
def test_what_a_label_names_is_hidden(guard: Guard, text: str, values: list[str]) -> None:
    places = hidden(guard, text)
    for value in values:
        start = text.rindex(value)
        assert places.issuperset(range(start, start + len(value))) or all(
            at in places for at in range(start, start + len(value)) if text[at].isalnum()
        ), value


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_looks_like_it_stays(guard: Guard, text: str) -> None:
    assert [text[f.start : f.end] for f in guard.redact(RawText(text), language="de").findings] == []


@pytest.mark.parametrize(("text", "value"), BARE)
def test_a_reference_with_no_label_is_told_by_build_and_surroundings(guard: Guard, text: str, value: str) -> None:
    assert value in [text[f.start : f.end] for f in guard.redact(RawText(text)).findings]


def test_numbers_in_rows_of_persons_are_hidden_without_head(guard: Guard) -> None:
    text = (
        "Terminliste 23.06.\n08:00 | Gurung, Bishal | 180322440917 | Verl. § 16b\n"
        "08:30 | Ramírez Ortega, Lucía | 210714889203 | BK EU\n09:00 | frei\n"
        "09:30 | Bangura, Isatu | 170118204418 | Duldung"
    )
    found = {text[f.start : f.end]: f.entity for f in guard.redact(RawText(text)).findings}
    assert [found.get(number) for number in ("180322440917", "210714889203", "170118204418")] == ["DE_FOREIGNER_ID"] * 3
    assert not {"08:00", "23.06.", "16b"} & found.keys()


def test_numbers_in_rows_of_things_stay(guard: Guard) -> None:
    text = "Schreibtisch | 100447 | 12\nRollcontainer | 100448 | 4\nDrehstuhl | 100449 | 30"
    assert not guard.redact(RawText(text), language="de").findings


def test_a_wrong_check_digit_lowers_the_score_and_keeps_the_finding(guard: Guard) -> None:
    right, wrong = (
        guard.redact(RawText(f"Steuer-ID | {number} | Anlage"), language="de").findings
        for number in ("44146028378", "44146028379")
    )
    assert right[0].entity == wrong[0].entity == "DE_TAX_ID"
    assert right[0].score > wrong[0].score


IN_PLACE = [
    ("10:00  Rademacher / Spitzweg   (E 88/2024)  20 Gäste", "E 88/2024"),
    ("Herr Weiß hat bezahlt (Beleg HV 26/1140), Quittung liegt bei.", "HV 26/1140"),
    ("Vermerk zu Frau Kern, Vorg. U-24-031177, Frist 12.05.", "U-24-031177"),
    ("W 0447/25\nHosni Abdel\nWohngeld, eingegangen 01.08.", "W 0447/25"),
    ("Ladung der Zeugin Kern (7 OWi 331 Js 20418/26)", "7 OWi 331 Js 20418/26"),
    ("Frau Kern kündigt den Vertrag V-330 817 zum Monatsende.", "V-330 817"),
    ("Der Zähler 1EMH0009148812 von Herrn Weiß läuft rückwärts.", "1EMH0009148812"),
    ("Ausweis L 00441-8  Feuer, Lina   2 Medien", "L 00441-8"),
    ("Nordwall 2          Frau Kern       2 Personen", "Nordwall 2"),
    ("3) 6:57 Dorfanger 77 -> Ute Kern, Mutter wartet", "Dorfanger 77"),
]


@pytest.mark.parametrize(("text", "value"), IN_PLACE)
def test_numbers_and_streets_that_their_place_tells(guard: Guard, text: str, value: str) -> None:
    places = hidden(guard, text)
    start = text.index(value)
    assert all(at in places for at in range(start, start + len(value)) if text[at].isalnum())


IN_LISTS = [
    (
        "Geburtstagsliste Amt 20\n- 4.5. Jens\n- 22. Juni 1970 Consuelo\n\nKasse: 12.07.",
        ["4.5", "22. Juni 1970"],
        "12.07.",
    ),
    (
        "Fach C\nC-01  Niehues, Klemens   *1958   alt\nC-02  Scholl, Irmtraud   *1955   neu 2024",
        ["1958", "1955"],
        "2024",
    ),
    ("Halter: Weiß, Tom (*07/2012), Fall 3 * 12 = 36", ["07/2012"], "36"),
    (
        "1 | Kern, Ute | Schulberg 31 | Dackel\n2 | Weiß, Tom | Feldmark 4 | Stufe 3",
        ["Schulberg 31", "Feldmark 4"],
        "Stufe 3",
    ),
]


@pytest.mark.parametrize(("text", "values", "stays"), IN_LISTS)
def test_days_and_streets_in_lists(guard: Guard, text: str, values: list[str], stays: str) -> None:
    found = [text[f.start : f.end] for f in guard.redact(RawText(text), language="de").findings]
    assert [value for value in values if value not in found] == []
    assert not any(stays in value for value in found)
