"""What the service tells while an answer is being written."""

from __future__ import annotations

from ui.schemas.attempts import Attempt
from ui.schemas.base import Answer
from ui.schemas.guard import SentFinding


class Accepted(Answer):
    """The service took the attempt and redacted it."""

    attempt_id: str | int
    number: int = 1
    prompt: str = ""
    material: str | None = None
    findings: tuple[SentFinding, ...] = ()


class Queued(Answer):
    """Place in the queue, 1 is next, and about how many seconds until the answer begins."""

    position: int
    seconds: float | None = None


class TextPiece(Answer):
    """Text of the answer, already through the guard."""

    text: str


class Done(Answer):
    """The attempt is complete and stored."""

    attempt: Attempt


class Failed(Answer):
    """The attempt ended with a problem; what had come so far is kept in `attempt`."""

    detail: str
    code: str = ""
    attempt: Attempt | None = None


AttemptEvent = Accepted | Queued | TextPiece | Done | Failed


class RevisionKept(Answer):
    """A revision has been stored; the findings carry the placeholders of what was typed."""

    attempt: Attempt
    findings: tuple[SentFinding, ...] = ()
