"""Everything to take home as one document, with placeholders or with real values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from ui import drafts, furniture
from ui.access import allowed, client
from ui.documents.take_home import Contents, nothing_in, open_placeholders, take_home
from ui.navigation import page
from ui.schemas import Session, TakeawayEntry, TakeHome
from ui.texts import texts
from ui.views.certificate import offer
from ui.work import work_on


def show(session: Session) -> None:
    """Choose the parts and how placeholders are written, then save."""
    if not allowed(session, "participant"):
        return
    words = texts().take_home
    furniture.title(words.title, words.lead)
    taken = client().take_home()
    contents = _contents(taken)
    if nothing_in(taken, contents):
        furniture.paragraph(words.nothing)
        return
    values = _values(taken, contents)
    document = take_home(taken, contents, date.today(), values)
    if values is not None:
        furniture.warning(words.real_warning)
    offer(document, words.file_name, words.save_html, words.save_docx, words.pdf_hint)


def _contents(taken: TakeHome) -> Contents:
    words = texts().take_home
    takeaways = sum(isinstance(entry, TakeawayEntry) for entry in taken.journal.entries)
    begun = sum(item.begun for item in taken.material)
    own = takeaways or taken.good or taken.journal.entries
    if not own:
        furniture.empty(words.empty_title, words.empty)
    elif not taken.good:
        furniture.paragraph(words.good_none)
        st.page_link(page("versuche"), label=words.to_attempts)
    furniture.section(words.contents)
    return Contents(
        takeaways=_tick(words.with_takeaways, takeaways, "merksaetze"),
        good=_tick(words.with_good, len(taken.good), "gute"),
        journal=_tick(words.with_journal, len(taken.journal.entries) - takeaways, "journal"),
        begun_material=_tick(words.with_material, begun, "material"),
        other_material=_tick(words.with_all_material, len(taken.material) - begun, "anderes", before=False),
    )


def _tick(label: str, count: int, name: str, *, before: bool = True) -> bool:
    """A box for a part; none for one that is empty."""
    return count > 0 and bool(st.checkbox(label.format(count=count), value=before, key=f"teil-{name}"))


def _values(taken: TakeHome, contents: Contents) -> dict[str, dict[str, str]] | None:
    """Real values by exercise and placeholder; None where the placeholders are to stay."""
    words = texts().take_home
    wanted = open_placeholders(taken, contents)
    furniture.section(words.values_question)
    if not wanted:
        furniture.paragraph(words.values_none)
        return None
    choices = {"platzhalter": words.values_placeholders, "werte": words.values_real}
    choice = st.radio(
        words.values_question,
        list(choices),
        horizontal=True,
        format_func=lambda name: choices[name],
        label_visibility="collapsed",
        key="mit-werten",
    )
    if choice != "werte":
        return None
    furniture.paragraph(words.values_help, small=True)
    values = _fields(wanted)
    known = sum(len(per_exercise) for per_exercise in values.values())
    furniture.paragraph(words.values_known.format(known=known, total=len(wanted)))
    return values


def _fields(wanted: Sequence[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """A field for each placeholder, filled with what this session knows."""
    words = texts().take_home
    values: dict[str, dict[str, str]] = {}
    with st.expander(words.values_fields):
        furniture.paragraph(words.values_fields_help, small=True)
        columns = st.columns(2, gap="medium")
        for index, (exercise_id, title, placeholder) in enumerate(wanted):
            with columns[index % 2]:
                value = _field(exercise_id, title, placeholder)
            if value:
                values.setdefault(exercise_id, {})[placeholder] = value
    return values


def _field(exercise_id: str, title: str, placeholder: str) -> str:
    key = f"mitnahmewert-{exercise_id}-{placeholder}"
    known = work_on(exercise_id).known_values().get(placeholder, "")
    before = drafts.begin(key, known) or known
    label = texts().take_home.value_for.format(placeholder=placeholder, title=title)
    value = st.text_input(label, before, key=key, autocomplete="off") or ""
    drafts.keep(key, value)
    drafts.mark_saved(key, value)
    return value.strip()
