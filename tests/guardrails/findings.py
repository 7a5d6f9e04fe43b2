"""What the guard finds in a text, as tests compare it."""

from guardrails import Guard, RawText


def found(guard: Guard, text: str) -> list[tuple[str, str]]:
    """Kind and value of each finding, in the order of the text."""
    return [(f.entity, text[f.start : f.end]) for f in guard.redact(RawText(text), language="de").findings]
