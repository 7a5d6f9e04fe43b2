"""`sandbox guard policy` and `sandbox users`, as people and scripts call them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guardrails.policy import json_schema, load_policy
from sandbox.accounts import Role
from sandbox.accounts.service import find_setup_link
from sandbox.audit import list_events
from sandbox.database import Database
from sandbox.migrations import migrate
from tests.sandbox.test_cli import sandbox

WEAKER = 'version: "1.1.0"\ntitle: Grundschutz\nentities:\n  SECRET: {action: warn}\nexercises:\n  gibt-es-nicht: {}\n'


@pytest.fixture
def weaker(tmp_path: Path) -> Path:
    file = tmp_path / "neu.yaml"
    file.write_text(WEAKER, encoding="utf-8")
    return file


def test_show_names_every_rule(weaker: Path) -> None:
    assert load_policy().identity in sandbox("guard", "policy", "show").stdout
    shown = json.loads(sandbox("guard", "policy", "show", str(weaker), "--json").stdout)
    assert shown["entities"]["SECRET"]["action"] == "warn"
    of_the_house = sandbox("guard", "policy", "show", environment={"SANDBOX_POLICY_FILE": str(weaker)}).stdout
    assert re.search(r"Passwort oder Schlüssel\s+hinweisen", of_the_house)


def test_validate_warns_of_unknown_exercises(weaker: Path) -> None:
    shown = sandbox("guard", "policy", "validate", str(weaker)).stdout
    assert "ist in Ordnung" in shown and "Eine Übung „gibt-es-nicht“ gibt es nicht" in shown


def test_validate_names_file_line_and_field(weaker: Path) -> None:
    weaker.write_text(WEAKER.replace("warn", "melden"), encoding="utf-8")
    error = sandbox("guard", "policy", "validate", str(weaker), expect=2).stderr
    assert str(weaker) in error and "Zeile 4, „entities.SECRET.action“" in error


def test_compare_says_what_weakens(weaker: Path, tmp_path: Path) -> None:
    old = tmp_path / "alt.yaml"
    old.write_text('version: "1.0.0"\ntitle: Grundschutz\n', encoding="utf-8")
    shown = sandbox("guard", "policy", "compare", str(old), str(weaker)).stdout
    assert "▼ schwächt" in shown and "Passwort oder Schlüssel: künftig nur ein Hinweis" in shown
    assert "zweite Person" in shown
    record = json.loads(sandbox("guard", "policy", "compare", str(weaker), str(old), "--json").stdout)
    assert record["weakens"] is False and len(record["changes"]) == 1
    assert "ändert sich nichts" in sandbox("guard", "policy", "compare", str(old), str(old)).stdout


def test_dry_run_on_the_shipped_corpus(weaker: Path) -> None:
    record = json.loads(sandbox("guard", "policy", "dry-run", str(weaker), "--json").stdout)
    assert record["weakens"] is True
    house = record["dry_run"]["scopes"][0]
    assert record["dry_run"]["documents"] >= 300
    secrets = next(one for one in house["entities"] if one["entity"] == "SECRET")
    assert secrets["after"] == 0 < secrets["before"]
    assert house["leaking_after"] >= house["leaking_before"]


def test_schema_is_the_published_one() -> None:
    assert json.loads(sandbox("guard", "policy", "schema").stdout) == json_schema()


def test_inviting_a_second_person(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'sandbox.db'}")
    migrate(database.engine)
    shown = sandbox("users", "invite", "dpo", "--data-dir", str(tmp_path)).stdout
    token = re.search(r"\?einrichtung=(\S+)", shown)
    assert token is not None
    with database.read() as session:
        assert find_setup_link(session, token[1]).role == Role.DPO
        (event,), _ = list_events(session)
    assert event.action == "setup.issued"
    database.dispose()
    assert "--data-dir" in sandbox("users", "invite", "dpo", "--data-dir", str(tmp_path / "nichts"), expect=2).stderr
