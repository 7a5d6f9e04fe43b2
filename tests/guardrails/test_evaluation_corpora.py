"""Reading labelled documents: marked text, JSON Lines, GermEval."""

import json
from pathlib import Path
from typing import Any

import pytest

from guardrails.evaluation import CorpusError, Document, Label, document_record, read_corpus, read_json_lines
from guardrails.evaluation.marked_text import parse_marked_text

MARKED = """=== id=brief-1 kind=letter lang=de tags=evasion,ocr warns=health

Sehr geehrte Frau {{PERSON:tr|Karaca}},

Ihre Nummer ist {{PHONE_NUMBER|030
12 34\\u{200B}56}}.

=== id=leer-1 kind=note lang=de
Die Stadt Köln teilt mit.
"""


def test_marks_become_labels_over_line_ends_and_escapes() -> None:
    first, second = parse_marked_text(MARKED, "a.txt")
    assert first.text == "Sehr geehrte Frau Karaca,\n\nIhre Nummer ist 030\n12 34\u200b56."
    assert [(first.text[one.start : one.end], one.entity, one.origin) for one in first.labels] == [
        ("Karaca", "PERSON", "tr"),
        ("030\n12 34\u200b56", "PHONE_NUMBER", ""),
    ]
    assert (first.kind, first.language, first.tags, first.warns) == ("letter", "de", ("evasion", "ocr"), {"health"})
    assert second == Document("leer-1", "Die Stadt Köln teilt mit.", (), "note", "de", (), frozenset())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Text ohne Kopf", "a.txt, Zeile 1: Vor dem Text fehlt die Kopfzeile „=== id=…“."),
        ("=== id=a kind=brief lang=de\nText", "a.txt, Zeile 1: „brief“ gibt es bei „kind“ nicht"),
        ("=== id=a kind=note lang=fr\nText", "a.txt, Zeile 1: „fr“ gibt es bei „lang“ nicht"),
        ("=== id=a kind=note lang=de warns=age\nText", "a.txt, Zeile 1: „age“ gibt es bei „warns“ nicht"),
        ("=== id=a kind=note\nText", "a.txt, Zeile 1: In der Kopfzeile fehlt „lang“."),
        ("=== id=a kind=note lang=de colour=red\nText", "a.txt, Zeile 1: „colour=red“ ist keine Angabe"),
        ("=== id=a kind=note lang=de\n\n", "a.txt, Zeile 1: Das Dokument hat keinen Text."),
        ("=== id=a kind=note lang=de\n\nx\n{{NAME|Karaca}}", "a.txt, Zeile 4: „NAME“ ist keine Art von Angabe"),
        ("=== id=a kind=note lang=de\n{{PERSON|Karaca}}", "a.txt, Zeile 2: Bei PERSON, und nur dort,"),
        ("=== id=a kind=note lang=de\n{{SECRET:de|x1}}", "a.txt, Zeile 2: Bei PERSON, und nur dort,"),
        ("=== id=a kind=note lang=de\nx\n{{PERSON:de|Karaca", "a.txt, Zeile 3: „{{“ gehört zu keiner Markierung"),
        ("=== id=a kind=note lang=de\nx\ny }} z", "a.txt, Zeile 3: „}}“ gehört zu keiner Markierung"),
        ("=== id=a kind=note lang=de\nx\n=== id=a kind=note lang=de\ny", "a.txt: Die Kennung „a“ kommt zweimal vor."),
    ],
)
def test_an_error_in_marked_text_says_where_and_what(content: str, message: str) -> None:
    with pytest.raises(CorpusError) as caught:
        parse_marked_text(content, "a.txt")
    assert str(caught.value).startswith(message)


TEXT = "Herr Muster, Tel. 030 123456"


@pytest.mark.parametrize(
    "labels",
    [
        {"entities": [{"start": 5, "end": 11, "entity": "PERSON"}]},
        {"findings": [{"start": 5, "end": 11, "label": "PERSON", "score": 0.9}]},
        {"labels": [{"start": 5, "end": 11, "type": "PERSON"}]},
        {"spans": [{"start": 5, "end": 11, "entity_type": "PERSON"}]},
        {"entities": [[5, 11, "PERSON"]]},
    ],
)
def test_labels_are_read_in_several_forms(labels: dict[str, Any]) -> None:
    [document] = read_json_lines([json.dumps({"id": 7, "text": TEXT, **labels}), "\n"], "c.jsonl")
    assert (document.id, document.labels, document.warns) == ("7", (Label(5, 11, "PERSON"),), None)


