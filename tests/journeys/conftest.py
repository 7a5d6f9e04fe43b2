"""The real stack for journeys: `sandbox serve` as a process of its own, and Debian's Chromium."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

HERE = Path(__file__).parent
CHROMIUM_FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run",
]  # fmt: skip
START_TIMEOUT_SECONDS = 120
WAIT_MS = 30_000
expect.set_options(timeout=WAIT_MS)


@dataclass
class Service:
    """A running `sandbox serve`: its address, what it printed, and where it keeps its data."""

    address: str
    data_dir: Path
    process: subprocess.Popen[str]
    network_log: Path
    output: list[str] = field(default_factory=list)

    def found(self, pattern: str) -> str:
        match = re.search(pattern, "".join(self.output))
        assert match, f"not printed: {pattern}\n{''.join(self.output)}"
        return match[1]

    @property
    def join_code(self) -> str:
        return self.found(r"Beitrittscode[^:]*:\s*(\S+)")

    def setup_link(self, role: str) -> str:
        return self.found(rf"{role}[^:\n]*:\s*(http\S+)")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_service(folder: Path, **environment: str) -> Service:
    """Start `sandbox serve` on a free port and return when it says that it is ready."""
    port = free_port()
    network_log = folder / "network.log"
    program = Path(sys.executable).with_name("sandbox")
    path = os.pathsep.join(filter(None, [str(HERE / "network_watch"), os.environ.get("PYTHONPATH")]))
    variables = {
        **os.environ, "PYTHONPATH": path, "NETWORK_WATCH": str(network_log),
        "PYTHONUNBUFFERED": "1", **environment,
    }  # fmt: skip
    process = subprocess.Popen(
        [str(program), "serve", "--port", str(port), "--data-dir", str(folder / "data")],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=variables, cwd=folder,
    )  # fmt: skip
    service = Service(f"http://127.0.0.1:{port}", folder / "data", process, network_log)
    ready = threading.Event()

    def collect() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            service.output.append(line)
            if "Bereit" in line:
                ready.set()
        ready.set()

    threading.Thread(target=collect, daemon=True).start()
    assert ready.wait(START_TIMEOUT_SECONDS), "".join(service.output)
    assert any("Bereit" in line for line in service.output), "".join(service.output)
    return service


def stop_service(service: Service) -> int:
    service.process.send_signal(signal.SIGTERM)
    return service.process.wait(timeout=30)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = start_service(tmp_path_factory.mktemp("service"))
    yield running
    assert stop_service(running) == 0, "".join(running.output)[-3000:]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "Chromium fehlt. Unter Debian: apt-get install chromium (make test macht das als root selbst)."
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield instance
        instance.close()


@dataclass
class Visitor:
    """A person with a browser of their own; every address their pages ask for is noted."""

    context: BrowserContext
    page: Page
    service: Service
    requested: list[str] = field(default_factory=list)

    def client(self) -> httpx.Client:
        """The same person's session, straight to the HTTP interface."""
        cookies = {cookie["name"]: cookie["value"] for cookie in self.context.cookies()}
        return httpx.Client(base_url=self.service.address, cookies=cookies, trust_env=False, timeout=60)


@pytest.fixture
def visitor(browser: Browser, service: Service) -> Iterator[Visitor]:
    yield from visit(browser, service)


def visit(browser: Browser, service: Service, width: int = 1280) -> Iterator[Visitor]:
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="de-DE", timezone_id="Europe/Berlin")
    context.set_default_timeout(WAIT_MS)
    person = Visitor(context, context.new_page(), service)
    context.on("request", lambda request: person.requested.append(request.url))
    yield person
    context.close()
    foreign = [url for url in person.requested if not url.startswith((service.address, "data:", "blob:"))]
    assert not foreign, foreign
