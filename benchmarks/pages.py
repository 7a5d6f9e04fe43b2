"""The pages under load: what a browser asks of them, without the browser.

A page is a WebSocket on which the browser says "run the script for this address" and receives what to draw. Here
every participant is such a connection of their own, signed in with a session of their own. Measured is the time from
asking to the last thing to draw; beside it, in the same run, what the service's own interface takes for the same data.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.service import EXERCISE, running

PARTICIPANTS = 30
ROUNDS = 5
PAGES = (
    ("uebungen", "", "Übungen"),
    ("uebung", f"id={EXERCISE}", "Eingangsbestätigung für einen Wohngeldantrag"),
    ("versuche", "", "Meine Versuche"),
    ("journal", "", "Lernjournal"),
)
"""Path and query of each page, and its heading."""
MUST_SECONDS = 0.3


@dataclass
class Visitor:
    """One participant's page."""

    address: str
    cookies: str
    failed: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    async def walk(self, rounds: int) -> None:
        """Open every page so many times on one connection, as somebody does who moves about."""
        target = self.address.replace("http", "ws", 1) + "/_stcore/stream"
        headers = {"Cookie": self.cookies, "Origin": self.address}
        options: dict[str, Any] = {"additional_headers": headers, "subprotocols": ["streamlit"], "max_size": None}
        async with connect(target, proxy=None, **options) as socket:
            for _ in range(rounds):
                for path, query, heading in PAGES:
                    try:
                        self.seconds.append(await asyncio.wait_for(self._open(socket, path, query, heading), 120))
                    except (OSError, TimeoutError, RuntimeError) as error:
                        self.failed.append(f"{path}: {type(error).__name__} {error}")

    async def _open(self, socket: ClientConnection, path: str, query: str, heading: str) -> float:
        ask = BackMsg()
        ask.rerun_script.query_string = query
        ask.rerun_script.page_name = path
        started = time.perf_counter()
        await socket.send(ask.SerializeToString())
        has_heading = False
        while True:
            received = await socket.recv()
            message = ForwardMsg()
            message.ParseFromString(received)
            kind = message.WhichOneof("type")
            if kind == "delta":
                has_heading |= f"<h1>{heading}</h1>".encode() in received
                if message.delta.new_element.WhichOneof("type") == "exception":
                    raise RuntimeError("the page shows an exception")
            elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                if not has_heading:
                    raise RuntimeError("the page is another one")
                return time.perf_counter() - started


def measure() -> dict[str, Any]:
    """Seconds to a whole page for one participant and for thirty at once, and how many pages failed."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as (address, join_code, _, _):
        visitors = [_join(address, join_code, number) for number in range(PARTICIPANTS)]
        asyncio.run(visitors[0].walk(1))
        visitors[0].seconds.clear()
        interface = _interface(address, visitors[0].cookies)
        asyncio.run(visitors[0].walk(ROUNDS))
        alone = visitors[0].seconds
        visitors[0].seconds = []
        began = time.perf_counter()
        asyncio.run(_together(visitors))
        whole = time.perf_counter() - began
    together = [second for visitor in visitors for second in visitor.seconds]
    failed = [fault for visitor in visitors for fault in visitor.failed]
    for fault in failed[:5]:
        print(fault)
    return {
        "page_alone_median_seconds": statistics.median(alone),
        "page_alone_p95_seconds": _percentile(alone, 95),
        "must_seconds": MUST_SECONDS,
        "interface_for_the_same_seconds": interface,
        "participants_at_once": PARTICIPANTS,
        "pages_opened": len(together),
        "pages_failed": len(failed),
        "page_together_median_seconds": statistics.median(together),
        "page_together_p95_seconds": _percentile(together, 95),
        "pages_per_second": len(together) / whole,
    }


async def _together(visitors: list[Visitor]) -> None:
    await asyncio.gather(*(visitor.walk(ROUNDS) for visitor in visitors))


def _join(address: str, join_code: str, number: int) -> Visitor:
    with httpx.Client(base_url=address, trust_env=False, timeout=120) as client:
        body = {"join_code": join_code, "pseudonym": f"Gast {number + 1}"}
        client.post("/api/v1/session/join", json=body).raise_for_status()
        return Visitor(address, "; ".join(f"{cookie.name}={cookie.value}" for cookie in client.cookies.jar))


def _interface(address: str, cookies: str) -> float:
    """Median seconds in which the service's interface gives what the overview shows."""
    with httpx.Client(base_url=address, trust_env=False, timeout=60, headers={"Cookie": cookies}) as client:
        taken = []
        for _ in range(4 * ROUNDS):
            started = time.perf_counter()
            client.get("/api/v1/session").raise_for_status()
            client.get("/api/v1/exercises").raise_for_status()
            taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def _percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
