"""`sandbox doctor`: what it finds, what it advises, and its exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sandbox.doctor import examine
from sandbox.settings import Settings
from tests.sandbox.test_cli import sandbox


def diagnose(**options: Any) -> dict[str, Any]:
    return {one.id: one for one in examine(Settings(**options))}


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("doctor") / "data"
    folder.mkdir(mode=0o700)
    return diagnose(data_dir=folder, port=18_997)


def test_a_fit_machine_has_no_complaint(healthy: dict[str, Any]) -> None:
    assert {name: one.message for name, one in healthy.items() if one.status == "error"} == {}
    assert list(healthy) == [
        "python", "model-file", "data-directory", "telemetry", "outside-addresses", "memory", "guard", "port",
    ]  # fmt: skip


def test_every_complaint_comes_with_a_fix(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    found = diagnose(
        data_dir=file,
        model="gpt-9",
        upstream_url="https://llm.example.org",
        host="0.0.0.0",
        port=18_996,
    )
    complaints = {name: one.status for name, one in found.items() if one.status != "ok"}
    assert complaints == {
        "model-file": "error", "data-directory": "error", "outside-addresses": "warning", "port": "warning",
    }  # fmt: skip
    assert all(found[name].fix for name in complaints)
    assert "llm.example.org" in found["outside-addresses"].message


def test_other_accounts_must_not_read_the_data(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o755)
    found = diagnose(data_dir=tmp_path / "data")["data-directory"]
    assert (found.status, "chmod 700" in found.fix) == ("warning", True)


def test_exit_code_and_json(tmp_path: Path) -> None:
    options = ("doctor", "--json", "--data-dir", str(tmp_path / "data"), "--port", "18995")
    assert json.loads(sandbox(*options).stdout)["ok"] is True
    bad = json.loads(sandbox(*options, environment={"SANDBOX_MODEL": "gpt-9"}, expect=1).stdout)
    assert bad["ok"] is False
    assert "werkstatt-mini" in next(one["message"] for one in bad["checks"] if one["id"] == "model-file")