def test_offsets_count_code_points() -> None:
    record = {"id": "a", "text": "😀 Muster", "entities": [[2, 8, "PERSON"]]}
    [document] = read_json_lines([json.dumps(record)], "c.jsonl")
    assert document.text[document.labels[0].start : document.labels[0].end] == "Muster"


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("{", "c.jsonl, Zeile 1: kein gültiges JSON"),
        ("[]", "c.jsonl, Zeile 1: Erwartet wird ein Objekt"),
        ({"entities": []}, "c.jsonl, Zeile 1, Feld „text“"),
        ({"text": TEXT}, "c.jsonl, Zeile 1: Es fehlt das Feld „entities“"),
        ({"text": TEXT, "entities": [], "spans": []}, "c.jsonl, Zeile 1: Die Stellen stehen unter"),
        ({"text": TEXT, "entities": {}}, "c.jsonl, Zeile 1, Feld „entities“: Erwartet wird eine Liste."),
        ({"text": TEXT, "entities": ["x"]}, "c.jsonl, Zeile 1, Feld „entities“, Eintrag 1: Erwartet wird"),
        ({"text": TEXT, "entities": [[5, "11", "PERSON"]]}, "c.jsonl, Zeile 1, Feld „entities“, Eintrag 1: „start“"),
        ({"text": TEXT, "entities": [[5, 99, "PERSON"]]}, "c.jsonl, Zeile 1, Feld „entities“, Eintrag 1: 5 bis 99"),
        ({"text": TEXT, "entities": [[5, 5, "PERSON"]]}, "c.jsonl, Zeile 1, Feld „entities“, Eintrag 1: 5 bis 5"),
        ({"text": TEXT, "entities": [[5, 11, "Name"]]}, "c.jsonl, Zeile 1, Feld „entities“, Eintrag 1: Die Art"),
        (
            {"text": TEXT, "entities": [[8, 12, "PERSON"], [5, 11, "PERSON"]]},
            "c.jsonl, Zeile 1, Feld „entities“: Die Einträge 2 und 1 überschneiden sich.",
        ),
        ({"text": TEXT, "entities": [], "lang": "fr"}, "c.jsonl, Zeile 1, Feld „lang“"),
        ({"text": TEXT, "entities": [], "kind": ["brief"]}, "c.jsonl, Zeile 1, Feld „kind“"),
        ({"text": TEXT, "entities": [{"start": 0, "end": 4, "entity": "PERSON", "origin": 1}]}, "c.jsonl, Zeile 1, "),
        ({"text": TEXT, "entities": [], "warns": ["age"]}, "c.jsonl, Zeile 1, Feld „warns“: Eintrag 1"),
    ],
)
def test_an_error_in_json_lines_says_where_and_what(record: Any, message: str) -> None:
    line = record if isinstance(record, str) else json.dumps(record)
    with pytest.raises(CorpusError) as caught:
        read_json_lines([line], "c.jsonl")
    assert str(caught.value).startswith(message)
    assert "Muster" not in str(caught.value)


def test_a_name_twice_and_an_empty_file_are_errors(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": TEXT, "entities": []})
    with pytest.raises(CorpusError, match="Zeile 2, Feld „id“"):
        read_json_lines([line, line], "c.jsonl")
    empty = tmp_path / "leer.jsonl"
    empty.write_text("\n")
    with pytest.raises(CorpusError, match="kein Dokument"):
        read_corpus(empty)


def test_what_is_written_as_json_lines_is_read_again() -> None:
    documents = parse_marked_text(MARKED, "a.txt")
    lines = [json.dumps(document_record(document)) for document in documents]
    assert read_json_lines(lines, "c.jsonl") == documents


def test_only_outer_persons_of_germeval_are_read(tmp_path: Path) -> None:
    rows = [
        "#\thttp://example.org\t[2010]",
        "1\tAnna\tB-PER\tO",
        "2\tMuster\tI-PER\tB-LOC",
        "3\ttraf\tO\tO",
        '4\t"\tO\tO',
        "5\tMuster-Preis\tB-PERpart\tO",
        '6\t"\tO\tO',
        "7\tBerlins\tB-LOC\tO",
        "8\t.\tO\tO",
        "",
        "1\tNiemand\tO\tO",
    ]
    path = tmp_path / "news.tsv"
    path.write_text("\n".join(rows), encoding="utf-8")
    first, second = read_corpus(path)
    assert first.text == 'Anna Muster traf "Muster-Preis" Berlins.'
    assert first.labels == (Label(0, 11, "PERSON"),)
    assert first.entities == {"PERSON"} and second.labels == ()


def test_a_broken_line_of_germeval_is_told(tmp_path: Path) -> None:
    path = tmp_path / "news.tsv"
    path.write_text("1\tAnna\tB-PER\tO\n2 Muster\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"news\.tsv, Zeile 2"):
        read_corpus(path)
