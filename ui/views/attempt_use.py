"""What a participant can do with one of their attempts: mark it as good, show it on the wall."""

from __future__ import annotations

import streamlit as st

from ui import furniture
from ui.access import client
from ui.client import Client, ServiceError
from ui.navigation import page
from ui.schemas import Attempt, WallCard
from ui.texts import texts
from ui.views.exercise.fields import text_field
from ui.views.wall import card_html


def show_star(service: Client, attempt: Attempt) -> None:
    """The mark for a good attempt."""
    words = texts().take_home
    starred = str(attempt.id) in service.stars()
    with st.container(key="gut"):
        if st.button(f"★ {words.unstar}" if starred else f"☆ {words.star}", key="gut-markieren"):
            service.star(attempt.id, starred=not starred)
            st.rerun()
        furniture.paragraph(words.star_help, small=True)


def show_contribution(service: Client, attempt: Attempt) -> None:
    """The way onto the wall: a sentence, exactly what others will see, and only then the contribution."""
    words = texts().wall
    if attempt.status == "running" or not attempt.answer.strip():
        return
    entry = next((own.entry_id for own in service.wall().own if own.attempt_id == str(attempt.id)), None)
    if entry is not None:
        furniture.notice(words.hangs)
        with st.container(horizontal=True):
            st.page_link(page("wand"), label=words.to_wall)
            if st.button(words.withdraw, key="abnehmen"):
                service.withdraw(entry)
                st.rerun()
        return
    with st.expander(words.contribute_title):
        furniture.paragraph(words.contribute_lead)
        furniture.paragraph(words.contribute_honest, small=True)
        lesson = text_field(words.lesson_field, words.lesson_help, key=f"lehre-{attempt.id}", height=80)
        if st.button(words.preview, key="wand-vorschau"):
            _remember(attempt, lesson)
        _previewed(attempt, lesson)


def _remember(attempt: Attempt, lesson: str) -> None:
    try:
        card = client().preview_contribution(attempt.id, lesson)
    except ServiceError as error:
        if error.status == 401:
            raise
        furniture.problem(error)
        return
    st.session_state[f"wand-{attempt.id}"] = (lesson, card)


def _previewed(attempt: Attempt, lesson: str) -> None:
    words = texts().wall
    known: tuple[str, WallCard] | None = st.session_state.get(f"wand-{attempt.id}")
    if known is None:
        return
    if known[0] != lesson:
        furniture.notice(words.preview_changed)
        return
    furniture.section(words.preview_title, words.preview_note)
    st.html(f'<article class="wandkarte vorschau">{card_html(known[1], folded=False)}</article>')
    if st.button(words.contribute, key="wand-beitragen", type="primary"):
        try:
            client().contribute(attempt.id, lesson)
        except ServiceError as error:
            if error.status == 401:
                raise
            furniture.problem(error)
            return
        del st.session_state[f"wand-{attempt.id}"]
        st.rerun()
