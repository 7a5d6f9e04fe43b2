"""When two facts say the same."""

from __future__ import annotations

from exercises.extraction.fact import Fact


def says_the_same(known: Fact, claimed: Fact) -> bool:
    """Whether `claimed` only repeats `known`: a date without a year repeats the one with it, "85" repeats "85 Euro"."""
    if known.kind == claimed.kind:
        return _same_kind(known, claimed)
    if claimed.kind == "month" and known.kind == "date":
        return known.key[:2] == claimed.key
    if claimed.kind == "number":
        if known.kind in {"amount", "percent"}:
            return known.key == claimed.key
        if known.kind in {"date", "month"}:
            return known.key[0] == claimed.key[0]
        if known.kind == "case_number":
            return str(claimed.key[0]) in str(known.key[0])
    return False


def _same_kind(known: Fact, claimed: Fact) -> bool:
    if known.kind == "date":
        return known.key[1:] == claimed.key[1:] and (
            known.key[0] == claimed.key[0] or known.key[0] is None or claimed.key[0] is None
        )
    if known.kind == "paragraph":
        return known.key[0] == claimed.key[0] and (
            known.key[1] == claimed.key[1] or known.key[1] is None or claimed.key[1] is None
        )
    return known.key == claimed.key
