"""Own progress, and the certificate of participation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from html import escape

import streamlit as st

from ui import drafts, furniture
from ui.access import allowed, client
from ui.documents.as_docx import MEDIA_TYPE, as_docx
from ui.documents.as_html import as_html, body_html
from ui.documents.certificate import certificate, days
from ui.documents.model import Document
from ui.navigation import page
from ui.schemas import PractisedExercise, Progress, Session
from ui.texts import texts

_NAME = "bescheinigung-name"


def show(session: Session) -> None:
    """Progress as a table; below, the certificate with a name that stays in this session."""
    if not allowed(session, "participant"):
        return
    words = texts().certificate
    furniture.title(words.title, words.lead)
    progress = client().progress()
    if progress.exercises:
        summary = words.progress.format(
            practised=len(progress.practised), total=progress.total, begun=len(progress.exercises)
        )
        furniture.section(words.progress_title, summary)
        st.html(progress_table(progress.exercises))
    if not progress.practised:
        furniture.empty(words.empty_title, words.empty)
        st.page_link(page("uebungen"), label=words.to_exercises)
        return
    _make(progress)


def progress_table(exercises: Sequence[PractisedExercise]) -> str:
    """Exercises begun with their state, as HTML."""
    words = texts().certificate
    rows = [
        (escape(item.exercise_title), escape(item.module_title), str(item.attempts), escape(days(item)), _state(item))
        for item in exercises
    ]
    columns = (words.column_exercise, words.column_module, words.column_attempts, words.column_days, words.column_state)
    return furniture.table(columns, rows, label=words.progress_title, numeric=(2,))


def _state(exercise: PractisedExercise) -> str:
    words = texts().certificate
    if exercise.practised:
        return escape(words.state_practised)
    return escape(words.state_reflect if exercise.complete else words.state_attempt)


def _make(progress: Progress) -> None:
    words = texts().certificate
    furniture.section(words.make_title)
    before = drafts.begin(_NAME)
    with st.container(key="schmal-name"):
        name = st.text_input(words.name, before, key=_NAME, max_chars=120, autocomplete="name") or ""
    drafts.keep(_NAME, name)
    drafts.mark_saved(_NAME, name)
    furniture.paragraph(words.name_help, small=True)
    document = certificate(progress, name, date.today())
    offer(document, words.file_name, words.save_html, words.save_docx, words.pdf_hint)
    st.html(f'<p class="feldname">{escape(words.preview)}</p><div class="druckblatt">{body_html(document, 1)}</div>')


def offer(document: Document, file_name: str, html_label: str, docx_label: str, hint: str) -> None:
    """Both forms of a document to be saved. They are made when asked for, in the memory of this session."""
    with st.container(horizontal=True, key="speichern"):
        for label, write, ending, media_type in (
            (docx_label, as_docx, "docx", MEDIA_TYPE),
            (html_label, as_html, "html", "text/html"),
        ):
            st.download_button(
                label,
                partial(write, document),
                f"{file_name}.{ending}",
                media_type,
                key=f"als-{ending}",
                on_click="ignore",
                type="primary",
            )
    furniture.paragraph(hint, small=True)
