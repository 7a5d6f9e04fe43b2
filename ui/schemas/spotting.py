"""Searches for planted places."""

from __future__ import annotations

from datetime import datetime

from ui.schemas.attempts import Participant
from ui.schemas.base import Answer


class SpottingMark(Answer):
    """A place that somebody marked, in code points of the text, with a note and the planted places it points at."""

    start: int
    end: int
    note: str = ""
    places: tuple[str, ...] = ()


class PlantedPlace(Answer):
    """A planted place, told after a search."""

    id: str
    kind: str
    start: int
    end: int
    title: str
    explanation: str = ""
    found: bool = False


class Search(Answer):
    """A resolved search."""

    id: str = ""
    number: int = 1
    found: int = 0
    planted: int = 0
    marks: tuple[SpottingMark, ...] = ()
    places: tuple[PlantedPlace, ...] = ()
    at: datetime


class LoggedSearch(Search):
    """A search in the prompt log."""

    participant: Participant
    exercise_id: str
    exercise_title: str = ""
