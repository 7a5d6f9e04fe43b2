"""The regression of the guard's figures on the shipped corpus, and what the corpus must be."""

from collections import Counter

import pytest

from guardrails import Guard, Policy, load_policy
from guardrails.evaluation import crossed_names, evaluate, report_of, shipped_corpus
from guardrails.evaluation.crossed_names import PATTERNS, names
from guardrails.evaluation.documents import KIND_LABELS
from guardrails.evaluation.regression import compare, regression_report, shipped_report, watched


def test_no_figure_is_worse_than_the_baseline(guard: Guard) -> None:
    report = regression_report(guard)
    worse = compare(watched(shipped_report()), watched(report))
    assert not worse, (
        "The guard protects worse than before:\n  "
        + "\n  ".join(map(str, worse))
        + "\n`sandbox guard eval --misses` shows the places. If the corpus grew or this is meant: "
        "`python -m guardrails.evaluation baseline`."
    )


def test_a_guard_that_lets_persons_through_fails(guard: Guard) -> None:
    documents = [document for document in shipped_corpus() if document.kind == "letter" and document.labels][:20]
    rules = load_policy().model_dump()
    rules["entities"]["PERSON"] = {**(rules["entities"].get("PERSON") or {}), "action": "allow"}
    open_guard = guard.with_policy(Policy.model_validate(rules))
    before, now = (watched(report_of(evaluate(one, documents))) for one in (guard, open_guard))
    worse = {one.figure for one in compare(before, now)}
    assert {"entities/PERSON/recall", "kinds/letter/recall", "leaks/share"} <= worse


def test_the_corpus_is_large_and_mixed_enough() -> None:
    documents = shipped_corpus()
    assert len(documents) >= 300
    assert sum(not document.labels for document in documents) >= len(documents) / 4
    kinds = Counter(document.kind for document in documents)
    assert set(kinds) == set(KIND_LABELS) - {"news", "law", "other"}
    languages = Counter(document.language for document in documents)
    assert languages["en"] >= 15 and languages["de"] > languages["en"]


@pytest.mark.parametrize("part", ["dev", "test"])
def test_each_part_of_the_corpus_holds_enough(part: str) -> None:
    documents = [document for document in shipped_corpus() if document.part == part]
    assert len(documents) >= 0.2 * len(shipped_corpus())
    assert {"letter", "email", "note", "prompt"} <= {document.kind for document in documents}


def test_names_are_crossed_evenly() -> None:
    people = list(names())
    assert len(PATTERNS) >= 12
    by_origin = Counter(person.origin for person in people)
    assert len(by_origin) >= 10 and min(by_origin.values()) >= 30 and len(set(by_origin.values())) == 1
    by_sex = Counter((person.origin, person.sex) for person in people)
    assert min(by_sex.values()) >= 10
    assert len({person.full for person in people}) == len(people)
    documents = crossed_names()
    assert len(documents) == len(people) * len(PATTERNS)
    assert documents == crossed_names()
    quarter = Counter(document.labels[0].origin for document in crossed_names(4))
    assert max(quarter.values()) - min(quarter.values()) <= 2


def test_each_crossed_text_labels_the_whole_name() -> None:
    for document in crossed_names():
        [label] = document.labels
        value = document.text[label.start : label.end]
        assert value == value.strip() and value
        assert "{" not in document.text
