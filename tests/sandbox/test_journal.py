"""Journal, progress, good attempts and what is taken home: derived from what is kept, for the person alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from sandbox.journal.tables import AttemptStar
from sandbox.practice.tables import Attempt
from sandbox.spotting.tables import SpottingTry
from tests.sandbox.conftest import trainer_of
from tests.sandbox.live_service import LETTER, OWN_CASE, LiveService, Person

NAME = "Swetlana Grünwald"


def reflect(person: Person, attempt: str, **answers: str) -> None:
    saved = person.http.put(f"/api/v1/attempts/{attempt}/reflection", json={"answers": answers})
    assert saved.status_code == 200, saved.text


def test_the_journal_gathers_what_was_written_module_by_module(either: LiveService) -> None:
    person = either.participant()
    assert person.get("/api/v1/me/journal").json()["entries"] == []
    own_case = person.send(exercise=OWN_CASE, material="Der Keller ist feucht.", max_tokens=5).one("done")["id"]
    reflect(person, own_case, mitnehmen="Ich schwärze zuerst.")
    one = person.send(seed=1, max_tokens=8).one("done")["id"]
    two = person.send(seed=2, max_tokens=12, temperature=1.5).one("done")["id"]
    reflect(person, one, vertrauen=f"Die Frist, sagt Frau {NAME}.", prompt="", mitnehmen="Fristen prüfe ich selbst.")
    reflect(person, one, vertrauen="Die Frist.")
    person.http.put("/api/v1/comparisons/note", json={"attempt_ids": [one, two], "text": "Die Frist kam dazu."})
    begun = person.post("/api/v1/comparisons/blind", {"attempt_ids": [one, two]}).json()
    person.http.put(
        f"/api/v1/comparisons/blind/{begun['id']}/choice", json={"choice": "none", "reason": "Beide sind gleich."}
    )
    journal = person.get("/api/v1/me/journal").json()
    entries = journal["entries"]
    order = [entry["module_id"] for entry in entries]
    modules = list(dict.fromkeys(exercise["module"] for exercise in person.get("/api/v1/exercises").json()))
    assert order == sorted(order, key=modules.index), "in the order of the modules, whenever it was written"
    letter = [entry for entry in entries if entry["exercise_id"] == LETTER]
    assert [entry["at"] for entry in letter] == sorted(entry["at"] for entry in letter)
    assert [entry["kind"] for entry in letter] == ["takeaway", "reflection", "note", "blind"]
    takeaway, reflection, note, blind = letter
    assert takeaway["text"] == "Fristen prüfe ich selbst."
    assert reflection["text"] == "Die Frist." and reflection["question"].startswith("Welche Stelle")
    assert note["note"]["text"] == "Die Frist kam dazu." and blind["blind"]["reason"] == "Beide sind gleich."
    assert journal["preferences"] == {"total": 1, "later": 0, "earlier": 0, "none": 1}
    assert "Grünwald" not in person.get("/api/v1/me/journal").text
    assert either.participant().get("/api/v1/me/journal").json()["entries"] == [], "everyone has their own"


def test_expectations_stand_in_the_journal(participant: Person) -> None:
    body = {
        "prompt": "Schreibe kurz.",
        "expectation": f"Frau {NAME} bekommt eine Zusage.",
        "settings": {"max_tokens": 5},
    }
    assert participant.post(f"/api/v1/exercises/{LETTER}/attempts", body).status_code == 200
    (entry,) = participant.get("/api/v1/me/journal").json()["entries"]
    assert (entry["kind"], entry["text"], entry["number"]) == ("expectation", "Frau [PERSON_3] bekommt eine Zusage.", 1)


def test_searches_stand_in_the_journal_with_their_base(live: LiveService, participant: Person) -> None:
    account = participant.get("/api/v1/session").json()
    silent = {"start": 9, "end": 12, "note": "", "places": []}
    for minute, found in enumerate((["a"], ["a", "b"])):
        with live.context.database.write() as session:
            session.add(
                SpottingTry(
                    id=f"{account['account']['id'][:30]}{minute}",
                    participant_id=account["account"]["id"],
                    workshop_id=account["workshop"]["id"],
                    exercise_id=LETTER,
                    exercise_title="Fehler finden",
                    exercise_revision="1.0.0-0",
                    marks=[
                        {"start": 0, "end": 4, "note": "Frist!", "places": found},
                        silent,
                    ],
                    found=found,
                    planted=3,
                    findings=[],
                    created_at=datetime.now(UTC) + timedelta(minutes=minute),
                )
            )
    entries = participant.get("/api/v1/me/journal").json()["entries"]
    assert [(entry["kind"], entry["number"], entry["found"], entry["planted"]) for entry in entries] == [
        ("search", 1, 1, 3),
        ("search", 2, 2, 3),
    ]
    assert entries[0]["notes"] == ["Frist!"]


def test_entries_of_an_exercise_that_is_gone_stay_without_a_module(live: LiveService, participant: Person) -> None:
    attempt = participant.send(max_tokens=5).one("done")["id"]
    reflect(participant, attempt, mitnehmen="Bleibt.")
    with live.context.database.write() as session:
        session.execute(update(Attempt).where(Attempt.id == attempt).values(exercise_id="abgeschafft"))
    (entry,) = participant.get("/api/v1/me/journal").json()["entries"]
    assert (entry["module_id"], entry["module_title"], entry["text"]) == ("", "", "Bleibt.")
    assert participant.get("/api/v1/me/progress").json()["exercises"][0]["module_title"] == ""


def test_practised_is_what_has_a_whole_answer_and_a_reflection(either: LiveService) -> None:
    person = either.participant()
    person.send(exercise=OWN_CASE, material="Der Keller ist feucht.", max_tokens=5)
    letter = person.send(max_tokens=5).one("done")["id"]
    person.send(max_tokens=6)
    progress = person.get("/api/v1/me/progress").json()
    assert [item["practised"] for item in progress["exercises"]] == [False, False], "no reflection yet"
    reflect(person, letter, mitnehmen="Fristen prüfe ich selbst.")
    by_id = {item["exercise_id"]: item for item in person.get("/api/v1/me/progress").json()["exercises"]}
    assert by_id[LETTER]["practised"] and not by_id[OWN_CASE]["practised"]
    assert (by_id[LETTER]["attempts"], by_id[LETTER]["complete"]) == (2, 2)
    assert by_id[LETTER]["first_on"] == by_id[LETTER]["last_on"] == either.context.today().isoformat()
    assert person.name not in person.get("/api/v1/me/progress").text
    with either.context.database.write() as session:
        session.execute(
            update(Attempt).where(Attempt.id == letter).values(created_at=datetime.now(UTC) - timedelta(days=2))
        )
        session.execute(update(Attempt).where(Attempt.exercise_id == LETTER).values(outcome="cancelled"))
    by_id = {item["exercise_id"]: item for item in person.get("/api/v1/me/progress").json()["exercises"]}
    assert by_id[LETTER]["complete"] == 0 and not by_id[LETTER]["practised"], "no whole answer any more"
    assert by_id[LETTER]["first_on"] < by_id[LETTER]["last_on"]


def test_the_house_stands_on_what_is_taken_home(
    live: LiveService, participant: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert participant.get("/api/v1/me/progress").json()["house"] == ""
    monkeypatch.setattr(live.settings, "house", "Stadt Beispielstadt")
    progress = participant.get("/api/v1/me/progress").json()
    assert progress["house"] == "Stadt Beispielstadt" and progress["workshop_title"]
    assert progress["total"] == len(participant.get("/api/v1/exercises").json())
    assert participant.get("/api/v1/me/take-home").json()["house"] == "Stadt Beispielstadt"


def test_good_attempts_are_marked_by_their_participant_alone(either: LiveService) -> None:
    person, other = either.participant(), either.participant()
    one = person.send(max_tokens=5).one("done")["id"]
    two = person.send(max_tokens=6).one("done")["id"]
    for attempt in (two, one, one):
        assert person.http.put(f"/api/v1/attempts/{attempt}/star", json={"starred": True}).status_code == 204
    assert person.get("/api/v1/me/stars").json() == sorted([one, two])
    taken = person.get("/api/v1/me/take-home").json()
    assert [attempt["id"] for attempt in taken["good"]] == [one, two]
    refused = other.http.put(f"/api/v1/attempts/{one}/star", json={"starred": True})
    assert refused.json()["code"] == "versuch-unbekannt" and other.get("/api/v1/me/stars").json() == []
    assert person.http.put(f"/api/v1/attempts/{one}/star", json={"starred": False}).status_code == 204
    assert person.get("/api/v1/me/stars").json() == [two]
    with either.context.database.read() as session:
        assert session.scalars(select(AttemptStar).where(AttemptStar.attempt_id == one)).all() == []


def test_what_is_taken_home_is_redacted_and_complete(live: LiveService, participant: Person) -> None:
    done = participant.send(f"Schreibe an Frau {NAME} eine Eingangsbestätigung.", max_tokens=20).one("done")
    participant.http.put(f"/api/v1/attempts/{done['id']}/star", json={"starred": True})
    reflect(participant, done["id"], mitnehmen=f"Frau {NAME} bleibt draußen.")
    answer = participant.get("/api/v1/me/take-home")
    taken = answer.json()
    assert taken["good"][0]["prompt"] == "Schreibe an Frau [PERSON_3] eine Eingangsbestätigung."
    assert taken["journal"]["entries"][0]["text"] == "Frau [PERSON_3] bleibt draußen."
    assert "Grünwald" not in answer.text
    modules = live.context.exercises.modules
    assert [item["title"] for item in taken["material"]] == [module.material_title for module in modules]
    begun = {item["module_title"] for item in taken["material"] if item["begun"]}
    assert begun == {live.context.exercises.get(LETTER).module_title}


@pytest.mark.parametrize("path", ["me/journal", "me/progress", "me/stars", "me/take-home", "wall", "comparisons"])
def test_these_pages_are_for_participants(live: LiveService, trainer: Person, path: str) -> None:
    assert trainer.get(f"/api/v1/{path}").status_code == 403
    assert live.visitor().get(f"/api/v1/{path}").status_code == 401


def test_marking_is_recorded(live: LiveService, participant: Person, dpo: Person) -> None:
    attempt = participant.send(max_tokens=5).one("done")["id"]
    for starred in (True, True, False):
        participant.http.put(f"/api/v1/attempts/{attempt}/star", json={"starred": starred})
    events = dpo.get("/api/v1/audit/events", params={"action": "attempt.starred", "limit": 500}).json()["events"]
    own = [event["details"] for event in events if event["subject"] == f"attempt:{attempt}"]
    assert own == [{"starred": True}, {"starred": False}], "what changes nothing is not recorded"
    assert trainer_of(live).get("/api/v1/me/stars").status_code == 403
