"""What every request and answer passes on the way in and out: origin, size, security headers, the log.

A plain ASGI middleware, so that streams pass unbuffered.
"""

from __future__ import annotations

import re
import time
from urllib.parse import urlsplit

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.problems import Problem
from sandbox.settings import Settings

MAX_BODY_BYTES = 1_000_000
"""Largest body a request to the API may have."""

_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")

_log = structlog.get_logger("sandbox.http")


class Perimeter:
    """Refuses foreign origins and oversized bodies, adds security headers, writes one log line a request."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._public = urlsplit(settings.address).netloc
        self._secure = settings.secure
        self._hosts = _known_hosts(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if not self._known_host(headers) or not self._own_origin(headers, required=True):
            _log.warning("foreign_origin_refused", method="WEBSOCKET", route="page")
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        began, status, api = time.perf_counter(), 500, scope["path"].startswith(("/api/", "/v1/"))
        policy = _content_security_policy(headers.get("host", ""))

        async def guarded_send(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._protect(MutableHeaders(raw=message["headers"]), policy, api)
            await send(message)

        if not self._known_host(headers):
            await _foreign_name().response()(scope, receive, guarded_send)
            return
        if not self._own_origin(headers):
            if scope["method"] not in _SAFE_METHODS:
                _log.warning("foreign_origin_refused", method=scope["method"], route=_route(scope))
                await _foreign_origin().response()(scope, receive, guarded_send)
                return
            # The page's server would look up its own outside address to judge a foreign origin.
            scope["headers"] = [(name, value) for name, value in scope["headers"] if name != b"origin"]
        limited = _limited(receive) if api else receive
        try:
            if api and _declared_size(headers) > MAX_BODY_BYTES:
                await _too_large().response()(scope, receive, guarded_send)
            else:
                await self._app(scope, limited, guarded_send)
        finally:
            milliseconds = round((time.perf_counter() - began) * 1000)
            write = _log.warning if status >= 500 else _log.debug
            write("request", method=scope["method"], route=_route(scope), status=status, milliseconds=milliseconds)

    def _known_host(self, headers: Headers) -> bool:
        return self._hosts is None or urlsplit(f"//{headers.get('host', '')}").hostname in self._hosts

    def _own_origin(self, headers: Headers, *, required: bool = False) -> bool:
        origin = headers.get("origin")
        if origin is None:
            return not required and headers.get("sec-fetch-site") not in {"cross-site", "same-site"}
        parts = urlsplit(origin)
        return parts.scheme in {"http", "https"} and parts.netloc in {headers.get("host"), self._public}

    def _protect(self, headers: MutableHeaders, policy: str, api: bool) -> None:
        headers["Content-Security-Policy"] = policy
        headers["X-Content-Type-Options"] = "nosniff"
        headers["X-Frame-Options"] = "DENY"
        # "no-referrer" would make browsers send "Origin: null" with the page's own forms.
        headers["Referrer-Policy"] = "same-origin"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        if self._secure:
            headers["Strict-Transport-Security"] = "max-age=31536000"
        if api and "cache-control" not in headers:
            headers["Cache-Control"] = "no-store"


def _known_hosts(settings: Settings) -> set[str | None] | None:
    """Names this service answers to; None where they cannot be known.

    A page elsewhere could give its own name the address of this machine (DNS rebinding).
    """
    own = {"localhost", "127.0.0.1", "::1"}
    if settings.host not in own and settings.public_url is None:
        return None
    return {*own, settings.host, urlsplit(settings.address).hostname}


def _content_security_policy(host: str) -> str:
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self'{sockets}",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def _limited(receive: Receive) -> Receive:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > MAX_BODY_BYTES:
                raise _too_large()
        return message

    return counted


def _declared_size(headers: Headers) -> int:
    declared = headers.get("content-length", "0")
    return int(declared) if declared.isdecimal() else 0


def _route(scope: Scope) -> str:
    template = getattr(scope.get("route"), "path", None)
    return template if isinstance(template, str) else "page"


def _foreign_origin() -> Problem:
    return Problem(
        403,
        "fremde-herkunft",
        "Diese Anfrage kam von einer fremden Seite. Bitte öffnen Sie die Werkstatt selbst und versuchen Sie es dort.",
    )


def _foreign_name() -> Problem:
    return Problem(
        421,
        "fremder-name",
        "Unter diesem Namen ist die Werkstatt nicht eingerichtet. Bitte benutzen Sie die Adresse, die beim Start "
        "angezeigt wird; eine andere legt der Betrieb mit SANDBOX_PUBLIC_URL fest.",
    )


def _too_large() -> Problem:
    return Problem(413, "anfrage-zu-gross", "Die Eingabe ist zu groß. Bitte kürzen Sie Ihren Text.")
