"""Wordings that the answer should do without: promises, private matters."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from exercises.checks.draft import Draft
from exercises.checks.result import CheckResult
from exercises.checks.settings import Line, Settings
from exercises.checks.wording import Wording, leaves_open, sentences_with


class UnwantedWording(Wording):
    """A point that should not stand in the answer."""

    allowed_if_open: bool = False
    """Whether a sentence may contain the words if it denies them, asks, or makes them depend on a condition."""


class AvoidsSettings(Settings):
    """Looks for wordings that do not belong here."""

    check: Literal["avoids"]
    """Kind of the check."""
    title: Line = "Was nicht hineingehört"
    """German heading."""
    items: tuple[UnwantedWording, ...] = Field(min_length=1, max_length=20)
    """The points."""


def check_avoids(settings: AvoidsSettings, draft: Draft, check_id: str = "avoids") -> CheckResult:
    """Sentences that contain an unwanted wording, with the reason."""
    items = []
    for point in settings.items:
        for sentence in sentences_with(point.any_of, draft.answer):
            if not (point.allowed_if_open and leaves_open(sentence.text)):
                items.append(f"{point.title}, Zeile {sentence.line}: „{sentence.text}“ {point.why}")
    if items:
        message = "Diese Stelle sollten Sie ansehen:" if len(items) == 1 else "Diese Stellen sollten Sie ansehen:"
        return CheckResult(id=check_id, title=settings.title, status="hint", message=message, items=items)
    sought = ", ".join(point.title for point in settings.items)
    message = f"Nichts Auffälliges gefunden. Gesucht wurde nach: {sought}."
    return CheckResult(id=check_id, title=settings.title, status="ok", message=message, items=[])
