"""What runs on the server."""

from __future__ import annotations

from ui.schemas.base import Answer


class ModelSummary(Answer):
    """The model that answers."""

    name: str
    title: str
    parameters: int | str | None = None
    note: str = ""
    state: str = "ready"


class GuardVersions(Answer):
    """Versions of the three parts of the guard."""

    policy: str = ""
    recognizers: str = ""
    tagger: str = ""


class ServiceInfo(Answer):
    """What anyone may know about this installation."""

    model: ModelSummary
    guard: GuardVersions = GuardVersions()
    prompt_limit: int = 4000
    retention_days: int | None = None
    version: str = ""
