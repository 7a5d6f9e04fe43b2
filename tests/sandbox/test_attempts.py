"""The way of a prompt through the running service: guard, model, storage, and what may go wrong."""

from __future__ import annotations

import asyncio
import io
import json
import os
import re
import signal
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, func, select, update

from guardrails import Guard
from guardrails.policy import EntityRule
from sandbox.audit import verify_chain
from sandbox.audit.tables import AuditEvent
from sandbox.practice import store
from sandbox.practice.tables import Attempt, Conversation
from sandbox.workshops.tables import Workshop
from tests.sandbox.live_service import LETTER, OWN_CASE, PROMPT, RAMBLING, LiveService, Person

NAME, PHONE, STREET = "Swetlana Grünwald", "030 90126417", "Kastanienallee 114"
RAW_PROMPT = f"Schreibe an Frau {NAME}, {STREET}, Tel. {PHONE}, eine kurze Eingangsbestätigung."


def attempts_in(live: LiveService) -> int:
    with live.context.database.read() as session:
        return session.scalar(select(func.count()).select_from(Attempt)) or 0


def latest_action(live: LiveService) -> AuditEvent:
    with live.context.database.read() as session:
        return session.scalars(select(AuditEvent).order_by(AuditEvent.seq.desc()).limit(1)).one()


def test_an_attempt_streams_and_is_found_again(either: LiveService) -> None:
    person = either.participant()
    events = person.send(RAW_PROMPT, seed=1, max_tokens=60)
    assert events.response.headers["content-type"].startswith("text/event-stream")
    assert events.names[0] == "accepted" and events.names[-1] == "done"
    accepted, done = events.one("accepted"), events.one("done")
    assert accepted["number"] == 1
    assert "[PERSON_3]" in accepted["prompt"], "the case has two persons already"
    assert {finding["entity"] for finding in accepted["findings"]} >= {"PERSON", "PHONE_NUMBER", "STREET_ADDRESS"}
    assert done["answer"] == events.text != ""
    assert done["status"] == "complete" and done["tokens"] > 0 and done["seconds"] > 0
    assert done["energy"]["watt_seconds"] > 0 and done["energy"]["method"] in {"rapl", "cpu_time"}
    assert set(done["versions"]) == {"policy", "recognizers", "tagger", "exercise", "model"}
    assert done["checks"] and done["settings"] == {"temperature": 0.1, "max_tokens": 60, "seed": 1}
    assert person.get(f"/api/v1/attempts/{done['id']}").json() == done
    (listed,) = person.get("/api/v1/attempts", params={"exercise_id": LETTER}).json()
    assert (listed["id"], listed["status"], listed["reflected"]) == (done["id"], "complete", False)
    assert person.get("/api/v1/attempts", params={"exercise_id": OWN_CASE}).json() == []
    progress = {item["id"]: item["attempts"] for item in person.get("/api/v1/exercises").json()}
    assert progress[LETTER] == 1 and progress[OWN_CASE] == 0


def test_the_same_seed_gives_the_same_answer(participant: Person) -> None:
    first = participant.send(seed=5, max_tokens=40)
    second = participant.send(seed=5, max_tokens=40)
    assert first.text == second.text
    assert second.one("done")["number"] == 2


def test_a_seed_that_chance_drew_is_kept_and_gives_the_answer_again(participant: Person, trainer: Person) -> None:
    first = participant.send(RAW_PROMPT, max_tokens=40, temperature=0.9).one("done")
    assert first["settings"].pop("seed_drawn") and isinstance(first["settings"]["seed"], int)
    second = participant.send(first["prompt"], **first["settings"]).one("done")
    assert second["prompt"] == first["prompt"], "placeholders of a stored prompt stay what they are"
    assert second["answer"] == first["answer"] and second["settings"] == first["settings"]
    workshop = participant.get("/api/v1/session").json()["workshop"]["id"]
    log = trainer.get(f"/api/v1/workshops/{workshop}/prompt-log").json()
    logged = {item["id"]: item["settings"] for item in log["attempts"]}
    assert logged[first["id"]] == {**first["settings"], "seed_drawn": True}
    assert logged[second["id"]] == first["settings"]


