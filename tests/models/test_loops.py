"""When an answer may not go on: after a passage said twice, not after words that come again."""

import re
from pathlib import Path

import numpy as np
import pytest

from models import ChatMessage, GenerationSettings, ModelSession
from models.worker.loops import LONGEST, METADATA, SHORTEST, LoopRule
from tests.models.random_model import entry_of, write_random_model


def after(tokens: list[int]) -> set[int]:
    rule = LoopRule()
    for token in tokens:
        rule.add(token)
    scores = np.zeros(1000, dtype=np.float32)
    rule.apply(scores)
    return set(np.flatnonzero(~np.isfinite(scores)).tolist())


@pytest.mark.parametrize("length", [1, 2, 5, SHORTEST - 1, SHORTEST, 30, LONGEST])
def test_a_repeated_passage_cannot_begin_a_third_time(length: int) -> None:
    passage = list(range(100, 100 + length))
    copies = max(2, -(-SHORTEST // length) + 1)
    assert after([1, 2, 3, *passage * copies]) == {passage[0]}
    assert after([1, 2, 3, *(passage * copies)[: length + max(SHORTEST, length) - 1]]) == set()


def test_words_that_come_again_further_apart_are_free() -> None:
    words = list(range(20, 40))
    assert after([*words, 1, 2, 3, *words[:-1]]) == set()
    assert after([1, 2, 1, 2, 1, 2, 1]) == set()


def test_longer_passages_than_are_looked_for_are_free() -> None:
    passage = list(range(LONGEST + 1))
    assert after(passage * 2) == set()


@pytest.mark.parametrize("bound", [True, False])
def test_a_file_that_says_so_is_bound_by_the_rule(tmp_path: Path, bound: bool) -> None:
    path = write_random_model(tmp_path / "random.gguf", yes=(METADATA.decode(),) if bound else (), echo=True)
    settings = GenerationSettings(max_tokens=100, temperature=0)
    with ModelSession(entry_of(path), threads=1) as session:
        answer = session.complete([ChatMessage("user", "Guten Tag")], settings).text
    longest = max(len(run[0]) for run in re.finditer(r"(.)\1*", answer, re.DOTALL))
    assert longest == (SHORTEST + 1 if bound else 100)
