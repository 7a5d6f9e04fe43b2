"""The answer against the case."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from ui import furniture
from ui.marking import mark_placeholders
from ui.schemas import CheckResult, Exercise, PlacePair
from ui.texts import texts
from ui.views.exercise import expectation
from ui.views.exercise.answer import answer_block, model_name
from ui.views.exercise.guard_found import guard_summary
from ui.views.exercise.steps import back, forward
from ui.work import Work


def show(exercise: Exercise, work: Work) -> None:
    """Checks with their evidence, answer and case to compare."""
    words = texts().exercise
    attempt = work.attempt
    if attempt is None or not attempt.answer:
        furniture.empty(words.check_none_title, words.check_none)
        forward(work, "answer" if work.run is not None else "prompt")
        return
    if expected := expectation.block(attempt):
        st.html(expected)
    answer = answer_block(attempt.answer, model_name(attempt), partial=attempt.status != "complete")
    case = attempt.material or exercise.case
    if case:
        left, right = st.columns(2, gap="medium")
        left.html(
            f'<div class="tafel"><h3>{escape(words.case_title)}</h3>'
            f'<p class="fliess">{mark_placeholders(case)}</p></div>'
        )
        right.html(answer)
    else:
        st.html(answer)
    furniture.section(words.check_title, words.check_lead)
    show_checks(attempt.checks)
    furniture.section(words.guard_title)
    st.html(guard_summary(attempt))
    furniture.paragraph(words.guard_note, small=True)
    with st.container(horizontal=True):
        forward(work, "revise")
        back(work, "answer")


def show_checks(checks: Sequence[CheckResult]) -> None:
    """First what wants attention, then, folded, what is in order."""
    words = texts().exercise
    if not checks:
        furniture.paragraph(words.no_checks)
        return
    fine = [check for check in checks if check.status == "ok"]
    open_points = [check for check in checks if check.status != "ok"]
    st.html(f"<p>{escape(attention(len(open_points), len(checks)))}</p>{check_list(open_points)}")
    if fine:
        with st.expander(words.fine.format(count=len(fine), total=len(checks))):
            st.html(check_list(fine))


def attention(count: int, total: int) -> str:
    """How many points want attention, with their base."""
    words = texts().exercise
    if count == 0:
        return words.attention_none.format(total=total)
    return words.attention_one.format(total=total) if count == 1 else words.attention.format(count=count, total=total)


def check_list(checks: Sequence[CheckResult]) -> str:
    """Results of the checks as HTML, their state in words."""
    words = texts().exercise
    states = {"ok": words.status_ok, "hint": words.status_hint, "missing": words.status_missing}
    if not checks:
        return ""
    items = []
    for check in checks:
        evidence = "".join(f"<li>{mark_placeholders(item)}</li>" for item in check.items)
        evidence = f"<ul>{evidence}</ul>" if evidence else ""
        evidence += "".join(map(_side_by_side, check.pairs))
        items.append(
            f'<li><span class="zustand {check.status}">{escape(states[check.status])}</span>'
            f"<div><strong>{escape(check.title)}</strong><br>{mark_placeholders(check.message)}{evidence}</div></li>"
        )
    return f'<ul class="pruefung">{"".join(items)}</ul>'


def _side_by_side(pair: PlacePair) -> str:
    words = texts().exercise
    places = ((words.pair_case, pair.case), (words.pair_answer, pair.answer))
    columns = "".join(
        f"<div><dt>{escape(title)}</dt><dd>{mark_placeholders(text)}</dd></div>" for title, text in places
    )
    return f'<figure class="gegenueber"><figcaption>{escape(pair.label)}</figcaption><dl>{columns}</dl></figure>'