def test_nothing_raw_is_stored_logged_or_sent_back(
    live: LiveService, participant: Person, service_log: io.StringIO
) -> None:
    events = participant.send(RAW_PROMPT, max_tokens=30)
    participant.post("/api/v1/guard/preview", {"text": RAW_PROMPT, "exercise_id": LETTER})
    participant.http.put(
        f"/api/v1/attempts/{events.one('done')['id']}/reflection",
        json={"answers": {next(iter(question_ids(participant))): f"Herr {NAME} rief an: {PHONE}."}},
    )
    written = b"".join(path.read_bytes() for path in live.settings.data_dir.rglob("*") if path.is_file())
    told = json.dumps([data for _, data in events.seen], ensure_ascii=False)
    for value in (NAME, "Grünwald", PHONE, STREET):
        assert value.encode() not in written
        assert json.dumps(value)[1:-1].encode() not in written
        assert value not in service_log.getvalue()
        assert value not in told
    assert "attempt_sent" in service_log.getvalue()


def question_ids(person: Person, exercise: str = LETTER) -> list[str]:
    return [item["id"] for item in person.get(f"/api/v1/exercises/{exercise}").json()["reflection"]]


def test_placeholders_stay_the_same_through_a_conversation(live: LiveService, participant: Person) -> None:
    first = participant.send(f"Schreibe an Frau {NAME}.", max_tokens=1).one("accepted")["prompt"]
    second = participant.send(f"Kürzer, bitte. Frau {NAME} kennt Herrn Adebayo Okonkwo.", max_tokens=1)
    assert first == "Schreibe an Frau [PERSON_3]."
    assert second.one("accepted")["prompt"] == "Kürzer, bitte. Frau [PERSON_3] kennt Herrn [PERSON_4]."
    preview = participant.post("/api/v1/guard/preview", {"text": f"Frau {NAME}", "exercise_id": LETTER}).json()
    assert preview["redacted"] == "Frau [PERSON_3]"
    with live.context.database.read() as session:
        stored = [item.placeholders for item in session.scalars(select(Conversation))]
    assert "Grünwald" not in json.dumps(stored, ensure_ascii=False)


def test_two_participants_do_not_share_placeholders(live: LiveService) -> None:
    one = live.participant().send(f"Schreibe an Frau {NAME}.", max_tokens=5)
    two = live.participant().send("Schreibe an Herrn Adebayo Okonkwo.", max_tokens=5)
    assert "[PERSON_3]" in one.one("accepted")["prompt"]
    assert "[PERSON_3]" in two.one("accepted")["prompt"]


def test_an_own_case_is_redacted_before_its_prompt(participant: Person) -> None:
    material = f"Frau {NAME}, {STREET}, hat am 3. März angerufen."
    prompt = f"Fasse zusammen, was Frau {NAME} Herrn Adebayo Okonkwo gesagt hat."
    preview = participant.post(
        "/api/v1/guard/preview",
        {"text": prompt, "exercise_id": OWN_CASE, "field": "prompt", "material": material},
    ).json()
    accepted = participant.send(prompt, OWN_CASE, material, max_tokens=5).one("accepted")
    assert accepted["material"].startswith("Frau [PERSON_1], [STREET_ADDRESS_1]")
    assert "3. März" in accepted["material"]
    assert accepted["prompt"] == "Fasse zusammen, was Frau [PERSON_1] Herrn [PERSON_2] gesagt hat."
    assert preview["redacted"] == accepted["prompt"]
    assert {finding["source"] for finding in accepted["findings"]} == {"prompt", "material"}


def test_a_preview_explains_and_keeps_nothing(live: LiveService, participant: Person) -> None:
    before = attempts_in(live)
    preview = participant.post("/api/v1/guard/preview", {"text": RAW_PROMPT, "exercise_id": LETTER}).json()
    assert attempts_in(live) == before
    assert preview["language"] == "de" and preview["blocked"] == []
    for finding in preview["findings"]:
        assert preview["redacted"][finding["redacted_start"] : finding["redacted_end"]] == finding["placeholder"]
        assert finding["text_length"] == finding["end"] - finding["start"]
        assert finding["label"] and finding["reason"] and RAW_PROMPT[finding["start"] : finding["end"]]


@pytest.mark.parametrize(
    ("prompt", "code"),
    [("", "prompt-leer"), (" \n ", "prompt-leer"), ("x" * 1001, "prompt-zu-lang")],
)
def test_empty_and_overlong_prompts_are_refused_with_the_limit(
    live: LiveService, participant: Person, prompt: str, code: str
) -> None:
    before = attempts_in(live)
    for answer in (
        participant.post(f"/api/v1/exercises/{LETTER}/attempts", {"prompt": prompt}),
        participant.post("/api/v1/guard/preview", {"text": prompt, "exercise_id": LETTER}),
    ):
        problem = answer.json()
        assert (answer.status_code, problem["code"], problem["limit"]) == (422, code, 1000)
        assert "1.000 Zeichen" in problem["detail"]
    assert attempts_in(live) == before


