"""How far participants have come with exercises: derived from their attempts, reflections and searches."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy.orm import Session

from sandbox.accounts.current import CurrentAccount
from sandbox.practice import store
from sandbox.practice.attempts import is_reflected
from sandbox.spotting.service import all_own_tries


@dataclass(frozen=True)
class Progress:
    """How far a participant has come with one exercise."""

    attempts: int = 0
    searches: int = 0
    """Resolved searches for planted places."""
    reflected: bool = False

    @property
    def begun(self) -> bool:
        """Whether there is anything of it that is kept."""
        return self.attempts > 0 or self.searches > 0


def own_progress(session: Session, current: CurrentAccount) -> dict[str, Progress]:
    """A participant's progress by exercise; those not begun are left out."""
    attempts = store.own_attempts(session, current, None)
    made = Counter(attempt.exercise_id for attempt in attempts)
    searched = Counter(search.exercise_id for search in all_own_tries(session, current))
    reflected = {attempt.exercise_id for attempt in attempts if is_reflected(attempt)}
    return {name: Progress(made[name], searched[name], name in reflected) for name in made | searched}
