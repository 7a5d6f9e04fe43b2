"""The protection rules in force, with their versions and where they come from."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from ui import furniture
from ui.numbers import number
from ui.schemas import Policies, Policy, ServiceInfo
from ui.texts import texts


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


def origin(policy: Policy, known: Policies | None, titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """Where the policy comes from, how long its lists are, which exercises have rules of their own, as pairs."""
    words = texts().policy
    pairs = []
    if known is not None:
        source = words.sources.get(known.in_force.source, known.in_force.source)
        pairs.append((words.source, source.format(number=known.in_force.number)))
    pairs.append((words.lists, words.list_counts.format(allowed=policy.allowed, denied=policy.denied)))
    if policy.exercises:
        pairs.append((words.own_rules, ", ".join(titles.get(name, name) for name in policy.exercises)))
    return pairs


def rules_table(policy: Policy) -> str:
    """The rules as an HTML table."""
    words = texts().audit
    rows = [
        (
            escape(rule.label or rule.entity),
            f'<span class="summe">{escape(rule.entity)}</span>',
            escape(words.actions.get(rule.action, rule.action)),
            number(rule.threshold, 2, exactly=True) if rule.threshold is not None else "",
        )
        for rule in policy.rules
    ]
    columns = (words.column_label, words.column_entity, words.column_rule, words.column_threshold)
    return furniture.table(columns, rows, label=words.policy_table, numeric=(3,), show_label=True)
