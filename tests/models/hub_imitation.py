"""A hub on loopback: a real HTTP server that answers as the Hugging Face hub does for files, and can misbehave."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "0123456789abcdef0123456789abcdef01234567"
REPOSITORY = "haus/modell-GGUF"
FILE = "modell.Q8_0.gguf"


@dataclass
class Hub:
    """What it serves, and what it saw."""

    content: bytes
    address: str = ""
    cdn: str = ""
    """Where the content lies: another host, as with the real one, to which no key may be sent."""
    commit: str = COMMIT
    breaks_after: list[int] = field(default_factory=list)
    """For each of the next downloads: the bytes after which the connection is cut."""
    refuses: list[int] = field(default_factory=list)
    """Status codes of the next downloads; 0 for one that is answered."""
    head_status: int = 200
    head_error: str | None = None
    ignores_ranges: bool = False
    announced_sha256: str | None = None
    sent: int = 0
    """Bytes of content that went out."""
    requests: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    """Method, path and headers, in order."""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    @property
    def ranges(self) -> list[str | None]:
        """The ranges that downloads asked for."""
        return [headers.get("range") for method, _, headers in self.requests if method == "GET"]


@contextmanager
def running_hub(content: bytes) -> Iterator[Hub]:
    hub = Hub(content)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def note(self) -> bool:
            hub.requests.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}))
            return self.path in {f"/{REPOSITORY}/resolve/{name}/{FILE}" for name in ("main", hub.commit)}

        def refuse(self, status: int, code: str | None = None) -> None:
            self.send_response(status)
            if code:
                self.send_header("X-Error-Code", code)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_HEAD(self) -> None:
            if not self.note():
                self.refuse(404, "EntryNotFound")
                return
            if hub.head_status != 200:
                self.refuse(hub.head_status, hub.head_error)
                return
            digest = hub.announced_sha256 or hub.sha256
            self.send_response(302)
            self.send_header("X-Repo-Commit", hub.commit)
            self.send_header("X-Linked-Etag", f'"{digest}"')
            self.send_header("X-Linked-Size", str(len(hub.content)))
            self.send_header("Location", f"{hub.cdn}/{digest}")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_GET(self) -> None:
            self.note()
            if not self.path.startswith("/cdn/"):
                self.send_response(302)
                self.send_header("Location", f"{hub.cdn}/{hub.sha256}")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            status = hub.refuses.pop(0) if hub.refuses else 0
            if status:
                self.refuse(status)
                return
            start = 0
            asked = self.headers.get("Range")
            if asked and not hub.ignores_ranges:
                start = int(asked.removeprefix("bytes=").split("-")[0])
            body = hub.content[start:]
            self.send_response(206 if start else 200)
            self.send_header("Content-Length", str(len(body)))
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(hub.content) - 1}/{len(hub.content)}")
            self.end_headers()
            if hub.breaks_after:
                self.wfile.write(body[: hub.breaks_after.pop(0)])
                self.wfile.flush()
                self.close_connection = True
                return
            with suppress(ConnectionError):
                for at in range(0, len(body), 1024 * 1024):
                    self.wfile.write(body[at : at + 1024 * 1024])
                    hub.sent += min(1024 * 1024, len(body) - at)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    hub.address = f"http://127.0.0.1:{server.server_port}"
    hub.cdn = f"http://localhost:{server.server_port}/cdn"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
