"""Expectation, revision, searches and modules: what the learning loop keeps beside prompt and answer."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from exercises import ExerciseLibrary, load_exercises
from sandbox.audit import verify_chain
from sandbox.audit.tables import AuditEvent
from sandbox.practice.tables import Attempt, Revision
from sandbox.privacy import run_retention
from sandbox.spotting.service import MOST_TRIES
from sandbox.spotting.tables import SpottingTry
from sandbox.workshops.tables import Workshop
from tests.sandbox.conftest import trainer_of
from tests.sandbox.live_service import LETTER, PROMPT, LiveService, Person

CONTENT = Path(__file__).parents[1] / "content"
SEARCH = "fehler-finden"
NAME, PHONE, STREET = "Swetlana Grünwald", "030 90126417", "Kastanienallee 114"


@pytest.fixture
def library() -> ExerciseLibrary:
    return load_exercises(CONTENT)


@pytest.fixture
def searching(either: LiveService, library: ExerciseLibrary, monkeypatch: pytest.MonkeyPatch) -> LiveService:
    """A service whose exercises have one with a text to search."""
    monkeypatch.setattr(either.context, "exercises", library)
    return either


def mark(library: ExerciseLibrary, words: str, note: str = "") -> dict[str, int | str]:
    text = library.get(SEARCH).text or ""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "note": note}


def search(person: Person, *marks: dict[str, int | str]) -> dict[str, object]:
    answer = person.post(f"/api/v1/exercises/{SEARCH}/spotting", {"marks": list(marks)})
    assert answer.status_code == 201, answer.text
    found: dict[str, object] = answer.json()
    return found


def rows(service: LiveService, table: type) -> int:
    with service.context.database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def attempt_with_expectation(person: Person, expectation: str, exercise: str = LETTER) -> dict[str, object]:
    body = {"prompt": PROMPT, "expectation": expectation, "settings": {"max_tokens": 40, "seed": 1}}
    with person.http.stream("POST", f"/api/v1/exercises/{exercise}/attempts", json=body) as response:
        assert response.status_code == 200
        lines = [line for line in response.iter_lines() if line.startswith("data:")]
    done: dict[str, object] = json.loads(lines[-1][5:])
    return done


def test_an_expectation_is_kept_redacted_and_the_model_does_not_see_it(either: LiveService) -> None:
    person = either.participant()
    done = attempt_with_expectation(person, f"Die Anschrift von Frau {NAME} wird fehlen.")
    assert done["expectation"] == "Die Anschrift von Frau [PERSON_3] wird fehlen."
    assert {item["source"] for item in done["findings"]} >= {"expectation"}
    assert done["answer"] == person.send(max_tokens=40, seed=1).one("done")["answer"], "it changes no answer"
    assert person.get(f"/api/v1/attempts/{done['id']}").json()["expectation"] == done["expectation"]
    assert attempt_with_expectation(person, "  ")["expectation"] is None


def test_an_expectation_without_end_is_refused_before_anything_is_sent(live: LiveService, participant: Person) -> None:
    before = rows(live, Attempt)
    body = {"prompt": PROMPT, "expectation": "x" * (live.settings.reflection_limit + 1)}
    problem = participant.post(f"/api/v1/exercises/{LETTER}/attempts", body).json()
    assert (problem["code"], problem["limit"]) == ("erwartung-zu-lang", live.settings.reflection_limit)
    assert rows(live, Attempt) == before


def test_a_revision_is_redacted_checked_and_added_to_those_before(either: LiveService) -> None:
    person = either.participant()
    done = person.send(max_tokens=60, seed=1).one("done")
    path = f"/api/v1/attempts/{done['id']}/revisions"
    first = person.post(path, {"text": f"{done['answer']}\n\nRückfragen an Frau {NAME}, {PHONE}."})
    assert first.status_code == 201, first.text
    kept, findings = first.json()["attempt"], first.json()["findings"]
    (revision,) = kept["revisions"]
    assert "[PERSON_3]" in revision["text"] and NAME not in first.text and revision["number"] == 1
    assert [check["id"] for check in revision["checks"]] == [check["id"] for check in done["checks"]]
    assert kept["answer"] == done["answer"] and kept["checks"] == done["checks"], "the answer stays as it was"
    assert {item["placeholder"] for item in findings} >= {"[PERSON_3]"}
    second = person.post(path, {"text": "Kurz und knapp."}).json()["attempt"]
    assert [item["number"] for item in second["revisions"]] == [1, 2]
    assert person.post(path, {"text": "Kurz und knapp."}).json()["attempt"]["revisions"] == second["revisions"]
    assert person.get(f"/api/v1/attempts/{done['id']}").json() == second


def test_what_cannot_be_revised(live: LiveService, participant: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    attempt = participant.send(max_tokens=20).one("done")["id"]
    path = f"/api/v1/attempts/{attempt}/revisions"
    assert participant.post(path, {"text": "  "}).json()["code"] == "ueberarbeitung-leer"
    too_long = participant.post(path, {"text": "y" * (live.settings.material_limit + 1)}).json()
    assert (too_long["code"], too_long["limit"]) == ("ueberarbeitung-zu-lang", live.settings.material_limit)
    assert live.participant().post(path, {"text": "fremd"}).json()["code"] == "versuch-unbekannt"
    monkeypatch.setattr(live.settings, "guard_timeout", 0.0)
    assert participant.post(path, {"text": f"An Frau {NAME}"}).json()["code"] == "schutz-ausgefallen"
    monkeypatch.undo()
    with live.context.database.write() as session:
        session.execute(update(Attempt).where(Attempt.id == attempt).values(answer=""))
    assert participant.post(path, {"text": "doch"}).json()["code"] == "keine-antwort"
    assert participant.get(f"/api/v1/attempts/{attempt}").json()["revisions"] == []


def test_planted_places_are_told_only_after_a_search(searching: LiveService, library: ExerciseLibrary) -> None:
    person = searching.participant()
    before = json.dumps(
        [person.get(path).json() for path in (f"/api/v1/exercises/{SEARCH}", "/api/v1/exercises", "/api/v1/modules")]
        + [person.get("/api/v1/modules/suchen").json(), person.get(f"/api/v1/exercises/{SEARCH}/spotting").json()],
        ensure_ascii=False,
    )
    places = library.get(SEARCH).spotting.places  # type: ignore[union-attr]
    for place in places:
        assert place.title not in before and place.explanation not in before
    shown = person.get(f"/api/v1/exercises/{SEARCH}").json()
    assert set(shown["spotting"]) == {"title", "task", "text"} and shown["spotting"]["text"] == library.get(SEARCH).text
    assert shown["expectation"] == "Welche Angabe wird das Modell am ehesten verwechseln?"
    assert person.get(f"/api/v1/exercises/{SEARCH}/spotting").json() == []

    found = search(person, mark(library, "640 Euro"), mark(library, "seit Januar"), mark(library, "7. März"))
    assert (found["found"], found["planted"], found["number"]) == (2, 4, 1)
    assert [place["id"] for place in found["places"] if place["found"]] == ["datum", "betrag"]
    assert [place["explanation"] for place in found["places"]] == [place.explanation for place in places]
    assert [item["places"] for item in found["marks"]] == [["datum"], [], ["betrag"]], "in the order of the text"
    again = search(person, mark(library, "mit ihren zwei Kindern"))
    assert (again["number"], again["found"]) == (2, 1)
    assert person.get(f"/api/v1/exercises/{SEARCH}/spotting").json() == [found, again], "all tries are kept"
    assert searching.participant().get(f"/api/v1/exercises/{SEARCH}/spotting").json() == []


def test_notes_of_a_search_go_through_the_guard(searching: LiveService, library: ExerciseLibrary) -> None:
    person = searching.participant()
    found = search(person, mark(library, "640 Euro", f"Herr {NAME} sagte 460"))
    assert found["marks"][0]["note"] == "Herr [PERSON_2] sagte 460", "the case has one person already"
    with searching.context.database.read() as session:
        kept = session.get_one(SpottingTry, found["id"])
    assert (
        kept.findings == [{"entity": "PERSON", "text_length": len(NAME), "score": kept.findings[0]["score"]}]
        and kept.exercise_revision == library.get(SEARCH).revision
    )


def test_a_search_that_says_nothing_is_refused(
    live: LiveService, participant: Person, library: ExerciseLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live.context, "exercises", library)
    before, path = rows(live, SpottingTry), f"/api/v1/exercises/{SEARCH}/spotting"
    text = library.get(SEARCH).text or ""

    def refused(*marks: dict[str, int | str]) -> tuple[int, str]:
        answer = participant.post(path, {"marks": list(marks)})
        return answer.status_code, answer.json()["code"]

    assert refused(mark(library, text)) == (422, "zu-viel-markiert")
    pieces = [{"start": at, "end": min(at + 20, len(text))} for at in range(0, len(text), 20)]
    assert refused(*pieces) == (422, "zu-viel-markiert")
    assert refused({"start": 0, "end": len(text) + 1}) == (422, "markierung-ausserhalb")
    assert refused({"start": 5, "end": 5}) == (422, "eingabe-ungueltig")
    assert refused(*[mark(library, "640 Euro")] * 41) == (422, "eingabe-ungueltig")
    monkeypatch.setattr(live.settings, "guard_timeout", 0.0)
    assert refused(mark(library, "640 Euro", f"Herr {NAME}")) == (503, "schutz-ausgefallen")
    assert rows(live, SpottingTry) == before
    monkeypatch.setattr(live.settings, "guard_timeout", 10.0)
    assert search(participant)["found"] == 0, "whoever finds nothing may look at the solution too"


def test_other_exercises_have_nothing_to_search(live: LiveService, participant: Person) -> None:
    answer = participant.post(f"/api/v1/exercises/{LETTER}/spotting", {"marks": []})
    assert (answer.status_code, answer.json()["code"]) == (404, "keine-suche")
    assert participant.get(f"/api/v1/exercises/{LETTER}").json()["spotting"] is None


def test_a_trainer_may_resolve_and_nothing_is_kept(searching: LiveService, library: ExerciseLibrary) -> None:
    before = rows(searching, SpottingTry)
    found = search(trainer_of(searching), mark(library, "640 Euro"))
    assert (found["id"], found["found"], len(found["places"])) == ("", 1, 4)
    assert rows(searching, SpottingTry) == before


def test_searches_after_a_change_of_the_exercise_keep_their_numbers_alone(
    live: LiveService, participant: Person, library: ExerciseLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live.context, "exercises", library)
    search(participant, mark(library, "640 Euro"))
    (module,) = library.modules
    changed = module.exercises[0].model_copy(update={"fingerprint": "0" * 12})
    other = ExerciseLibrary(modules=(module.model_copy(update={"exercises": (changed,)}),))
    monkeypatch.setattr(live.context, "exercises", other)
    (kept,) = participant.get(f"/api/v1/exercises/{SEARCH}/spotting").json()
    assert (kept["found"], kept["planted"], kept["places"]) == (1, 4, [])


def test_nobody_fills_the_disk_with_searches(
    live: LiveService, participant: Person, library: ExerciseLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live.context, "exercises", library)
    for _ in range(MOST_TRIES):
        search(participant)
    answer = participant.post(f"/api/v1/exercises/{SEARCH}/spotting", {"marks": []})
    assert (answer.status_code, answer.json()["code"]) == (429, "zu-viele-suchen")


def test_the_prompt_log_shows_expectation_revision_and_searches_and_is_recorded(
    searching: LiveService, library: ExerciseLibrary
) -> None:
    trainer, person = trainer_of(searching), searching.participant()
    done = attempt_with_expectation(person, "Es wird zu lang.", SEARCH)
    person.post(f"/api/v1/attempts/{done['id']}/revisions", {"text": "Kürzer."})
    search(person, mark(library, "640 Euro", "andere Miete"))
    only_searched = searching.participant()
    search(only_searched)
    workshop = person.get("/api/v1/session").json()["workshop"]["id"]
    log = trainer.get(f"/api/v1/workshops/{workshop}/prompt-log", params={"exercise_id": SEARCH}).json()
    (attempt,) = [item for item in log["attempts"] if item["participant"]["pseudonym"] == person.name]
    assert (attempt["expectation"], attempt["revisions"][0]["text"]) == ("Es wird zu lang.", "Kürzer.")
    latest, first = [
        item for item in log["searches"] if item["participant"]["pseudonym"] in (person.name, only_searched.name)
    ]
    assert (latest["participant"]["pseudonym"], latest["found"]) == (only_searched.name, 0)
    assert (first["found"], first["planted"], first["marks"][0]["note"]) == (1, 4, "andere Miete")
    filtered = trainer.get(
        f"/api/v1/workshops/{workshop}/prompt-log",
        params={"exercise_id": SEARCH, "participant": first["participant"]["id"]},
    )
    assert len(filtered.json()["searches"]) == 1
    (look,) = only_searched.get("/api/v1/me/access").json()
    assert look["exercise_title"] == "Fünf Fehler in einer Zusammenfassung", "who only searched learns of it too"


def test_the_audit_trail_tells_that_and_not_what(
    live: LiveService, participant: Person, library: ExerciseLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live.context, "exercises", library)
    done = attempt_with_expectation(participant, "Kurz.", SEARCH)
    participant.post(f"/api/v1/attempts/{done['id']}/revisions", {"text": f"Frau {NAME} bekommt Post."})
    search(participant, mark(library, "640 Euro", f"nach Angabe von {NAME}"))
    with live.context.database.read() as session:
        told = {
            event.action: json.loads(event.details)
            for event in session.scalars(select(AuditEvent).order_by(AuditEvent.seq.desc()).limit(2))
        }
        assert verify_chain(session).valid
    assert told == {
        "spotting.resolved": {"exercise": SEARCH, "marks": 1, "found": 1, "planted": 4},
        "revision.saved": {"number": 1, "findings": 1},
    }


def test_nothing_raw_of_the_loop_is_stored_or_logged(
    live: LiveService,
    participant: Person,
    library: ExerciseLibrary,
    monkeypatch: pytest.MonkeyPatch,
    service_log: io.StringIO,
) -> None:
    monkeypatch.setattr(live.context, "exercises", library)
    raw = f"Frau {NAME}, {STREET}, Tel. {PHONE}"
    done = attempt_with_expectation(participant, f"Sie verwechselt {raw}.", SEARCH)
    participant.post(f"/api/v1/attempts/{done['id']}/revisions", {"text": f"Sehr geehrte {raw}!"})
    search(participant, mark(library, "640 Euro", f"laut {raw}"))
    written = b"".join(path.read_bytes() for path in live.settings.data_dir.rglob("*") if path.is_file())
    for value in (NAME, "Grünwald", PHONE, STREET):
        assert value.encode() not in written and json.dumps(value)[1:-1].encode() not in written
        assert value not in service_log.getvalue()


def test_a_resolved_search_is_a_beginning(searching: LiveService, library: ExerciseLibrary) -> None:
    person = searching.participant()
    search(person, mark(library, "640 Euro"))
    search(person, mark(library, "640 Euro"), mark(library, "Am 7. März"))
    (listed,) = person.get("/api/v1/exercises").json()
    assert (listed["attempts"], listed["searches"], listed["reflected"]) == (0, 2, False)
    assert person.get("/api/v1/modules").json()[0]["begun"] == 1
    (practised,) = person.get("/api/v1/me/progress").json()["exercises"]
    assert (practised["attempts"], practised["searches"], practised["practised"]) == (0, 2, False)
    assert practised["first_on"] == searching.context.today().isoformat()
    assert [item["begun"] for item in person.get("/api/v1/me/take-home").json()["material"]] == [True]
    workshop = person.get("/api/v1/session").json()["workshop"]["id"]
    log = trainer_of(searching).get(f"/api/v1/workshops/{workshop}/prompt-log").json()
    (told,) = [item for item in log["participants"] if item["pseudonym"] == person.name]
    assert (told["attempts"], told["searches"]) == (0, 2) and told["last_at"]
    assert searching.participant().get("/api/v1/me/progress").json()["exercises"] == []


def test_modules_carry_reading_material_and_progress(live: LiveService, participant: Person) -> None:
    modules = participant.get("/api/v1/modules").json()
    assert [item["id"] for item in modules] == [module.id for module in live.context.exercises.modules]
    assert all(item["begun"] == item["reflected"] == 0 and item["exercises"] >= 1 for item in modules)
    attempt = participant.send(max_tokens=5).one("done")["id"]
    exercise = participant.get(f"/api/v1/exercises/{LETTER}").json()
    begun = {item["id"]: (item["begun"], item["reflected"]) for item in participant.get("/api/v1/modules").json()}
    assert begun[exercise["module"]] == (1, 0)
    question = exercise["reflection"][-1]["id"]
    participant.http.put(f"/api/v1/attempts/{attempt}/reflection", json={"answers": {question: "Gut."}})
    module = participant.get(f"/api/v1/modules/{exercise['module']}").json()
    assert module["reflected"] == 1 and module["material"] and module["material_title"]
    assert module["background"] == exercise["module_background"] != exercise["background"]
    assert [item["reflected"] for item in module["contents"] if item["id"] == LETTER] == [True]
    missing = participant.get("/api/v1/modules/nichts")
    assert (missing.status_code, missing.json()["code"]) == (404, "modul-unbekannt")
    assert live.visitor().get("/api/v1/modules").status_code == 401


def test_the_deletion_run_takes_revisions_and_searches(searching: LiveService, library: ExerciseLibrary) -> None:
    trainer, database, today = trainer_of(searching), searching.context.database, searching.context.today()
    before = {table: rows(searching, table) for table in (Revision, SpottingTry)}
    body = {"title": "Vergangen", "starts_on": f"{today}", "ends_on": f"{today}", "retention_days": 2}
    made = trainer.post("/api/v1/workshops", body).json()
    person = searching.participant(join_code=made["join_code"])
    done = attempt_with_expectation(person, "Kurz.", SEARCH)
    person.post(f"/api/v1/attempts/{done['id']}/revisions", {"text": "Kürzer."})
    search(person, mark(library, "640 Euro"))
    assert all(rows(searching, table) == count + 1 for table, count in before.items())
    with database.write() as session:
        past = today - timedelta(days=9)
        session.execute(update(Workshop).where(Workshop.id == made["id"]).values(starts_on=past, ends_on=past))
    with database.write() as session:
        assert run_retention(session).workshops == 1
    assert {table: rows(searching, table) for table in before} == before
