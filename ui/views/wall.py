"""The wall of instructive failures, for participants and for who leads the workshop."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui import furniture
from ui.access import allowed, client
from ui.client import ServiceError
from ui.dates import in_words
from ui.marking import mark_placeholders
from ui.navigation import page
from ui.schemas import Session, Wall, WallCard, WallEntry, Workshop
from ui.texts import texts
from ui.views.exercise.answer import answer_block

_NOTE = "wand-hinweis"


def show(session: Session) -> None:
    """Everything that hangs there; one's own can be taken off, trainers can hide."""
    if not allowed(session, "participant", "trainer"):
        return
    words = texts().wall
    furniture.title(words.title, words.lead)
    note = st.session_state.pop(_NOTE, "")
    if note:
        furniture.notice(note)
    if session.account.role == "trainer":
        _for_trainers()
        return
    wall = client().wall()
    if not wall.entries:
        furniture.empty(words.empty_title, words.empty)
        st.page_link(page("versuche"), label=words.to_attempts)
        return
    _count(wall)
    for entry in wall.entries:
        with st.container(key=f"karte-{entry.id}"):
            st.html(entry_html(entry))
            if entry.own and st.button(words.withdraw, key=f"abnehmen-{entry.id}"):
                _withdraw(entry.id)


def card_html(card: WallCard, *, folded: bool = True) -> str:
    """A contribution as everyone sees it, as HTML; on the wall the answer is folded, so that one can look around."""
    words = texts().wall
    answer = answer_block(card.answer, card.model)
    if folded:
        answer = f'<details class="anmeldung"><summary>{escape(words.answer)}</summary>{answer}</details>'
    lesson = (
        f'<p class="feldname">{escape(words.lesson)}</p><p class="fliess lehre">{mark_placeholders(card.lesson)}</p>'
        if card.lesson.strip()
        else ""
    )
    return (
        f"<h2>{escape(card.exercise_title)}</h2>"
        f'<p class="klein">{escape(words.from_day.format(day=in_words(card.day)))}</p>{lesson}'
        f'<p class="feldname">{escape(words.prompt)}</p>'
        f'<div class="eigen"><p class="fliess">{mark_placeholders(card.prompt)}</p></div>'
        f"{answer}"
    )


def entry_html(entry: WallEntry) -> str:
    """A contribution with what only its contributor or a trainer is told, as HTML."""
    words = texts().wall
    notes = []
    if entry.own:
        notes.append(words.own)
    if entry.hidden:
        sentence = words.hidden_for_you if entry.own else words.hidden
        notes.append(sentence.format(reason=entry.hidden_reason))
    kind = "hinweis" if entry.hidden else "klein eigener"
    told = f'<p class="{kind}">{escape(". ".join(notes))}</p>' if notes else ""
    return f'<article class="wandkarte">{told}{card_html(entry)}</article>'


def _count(wall: Wall) -> None:
    words = texts().wall
    count = len(wall.entries)
    furniture.paragraph(words.count_one if count == 1 else words.count.format(count=count), small=True)


def _withdraw(entry_id: str) -> None:
    client().withdraw(entry_id)
    st.session_state[_NOTE] = texts().wall.withdrawn
    st.rerun()


def _for_trainers() -> None:
    words = texts().wall
    service = client()
    workshops = service.workshops()
    if not workshops:
        furniture.empty(words.no_workshop_title, words.no_workshop)
        st.page_link(page("workshops"), label=words.to_workshops)
        return
    workshop = _choose(workshops)
    wall = service.wall(workshop.id)
    if not wall.entries:
        furniture.empty(words.empty_title, words.empty_trainer)
        return
    _count(wall)
    for entry in wall.entries:
        with st.container(key=f"karte-{entry.id}"):
            st.html(entry_html(entry))
            _hiding(workshop, entry)


def _choose(workshops: list[Workshop]) -> Workshop:
    if len(workshops) == 1:
        return workshops[0]
    ids = [str(workshop.id) for workshop in workshops]
    wanted = st.query_params.get("workshop", "")
    chosen = st.selectbox(
        texts().wall.workshop,
        range(len(workshops)),
        index=ids.index(wanted) if wanted in ids else 0,
        format_func=lambda index: workshops[index].title,
    )
    return workshops[chosen or 0]


def _hiding(workshop: Workshop, entry: WallEntry) -> None:
    words = texts().wall
    if entry.hidden:
        if st.button(words.show, key=f"zeigen-{entry.id}"):
            client().show_entry(workshop.id, entry.id)
            st.rerun()
        return
    with (
        st.container(key=f"schmal-{entry.id}"),
        st.expander(words.hide_title),
        st.form(f"ausblenden-{entry.id}", border=False),
    ):
        reason = st.text_input(words.hide_reason, max_chars=500, autocomplete="off")
        furniture.paragraph(words.hide_recorded, small=True)
        if not st.form_submit_button(words.hide):
            return
        if not reason.strip():
            furniture.warning(words.hide_missing)
            return
        try:
            client().hide_entry(workshop.id, entry.id, reason)
        except ServiceError as error:
            if error.status == 401:
                raise
            furniture.problem(error)
            return
    st.rerun()
