"""The protection rules in force and, for data-protection officers, changing them."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui import furniture
from ui.access import client
from ui.schemas import Policies, Session
from ui.texts import texts
from ui.views.policy import change, history, pending
from ui.views.policy.rules import origin, rules_table, versions


def show(session: Session) -> None:
    """Versions, open proposals, the rules, a way to change them, the history. One thing at a time while changing."""
    words = texts().audit
    furniture.title(words.policy_title, words.policy_lead)
    service = client()
    policy, info = service.policy(), service.service()
    titles = {exercise.id: exercise.title for exercise in service.exercises()}
    known = service.policies() if session.account.role == "dpo" else None
    if known is not None and change.begun():
        change.show(known.in_force, titles)
        return
    if known is not None:
        pending.tell()
    furniture.notice(words.fail_closed)
    furniture.section(words.policy_versions)
    st.html(furniture.facts(versions(policy, info) + origin(policy, known, titles)))
    if known is not None:
        _warn(known)
        pending.show(session, known, titles)
        if st.button(texts().policy.change, type="primary", key="schutzregel-aendern"):
            change.begin()
            st.rerun()
    if policy.rules:
        st.html(rules_table(policy))
    else:
        furniture.warning(words.policy_empty)
    furniture.section(texts().policy.evaluation_title, texts().policy.evaluation)
    st.html(
        f'<p><a href="/api/v1/guard/evaluation.html" target="_blank" rel="noopener">'
        f"{escape(texts().policy.evaluation_link)}</a></p>"
    )
    if known is not None:
        _history(known)


def _warn(known: Policies) -> None:
    if known.in_force.unknown_exercises:
        names = ", ".join(known.in_force.unknown_exercises)
        furniture.warning(texts().policy.unknown_exercises.format(names=names))


def _history(known: Policies) -> None:
    words = texts().policy
    furniture.section(words.history)
    if known.versions:
        st.html(history.table(known.versions))
    else:
        furniture.paragraph(words.history_empty)
