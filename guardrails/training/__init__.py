"""Recipe of the tagger: prepare the texts, train, evaluate (`python -m guardrails.training`)."""
