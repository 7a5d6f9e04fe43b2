"""The modules with progress, and the next step."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from ui import furniture
from ui.access import client
from ui.dates import in_words
from ui.navigation import page
from ui.schemas import ExerciseSummary, ModuleSummary, Session
from ui.texts import texts
from ui.texts.language import language


def show(session: Session) -> None:
    """What comes next, and all modules."""
    words = texts().home
    service = client()
    exercises = service.exercises()
    furniture.title(words.title)
    if not exercises:
        furniture.empty(words.empty_title, words.empty)
        return
    taking_part = session.account.role == "participant"
    main, margin = furniture.two_columns()
    with main:
        if taking_part:
            done = sum(bool(exercise.reflected) for exercise in exercises)
            furniture.paragraph(f"{words.progress.format(done=done, total=len(exercises))}. {next_step(exercises)}")
            _main_way(exercises)
        _modules(service.modules(), with_progress=taking_part)
    with margin:
        if taking_part and session.workshop is not None:
            date = in_words(session.workshop.retention_until)
            furniture.margin_notes([(session.workshop.title, words.retention.format(date=date))])
        elif not taking_part:
            role = texts().common.roles[session.account.role]
            furniture.margin_notes([(role, words.staff_note.format(role=role))])
        st.page_link(page("modell"), label=texts().common.nav_model)


def next_step(exercises: Sequence[ExerciseSummary]) -> str:
    """What to do next, in words."""
    words = texts().home
    exercise = next_exercise(exercises)
    if exercise is None:
        return words.all_done
    if exercise.attempts:
        return words.next_reflect.format(title=exercise.title)
    if exercise.searches:
        return words.next_prompt.format(title=exercise.title)
    if not any(other.begun for other in exercises):
        return words.next_first.format(minutes=exercise.minutes)
    return words.next_more.format(title=exercise.title, minutes=exercise.minutes)


def summary_of(item: ExerciseSummary | ModuleSummary) -> str:
    """What an exercise or a module is about; all else in them is German."""
    return item.summary_en if language() == "en" and item.summary_en else item.summary


def progress(exercise: ExerciseSummary) -> str:
    """How far the participant is with an exercise, in words."""
    words = texts().home
    if not exercise.begun:
        return words.not_started
    if not exercise.attempts:
        return words.searched_one if exercise.searches == 1 else words.searched.format(count=exercise.searches)
    one, more = (words.reflected_one, words.reflected) if exercise.reflected else (words.one_attempt, words.attempts)
    return one if exercise.attempts == 1 else more.format(count=exercise.attempts)


def next_exercise(exercises: Sequence[ExerciseSummary]) -> ExerciseSummary | None:
    """The exercise to go on with: one begun, else the first that is not; None when all are done."""
    begun = (exercise for exercise in exercises if exercise.begun and not exercise.reflected)
    untouched = (exercise for exercise in exercises if not exercise.begun)
    return next(begun, None) or next(untouched, None)


def _main_way(exercises: Sequence[ExerciseSummary]) -> None:
    words = texts().home
    exercise = next_exercise(exercises)
    if exercise is None:
        return
    action = words.resume if exercise.begun else words.begin
    with st.container(key="haupt-uebung"):
        st.page_link(
            page("uebung"),
            label=words.open_label.format(action=action, title=exercise.title),
            query_params={"id": exercise.id},
        )


def _modules(modules: Sequence[ModuleSummary], *, with_progress: bool) -> None:
    """A calm list: one module a line, with what it is about and how far one is."""
    furniture.section(texts().home.modules)
    for number, module in enumerate(modules, start=1):
        with st.container(key=f"karte-modul-{module.id}", gap="small"):
            with st.container(key=f"titel-modul-{module.id}"):
                st.page_link(
                    page("modul"),
                    label=texts().home.module.format(number=number, title=module.title),
                    query_params={"id": module.id},
                )
            note = f'<p class="klein">{escape(module_progress(module))}</p>' if with_progress else ""
            st.html(f"<p>{escape(summary_of(module))}</p>{note}")


def module_progress(module: ModuleSummary) -> str:
    """How far the participant is with a module, in words."""
    words = texts().module
    if module.begun:
        return words.progress.format(done=module.reflected, total=module.exercises)
    return words.not_started_one if module.exercises == 1 else words.not_started.format(total=module.exercises)


def exercise_card(exercise: ExerciseSummary, *, with_progress: bool) -> None:
    """An exercise in a list, with the way to it."""
    words = texts().home
    with st.container(key=f"karte-{exercise.id}", gap="small"):
        with st.container(key=f"titel-{exercise.id}"):
            st.page_link(page("uebung"), label=exercise.title, query_params={"id": exercise.id})
        facts = words.facts if with_progress else words.facts_alone
        line = facts.format(minutes=exercise.minutes, progress=progress(exercise))
        st.html(f'<p>{escape(summary_of(exercise))}</p><p class="klein">{escape(line)}</p>')
