"""Figures against values computed by hand."""

from dataclasses import replace

import pytest

from guardrails import Finding, GuardVersions
from guardrails.evaluation import Document, Evaluation, Label, report_of, report_page
from guardrails.evaluation.metrics import news_persons
from guardrails.evaluation.regression import compare, watched
from guardrails.evaluation.runner import DocumentResult, judge
from guardrails.evaluation.statistics import f2, f_score, share

VERSIONS = GuardVersions("regel-1", "erkenner-1", "tagger-1")
#: 0         1         2         3         4
#: 0123456789012345678901234567890123456789012
TEXT = "Frau Selin Karaca, Tel. 030 12345, in Köln."
LABELS = (Label(5, 17, "PERSON", "tr"), Label(24, 33, "PHONE_NUMBER"), Label(38, 42, "LOCATION"))
DOCUMENT = Document("a", TEXT, LABELS, "letter", "de", ("evasion",), frozenset(("health", "union")))
CLEAN = Document("b", "Der Mai ist ein Monat wie jeder andere auch.", (), "note", "de", (), frozenset())


def finding(start: int, end: int, entity: str, action: str = "redact") -> Finding:
    return Finding(start, end, entity, 0.9, "Probe", f"[{entity}_1]", end - start, "", start, end, action)


def test_a_label_is_protected_when_each_letter_and_digit_is_covered() -> None:
    two = [finding(5, 10, "PERSON"), finding(11, 17, "PERSON"), finding(24, 31, "PHONE_NUMBER")]
    result = judge(DOCUMENT, two)
    assert [(one.protected, one.named) for one in result.labels] == [(True, True), (False, False), (False, False)]


def test_another_kind_protects_but_does_not_name() -> None:
    result = judge(DOCUMENT, [finding(38, 42, "PERSON")])
    assert (result.labels[2].protected, result.labels[2].named) == (True, False)


def test_a_finding_that_only_warns_protects_nothing() -> None:
    result = judge(DOCUMENT, [finding(38, 42, "LOCATION", "warn")])
    assert not result.labels[2].protected and result.findings == ()


def test_words_outside_labels_are_counted() -> None:
    result = judge(DOCUMENT, [finding(0, 10, "PERSON")])
    assert (result.words, result.redacted_words) == (3, 1)
    assert [one.right for one in result.findings] == [True]
    assert [one.right for one in judge(CLEAN, [finding(4, 7, "PERSON")]).findings] == [False]


def test_a_finding_that_shares_only_a_blank_is_wrong() -> None:
    document = Document("a", "Herr Muster", (Label(4, 11, "PERSON"),))
    assert [one.right for one in judge(document, [finding(0, 5, "PERSON")]).findings] == [False]


