"""What a participant has in hand: drafts, previews, a running attempt. All of it lives in the session of the page, and
what has to outlast a reload also in the participant's own browser (`ui.drafts`); it is gone when the tab is closed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import streamlit as st
from pydantic import ValidationError

from ui.attempt_run import AttemptRun
from ui.drafts import draft, enclose, enclosed
from ui.places import find_place
from ui.restoring import book, values_of
from ui.schemas import Attempt, Exercise, MarkedPlace, Preview, Search, SpottingMark
from ui.texts.language import language

Step = Literal["understand", "search", "prompt", "preview", "answer", "check", "revise", "reflect"]
STEPS: tuple[Step, ...] = ("understand", "search", "prompt", "preview", "answer", "check", "revise", "reflect")
ADDRESSES: Mapping[Step, str] = {
    "understand": "verstehen",
    "search": "suchen",
    "prompt": "prompt",
    "preview": "vorschau",
    "answer": "antwort",
    "check": "pruefen",
    "revise": "ueberarbeiten",
    "reflect": "reflexion",
}
"""How the steps are named in the address of the page."""
Field = Literal["prompt", "material"]

_WORK = "work"


@dataclass
class Previewed:
    """A text with what the guard said about it, and in which language."""

    text: str
    preview: Preview
    language: str = field(default_factory=language)


@dataclass
class Work:
    """The work on one exercise."""

    exercise_id: str
    step: Step = "understand"
    previews: dict[Field, Previewed] = field(default_factory=dict)
    mark_note: str = ""
    run: AttemptRun | None = None
    answering: str = ""
    """Name of the model that was asked last, for people."""
    attempt: Attempt | None = None
    search: Search | None = None
    """The search that is shown resolved."""
    searching: bool = False
    """Whether the text is being searched once more."""
    saved_note: bool = False
    may_send: bool = True
    looked_back: bool = False
    language: str = field(default_factory=language)
    """In which language the attempt at hand was fetched."""

    @property
    def missed(self) -> dict[str, str]:
        """Places that the guard missed, as the person marked them, with their kind."""
        return self._enclosed("uebersehen")

    @missed.setter
    def missed(self, places: Mapping[str, str]) -> None:
        self._enclose("uebersehen", dict(places))

    @property
    def sent(self) -> dict[Field, str]:
        """The texts as they were sent last."""
        kept = self._enclosed("gesendet")
        names: tuple[Field, ...] = ("material", "prompt")
        return {name: str(kept[name]) for name in names if name in kept}

    @sent.setter
    def sent(self, texts: Mapping[Field, str]) -> None:
        self._enclose("gesendet", dict(texts))

    @property
    def settings(self) -> dict[str, float | int | str]:
        """Wishes for model, temperature, max_tokens and seed; empty where the house decides."""
        return self._enclosed("einstellungen")

    @settings.setter
    def settings(self, wishes: Mapping[str, float | int | str]) -> None:
        self._enclose("einstellungen", dict(wishes))

    @property
    def marks(self) -> list[SpottingMark]:
        """Places that were marked in the text with planted places."""
        try:
            return [SpottingMark.model_validate(mark) for mark in self._enclosed("suche").get("marks", [])]
        except (ValidationError, TypeError):  # what the browser kept is not trusted to be what was written there
            return []

    @marks.setter
    def marks(self, marks: Sequence[SpottingMark]) -> None:
        ordered = sorted(marks, key=lambda mark: (mark.start, mark.end))
        self._enclose("suche", {"marks": [mark.model_dump(mode="json") for mark in ordered]})

    def _enclosed(self, name: str) -> dict[str, Any]:
        text = enclosed(f"{name}-{self.exercise_id}")
        try:
            kept = json.loads(text) if text else {}
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _enclose(self, name: str, value: Mapping[Any, Any]) -> None:
        enclose(f"{name}-{self.exercise_id}", json.dumps(value, ensure_ascii=False))

    def draft_key(self, name: Field) -> str:
        """Name under which the session keeps the draft of a field."""
        return f"entwurf-{name}-{self.exercise_id}"

    def draft(self, name: Field) -> str:
        """The text of a field as it stands now."""
        return draft(self.draft_key(name))

    def marked(self, name: Field) -> list[MarkedPlace]:
        """The marked places that stand in the text of a field as it is now."""
        found = ((find_place(self.draft(name), part), entity) for part, entity in self.missed.items())
        return [MarkedPlace(start=place[0], end=place[1], entity=entity) for place, entity in found if place]

    def previewed(self, name: Field) -> Preview | None:
        """The preview of a field, None when the text has changed since."""
        known = self.previews.get(name)
        return known.preview if known is not None and known.text == self.draft(name) else None

    def known_values(self) -> dict[str, str]:
        """Placeholders of the sent texts, and of the revised answer, with the values they stand for."""
        if self.run is not None and self.run.accepted is not None:
            findings = self.run.accepted.findings
            pairs: list[tuple[str, str]] = []
            for name, text in self.sent.items():
                pairs += values_of(text, [finding for finding in findings if finding.source == name])
            self.remember_values(book(pairs))
        return self._enclosed("werte")

    def remember_values(self, values: Mapping[str, str]) -> None:
        """Keep what placeholders stand for, beside what is known already."""
        known = self._enclosed("werte")
        together = {**known, **values}
        if together != known:
            self._enclose("werte", together)


def steps_of(exercise: Exercise) -> tuple[Step, ...]:
    """The steps of an exercise; most have no text to search."""
    return STEPS if exercise.spotting is not None else tuple(step for step in STEPS if step != "search")


def work_on(exercise_id: str) -> Work:
    """The work on an exercise, begun when there is none."""
    return _all().setdefault(exercise_id, Work(exercise_id))


def _all() -> dict[str, Work]:
    known: dict[str, Work] = st.session_state.setdefault(_WORK, {})
    return known
