"""What the model is given for an attempt."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from exercises.exercise import Exercise

PROMPTS_DIR = Path(__file__).parent / "prompts"
"""Prompts that ship with the product, as Markdown files."""


@cache
def system_prompt() -> str:
    """The system message of every attempt."""
    return (PROMPTS_DIR / "system.md").read_text(encoding="utf-8").strip()


def compose_beginning(exercise: Exercise) -> list[dict[str, str]]:
    """What the messages of all attempts at an exercise begin with: up to the participant's own words."""
    user = f"Fall:\n{exercise.case}\n\nAuftrag:\n" if exercise.case else ""
    return [{"role": "system", "content": system_prompt()}, {"role": "user", "content": user}]


def compose_messages(exercise: Exercise, prompt: str, material: str | None = None) -> list[dict[str, str]]:
    """System and user message of an attempt; `prompt` and `material` are redacted already.

    The case of the exercise stands before the prompt, or the participant's material where there is no case.
    Outer white space is taken off.
    """
    text = exercise.case or (material or "").strip()
    task = prompt.strip()
    user = f"Fall:\n{text}\n\nAuftrag:\n{task}" if text else task
    return [{"role": "system", "content": system_prompt()}, {"role": "user", "content": user}]
