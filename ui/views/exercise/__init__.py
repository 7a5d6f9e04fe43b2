"""The page of one exercise: step by step, back and forth without losing anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from ui import furniture
from ui.access import client
from ui.client import ServiceError
from ui.navigation import page
from ui.schemas import Exercise, Session
from ui.texts import texts
from ui.texts.language import language
from ui.views.exercise import answer, check, preview, prompt, reflect, revise, search, understand
from ui.views.exercise.steps import STEP_IN_ADDRESS, begin_at_the_top, follow_address, show_steps
from ui.work import Step, Work, steps_of, work_on

_SHOWN: dict[Step, Callable[[Exercise, Work], None]] = {
    "understand": understand.show,
    "search": search.show,
    "prompt": prompt.show,
    "preview": preview.show,
    "answer": answer.show,
    "check": check.show,
    "revise": revise.show,
    "reflect": reflect.show,
}

# These need the width of the page; their notes stand above them.
_WIDE: frozenset[Step] = frozenset({"search", "preview", "check"})


def show(session: Session) -> None:
    """The step that the participant is at."""
    words = texts().exercise
    exercise = _load(st.query_params.get("id", ""))
    if exercise is None:
        furniture.empty(words.missing_title, words.missing)
        st.page_link(page("uebungen"), label=words.to_overview)
        return
    work = work_on(exercise.id)
    work.may_send = session.account.role == "participant"
    if work.may_send and exercise.attempts and not work.looked_back:
        _look_back(exercise, work)
    if work.attempt is not None and work.language != language() and not (work.run is not None and work.run.running):
        work.attempt = client().attempt(work.attempt.id)
    work.language = language()
    steps = steps_of(exercise)
    follow_address(work, steps)
    furniture.title(exercise.title, place=words.where.format(module=exercise.module_title, minutes=exercise.minutes))
    show_steps(work, steps)
    begin_at_the_top(work)
    place = words.step_of.format(number=steps.index(work.step) + 1, total=len(steps), title=words.steps[work.step])
    notes = [
        (words.audience_title, words.audience[work.step]),
        (words.next_title, _what_follows(work.step, steps)),
    ]
    if work.step in _WIDE:
        st.html(f"<h2>{escape(place)}</h2>")
        furniture.margin_notes(notes, across=True)
        _SHOWN[work.step](exercise, work)
        return
    main, margin = furniture.two_columns()
    with main:
        st.html(f"<h2>{escape(place)}</h2>")
        _SHOWN[work.step](exercise, work)
    with margin:
        furniture.margin_notes(notes)


def _look_back(exercise: Exercise, work: Work) -> None:
    """Take up the last attempt of an earlier visit; without a reflection that is what comes next."""
    work.looked_back = True
    if work.run is not None or work.attempt is not None:
        return
    service = client()
    earlier = service.attempts(exercise.id)
    if earlier:
        work.attempt = service.attempt(earlier[0].id)
        named = STEP_IN_ADDRESS in st.query_params
        if not exercise.reflected and work.attempt.status == "complete" and not named:
            work.step = "reflect"


def _what_follows(step: Step, steps: Sequence[Step]) -> str:
    words = texts().exercise
    return words.search_first if step == "understand" and "search" in steps else words.following[step]


def _load(exercise_id: str) -> Exercise | None:
    if not exercise_id:
        return None
    try:
        service = client()
        return service.exercise(exercise_id)
    except ServiceError as error:
        if error.status == 404:
            return None
        raise
