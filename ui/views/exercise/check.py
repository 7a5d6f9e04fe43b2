"""Step 5: the answer against the case, and the draft to take home."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from ui import furniture
from ui.marking import mark_placeholders
from ui.schemas import CheckResult, Exercise
from ui.texts import texts
from ui.views.exercise.answer import answer_block, model_name
from ui.views.exercise.steps import back, forward
from ui.views.exercise.take import show_take
from ui.views.exercise.understand import show_case
from ui.work import Work


def show(exercise: Exercise, work: Work) -> None:
    """Checks with their evidence, answer and case to compare."""
    words = texts().exercise
    attempt = work.attempt
    if attempt is None or not attempt.answer:
        furniture.empty(words.check_none_title, words.check_none)
        forward(work, "answer" if work.run is not None else "prompt")
        return
    furniture.paragraph(words.check_lead)
    if attempt.checks:
        st.html(check_list(attempt.checks))
    else:
        furniture.paragraph(words.no_checks)
    st.html(answer_block(attempt.answer, model_name(attempt), partial=attempt.status != "complete"))
    case = attempt.material or exercise.case
    if case:
        with st.expander(words.case_title_check):
            show_case(case)
    with st.expander(words.take_title):
        show_take(attempt, work.known_values())
    with st.container(horizontal=True):
        forward(work, "reflect")
        back(work, "answer")


def check_list(checks: Sequence[CheckResult]) -> str:
    """Results of the checks as HTML, their state in words."""
    words = texts().exercise
    states = {"ok": words.status_ok, "hint": words.status_hint, "missing": words.status_missing}
    items = []
    for check in checks:
        evidence = "".join(f"<li>{mark_placeholders(item)}</li>" for item in check.items)
        evidence = f"<ul>{evidence}</ul>" if evidence else ""
        items.append(
            f'<li><span class="zustand {check.status}">{escape(states[check.status])}</span>'
            f"<div><strong>{escape(check.title)}</strong><br>{mark_placeholders(check.message)}{evidence}</div></li>"
        )
    return f'<ul class="pruefung">{"".join(items)}</ul>'
