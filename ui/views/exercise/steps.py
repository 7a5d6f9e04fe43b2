"""Moving between the steps."""

from __future__ import annotations

import streamlit as st

from ui.texts import texts
from ui.work import STEPS, Step, Work


def show_steps(work: Work) -> None:
    """All steps in a row; every one can be reached at any time."""
    words = texts().exercise
    with st.container(horizontal=True, key="schritte"):
        for number, step in enumerate(STEPS, start=1):
            key = f"schritt-hier-{step}" if step == work.step else f"schritt-{step}"
            st.button(
                f"{number}\N{NO-BREAK SPACE}{words.steps[step]}",
                key=key,
                type="tertiary",
                on_click=move,
                args=(work, step),
            )


def move(work: Work, step: Step) -> None:
    """Go to a step at the next run of the page."""
    work.step = step


def move_now(work: Work, step: Step) -> None:
    """Go to a step at once."""
    work.step = step
    st.rerun()


def forward(work: Work, step: Step) -> None:
    """The main button of a step: on to another."""
    words = texts().exercise
    st.button(
        words.next_step.format(title=words.steps[step]),
        key=f"weiter-{step}",
        type="primary",
        on_click=move,
        args=(work, step),
    )


def back(work: Work, step: Step) -> None:
    """The side button of a step: to another one."""
    words = texts().exercise
    st.button(
        words.previous_step.format(title=words.steps[step]),
        key=f"zurueck-{step}",
        on_click=move,
        args=(work, step),
    )
