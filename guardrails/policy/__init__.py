"""The policy (Schutzregel): what the guard does with each kind of finding. Versioned YAML with a schema."""

from guardrails.policy.document import PolicyDocument, load_document, load_policy, parse_policy
from guardrails.policy.schema import (
    Action,
    DeniedText,
    EntityRule,
    ExerciseOverride,
    Policy,
    RuleOverride,
    json_schema,
)

__all__ = [
    "Action",
    "DeniedText",
    "EntityRule",
    "ExerciseOverride",
    "Policy",
    "PolicyDocument",
    "RuleOverride",
    "json_schema",
    "load_document",
    "load_policy",
    "parse_policy",
]
