"""What the participant expects of the model: asked before the prompt, shown again beside what came of it."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui.marking import mark_placeholders
from ui.schemas import Attempt, Exercise
from ui.texts import texts
from ui.views.exercise.fields import text_field
from ui.work import Work


def ask(exercise: Exercise, work: Work) -> None:
    """The question with its field; folded once an attempt has been made."""
    words = texts().exercise
    if not exercise.expectation:
        return
    if work.attempt is None:
        _field(exercise, work)
        return
    with st.expander(words.expectation_again):
        _field(exercise, work)


def expectation_key(work: Work) -> str:
    """Name under which the session keeps the expectation."""
    return f"erwartung-{work.exercise_id}"


def block(attempt: Attempt) -> str:
    """The expectation that belongs to an attempt, as HTML; empty where there is none."""
    if not attempt.expectation:
        return ""
    words = texts().exercise
    return (
        f'<div class="eigen"><p class="klein">{escape(words.expected)}</p>'
        f'<p class="fliess">{mark_placeholders(attempt.expectation)}</p></div>'
    )


def _field(exercise: Exercise, work: Work) -> None:
    text_field(
        exercise.expectation,
        texts().exercise.expectation_help,
        key=expectation_key(work),
        height=90,
        limit=exercise.reflection_limit,
        count=False,
    )
