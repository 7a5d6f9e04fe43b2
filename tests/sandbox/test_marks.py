"""Marks of participants: they act at once, are kept without values, and become examples by a DPO's decision."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from sandbox.marks.tables import GuardMark
from sandbox.privacy import run_retention
from tests.sandbox.conftest import dpo_of, trainer_of
from tests.sandbox.live_service import LETTER, LiveService, Person

PROMPT = "Schreibe an Frau Karaca. Die Sache mit dem quellbrunnhof bleibt offen ({word})."


def marked(person: Person, text: str, part: str, verdict: str = "missed", entity: str = "LOCATION") -> Any:
    start = text.index(part)
    place = {"start": start, "end": start + len(part), "entity": entity}
    return person.post("/api/v1/guard/marks", {"text": text, "exercise_id": LETTER, "verdict": verdict, "place": place})


def in_list(dpo: Person, mark_id: str) -> dict[str, Any]:
    found = {mark["id"]: mark for mark in dpo.get("/api/v1/guard/marks").json()["marks"]}
    return found[mark_id]


def test_a_missed_place_is_replaced_in_preview_and_attempt(live: LiveService, participant: Person) -> None:
    text = PROMPT.format(word="Alpha")
    start = text.index("quellbrunnhof")
    missed = [{"start": start, "end": start + 13, "entity": "LOCATION"}]
    preview = participant.post("/api/v1/guard/preview", {"text": text, "exercise_id": LETTER, "missed": missed}).json()
    assert "quellbrunnhof" not in preview["redacted"]
    (finding,) = [item for item in preview["findings"] if item["recognizer"] == "ParticipantMark"]
    assert (finding["entity"], finding["action"]) == ("LOCATION", "redact")
    body = {"prompt": text, "missed": missed, "settings": {"max_tokens": 5}}
    answer = participant.post(f"/api/v1/exercises/{LETTER}/attempts", body)
    accepted = json.loads(answer.text.split("data: ", 1)[1].split("\n", 1)[0])
    assert accepted["prompt"] == preview["redacted"]


def test_a_mark_becomes_an_example_once_it_is_accepted(either: LiveService, tmp_path: Path) -> None:
    person, dpo = either.participant(), dpo_of(either)
    text = PROMPT.format(word="Beta")
    kept = marked(person, text, "quellbrunnhof")
    assert kept.status_code == 201, kept.text
    mark = kept.json()
    assert (mark["verdict"], mark["status"], mark["build"]) == ("missed", "open", "x")
    assert "Karaca" not in kept.text and "quellbrunn" not in kept.text
    assert marked(person, text, "quellbrunnhof").json()["id"] == mark["id"], "the same mark is kept once"
    path = f"/api/v1/guard/marks/{mark['id']}/decision"
    reason = {"accepted": True, "reason": "Ein Ortsname, den Frau Karaca kennt."}
    assert trainer_of(either).post(path, reason).status_code == 403
    assert person.get("/api/v1/guard/marks").status_code == 403
    decided = dpo.post(path, reason).json()
    assert (decided["status"], decided["reason"]) == ("accepted", "Ein Ortsname, den Frau [PERSON_1] kennt.")
    assert dpo.post(path, reason).json()["code"] == "schon-entschieden"
    assert in_list(dpo, mark["id"])["status"] == "accepted"
    lines = dpo.get("/api/v1/guard/examples").text.splitlines()
    document = json.loads(lines[-1])
    assert "quellbrunn" not in document["text"] and "Karaca" not in document["text"]
    labelled = {label["entity"]: document["text"][label["start"] : label["end"]] for label in document["entities"]}
    assert set(labelled) == {"PERSON", "LOCATION"}


def test_what_was_marked_before_is_replaced_around_a_later_mark(live: LiveService, participant: Person) -> None:
    text = PROMPT.format(word="Theta")
    start, name = text.index("quellbrunnhof"), text.index("Karaca")
    body = {
        "text": text,
        "exercise_id": LETTER,
        "verdict": "wrong",
        "place": {"start": name, "end": name + 6, "entity": "PERSON"},
        "missed": [{"start": start, "end": start + 13, "entity": "LOCATION"}],
    }
    mark = participant.post("/api/v1/guard/marks", body).json()
    assert mark["verdict"] == "wrong"
    assert "quellbrunnhof" not in mark["after"]


def test_a_contested_finding_counts_and_stays_replaced(live: LiveService, participant: Person, dpo: Person) -> None:
    text = PROMPT.format(word="Gamma")
    mark = marked(participant, text, "Karaca", "wrong", "PERSON").json()
    assert mark["recognizer"] and mark["before"] == "Schreibe an Frau "
    counts = {count["entity"]: count for count in dpo.get("/api/v1/guard/marks").json()["counts"]}
    assert counts["PERSON"]["wrong"] >= 1
    answer = dpo.post(f"/api/v1/guard/marks/{mark['id']}/decision", {"accepted": False, "reason": "Das ist ein Name."})
    assert answer.json()["status"] == "rejected"
    kept = in_list(dpo, mark["id"])
    assert (kept["before"], kept["after"]) == ("", ""), "what may hold something else that was missed is forgotten"


@pytest.mark.parametrize(
    ("part", "verdict", "entity", "code"),
    [
        ("bleibt", "wrong", "PERSON", "markierung-unmoeglich"),
        (". ", "missed", "PERSON", "markierung-unmoeglich"),
        ("bleibt", "missed", "HUND", "markierung-unmoeglich"),
    ],
)
def test_what_cannot_be_marked_is_refused(participant: Person, part: str, verdict: str, entity: str, code: str) -> None:
    answer = marked(participant, PROMPT.format(word="Delta"), part, verdict, entity)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert "bleibt" not in answer.text


def test_marking_is_recorded_without_words(live: LiveService, participant: Person, dpo: Person) -> None:
    mark = marked(participant, PROMPT.format(word="Epsilon"), "quellbrunnhof").json()
    events = dpo.get("/api/v1/audit/events", params={"action": "mark.added", "limit": 500}).json()["events"]
    assert events[-1]["subject"] == f"mark:{mark['id']}"
    assert events[-1]["details"] == {"verdict": "missed", "entity": "LOCATION", "exercise": LETTER}


def test_the_value_is_in_no_file(live: LiveService, participant: Person, database_files: list[Path]) -> None:
    marked(participant, PROMPT.format(word="Zeta").replace("quellb", "zetab"), "zetabrunnhof")
    assert not [path for path in database_files if b"zetabrunnhof" in path.read_bytes()]


def test_marks_go_with_their_workshop_and_examples_stay(live: LiveService, participant: Person, dpo: Person) -> None:
    mark = marked(participant, PROMPT.format(word="Eta"), "quellbrunnhof").json()
    dpo.post(f"/api/v1/guard/marks/{mark['id']}/decision", {"accepted": True, "reason": "Übersehener Ort."})
    before = len(dpo.get("/api/v1/guard/examples").text.splitlines())
    with pytest.raises(ZeroDivisionError), live.context.database.write() as session:
        report = run_retention(session, datetime.now(UTC) + timedelta(days=4000))
        assert report.workshops
        assert session.scalars(select(GuardMark)).all() == []
        raise ZeroDivisionError  # roll back: other tests need the workshop
    assert len(dpo.get("/api/v1/guard/examples").text.splitlines()) == before
