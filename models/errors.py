"""What can go wrong with a model, in words that a person at the keyboard can act on."""

from typing import Literal

ModelFileCode = Literal["missing", "empty", "foreign", "truncated", "corrupt", "unsupported", "checksum", "too_large"]
"""Kinds of damage of a model file."""


class ModelError(Exception):
    """Anything that the model runtime reports. The message is German and never quotes a prompt."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class CatalogueError(ModelError):
    """The catalogue of models cannot be read: names the file, the line and the field."""

    def __init__(self, message: str, *, file: str, line: int | None = None, field: str | None = None) -> None:
        place = file if line is None else f"{file}, Zeile {line}"
        where = place if field is None else f"{place}, Feld „{field}“"
        super().__init__(f"{where}: {message}")
        self.file = file
        self.line = line
        self.field = field


class ModelFileError(ModelError):
    """A model file is missing, damaged, of the wrong kind or too large for this machine."""

    def __init__(self, message: str, *, code: ModelFileCode) -> None:
        super().__init__(message)
        self.code = code


class ModelUnavailable(ModelError):  # noqa: N818 - a state, not a fault
    """No answer can be had now: the worker is starting, restarting, broken, stopped or overloaded.

    `retry` is true when trying again in a moment makes sense.
    """

    def __init__(self, message: str, *, retry: bool = True) -> None:
        super().__init__(message)
        self.retry = retry


class ContextExceeded(ModelError):  # noqa: N818 - a limit, not a fault
    """Prompt and wished answer together are longer than the model's context. Nothing was generated.

    `needed` and `limit` count tokens; an upstream server may leave them unknown (`None`).
    """

    def __init__(self, message: str, *, needed: int | None = None, limit: int | None = None) -> None:
        super().__init__(message)
        self.needed = needed
        self.limit = limit
