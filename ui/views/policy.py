"""The protection rules in force, with their versions."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui import furniture
from ui.access import client
from ui.schemas import Policy, ServiceInfo, Session
from ui.texts import texts


def show(session: Session) -> None:
    """Rules and versions."""
    words = texts().audit
    furniture.title(words.policy_title, words.policy_lead)
    service = client()
    policy = service.policy()
    info = service.service()
    furniture.notice(words.fail_closed)
    furniture.section(words.policy_versions)
    st.html(furniture.facts(versions(policy, info)))
    if policy.rules:
        st.html(rules_table(policy))
    else:
        furniture.warning(words.policy_empty)


def versions(policy: Policy, info: ServiceInfo) -> list[tuple[str, str]]:
    """Every part with its version, as pairs."""
    words = texts().audit
    guard = policy.versions if policy.versions.policy else info.guard
    pairs = [
        (words.policy_version, guard.policy),
        (words.recognizers_version, guard.recognizers),
        (words.tagger_version, guard.tagger),
        (words.model_version, info.model.name),
        (words.service_version, info.version),
    ]
    return [(name, value) for name, value in pairs if value]


def rules_table(policy: Policy) -> str:
    """The rules as an HTML table."""
    words = texts().audit
    rows = [
        (
            escape(rule.label or rule.entity),
            f'<span class="summe">{escape(rule.entity)}</span>',
            escape(words.actions.get(rule.action, rule.action)),
            f"{rule.threshold:.2f}".replace(".", ",") if rule.threshold is not None else "",
        )
        for rule in policy.rules
    ]
    columns = (words.column_label, words.column_entity, words.column_rule, words.column_threshold)
    return furniture.table(columns, rows, label=words.policy_table, numeric=(3,), show_label=True)
