"""Which model answers, and its settings in words: creativity, length, seed.

Folded, since nobody needs them for a first attempt.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any, Final

import streamlit as st

from ui import furniture
from ui.numbers import number
from ui.schemas import Exercise
from ui.texts import texts
from ui.views.start import count_in_words
from ui.work import Work

TEMPERATURES: Final[Mapping[str, float]] = {"exact": 0.1, "balanced": 0.5, "inventive": 0.9, "wild": 1.6}
"""Sampling temperature of each step."""

LENGTHS: Final[Mapping[str, float]] = {"short": 0.3, "medium": 0.6, "long": 1.0}
"""Share of the longest answer that the house allows."""

LARGEST_SEED: Final = 2**32 - 1


def show(exercise: Exercise, work: Work) -> None:
    """The settings; what stays as the house has it is not sent."""
    words = texts().answer_settings
    with st.expander(words.title):
        furniture.paragraph(words.lead, small=True)
        wishes: dict[str, float | int | str] = {}
        if len(exercise.models) > 1:
            model = _model(exercise, work)
            if model != exercise.models[0].name:
                wishes["model"] = model
        house, chosen = nearest_step(exercise.temperature), _creativity(exercise, work)
        if chosen != house:
            wishes["temperature"] = TEMPERATURES[chosen]
        length = _length(exercise, work)
        if length != "long":
            wishes["max_tokens"] = tokens_of(exercise, length)
        seed = _seed(work)
        if seed is not None:
            wishes["seed"] = seed
    if wishes != work.settings:
        work.settings = wishes
    if wishes:
        furniture.paragraph(words.changed.format(settings=", ".join(_in_words(exercise, wishes))), small=True)


def _in_words(exercise: Exercise, wishes: Mapping[str, Any]) -> list[str]:
    """The wishes without what stays as the house has it."""
    names = {"temperature": 0, "max_tokens": 1, "seed": 2}
    whole = {"temperature": 0.0, "max_tokens": 0, **wishes}
    pairs = stored_settings(whole)
    told = [f"{pairs[place][0]}: {pairs[place][1]}" for name, place in names.items() if name in wishes]
    if "model" in wishes:
        told.insert(0, f"{texts().answer_settings.model}: {model_title(exercise, str(wishes['model']))}")
    return told


def model_title(exercise: Exercise, name: str) -> str:
    """The name for people of a model that can be chosen; empty where there is none of that name."""
    return next((model.title for model in exercise.models if model.name == name), "")


def nearest_step(temperature: float) -> str:
    """The named step that a temperature belongs to."""
    return min(TEMPERATURES, key=lambda step: abs(TEMPERATURES[step] - temperature))


def tokens_of(exercise: Exercise, length: str) -> int:
    """Tokens of a length, within what the house allows."""
    return max(1, round(exercise.max_tokens * LENGTHS[length]))


def stored_settings(settings: Mapping[str, Any]) -> list[tuple[str, str]]:
    """How an answer was drawn, as pairs of name and words."""
    words = texts().answer_settings
    pairs: list[tuple[str, str]] = []
    temperature, tokens = settings.get("temperature"), settings.get("max_tokens")
    if temperature is not None:
        step = words.creativity_steps[nearest_step(temperature)]
        pairs.append((words.creativity, words.stored_creativity.format(step=step, value=number(temperature, 2))))
    if tokens is not None:
        pairs.append((words.length, words.stored_length.format(tokens=number(tokens))))
    seed = settings.get("seed")
    stored = words.stored_drawn if settings.get("seed_drawn") else words.stored_seed
    pairs.append((words.seed, words.stored_random if seed is None else stored.format(seed=seed)))
    return pairs


def _model(exercise: Exercise, work: Work) -> str:
    words = texts().answer_settings
    names = [model.name for model in exercise.models]
    sizes = {model.name: count_in_words(model.parameters) for model in exercise.models}
    wished = work.settings.get("model")
    chosen = st.radio(
        words.model,
        names,
        index=names.index(wished) if wished in names else 0,
        format_func=lambda name: model_title(exercise, name),
        captions=[words.model_size.format(count=sizes[name]) if sizes[name] else "" for name in names],
        key=f"modell-{exercise.id}",
    )
    st.html(f'<p class="klein">{escape(words.model_note)}</p>')
    return chosen or names[0]


def _creativity(exercise: Exercise, work: Work) -> str:
    words = texts().answer_settings
    steps = list(TEMPERATURES)
    now = nearest_step(float(work.settings.get("temperature", exercise.temperature)))
    chosen = st.radio(
        words.creativity,
        steps,
        index=steps.index(now),
        format_func=lambda step: words.creativity_steps[step],
        captions=[words.creativity_help[step] for step in steps],
        key=f"kreativitaet-{exercise.id}",
    )
    return chosen or now


def _length(exercise: Exercise, work: Work) -> str:
    words = texts().answer_settings
    lengths = list(LENGTHS)
    wished = int(work.settings.get("max_tokens", exercise.max_tokens))
    now = min(lengths, key=lambda length: abs(tokens_of(exercise, length) - wished))
    chosen = st.radio(
        words.length,
        lengths,
        index=lengths.index(now),
        format_func=lambda length: words.length_steps[length],
        captions=[words.length_help.format(tokens=number(tokens_of(exercise, length))) for length in lengths],
        horizontal=True,
        key=f"laenge-{exercise.id}",
    )
    st.html(f'<p class="klein">{escape(words.length_note)}</p>')
    return chosen or now


def _seed(work: Work) -> int | None:
    words = texts().answer_settings
    fixed = st.radio(
        words.seed,
        [False, True],
        index=int("seed" in work.settings),
        format_func=lambda fixed: words.seed_fixed if fixed else words.seed_random,
        captions=[words.seed_random_help, words.seed_fixed_help],
        key=f"zufall-{work.exercise_id}",
    )
    if not fixed:
        return None
    before = int(work.settings.get("seed", 1))
    value = st.number_input(
        words.seed_value, 0, LARGEST_SEED, min(before, LARGEST_SEED), 1, key=f"seed-{work.exercise_id}"
    )
    return int(value)
