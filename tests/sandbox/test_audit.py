"""The audit trail: append-only, verifiable, without personal text, and itself watched."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from sandbox import audit
from sandbox.audit import ACTIONS, Actor, AuditAction, verify_chain
from sandbox.database import Database
from sandbox.migrations import migrate
from tests.sandbox.conftest import dpo_of
from tests.sandbox.live_service import LiveService, Person


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database(f"sqlite:///{tmp_path / 'trail.db'}")
    migrate(database.engine)
    with database.write() as session:
        for number in range(5):
            audit.append(session, Actor.system(), AuditAction.SERVICE_STARTED, "", {"number": number})
    return database


def tamper(database: Database, statement: str) -> None:
    with database.write() as session:
        session.execute(text("DROP TRIGGER audit_event_no_update"))
        session.execute(text("DROP TRIGGER audit_event_no_delete"))
        session.connection().exec_driver_sql(statement)


def test_an_untouched_chain_is_valid(database: Database) -> None:
    with database.read() as session:
        result = verify_chain(session)
    assert (result.valid, result.checked, result.first_broken) == (True, 5, None)
    assert len(result.head) == 64


@pytest.mark.parametrize(
    ("statement", "first_broken"),
    [
        ("UPDATE audit_event SET details = '{\"number\":9}' WHERE seq = 3", 3),
        ("UPDATE audit_event SET actor_role = 'dpo' WHERE seq = 1", 1),
        ("UPDATE audit_event SET details = 'kaputt' WHERE seq = 4", 4),
        ("UPDATE audit_event SET at = '2020-01-01 00:00:00.000000' WHERE seq = 2", 2),
        ("DELETE FROM audit_event WHERE seq = 2", 2),
        ("DELETE FROM audit_event WHERE seq = 1", 1),
        ("UPDATE audit_event SET previous_hash = hash WHERE seq = 5", 5),
    ],
)
def test_every_change_is_found_where_it_was_made(database: Database, statement: str, first_broken: int) -> None:
    tamper(database, statement)
    with database.read() as session:
        result = verify_chain(session)
    assert (result.valid, result.first_broken, result.checked) == (False, first_broken, first_broken - 1)


def test_a_cut_off_end_shows_in_the_head(database: Database) -> None:
    with database.read() as session:
        before = verify_chain(session)
    tamper(database, "DELETE FROM audit_event WHERE seq = 5")
    with database.read() as session:
        after = verify_chain(session)
    assert after.valid and after.head != before.head and after.checked == before.checked - 1


@pytest.mark.parametrize("deed", ["UPDATE audit_event SET subject = 'x'", "DELETE FROM audit_event"])
def test_the_database_itself_refuses_changes(either: LiveService, deed: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"), either.context.database.write() as session:
        session.execute(text(deed))


def test_postgresql_refuses_to_empty_the_table(live_on_postgres: LiveService) -> None:
    with pytest.raises(DBAPIError, match="append-only"), live_on_postgres.context.database.write() as session:
        session.execute(text("TRUNCATE audit_event"))


def test_the_specified_hash_can_be_recomputed_from_what_the_api_shows(either: LiveService) -> None:
    dpo = dpo_of(either)
    either.participant().send(max_tokens=5)
    events = dpo.get("/api/v1/audit/events", params={"limit": 500}).json()["events"]
    previous = "0" * 64
    for event in events:
        content = {
            "seq": event["seq"],
            "at": event["at"].replace("Z", "+00:00") if "." in event["at"] else event["at"][:-1] + ".000000+00:00",
            "actor_id": event["actor"]["id"],
            "actor_role": event["actor"]["role"],
            "action": event["action"],
            "subject": event["subject"],
            "details": event["details"],
            "previous_hash": previous,
        }
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert event["previous_hash"] == previous
        assert hashlib.sha256(canonical.encode()).hexdigest() == event["hash"]
        previous = event["hash"]


def test_the_way_of_an_attempt_is_in_the_trail(live: LiveService, dpo: Person) -> None:
    before = dpo.get("/api/v1/audit/verification").json()
    assert before["valid"]
    person = live.participant("Spurensuche")
    attempt = person.send("Schreibe an Frau Swetlana Grünwald.", max_tokens=5).one("done")["id"]
    page = dpo.get("/api/v1/audit/events", params={"after": before["checked"], "limit": 500}).json()
    own = [event for event in page["events"] if event["actor"]["name"] == "Spurensuche"]
    assert [event["action"] for event in own] == [
        "account.created", "session.opened", "attempt.sent", "attempt.ended",
    ]  # fmt: skip
    assert own[2]["subject"] == f"attempt:{attempt}" and own[2]["details"]["findings"] == 1
    assert own[3]["details"]["outcome"] == "complete"
    assert all(event["action_label"] and event["actor"]["role"] == "participant" for event in own)
    assert "Grünwald" not in json.dumps(page, ensure_ascii=False)


def test_looking_at_the_trail_is_recorded(dpo: Person) -> None:
    dpo.get("/api/v1/audit/events")
    viewed = dpo.get("/api/v1/audit/events", params={"action": "audit.viewed", "limit": 500}).json()["events"]
    assert viewed[-1]["actor"]["name"] == dpo.name
    assert viewed[-1]["details"]["action"] == "audit.viewed"
    dpo.get("/api/v1/audit/verification")
    checked = dpo.get("/api/v1/audit/events", params={"action": "audit.verified", "limit": 500}).json()["events"]
    assert checked[-1]["details"]["valid"] is True


def test_refused_entries_are_recorded_without_what_was_entered(live: LiveService, dpo: Person) -> None:
    live.visitor().post("/api/v1/session/login", {"name": "Heimlich", "password": "geraten geraten"})
    events = dpo.get("/api/v1/audit/events", params={"action": "login.failed", "limit": 500}).json()["events"]
    assert events[-1]["details"] == {"reason": "anmeldung-falsch"}
    assert events[-1]["actor"] == {"id": None, "role": "anonymous", "name": "nicht angemeldet"}


def test_the_page_through_the_trail(dpo: Person) -> None:
    first = dpo.get("/api/v1/audit/events", params={"limit": 2}).json()
    assert [event["seq"] for event in first["events"]] == [1, 2] and first["total"] > 2
    second = dpo.get("/api/v1/audit/events", params={"limit": 2, "after": 2}).json()
    assert [event["seq"] for event in second["events"]] == [3, 4]
    assert dpo.get("/api/v1/audit/events", params={"action": "nichts"}).status_code == 422


@pytest.mark.parametrize("value", ["Frau Müller rief an", "x" * 81, "a\nb", "Grüße"])
def test_free_text_cannot_enter_the_trail(database: Database, value: str) -> None:
    with pytest.raises(ValueError, match="free text"), database.write() as session:
        audit.append(session, Actor.system(), AuditAction.SERVICE_STARTED, "", {"note": value})


def test_every_action_is_labelled_and_explained() -> None:
    assert set(ACTIONS) == set(AuditAction)
    assert all(text.label and text.meaning.endswith(".") for text in ACTIONS.values())
