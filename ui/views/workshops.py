"""The trainer's workshops: what there is, the code for the room, a new one."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape

import streamlit as st

from ui import furniture
from ui.access import allowed, client
from ui.client import ServiceError
from ui.dates import in_words
from ui.navigation import page
from ui.schemas import Session, Workshop
from ui.texts import texts

RETENTION_DAYS = 90


def show(session: Session) -> None:
    """List and form; with `?raum=` the code in large letters."""
    if not allowed(session, "trainer", "admin"):
        return
    words = texts().trainer
    service = client()
    workshops = service.workshops()
    for_room = st.query_params.get("raum")
    for workshop in workshops:
        if str(workshop.id) == for_room:
            _for_the_room(workshop)
            return
    furniture.title(words.workshops_title, words.workshops_lead)
    created = st.session_state.pop("workshop-angelegt", None)
    if created:
        furniture.notice(created)
    if not workshops:
        furniture.empty(words.empty_title, words.empty)
    for workshop in workshops:
        _card(workshop, may_read=session.account.role == "trainer")
    _form()


def counts(workshop: Workshop) -> str:
    """How many take part and how much they tried, in words."""
    words = texts().trainer
    people, tries = workshop.participants or 0, workshop.attempts or 0
    return words.numbers.format(
        participants=words.participants_one if people == 1 else words.participants.format(count=people),
        attempts=words.attempts_one if tries == 1 else words.attempts.format(count=tries),
    )


def period(workshop: Workshop) -> str:
    """The days of a workshop, in words."""
    words = texts().trainer
    start, end = in_words(workshop.starts_on), in_words(workshop.ends_on)
    return words.one_day.format(start=start) if start == end else words.period.format(start=start, end=end)


def _card(workshop: Workshop, *, may_read: bool) -> None:
    words = texts().trainer
    with st.container(key=f"karte-{workshop.id}"):
        left, right = st.columns([2, 1], gap="large")
        left.html(
            f"<h2>{escape(workshop.title)}</h2><p>{escape(period(workshop))}<br>{escape(counts(workshop))}</p>"
            f'<p class="klein">{escape(words.retention.format(date=in_words(workshop.retention_until)))}</p>'
        )
        with right:
            st.html(
                f'<p class="klein">{escape(words.code)}</p>'
                f'<p class="teilnahmecode">{escape(workshop.join_code or "")}</p>'
            )
            st.page_link(
                page("workshops"),
                label=words.code_label.format(title=workshop.title),
                query_params={"raum": str(workshop.id)},
            )
            if may_read:
                st.page_link(
                    page("promptprotokoll"),
                    label=words.to_log_label.format(title=workshop.title),
                    query_params={"workshop": str(workshop.id)},
                )


def _for_the_room(workshop: Workshop) -> None:
    words = texts().trainer
    address = st.context.url or ""
    base = "/".join(address.split("/")[:3])
    st.html(
        f'<div class="raumcode"><h1>{escape(workshop.title)}</h1><p>{escape(words.code)}</p>'
        f'<p class="gross">{escape(workshop.join_code or "")}</p>'
        f"<p>{escape(words.code_address.format(address=base))}</p></div>"
    )
    st.page_link(page("workshops"), label=words.code_close)


def _form() -> None:
    words = texts().trainer
    furniture.section(words.create_title)
    today = date.today()
    with st.form("workshop-anlegen", border=False):
        title = st.text_input(words.create_name, help=None, autocomplete="off", max_chars=120)
        furniture.paragraph(words.create_name_help, small=True)
        left, right = st.columns(2)
        starts_on = left.date_input(words.create_start, value=today, format="DD.MM.YYYY")
        ends_on = right.date_input(words.create_end, value=today + timedelta(days=1), format="DD.MM.YYYY")
        days = st.number_input(words.create_retention, min_value=1, max_value=730, value=RETENTION_DAYS, step=1)
        sent = st.form_submit_button(words.create, type="primary")
    if sent:
        _create(title, starts_on, ends_on, int(days))


def _create(title: str, starts_on: date, ends_on: date, days: int) -> None:
    words = texts().trainer
    if not title.strip():
        furniture.warning(words.name_missing)
        return
    if ends_on < starts_on:
        furniture.warning(words.dates_wrong)
        return
    try:
        service = client()
        workshop = service.create_workshop(title.strip(), starts_on, ends_on, days)
    except ServiceError as error:
        if error.status == 401:
            raise
        furniture.problem(error)
        return
    st.session_state["workshop-angelegt"] = words.created.format(title=workshop.title, code=workshop.join_code or "")
    st.rerun()
