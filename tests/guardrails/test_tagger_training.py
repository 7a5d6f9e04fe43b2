"""The recipe's parts: templates fill, names are kept apart, readers give exact offsets, a tiny training runs."""

import json
import random
import re

import pytest

faker = pytest.importorskip("faker")

from guardrails.training.compose import Composer, LabelledText, Span  # noqa: E402
from guardrails.training.corpora import read_germeval, read_smartdata  # noqa: E402
from guardrails.training.evaluate import wilson  # noqa: E402
from guardrails.training.names import ORIGINS, NameBook, held_out, transliterate  # noqa: E402
from guardrails.training.persons import genitive, plain  # noqa: E402
from guardrails.training.places import PlaceBook  # noqa: E402
from guardrails.training.smoke import smoke  # noqa: E402
from guardrails.training.written import WrittenTexts  # noqa: E402


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    (folder / "names").mkdir()
    (folder / "places").mkdir()
    rows = "".join(f"{name},{sex},9\n" for name, sex in [("Selin", "w"), ("Emre", "m"), ("Ada", "w"), ("Bo", "m")])
    many = "".join(f"Na{chr(97 + i % 26)}me{chr(97 + i // 26)},{'wm'[i % 2]},3\n" for i in range(200))
    (folder / "names" / "vornamen_berlin_2012_2023.csv").write_text(f"vorname,geschlecht,anzahl\n{rows}{many}")
    surnames = "\n".join(f"Sur{chr(97 + i % 26)}na{chr(97 + i // 26)}" for i in range(300))
    (folder / "names" / "nachnamen_germaner.txt").write_text(surnames)
    (folder / "places" / "plz_de.csv").write_text("plz,ort,land\n10115,Berlin,Berlin\n07545,Gera,Thüringen\n")
    return folder


def composer(data, evaluation, seed=3):
    names = NameBook.read(data / "names", evaluation=evaluation)
    return Composer(seed, names, PlaceBook.read(data / "places"), evaluation=evaluation)


@pytest.mark.parametrize("evaluation", [False, True])
def test_every_template_fills(data, evaluation):
    maker = composer(data, evaluation)
    for stock in (maker.positive, maker.negative):
        for section, templates in stock.items():
            for template in templates:
                text = maker.single(template, section)
                assert not set("{}") & set(text.text)
                assert all(text.text[s.start : s.end].strip() for s in text.spans)
                if stock is maker.negative:
                    assert not text.spans


def test_evaluation_shares_no_pattern_with_training(data):
    train, evaluation = composer(data, False), composer(data, True)
    known = {t for stock in (train.positive, train.negative) for ts in stock.values() for t in ts}
    assert not known & {t for stock in (evaluation.positive, evaluation.negative) for ts in stock.values() for t in ts}


def test_names_are_kept_apart(data):
    for evaluation in (False, True):
        for origin, stock in NameBook.read(data / "names", evaluation=evaluation).stocks.items():
            assert stock.given_f, origin
            assert stock.given_m, origin
            assert stock.surnames, origin
            assert all(held_out(name) is evaluation for name in stock.surnames)


def test_documents_are_reproducible_and_origins_balanced(data):
    one, two = composer(data, False), composer(data, False)
    documents = [one.document() for _ in range(240)]
    assert [d.as_dict() for d in documents] == [two.document().as_dict() for _ in range(240)]
    assert {s.origin for d in documents for s in d.spans if s.label == "PERSON"} == set(ORIGINS)


def test_text_survives_json():
    text = LabelledText("Ada in Gera", [Span(0, 3, "PERSON", "deutsch", "first")], "satz", [(7, 11)])
    assert LabelledText.from_dict(json.loads(json.dumps(text.as_dict()))) == text


@pytest.mark.parametrize(
    ("name", "expected"), [("Karaca", "Karacas"), ("Weiß", "Weiß"), ("Marx", "Marx"), ("Diallo", "Diallos")]
)
def test_genitive(name, expected):
    assert genitive(name) == expected


