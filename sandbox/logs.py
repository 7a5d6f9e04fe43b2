"""The service's own log: JSON lines with an allow-list of keys, and no exception messages.

An exception's message can hold what a participant wrote (a database error, a failed page script), so
records of every library keep the exception's type and the places in the code, never its message.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import structlog

ALLOWED_KEYS = frozenset(
    {
        "event", "level", "timestamp", "logger", "method", "route", "status", "milliseconds", "code",
        "error_type", "error_places", "attempt_id", "account_id", "workshop_id", "exercise_id", "outcome",
        "seconds", "tokens", "count", "address", "version", "state", "action", "model",
    }
)  # fmt: skip
"""Keys a log line may have. Everything else is dropped before it is written."""

_MAX_VALUE = 300

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def describe_exception(error: BaseException, trace: TracebackType | None = None) -> tuple[str, str]:
    """Type of an exception and the innermost places in the code, without its message."""
    frames = traceback.extract_tb(trace or error.__traceback__)
    places = " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames[-6:]))
    return type(error).__name__, places


def configure(level: str = "INFO") -> None:
    """Sets up logging for the whole process. Calling it again changes the level only."""
    if not isinstance(logging.getLogRecordFactory(), _ScrubbingFactory):
        logging.setLogRecordFactory(_ScrubbingFactory(logging.getLogRecordFactory()))
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
            ],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _only_allowed,
                structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] not in {"uvicorn", "streamlit"}:
            continue
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], True
    logging.getLogger("uvicorn.error").addFilter(_no_traceback_text)
    for noisy in ("httpx", "httpcore", "alembic", "presidio-analyzer", "uvicorn.access", "uvicorn.error"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _only_allowed(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {
        key: value if isinstance(value, int | float | bool) else str(value)[:_MAX_VALUE]
        for key, value in event.items()
        if key in ALLOWED_KEYS
    }


def _no_traceback_text(record: logging.LogRecord) -> bool:
    """uvicorn writes a failed start as one text with the exception's message in it; the start reports it itself."""
    return not record.getMessage().startswith(("Traceback", "Application startup failed"))


class _ScrubbingFactory:
    """Makes log records without exception messages."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __call__(self, *args: Any, **kwargs: Any) -> logging.LogRecord:
        record: logging.LogRecord = self._inner(*args, **kwargs)
        exc_info = record.exc_info
        if exc_info and exc_info[1] is not None:
            name, places = describe_exception(exc_info[1], exc_info[2])
            record.msg = f"{_scrubbed_message(record, exc_info[1])} [{name} {places}]"
            record.args = ()
            record.exc_info = None
            record.exc_text = None
        elif record.args:
            record.args = _without_exceptions(record.args)
        return record


def _scrubbed_message(record: logging.LogRecord, error: BaseException) -> str:
    message = str(record.msg)
    return "error" if str(error) and str(error) in message else message


def _without_exceptions(args: Any) -> Any:
    if isinstance(args, tuple):
        return tuple(type(arg).__name__ if isinstance(arg, BaseException) else arg for arg in args)
    return args
