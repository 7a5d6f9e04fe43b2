"""Calls around the attempts: comparisons, journal, wall, what is taken home."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from ui import schemas
from ui.client.transport import Transport


class LearningCalls(Transport):
    """Everything that a participant makes of their attempts, and the wall for its trainers."""

    # Comparisons

    def comparisons(self) -> schemas.Comparisons:
        """The own notes on two attempts and blind comparisons."""
        return self._get("comparisons", schemas.Comparisons)

    def note_comparison(self, attempt_ids: Sequence[str | int], text: str) -> schemas.ComparisonNote:
        """Keep what was changed between two attempts; the service redacts it first."""
        body = {"attempt_ids": [str(name) for name in attempt_ids], "text": text}
        return self._send("PUT", "comparisons/note", schemas.ComparisonNote, body)

    def begin_blind(self, attempt_ids: Sequence[str | int]) -> schemas.BlindPair:
        """Let the service draw the order of two answers."""
        body = {"attempt_ids": [str(name) for name in attempt_ids]}
        return self._send("POST", "comparisons/blind", schemas.BlindPair, body)

    def blind(self, comparison_id: str) -> schemas.BlindPair | schemas.Revealed:
        """A blind comparison: the answers alone before the choice, everything after it."""
        return self._get_either(
            f"comparisons/blind/{quote(comparison_id, safe='')}", schemas.Revealed, schemas.BlindPair
        )

    def choose_blind(self, comparison_id: str, choice: str, reason: str) -> schemas.Revealed:
        """Choose, with reasons, once; the service redacts them first and then reveals."""
        path = f"comparisons/blind/{quote(comparison_id, safe='')}/choice"
        return self._send("PUT", path, schemas.Revealed, {"choice": choice, "reason": reason})

    # Journal

    def journal(self) -> schemas.Journal:
        """What the participant has written down across modules."""
        return self._get("me/journal", schemas.Journal)

    def progress(self) -> schemas.Progress:
        """What the participant has practised."""
        return self._get("me/progress", schemas.Progress)

    def stars(self) -> set[str]:
        """Identifiers of the own attempts that are marked as good."""
        return set(self._call("GET", "me/stars"))

    def star(self, attempt_id: str | int, *, starred: bool) -> None:
        """Mark an own attempt as good, or take the mark back."""
        self._request("PUT", f"attempts/{quote(str(attempt_id), safe='')}/star", body={"starred": starred})

    def take_home(self) -> schemas.TakeHome:
        """Journal, good attempts and working material, with placeholders."""
        return self._get("me/take-home", schemas.TakeHome)

    # Wall

    def wall(self, workshop_id: str | int | None = None) -> schemas.Wall:
        """The wall of the own workshop, or for trainers of one they lead."""
        path = "wall" if workshop_id is None else f"workshops/{quote(str(workshop_id), safe='')}/wall"
        return self._get(path, schemas.Wall)

    def preview_contribution(self, attempt_id: str | int, lesson: str) -> schemas.WallCard:
        """Exactly what others will see; nothing is kept."""
        body = {"attempt_id": str(attempt_id), "lesson": lesson}
        return self._send("POST", "wall/preview", schemas.WallCard, body)

    def contribute(self, attempt_id: str | int, lesson: str) -> schemas.WallEntry:
        """Show an own attempt to the workshop, anonymously."""
        return self._send("POST", "wall", schemas.WallEntry, {"attempt_id": str(attempt_id), "lesson": lesson})

    def withdraw(self, entry_id: str) -> None:
        """Take an own contribution off the wall."""
        self._request("DELETE", f"wall/{quote(entry_id, safe='')}")

    def hide_entry(self, workshop_id: str | int, entry_id: str, reason: str) -> schemas.WallEntry:
        """Hide a contribution from the participants, with a reason for its contributor."""
        path = f"workshops/{quote(str(workshop_id), safe='')}/wall/{quote(entry_id, safe='')}/hide"
        return self._send("POST", path, schemas.WallEntry, {"reason": reason})

    def show_entry(self, workshop_id: str | int, entry_id: str) -> schemas.WallEntry:
        """Show a hidden contribution again."""
        path = f"workshops/{quote(str(workshop_id), safe='')}/wall/{quote(entry_id, safe='')}/show"
        return self._send("POST", path, schemas.WallEntry, {})
