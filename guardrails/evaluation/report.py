"""The report of an evaluation: a JSON document, and a page made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guardrails.entities import ENTITY_LABELS
from guardrails.evaluation.groups import RECALL_TARGETS
from guardrails.evaluation.metrics import equal_protection, figures, news_persons
from guardrails.evaluation.runner import Evaluation


def report_of(evaluation: Evaluation, crossed: Evaluation | None = None, *, date: str = "") -> dict[str, Any]:
    """The JSON report.

    Args:
        evaluation: the pass over the documents.
        crossed: the pass over :func:`crossed_names`, for equal protection.
        date: stands in the report if given; nothing else in it depends on the time.
    """
    report = figures(evaluation)
    if date:
        report = {"date": date, **report}
    if crossed is not None:
        report["equal_protection"] = equal_protection(crossed.results)
    news = [result for result in evaluation.results if result.document.kind == "news"]
    if news:
        report["news"] = news_persons(news)
    return report


def recall_targets(report: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """What of a report has a target for its recall: key in :data:`RECALL_TARGETS`, name for people, figures."""
    for key in RECALL_TARGETS:
        for section in ("groups", "entities", "tags"):
            if key in report[section]:
                record = report[section][key]
                yield key, record.get("title") or ENTITY_LABELS.get(key) or "Umgehungen", record
