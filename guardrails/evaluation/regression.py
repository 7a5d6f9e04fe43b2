"""Whether the guard protects worse than it did: figures of the shipped corpus against those in ``baseline.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from guardrails.evaluation.corpora import shipped_corpus
from guardrails.evaluation.crossed_names import crossed_names
from guardrails.evaluation.report import report_of
from guardrails.evaluation.runner import evaluate
from guardrails.guard import Guard

#: How much worse a figure may be.
TOLERANCE = 0.005
BASELINE = "baseline.json"
#: Of the crossed names every so many, so that the check takes seconds.
_NAMES = 4
_LOWER_IS_BETTER = frozenset(("share", "rate", "false_alarms", "gap"))
_HIGHER_IS_BETTER = frozenset(("recall", "precision"))
_SECTIONS = ("overall", "entities", "groups", "kinds", "tags", "leaks", "over_redaction", "warnings")


@dataclass(frozen=True, slots=True)
class Worse:
    """A figure that is worse than it was."""

    figure: str
    """Where it stands in the report, such as ``entities/PERSON/recall``."""
    before: float
    now: float | None
    """None where nothing is measured any more."""

    def __str__(self) -> str:
        now = "not measured" if self.now is None else f"{self.now:.4f}"
        return f"{self.figure}: {now}, was {self.before:.4f}"


def regression_report(guard: Guard) -> dict[str, Any]:
    """The report that the baseline is made of: the shipped corpus and every fourth of the crossed names.

    Raises:
        GuardError: a document could not be analysed.
    """
    return report_of(evaluate(guard, shipped_corpus()), evaluate(guard, crossed_names(_NAMES)))


def watched(report: dict[str, Any]) -> dict[str, float]:
    """The figures of a report that must not get worse, by where they stand."""
    found: dict[str, float] = {}
    for section in _SECTIONS:
        _collect(report[section], section, found)
    if "equal_protection" in report:
        found["equal_protection/gap"] = report["equal_protection"]["gap"]
        _collect(report["equal_protection"]["origins"], "equal_protection/origins", found)
    return found


def compare(before: dict[str, float], now: dict[str, float]) -> list[Worse]:
    """The figures that are worse by more than :data:`TOLERANCE`, or that are not measured any more."""
    worse: list[Worse] = []
    for figure, old in before.items():
        new = now.get(figure)
        sign = 1 if figure.rpartition("/")[2] in _LOWER_IS_BETTER else -1
        if new is None or sign * (new - old) > TOLERANCE + 1e-9:
            worse.append(Worse(figure, old, new))
    return worse


def shipped_report() -> dict[str, Any]:
    """The report of the guard as it ships, as it was when the baseline was last written."""
    report: dict[str, Any] = json.loads(files("guardrails.evaluation").joinpath(BASELINE).read_text(encoding="utf-8"))
    return report


def baseline_document(report: dict[str, Any]) -> str:
    """The baseline's file for a report."""
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _collect(part: dict[str, Any], path: str, found: dict[str, float]) -> None:
    for name, value in part.items():
        if not isinstance(value, dict):
            continue
        if name in _LOWER_IS_BETTER | _HIGHER_IS_BETTER:
            if value["value"] is not None:
                found[f"{path}/{name}"] = value["value"]
        else:
            _collect(value, f"{path}/{name}", found)
