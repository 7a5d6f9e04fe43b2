"""What a participant has in hand: drafts, previews, a running attempt. All of it lives in the session of
the page alone, as raw text must; it is gone when the page is closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import streamlit as st

from ui.attempt_run import AttemptRun
from ui.drafts import draft
from ui.restoring import book, values_of
from ui.schemas import Attempt, MarkedPlace, Preview

Step = Literal["understand", "prompt", "preview", "answer", "check", "reflect"]
STEPS: tuple[Step, ...] = ("understand", "prompt", "preview", "answer", "check", "reflect")
Field = Literal["prompt", "material"]

_WORK = "work"


@dataclass
class Previewed:
    """A text with what the guard said about it."""

    text: str
    preview: Preview


@dataclass
class Work:
    """The work on one exercise."""

    exercise_id: str
    step: Step = "understand"
    previews: dict[Field, Previewed] = field(default_factory=dict)
    missed: dict[str, str] = field(default_factory=dict)
    """Places that the guard missed, as the person marked them, with their kind."""
    mark_note: str = ""
    sent: dict[Field, str] = field(default_factory=dict)
    run: AttemptRun | None = None
    attempt: Attempt | None = None
    saved_note: bool = False
    may_send: bool = True
    looked_back: bool = False

    def draft_key(self, name: Field) -> str:
        """Name under which the session keeps the draft of a field."""
        return f"entwurf-{name}-{self.exercise_id}"

    def draft(self, name: Field) -> str:
        """The text of a field as it stands now."""
        return draft(self.draft_key(name))

    def marked(self, name: Field) -> list[MarkedPlace]:
        """The marked places that stand in the text of a field as it is now."""
        found = ((place_of(self.draft(name), part), entity) for part, entity in self.missed.items())
        return [MarkedPlace(start=place[0], end=place[1], entity=entity) for place, entity in found if place]

    def previewed(self, name: Field) -> Preview | None:
        """The preview of a field, None when the text has changed since."""
        known = self.previews.get(name)
        return known.preview if known is not None and known.text == self.draft(name) else None

    def known_values(self) -> dict[str, str]:
        """Placeholders of the sent texts with the values they stand for."""
        if self.run is None or self.run.accepted is None:
            return {}
        findings = self.run.accepted.findings
        pairs: list[tuple[str, str]] = []
        for name, text in self.sent.items():
            pairs += values_of(text, [finding for finding in findings if finding.source == name])
        return book(pairs)


def place_of(text: str, part: str) -> tuple[int, int] | None:
    """Where a part stands in a text, in code points; blanks at its edges and its case do not count."""
    wanted = part.strip()
    if not wanted:
        return None
    at = text.find(wanted)
    if at < 0 and len(text) == len(text.lower()):
        at = text.lower().find(wanted.lower())
    return (at, at + len(wanted)) if at >= 0 else None


def work_on(exercise_id: str) -> Work:
    """The work on an exercise, begun when there is none."""
    return _all().setdefault(exercise_id, Work(exercise_id))


def _all() -> dict[str, Work]:
    known: dict[str, Work] = st.session_state.setdefault(_WORK, {})
    return known
