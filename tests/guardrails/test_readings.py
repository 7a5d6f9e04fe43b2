"""Stretches that can be read in a second way, and ordinary text that cannot."""

import base64

import pytest

from guardrails.readings import encoded_blocks, read_otherwise

OTHERWISE = [
    ("null eins sieben sechs, zwölf vierunddreißig", "01761234"),
    ("zwo zwo null drei und zwanzig fünf", "220235"),
    ("doppel null eins drei vier", "00134"),
    ("plus vier neun eins sieben", "+4917"),
    ("null drei null Schrägstrich vier fünf", "030/45"),
    ("eins zwei Punkt null drei Punkt acht fünf", "12.03.85"),
    ("DE acht neun drei sieben", "DE8937"),
    ("0176 eins zwei drei vier", "01761234"),
    ("zero one seven six double three", "017633"),
    ("seven six twenty-three forty five", "762345"),
    ("am zwölften März neunzehnhundertfünfundachtzig", "am 12. März 1985"),
    ("zwölfter dritter fünfundachtzig", "12. 3. 85"),
    ("dritter Mai zweitausendundfünf", "3. Mai 2005"),
    ("3. Mai fünfundsechzig", "3. Mai 1965"),
    ("the twelfth of March nineteen eighty-five", "the 12th of March 1985"),
    ("March twenty-first, two thousand and five", "March 21st, 2005"),
    ("nineteen oh five", "1905"),
    ("Gartenweg sieben in", "Gartenweg 7 in"),
    ("D E 8 9 3 7 0 4", "DE893704"),
    ("0-1-7-6-1-2-3", "0176123"),
    ("01.76.12.34.56.78", "017612345678"),
    ("DE89 37O4 0O44", "DE89 3704 0044"),
    ("l5 O70649 C 1O3", "15 070649 C 103"),
    ("Ausweis LO1XOOT47", "Ausweis L01X00T47"),
    ("k wie Kaufmann, r, a, u, s, e", "krause"),
    ("Berta Strich Anton Xaver", "B-AX"),
    ("B wie Berta, Strich, K wie Kaufmann, vierundvierzig zwölf", "B-K4412"),
    ("Dora Dora Strich Paula Martha einundzwanzig", "DD-PM21"),
    ("neun fünf fünf Dora eins zwo drei vier fünf sechs", "955D123456"),
    ("eins drei, null drei null drei sieben acht, B wie Berta, fünf eins eins", "13030378B511"),
    ("0_3_4 . 5_5_1_7", "0345517"),
    ("0341.22.90.81 + 6", "03412290816"),
    ("Steuer-ID 884 x 652 x 189 x 39", "Steuer-ID 88465218939"),
    ("Ausweis LZ4\n7719 20", "Ausweis LZ4 7719 20"),
    ("ha er be zwo null eins vier", "HRB2014"),
    ("be-strich-ix-ypsilon-siebenhundertzwölf", "B-XY712"),
    ("vier zwei schrägstrich eins eins bindestrich e", "42/11-E"),
    ("Ludwig 9 Xanthippe Nordpol 16 Kaufmann 926", "L9XN16K926"),
    ("geb. 2S. O7. l99O", "geb. 25.07.1990"),
    ("* I2. August l93I", "* 12. August 1931"),
    ("Pers.-Nr. OO4 l8 77S", "Pers.-Nr. 004 18 775"),
    ("Steuer-lD", "Steuer-ID"),
    ("wohnhaft 8 eßartS regnitrüN", "wohnhaft Nürtinger Straße 8"),
    ("FrauBierstedt", "Frau Bierstedt"),
    ("mobil015144720913", "mobil 015144720913"),
    ("AmThing9\n38640Goslar", "Am Thing 9\n38640 Goslar"),
    ("<gebdatum>19890217</gebdatum>", "\ngebdatum: 19890217\n"),
    ('{"vn":"Haruka","nn":"Abe"}', '{"Vorname":"Haruka","Nachname":"Abe"}'),
    ("/antrag?user=k.abe&geb=1985-03-12", "/antrag\nuser: k.abe\ngeb: 1985-03-12"),
    ("Abe_Haruka_1985-03-12_Antrag.pdf", "Abe Haruka geb. 1985-03-12 Antrag.pdf"),
    ("INSERT INTO p (name, geb) VALUES ('Abe', '1985-03-12');", "\nname; geb\nAbe; 1985-03-12\n;"),
    ("acht-und-achtzig ist", "achtundachtzig ist"),
    ("Az bau bindestrich akte bindestrich null null sieben neun", "Az BAU-AKTE-0079"),
    ("Pass-Nr C 9 EG 28 P 87 7", "Pass-Nr C9EG28P877"),
    ("Kz. BRA - JH 1OO", "Kz. BRA - JH 100"),
    ("Abendroth,Mika03.10.2013K-208", "Abendroth,Mika 03.10.2013 K-208"),
    ('"vornamen":["Hanne","Mia"]', '"vornamen":"Hanne Mia"'),
    ("Personalnummer 2\n0\n0417.", "Personalnummer 200417."),
    ("Handy 0a1b5c1d7 und weiter e9f3g3h0", "Handy 015179330"),
    ("UV l7/O48l", "UV 17/0481"),
    ("HRA  4O7l", "HRA  4071"),
    ("Waldstr.l5 a", "Waldstr.15 a"),
    ("römisch vier Schrägstrich zwounddreißig Strich elf aus fünfundzwanzig", "IV/32-11/25"),
    ("nullsechsneun sechsdrei vierviernull eins", "069634401"),
    ("null eins sieben eins, dreimal die drei, vier fünf", "017133345"),
    ("k strich a w strich 7 7 1", "K-AW-771"),
    ("geboren eins zwölf siebzig", "geboren 1.12.70"),
    ("Gartenweg zwölf, null eins", "Gartenweg 12, null eins"),
    ("Am Markt drei, 04838 Ulm", "Am Markt 3, 04838 Ulm"),
    ("hanna unterstrich krol ät posteo punkt de", "hanna_krol@posteo.de"),
    ("h punkt krol at-Zeichen t minus online punkt de", "h.krol@t-online.de"),
    ("www punkt krol minus amt punkt de schrägstrich id", "www.krol-amt.de/id"),
    ("instagram punkt com schrägstrich ronny punkt k", "instagram.com/ronny.k"),
    ("hxxps://krol[.]example/x", "https://krol.example/x"),
    ("192[.]168[.]44[.]7", "192.168.44.7"),
    ("10 . 0 . 44 . 7", "10.0.44.7"),
    ("2001 : db8 : 4a0 : : 17 : c3", "2001:db8:4a0::17:c3"),
    ("IBAN 0003 1023 5044 0040 7398 ED", "IBAN DE 8937 0400 4405 3201 3000"),
    ("Frau relliM annaH", "Frau Hanna Miller"),
    ("Frau .... .- -. -. .-", "Frau Hanna"),
    ("rückwärts 80183524637", "rückwärts 73642538108"),
    ("Str aße und Pers onal", "Straße und Personal"),
    ("Garten weg 4", "Gartenweg 4"),
    ("GartenstraBe 4", "Gartenstraße 4"),
    ("79 115 Freiburg", "79115 Freiburg"),
    ("0 (1) 7 (2) 3 3 4", "0172334"),
    ("0172·334·455", "0172334455"),
    ("k wie Kaufmann, Punkt, oduya, Klammeraffe, posteo, Punkt, net", "k.oduya@posteo.net"),
]


