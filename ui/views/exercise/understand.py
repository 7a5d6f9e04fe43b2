"""Background, case, assignment."""

from __future__ import annotations

import streamlit as st

from ui import furniture
from ui.marking import mark_placeholders
from ui.schemas import Exercise
from ui.texts import texts
from ui.views.exercise.steps import forward
from ui.views.module import source_list
from ui.work import Work


def show(exercise: Exercise, work: Work) -> None:
    """Read first, then write."""
    words = texts().exercise
    if exercise.module_background:
        with st.expander(words.module_background.format(module=exercise.module_title)):
            furniture.prose(exercise.module_background)
    if exercise.background:
        with st.expander(words.background_title):
            furniture.prose(exercise.background)
    furniture.section(words.case_title)
    if exercise.case:
        show_case(exercise.case)
        furniture.paragraph(words.placeholder_note, small=True)
    else:
        furniture.paragraph(words.own_case)
    furniture.section(words.assignment_title)
    furniture.prose(exercise.assignment)
    if exercise.sources:
        with st.expander(words.sources_title):
            st.html(source_list(exercise.sources))
    forward(work, "prompt" if exercise.spotting is None else "search")


def show_case(case: str) -> None:
    """The case on a sheet of its own."""
    st.html(f'<div class="fall"><p class="fliess">{mark_placeholders(case)}</p></div>')
