"""The participant's own words about the attempt."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui import drafts, furniture
from ui.access import client
from ui.marking import mark_placeholders, placeholders_in
from ui.navigation import page
from ui.schemas import Attempt, Exercise, ExerciseSummary
from ui.texts import texts
from ui.views.exercise import expectation
from ui.views.exercise.check import attention
from ui.views.exercise.fields import text_field
from ui.views.exercise.steps import forward, move
from ui.work import Work


def show(exercise: Exercise, work: Work) -> None:
    """Questions, saving, and what can come next."""
    words = texts().exercise
    attempt = work.attempt
    if attempt is None:
        furniture.empty(words.reflect_none_title, words.reflect_none)
        forward(work, "prompt")
        return
    _expected_and_got(attempt)
    furniture.paragraph(words.reflect_lead)
    answers: dict[str, str] = {}
    for question in exercise.reflection:
        answers[question.id] = text_field(
            question.question,
            question.help or "",
            key=answer_key(attempt, question.id),
            height=120,
            value=attempt.reflection.get(question.id, ""),
        )
    if st.button(words.save_reflection, key="reflexion-speichern", type="primary"):
        _save(work, attempt, answers)
    if work.saved_note and work.attempt is not None:
        furniture.notice(words.saved_reflection)
        _show_if_redacted(work.attempt, answers)
        with st.container(horizontal=True, vertical_alignment="center"):
            if following := _following(exercise):
                with st.container(key="haupt-naechste-uebung", width="content"):
                    label = words.next_exercise.format(title=following.title)
                    st.page_link(page("uebung"), label=label, query_params={"id": following.id})
            st.button(words.new_attempt, key="neuer-versuch", on_click=move, args=(work, "prompt"))
            st.page_link(page("uebungen"), label=words.to_overview)
            st.page_link(page("versuche"), label=words.to_attempts)


def _following(exercise: Exercise) -> ExerciseSummary | None:
    """The next exercise that is not finished, in the order of the modules, from this one on; None when all are."""
    exercises = client().exercises()
    here = next((number for number, other in enumerate(exercises) if other.id == exercise.id), 0)
    later = (*exercises[here + 1 :], *exercises[:here])
    return next((other for other in later if not other.reflected), None)


def _expected_and_got(attempt: Attempt) -> None:
    """The expectation beside what the checks have shown; nothing where neither is there."""
    words = texts().exercise
    expected = expectation.block(attempt)
    if not expected and not attempt.checks:
        return
    st.html(f"<h3>{escape(words.expected_and_got)}</h3>{expected}")
    if not expected:
        furniture.paragraph(words.expected_nothing, small=True)
    if attempt.checks:
        open_points = sum(check.status != "ok" for check in attempt.checks)
        furniture.paragraph(words.reflect_attention.format(attention=attention(open_points, len(attempt.checks))))


def answer_key(attempt: Attempt, question_id: str) -> str:
    """Name under which the session keeps the answer to a question."""
    return f"reflexion-{attempt.id}-{question_id}"


def _save(work: Work, attempt: Attempt, answers: dict[str, str]) -> None:
    if not any(text.strip() for text in answers.values()):
        furniture.warning(texts().exercise.empty_reflection)
        return
    service = client()
    work.attempt = service.reflect(attempt.id, answers)
    work.saved_note = True
    for name, text in answers.items():
        drafts.mark_saved(answer_key(attempt, name), text)


def _show_if_redacted(attempt: Attempt, answers: dict[str, str]) -> None:
    changed = [
        stored
        for name, stored in attempt.reflection.items()
        if placeholders_in(stored) and stored.strip() != answers.get(name, "").strip()
    ]
    if changed:
        furniture.paragraph(texts().exercise.saved_redacted)
        for text in changed:
            st.html(f'<div class="eigen"><p class="fliess">{mark_placeholders(text)}</p></div>')
