"""The shipped tagger: loads, finds what it must, leaves look-alikes, ships nothing it met in training."""

import time

import pytest

from guardrails.tagger import KEY, LABELS, MODEL_DIR, TAGGER_NAME, TAGGER_VERSION, NameLexicon, load_tagger
from guardrails.tagger import _lexicon as bits


@pytest.fixture(scope="module")
def tagger():
    return load_tagger()


def entities(nlp, text):
    with nlp.memory_zone():
        return [(e.text, e.label_) for e in nlp(text).ents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sehr geehrte Frau Karaca,\n\nIhr Antrag ist eingegangen.", ("Karaca", "PERSON")),
        ("Mit freundlichen Grüßen\n\nThomas Wiegand", ("Thomas Wiegand", "PERSON")),
        ("Herr Dr. Nguyen hat am 3. März angerufen.", ("Nguyen", "PERSON")),
        ("Frau Karacas Antrag ist unvollständig.", ("Karacas", "PERSON")),
        ("Name: Kowalska, Agnieszka", ("Kowalska, Agnieszka", "PERSON")),
        ("Herr Winter beantragt Wohngeld.", ("Winter", "PERSON")),
        ("schreib bitte an frau okafor wegen wohngeld", ("okafor", "PERSON")),
        ("Sie wohnt in der Karl-Marx-Straße 12a in Gera.", ("Karl-Marx-Straße 12a", "STREET_ADDRESS")),
        ("Sie zog nach Buxtehude.", ("Buxtehude", "LOCATION")),
    ],
)
def test_finds(tagger, text, expected):
    assert expected in entities(tagger, text)


@pytest.mark.parametrize(
    "text",
    [
        "Im Winter ist das Bürgeramt geschlossen.",
        "Sehr geehrter Herr Präsident, ich danke für die Einladung.",
        "Nach § 35 SGB X ist der Verwaltungsakt zu begründen.",
        "Sehr geehrte Damen und Herren,\n\nder Antrag auf Wohngeld ist eingegangen.",
        "Der Richter am Amtsgericht lehnte den Antrag im Mai ab.",
    ],
)
def test_leaves_look_alikes(tagger, text):
    assert not [e for e in entities(tagger, text) if e[1] != "LOCATION"]


def features(nlp, text):
    with nlp.memory_zone():
        doc = nlp.get_pipe("name_lexicon")(nlp.make_doc(text))
        return {token.text: (token.lemma_, token.dep_, token.norm_) for token in doc}


def test_heads_of_columns_and_labels_of_lines_are_features(tagger):
    table = "Name | geb. | Aktenz. der Stadt\nÖzer | 03.04.1971 | K-220/19\n\n"
    form = "Kundennummer: 88213\n12.05.1988 ........ geb. am\nDienstort\nHalle 7"
    found = features(tagger, table + form)
    assert found["03.04.1971"][:2] == ("geb", "özer")
    assert found["K-220"][0] == "aktenz"
    assert found["88213"][1:] == ("kundennummer", "99999")
    assert found["12.05.1988"][1:] == ("geb", "99.99.9999")
    assert found["Halle"][0] == "dienstort"


def test_no_word_of_a_text_stays_in_the_vocabulary(tagger):
    entities(tagger, "Name | Zwiebelquark\nFrau Qrxolbert | K-99/8812734\nFlurbezquim: 4477812")
    words = ("Qrxolbert", "qrxolbert", "zwiebelquark", "flurbezquim", "9999999")
    assert not [word for word in words if word in tagger.vocab.strings]


def test_every_stretch_has_a_score(tagger):
    with tagger.memory_zone():
        doc = tagger("Frau Selin Karaca, geb. 03.04.1971, Kundennummer 55D120987")
        group = doc.spans[KEY]
        assert {span.label_ for span in group} == {"PERSON", "DATE_OF_BIRTH", "REFERENCE"}
        assert all(0.3 <= score <= 1 for score in group.attrs["scores"])


def test_labels_name_and_size(tagger):
    assert tagger.get_pipe("reader").labels == LABELS
    assert (tagger.meta["name"], tagger.meta["version"]) == (TAGGER_NAME, TAGGER_VERSION)
    assert sum(f.stat().st_size for f in MODEL_DIR.rglob("*") if f.is_file()) <= 25_000_000


def test_long_text_takes_linear_time(tagger):
    text = "Frau Karaca wohnt in der Hauptstraße 3 in Berlin und hat am 3. Mai angerufen. " * 130
    start = time.perf_counter()
    entities(tagger, text)
    short = time.perf_counter() - start
    start = time.perf_counter()
    entities(tagger, text * 4)
    assert time.perf_counter() - start < 10 * short + 0.5


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "ſ", "x" * 5000, "€" * 300])
def test_odd_texts(tagger, text):
    assert len(entities(tagger, text)) <= len(text)


def test_other_language_is_refused():
    with pytest.raises(ValueError, match="fr"):
        load_tagger("fr")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("karaca", bits.SURNAME),
        ("karacas", bits.SURNAME | 256),
        ("karaca-selin", bits.SURNAME | bits.GIVEN_COMMON),
        ("lindenweg", 512),
        ("antrag", 0),
    ],
)
def test_lexicon_facts(word, expected):
    lexicon = NameLexicon({"karaca": bits.SURNAME, "selin": bits.GIVEN_COMMON})
    assert lexicon.facts(word) == expected


def test_lexicon_survives_the_disk(tmp_path):
    NameLexicon({"ağa": 4, "selin": 2}).to_disk(tmp_path / "lexicon")
    assert NameLexicon().from_disk(tmp_path / "lexicon").words == {"ağa": 4, "selin": 2}
