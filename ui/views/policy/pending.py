"""Proposals that wait for a decision."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from ui import furniture
from ui.access import client
from ui.client import ServiceError, SignedOutError
from ui.dates import moment_in_words
from ui.schemas import Policies, PolicyVersion, Session
from ui.texts import texts
from ui.views.policy.effects import change_list, show_dry_run

_TOLD = "schutzregel-gesagt"


def remember(sentence: str) -> None:
    """Keeps what has just happened for the next run of the page."""
    st.session_state[_TOLD] = sentence


def tell() -> None:
    """Says once what has just happened."""
    if sentence := st.session_state.pop(_TOLD, ""):
        furniture.notice(sentence)


def show(session: Session, known: Policies, titles: Mapping[str, str]) -> None:
    """Every open proposal with what it changes and what one can do about it."""
    waiting = [version for version in known.versions if version.status == "pending"]
    if not waiting:
        return
    furniture.section(texts().policy.pending)
    for version in waiting:
        with st.container(key=f"karte-schutzregel-{version.number}"):
            own = version.proposed_by.id == str(session.account.id)
            _proposal(client().policy_version(version.id), own, known.officers, titles)


def _proposal(version: PolicyVersion, own: bool, officers: int, titles: Mapping[str, str]) -> None:
    words = texts().policy
    heading = words.proposal.format(number=version.number, title=version.title, identity=version.identity)
    proposed = words.proposed.format(
        name=version.proposed_by.name, at=moment_in_words(version.proposed_at), reason=version.reason
    )
    st.html(f'<h3>{escape(heading)}</h3><p class="klein">{escape(proposed)}</p>')
    st.html(change_list(version.changes, titles))
    show_dry_run(version.dry_run, titles)
    if version.weakens and version.may_approve:
        furniture.notice(words.you_are_second)
    elif version.weakens:
        more = f" {words.no_second}" if officers < 2 else ""
        furniture.warning(words.needs_second + more, words.needs_second_title)
    _decide(version, own)


def _decide(version: PolicyVersion, own: bool) -> None:
    words = texts().policy
    with st.form(f"schutzregel-entscheidung-{version.number}", border=False):
        reason = "" if own else st.text_area(words.decision_reason, height=80, max_chars=1000)
        if not own:
            furniture.paragraph(words.decision_reason_help, small=True)
        with st.container(horizontal=True):
            approved = version.may_approve and st.form_submit_button(words.approve, type="primary")
            rejected = st.form_submit_button(words.withdraw if own else words.reject)
    if not (approved or rejected):
        return
    service = client()
    try:
        service.decide_policy(version.id, approved=bool(approved), reason=reason or "")
    except SignedOutError:
        raise
    except ServiceError as error:
        furniture.problem(error)
        return
    remember((words.approved if approved else words.rejected).format(number=version.number))
    st.rerun()