def test_plain_and_transliterated_names():
    assert plain("Yılmaz Öztürk") == "Yilmaz Oeztuerk"
    assert plain("Nguyễn") == "Nguyen"
    assert transliterate("Шевченко", ukrainian=True) == "Schewtschenko"
    assert transliterate("Георгиев") == "Georgiew"
    assert transliterate("Παπαδόπουλος") == "Papadopoulos"


def test_readers_give_exact_offsets(tmp_path):
    import gzip

    document = {
        "text": {"string": "Tim Roth fuhr auf der A6 nach Köln in die Lindenstraße."},
        "conceptMentions": {
            "array": [
                {"span": {"start": 0, "end": 8}, "type": "person"},
                {"span": {"start": 22, "end": 24}, "type": "location-street"},
                {"span": {"start": 30, "end": 34}, "type": "location-city"},
                {"span": {"start": 42, "end": 54}, "type": "location-street"},
            ]
        },
    }
    path = tmp_path / "s.json.gz"
    path.write_bytes(gzip.compress((json.dumps(document) + json.dumps(document)).encode()))
    first, second = read_smartdata(path)
    assert first == second
    assert [(first.text[s.start : s.end], s.label) for s in first.spans] == [
        ("Tim Roth", "PERSON"),
        ("Köln", "LOCATION"),
        ("Lindenstraße", "STREET_ADDRESS"),
    ]
    table = tmp_path / "g.tsv"
    table.write_text("#\tquelle\t\n1\tAda\tB-PER\tO\n2\tRoth\tI-PER\tO\n3\t(\tO\tO\n4\tGera\tB-LOC\tO\n5\t)\tO\tO\n")
    (sentence,) = read_germeval(table)
    assert sentence.text == "Ada Roth (Gera)"
    assert [(s.start, s.end, s.label) for s in sentence.spans] == [(0, 8, "PERSON"), (10, 14, "LOCATION")]


WRITTEN = """=== id=x-1 kind=note lang=de
Frau {{PERSON:tr|Karaca}}, geb. {{DATE_OF_BIRTH|03.04.1971}}, Az. {{DE_CASE_NUMBER|512/K-77412}}.
{{PERSON:tr|Karacas}} Antrag kam aus Duisburg, Vordruck 48213.

=== id=x-2 kind=note lang=de
Die Kantine bleibt zu.
"""


@pytest.fixture
def written(tmp_path):
    (tmp_path / "some.txt").write_text(WRITTEN, encoding="utf-8")
    parts = [WrittenTexts.read(evaluation=evaluation, folder=tmp_path) for evaluation in (False, True)]
    assert len(parts[0].documents) + len(parts[1].documents) == 2
    return WrittenTexts(parts[0].documents + parts[1].documents)


def test_variants_of_a_document_keep_its_labels(data, written):
    book, rng = NameBook.read(data / "names", evaluation=False), random.Random(5)
    seen = set()
    for _ in range(200):
        text = written.draw(rng, book)
        values = [(span.label, text.text[span.start : span.end]) for span in text.spans]
        seen.update(values)
        for label, value in values:
            assert value.strip() == value
            assert (label == "PERSON") == value.isalpha() or "-" in value or " " in value
    dates = {value for label, value in seen if label == "DATE_OF_BIRTH"}
    numbers = {value for label, value in seen if label == "REFERENCE"}
    assert len(dates) > 20
    assert all(re.fullmatch(r"\d\d\.\d\d\.\d{4}", date) for date in dates)
    assert all(re.fullmatch(r"\d{3}/[Kk]-\d{5}", number) for number in numbers)
    assert "Karaca" not in text.text or "Karacas" in text.text


def test_nothing_is_learnt_of_places_that_nobody_marked(written):
    (text,) = [text for text in written.plain() if text.spans]
    assert [text.text[a:b] for a, b in text.missing] == ["Duisburg"]


def test_wilson_interval():
    low, high = wilson(95, 100)
    assert 0.88 < low < 0.95 < high < 0.99


def test_a_tiny_training_learns_its_sentences(tmp_path):
    assert "Selin Karaca=PERSON" in smoke(tmp_path / "model")
