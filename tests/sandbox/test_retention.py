"""What is deleted when, and what stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select, update

from sandbox.accounts.tables import Account, LoginSession
from sandbox.audit import verify_chain
from sandbox.audit.tables import AuditEvent
from sandbox.comparisons.tables import BlindComparison, ComparisonNote
from sandbox.journal.tables import AttemptStar
from sandbox.practice.tables import Attempt, AttemptFinding, Conversation, Reflection
from sandbox.privacy import run_retention
from sandbox.review.tables import LogView
from sandbox.wall.tables import WallEntry
from sandbox.workshops.tables import Workshop
from tests.sandbox.conftest import dpo_of, trainer_of
from tests.sandbox.live_service import LETTER, LiveService


def count(service: LiveService, table: type) -> int:
    with service.context.database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_the_deletion_run_takes_a_workshop_with_everything_in_it(either: LiveService) -> None:
    database, today = either.context.database, either.context.today()
    last_day = datetime.combine(today + timedelta(days=2), datetime.min.time(), UTC) + timedelta(hours=12)
    due = last_day + timedelta(days=1)
    trainer_of(either)
    dpo_of(either)
    with database.write() as session:
        run_retention(session, due)
    trainer = trainer_of(either)
    body = {"title": "Vergangen", "starts_on": f"{today}", "ends_on": f"{today}", "retention_days": 2}
    workshop = trainer.post("/api/v1/workshops", body).json()
    staying = either.participant()
    kept = staying.send(max_tokens=5).one("done")["id"]
    tables = (
        Account, Attempt, AttemptFinding, Conversation, Reflection, LogView, ComparisonNote, BlindComparison,
        AttemptStar, WallEntry,
    )  # fmt: skip
    before = {table: count(either, table) for table in tables}
    going = either.participant(join_code=workshop["join_code"])
    attempt = going.send("Schreibe an Frau Swetlana Grünwald.", max_tokens=5).one("done")["id"]
    question = going.get(f"/api/v1/exercises/{LETTER}").json()["reflection"][0]["id"]
    going.http.put(f"/api/v1/attempts/{attempt}/reflection", json={"answers": {question: "Gut."}})
    going.http.put(f"/api/v1/attempts/{attempt}/star", json={"starred": True})
    pair = {"attempt_ids": [attempt, going.send(max_tokens=9).one("done")["id"]]}
    going.http.put("/api/v1/comparisons/note", json={**pair, "text": "Länger."})
    assert going.post("/api/v1/comparisons/blind", pair).status_code == 201
    going.post("/api/v1/wall", {"attempt_id": attempt})
    trainer.get(f"/api/v1/workshops/{workshop['id']}/prompt-log")
    assert all(count(either, table) > before[table] for table in tables)

    with database.write() as session:
        assert run_retention(session, last_day, dry_run=True).workshops == 0, "the last day still counts"
    with database.read() as session:
        planned = run_retention(session, due, dry_run=True)
    assert (planned.workshops, planned.participants, planned.attempts) == (1, 1, 2)
    assert all(count(either, table) > before[table] for table in tables), "a dry run deletes nothing"
    with database.write() as session:
        done = run_retention(session, due)
    assert (done.workshops, done.participants, done.attempts) == (1, 1, 2) and not done.dry_run
    assert {table: count(either, table) for table in tables} == before
    with database.read() as session:
        shell = session.get_one(Workshop, workshop["id"])
        assert shell.placeholder_key is None and shell.title == "Vergangen"
        assert verify_chain(session).valid
        last = session.scalars(select(AuditEvent).order_by(AuditEvent.seq.desc()).limit(1)).one()
        assert last.action == "retention.run" and '"attempts":2' in last.details
        assert run_retention(session, due, dry_run=True).workshops == 0
    assert going.get("/api/v1/session").status_code == 401
    assert staying.get(f"/api/v1/attempts/{kept}").status_code in {200, 401}


def test_sessions_that_have_run_out_are_deleted(live: LiveService) -> None:
    person = live.participant()
    account = person.get("/api/v1/session").json()["account"]["id"]
    with live.context.database.write() as session:
        past = datetime.now(UTC) - timedelta(minutes=1)
        session.execute(update(LoginSession).where(LoginSession.account_id == account).values(expires_at=past))
    with live.context.database.write() as session:
        assert run_retention(session).sessions >= 1
    with live.context.database.read() as session:
        assert session.scalars(select(LoginSession).where(LoginSession.account_id == account)).all() == []


def test_what_was_deleted_is_not_left_in_the_file(live: LiveService, trainer: object) -> None:
    today = live.context.today()
    body = {"title": "Spurlos", "starts_on": f"{today}", "ends_on": f"{today}", "retention_days": 0}
    workshop = trainer.post("/api/v1/workshops", body).json()
    live.participant(join_code=workshop["join_code"]).send("Wort Quittenmarmelade schreiben.", max_tokens=5)

    def files() -> bytes:
        with live.context.database.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return b"".join(path.read_bytes() for path in live.settings.data_dir.glob("sandbox.db*"))

    assert b"Quittenmarmelade" in files()
    with live.context.database.write() as session:
        run_retention(session, datetime.now(UTC) + timedelta(days=2))
    assert b"Quittenmarmelade" not in files()
