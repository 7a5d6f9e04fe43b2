"""The audit trail: is the chain whole, and what does it say.

Reading the trail is recorded in it. The page therefore asks the service only when the reader does
something, and shows what it got until then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from typing import Any

import streamlit as st

from ui import furniture
from ui.access import allowed, client
from ui.client import Client
from ui.dates import moment_in_words
from ui.schemas import AuditEvent, AuditPage, AuditVerification, Session
from ui.texts import texts

PAGE = 50
_READING = "pruefprotokoll"


@dataclass
class Reading:
    """What the reader has in hand. `newest` is the number of the latest event on the page, 0 for the end."""

    verification: AuditVerification
    page: AuditPage
    action: str = ""
    newest: int = 0
    at: datetime = field(default_factory=lambda: datetime.now(UTC))


def show(session: Session) -> None:
    """Verification in words, then the events, the newest first."""
    if not allowed(session, "dpo", "admin"):
        return
    words = texts().audit
    furniture.title(words.title, words.lead)
    reading: Reading | None = st.session_state.get(_READING)
    if reading is None:
        reading = _read("", 0)
    _verification(reading)
    actions = {item.action: item.label or item.action for item in reading.page.actions}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        action = st.selectbox(
            words.filter_action,
            ["", *sorted(actions, key=lambda name: actions[name])],
            format_func=lambda name: actions.get(name, words.all_actions),
            key="protokoll-vorgang",
            width=340,
        )
        again = st.button(words.refresh, key="protokoll-neu")
    if again or action != reading.action:
        _read(action or "", 0)
        st.rerun()
    events = sorted(reading.page.events, key=lambda event: event.seq, reverse=True)
    if not events:
        if action:
            furniture.paragraph(words.empty_filtered)
        else:
            furniture.empty(words.empty_title, words.empty)
        return
    st.html(event_table(events))
    _turn(reading, events)


def _read(action: str, newest: int) -> Reading:
    """Ask the service and keep the answer; `newest` 0 reads the end of the trail."""
    service = client()
    verification = service.audit_verification()
    if action:
        page = service.audit_events(action=action, limit=500)
    else:
        page = service.audit_events(after=max(0, (newest or _end(service, verification)) - PAGE), limit=PAGE)
    reading = Reading(verification, page, action, newest)
    st.session_state[_READING] = reading
    return reading


def _end(service: Client, verification: AuditVerification) -> int:
    """Number that the latest entry will have: the check that was just made and the reading are entries too."""
    if verification.valid:
        return verification.checked + 2
    return service.audit_events(limit=1).total + 1


def _verification(reading: Reading) -> None:
    words = texts().audit
    result = reading.verification
    if result.valid:
        furniture.notice(words.valid.format(checked=result.checked, at=moment_in_words(reading.at)), words.valid_title)
    else:
        furniture.warning(words.broken.format(first=result.first_broken, checked=result.checked), words.broken_title)
    head = (
        f'{escape(words.head)}: <span class="summe">{escape(result.head)}</span><br>{escape(words.head_help)}<br>'
        if result.head
        else ""
    )
    st.html(f'<p class="klein">{head}{escape(words.recorded)}</p>')


def _turn(reading: Reading, events: Sequence[AuditEvent]) -> None:
    words = texts().audit
    first, last, total = events[-1].seq, events[0].seq, reading.page.total
    if reading.action:
        return
    furniture.paragraph(words.shown.format(first=first, last=last, total=total), small=True)
    with st.container(horizontal=True):
        if reading.newest and st.button(words.newer, key="neuere"):
            newer = last + PAGE
            _read("", newer if newer < total else 0)
            st.rerun()
        if first > 1 and st.button(words.older, key="aeltere"):
            _read("", first - 1)
            st.rerun()


def event_table(events: Sequence[AuditEvent]) -> str:
    """Events as an HTML table."""
    words = texts().audit
    rows = [
        (
            str(event.seq),
            escape(moment_in_words(event.at)),
            escape(_who(event)),
            escape(event.action_label or event.action),
            escape(plain(event.details)),
            f'<span class="summe" title="{escape(event.hash)}">{escape(event.hash[:12])}</span>',
        )
        for event in events
    ]
    columns = (
        words.column_seq,
        words.column_at,
        words.column_who,
        words.column_action,
        words.column_details,
        words.column_hash,
    )
    return furniture.table(columns, rows, label=words.table_label, numeric=(0,))


def plain(value: Any) -> str:
    """Details of an event, whatever their shape, as one line of text."""
    words = texts().audit
    if value is None:
        return ""
    if isinstance(value, bool):
        return words.yes if value else words.no
    if isinstance(value, Mapping):
        return ", ".join(
            f"{words.details.get(str(name), str(name))}: {plain(item)}"
            for name, item in value.items()
            if item not in (None, "")
        )
    if isinstance(value, (list, tuple)):
        return ", ".join(plain(item) for item in value)
    return words.values.get(str(value), str(value))


def _who(event: AuditEvent) -> str:
    if event.actor is None:
        return ""
    role = texts().common.roles.get(event.actor.role, "")
    if event.actor.name and role:
        return f"{event.actor.name} ({role})"
    return event.actor.name or role
