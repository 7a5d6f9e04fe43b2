"""Every version of the policy and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from ui import furniture
from ui.dates import moment_in_words
from ui.schemas import PolicyVersion
from ui.texts import texts


def table(versions: Sequence[PolicyVersion]) -> str:
    """The history as an HTML table, the newest first."""
    words = texts().policy
    rows = [
        (
            str(version.number),
            f'<span class="summe">{escape(version.identity)}</span>',
            _weight(version),
            _who(version.proposed_by.name, version.proposed_at),
            _who(version.decision.by.name, version.decision.at) if version.decision else "",
            escape(words.statuses.get(version.status, version.status)),
            _reasons(version),
        )
        for version in versions
    ]
    columns = (
        words.column_number,
        words.column_identity,
        words.column_effect,
        words.column_proposed,
        words.column_decided,
        words.column_status,
        words.column_reason,
    )
    return furniture.table(columns, rows, label=words.history, numeric=(0,))


def _weight(version: PolicyVersion) -> str:
    words = texts().policy
    return f'<span class="fehlbar">▼ {escape(words.weakens)}</span>' if version.weakens else f"✓ {escape(words.keeps)}"


def _reasons(version: PolicyVersion) -> str:
    words = texts().policy
    lines = [words.reason_proposed.format(reason=version.reason)]
    if version.decision is not None and version.decision.reason:
        lines.append(words.reason_decided.format(reason=version.decision.reason))
    return "<br>".join(escape(line) for line in lines)


def _who(name: str, at: datetime) -> str:
    return escape(texts().policy.who_when.format(name=name, at=moment_in_words(at)))
