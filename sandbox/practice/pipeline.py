"""The way of a prompt, one step after the other and in one direction only.

    limits -> guard (in a thread, in time, or nothing is sent) -> messages -> model -> guard on the answer

The same steps serve the web service and ``sandbox exercises run``. Functions towards the model take
``RedactedText`` alone, so raw text cannot reach it by mistake.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from pydantic import TypeAdapter

from exercises import Exercise, compose_beginning, compose_messages
from guardrails import (
    Finding,
    Guard,
    GuardError,
    MarkedSpan,
    MarkError,
    PlaceholderBook,
    RawText,
    RedactedText,
    Redaction,
    StreamRedactor,
)
from models import (
    ChatClient,
    ChatMessage,
    ContextExceeded,
    GenerationSettings,
    ModelError,
    ModelUnavailable,
    Usage,
)
from sandbox.practice.limits import Limits
from sandbox.practice.problems import (
    blocked_problem,
    context_problem,
    guard_problem,
    mark_problem,
    model_problem,
)

GRACE_SECONDS = 1.0
"""How much longer than its own limit the guard's thread may take before it is given up."""


MOUTHFUL = 24
"""Characters of an answer that go through the guard at once: reading it token by token would cost the guard
several times as much, and it holds back more than this anyway."""

LONGEST_GATHERING_SECONDS = 0.25
"""A slow model's text goes through the guard at least this often."""


@dataclass(frozen=True)
class Missed:
    """Places that the participant holds for personal data as well."""

    prompt: tuple[MarkedSpan, ...] = ()
    material: tuple[MarkedSpan, ...] = ()


@dataclass(frozen=True)
class Cleaned:
    """What belongs to an attempt as it left the guard. The expectation is kept and never shown to the model."""

    prompt: RedactedText
    material: RedactedText | None
    prompt_findings: tuple[Finding, ...]
    material_findings: tuple[Finding, ...]
    language: str
    expectation: RedactedText | None = None
    expectation_findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Waiting:
    """So many answers will be written before this one."""

    position: int
    seconds: float | None = None
    """About how long until it begins; None where the model's server does not say."""


@dataclass(frozen=True)
class Piece:
    """Text of the answer that may be shown."""

    text: str


@dataclass(frozen=True)
class Ending:
    """The model ended its answer."""

    finish_reason: str
    usage: Usage | None


def reserve(book: PlaceholderBook, exercise: Exercise) -> None:
    """Lets the numbering of placeholders begin after those that stand in the exercise itself."""
    for text in (exercise.case, exercise.text):
        if text:
            book.reserve(text)


async def clean(
    guard: Guard,
    exercise: Exercise,
    prompt: RawText,
    material: RawText | None,
    book: PlaceholderBook,
    limits: Limits,
    missed: Missed = Missed(),
    expectation: RawText | None = None,
) -> Cleaned:
    """Takes the texts through the guard: the material first, as the model will read them, the expectation last.

    Fails closed: an error of the guard, or more time than it has, is a problem and nothing else happens.
    """
    reserve(book, exercise)
    ends = time.monotonic() + limits.guard_seconds
    cleaned_material = (
        await redact(guard, material, book, ends - time.monotonic(), missed.material) if material else None
    )
    cleaned_prompt = await redact(guard, prompt, book, ends - time.monotonic(), missed.prompt)
    expected = await redact(guard, expectation, book, ends - time.monotonic()) if expectation else None
    blocked = (*cleaned_prompt.blocked, *(cleaned_material.blocked if cleaned_material else ()))
    if blocked:
        raise blocked_problem(blocked)
    return Cleaned(
        prompt=cleaned_prompt.text,
        material=cleaned_material.text if cleaned_material else None,
        prompt_findings=cleaned_prompt.findings,
        material_findings=cleaned_material.findings if cleaned_material else (),
        language=cleaned_prompt.language,
        expectation=expected.text if expected else None,
        expectation_findings=expected.findings if expected else (),
    )


async def redact(
    guard: Guard,
    raw: RawText,
    book: PlaceholderBook | None,
    seconds: float,
    missed: Sequence[MarkedSpan] = (),
) -> Redaction:
    """One text through the guard in a thread, within so many seconds, or a problem."""
    if seconds <= 0:
        raise guard_problem()
    work = asyncio.to_thread(guard.redact, raw, placeholders=book, timeout=seconds, missed=missed)
    try:
        return await asyncio.wait_for(work, seconds + GRACE_SECONDS)
    except MarkError as error:
        raise mark_problem(error) from None
    except Exception:  # whatever went wrong, nothing of the text may go on
        raise guard_problem() from None


def beginning(exercise: Exercise) -> list[ChatMessage]:
    """What the messages of all attempts at an exercise begin with."""
    return TypeAdapter(list[ChatMessage]).validate_python(compose_beginning(exercise))


def compose(exercise: Exercise, prompt: RedactedText, material: RedactedText | None) -> list[ChatMessage]:
    """The messages for the model."""
    parts = compose_messages(exercise, prompt.text, material.text if material else None)
    return TypeAdapter(list[ChatMessage]).validate_python(parts)


async def answer(
    client: ChatClient,
    messages: Sequence[ChatMessage],
    settings: GenerationSettings,
    redactor: StreamRedactor,
    participant: str | None = None,
) -> AsyncGenerator[Waiting | Piece | Ending, None]:
    """The model's answer through the guard, piece by piece as each becomes safe to show.

    ``participant`` is any name under which one person's requests belong together: people take turns.
    Closing the generator stops the model. Whatever the guard still holds back then, or when the model or
    the guard fails, is withheld. Failures are raised as problems.
    """
    reason, usage = "", None
    gathered, fed = "", time.monotonic()
    try:
        async with aclosing(client.stream(messages, settings, participant=participant)) as chunks:
            async for chunk in chunks:
                if chunk.queue_position is not None:
                    yield Waiting(chunk.queue_position, chunk.queue_seconds)
                gathered += chunk.text
                if len(gathered) >= MOUTHFUL or (gathered and time.monotonic() - fed > LONGEST_GATHERING_SECONDS):
                    if safe := await asyncio.to_thread(redactor.feed, gathered):
                        yield Piece(safe)
                    gathered, fed = "", time.monotonic()
                reason, usage = chunk.finish_reason or reason, chunk.usage or usage
        if rest := await asyncio.to_thread(lambda: redactor.feed(gathered) + redactor.finish()):
            yield Piece(rest)
    except ContextExceeded as error:
        raise context_problem(error) from None
    except ModelUnavailable as error:
        raise model_problem(error) from None
    except ModelError as error:
        raise model_problem(error) from None
    except GuardError:
        raise guard_problem(answer=True) from None
    yield Ending(reason, usage)
