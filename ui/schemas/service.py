"""What runs on the server."""

from __future__ import annotations

from typing import Literal

from ui.schemas.base import Answer


class ModelSummary(Answer):
    """The model that answers."""

    name: str
    title: str
    parameters: int | str | None = None
    note: str = ""
    state: str = "ready"


class ModelCard(Answer):
    """What anyone who works with the model may know about it."""

    name: str
    title: str
    place: Literal["local", "house_server"]
    origin: Literal["shipped", "file", "hub"] | None = None
    repository: str | None = None
    revision: str | None = None
    sha256: str | None = None
    size_bytes: int | None = None
    licence: str | None = None
    languages: tuple[str, ...] = ()
    parameters: int | None = None
    context_length: int | None = None
    training: str = ""
    note: str = ""
    unverified: str = ""
    card: str = ""
    """Markdown, German."""


class GuardVersions(Answer):
    """Versions of the three parts of the guard."""

    policy: str = ""
    recognizers: str = ""
    tagger: str = ""


class ServiceInfo(Answer):
    """What anyone may know about this installation."""

    model: ModelSummary
    models: tuple[ModelSummary, ...] = ()
    guard: GuardVersions = GuardVersions()
    prompt_limit: int = 4000
    retention_days: int | None = None
    version: str = ""
