"""Settings from the environment and the options of a command."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from sandbox.cli._console import CommandFailed
from sandbox.settings import Settings


def settings_from(**options: Any) -> Settings:
    """The service's settings; an option that was given outranks its environment variable.

    Raises CommandFailed (exit code 2) that names the variable whose value cannot be used.
    """
    given = {name: value for name, value in options.items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        names = ", ".join(sorted({f"SANDBOX_{str(one['loc'][0]).upper()}" for one in error.errors()}))
        raise CommandFailed(f"Eine Einstellung ist nicht verwendbar: {names}. Siehe docs/operation.md.", 2) from None
