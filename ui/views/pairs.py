"""Choosing two attempts at one exercise, and what they differ in, for both kinds of comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from ui import furniture
from ui.dates import moment_in_words
from ui.numbers import number
from ui.schemas import AttemptSummary
from ui.texts import texts
from ui.word_diff import changes, diff_html, word_diff

PAIR = ("uebung", "a", "b")
"""Names in the address that say which attempts are chosen at first."""

SETTINGS = ("model", "temperature", "max_tokens", "seed")


def exercises_with_pairs(attempts: Sequence[AttemptSummary]) -> dict[str, list[AttemptSummary]]:
    """Attempts by exercise, the first one first, where there are at least two of them."""
    groups: dict[str, list[AttemptSummary]] = {}
    for attempt in sorted(attempts, key=lambda attempt: attempt.number):
        if attempt.status != "running":
            groups.setdefault(attempt.exercise_id, []).append(attempt)
    return {exercise: group for exercise, group in groups.items() if len(group) > 1}


def choose_pair(
    groups: Mapping[str, Sequence[AttemptSummary]], key: str
) -> tuple[AttemptSummary, AttemptSummary] | None:
    """Fields for exercise and both attempts, filled from the address; None while one is chosen twice."""
    words = texts().compare
    wanted = st.query_params.get("uebung", "")
    names = list(groups)
    titles = {name: group[-1].exercise_title or name for name, group in groups.items()}
    exercise_id = names[0]
    if len(names) > 1:
        chosen = st.selectbox(
            words.choose_exercise,
            names,
            index=names.index(wanted) if wanted in names else 0,
            format_func=lambda name: titles[name],
            key=f"{key}-uebung",
        )
        exercise_id = chosen or names[0]
    group = groups[exercise_id]
    left, right = st.columns(2, gap="medium")
    one = _choose(left, words.choose_first, group, st.query_params.get("a", ""), -2, f"{key}-a-{exercise_id}")
    two = _choose(right, words.choose_second, group, st.query_params.get("b", ""), -1, f"{key}-b-{exercise_id}")
    if one.id == two.id:
        furniture.warning(words.same_attempt)
        return None
    return (one, two) if one.number < two.number else (two, one)


def show_prompt_change(earlier: str, later: str, numbers: tuple[int, int], title: str) -> None:
    """The later text with what was struck out and what was added."""
    words = texts().compare
    stretches = word_diff(earlier, later)
    deleted, inserted = changes(stretches)
    if not deleted and not inserted:
        st.html(f"<h2>{escape(title)}</h2><p>{escape(words.prompt_same)}</p>")
        return
    legend = words.prompt_legend.format(
        earlier=numbers[0], later=numbers[1], deleted=_count(deleted), inserted=_count(inserted)
    )
    st.html(
        f'<h2>{escape(title)}</h2><p class="klein">{escape(legend)}</p>'
        f'<div class="tafel"><p class="fliess wortvergleich">{diff_html(stretches)}</p></div>'
    )


def show_setting_change(
    earlier: Mapping[str, Any], later: Mapping[str, Any], heads: tuple[str, str], *, same_prompt: bool
) -> None:
    """The settings that differ, as a table; one sentence where none does."""
    words = texts().compare
    rows = [
        (escape(words.settings[name]), escape(_setting(name, earlier)), escape(_setting(name, later)))
        for name in SETTINGS
        if _differs(name, earlier, later)
    ]
    if not rows:
        furniture.section(words.settings_title, words.settings_same_chance if same_prompt else words.settings_same)
        return
    st.html(
        furniture.table((words.setting_column, *heads), rows, label=words.settings_title, show_label=True, narrow=True)
    )


def _choose(
    column: Any, label: str, group: Sequence[AttemptSummary], wanted: str, fallback: int, key: str
) -> AttemptSummary:
    ids = [str(attempt.id) for attempt in group]
    chosen = column.selectbox(
        label,
        range(len(group)),
        index=ids.index(wanted) if wanted in ids else len(group) + fallback,
        format_func=lambda index: _option(group[index]),
        key=key,
    )
    return group[chosen if chosen is not None else len(group) + fallback]


def _option(attempt: AttemptSummary) -> str:
    words = texts().compare
    at = moment_in_words(attempt.created_at)
    if attempt.status == "complete":
        return words.option.format(number=attempt.number, at=at)
    return words.option_status.format(number=attempt.number, at=at, status=texts().common.statuses[attempt.status])


def _count(count: int) -> str:
    words = texts().compare
    return words.word_one if count == 1 else words.word_many.format(count=number(count))


def _differs(name: str, earlier: Mapping[str, Any], later: Mapping[str, Any]) -> bool:
    """Whether a setting was chosen differently; two seeds that chance has drawn were not chosen at all."""
    if name == "seed" and _by_chance(earlier) and _by_chance(later):
        return False
    return bool(earlier.get(name) != later.get(name))


def _by_chance(settings: Mapping[str, Any]) -> bool:
    return settings.get("seed") is None or bool(settings.get("seed_drawn"))


def _setting(name: str, settings: Mapping[str, Any]) -> str:
    value = settings.get(name)
    if name == "seed" and value is not None:
        return texts().compare.setting_drawn.format(seed=value) if settings.get("seed_drawn") else str(value)
    return _value(value)


def _value(value: Any) -> str:
    if value is None or value == "":
        return texts().compare.setting_unset
    if isinstance(value, float):
        return number(value, 1)
    return number(value) if isinstance(value, int) else str(value)
