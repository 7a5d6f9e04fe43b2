"""A text with planted places is searched: mark, resolve, read why. What was found is decided by the service alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from ui import furniture
from ui.access import client
from ui.marking import mark_placeholders
from ui.places import find_place
from ui.schemas import Exercise, Search, SpottingMark, SpottingText
from ui.texts import texts
from ui.views.exercise.search_result import show_result
from ui.views.exercise.selection import fill_from_selection
from ui.views.exercise.spans import Labelled, labelled
from ui.views.exercise.steps import back, forward
from ui.work import Work

MOST_MARKS = 40
LONGEST_NOTE = 500


def show(exercise: Exercise, work: Work) -> None:
    """The case beside the text; below, marks in the making or what the search has found."""
    if exercise.spotting is None:
        forward(work, "prompt")
        return
    tries = _tries(exercise, work)
    if work.search is None and tries and not work.searching:
        work.search = tries[-1]
    if work.search is not None:
        _resolved(exercise, work, work.search, tries)
    else:
        _searching(exercise, work, exercise.spotting)
    with st.container(horizontal=True):
        forward(work, "prompt", main=work.search is not None)
        back(work, "understand")


def _tries(exercise: Exercise, work: Work) -> list[Search]:
    return client().searches(exercise.id) if work.may_send else []


def _searching(exercise: Exercise, work: Work, spotting: SpottingText) -> None:
    words = texts().search
    furniture.prose(spotting.task)
    marks = work.marks
    spans = [Labelled(mark.start, mark.end, str(number)) for number, mark in enumerate(marks, start=1)]
    _side_by_side(exercise, spotting, labelled(spotting.text, spans))
    left, right = st.columns(2, gap="medium")
    with left:
        _new_mark(work, spotting)
    with right:
        _marks(work, spotting)
    furniture.paragraph(words.resolve_note, small=True)
    if st.button(words.resolve, key="aufloesen", type="primary"):
        with st.spinner(words.resolving):
            work.search, work.searching = client().resolve_search(exercise.id, marks), False
        st.rerun()


def _side_by_side(exercise: Exercise, spotting: SpottingText, marked: str) -> None:
    panel = f'<div class="tafel"><h3>{escape(spotting.title)}</h3><p class="fliess" data-auswahl>{marked}</p></div>'
    if not exercise.case:
        st.html(panel)
        return
    left, right = st.columns(2, gap="medium")
    left.html(
        f'<div class="tafel"><h3>{escape(texts().exercise.case_title)}</h3>'
        f'<p class="fliess">{mark_placeholders(exercise.case)}</p></div>'
    )
    right.html(panel)


def _new_mark(work: Work, spotting: SpottingText) -> None:
    words = texts().search
    st.html(f"<h3>{escape(words.mark_title)}</h3><p class='klein'>{escape(words.mark_help)}</p>")
    count = len(work.marks)
    part = st.text_input(words.place, key=f"suche-stelle-{work.exercise_id}-{count}", autocomplete="off") or ""
    with st.container(key="nur-fuer-das-skript"):
        offset = st.text_input(words.offset, key=f"suche-anfang-{work.exercise_id}-{count}") or ""
    note = st.text_input(words.note, key=f"suche-notiz-{work.exercise_id}-{count}", autocomplete="off") or ""
    fill_from_selection(words.place, words.offset)
    if not st.button(words.add, key="stelle-markieren"):
        return
    complaint = add_mark(work, spotting.text, part, note, int(offset) if offset.isdecimal() else None)
    if complaint:
        furniture.warning(complaint)
    else:
        st.rerun()


def add_mark(work: Work, text: str, part: str, note: str, near: int | None) -> str:
    """Marks the words where they stand in the text. Returns what stands in the way, empty where nothing does."""
    words = texts().search
    if not part.strip():
        return words.add_empty
    if len(note) > LONGEST_NOTE:
        return words.note_too_long.format(limit=LONGEST_NOTE)
    place = find_place(text, part, near)
    if place is None:
        return words.add_absent
    marks = work.marks
    if any((mark.start, mark.end) == place for mark in marks):
        return words.add_again
    if len(marks) >= MOST_MARKS:
        return words.add_most.format(most=MOST_MARKS)
    work.marks = [*marks, SpottingMark(start=place[0], end=place[1], note=note.strip())]
    return ""


def _marks(work: Work, spotting: SpottingText) -> None:
    words = texts().search
    st.html(f"<h3>{escape(words.marks_title)}</h3>")
    marks = work.marks
    if not marks:
        furniture.paragraph(words.marks_none, small=True)
    for number, mark in enumerate(marks, start=1):
        with st.container(key=f"karte-markierung-{number}", gap="small"):
            note = f'<p class="klein">{escape(words.your_note.format(note=mark.note))}</p>' if mark.note else ""
            st.html(f"<p><strong>{number}</strong> <q>{escape(spotting.text[mark.start : mark.end])}</q></p>{note}")
            st.button(
                words.remove.format(number=number),
                key=f"markierung-entfernen-{number}",
                type="tertiary",
                on_click=_remove,
                args=(work, mark),
            )


def _remove(work: Work, mark: SpottingMark) -> None:
    work.marks = [other for other in work.marks if (other.start, other.end) != (mark.start, mark.end)]


def _resolved(exercise: Exercise, work: Work, search: Search, tries: Sequence[Search]) -> None:
    words = texts().search
    if exercise.spotting is not None:
        show_result(exercise, exercise.spotting, search, _side_by_side)
    if len(tries) > 1:
        with st.expander(words.earlier_title):
            items = "".join(f"<li>{escape(in_words(item))}</li>" for item in tries)
            st.html(f"<ul>{items}</ul>")
    st.button(words.again, key="noch-einmal-suchen", on_click=_again, args=(work,))


def in_words(search: Search) -> str:
    """One search in a line."""
    return texts().search.earlier.format(
        number=search.number, found=search.found, planted=search.planted, marks=len(search.marks)
    )


def _again(work: Work) -> None:
    work.search, work.searching = None, True
    work.marks = []
