"""`sandbox guard eval` as a program."""

from __future__ import annotations

import json
from pathlib import Path

from tests.sandbox.test_cli import sandbox

RECORD = {
    "id": "a",
    "text": "Frau Selin Karaca ist unter 030 9018234 zu erreichen. Ihr Kennwort kennt niemand.",
    "entities": [
        {"start": 5, "end": 17, "entity": "PERSON", "origin": "tr"},
        {"start": 28, "end": 39, "entity": "PHONE_NUMBER"},
    ],
}
KEYS = {
    "documents",
    "entities",
    "overall",
    "leaks",
    "over_redaction",
    "kinds",
    "origins",
    "groups",
    "warnings",
    "versions",
}


def test_a_corpus_gives_a_report_and_a_page(tmp_path: Path) -> None:
    corpus, page = tmp_path / "c.jsonl", tmp_path / "bericht.html"
    corpus.write_text(json.dumps(RECORD) + "\n")
    report = json.loads(sandbox("guard", "eval", str(corpus), "--json", "--html", str(page)).stdout)
    assert set(report) >= KEYS
    person = report["entities"]["PERSON"]
    assert {"precision", "recall", "f2", "labels", "protected", "findings"} <= set(person)
    assert set(person["recall"]) == {"value", "low", "high"} and person["recall"]["value"] == 1.0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_corpus_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    corpus = tmp_path / "c.jsonl"
    corpus.write_text(json.dumps({**RECORD, "entities": [[5, 99, "PERSON"]]}) + "\n")
    completed = sandbox("guard", "eval", str(corpus), expect=2)
    assert "c.jsonl, Zeile 1, Feld „entities“, Eintrag 1" in completed.stderr
    assert "Karaca" not in completed.stderr and "Traceback" not in completed.stderr
