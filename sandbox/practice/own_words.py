"""What participants write besides prompts (reflections, revisions, notes) on its way into the database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from guardrails import PlaceholderBook, RawText, Redaction
from sandbox.accounts.current import CurrentAccount
from sandbox.context import ServiceContext
from sandbox.practice import pipeline
from sandbox.practice.conversations import load_book, save_book, workshop_key
from sandbox.practice.library import exercise_named

_Kept = TypeVar("_Kept")


async def keep_own_words(
    context: ServiceContext,
    current: CurrentAccount,
    exercise_id: str,
    texts: Mapping[str, RawText],
    prepare: Callable[[Mapping[str, Redaction]], Callable[[Session], _Kept]],
) -> _Kept:
    """Takes texts through the guard, with the placeholders of the conversation, and keeps what comes out.

    ``prepare`` computes what is to be computed on the redacted texts and returns what writes it, so that the
    database is not held up meanwhile. Fails closed: where the guard fails at a text, nothing is written.
    """
    key = await run_in_threadpool(workshop_key, context, current, for_sending=False)
    guard = context.guard.for_exercise(exercise_id)
    async with context.turn_of(current.id):

        def load() -> PlaceholderBook:
            with context.database.read() as session:
                return load_book(session, current.id, exercise_id, key)

        book = await run_in_threadpool(load)
        pipeline.reserve(book, exercise_named(context, exercise_id))
        redacted = {
            name: await pipeline.redact(guard, raw, book, context.settings.guard_timeout) for name, raw in texts.items()
        }

        def write() -> _Kept:
            keep = prepare(redacted)
            with context.database.write() as session:
                kept = keep(session)
                save_book(session, current.id, exercise_id, book)
                return kept

        return await run_in_threadpool(write)
