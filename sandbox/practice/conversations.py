"""Conversations: the placeholders of one participant in one exercise, kept as keyed hashes, and their key."""

from __future__ import annotations

from sqlalchemy.orm import Session

from guardrails import PlaceholderBook
from sandbox.accounts.current import CurrentAccount
from sandbox.context import ServiceContext
from sandbox.practice.problems import no_key_problem
from sandbox.practice.tables import Conversation
from sandbox.workshops.service import require_open
from sandbox.workshops.tables import Workshop


def load_book(session: Session, participant_id: str, exercise_id: str, key: bytes) -> PlaceholderBook:
    """The placeholders of a conversation so far."""
    stored = session.get(Conversation, (participant_id, exercise_id))
    return PlaceholderBook.from_state(key, stored.placeholders) if stored else PlaceholderBook(key)


def save_book(session: Session, participant_id: str, exercise_id: str, book: PlaceholderBook) -> None:
    """Keeps the placeholders of a conversation, as keyed hashes."""
    session.merge(Conversation(participant_id=participant_id, exercise_id=exercise_id, placeholders=book.state()))


def workshop_key(context: ServiceContext, current: CurrentAccount, *, for_sending: bool) -> bytes:
    """The placeholder key of the participant's workshop; problems when it is over or deleted."""
    with context.database.read() as session:
        workshop = session.get(Workshop, current.workshop_id) if current.workshop_id else None
    if workshop is None or workshop.placeholder_key is None:
        raise no_key_problem()
    if for_sending:
        require_open(workshop, context.today())
    return workshop.placeholder_key
