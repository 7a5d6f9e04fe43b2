"""Moving between the steps."""

from __future__ import annotations

import json
from collections.abc import Sequence

import streamlit as st

from ui.texts import texts
from ui.work import ADDRESSES, Step, Work

STEP_IN_ADDRESS = "schritt"


def follow_address(work: Work, steps: Sequence[Step]) -> None:
    """The step that the address names, as after a reload or a step back in the browser; else the one at hand."""
    named = st.query_params.get(STEP_IN_ADDRESS, "")
    wanted = next((step for step in steps if ADDRESSES[step] == named), None)
    if wanted is not None:
        work.step = wanted
    elif work.step not in steps:
        work.step = "prompt"
    _write_address(work.step)


def show_steps(work: Work, steps: Sequence[Step]) -> None:
    """All steps in a row; every one can be reached at any time."""
    words = texts().exercise
    with st.container(horizontal=True, key="schritte"):
        for number, step in enumerate(steps, start=1):
            key = f"schritt-hier-{step}" if step == work.step else f"schritt-{step}"
            st.button(
                f"{number}\N{NO-BREAK SPACE}{words.steps[step]}",
                key=key,
                type="tertiary",
                on_click=move,
                args=(work, step),
            )


def begin_at_the_top(work: Work) -> None:
    """A step that was just entered is read from its beginning; Streamlit leaves the page where it was scrolled to."""
    here = json.dumps(f"{work.exercise_id}/{work.step}")
    st.html(
        f"""<script>
(() => {{
  const before = window.kiWerkstattSchritt;
  window.kiWerkstattSchritt = {here};
  if (before && before !== {here}) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
}})();
</script>""",
        unsafe_allow_javascript=True,
    )


def move(work: Work, step: Step) -> None:
    """Go to a step at the next run of the page."""
    work.step = step
    _write_address(step)


def move_now(work: Work, step: Step) -> None:
    """Go to a step at once."""
    move(work, step)
    st.rerun()


def _write_address(step: Step) -> None:
    if st.query_params.get(STEP_IN_ADDRESS) != ADDRESSES[step]:
        st.query_params[STEP_IN_ADDRESS] = ADDRESSES[step]


def forward(work: Work, step: Step, *, main: bool = True) -> None:
    """The button of a step that leads on to another; not the main one where something else should be done first."""
    words = texts().exercise
    st.button(
        words.next_step.format(title=words.steps[step]),
        key=f"weiter-{step}",
        type="primary" if main else "secondary",
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
