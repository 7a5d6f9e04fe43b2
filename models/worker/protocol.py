"""The requests of the OpenAI API that the worker understands, and what it answers."""

import time
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, field_validator

from models.messages import ChatMessage, GenerationSettings, Usage

DEADLINE_SECONDS: Final = 300.0
"""How long one answer may be computed when the client does not say."""
SOURCE: Final = "werkstatt-worker"
"""Marks error messages that are German and free of prompts, so that a client may show them."""


def _whole_characters(messages: list[ChatMessage]) -> list[ChatMessage]:
    for message in messages:
        message.content.encode()
    return messages


class Conversation(BaseModel):
    """`POST /tokenize`, in the form that vLLM uses, and `POST /prefill`."""

    model: str | None = None
    messages: Annotated[list[ChatMessage], Field(min_length=1, max_length=200)]

    _encodable = field_validator("messages")(_whole_characters)


class StreamOptions(BaseModel):
    """`stream_options`."""

    include_usage: bool = False


class ChatRequest(BaseModel):
    """`POST /v1/chat/completions`. Fields that the worker does not know are ignored."""

    model_config = ConfigDict(extra="ignore")

    messages: Annotated[list[ChatMessage], Field(min_length=1, max_length=200)]
    model: str | None = None
    stream: bool = False
    stream_options: StreamOptions = StreamOptions()
    max_tokens: int | None = None
    max_completion_tokens: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    min_p: float | None = None
    top_k: int | None = None
    frequency_penalty: float | None = None
    presence_penalty: float | None = None
    stop: str | list[str] | None = None
    seed: int | None = None
    grammar: str | None = None
    """Not in OpenAI's API, but in that of llama.cpp's server."""
    user: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    """Whose request it is, by any name; requests without one are nobody's in common."""
    deadline_seconds: Annotated[float, Field(gt=0, le=3600)] = DEADLINE_SECONDS
    """Not in OpenAI's API: longest time to compute, without the waiting."""

    _encodable = field_validator("messages")(_whole_characters)

    def settings(self) -> GenerationSettings:
        """The settings, with the project's defaults where the client says nothing.

        Raises:
            pydantic.ValidationError: a value is out of bounds.
        """
        given = {
            "max_tokens": self.max_completion_tokens or self.max_tokens,
            "temperature": self.temperature,
            "top_p": self.top_p,
            "min_p": self.min_p,
            "top_k": self.top_k,
            "frequency_penalty": self.frequency_penalty,
            "presence_penalty": self.presence_penalty,
            "stop": (self.stop,) if isinstance(self.stop, str) else self.stop,
            "seed": self.seed,
            "grammar": self.grammar,
        }
        stated = {name: value for name, value in given.items() if value is not None}
        return TypeAdapter(GenerationSettings).validate_python(stated)


class Reply:
    """Builds the answers to one request."""

    def __init__(self, identifier: str, model: str) -> None:
        self._head = {"id": identifier, "created": int(time.time()), "model": model}

    def chunk(self, delta: dict[str, str], finish_reason: str | None = None) -> dict[str, Any]:
        """One `chat.completion.chunk`."""
        choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
        return {**self._head, "object": "chat.completion.chunk", "choices": [choice]}

    def usage_chunk(self, usage: Usage) -> dict[str, Any]:
        """The chunk after the last one, for clients that asked for `include_usage`."""
        return {**self._head, "object": "chat.completion.chunk", "choices": [], "usage": counted(usage)}

    def whole(self, text: str, finish_reason: str, usage: Usage) -> dict[str, Any]:
        """A `chat.completion`."""
        message = {"role": "assistant", "content": text}
        choice = {"index": 0, "message": message, "finish_reason": finish_reason}
        return {**self._head, "object": "chat.completion", "choices": [choice], "usage": counted(usage)}


def counted(usage: Usage) -> dict[str, Any]:
    """`usage` as the API writes it."""
    return {
        "prompt_tokens": usage.prompt_tokens,
        "completion_tokens": usage.completion_tokens,
        "total_tokens": usage.prompt_tokens + usage.completion_tokens,
        "prompt_tokens_details": {"cached_tokens": usage.cached_tokens},
    }


def problem(message: str, code: str, **details: int | None) -> dict[str, Any]:
    """An error as the API writes it."""
    error = {"message": message, "type": "invalid_request_error", "code": code, "source": SOURCE, **details}
    return {"error": error}
