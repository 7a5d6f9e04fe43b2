"""A throw-away PostgreSQL cluster in a temporary folder, run by an unprivileged user."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BINARIES = Path("/usr/lib/postgresql/15/bin")
_FAST = "-c fsync=off -c full_page_writes=off -c shared_buffers=16MB -c max_connections=40 -c listen_addresses=''"


@contextmanager
def cluster() -> Iterator[str]:
    """Yields the address of a fresh database."""
    program = shutil.which("initdb") or str(BINARIES / "initdb")
    assert Path(program).is_file(), (
        "PostgreSQL fehlt. Unter Debian: apt-get install postgresql (die Tests starten einen eigenen Server)."
    )
    binaries = Path(program).resolve().parent
    folder = Path(tempfile.mkdtemp(prefix="sandbox-pg-"))
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres", "postgres")

    def call(name: str, *arguments: str) -> None:
        command = [*user, str(binaries / name), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr

    data = str(folder / "data")
    call("initdb", "-D", data, "-U", "sandbox", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8")
    call("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", f"{_FAST} -k {folder}", "start")
    try:
        yield f"postgresql://sandbox@/postgres?host={folder}"
    finally:
        call("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
