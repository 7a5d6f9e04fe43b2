"""The service's own log: allowed keys only, no exception messages."""

from __future__ import annotations

import io
import json
import logging

import pytest
import structlog

from sandbox.logs import ALLOWED_KEYS
from tests.sandbox.live_service import LiveService

SECRET = "Frau Grünwald, Kastanienallee 114"


def lines(log: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_only_allowed_keys_reach_the_log(service_log: io.StringIO) -> None:
    structlog.get_logger("sandbox.probe").info("probe", prompt=SECRET, attempt_id="a1", text=SECRET)
    (line,) = [item for item in lines(service_log) if item["event"] == "probe"]
    assert line["attempt_id"] == "a1"
    assert set(line) <= ALLOWED_KEYS
    assert SECRET not in service_log.getvalue()


@pytest.mark.parametrize("name", ["sandbox.x", "uvicorn.error", "streamlit.runtime.x", "some.library"])
def test_messages_of_exceptions_stay_out(service_log: io.StringIO, name: str) -> None:
    logger = logging.getLogger(name)
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        logger.exception("it failed")
        logger.error(f"it failed: {error}", exc_info=True)
        logger.error("it failed: %s", error)
    written = service_log.getvalue()
    assert SECRET not in written
    assert "ValueError" in written and "test_logs.py" in written


def test_the_page_servers_own_handlers_write_no_messages_either(
    live: LiveService, capsys: pytest.CaptureFixture[str]
) -> None:
    from streamlit.error_util import _log_uncaught_app_exception
    from streamlit.logger import get_logger

    try:
        raise ValueError(SECRET)
    except ValueError as error:
        _log_uncaught_app_exception(error)
        get_logger("streamlit.fresh").error("failed", exc_info=error)
    captured = capsys.readouterr()
    assert SECRET not in captured.err + captured.out


def test_addresses_with_tokens_stay_out(live: LiveService, service_log: io.StringIO) -> None:
    logging.getLogger("sandbox.http").setLevel(logging.DEBUG)
    live.visitor().get("/api/v1/setup/geheimesZeichen123")
    live.visitor().get("/?einrichtung=geheimesZeichen123")
    assert "geheimesZeichen123" not in service_log.getvalue()
    logging.getLogger("sandbox.http").setLevel(logging.NOTSET)
    assert "/api/v1/setup/{token}" in service_log.getvalue()
