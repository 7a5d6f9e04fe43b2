"""No input makes a pattern run away: twice the text takes about twice the time."""

import time

import pytest

from guardrails import Guard, RawText
from guardrails.deadline import scan
from guardrails.entities import ENTITY_LABELS
from guardrails.normalisation import normalise
from guardrails.recognizers import build_recognizers
from guardrails.resolution import resolve

BITS = [
    "a", "A", "1", " ", "-", ".", "/", "(", "@", ":", "Aa ", "A-", "1 ", "1.", "1/", "a.", "a-", "\n", "K a ",
    "DE1", "0 1", "+4", "[", "Frau ", "Frau A", "von ", "Dr. ", "www.", "a@a.", "at ", "Str. 1 ", "Am A", "Az. ",
    "Az.: 1 ", "Passwort: ", "1A", "::", "1:", "Müller, ", "wohnt in ", "§ 1 ", "12345 A ", "a-\na", "geb. ",
    "1. Mai ", "II ", "B-", "Straße ", "'a", "=", "'", "\u0301", "ß", "Postfach 1 ",
]  # fmt: skip
SIZE = 6_000


@pytest.mark.parametrize("bit", BITS, ids=repr)
def test_recognizers_on_one_repeated_bit(bit: str) -> None:
    text = normalise((bit * SIZE)[:SIZE]).text
    for recognizer in RECOGNIZERS:
        started = time.process_time()
        recognizer.analyze(text, [], None)
        assert time.process_time() - started < 1.5, type(recognizer).__name__


RECOGNIZERS = [*build_recognizers(("de",)), *build_recognizers(("en",))[-4:]]


def test_a_hundred_thousand_characters_take_linear_time(guard: Guard) -> None:
    letter = (
        "Sehr geehrte Frau Karaca, Ihr Antrag vom 4. März 2026 (Az.: III B 4 – 512.07/2024) ist da. Sie wohnen in der "
        "Musterstraße 12, 10115 Berlin, Tel. 030 1234567. Bitte reichen Sie bis zum 25. März 2026 die Unterlagen ein.\n"
    )

    def seconds(size: int) -> float:
        text = (letter * (size // len(letter) + 1))[:size]
        started = time.process_time()
        assert guard.redact(RawText(text), language="de", timeout=None).findings
        return time.process_time() - started

    seconds(1_000)
    assert seconds(100_000) < 15 * max(seconds(10_000), 0.05)


def test_conflict_resolution_of_many_candidates_is_linear(guard: Guard) -> None:
    text = "Karaca, Selin " * 2_000
    candidates = guard._analyzer.candidates(text, "de")
    started = time.process_time()
    resolve(text, candidates, dict.fromkeys(ENTITY_LABELS, 0.5))
    assert time.process_time() - started < 3


def test_scan_is_a_plain_finditer_without_a_limit() -> None:
    import regex

    assert [match[0] for match in scan(regex.compile("a."), "abac")] == ["ab", "ac"]
