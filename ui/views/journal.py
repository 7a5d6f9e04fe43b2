"""The learning journal: what the participant has written down, by module and date."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

import streamlit as st

from ui import furniture
from ui.access import allowed, client
from ui.dates import moment_in_words
from ui.journal_words import (
    by_occasion,
    entry_title,
    module_title,
    own_words,
    preferences_in_words,
    told,
    without_takeaways,
)
from ui.marking import mark_placeholders
from ui.navigation import page
from ui.schemas import JournalEntry, ReflectionEntry, Session, TakeawayEntry
from ui.texts import texts


def show(session: Session) -> None:
    """Sentences to take away first, then everything in its order."""
    if not allowed(session, "participant"):
        return
    words = texts().journal
    furniture.title(words.title, words.lead)
    journal = client().journal()
    main, margin = furniture.two_columns()
    with main:
        if not journal.entries:
            furniture.empty(words.empty_title, words.empty)
            st.page_link(page("uebungen"), label=words.to_exercises)
        takeaways = [entry for entry in journal.entries if isinstance(entry, TakeawayEntry)]
        if takeaways:
            st.html(takeaway_list(takeaways))
        summary = preferences_in_words(journal.preferences)
        if summary:
            furniture.section(texts().compare.preferences_title, summary)
        for title, group in groupby(without_takeaways(journal.entries), key=module_title):
            st.html(f"<h2>{escape(title)}</h2>{entry_list(list(group))}")
    with margin:
        furniture.margin_notes([(words.who_title, words.who)])
        with st.container(key="weiter"):
            st.html(f'<p class="feldname">{escape(words.next_title)}</p>')
            st.page_link(page("mitnehmen"), label=words.to_take_home)
            st.page_link(page("bescheinigung"), label=words.to_certificate)
            st.page_link(page("blindvergleich"), label=words.to_blind)


def takeaway_list(entries: Sequence[TakeawayEntry]) -> str:
    """The sentences to take away as HTML, each with the exercise it came from."""
    words = texts().journal
    items = "".join(
        f'<li>{mark_placeholders(entry.text)} <span class="klein">'
        f"{escape(words.takeaway_from.format(title=entry.exercise_title))}</span></li>"
        for entry in entries
    )
    return f'<h2>{escape(words.takeaways_title)}</h2><ul class="merksaetze">{items}</ul>'


def entry_list(entries: Sequence[JournalEntry]) -> str:
    """Entries as HTML: when, what, and the person's own words; what was written at one go stands together."""
    return "".join(_occasion(group) for group in by_occasion(entries))


def _occasion(group: Sequence[JournalEntry]) -> str:
    first = group[0]
    parts = "".join(_part(entry) for entry in group)
    return (
        f'<article class="eintrag"><h3>{escape(entry_title(first))}</h3>'
        f'<p class="klein">{escape(moment_in_words(first.at))}</p>{parts}</article>'
    )


def _part(entry: JournalEntry) -> str:
    sentence = told(entry)
    kind = "frage" if isinstance(entry, ReflectionEntry) else "ergebnis"
    before = f'<p class="{kind}">{escape(sentence)}</p>' if sentence else ""
    own = "".join(f'<p class="fliess">{mark_placeholders(text)}</p>' for text in own_words(entry))
    return before + own
