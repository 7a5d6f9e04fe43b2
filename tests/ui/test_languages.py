"""Every text of the pages exists in every language, and what is shown follows the choice."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

import sandbox
import ui
from ui.client.errors import in_words as problem_in_words
from ui.dates import in_words
from ui.numbers import number
from ui.texts import GERMAN, texts
from ui.texts.catalogue import catalogue_path, faults, sources, update
from ui.texts.language import LANGUAGES, SOURCE_LANGUAGE, language, speaking

OTHERS = sorted(LANGUAGES.keys() - {SOURCE_LANGUAGE})


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_is_translated(code: str) -> None:
    assert list(faults(GERMAN, code)) == []


@pytest.mark.parametrize("code", OTHERS)
def test_the_catalogue_is_as_the_code_writes_it(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = catalogue_path(code).read_bytes()
    monkeypatch.setattr("ui.texts.catalogue.LOCALE_DIR", tmp_path)
    catalogue_path(code).parent.mkdir(parents=True)
    catalogue_path(code).write_bytes(before)
    update(GERMAN, code)
    assert catalogue_path(code).read_bytes() == before, "python -m ui.texts"


def test_a_lack_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.texts.catalogue.LOCALE_DIR", tmp_path)
    update({"a": "Ein {kind} Text", "b": "Noch einer", "c": "Ein dritter"}, "en")
    path = catalogue_path("en")
    written = path.read_text(encoding="utf-8")
    path.write_text(written.replace('msgid "Ein {kind} Text"\nmsgstr ""', 'msgid "Ein {kind} Text"\nmsgstr "A text"'))
    assert list(faults({"a": "Ein {kind} Text", "b": "Noch einer"}, "en")) == [
        "a: other fields in braces than the German text",
        "b: not translated",
        "c: not in the code",
    ]


def test_a_changed_german_text_must_be_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.texts.catalogue.LOCALE_DIR", tmp_path)
    update({"a": "Alt"}, "en")
    path = catalogue_path("en")
    path.write_text(path.read_text(encoding="utf-8").replace('msgid "Alt"\nmsgstr ""', 'msgid "Alt"\nmsgstr "Old"'))
    assert list(faults({"a": "Alt"}, "en")) == []
    update({"a": "Neu"}, "en")
    assert list(faults({"a": "Neu"}, "en")) == ["a: fuzzy"]
    update({"a": "Neu"}, "en")
    assert list(faults({"a": "Neu"}, "en")) == ["a: fuzzy"]


def test_a_page_speaks_the_chosen_language() -> None:
    assert texts() is GERMAN
    with speaking("en"):
        assert language() == "en"
        assert texts().common.sign_out == "Sign out"
        assert in_words(date(2026, 3, 4)) == "4 March 2026"
        assert number(1400.5, 1) == "1,400.5"
    assert in_words(date(2026, 3, 4)) == "4. März 2026"
    assert number(1400.5, 1) == "1.400,5"


def test_views_hold_no_words_of_their_own() -> None:
    """Sentences with umlauts in views would stay German for ever."""
    found = []
    for file in sorted((Path(ui.__file__).parent / "views").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and set(node.value) & set("äöüßÄÖÜ„“"):
                found.append(f"{file.name}:{node.lineno}")
    documented = {
        f"{file.name}:{line}"
        for file in (Path(ui.__file__).parent / "views").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node)
        for line in [node.body[0].lineno]
    }
    assert set(found) <= documented


def test_every_problem_of_the_service_can_be_told() -> None:
    told = {name.removeprefix("problems.by_code.") for name in sources(GERMAN) if name.startswith("problems.")}
    assert sorted(problem_codes() - told) == []


def test_a_problem_is_told_in_the_language_of_the_page() -> None:
    problem = {"code": "prompt-zu-lang", "detail": "Der Prompt hat 1.200 Zeichen.", "limit": 1000}
    assert problem_in_words(problem) == "Der Prompt hat 1.200 Zeichen."
    with speaking("en"):
        assert "1000" in problem_in_words(problem)
        assert problem_in_words({"code": "unbekannt", "detail": "Geheimnis"}) == ""


def problem_codes() -> set[str]:
    """Codes that the service's source gives to its problems, as far as they are written out there."""
    codes = set()
    for file in Path(sandbox.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem" and len(node.args) > 1:
                code = node.args[1]
                if isinstance(code, ast.Constant):
                    codes.add(str(code.value))
    return codes
