"""Points that the answer should mention."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from exercises.checks.draft import Draft
from exercises.checks.result import CheckResult
from exercises.checks.settings import Line, Settings
from exercises.checks.wording import Wording, told


class MentionsSettings(Settings):
    """Looks for points by their words, in any form and in compounds. Other words for a point have to be listed."""

    check: Literal["mentions"]
    """Kind of the check."""
    title: Line = "Inhalt"
    """German heading."""
    items: tuple[Wording, ...] = Field(min_length=1, max_length=20)
    """The points."""


def check_mentions(settings: MentionsSettings, draft: Draft, check_id: str = "mentions") -> CheckResult:
    """Which points are there and which are not."""
    missing = [item for item in settings.items if not told(item.any_of, draft.answer)]
    found = [item.title for item in settings.items if item not in missing]
    items = [f"Nicht gefunden: {item.title}. {item.why}" for item in missing]
    if found:
        items.append("Gefunden: " + ", ".join(found))
    if not missing:
        message = "Alle erwarteten Punkte kommen vor. Ob sie richtig dargestellt sind, sehen nur Sie."
        return CheckResult(id=check_id, title=settings.title, status="ok", message=message, items=items)
    message = (
        f"{len(found)} von {len(settings.items)} erwarteten Punkten wurden gefunden. Gesucht wird nach Wörtern: "
        "Vielleicht steht das Gesuchte mit anderen Worten da."
    )
    return CheckResult(id=check_id, title=settings.title, status="missing", message=message, items=items)
