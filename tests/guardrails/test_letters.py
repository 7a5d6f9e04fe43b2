"""Whole letters, notes and e-mails: everything marked is found, nothing else."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from guardrails import Guard, RawText


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("marked_texts", Path(__file__).with_name("marked_texts.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TEXTS = _load()


@pytest.mark.parametrize("name", TEXTS.LETTERS)
def test_letter(guard: Guard, name: str) -> None:
    text, marked = TEXTS.unmarked(TEXTS.LETTERS[name])
    result = guard.redact(RawText(text))
    assert [(f.start, f.end, f.entity) for f in result.findings] == marked


@pytest.mark.parametrize("name", TEXTS.CLEAN)
def test_text_without_personal_data_stays_as_it_is(guard: Guard, name: str) -> None:
    result = guard.redact(RawText(TEXTS.CLEAN[name]))
    assert result.text.text == TEXTS.CLEAN[name]
    assert result.findings == ()


@pytest.mark.parametrize("name", TEXTS.LETTERS)
def test_offsets_lead_from_original_to_redacted_text_and_back(guard: Guard, name: str) -> None:
    text, _ = TEXTS.unmarked(TEXTS.LETTERS[name])
    result = guard.redact(RawText(text))
    rebuilt, position = "", 0
    for finding in result.findings:
        assert result.text.text[finding.redacted_start : finding.redacted_end] == finding.placeholder
        assert finding.text_length == finding.end - finding.start
        rebuilt += text[position : finding.start] + finding.placeholder
        position = finding.end
    assert rebuilt + text[position:] == result.text.text


def test_a_redacted_letter_is_not_changed_again(guard: Guard) -> None:
    text, _ = TEXTS.unmarked(TEXTS.LETTERS["wohngeld"])
    once = guard.redact(RawText(text)).text.text
    assert guard.redact(RawText(once)).text.text == once
