"""Every kind of value in every disguise: what the guard must still find, generated from plain values."""

from collections import Counter

import pytest

from guardrails import Guard
from guardrails.evaluation.disguises import (
    DISGUISES,
    DisguiseResult,
    disguise_table,
    disguised_documents,
    measure_disguises,
)

#: Least share of protected values over all disguises, and in each of them.
LEAST, LEAST_EACH = 0.97, 0.8


@pytest.fixture(scope="module")
def results(guard: Guard) -> list[DisguiseResult]:
    return measure_disguises(guard)


def test_undisguised_values_are_all_protected(results: list[DisguiseResult]) -> None:
    plain = results[0]
    assert plain.title == "unverändert"
    assert plain.protected == plain.values, disguise_table([plain])


def test_disguises_hide_little(results: list[DisguiseResult]) -> None:
    protected, values = sum(one.protected for one in results), sum(one.values for one in results)
    assert protected >= LEAST * values, disguise_table(results)
    weak = [one for one in results if one.protected < LEAST_EACH * one.values]
    assert not weak, disguise_table(weak)


def test_every_value_is_tried_undisguised_and_at_least_in_ten_disguises() -> None:
    tries = Counter(document.id.split("-", 2)[2] for _, document in disguised_documents())
    assert len(tries) > 25
    assert min(tries.values()) > 10
    plain = [document for disguise, document in disguised_documents() if disguise is DISGUISES[0]]
    assert len(plain) == len(tries)
