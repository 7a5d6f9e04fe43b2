"""Which digits may follow, for vocabularies that cut numbers in different ways."""

import re
from pathlib import Path

import numpy as np
import pytest

from models import ChatMessage, GenerationSettings, ModelSession
from models.worker.numbers import METADATA, NumberRule, numbers_in
from tests.models.random_model import entry_of, write_random_model

KNOWN = numbers_in(["Frist: 25. März 2026, 1.234,56 Euro für [PERSON_7]"])
VOCABULARY = [
    b"",
    *(bytes([byte]) for byte in range(256)),
    b"20",
    b"202",
    b"26",
    b"2026",
    b"25. M",
    b" 12",
    b"[PERSON_7]",
]
VOCABULARY += [b"6,5", b"34,", b"x26y", b" Euro"]


@pytest.fixture(scope="module")
def rule() -> NumberRule:
    return NumberRule(VOCABULARY)


def may_follow(rule: NumberRule, begun: str, known: frozenset[str] = KNOWN) -> set[bytes]:
    scores = np.zeros(len(VOCABULARY), dtype=np.float32)
    rule.apply(scores, known, begun)
    return {VOCABULARY[token] for token in np.flatnonzero(np.isfinite(scores))}


def test_numbers_of_a_conversation_without_those_of_placeholders() -> None:
    assert {"25", "2026", "1", "234", "56"} == KNOWN


@pytest.mark.parametrize(
    ("begun", "may", "may_not"),
    [
        (
            "",
            [b"a", b"1", b"2", b"5", b"20", b"2026", b"25. M", b"[PERSON_7]", b""],
            [b"9", b"3", b"26", b" 12", b"x26y"],
        ),
        ("2", [b"5", b"0", b"5"], [b"1", b" Euro", b"", b"2026"]),
        ("20", [b"2", b"26"], [b"20", b".", b" Euro", b""]),
        ("2026", [b" Euro", b".", b"", b"a"], [b"1", b"6"]),
        ("1", [b".", b" Euro", b""], [b"2", b"0"]),
        ("2", [b"34,"], [b"6,5"]),
    ],
)
def test_what_may_follow(rule: NumberRule, begun: str, may: list[bytes], may_not: list[bytes]) -> None:
    following = may_follow(rule, begun)
    assert set(may) <= following
    assert not set(may_not) & following


def test_without_numbers_there_are_none(rule: NumberRule) -> None:
    assert not {b"1", b"2026", b" 12"} & may_follow(rule, "", frozenset())
    assert {b"a", b"[PERSON_7]", b" Euro"} <= may_follow(rule, "", frozenset())


@pytest.mark.parametrize("seed", range(20))
def test_random_text_never_holds_a_foreign_or_half_number(rule: NumberRule, seed: int) -> None:
    draw = np.random.default_rng(seed)
    digits = [token for token, piece in enumerate(VOCABULARY) if re.search(rb"\d", piece)]
    text, begun = b"", ""
    for _ in range(300):
        scores = draw.random(len(VOCABULARY)).astype(np.float32)
        scores[digits] += 0.6
        rule.apply(scores, KNOWN, begun)
        assert np.isfinite(scores).any()
        token = int(scores.argmax())
        begun = rule.after(begun, token)
        text += VOCABULARY[token]
    rows = re.findall(r"\d+", text.decode("latin-1").replace("[PERSON_7]", " "))
    assert rows
    assert set(rows[:-1]) <= KNOWN


@pytest.mark.parametrize("bound", [True, False])
def test_a_file_that_says_so_is_bound_by_the_rule(tmp_path: Path, bound: bool) -> None:
    path = write_random_model(tmp_path / "random.gguf", yes=(METADATA.decode(),) if bound else ())
    rows: set[str] = set()
    with ModelSession(entry_of(path), threads=1) as session:
        for seed in range(6):
            settings = GenerationSettings(max_tokens=150, temperature=2, top_p=1, min_p=0, seed=seed)
            answer = session.complete([ChatMessage("user", "Am 25. um 7 Uhr")], settings)
            rows |= set(re.findall(r"[0-9]+", answer.text)[:-1])
    assert bool(rows - {"25", "7"}) is not bound
