"""Which tokens may follow, for vocabularies that cut placeholders in different ways."""

import re

import numpy as np
import pytest

from models.worker.placeholders import PlaceholderRule, is_begun, placeholders_in

KNOWN = frozenset({"[PERSON_1]", "[PERSON_12]", "[DE_CASE_NUMBER_2]"})
BYTES = [bytes([byte]) for byte in range(256)]
WORDS = [
    b"",
    b"[PERSON_1]",
    b"[PERSON_3]",
    b" [",
    b"[PER",
    b"PERSON",
    b"SON_",
    b"_1",
    b"1]",
    b"2].",
    b"] [",
    b"][X",
    b"DE_",
]
WORDS += [
    b"[DE",
    b"CASE",
    b"_NUMBER",
    b" [PERSON_1] und [PERSON_3]",
    b" [PERSON_1] und [PERSON_12",
    b"Datum",
    b"[DATUM",
]
VOCABULARY = BYTES + WORDS
PLACEHOLDER = re.compile(r"\[[A-Z][A-Z_]*_\d+\]")


@pytest.fixture(scope="module")
def rule() -> PlaceholderRule:
    return PlaceholderRule(VOCABULARY)


def may_follow(rule: PlaceholderRule, opened: str, known: frozenset[str] = KNOWN) -> set[bytes]:
    scores = np.zeros(len(VOCABULARY), dtype=np.float32)
    rule.apply(scores, known, opened)
    return {VOCABULARY[token] for token in np.flatnonzero(np.isfinite(scores))}


def test_placeholders_of_a_conversation() -> None:
    texts = ["[PERSON_1] und [X]", "[DE_CASE_NUMBER_2], [person_1], [PERSON_], [PERSON_12]"]
    assert placeholders_in(texts) == KNOWN


@pytest.mark.parametrize(
    ("opened", "may", "may_not"),
    [
        ("", [b"a", b"[", b" [", b"[PERSON_1]", b"[PER", b"[DE", b"", b"]"], [b"[PERSON_3]", b"[DATUM", b"][X2"]),
        ("", [b"][X", b" [PERSON_1] und [PERSON_12"], [b" [PERSON_1] und [PERSON_3]"]),
        ("[", [b"x", b"]", b"Datum", b"PERSON", b"DE_", b"P", b"[", b"1", b""], [b"CASE", b"SON_", b"[PERSON_3]"]),
        ("[D", [b"E", b"a", b"]", b""], [b"X", b"_", b"PERSON"]),
        ("[DE_", [b"C", b"CASE"], [b"", b"]", b"a", b"DE_", b"["]),
        ("[PERSON_", [b"1", b"1]"], [b"2", b"]", b"2].", b""]),
        ("[PERSON_1", [b"]", b"2", b"2].", b"] ["], [b"1", b"][X1", b"", b" "]),
    ],
)
def test_what_may_follow(rule: PlaceholderRule, opened: str, may: list[bytes], may_not: list[bytes]) -> None:
    following = may_follow(rule, opened)
    assert set(may) <= following
    assert not set(may_not) & following


def test_without_placeholders_brackets_stay_usable(rule: PlaceholderRule) -> None:
    following = may_follow(rule, "", frozenset())
    assert {b"[", b" [", b"]"} <= following
    assert not {b"[PERSON_1]", b"[PER", b"[DE"} & following


@pytest.mark.parametrize("seed", range(30))
def test_random_text_never_holds_a_foreign_or_half_placeholder(rule: PlaceholderRule, seed: int) -> None:
    draw = np.random.default_rng(seed)
    favoured = [token for token, piece in enumerate(VOCABULARY) if re.search(rb"[\[\]A-Z_12]", piece)]
    text, opened = b"", ""
    for step in range(400):
        scores = draw.random(len(VOCABULARY)).astype(np.float32)
        scores[favoured] += 0.5
        rule.apply(scores, KNOWN, opened)
        assert np.isfinite(scores).any()
        token = int(scores.argmax())
        opened = rule.after(opened, token, KNOWN)
        text += VOCABULARY[token]
        if step >= 300 and not is_begun(opened):
            break
    written = text.decode("latin-1")
    assert set(PLACEHOLDER.findall(written)) <= KNOWN
    assert not re.search(r"\[[A-Z][A-Z_](?![^\]]*\])", written)
    for begun in re.findall(r"\[[A-Z][A-Z_][^\]]*\]?", written):
        assert begun in KNOWN
