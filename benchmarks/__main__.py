"""All benchmarks: `python -m benchmarks [--out FILE]` (or `make bench`).

Writes one JSON document and prints a table. Timings on shared machines are noisy: each figure stands beside a
baseline that was measured in the same run, and the ratio is what to compare.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import guard, model, pages, presidio, room, service

PARTS: dict[str, Callable[[], dict[str, Any]]] = {
    "guard": guard.measure,
    "presidio": presidio.measure,
    "model": model.measure,
    "room": room.measure,
    "service": service.measure,
    "pages": pages.measure,
}
DEFAULT_OUT = Path("build") / "benchmarks.json"


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    parser.add_argument("--only", choices=sorted(PARTS), action="append")
    arguments = parser.parse_args()
    report: dict[str, Any] = {
        "machine": {"processor": _processor(), "cores": os.cpu_count(), "python": platform.python_version()},
        "started": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
    }
    for name in arguments.only or PARTS:
        report[name] = PARTS[name]()
        _print_table(name, report[name])
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n")
    print(f"\nWritten to {arguments.out}")


def _print_table(name: str, figures: dict[str, Any]) -> None:
    width = max(len(key) for key in figures)
    print(f"\n{name}")
    for key, value in figures.items():
        shown = f"{value:.3g}" if isinstance(value, float) and value < 1000 else value
        print(f"  {key:<{width}}  {shown}")


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


if __name__ == "__main__":
    main()
