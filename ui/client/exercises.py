"""Calls around modules, searches and revisions."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from ui import schemas
from ui.client.transport import Transport


class ExerciseCalls(Transport):
    """What there is to practise, and what participants do besides sending prompts."""

    def modules(self) -> list[schemas.ModuleSummary]:
        """All modules with the own progress."""
        return self._get_list("modules", schemas.ModuleSummary)

    def module(self, module_id: str) -> schemas.Module:
        """One module with background, exercises, working material and sources."""
        return self._get(f"modules/{quote(module_id, safe='')}", schemas.Module)

    def searches(self, exercise_id: str) -> list[schemas.Search]:
        """The own searches through the text of an exercise, oldest first."""
        return self._get_list(f"exercises/{quote(exercise_id, safe='')}/spotting", schemas.Search)

    def resolve_search(self, exercise_id: str, marks: Sequence[schemas.SpottingMark]) -> schemas.Search:
        """Let the service decide which planted places the marks have found; it redacts the notes first."""
        body = {"marks": [mark.model_dump(include={"start", "end", "note"}) for mark in marks]}
        return self._send("POST", f"exercises/{quote(exercise_id, safe='')}/spotting", schemas.Search, body)

    def revise(self, attempt_id: str | int, text: str) -> schemas.RevisionKept:
        """Store the reworked answer; the service redacts and checks it first."""
        path = f"attempts/{quote(str(attempt_id), safe='')}/revisions"
        return self._send("POST", path, schemas.RevisionKept, {"text": text})
