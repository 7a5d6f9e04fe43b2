"""Changing the policy: write, check, propose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from ui import furniture
from ui.access import client
from ui.client import ServiceError, SignedOutError
from ui.schemas import PolicyAssessment, PolicyInForce
from ui.texts import texts
from ui.views.policy import pending
from ui.views.policy.effects import change_list, show_dry_run

_CHANGE = "schutzregel-aenderung"
_TEXT = "schutzregel-text"
_REASON = "schutzregel-grund"


@dataclass
class Change:
    """What the reader has in hand: the last text that was checked, and what came of it."""

    checked: str = ""
    result: PolicyAssessment | ServiceError | None = None


def begun() -> bool:
    """Whether a change is being written."""
    return _CHANGE in st.session_state


def begin() -> None:
    """Opens the editor."""
    st.session_state[_CHANGE] = Change()


def show(in_force: PolicyInForce, titles: Mapping[str, str]) -> None:
    """The editor, and what the last check said."""
    words = texts().policy
    change: Change = st.session_state[_CHANGE]
    furniture.section(words.change, words.change_lead)
    content: str = st.text_area(words.editor, in_force.content, key=_TEXT, height=420)
    furniture.paragraph(words.editor_help, small=True)
    with st.container(horizontal=True):
        wants_check = st.button(words.check, type="primary", key="schutzregel-pruefen")
        if st.button(words.cancel, key="schutzregel-abbrechen"):
            _end()
            st.rerun()
    if wants_check:
        with st.spinner(words.checking):
            change.checked, change.result = content, _checked(content)
    if change.result is None:
        return
    if change.checked != content:
        furniture.notice(words.check_again)
    elif isinstance(change.result, ServiceError):
        furniture.problem(change.result)
    else:
        _result(change, change.result, titles)


def _checked(content: str) -> PolicyAssessment | ServiceError:
    service = client()
    try:
        return service.check_policy(content)
    except SignedOutError:
        raise
    except ServiceError as error:
        return error


def _result(change: Change, found: PolicyAssessment, titles: Mapping[str, str]) -> None:
    words = texts().policy
    if found.weakens:
        furniture.warning(words.result_weakens, words.result_weakens_title)
    else:
        furniture.notice(words.result_keeps, words.result_keeps_title)
    if found.unknown_exercises:
        furniture.warning(words.unknown_exercises.format(names=", ".join(found.unknown_exercises)))
    furniture.section(words.changes)
    st.html(change_list(found.changes, titles))
    show_dry_run(found.dry_run, titles)
    with st.form("schutzregel-vorschlag", border=False):
        reason = st.text_area(words.reason, key=_REASON, height=100, max_chars=1000)
        furniture.paragraph(words.reason_help, small=True)
        wants = st.form_submit_button(words.propose, type="primary")
    if not wants:
        return
    if not (reason or "").strip():
        furniture.warning(words.reason_missing)
        return
    service = client()
    try:
        with st.spinner(words.checking):
            made = service.propose_policy(change.checked, reason)
    except SignedOutError:
        raise
    except ServiceError as error:
        furniture.problem(error)
        return
    _end()
    pending.remember(words.proposed_notice.format(number=made.number))
    st.rerun()


def _end() -> None:
    for name in (_CHANGE, _TEXT, _REASON):
        st.session_state.pop(name, None)
