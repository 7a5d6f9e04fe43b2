"""The prompt log, and who sees that it was looked at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sandbox.accounts import Role
from sandbox.accounts.service import issue_setup_link
from sandbox.audit import Actor
from sandbox.practice.attempt_schemas import ViewOut
from sandbox.review.views import Look, merge_looks
from tests.sandbox.conftest import PASSWORD, dpo_of, trainer_of
from tests.sandbox.live_service import LETTER, OWN_CASE, LiveService, Person


def test_a_look_into_the_prompt_log_is_seen_by_those_it_concerns(either: LiveService) -> None:
    trainer, person, dpo = trainer_of(either), either.participant(), dpo_of(either)
    attempt = person.send(max_tokens=5).one("done")["id"]
    assert person.get("/api/v1/me/access").json() == []
    workshop = person.get("/api/v1/session").json()["workshop"]["id"]
    log = trainer.get(f"/api/v1/workshops/{workshop}/prompt-log").json()
    assert log["workshop"]["join_code"] == either.app.state.bootstrap.join_code
    entry = {item["id"]: item for item in log["attempts"]}[attempt]
    assert entry["participant"]["pseudonym"] == person.name
    assert entry["prompt"] and entry["versions"]["policy"]
    me = {item["pseudonym"]: item for item in log["participants"]}[person.name]
    assert (me["attempts"], me["reflected"]) == (1, 0) and me["last_at"]
    (look,) = person.get("/api/v1/me/access").json()
    assert (look["role"], look["who"], look["count"]) == ("trainer", trainer.name, 1)
    (view,) = person.get(f"/api/v1/attempts/{attempt}").json()["views"]
    assert view["who"] == trainer.name
    recorded = dpo.get("/api/v1/audit/events", params={"action": "promptlog.viewed", "limit": 500}).json()
    assert recorded["events"][-1]["subject"] == f"workshop:{workshop}"
    assert recorded["events"][-1]["actor"]["name"] == trainer.name


def test_a_look_concerns_its_scope_and_what_existed_then(live: LiveService, trainer: Person) -> None:
    one, two = live.participant(), live.participant()
    letter = one.send(max_tokens=5).one("done")["id"]
    own = one.send(exercise=OWN_CASE, max_tokens=5).one("done")["id"]
    other = two.send(max_tokens=5).one("done")["id"]
    workshop = one.get("/api/v1/session").json()["workshop"]["id"]
    account = one.get("/api/v1/session").json()["account"]["id"]
    log = trainer.get(
        f"/api/v1/workshops/{workshop}/prompt-log", params={"exercise_id": LETTER, "participant": account}
    ).json()
    assert [item["id"] for item in log["attempts"]] == [letter]
    later = one.send(max_tokens=5).one("done")["id"]
    views = {
        attempt: len(person.get(f"/api/v1/attempts/{attempt}").json()["views"])
        for person, attempt in ((one, letter), (one, own), (one, later), (two, other))
    }
    assert views == {letter: 1, own: 0, later: 0, other: 0}
    (look,) = one.get("/api/v1/me/access").json()
    assert "Wohngeld" in look["exercise_title"]
    assert two.get("/api/v1/me/access").json() == []


def test_a_data_protection_officer_reads_every_log_and_is_seen_by_those_it_concerns(either: LiveService) -> None:
    person, dpo = either.participant(), dpo_of(either)
    attempt = person.send(max_tokens=5).one("done")["id"]
    workshop = person.get("/api/v1/session").json()["workshop"]["id"]
    listed = {item["id"]: item for item in dpo.get("/api/v1/workshops").json()}
    log = dpo.get(f"/api/v1/workshops/{workshop}/prompt-log").json()
    assert attempt in {item["id"] for item in log["attempts"]}
    (look,) = person.get("/api/v1/me/access").json()
    assert (look["role"], look["who"]) == ("dpo", dpo.name)
    recorded = dpo.get("/api/v1/audit/events", params={"action": "promptlog.viewed", "limit": 500}).json()
    assert recorded["events"][-1]["actor"]["name"] == dpo.name
    # An officer audits and does not take part: nothing they are told opens the workshop to them.
    assert listed[workshop]["join_code"] is None and log["workshop"]["join_code"] is None
    assert dpo.get("/api/v1/session").json()["workshop"] is None
    assert dpo.get("/api/v1/workshops/nichts/prompt-log").json()["code"] == "workshop-unbekannt"
    body = {"title": "Herbst", "starts_on": "2030-10-01", "ends_on": "2030-10-05"}
    assert dpo.post("/api/v1/workshops", body).status_code == 403


def test_participants_do_not_see_the_log(live: LiveService, participant: Person) -> None:
    workshop = participant.get("/api/v1/session").json()["workshop"]["id"]
    assert participant.get(f"/api/v1/workshops/{workshop}/prompt-log").status_code == 403


def test_a_trainer_sees_no_log_of_a_workshop_that_others_lead(live: LiveService, trainer: Person) -> None:
    with live.context.database.write() as session:
        link = issue_setup_link(session, live.settings, Role.TRAINER, Actor.system())
    other = live.visitor()
    other.post(f"/api/v1/setup/{link}", {"name": "Trainer Birke", "password": PASSWORD})
    body = {"title": "Frühling", "starts_on": "2030-03-01", "ends_on": "2030-03-05"}
    workshop = other.post("/api/v1/workshops", body).json()["id"]
    assert other.get(f"/api/v1/workshops/{workshop}/prompt-log").status_code == 200
    assert trainer.get(f"/api/v1/workshops/{workshop}/prompt-log").status_code == 404


def test_unknown_workshops_and_people_are_not_found(live: LiveService, trainer: Person, participant: Person) -> None:
    workshop = participant.get("/api/v1/session").json()["workshop"]["id"]
    assert trainer.get("/api/v1/workshops/nichts/prompt-log").json()["code"] == "workshop-unbekannt"
    log = f"/api/v1/workshops/{workshop}/prompt-log"
    assert trainer.get(log, params={"participant": "x"}).json()["code"] == "teilnahme-unbekannt"
    assert trainer.get(log, params={"exercise_id": "x"}).json()["code"] == "uebung-unbekannt"


def test_a_trainer_makes_workshops(live: LiveService, trainer: Person) -> None:
    body = {"title": "Herbst", "starts_on": "2030-10-01", "ends_on": "2030-10-05", "retention_days": 30}
    made = trainer.post("/api/v1/workshops", body)
    assert made.status_code == 201
    assert made.json()["retention_until"] == "2030-11-04"
    assert made.json()["join_code"] in {item["join_code"] for item in trainer.get("/api/v1/workshops").json()}
    wrong = trainer.post("/api/v1/workshops", {**body, "ends_on": "2030-09-01"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "zeitraum-ungueltig")


def test_looks_in_quick_succession_are_shown_as_one() -> None:
    start = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
    minutes = [0, 1, 9, 30]
    looks = [Look(start + timedelta(minutes=m), "trainer", "Ahorn", None, None) for m in minutes]
    looks.insert(1, Look(start, "trainer", "Buche", None, None))
    assert merge_looks(looks) == [
        ViewOut(role="trainer", at=start, last_at=start + timedelta(minutes=9), count=3, who="Ahorn"),
        ViewOut(role="trainer", at=start, last_at=start, count=1, who="Buche"),
        ViewOut(
            role="trainer",
            at=start + timedelta(minutes=30),
            last_at=start + timedelta(minutes=30),
            count=1,
            who="Ahorn",
        ),
    ]
