"""The pages: Streamlit, mounted in the service's own process and set up so that it stays in the house."""

from __future__ import annotations

import importlib.util
import tomllib
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.logs import describe_exception
from sandbox.settings import Settings
from sandbox.startup import StartupError

_log = structlog.get_logger("sandbox.page")

TITLE = "KI-Werkstatt"
"""Title of the document until the page has set its own."""

LANGUAGES = ("de", "en")
"""Languages of the pages; without a choice, the first."""

LANGUAGE_COOKIE = "sandbox_language"
"""Cookie by which the pages keep the choice."""

FORCED_OPTIONS: dict[str, Any] = {
    "browser.gatherUsageStats": False,
    "client.allowedOrigins": [],
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "global.developmentMode": False,
    "logger.enableRich": False,
    "logger.level": "warning",
    "runner.magicEnabled": False,
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableStaticServing": True,
    "server.enableXsrfProtection": True,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "server.maxUploadSize": 1,
    "server.runOnSave": False,
    "server.scriptHealthCheckEnabled": False,
    "server.showEmailPrompt": False,
}
"""Options of the page server that no file and no environment variable may change."""


class Page:
    """The mounted pages and their life."""

    def __init__(self, settings: Settings) -> None:
        script = page_script()
        configure_streamlit(settings, script.parent / "theme" / "config.toml")
        from streamlit.starlette import App

        self._app = App(script, on_script_error=_note_script_error)
        self._lifespan = self._app.lifespan()
        self.asgi: ASGIApp = NamedDocument(self._app)

    def running(self, owner: Any) -> AbstractAsyncContextManager[None]:
        """The page server is up within this context."""
        running: AbstractAsyncContextManager[None] = self._lifespan(owner)
        return running


def page_script() -> Path:
    """The page's script, found without importing it."""
    spec = importlib.util.find_spec("ui")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        script = Path(folder) / "app.py"
        if script.is_file():
            return script
    raise StartupError(
        "Die Webseite des Programms fehlt (Paket ui).", "Bitte installieren Sie das Programm noch einmal (make run)."
    )


def configure_streamlit(settings: Settings, theme_file: Path) -> None:
    """Sets the page server's options in code: mounted, it reads no ``STREAMLIT_*`` variables.

    Raises StartupError when it would still send usage statistics.
    """
    from streamlit import config

    options: dict[str, Any] = {}
    if theme_file.is_file():
        options = dict(_flat(tomllib.loads(theme_file.read_text(encoding="utf-8"))))
    options |= FORCED_OPTIONS
    options |= {"server.address": settings.host, "server.port": settings.port}
    options |= {"browser.serverAddress": settings.host, "browser.serverPort": settings.port}
    for name, value in options.items():
        config.set_option(name, value, "sandbox")
    require_no_telemetry()


def require_no_telemetry() -> None:
    """Raises StartupError while the page server would send usage statistics."""
    from streamlit import config

    if config.get_option("browser.gatherUsageStats"):
        raise StartupError(
            "Der Seitenserver (Streamlit) würde Nutzungsdaten nach außen senden.",
            "Bitte entfernen Sie browser.gatherUsageStats aus Ihrer Streamlit-Konfiguration.",
        )


class NamedDocument:
    """Gives the page's HTML document its language and title; everything else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self._app(scope, receive, send)
            return
        # Neither compressed nor conditional: the document is rewritten below.
        dropped = {b"accept-encoding", b"if-none-match", b"if-modified-since"}
        scope = {**scope, "headers": [item for item in scope["headers"] if item[0] not in dropped]}
        chosen = cookie_parser(Headers(scope=scope).get("cookie", "")).get(LANGUAGE_COOKIE)
        language = chosen if chosen in LANGUAGES else LANGUAGES[0]
        start: Message = {}
        body = bytearray()

        async def rewriting_send(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                if not _is_document(message):
                    await send(message)
            elif not _is_document(start):
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    await _send_document(start, bytes(body), language, send)

        await self._app(scope, receive, rewriting_send)


def _is_document(start: Message) -> bool:
    return Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")


async def _send_document(start: Message, body: bytes, language: str, send: Send) -> None:
    changed = body.replace(b'<html lang="en">', f'<html lang="{language}">'.encode(), 1)
    changed = changed.replace(b"<title>Streamlit</title>", f"<title>{TITLE}</title>".encode(), 1)
    headers = MutableHeaders(raw=start["headers"])
    if body:
        headers["Content-Length"] = str(len(changed))
    if "etag" in headers:
        del headers["etag"]
    await send(start)
    await send({"type": "http.response.body", "body": changed})


def _note_script_error(error: Exception) -> bool | None:
    name, places = describe_exception(error)
    _log.error("page_script_failed", error_type=name, error_places=places)
    return None


def _flat(table: dict[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    items: list[tuple[str, Any]] = []
    for key, value in table.items():
        name = f"{prefix}{key}"
        items.extend(_flat(value, f"{name}.") if isinstance(value, dict) else [(name, value)])
    return items


@asynccontextmanager
async def no_page(_owner: Any) -> AsyncIterator[None]:
    """Stands in where only the API is served."""
    yield
