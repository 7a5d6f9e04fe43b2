"""Practice: the way of a prompt through guard and model, and the attempts that are kept of it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sandbox.practice.once import AttemptRefused, AttemptRequest, SingleAttempt, run_attempt_once, run_attempts

__all__ = ["AttemptRefused", "AttemptRequest", "SingleAttempt", "run_attempt_once", "run_attempts"]


def __getattr__(name: str) -> Any:
    """Loads guard and model code only for whoever runs an attempt; the tables beside it need neither."""
    if name in __all__:
        from sandbox.practice import once

        return getattr(once, name)
    raise AttributeError(name)
