"""Two attempts compared, knowingly and blind: what is told before the choice, what is kept, who may read it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from sandbox.comparisons.tables import BlindComparison, ComparisonNote
from sandbox.practice.tables import Attempt
from tests.sandbox.conftest import trainer_of
from tests.sandbox.live_service import LETTER, OWN_CASE, LiveService, Person

NAME = "Swetlana Grünwald"
FORMAL = "Schreibe eine förmliche Eingangsbestätigung."
WARM = "Schreibe eine herzliche Eingangsbestätigung mit Frist und Unterlagen."


def pair_of(person: Person, *prompts: str) -> tuple[str, str]:
    """Two attempts with different answers."""
    one, other = prompts or (FORMAL, WARM)
    first = person.send(one, seed=1, max_tokens=20, temperature=0.0).one("done")
    second = person.send(other, seed=2, max_tokens=24, temperature=1.0).one("done")
    assert first["answer"] != second["answer"]
    return first["id"], second["id"]


def put(person: Person, path: str, body: object) -> object:
    return person.http.put(f"/api/v1/{path}", json=body)


def decide(person: Person, attempts: tuple[str, str], choice: str, reason: str = "Klarer.") -> dict[str, object]:
    begun = person.post("/api/v1/comparisons/blind", {"attempt_ids": attempts})
    assert begun.status_code == 201, begun.text
    done = person.http.put(
        f"/api/v1/comparisons/blind/{begun.json()['id']}/choice", json={"choice": choice, "reason": reason}
    )
    assert done.status_code == 200, done.text
    return done.json()


def test_a_note_on_two_attempts_is_kept_redacted_and_can_be_changed(either: LiveService) -> None:
    person = either.participant()
    one, two = pair_of(person)
    text = f"Ich habe Frau {NAME} genannt und um eine Frist gebeten."
    kept = put(person, "comparisons/note", {"attempt_ids": [two, one], "text": text}).json()
    assert kept["text"] == "Ich habe Frau [PERSON_3] genannt und um eine Frist gebeten."
    assert (kept["earlier"], kept["later"]) == ({"id": one, "number": 1}, {"id": two, "number": 2})
    assert person.get("/api/v1/comparisons").json()["notes"] == [kept]
    put(person, "comparisons/note", {"attempt_ids": [one, two], "text": "Die Frist kam dazu."})
    (latest,) = person.get("/api/v1/comparisons").json()["notes"]
    assert latest["text"] == "Die Frist kam dazu."
    put(person, "comparisons/note", {"attempt_ids": [one, two], "text": " "})
    assert person.get("/api/v1/comparisons").json()["notes"] == [], "an empty note takes the earlier one back"
    with either.context.database.read() as session:
        rows = session.scalars(select(ComparisonNote).where(ComparisonNote.later_id == two)).all()
    assert len(rows) == 3 and not any("Grünwald" in row.text for row in rows)


def test_before_the_choice_nothing_says_which_answer_is_which(either: LiveService) -> None:
    person = either.participant()
    one, two = pair_of(person)
    answers = {attempt: person.get(f"/api/v1/attempts/{attempt}").json()["answer"] for attempt in (one, two)}
    begun = person.post("/api/v1/comparisons/blind", {"attempt_ids": [one, two]}).json()
    assert set(begun) == {"id", "exercise_title", "left", "right"}
    assert {begun["left"], begun["right"]} == set(answers.values())
    assert begun["id"] not in (one, two)
    again = person.post("/api/v1/comparisons/blind", {"attempt_ids": [two, one]}).json()
    assert again == begun, "the order that was drawn stays, whoever asks how often"
    assert person.get(f"/api/v1/comparisons/blind/{begun['id']}").json() == begun
    listed = person.get("/api/v1/comparisons").json()
    (waiting,) = listed["open"]
    assert set(waiting) == {"id", "exercise_id", "exercise_title"} and waiting["id"] == begun["id"]
    assert listed["blind"] == [] and listed["preferences"]["total"] == 0


def test_the_choice_comes_with_a_reason_once_and_then_all_is_revealed(either: LiveService) -> None:
    person = either.participant()
    one, two = pair_of(person)
    begun = person.post("/api/v1/comparisons/blind", {"attempt_ids": [one, two]}).json()
    path = f"comparisons/blind/{begun['id']}/choice"
    empty = put(person, path, {"choice": "left", "reason": "  "})
    assert (empty.status_code, empty.json()["code"]) == (422, "begruendung-leer")
    assert put(person, path, {"choice": "middle", "reason": "Weil."}).status_code == 422
    assert person.get(f"/api/v1/comparisons/blind/{begun['id']}").json() == begun, "nothing was decided by that"
    revealed = put(person, path, {"choice": "left", "reason": f"Frau {NAME} versteht es besser."}).json()
    assert revealed["reason"] == "Frau [PERSON_3] versteht es besser."
    assert revealed["left"]["answer"] == begun["left"] and revealed["right"]["answer"] == begun["right"]
    assert {revealed["left"]["id"], revealed["right"]["id"]} == {one, two}
    assert revealed["preferred"] == ("earlier" if revealed["left"]["id"] == one else "later")
    assert revealed["differences"] == ["prompt", "temperature", "max_tokens", "seed"]
    assert "energy" not in revealed["left"]["settings"]
    assert person.get(f"/api/v1/comparisons/blind/{begun['id']}").json() == revealed
    second = put(person, path, {"choice": "right", "reason": "Doch anders."})
    assert (second.status_code, second.json()["code"]) == (409, "schon-verglichen")
    again = person.post("/api/v1/comparisons/blind", {"attempt_ids": [one, two]})
    assert (again.status_code, again.json()["code"]) == (409, "schon-verglichen")


def test_the_order_is_drawn(live: LiveService) -> None:
    """With twenty draws, one order alone comes up once in half a million runs."""
    person = live.participant()
    one, two = pair_of(person)
    drawn = set()
    for _ in range(20):
        person.post("/api/v1/comparisons/blind", {"attempt_ids": [one, two]})
        with live.context.database.write() as session:
            found = session.scalars(select(BlindComparison).where(BlindComparison.later_id == two)).one()
            drawn.add(found.earlier_is_left)
            session.delete(found)
    assert drawn == {True, False}


def test_preferences_are_counted_by_the_order_of_attempts(participant: Person) -> None:
    first = participant.send(FORMAL, seed=1, max_tokens=12).one("done")["id"]
    ids = [first]
    for tokens in (14, 16, 18):
        ids.append(participant.send(WARM, seed=tokens, max_tokens=tokens).one("done")["id"])

    def side_of(attempt: str, other: str) -> str:
        wanted = participant.get(f"/api/v1/attempts/{attempt}").json()["answer"]
        begun = participant.post("/api/v1/comparisons/blind", {"attempt_ids": [attempt, other]}).json()
        return "left" if begun["left"] == wanted else "right"

    decide(participant, (ids[0], ids[1]), side_of(ids[1], ids[0]))
    decide(participant, (ids[0], ids[2]), side_of(ids[0], ids[2]))
    decide(participant, (ids[0], ids[3]), "none")
    preferences = participant.get("/api/v1/comparisons").json()["preferences"]
    assert preferences == {"total": 3, "later": 1, "earlier": 1, "none": 1}


@pytest.mark.parametrize("path", ["comparisons/note", "comparisons/blind"])
def test_only_two_own_attempts_at_one_exercise_make_a_pair(live: LiveService, path: str) -> None:
    person, other = live.participant(), live.participant()
    letter = person.send(max_tokens=5).one("done")["id"]
    own_case = person.send(exercise=OWN_CASE, material="Der Keller ist feucht.", max_tokens=5).one("done")["id"]
    foreign = other.send(max_tokens=5).one("done")["id"]

    def tried(*attempts: str) -> tuple[int, str]:
        body = {"attempt_ids": attempts, "text": "Wort"}
        method = person.http.put if path.endswith("note") else person.http.post
        answer = method(f"/api/v1/{path}", json=body)
        return answer.status_code, answer.json()["code"]

    assert tried(letter, letter) == (422, "kein-paar")
    assert tried(letter, own_case) == (422, "kein-paar")
    assert tried(letter, foreign) == (404, "versuch-unbekannt")
    assert tried(letter) == (422, "eingabe-ungueltig")


def test_a_seed_that_chance_drew_is_no_difference_that_anybody_made(participant: Person) -> None:
    one = participant.send(FORMAL, max_tokens=60, temperature=2.0).one("done")
    drawn = (participant.send(FORMAL, max_tokens=60, temperature=2.0).one("done") for _ in range(20))
    other = next(another for another in drawn if another["answer"] != one["answer"])
    assert decide(participant, (one["id"], other["id"]), "none")["differences"] == []
    seeds = (one["settings"]["seed"] + further for further in range(1, 21))
    set_on_purpose = (participant.send(FORMAL, max_tokens=60, temperature=2.0, seed=seed).one("done") for seed in seeds)
    fixed = next(another for another in set_on_purpose if another["answer"] != one["answer"])
    assert decide(participant, (one["id"], fixed["id"]), "none")["differences"] == ["seed"]


def test_equal_answers_and_missing_ones_are_not_compared_blind(live: LiveService, participant: Person) -> None:
    one = participant.send(seed=5, max_tokens=6).one("done")["id"]
    two = participant.send(seed=5, max_tokens=6).one("done")["id"]
    same = participant.post("/api/v1/comparisons/blind", {"attempt_ids": [one, two]})
    assert (same.status_code, same.json()["code"]) == (422, "gleiche-antworten")
    with live.context.database.write() as session:
        session.get_one(Attempt, two).outcome = "cancelled"
    partial = participant.post("/api/v1/comparisons/blind", {"attempt_ids": [one, two]})
    assert (partial.status_code, partial.json()["code"]) == (422, "antwort-unvollstaendig")


def test_another_participant_and_the_trainer_cannot_open_a_comparison(live: LiveService, trainer: Person) -> None:
    person, other = live.participant(), live.participant()
    begun = person.post("/api/v1/comparisons/blind", {"attempt_ids": pair_of(person)}).json()
    path = f"/api/v1/comparisons/blind/{begun['id']}"
    assert other.get(path).json()["code"] == "vergleich-unbekannt"
    assert other.http.put(f"{path}/choice", json={"choice": "left", "reason": "Weil."}).status_code == 404
    assert trainer.get(path).status_code == 403
    assert person.get("/api/v1/comparisons/blind/nichts").json()["code"] == "vergleich-unbekannt"


@pytest.fixture
def failing_guard(live: LiveService, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(live.settings, "guard_timeout", 0.0)
    yield


def test_where_the_guard_fails_nothing_is_kept(
    live: LiveService, participant: Person, request: pytest.FixtureRequest
) -> None:
    one, two = pair_of(participant)
    begun = participant.post("/api/v1/comparisons/blind", {"attempt_ids": [one, two]}).json()
    request.getfixturevalue("failing_guard")
    note = put(participant, "comparisons/note", {"attempt_ids": [one, two], "text": f"Frau {NAME}"})
    path = f"comparisons/blind/{begun['id']}/choice"
    choice = put(participant, path, {"choice": "left", "reason": f"Frau {NAME}"})
    assert [answer.json()["code"] for answer in (note, choice)] == ["schutz-ausgefallen"] * 2
    assert participant.get("/api/v1/comparisons").json()["notes"] == []
    assert participant.get(f"/api/v1/comparisons/blind/{begun['id']}").json() == begun


def test_trainers_read_comparisons_in_the_prompt_log_and_the_look_is_seen(either: LiveService) -> None:
    person, trainer = either.participant(), trainer_of(either)
    one, two = pair_of(person)
    put(person, "comparisons/note", {"attempt_ids": [one, two], "text": "Die Frist kam dazu."})
    decided = decide(person, (one, two), "none", "Beide sind gleich lang.")
    session = person.get("/api/v1/session").json()
    log_path = f"/api/v1/workshops/{session['workshop']['id']}/prompt-log"
    log = trainer.get(log_path, params={"participant": session["account"]["id"]}).json()
    (note,), (blind,) = log["notes"], log["blind"]
    assert note["text"] == "Die Frist kam dazu." and note["participant"]["pseudonym"] == person.name
    assert blind["reason"] == "Beide sind gleich lang." and blind["id"] == decided["id"]
    elsewhere = trainer.get(log_path, params={"exercise_id": OWN_CASE}).json()
    assert elsewhere["notes"] == [] and elsewhere["blind"] == [], "outside the scope that was opened"
    assert [look["who"] for look in person.get("/api/v1/me/access").json()] == [trainer.name]


def test_comparing_is_recorded_without_words_and_stored_without_values(
    live: LiveService, participant: Person, dpo: Person, service_log: io.StringIO
) -> None:
    one, two = pair_of(participant)
    put(participant, "comparisons/note", {"attempt_ids": [one, two], "text": f"Ohne Frau {NAME} kürzer."})
    revealed = decide(participant, (one, two), "right", f"Herr {NAME} würde es verstehen.")
    recorded = {}
    for action in ("comparison.noted", "comparison.begun", "comparison.decided"):
        events = dpo.get("/api/v1/audit/events", params={"action": action, "limit": 500}).json()["events"]
        recorded[action] = (events[-1]["subject"], events[-1]["details"])
    assert recorded["comparison.noted"] == (f"attempt:{two}", {"earlier": one, "findings": 1})
    assert recorded["comparison.begun"] == (f"comparison:{revealed['id']}", {})
    assert recorded["comparison.decided"] == (f"comparison:{revealed['id']}", {"choice": "right", "findings": 1})
    written = b"".join(path.read_bytes() for path in live.settings.data_dir.rglob("*") if path.is_file())
    assert "Grünwald".encode() not in written and json.dumps("Grünwald")[1:-1].encode() not in written
    assert "Grünwald" not in service_log.getvalue()
    assert LETTER in revealed["exercise_id"]
    assert datetime.fromisoformat(revealed["decided_at"]) > datetime.now(UTC) - timedelta(minutes=5)
