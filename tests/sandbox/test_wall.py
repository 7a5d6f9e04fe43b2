"""The wall of instructive failures: who sees what of a contribution, and that it can be taken back at any time."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from sandbox.wall.tables import WallEntry
from tests.sandbox.conftest import trainer_of
from tests.sandbox.live_service import LiveService, Person

NAME = "Swetlana Grünwald"
LESSON = f"Das Modell hat Frau {NAME} eine Zusage erfunden."
REDACTED_LESSON = "Das Modell hat Frau [PERSON_3] eine Zusage erfunden."


def workshop_of(person: Person) -> str:
    return str(person.get("/api/v1/session").json()["workshop"]["id"])


def entry_seen_by(person: Person, entry_id: str, path: str = "/api/v1/wall") -> dict[str, object] | None:
    return {entry["id"]: entry for entry in person.get(path).json()["entries"]}.get(entry_id)


def test_others_see_exactly_what_the_preview_showed_and_nothing_of_the_person(either: LiveService) -> None:
    author, other, trainer = either.participant(), either.participant(), trainer_of(either)
    attempt = author.send(max_tokens=20).one("done")
    body = {"attempt_id": attempt["id"], "lesson": LESSON}
    card = author.post("/api/v1/wall/preview", body).json()
    assert card["lesson"] == REDACTED_LESSON
    assert set(card) == {"exercise_title", "prompt", "answer", "model", "lesson", "day"}
    assert (card["prompt"], card["answer"], card["day"]) == (
        attempt["prompt"],
        attempt["answer"],
        either.context.today().isoformat(),
    )
    assert entry_seen_by(author, "x") is None and author.get("/api/v1/wall").json()["own"] == []
    entry = author.post("/api/v1/wall", body).json()
    for person, path in ((other, "/api/v1/wall"), (trainer, f"/api/v1/workshops/{workshop_of(author)}/wall")):
        seen = entry_seen_by(person, entry["id"], path)
        assert seen is not None
        assert {name: seen[name] for name in card} == card
        assert set(seen) - set(card) == {"id", "own", "hidden", "hidden_reason"} and seen["own"] is False
        told = json.dumps(person.get(path).json(), ensure_ascii=False)
        for private in (author.name, attempt["id"], attempt["created_at"]):
            assert private not in told
        assert person.get(path).json()["own"] == []
    assert entry_seen_by(author, entry["id"])["own"] is True
    assert author.get("/api/v1/wall").json()["own"] == [{"entry_id": entry["id"], "attempt_id": attempt["id"]}]


def test_a_contribution_can_be_withdrawn_at_any_time_and_contributed_anew(either: LiveService) -> None:
    author, other = either.participant(), either.participant()
    attempt = author.send(max_tokens=5).one("done")["id"]
    entry = author.post("/api/v1/wall", {"attempt_id": attempt}).json()["id"]
    twice = author.post("/api/v1/wall", {"attempt_id": attempt})
    assert (twice.status_code, twice.json()["code"]) == (409, "schon-beigetragen")
    assert other.http.delete(f"/api/v1/wall/{entry}").status_code == 404
    assert entry_seen_by(other, entry)
    assert author.http.delete(f"/api/v1/wall/{entry}").status_code == 204
    assert entry_seen_by(other, entry) is None and entry_seen_by(author, entry) is None
    assert author.http.delete(f"/api/v1/wall/{entry}").status_code == 404
    with either.context.database.read() as session:
        assert session.scalars(select(WallEntry).where(WallEntry.attempt_id == attempt)).all() == []
    again = author.post("/api/v1/wall", {"attempt_id": attempt, "lesson": "Jetzt mit einem Satz."})
    assert again.status_code == 201 and again.json()["id"] != entry


def test_a_trainer_hides_with_a_reason_that_only_the_contributor_reads(either: LiveService) -> None:
    author, other, trainer = either.participant(), either.participant(), trainer_of(either)
    attempt = author.send(max_tokens=5).one("done")["id"]
    entry = author.post("/api/v1/wall", {"attempt_id": attempt}).json()["id"]
    wall = f"/api/v1/workshops/{workshop_of(author)}/wall"
    empty = trainer.post(f"{wall}/{entry}/hide", {"reason": " "})
    assert (empty.status_code, empty.json()["code"]) == (422, "grund-leer")
    hidden = trainer.post(f"{wall}/{entry}/hide", {"reason": f"Frau {NAME} ließe sich erkennen."}).json()
    assert (hidden["hidden"], hidden["hidden_reason"]) == (True, "Frau [PERSON_1] ließe sich erkennen.")
    assert entry_seen_by(other, entry) is None
    assert entry_seen_by(author, entry)["hidden_reason"] == hidden["hidden_reason"]
    assert entry_seen_by(trainer, entry, wall)["hidden"] is True
    shown = trainer.post(f"{wall}/{entry}/show").json()
    assert (shown["hidden"], shown["hidden_reason"]) == (False, "")
    assert entry_seen_by(other, entry)
    trainer.post(f"{wall}/{entry}/hide", {"reason": "Noch einmal."})
    assert author.http.delete(f"/api/v1/wall/{entry}").status_code == 204, "hidden ones can be withdrawn too"
    assert trainer.post(f"{wall}/{entry}/show").json()["code"] == "beitrag-unbekannt"


def test_a_wall_belongs_to_its_workshop(live: LiveService, trainer: Person, dpo: Person) -> None:
    today = f"{live.context.today()}"
    body = {"title": "Nebenan", "starts_on": today, "ends_on": today, "retention_days": 5}
    next_door = trainer.post("/api/v1/workshops", body).json()
    author, stranger = live.participant(), live.participant(join_code=next_door["join_code"])
    entry = author.post("/api/v1/wall", {"attempt_id": author.send(max_tokens=5).one("done")["id"]}).json()["id"]
    assert stranger.get("/api/v1/wall").json()["entries"] == []
    assert stranger.post("/api/v1/wall", {"attempt_id": entry}).json()["code"] == "versuch-unbekannt"
    foreign = trainer.post(f"/api/v1/workshops/{next_door['id']}/wall/{entry}/hide", {"reason": "Falsches Haus."})
    assert foreign.json()["code"] == "beitrag-unbekannt"
    for person in (author, dpo):
        assert person.get(f"/api/v1/workshops/{workshop_of(author)}/wall").status_code == 403
    assert trainer.get("/api/v1/wall").status_code == 403


def test_the_audit_trail_does_not_tie_a_contribution_to_a_person(
    live: LiveService, participant: Person, trainer: Person, dpo: Person
) -> None:
    attempt = participant.send(max_tokens=5).one("done")["id"]
    entry = participant.post("/api/v1/wall", {"attempt_id": attempt, "lesson": LESSON}).json()["id"]
    workshop = workshop_of(participant)
    trainer.post(f"/api/v1/workshops/{workshop}/wall/{entry}/hide", {"reason": "Zu lang."})
    participant.http.delete(f"/api/v1/wall/{entry}")
    found = {}
    for action in ("wall.contributed", "wall.hidden", "wall.withdrawn"):
        events = dpo.get("/api/v1/audit/events", params={"action": action, "limit": 500}).json()["events"]
        found[action] = events[-1]
    assert found["wall.contributed"]["subject"] == f"workshop:{workshop}"
    assert found["wall.contributed"]["details"] == {"findings": 1}
    assert found["wall.withdrawn"]["subject"] == f"workshop:{workshop}"
    assert found["wall.hidden"]["subject"] == f"wall:{entry}"
    assert found["wall.hidden"]["details"] == {"workshop": workshop}
    told = json.dumps([found["wall.contributed"], found["wall.withdrawn"]])
    assert entry not in told and attempt not in told


def test_where_the_guard_fails_nothing_hangs(
    live: LiveService, participant: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt = participant.send(max_tokens=5).one("done")["id"]
    monkeypatch.setattr(live.settings, "guard_timeout", 0.0)
    for path in ("/api/v1/wall/preview", "/api/v1/wall"):
        answer = participant.post(path, {"attempt_id": attempt, "lesson": LESSON})
        assert answer.json()["code"] == "schutz-ausgefallen"
    assert participant.get("/api/v1/wall").json()["own"] == []


def test_the_preview_keeps_nothing(live: LiveService, participant: Person) -> None:
    attempt = participant.send(max_tokens=5).one("done")["id"]
    participant.post("/api/v1/wall/preview", {"attempt_id": attempt, "lesson": f"Frau {NAME}."})
    other_name = participant.post(
        "/api/v1/wall/preview", {"attempt_id": attempt, "lesson": "Herr Adebayo Okonkwo."}
    ).json()
    assert other_name["lesson"] == "Herr [PERSON_3].", "the first preview has used up no placeholder"