@pytest.mark.parametrize(("text", "read"), OTHERWISE)
def test_reads_otherwise(text: str, read: str) -> None:
    assert read_otherwise(text)[0].text == read


@pytest.mark.parametrize(("text", "read"), OTHERWISE)
def test_what_was_read_otherwise_leads_back_into_the_text(text: str, read: str) -> None:
    reading = read_otherwise(f"Bitte notieren: {text} danke.")[0]
    start = reading.text.index(read)
    span = reading.source_span(start, start + len(read))
    assert span is not None
    assert f"Bitte notieren: {text} danke."[slice(*span)] == text


ONE_WAY = [
    "Im zweiten Halbjahr gab es zwei Anträge und acht Widersprüche.",
    "Am ersten Tag kamen drei, am zweiten vier Personen.",
    "Die Miete von 612,40 Euro, § 35 Abs. 1 SGB X, Az. III B 4 - 512.07/2024, B-AB 1234.",
    "Wohngeld-Plus-Gesetz, E-Akte, OZG 2.0, A 12, z. B., i. d. R.",
    "Kundennummer 955D123456 und Versichertennummer A000500015",
]


@pytest.mark.parametrize("text", ONE_WAY)
def test_ordinary_text_has_one_reading(text: str) -> None:
    assert read_otherwise(text) == []


def test_stretches_far_apart_are_read_apart() -> None:
    text = f"PIN vier sieben eins eins{' und so weiter' * 30} D E 8 9 3 7 0 4"
    reading = read_otherwise(text)[0]
    assert "\n\n" in reading.text
    assert reading.source_span(reading.text.index("4711"), reading.text.index("DE89") + 4) is None
    assert reading.source_span(0, 3) is None


def encoded(text: str, encoding: str = "utf-8") -> str:
    return base64.b64encode(text.encode(encoding)).decode()


@pytest.mark.parametrize(
    ("block", "decoded"),
    [
        (encoded("max@web.de"), "max@web.de"),
        (encoded("Jürgen Müller", "cp1252"), "Jürgen Müller"),
        (encoded("Jürgen Müller").rstrip("="), "Jürgen Müller"),
        (base64.urlsafe_b64encode("Größe ÿÿÿ?".encode()).decode(), "Größe ÿÿÿ?"),
        (base64.encodebytes(("Gartenweg 7, 12345 Musterstadt; " * 4).encode()).decode().strip(), None),
    ],
)
def test_decodes_base64(block: str, decoded: str | None) -> None:
    found = list(encoded_blocks(f"Hier: {block} Ende"))
    assert found == [(6, 6 + len(block), decoded or "Gartenweg 7, 12345 Musterstadt; " * 4)]


@pytest.mark.parametrize(
    "text",
    [
        "Verwaltungsverfahrensgesetz und WohngeldPlusGesetz2023",
        "https://www.berlin.de/abc/DefGhiJkl123",
        "Az-2024-123456/AbCdEf",
        "QmFzZTY0IGlzdA",  # eight octets are too few to mean anything: "Base64 ist"
        "0123456789012345",
    ],
)
def test_leaves_what_is_no_base64(text: str) -> None:
    assert [decoded for _, _, decoded in encoded_blocks(text) if decoded != "Base64 ist"] == []
