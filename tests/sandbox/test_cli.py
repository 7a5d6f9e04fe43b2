"""The program `sandbox` as people and scripts call it: real processes, real guard, real model."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROGRAM = str(Path(sys.executable).with_name("sandbox"))
LETTER = "Sehr geehrte Frau Karaca, Ihre IBAN DE89 3704 0044 0532 0130 00 fehlt noch. § 35 Abs. 1 SGB X gilt."


def sandbox(
    *arguments: str, text: str = "", expect: int = 0, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    completed = subprocess.run(
        [PROGRAM, *arguments],
        input=text,
        capture_output=True,
        text=True,
        timeout=180,
        env={**os.environ, **(environment or {})},
    )
    assert completed.returncode == expect, (completed.returncode, completed.stdout, completed.stderr)
    assert "Traceback" not in completed.stderr, completed.stderr
    return completed


def json_lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


class TestGuardCheck:
    def test_shows_redacted_text_and_reasons(self) -> None:
        shown = sandbox("guard", "check", "-", text=LETTER).stdout
        assert "Karaca" not in shown
        assert "[PERSON_1]" in shown
        assert "[IBAN_CODE_1]" in shown
        assert "§ 35 Abs. 1 SGB X" in shown
        assert "Prüfziffer" in shown

    def test_reads_a_file_and_writes_json(self, tmp_path: Path) -> None:
        file = tmp_path / "brief.txt"
        file.write_text(LETTER, encoding="utf-8")
        answer = json.loads(sandbox("guard", "check", str(file), "--lang", "de", "--json").stdout)
        assert {finding["entity"] for finding in answer["findings"]} == {"PERSON", "IBAN_CODE"}

    def test_many_texts_keep_order_and_point_into_the_original(self) -> None:
        texts = {
            "b": LETTER,
            "a": "Die Sitzung beginnt um 10 Uhr.",
            "c": "😀 Anruf von Herrn Yılmaz, Tel. 030 1234567.",
        }
        lines = "".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items())
        answers = json_lines(sandbox("guard", "check", "--jsonl", text=lines).stdout)
        assert [answer["id"] for answer in answers] == ["b", "a", "c"]
        assert answers[1]["findings"] == []
        keys = {"start", "end", "entity", "score", "recognizer", "placeholder", "text_length"}
        for answer in answers:
            original, rebuilt, place = texts[answer["id"]], "", 0
            for finding in answer["findings"]:
                assert set(finding) == keys
                assert finding["end"] - finding["start"] == finding["text_length"]
                rebuilt += original[place : finding["start"]] + finding["placeholder"]
                place = finding["end"]
            assert rebuilt + original[place:] == answer["redacted"]
        found = {texts["c"][one["start"] : one["end"]] for one in answers[2]["findings"]}
        assert found == {"Yılmaz", "030 1234567"}

    def test_a_bad_line_is_named_and_the_others_are_answered(self) -> None:
        lines = '{"id": 1, "text": "Hallo"}\nkein JSON\n{"id": 3}\n{"id": 4, "text": "Hallo", "lang": "fr"}\n'
        answers = json_lines(sandbox("guard", "check", "--jsonl", text=lines, expect=1).stdout)
        assert answers[0]["redacted"] == "Hallo"
        assert "Zeile 2" in answers[1]["error"]
        assert (answers[2]["id"], "text" in answers[2]["error"]) == (3, True)
        assert (answers[3]["id"], "lang" in answers[3]["error"]) == (4, True)

    def test_a_missing_file_gets_a_sentence(self) -> None:
        error = sandbox("guard", "check", "/nicht/da.txt", expect=2).stderr
        assert "/nicht/da.txt" in error
        assert "lässt sich nicht lesen" in error


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_guard_stream_is_independent_of_the_chunks(size: int) -> None:
    chunks = [LETTER[start : start + size] for start in range(0, len(LETTER), size)]
    lines = "".join(json.dumps(chunk) + "\n" for chunk in chunks)
    streamed = "".join(json_lines(sandbox("guard", "stream", "--lang", "de", text=lines).stdout))
    whole = json.loads(sandbox("guard", "check", "-", "--lang", "de", "--json", text=LETTER).stdout)
    assert streamed == whole["redacted"]


class TestModels:
    def test_list_names_the_default(self) -> None:
        records = json.loads(sandbox("models", "list", "--json").stdout)
        assert [record["name"] for record in records if record["default"]] == ["werkstatt-mini"]
        assert all(record["licence"] for record in records)

    def test_info_reads_the_file(self) -> None:
        record = json.loads(sandbox("models", "info", "werkstatt-mini", "--json").stdout)
        assert record["architecture"] == "llama"
        assert record["chat_template"] is True
        assert 5_000_000 <= record["parameters"] <= 15_000_000

    def test_verify(self) -> None:
        assert "unverändert" in sandbox("models", "verify").stdout

    def test_an_unknown_model_is_answered_with_the_known_ones(self) -> None:
        assert "werkstatt-mini" in sandbox("models", "info", "gpt-9", expect=2).stderr

    def test_generate_is_repeatable_with_a_seed(self, tmp_path: Path) -> None:
        prompt = tmp_path / "prompt.txt"
        prompt.write_text("Schreibe eine Eingangsbestätigung an [PERSON_1].", encoding="utf-8")
        options = ("--prompt-file", str(prompt), "--max-tokens", "40", "--seed", "7", "--temperature", "0.5")
        first, second = (sandbox("models", "generate", *options).stdout for _ in range(2))
        assert first == second
        assert len(first.split()) > 5

    def test_generate_many(self) -> None:
        lines = "".join(json.dumps({"id": n, "prompt": "Fasse zusammen: Der Antrag fehlt."}) + "\n" for n in range(3))
        answers = json_lines(sandbox("models", "generate", "--jsonl", "--max-tokens", "20", text=lines).stdout)
        assert [answer["id"] for answer in answers] == [0, 1, 2]
        assert all(answer["text"].strip() for answer in answers)

    def test_an_empty_prompt_is_refused(self) -> None:
        assert "leer" in sandbox("models", "generate", text="  \n", expect=2).stderr


class TestExercises:
    def test_list(self) -> None:
        records = json.loads(sandbox("exercises", "list", "--json").stdout)
        assert {"id", "module", "title", "kind"} <= set(records[0])
        assert {record["id"] for record in records} >= {
            "eingangsbestaetigung-wohngeld",
            "telefonvermerk",
            "eigener-fall",
        }

    def test_show_and_validate(self) -> None:
        assert "[PERSON_1]" in sandbox("exercises", "show", "telefonvermerk").stdout
        assert "in Ordnung" in sandbox("exercises", "validate").stdout

    def test_a_broken_exercise_is_named_with_file_and_line(self, tmp_path: Path) -> None:
        (tmp_path / "briefe").mkdir()
        (tmp_path / "briefe" / "module.yaml").write_text("id: briefe\npositoin: 1\n", encoding="utf-8")
        error = sandbox("exercises", "validate", str(tmp_path), expect=2).stderr
        assert "module.yaml" in error
        assert "Zeile" in error

    def test_a_module_of_the_house_goes_from_its_author_to_another_house(self, tmp_path: Path) -> None:
        author, data = tmp_path / "autorin", tmp_path / "daten"
        new = ("exercises", "new", "mein-brief", "--module", "haus", "--directory", str(author))
        assert "exercise.yaml" in sandbox(*new).stdout
        assert "gibt es schon" in sandbox(*new, expect=2).stderr
        pack = tmp_path / "haus.zip"
        assert "1 Übung" in sandbox("exercises", "pack", str(author / "haus"), "-o", str(pack)).stdout
        install = ("exercises", "install", str(pack), "--data-dir", str(data))
        assert "installiert" in sandbox(*install).stdout
        assert "--replace" in sandbox(*install, expect=2).stderr
        assert "mein-brief" in sandbox("exercises", "list", environment={"SANDBOX_DATA_DIR": str(data)}).stdout

    def test_run_answers_with_placeholders_and_checks(self, tmp_path: Path) -> None:
        prompt = tmp_path / "prompt.txt"
        prompt.write_text("Schreibe die Eingangsbestätigung. Rückfragen an Herrn Yılmaz.", encoding="utf-8")
        options = ("--prompt-file", str(prompt), "--seed", "3", "--json")
        outcome = json.loads(sandbox("exercises", "run", "eingangsbestaetigung-wohngeld", *options).stdout)
        assert "Yılmaz" not in json.dumps(outcome, ensure_ascii=False)
        assert "[PERSON_3]" in outcome["prompt"]
        assert outcome["answer"].strip()
        assert outcome["checks"]

    def test_an_empty_prompt_is_refused(self) -> None:
        error = sandbox("exercises", "run", "telefonvermerk", "--prompt-file", "-", text="", expect=2).stderr
        assert "leer" in error


def test_audit_verify_without_a_database_says_where_to_look(tmp_path: Path) -> None:
    assert "--data-dir" in sandbox("audit", "verify", "--data-dir", str(tmp_path), expect=2).stderr


def test_a_setting_that_cannot_be_used_is_named() -> None:
    error = sandbox("doctor", environment={"SANDBOX_PORT": "achtzig"}, expect=2).stderr
    assert "SANDBOX_PORT" in error


class TestServe:
    def test_a_port_in_use_is_named(self, tmp_path: Path) -> None:
        import socket

        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = str(taken.getsockname()[1])
            error = sandbox("serve", "--port", port, "--data-dir", str(tmp_path / "data"), expect=1).stderr
        assert port in error
        assert "--port" in error

    def test_a_data_directory_that_is_a_file_is_named(self, tmp_path: Path) -> None:
        file = tmp_path / "data"
        file.write_text("")
        error = sandbox("serve", "--port", "18999", "--data-dir", str(file), expect=1).stderr
        assert "--data-dir" in error

    def test_an_unknown_model_is_named(self, tmp_path: Path) -> None:
        options = ("serve", "--port", "18998", "--data-dir", str(tmp_path / "data"))
        error = sandbox(*options, environment={"SANDBOX_MODEL": "gpt-9"}, expect=1).stderr
        assert "gpt-9" in error