def test_overlong_material_is_refused(participant: Person) -> None:
    answer = participant.post(f"/api/v1/exercises/{OWN_CASE}/attempts", {"prompt": PROMPT, "material": "y" * 30_000})
    assert (answer.status_code, answer.json()["code"]) == (422, "material-zu-lang")


def test_a_body_beyond_all_limits_is_not_read(participant: Person) -> None:
    answer = participant.post(f"/api/v1/exercises/{LETTER}/attempts", {"prompt": "z" * 1_100_000})
    assert (answer.status_code, answer.json()["code"]) == (413, "anfrage-zu-gross")


def test_unknown_exercises_and_foreign_attempts_do_not_exist(live: LiveService, participant: Person) -> None:
    assert participant.post("/api/v1/exercises/nichts/attempts", {"prompt": PROMPT}).status_code == 404
    assert participant.get("/api/v1/exercises/nichts").status_code == 404
    other = live.participant().send(max_tokens=5).one("done")["id"]
    assert participant.get(f"/api/v1/attempts/{other}").json()["code"] == "versuch-unbekannt"
    reflection = participant.http.put(f"/api/v1/attempts/{other}/reflection", json={"answers": {}})
    assert reflection.status_code == 404


def test_without_time_for_the_guard_nothing_is_sent(
    live: LiveService, participant: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, served = attempts_in(live), live.run(live.context.model.client.health)["served"]
    monkeypatch.setattr(live.settings, "guard_timeout", 0.0)
    answer = participant.post(f"/api/v1/exercises/{LETTER}/attempts", {"prompt": RAW_PROMPT})
    assert (answer.status_code, answer.json()["code"]) == (503, "schutz-ausgefallen")
    assert participant.post("/api/v1/guard/preview", {"text": RAW_PROMPT}).status_code == 503
    assert attempts_in(live) == before
    assert live.run(live.context.model.client.health)["served"] == served
    assert latest_action(live).action == "guard.failed"


def test_a_guard_that_is_too_slow_fails_closed(
    live: LiveService, participant: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live.settings, "guard_timeout", 1e-6)
    before = attempts_in(live)
    answer = participant.post(f"/api/v1/exercises/{LETTER}/attempts", {"prompt": RAW_PROMPT})
    assert (answer.status_code, answer.json()["code"]) == (503, "schutz-ausgefallen")
    assert "nichts an das Modell" in answer.json()["detail"]
    assert attempts_in(live) == before


def test_what_the_policy_blocks_is_not_sent(
    live: LiveService, participant: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = {**live.context.policy.entities, "PHONE_NUMBER": EntityRule(action="block")}
    strict = live.context.policy.model_copy(update={"entities": rules})
    monkeypatch.setattr(live.context, "guard", Guard.load(strict))
    before = attempts_in(live)
    preview = participant.post("/api/v1/guard/preview", {"text": RAW_PROMPT, "exercise_id": LETTER}).json()
    assert [finding["entity"] for finding in preview["blocked"]] == ["PHONE_NUMBER"]
    answer = participant.post(f"/api/v1/exercises/{LETTER}/attempts", {"prompt": RAW_PROMPT})
    assert (answer.status_code, answer.json()["code"]) == (422, "schutzregel-sperrt")
    assert "Telefonnummer" in answer.json()["detail"]
    assert attempts_in(live) == before
    event = latest_action(live)
    assert event.action == "attempt.blocked" and json.loads(event.details)["entities"] == "PHONE_NUMBER"


def test_after_the_workshop_one_can_read_but_not_send(live: LiveService, trainer: Person) -> None:
    today = live.context.today()
    body = {"title": "Kurzer Workshop", "starts_on": f"{today}", "ends_on": f"{today}", "retention_days": 3}
    made = trainer.post("/api/v1/workshops", body).json()
    person = live.participant(join_code=made["join_code"])
    attempt = person.send(max_tokens=5).one("done")["id"]
    with live.context.database.write() as session:
        yesterday = today - timedelta(days=1)
        session.execute(
            update(Workshop).where(Workshop.id == made["id"]).values(starts_on=yesterday, ends_on=yesterday)
        )
    answer = person.post(f"/api/v1/exercises/{LETTER}/attempts", {"prompt": PROMPT})
    assert (answer.status_code, answer.json()["code"]) == (403, "workshop-beendet")
    assert f"{yesterday:%d.%m.%Y}" in answer.json()["detail"]
    assert person.get(f"/api/v1/attempts/{attempt}").status_code == 200


def test_leaving_in_mid_stream_ends_the_attempt_and_keeps_what_was_there(
    live: LiveService, participant: Person
) -> None:
    """That the model itself stops is tested with the worker: here it may be ahead of the guard already."""
    with participant.sending(**RAMBLING) as events:
        attempt_id = events.until("accepted")["attempt_id"]
        shown = events.until("text")["text"]
    run = live.context.running.get(participant.get("/api/v1/session").json()["account"]["id"])
    if run is not None:
        live.run(run.ended.wait)
    kept = participant.get(f"/api/v1/attempts/{attempt_id}").json()
    assert kept["status"] == "cancelled"
    assert kept["answer"].startswith(shown)
    assert kept["checks"] == [] and kept["tokens"] is None
    assert live.context.running == {}


def test_opening_an_exercise_lets_the_model_read_ahead(live: LiveService, participant: Person) -> None:
    live.context.read_ahead_at.clear()
    assert participant.get(f"/api/v1/exercises/{LETTER}").status_code == 200

    async def read() -> None:
        await asyncio.wait_for(asyncio.gather(*live.context.tasks), 30)

    live.run(read)
    before = live.run(live.context.model.client.health)["reused_tokens"]
    participant.send(max_tokens=5)
    assert live.run(live.context.model.client.health)["reused_tokens"] >= before + 100


def test_a_new_prompt_stops_the_one_before(live: LiveService, participant: Person) -> None:
    second = live.visitor()
    second.http.cookies.update(participant.http.cookies)
    with participant.sending(**RAMBLING) as events:
        first_id = events.until("accepted")["attempt_id"]
        events.until("text")
        done = second.send(max_tokens=5).one("done")
        events.read_all()
    assert done["number"] == 2
    assert participant.get(f"/api/v1/attempts/{first_id}").json()["status"] == "cancelled"
    assert events.one("done")["status"] == "cancelled"


def test_a_crash_of_the_model_fails_the_attempt_and_keeps_the_rest(live: LiveService, participant: Person) -> None:
    supervisor = live.context.model.supervisor
    assert supervisor is not None and supervisor.pid is not None
    os.kill(supervisor.pid, signal.SIGSTOP)  # else the whole answer may be on its way before the kill
    with participant.sending(**RAMBLING) as events:
        attempt_id = events.until("accepted")["attempt_id"]
        os.kill(supervisor.pid, signal.SIGKILL)
        problem = events.until("failed")["problem"]
    live.run(lambda: supervisor.wait_for("restarting"))
    live.run(lambda: supervisor.wait_for("ready"))
    assert (problem["status"], problem["code"]) == (503, "modell-ausgefallen")
    kept = participant.get(f"/api/v1/attempts/{attempt_id}").json()
    assert (kept["status"], kept["problem_code"]) == ("failed", "modell-ausgefallen")
    assert kept["answer"] == events.text
    assert participant.send(max_tokens=5).one("done")["status"] == "complete"


def test_an_attempt_left_over_by_a_crash_is_failed_at_the_next_start(live: LiveService, participant: Person) -> None:
    attempt_id = participant.send(max_tokens=5).one("done")["id"]
    with live.context.database.write() as session:
        session.execute(update(Attempt).where(Attempt.id == attempt_id).values(outcome=None, ended_at=None))
    assert participant.get(f"/api/v1/attempts/{attempt_id}").json()["status"] == "running"
    with live.context.database.write() as session:
        assert store.fail_left_over(session, datetime.now(UTC)) == 1
    kept = participant.get(f"/api/v1/attempts/{attempt_id}").json()
    assert (kept["status"], kept["problem_code"]) == ("failed", "dienst-unterbrochen")


@contextmanager
def full_disk(engine: Engine) -> Iterator[None]:
    """SQLite finds no page left to write to, as on a full disk."""

    def no_more(connection: sqlite3.Connection, _record: object, _proxy: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    def room_again(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 4294967294")

    event.listen(engine, "checkout", no_more)
    event.listen(engine, "checkin", room_again)
    try:
        yield
    finally:
        event.remove(engine, "checkout", no_more)
        event.remove(engine, "checkin", room_again)


def test_a_full_disk_is_told_and_the_page_keeps_the_text(live: LiveService, participant: Person) -> None:
    long_prompt = {"prompt": "Bitte schreibe länger und ausführlicher. " * 20}
    with full_disk(live.context.database.engine):
        answers = [participant.post(f"/api/v1/exercises/{LETTER}/attempts", long_prompt) for _ in range(15)]
        refused = [answer.json() for answer in answers if answer.status_code == 507]
        assert refused, [answer.status_code for answer in answers]
        assert refused[0]["code"] == "speichern-fehlgeschlagen"
        assert "steht noch auf der Seite" in refused[0]["detail"]
        assert participant.get("/api/v1/attempts").status_code == 200
    assert participant.send(max_tokens=5).one("done")["status"] == "complete"


def test_an_answer_that_cannot_be_kept_was_still_shown(live: LiveService, participant: Person) -> None:
    with participant.sending(max_tokens=60) as events:
        events.until("accepted")
        with refusing_writes(live.context.database.engine):
            problem = events.until("failed")["problem"]
    assert (problem["status"], problem["code"]) == (507, "speichern-fehlgeschlagen")
    with live.context.database.write() as session:
        assert store.fail_left_over(session, datetime.now(UTC)) == 1


@contextmanager
def refusing_writes(engine: Engine) -> Iterator[None]:
    """Every write meets a database that has become read-only."""

    def closed(connection: sqlite3.Connection, _record: object, _proxy: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    def open_again(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only = OFF")

    event.listen(engine, "checkout", closed)
    event.listen(engine, "checkin", open_again)
    try:
        yield
    finally:
        event.remove(engine, "checkout", closed)
        event.remove(engine, "checkin", open_again)


def test_a_prompt_beyond_the_models_context_gets_a_clear_message(
    live: LiveService, participant: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live.settings, "max_tokens", 8192)
    events = participant.send(max_tokens=8192)
    problem = events.one("failed")["problem"]
    assert (problem["status"], problem["code"]) == (422, "kontext-voll")
    assert "kürzen" in problem["detail"]


def test_reflections_are_redacted_and_the_last_one_counts(live: LiveService, participant: Person) -> None:
    attempt_id = participant.send(max_tokens=5).one("done")["id"]
    question = question_ids(participant)[0]
    path = f"/api/v1/attempts/{attempt_id}/reflection"
    first = participant.http.put(path, json={"answers": {question: f"Herr {NAME} kam nicht vor."}}).json()
    assert re.fullmatch(r"Herr \[PERSON_\d+\] kam nicht vor\.", first["reflection"][question])
    assert "reflection" in {item["source"] for item in first["findings"]}
    second = participant.http.put(path, json={"answers": {question: "Der Name fehlte."}}).json()
    assert second["reflection"] == {question: "Der Name fehlte."} and second["reflected"]
    assert {item["id"]: item["reflected"] for item in participant.get("/api/v1/exercises").json()}[LETTER]
    taken_back = participant.http.put(path, json={"answers": {question: ""}}).json()
    assert taken_back["reflection"] == {} and not taken_back["reflected"]
    wrong = participant.http.put(path, json={"answers": {"gibt-es-nicht": "x"}})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "frage-unbekannt")


def test_a_trainer_can_look_at_exercises_and_preview_but_not_send(live: LiveService, trainer: Person) -> None:
    exercise = trainer.get(f"/api/v1/exercises/{LETTER}").json()
    assert exercise["case"] and exercise["background"] and exercise["checks"][0]["title"]
    assert exercise["prompt_limit"] == 1000 and not exercise["needs_material"]
    assert trainer.post("/api/v1/guard/preview", {"text": RAW_PROMPT, "exercise_id": LETTER}).status_code == 200
    assert trainer.post(f"/api/v1/exercises/{LETTER}/attempts", {"prompt": PROMPT}).status_code == 403


def test_sqlite_is_set_up_to_forget_and_to_survive(live: LiveService, tmp_path: Path) -> None:
    with live.context.database.engine.connect() as connection:
        read = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert read == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    assert live.settings.data_dir.stat().st_mode & 0o777 == 0o700


def test_a_running_attempt_of_another_copy_is_left_alone(live: LiveService, participant: Person) -> None:
    attempt_id = participant.send(max_tokens=5).one("done")["id"]
    database, now = live.context.database, datetime.now(UTC)
    with database.write() as session:
        session.execute(update(Attempt).where(Attempt.id == attempt_id).values(outcome=None))
    with database.write() as session:
        assert store.fail_left_over(session, now - timedelta(hours=1)) == 0
        assert store.fail_left_over(session, now + timedelta(hours=1)) == 1


def test_a_room_may_send_at_once(either: LiveService) -> None:
    people = [either.participant() for _ in range(6)]
    with ThreadPoolExecutor(len(people)) as room:
        done = list(room.map(lambda person: person.send(max_tokens=10).one("done"), people))
    assert [item["status"] for item in done] == ["complete"] * len(people)
    with either.context.database.read() as session:
        assert verify_chain(session).valid
