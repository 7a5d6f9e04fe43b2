"""Below the preview: what the guard missed, what it replaced without need."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from ui import furniture
from ui.access import client
from ui.client import ServiceError
from ui.places import find_place
from ui.schemas import Exercise, Finding, MarkedPlace, Preview
from ui.texts import texts
from ui.views.exercise.prompt import ask_the_guard
from ui.views.exercise.selection import fill_from_selection
from ui.work import Field, Work


def show(exercise: Exercise, work: Work, previews: Mapping[Field, Preview]) -> None:
    """Two small forms. A missed place is replaced at once; of a wrong finding only the report goes out."""
    words = texts().marks
    with st.expander(words.title, expanded=bool(work.mark_note)):
        furniture.paragraph(words.lead, small=True)
        if work.mark_note:
            furniture.notice(work.mark_note)
            work.mark_note = ""
        left, right = st.columns(2, gap="medium")
        with left:
            _missed(exercise, work, previews)
        with right:
            _wrong(exercise, work, previews)


def _missed(exercise: Exercise, work: Work, previews: Mapping[Field, Preview]) -> None:
    words = texts().marks
    st.html(f"<h3>{words.missed_title}</h3>")
    kinds = client().policy().rules
    labels = {rule.entity: rule.label or rule.entity for rule in kinds}
    furniture.paragraph(words.missed_help, small=True)
    part = st.text_input(words.missed_place, key=f"uebersehen-{work.exercise_id}")
    kind = st.selectbox(words.missed_kind, list(labels), format_func=lambda name: labels[name], key="uebersehen-art")
    fill_from_selection(words.missed_place)
    if not st.button(words.missed_button, key="uebersehen-melden"):
        return
    if not (part or "").strip():
        furniture.warning(words.missed_empty)
        return
    for name, preview in previews.items():
        found = find_place(work.draft(name), part or "")
        if found is None:
            continue
        if any(finding.start <= found[0] and found[1] <= finding.end for finding in preview.findings):
            furniture.notice(words.missed_covered)
            return
        mark = MarkedPlace(start=found[0], end=found[1], entity=kind)
        _take(exercise, work, name, (part or "").strip(), mark)
        return
    furniture.warning(words.missed_absent)


def _take(exercise: Exercise, work: Work, name: Field, part: str, mark: MarkedPlace) -> None:
    words = texts().marks
    before = work.missed
    work.missed = {**before, part: mark.entity}
    try:
        ask_the_guard(exercise, work)
    except ServiceError as error:
        work.missed = before
        furniture.problem(error)
        return
    work.mark_note = words.missed_unreported
    if work.may_send:
        try:
            client().add_mark(exercise.id, work.draft(name), name, "missed", mark, work.marked(name))
            work.mark_note = words.missed_done
        except ServiceError as error:
            work.mark_note = f"{words.missed_unreported} {error.detail}"
    st.rerun()


def _wrong(exercise: Exercise, work: Work, previews: Mapping[Field, Preview]) -> None:
    words = texts().marks
    st.html(f"<h3>{words.wrong_title}</h3>")
    found: list[tuple[Field, Finding]] = [
        (name, finding)
        for name, preview in previews.items()
        for finding in preview.findings
        if finding.placeholder and finding.recognizer != "ParticipantMark"
    ]
    if not found:
        furniture.paragraph(words.wrong_none)
        return
    furniture.paragraph(words.wrong_help, small=True)
    chosen = st.selectbox(
        words.wrong_finding,
        range(len(found)),
        format_func=lambda index: _named(work, *found[index]),
        key="strittig-befund",
    )
    if not st.button(words.wrong_button, key="strittig-melden", disabled=not work.may_send) or chosen is None:
        return
    name, finding = found[chosen]
    mark = MarkedPlace(start=finding.start, end=finding.end, entity=finding.entity)
    try:
        client().add_mark(exercise.id, work.draft(name), name, "wrong", mark, work.marked(name))
    except ServiceError as error:
        furniture.problem(error)
        return
    work.mark_note = words.wrong_done
    st.rerun()


def _named(work: Work, name: Field, finding: Finding) -> str:
    return f"{work.draft(name)[finding.start : finding.end]} ({finding.label})"
