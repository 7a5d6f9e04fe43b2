"""Shares and F2 with a 95 % interval.

Precision, recall and other shares have Wilson's interval, which takes the single cases for independent. F2 has a
bootstrap over documents with a fixed seed, so that several cases in one document do not count as independent.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

_Z = 1.959963984540054
_SAMPLES = 1000
_SEED = 20260


@dataclass(frozen=True, slots=True)
class Figure:
    """A value between 0 and 1 with its interval; all None where there is nothing to measure."""

    value: float | None
    low: float | None
    high: float | None

    def record(self) -> dict[str, float | None]:
        """As in the JSON report, with five digits."""
        return {name: None if one is None else round(one, 5) for name, one in self._parts()}

    def _parts(self) -> tuple[tuple[str, float | None], ...]:
        return ("value", self.value), ("low", self.low), ("high", self.high)


NOTHING = Figure(None, None, None)


def share(hits: int, cases: int) -> Figure:
    """``hits / cases`` with Wilson's interval."""
    if cases == 0:
        return NOTHING
    value, squared = hits / cases, _Z * _Z
    middle = (value + squared / (2 * cases)) / (1 + squared / cases)
    half = _Z * math.sqrt(value * (1 - value) / cases + squared / (4 * cases * cases)) / (1 + squared / cases)
    return Figure(value, max(0.0, middle - half) if hits else 0.0, min(1.0, middle + half) if hits < cases else 1.0)


def f_score(precision: float | None, recall: float | None, beta: float) -> float | None:
    """Weighted harmonic mean; recall counts `beta` times as much as precision. None without labels."""
    if recall is None:
        return None
    if precision is None or precision + recall == 0:
        return 0.0
    return (1 + beta**2) * precision * recall / (beta**2 * precision + recall)


def f2(counts: Sequence[tuple[int, int, int, int]]) -> Figure:
    """F2 over documents, each as (protected labels, labels, right findings, findings)."""
    table: np.ndarray[Any, np.dtype[np.float64]] = np.array(counts, dtype=np.float64).reshape(-1, 4)
    value = _f2(*table.sum(axis=0))
    if value is None:
        return NOTHING
    table = table[table.any(axis=1)]
    rng = np.random.default_rng(_SEED)
    weights = rng.multinomial(len(table), np.full(len(table), 1 / len(table)), size=_SAMPLES)
    drawn = [one for row in weights @ table if (one := _f2(*row)) is not None]
    low, high = np.quantile(drawn, (0.025, 0.975))
    return Figure(value, float(low), float(high))


def _f2(protected: float, labels: float, right: float, findings: float) -> float | None:
    return f_score(right / findings if findings else None, protected / labels if labels else None, 2)
