"""Proposing a policy, the second person, putting it into force, and what the trail and the log know of it."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from guardrails.evaluation import Document, Label
from guardrails.policy.dry_run import DryRunner
from sandbox.accounts import Role
from sandbox.accounts.service import issue_setup_link
from sandbox.app import running_context
from sandbox.audit import Actor, verify_chain
from sandbox.policies.service import follow
from sandbox.settings import Settings
from sandbox.startup import StartupError
from tests.sandbox.conftest import PASSWORD, dpo_of, trainer_of
from tests.sandbox.live_service import LETTER, LiveService, Person, free_port, running

SECRET_PROJECT = "Projekt Birkenhain"
SENTENCE = "Frau Selin Karaca ist unter 030 9018234 zu erreichen."


def document() -> Document:
    start = SENTENCE.index("Selin")
    phone = SENTENCE.index("030")
    return Document(
        id="probe-1",
        kind="note",
        language="de",
        text=SENTENCE,
        labels=(Label(start, start + 12, "PERSON"), Label(phone, phone + 11, "PHONE_NUMBER")),
    )


@pytest.fixture
def service(either: LiveService) -> Iterator[LiveService]:
    """The running service with a corpus of one document; afterwards the policy it started with is in force again."""
    either.context.__dict__["dry_runner"] = DryRunner(either.context.guard, [document()])
    yield either
    base = either.context.starting_policy.content
    if either.context.policy.hash != either.context.starting_policy.policy.hash:
        proposed = propose(dpo_of(either), base)
        decided = second_dpo(either).post(f"/api/v1/policies/{proposed['id']}/approve", {})
        assert decided.status_code == 200, decided.text


def second_dpo(service: LiveService) -> Person:
    known = service.staff.get("second dpo")
    if known is not None:
        return known
    with service.context.database.write() as session:
        token = issue_setup_link(session, service.settings, Role.DPO, Actor.system())
    person = service.staff["second dpo"] = service.visitor()
    person.name = "Datenschutz Linde"
    answer = person.post(f"/api/v1/setup/{token}", {"name": person.name, "password": PASSWORD})
    assert answer.status_code == 201, answer.text
    return person


def changed(service: LiveService, **parts: Any) -> str:
    """The policy in force with other parts, as YAML (JSON is YAML)."""
    base = service.context.policy.model_dump(mode="json")
    return json.dumps({**base, "version": "1.1.0", **parts}, ensure_ascii=False)


def stricter(service: LiveService) -> str:
    return changed(service, deny=[{"text": SECRET_PROJECT, "entity": "DE_CASE_NUMBER", "reason": "vertraulich"}])


def weaker(service: LiveService) -> str:
    rules = service.context.policy.model_dump(mode="json")["entities"]
    return changed(service, entities={**rules, "PHONE_NUMBER": {"action": "warn", "threshold": 0.5}})


def propose(person: Person, content: str, reason: str = "Nach der Sitzung vom Montag") -> dict[str, Any]:
    answer = person.post("/api/v1/policies", {"content": content, "reason": reason})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def trail_of(person: Person, policy_id: str) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    for action in ("policy.proposed", "policy.approved", "policy.rejected", "policy.in_force"):
        events += person.get("/api/v1/audit/events", params={"limit": 500, "action": action}).json()["events"]
    found = [event for event in events if event["subject"] == f"policy:{policy_id}"]
    return sorted(found, key=lambda event: event["seq"])


def preview(person: Person, written: str, exercise: str | None = None) -> str:
    answer = person.post("/api/v1/guard/preview", {"text": written, "exercise_id": exercise}).json()
    return str(answer["redacted"])


def test_a_stricter_policy_is_put_into_force_by_who_proposed_it(service: LiveService) -> None:
    dpo, participant = dpo_of(service), service.participant()
    before = service.context.policy.identity
    made = propose(dpo, stricter(service))
    assert (made["status"], made["weakens"], made["may_approve"]) == ("pending", False, True)
    assert made["changes"][0]["sentence"].startswith("Künftig immer ein Befund")
    assert preview(participant, SECRET_PROJECT) == SECRET_PROJECT
    decided = dpo.post(f"/api/v1/policies/{made['id']}/approve", {"reason": "läuft"})
    assert (decided.status_code, decided.json()["status"]) == (200, "in_force")
    assert preview(participant, SECRET_PROJECT) == "[DE_CASE_NUMBER_1]"
    done = participant.send(f"Kurz zum {SECRET_PROJECT}.", max_tokens=5).one("done")
    assert done["prompt"] == "Kurz zum [DE_CASE_NUMBER_1]." or "[DE_CASE_NUMBER_" in done["prompt"]
    assert done["versions"]["policy"] == made["identity"] == service.context.policy.identity != before
    assert participant.get("/api/v1/service").json()["guard"]["policy"] == made["identity"]
    events = trail_of(dpo, made["id"])
    assert [event["action"] for event in events] == ["policy.proposed", "policy.in_force"]
    assert events[0]["details"] == {"policy": made["identity"], "base": before, "changes": 1, "weakens": False}


def test_a_weaker_policy_needs_a_second_person(service: LiveService) -> None:
    dpo, other, participant = dpo_of(service), second_dpo(service), service.participant()
    made = propose(dpo, weaker(service))
    assert (made["weakens"], made["may_approve"], made["may_reject"]) == (True, False, True)
    assert made["changes"][0] == {
        "sentence": "Telefonnummer: künftig nur ein Hinweis, der Text bleibt stehen "
        "(bisher: ein Platzhalter statt des Wertes).",
        "weakens": True,
        "exercise_id": "",
    }
    (house,) = made["dry_run"]["scopes"]
    assert house["leaking_after"] == house["leaking_before"] + 1
    assert house["entities"] == [
        {
            "entity": "PHONE_NUMBER", "label": "Telefonnummer", "before": 1, "after": 0, "labelled": 1,
            "newly_missed": 1, "newly_found": 0,
        }
    ]  # fmt: skip
    assert house["examples"][0]["place"] == "030 9018234"
    refused = dpo.post(f"/api/v1/policies/{made['id']}/approve", {})
    assert (refused.status_code, refused.json()["code"]) == (403, "zweite-person-noetig")
    assert "[PHONE_NUMBER_1]" in preview(participant, SENTENCE)
    listed = other.get("/api/v1/policies").json()
    assert listed["officers"] == 2
    assert (listed["versions"][0]["status"], listed["versions"][0]["may_approve"]) == ("pending", True)
    decided = other.post(f"/api/v1/policies/{made['id']}/approve", {"reason": "Mit Frau Selin Karaca besprochen"})
    assert (decided.status_code, decided.json()["decision"]["by"]["name"]) == (200, other.name)
    assert decided.json()["decision"]["reason"] == "Mit Frau [PERSON_1] besprochen"
    assert "030 9018234" in preview(participant, SENTENCE)
    events = trail_of(dpo, made["id"])
    assert [event["action"] for event in events] == ["policy.proposed", "policy.approved", "policy.in_force"]
    assert [event["actor"]["name"] for event in events] == [dpo.name, other.name, other.name]


@pytest.mark.parametrize("by", ["the proposer", "nobody"])
def test_the_database_itself_refuses_one_person_alone(service: LiveService, by: str) -> None:
    dpo = dpo_of(service)
    made = propose(dpo, weaker(service))
    who = dpo.get("/api/v1/session").json()["account"]["id"] if by == "the proposer" else None
    for weakens in (True, False):
        with pytest.raises(IntegrityError), service.context.database.write() as session:
            session.execute(
                text(
                    "INSERT INTO policy_decision"
                    " (policy_id, proposed_by, weakens, kind, decided_by, decided_at, reason)"
                    " VALUES (:id, :by, :weakens, 'approved', :who, '2026-01-01 00:00:00+00', '')"
                ),
                {"id": made["id"], "by": made["proposed_by"]["id"], "weakens": weakens, "who": who},
            )
    dpo.post(f"/api/v1/policies/{made['id']}/reject", {})


@pytest.mark.parametrize("table", ["policy_version", "policy_decision"])
@pytest.mark.parametrize("deed", ["UPDATE {} SET reason = 'x'", "DELETE FROM {}"])
def test_the_history_cannot_be_changed(service: LiveService, table: str, deed: str) -> None:
    dpo = dpo_of(service)
    made = propose(dpo, weaker(service))
    dpo.post(f"/api/v1/policies/{made['id']}/reject", {})
    with pytest.raises(DBAPIError, match="append-only"), service.context.database.write() as session:
        session.execute(text(deed.format(table)))


def test_rejecting_needs_a_reason_and_withdrawing_does_not(service: LiveService) -> None:
    dpo, other = dpo_of(service), second_dpo(service)
    first, second = propose(dpo, weaker(service)), propose(dpo, weaker(service))
    assert second["number"] == first["number"] + 1
    silent = other.post(f"/api/v1/policies/{first['id']}/reject", {})
    assert (silent.status_code, silent.json()["code"]) == (422, "grund-fehlt")
    rejected = other.post(f"/api/v1/policies/{first['id']}/reject", {"reason": "zu weit"}).json()
    withdrawn = dpo.post(f"/api/v1/policies/{second['id']}/reject", {}).json()
    assert (rejected["status"], withdrawn["status"]) == ("rejected", "withdrawn")
    again = other.post(f"/api/v1/policies/{first['id']}/approve", {})
    assert (again.status_code, again.json()["code"]) == (409, "schon-entschieden")
    assert [event["action"] for event in trail_of(dpo, first["id"])] == ["policy.proposed", "policy.rejected"]


def test_what_was_compared_with_another_policy_cannot_be_approved(service: LiveService) -> None:
    """Otherwise a change that strengthens against an old policy could weaken the new one unseen."""
    dpo, other = dpo_of(service), second_dpo(service)
    late, early = propose(dpo, weaker(service)), propose(dpo, stricter(service))
    dpo.post(f"/api/v1/policies/{early['id']}/approve", {})
    refused = other.post(f"/api/v1/policies/{late['id']}/approve", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "schutzregel-ueberholt")
    assert other.get(f"/api/v1/policies/{late['id']}").json()["status"] == "outdated"


def test_a_check_keeps_nothing(service: LiveService) -> None:
    dpo = dpo_of(service)
    before = dpo.get("/api/v1/policies").json()
    found = dpo.post("/api/v1/policies/check", {"content": changed(service, exercises={"nichts": {"allow": ["Amt"]}})})
    assert found.json()["unknown_exercises"] == ["nichts"]
    assert found.json()["weakens"] and found.json()["changes"][0]["exercise_id"] == "nichts"
    assert [scope["exercise_id"] for scope in found.json()["dry_run"]["scopes"]] == ["", "nichts"]
    assert dpo.get("/api/v1/policies").json() == before


@pytest.mark.parametrize(
    ("content", "status", "code", "said"),
    [
        ("version: 1", 422, "schutzregel-fehlerhaft", "Zeile 1, „version“"),
        ("[", 422, "schutzregel-fehlerhaft", "kein gültiges YAML"),
        (None, 409, "schutzregel-unveraendert", "dasselbe"),
    ],
)
def test_what_cannot_be_proposed_is_told(
    service: LiveService, content: str | None, status: int, code: str, said: str
) -> None:
    content = service.context.starting_policy.content if content is None else content
    for path in ("/api/v1/policies", "/api/v1/policies/check"):
        answer = dpo_of(service).post(path, {"content": content, "reason": "weil"})
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert said in answer.json()["detail"]


def test_only_data_protection_officers_see_policies(service: LiveService) -> None:
    made = propose(dpo_of(service), stricter(service))
    for person in (service.participant(), trainer_of(service)):
        assert person.get("/api/v1/policies").status_code == 403
        assert person.get(f"/api/v1/policies/{made['id']}").status_code == 403
        assert person.post("/api/v1/policies/check", {"content": "x"}).status_code == 403
        assert person.post("/api/v1/policies", {"content": "x", "reason": "y"}).status_code == 403
        assert person.post(f"/api/v1/policies/{made['id']}/approve", {}).status_code == 403
        assert person.post(f"/api/v1/policies/{made['id']}/reject", {"reason": "x"}).status_code == 403
    assert service.visitor().get("/api/v1/policies").status_code == 401
    foreign = dpo_of(service).post(
        f"/api/v1/policies/{made['id']}/approve", {}, headers={"Origin": "https://anderswo.example"}
    )
    assert foreign.status_code == 403
    assert dpo_of(service).get("/api/v1/policies/nichts").json()["code"] == "schutzregel-unbekannt"
    dpo_of(service).post(f"/api/v1/policies/{made['id']}/reject", {})


def test_trail_and_log_hold_no_text_of_the_lists(live: LiveService, service_log: io.StringIO) -> None:
    live.context.__dict__["dry_runner"] = DryRunner(live.context.guard, [document()])
    dpo, other, participant = dpo_of(live), second_dpo(live), live.participant()
    base = live.context.policy.model_dump_json()
    made = propose(dpo, stricter(live))
    dpo.post(f"/api/v1/policies/{made['id']}/approve", {})
    participant.send(f"Kurz zum {SECRET_PROJECT}.", max_tokens=5)
    broken = changed(live, deny=[{"text": SECRET_PROJECT, "entity": "UNBEKANNT"}])
    assert "Birkenhain" not in dpo.post("/api/v1/policies/check", {"content": broken}).text
    assert "Birkenhain" not in json.dumps(trail_of(dpo, made["id"]), ensure_ascii=False)
    assert "Birkenhain" not in service_log.getvalue()
    with live.context.database.read() as session:
        assert verify_chain(session).valid
    back = propose(dpo, base)
    other.post(f"/api/v1/policies/{back['id']}/approve", {})


def test_an_exercise_with_its_own_rules(service: LiveService) -> None:
    dpo, participant = dpo_of(service), service.participant()
    made = propose(dpo, changed(service, exercises={LETTER: {"deny": [{"text": "Birke", "entity": "SECRET"}]}}))
    dpo.post(f"/api/v1/policies/{made['id']}/approve", {})
    assert preview(participant, "Birke") == "Birke"
    assert preview(participant, "Birke", LETTER) == "[SECRET_1]"
    assert participant.send("Schreibe an Birke.", max_tokens=5).one("accepted")["prompt"] == "Schreibe an [SECRET_1]."


def test_a_stream_that_runs_goes_on_with_its_policy(service: LiveService) -> None:
    dpo = dpo_of(service)
    stream = service.context.guard.stream(language="de")
    given = stream.feed("Es geht um ein Vorhaben, und zwar ausführlich und in Ruhe: ")
    made = propose(dpo, stricter(service))
    dpo.post(f"/api/v1/policies/{made['id']}/approve", {})
    given += stream.feed(f"das {SECRET_PROJECT} ruht.") + stream.finish()
    assert SECRET_PROJECT in given
    fresh = service.context.guard.stream(language="de")
    assert SECRET_PROJECT not in fresh.feed(f"das {SECRET_PROJECT} ruht.") + fresh.finish()


def test_after_a_restart_the_same_policy_is_in_force(tmp_path: Path) -> None:
    settings = Settings(port=free_port(), data_dir=tmp_path / "data")
    with running(settings) as first:
        first.context.__dict__["dry_runner"] = DryRunner(first.context.guard, [document()])
        made = propose(dpo_of(first), stricter(first))
        dpo_of(first).post(f"/api/v1/policies/{made['id']}/approve", {})
    file = tmp_path / "regel.yaml"
    file.write_text('version: "7.0.0"\ntitle: Neue Datei\n', encoding="utf-8")

    async def restarted() -> str:
        async with running_context(settings.model_copy(update={"policy_file": file})) as (context, _):
            follow(context)
            return context.guard.versions.policy

    assert asyncio.run(restarted()) == made["identity"]


def test_a_stored_policy_that_cannot_be_read_stops_the_start(tmp_path: Path) -> None:
    settings = Settings(port=free_port(), data_dir=tmp_path / "data")
    columns = "number, identity, title, base_identity, changes, dry_run, reason"
    with running(settings) as first, first.context.database.write() as session:
        session.connection().exec_driver_sql(
            f"INSERT INTO policy_version (id, content, weakens, proposed_by, proposed_at, {columns})"
            " VALUES ('a', 'version: alt', 0, 'p', '2026-01-01 00:00:00.000000', 1, 'x', 'x', 'x', '[]', '{}', '')"
        )
        session.connection().exec_driver_sql(
            "INSERT INTO policy_decision (policy_id, proposed_by, weakens, kind, decided_by, decided_at, reason)"
            " VALUES ('a', 'p', 0, 'approved', 'p', '2026-01-01 00:00:00.000000', '')"
        )

    async def restarted() -> None:
        async with running_context(settings):
            pass

    with pytest.raises(StartupError, match=r"Schutzregel in Kraft.*Nr\. 1"):
        asyncio.run(restarted())


def test_the_starting_policy_is_told_with_its_source(tmp_path: Path) -> None:
    file = tmp_path / "regel.yaml"
    file.write_text('version: "7.0.0"\ntitle: Hausregel # unser Haus\nexercises: {gibt-es-nicht: {}}\n')
    settings = Settings(port=free_port(), data_dir=tmp_path / "data", policy_file=file)
    with running(settings) as service:
        in_force = dpo_of(service).get("/api/v1/policies").json()["in_force"]
        (warning,) = service.app.state.bootstrap.warnings
    assert "„gibt-es-nicht“" in warning
    assert (in_force["source"], in_force["number"], in_force["title"]) == ("file", None, "Hausregel")
    assert in_force["content"] == file.read_text()
    assert in_force["unknown_exercises"] == ["gibt-es-nicht"]