@pytest.mark.parametrize(
    ("hits", "cases", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_the_interval_is_wilsons(hits: int, cases: int, low: float, high: float) -> None:
    figure = share(hits, cases)
    assert figure.value == hits / cases
    assert (figure.low, figure.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_nothing_to_measure_has_no_value() -> None:
    assert share(0, 0).record() == {"value": None, "low": None, "high": None}
    assert f2([]).value is None


def test_f_scores() -> None:
    assert f_score(0.5, 1.0, 2) == pytest.approx(5 * 0.5 / (4 * 0.5 + 1.0))
    assert f_score(0.5, 1.0, 1) == pytest.approx(2 / 3)
    assert f_score(None, 0.0, 2) == 0.0 and f_score(1.0, None, 2) is None


def test_f2_has_an_interval_over_documents_that_does_not_change() -> None:
    counts = [(9, 10, 9, 9), (1, 5, 1, 4), (4, 4, 4, 5), (0, 0, 0, 2)]
    figure = f2(counts)
    assert figure.value == pytest.approx(f_score(14 / 20, 14 / 19, 2))
    assert figure == f2(counts)
    assert figure.low is not None and figure.high is not None and figure.low < figure.value < figure.high


@pytest.fixture
def evaluation() -> Evaluation:
    """Two labelled documents, of which one leaks, and a clean one with a false finding."""
    first = judge(
        DOCUMENT, [finding(5, 17, "PERSON"), finding(24, 33, "PHONE_NUMBER")], frozenset(("health", "religion"))
    )
    second = judge(replace(DOCUMENT, id="c", kind="note"), [finding(11, 17, "PERSON"), finding(24, 33, "LOCATION")])
    clean = judge(CLEAN, [finding(4, 7, "PERSON")], frozenset(("health",)))
    return Evaluation((first, second, clean), VERSIONS, "abc")


def test_the_report_counts_as_by_hand(evaluation: Evaluation) -> None:
    report = report_of(evaluation)
    assert (report["documents"], report["documents_without_labels"]) == (3, 1)
    overall = report["overall"]
    assert (overall["labels"], overall["protected"], overall["named"]) == (6, 3, 2)
    assert (overall["findings"], overall["right"]) == (5, 4)
    person = report["entities"]["PERSON"]
    assert (person["recall"]["value"], person["precision"]["value"]) == (0.5, round(2 / 3, 5))
    assert person["f2"]["value"] == round(5 * 0.5 * (2 / 3) / (4 * (2 / 3) + 0.5), 5)
    assert report["entities"]["LOCATION"]["recall"]["value"] == 0.0
    assert report["entities"]["LOCATION"]["precision"]["value"] == 1.0
    assert report["groups"]["contact"]["recall"]["value"] == 1.0
    assert report["leaks"] | {"share": None} == {"documents": 2, "leaking": 1, "share": None}
    assert report["leaks"]["share"]["value"] == 0.5
    over = report["over_redaction"]
    assert (over["clean_documents"]["words"], over["clean_documents"]["redacted"]) == (9, 1)
    assert (over["outside_labels"]["words"], over["outside_labels"]["redacted"]) == (15, 1)
    assert report["origins"]["tr"]["recall"]["value"] == 0.5
    assert report["kinds"]["letter"]["leaks"]["leaking"] == 0 and report["kinds"]["note"]["leaks"]["leaking"] == 1
    assert report["tags"]["evasion"]["labels"] == 6
    assert report["versions"] == {
        "policy": "regel-1",
        "recognizers": "erkenner-1",
        "tagger": "tagger-1",
        "corpus": "abc",
        "definitions": "1",
    }


def test_a_place_alone_is_no_leak() -> None:
    document = Document("a", "wohnt in Köln", (Label(9, 13, "LOCATION"),))
    report = report_of(Evaluation((judge(document, []),), VERSIONS, "abc"))
    assert (report["leaks"]["documents"], report["leaks"]["leaking"]) == (0, 0)


def test_warnings_are_judged_by_document_and_category(evaluation: Evaluation) -> None:
    warnings = report_of(evaluation)["warnings"]
    counts = {name: (one["expected"], one["given"], one["others"], one["false"]) for name, one in warnings.items()}
    assert counts == {"health": (2, 1, 1, 1), "union": (2, 0, 1, 0), "religion": (0, 0, 3, 1)}


def test_news_are_judged_by_whole_names() -> None:
    document = Document("n", TEXT, (Label(5, 17, "PERSON"),), "news", "de", entities=frozenset(("PERSON",)))
    exact = judge(document, [finding(5, 18, "PERSON"), finding(24, 33, "PHONE_NUMBER")])
    partly = judge(document, [finding(11, 17, "PERSON"), finding(38, 42, "PERSON")])
    news = news_persons((exact, partly))
    assert (news["labels"], news["findings"]) == (2, 3)
    assert (news["exact"]["precision"]["value"], news["exact"]["recall"]["value"]) == (round(1 / 3, 5), 0.5)
    assert (news["overlap"]["precision"]["value"], news["overlap"]["recall"]["value"]) == (round(2 / 3, 5), 1.0)
    assert news["overlap"]["f1"] == 0.8


def test_worse_figures_are_found_in_both_directions() -> None:
    before = {"overall/recall": 0.9, "leaks/share": 0.1, "entities/URL/recall": 1.0, "overall/precision": 0.8}
    now = {"overall/recall": 0.896, "leaks/share": 0.106, "overall/precision": 0.9}
    assert [str(one) for one in compare(before, now)] == [
        "leaks/share: 0.1060, was 0.1000",
        "entities/URL/recall: not measured, was 1.0000",
    ]


def test_what_is_watched(evaluation: Evaluation) -> None:
    figures = watched(report_of(evaluation))
    assert figures["entities/PERSON/recall"] == 0.5
    assert figures["leaks/share"] == 0.5
    assert figures["warnings/health/false_alarms"] == 1.0
    assert figures["over_redaction/clean_documents/rate"] == round(1 / 9, 5)
    assert not any(figure.endswith("f2") for figure in figures)


def crossed() -> tuple[DocumentResult, ...]:
    texts = [("tr", "Karaca", True), ("de", "Kloß", True), ("ar", "Sarraj", False)]
    results = []
    for number, (origin, name, found) in enumerate(texts):
        document = Document(
            f"x-{number}", f"Herr {name}", (Label(5, 5 + len(name), "PERSON", origin),), tags=("Anrede",)
        )
        results.append(judge(document, [finding(5, 5 + len(name), "PERSON")] if found else []))
    return tuple(results)


def test_equal_protection_tells_the_gap(evaluation: Evaluation) -> None:
    report = report_of(evaluation, Evaluation(crossed(), VERSIONS, "names"))["equal_protection"]
    assert (report["worst"], report["gap"], report["names"]) == ("ar", 1.0, 3)
    assert report["patterns"]["Anrede"]["recall"]["value"] == round(2 / 3, 5)


def test_the_page_holds_all_figures_and_nothing_from_elsewhere(evaluation: Evaluation) -> None:
    page = report_page(report_of(evaluation, Evaluation(crossed(), VERSIONS, "names"), date="24. November 2026"))
    assert page.startswith("<!doctype html>")
    assert "24. November 2026" in page and "erkenner-1" in page and "3 von 6" in page
    for foreign in ("http://", "https://", "<script", "src=", "@import", "url("):
        assert foreign not in page
    assert page.count("<figure>") == page.count("<figcaption>") > 3
    assert page.count("<table>") > 4


def test_a_page_of_a_corpus_without_labels_is_whole() -> None:
    page = report_page(report_of(Evaluation((judge(CLEAN, []),), VERSIONS, "abc")))
    assert "0 von 9" in page and "</html>" in page
