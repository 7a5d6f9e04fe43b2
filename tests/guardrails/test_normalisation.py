import pytest

from guardrails import Guard, RawText
from guardrails.normalisation import normalise

CASES = [
    ("Sel\u200bin", "Selin"),
    ("Ka\u00adra\u00adca", "Karaca"),
    ("030\u00a01234", "030 1234"),
    ("０３０ １２３４", "030 1234"),
    ("K\u0430r\u0430c\u0430", "Karaca"),
    ("Muster-\nstraße 5", "Musterstraße 5"),
    ("Kinder-\nund Jugendhilfe", "Kinder-\nund Jugendhilfe"),
    ("K a r a c a", "Karaca"),
    ("K A R A C A", "KARACA"),
    ("DE89–3704", "DE89-3704"),
    ("ﬁnden", "finden"),
    ("Mu\u0308ller", "Müller"),
    ("Олена", "Олена"),
    ("eins\r\nzwei", "eins\nzwei"),
    ("\ufeffText", "Text"),
    ("KÃ¶hler aus GÃ¼strow, 5 â‚¬", "Köhler aus Güstrow, 5 €"),
    ("GrÃ¼Ãe", "Grüße"),
    ("Herr Kr\ufffdger", "Herr Krüger"),
    ("Herr M?ller fragt: Was? Ja", "Herr Müller fragt: Was? Ja"),
    (r"G\303\274nther, M\xc3\xb6ller, J\'fcrgen, Bj\"orn", "Günther, Möller, Jürgen, Björn"),
    ("ort=04109%20Leipzig, 5%20 und 20%", "ort=04109 Leipzig, 5%20 und 20%"),
    ("freund1ichen Grüßen, Wa1traud", "freundlichen Grüßen, Waltraud"),
    ("Frau Sch@fer, Herr W*lfgang", "Frau Schafer, Herr Wolfgang"),
    ("Bürger*innen, a@b.de, kasse@stadt-ulm.example", "Bürger*innen, a@b.de, kasse@stadt-ulm.example"),
    ("Narne und Telefonnurnrner", "Name und Telefonnummer"),
    ("Horn, Bern, Kernstadt, 3fach, 8jährig, e4ac4ae", "Horn, Bern, Kernstadt, 3fach, 8jährig, e4ac4ae"),
    ("Balasubr[?]maniam, Tel. 07[?]1", "Balasubremaniam, Tel. 0701"),
    ('"Gun" + "dula"', '"Gundula"'),
    ("Adel·heid", "Adelheid"),
    ("steuerId, SchülerInnen", "steuerId, SchülerInnen"),
    ("BöIlert", "Böllert"),
    ("ich bin r.a.m.o.n.a. .k.o.l.b.e.n.s.k.i aus", "ich bin Ramona Kolbenski aus"),
    ("vorname i|l|k|a", "vorname Ilka"),
    ("S e v g i   K . a . y . a", "Sevgi Kaya"),
    ("b i t t e  w a r t e n", "bitte warten"),
    ("Name      :  Kolbenski", "Name: Kolbenski"),
    ("Herr 5aid 8enzema, 5fach", "Herr Said Benzema, 5fach"),
    ("M?hlstra?e, Tel. +49?157?8801?442", "Mühlstraße, Tel. +49 157 8801 442"),
    ("0172Â\u00a0660 und GrÃ¶ÃŸe", "0172 660 und Größe"),
    ("f=FCr 1283=20 2361=20\n", "für 1283 2361\n"),
]


@pytest.mark.parametrize(("original", "plain"), CASES)
def test_reads_plainly(original: str, plain: str) -> None:
    assert normalise(original).text == plain


@pytest.mark.parametrize(("original", "plain"), CASES)
def test_every_character_leads_back_to_where_it_came_from(original: str, plain: str) -> None:
    read = normalise(original)
    last = 0
    for position in range(len(read.text)):
        start, end = read.original_span(position, position + 1)
        assert last <= start or read.text[position - 1 : position + 1]
        assert 0 <= start < end <= len(original)
        last = start
    start, end = read.original_span(0, len(read.text))
    assert normalise(original[start:end]).text == plain


HIDDEN = [
    ("Frau Ka\u200bra\u00adca kommt", "Ka\u200bra\u00adca"),
    ("Frau K\u0430r\u0430ca kommt", "K\u0430r\u0430ca"),
    (
        "IBAN DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000 prüfen",
        "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000",
    ),
    ("in der Muster-\nstraße 5 wohnt", "Muster-\nstraße 5"),
    ("😀😀 Frau Müller 😀", "Müller"),
    ("Mu\u0308ller: Herr Mu\u0308ller", "Mu\u0308ller"),
    ("Tel. ０３０ １２３４５６７８", "０３０ １２３４５６７８"),
]


@pytest.mark.parametrize(("text", "value"), HIDDEN)
def test_findings_point_to_the_original_code_points(guard: Guard, text: str, value: str) -> None:
    findings = guard.redact(RawText(text), language="de").findings
    assert value in [text[f.start : f.end] for f in findings]
