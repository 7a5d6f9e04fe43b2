"""The policy (Schutzregel): what the guard does with each kind of finding. Versioned YAML with a schema."""

from guardrails.policy.schema import Action, EntityRule, Policy, load_policy

__all__ = ["Action", "EntityRule", "Policy", "load_policy"]
