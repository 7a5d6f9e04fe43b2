"""The vocabulary of a conversation with a model: messages, settings, pieces of an answer."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass as validated

Role = Literal["system", "user", "assistant"]


@validated(frozen=True)
class ChatMessage:
    """One turn of a conversation."""

    role: Role
    content: str


@validated(frozen=True)
class GenerationSettings:
    """How an answer is drawn from the model."""

    max_tokens: Annotated[int, Field(ge=1, le=32_768)] = 400
    """Longest answer, in tokens."""
    temperature: Annotated[float, Field(ge=0, le=2)] = 0.3
    """0 always takes the most probable token (`top_p`, `min_p` and `seed` then have no effect)."""
    top_p: Annotated[float, Field(gt=0, le=1)] = 0.9
    """Draw only from the most probable tokens that together reach this probability."""
    min_p: Annotated[float, Field(ge=0, le=1)] = 0.05
    """Draw only from tokens at least this probable relative to the most probable one."""
    seed: Annotated[int, Field(ge=0, le=2**32 - 1)] | None = None
    """Same model, prompt, settings and seed: same answer. `None` draws a fresh seed.

    Beside other answers numbers are rounded differently, which may turn a near draw into another one."""
    top_k: Annotated[int, Field(ge=1)] | None = None
    """Draw only from so many of the most probable tokens."""
    frequency_penalty: Annotated[float, Field(ge=-2, le=2)] = 0
    """Lowers a token's score for each time it has been said in this answer."""
    presence_penalty: Annotated[float, Field(ge=-2, le=2)] = 0
    """Lowers a token's score once it has been said in this answer."""
    stop: Annotated[tuple[Annotated[str, Field(min_length=1, max_length=200)], ...], Field(max_length=4)] = ()
    """The answer ends before the first of these texts."""
    grammar: Annotated[str, Field(min_length=1, max_length=8000)] | None = None
    """What the answer must look like: a grammar of llama.cpp (GBNF) with a rule `root`. Other servers may ignore it."""


@dataclass(frozen=True)
class Usage:
    """What an answer cost, in tokens."""

    prompt_tokens: int
    completion_tokens: int
    cached_tokens: int = 0
    """Tokens of the prompt that did not have to be computed, because they begin other prompts too."""


@dataclass(frozen=True)
class ChatChunk:
    """A piece of an answer as it arrives. Chunks with a `queue_position` carry no text."""

    text: str = ""
    finish_reason: str | None = None
    """On the last piece: "stop" (the model ended), "length" (`max_tokens`), "deadline" (out of time)."""
    usage: Usage | None = None
    queue_position: int | None = None
    """Requests that will be served before this one: 1 means next in line."""
    queue_seconds: float | None = None
    """About how long until this one is served; `None` while nothing is known."""


@dataclass(frozen=True)
class ChatAnswer:
    """A whole answer."""

    text: str
    finish_reason: str
    prompt_tokens: int
    completion_tokens: int
    seconds: float
    """Time from the end of queueing to the last token."""
