"""The one client of the service's HTTP interface."""

from __future__ import annotations

from ui.client.client import Client
from ui.client.errors import ServiceError, SignedOutError, UnreachableError
from ui.client.stream import AttemptStream, attempt_event, parse_events
from ui.client.transport import DEFAULT_SERVICE_URL, SESSION_COOKIE, service_url

__all__ = [
    "DEFAULT_SERVICE_URL",
    "SESSION_COOKIE",
    "AttemptStream",
    "Client",
    "ServiceError",
    "SignedOutError",
    "UnreachableError",
    "attempt_event",
    "parse_events",
    "service_url",
]
