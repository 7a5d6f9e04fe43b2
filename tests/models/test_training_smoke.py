"""A tiny training run, exported and read back by llama.cpp."""

from __future__ import annotations

import gguf
import pytest

pytest.importorskip("torch", reason="the training recipe needs the extra `train`")

from models.training.placeholders import all_placeholders
from models.training.runtime import Runtime
from models.training.smoke import SmokeResult, smoke


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> SmokeResult:
    return smoke(tmp_path_factory.mktemp("smoke"))


def test_export_computes_the_same(result: SmokeResult) -> None:
    assert result.difference_f32 < 1e-3
    assert result.same_choice_f32 == 1.0
    assert result.difference_f16 < 0.15
    assert result.same_choice_f16 > 0.97


def test_export_reads_the_same_tokens(result: SmokeResult) -> None:
    assert result.same_tokens


@pytest.mark.parametrize(
    "text",
    [
        "[PERSON_1] und [STREET_ADDRESS_9]: 04.03.2026, 1.234,56 €",
        "Zeile\n\n1. Punkt\n\n\n- [DE_CASE_NUMBER_2]\n\n[PERSON_3]",
        "Übergrößen „Maßnahme“ – § 35 VwVfG 😀\tEnde  doppelt ½",
        "  12  34\n 5 ICH'S 100%ig [PERSON_10]",
    ],
)
def test_text_survives_and_placeholders_are_single_tokens(result: SmokeResult, text: str) -> None:
    runtime = Runtime(result.path, context=256)
    numbers = runtime.tokenize(text)
    assert runtime.engine.detokenize(numbers).decode() == text
    for placeholder in all_placeholders():
        if placeholder in text:
            assert runtime.tokenize(placeholder)[0] in numbers
            assert len(runtime.tokenize(placeholder)) == 1


def test_metadata_carries_template_licence_and_end_token(result: SmokeResult) -> None:
    fields = gguf.GGUFReader(result.path).fields
    assert fields["general.architecture"].contents() == "llama"
    assert fields["general.license"].contents() == "EUPL-1.2"
    assert "add_generation_prompt" in fields["tokenizer.chat_template"].contents()
    tokens = fields["tokenizer.ggml.tokens"].contents()
    assert tokens[fields["tokenizer.ggml.eos_token_id"].contents()] == "<|end|>"
