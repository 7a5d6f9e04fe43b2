"""Joining, logging in and out, setting up accounts."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from sandbox.accounts import Role
from sandbox.accounts.limits import FailureLimit
from sandbox.accounts.service import issue_setup_link
from sandbox.accounts.tables import LoginSession, SetupLink
from sandbox.audit import Actor
from sandbox.problems import Problem
from sandbox.workshops.service import create_workshop
from tests.sandbox.conftest import PASSWORD
from tests.sandbox.live_service import LiveService, Person


def code_of(live: LiveService) -> str:
    return str(live.app.state.bootstrap.join_code)


def workshop(live: LiveService, starts: int, ends: int) -> str:
    """Join code of a workshop that starts and ends so many days from today."""
    today = live.context.today()
    with live.context.database.write() as session:
        return create_workshop(
            session,
            Actor.system(),
            title="Anderer Tag",
            starts_on=today + timedelta(days=starts),
            ends_on=today + timedelta(days=ends),
            retention_days=1000,
        ).join_code


def test_a_participant_joins_and_is_known(live: LiveService) -> None:
    person = live.participant("Blaumeise 7")
    session = person.get("/api/v1/session").json()
    assert session["account"]["name"] == "Blaumeise 7"
    assert session["account"]["role"] == "participant"
    assert session["workshop"]["title"]
    assert session["workshop"]["join_code"] is None
    assert session["workshop"]["retention_until"] > session["workshop"]["ends_on"]


def test_the_cookie_is_closed_to_scripts_and_only_its_hash_is_stored(live: LiveService) -> None:
    person = live.visitor()
    answer = person.post("/api/v1/session/join", {"join_code": code_of(live), "pseudonym": "Keks"})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/" in cookie and "Secure" not in cookie
    token = person.http.cookies["sandbox_session"]
    assert len(token) >= 43
    with live.context.database.read() as session:
        hashes = set(session.scalars(select(LoginSession.token_hash)))
    assert hashlib.sha256(token.encode()).hexdigest() in hashes
    assert token not in hashes


def test_behind_tls_the_cookie_is_secure(live: LiveService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live.settings, "public_url", "https://werkstatt.example.de")
    answer = live.visitor().post("/api/v1/session/join", {"join_code": code_of(live), "pseudonym": "Schloss"})
    assert "Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize("typed", ["{lower}", " {code} ", "{spaced}", "{joined}", "{dash}"])
def test_the_join_code_may_be_typed_in_many_ways(live: LiveService, typed: str) -> None:
    code = code_of(live)
    forms = {
        "lower": code.lower(), "code": code, "spaced": code.replace("-", " "),
        "joined": code.replace("-", ""), "dash": code.replace("-", "–"),
    }  # fmt: skip
    live.participant(join_code=typed.format(**forms))


@pytest.mark.parametrize(
    ("pseudonym", "code"),
    [("x", "pseudonym-ungueltig"), ("a" * 41, "pseudonym-ungueltig"), ("<b>fett</b>", "pseudonym-ungueltig"),
     ("   ", "pseudonym-ungueltig"), ("--", "pseudonym-ungueltig")],
)  # fmt: skip
def test_odd_pseudonyms_are_refused(live: LiveService, pseudonym: str, code: str) -> None:
    answer = live.visitor().post("/api/v1/session/join", {"join_code": code_of(live), "pseudonym": pseudonym})
    assert answer.status_code == 422
    assert answer.json()["code"] == code


def test_a_taken_pseudonym_is_refused_whatever_its_case(live: LiveService) -> None:
    live.participant("Ömer 1")
    answer = live.visitor().post("/api/v1/session/join", {"join_code": code_of(live), "pseudonym": " öMER  1"})
    assert answer.status_code == 409
    assert answer.json()["code"] == "pseudonym-vergeben"
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_same_browser_session_may_rejoin_with_its_pseudonym(live: LiveService) -> None:
    person = live.participant("Wiederkehr")
    before = person.get("/api/v1/session").json()["account"]["id"]
    answer = person.post("/api/v1/session/join", {"join_code": code_of(live), "pseudonym": "wiederkehr"})
    assert answer.status_code == 201
    assert answer.json()["account"]["id"] == before


@pytest.mark.parametrize(("starts", "ends", "code"), [(-10, -1, "code-abgelaufen"), (1, 5, "code-zu-frueh")])
def test_workshops_of_other_days_cannot_be_joined(live: LiveService, starts: int, ends: int, code: str) -> None:
    join_code = workshop(live, starts, ends)
    answer = live.visitor().post("/api/v1/session/join", {"join_code": join_code, "pseudonym": "Zeit"})
    assert (answer.status_code, answer.json()["code"]) == (403, code)


def test_forms_are_answered_with_redirects(live: LiveService) -> None:
    person = live.visitor()
    wrong = person.http.post("/api/v1/session/join", data={"join_code": "BIBER-1", "pseudonym": "Form"})
    assert (wrong.status_code, wrong.headers["location"]) == (303, "/?fehler=code-unbekannt")
    right = person.http.post("/api/v1/session/join", data={"join_code": code_of(live), "pseudonym": "Formular"})
    assert (right.status_code, right.headers["location"]) == (303, "/")
    assert person.get("/api/v1/session").status_code == 200
    out = person.http.post("/api/v1/session/logout", data={"von": "seite"})
    assert (out.status_code, out.headers["location"]) == (303, "/")
    assert person.get("/api/v1/session").status_code == 401


def test_logging_out_revokes_the_token_itself(live: LiveService) -> None:
    person = live.participant()
    token = person.http.cookies["sandbox_session"]
    assert person.post("/api/v1/session/logout").status_code == 204
    thief = live.visitor()
    thief.http.cookies.set("sandbox_session", token)
    assert thief.get("/api/v1/session").status_code == 401


def test_an_expired_session_is_none(live: LiveService) -> None:
    person = live.participant()
    token = person.http.cookies["sandbox_session"]
    with live.context.database.write() as session:
        session.execute(
            update(LoginSession)
            .where(LoginSession.token_hash == hashlib.sha256(token.encode()).hexdigest())
            .values(expires_at=datetime.now(UTC) - timedelta(seconds=1))
        )
    answer = person.get("/api/v1/session")
    assert (answer.status_code, answer.json()["code"]) == (401, "nicht-angemeldet")


def test_a_trainer_logs_in_and_sees_the_join_code(live: LiveService, trainer: Person) -> None:
    person = live.visitor()
    answer = person.post("/api/v1/session/login", {"name": trainer.name.upper(), "password": PASSWORD})
    assert answer.status_code == 201
    assert answer.json()["account"]["role"] == "trainer"
    assert answer.json()["workshop"]["join_code"]


@pytest.mark.parametrize("name", ["Trainerin Ahorn", "Niemand Bekanntes"])
def test_wrong_names_and_passwords_sound_the_same(live: LiveService, trainer: Person, name: str) -> None:
    answer = live.visitor().post("/api/v1/session/login", {"name": name, "password": "falsch falsch falsch"})
    assert (answer.status_code, answer.json()["code"]) == (401, "anmeldung-falsch")


def test_a_set_up_link_works_once(live: LiveService) -> None:
    with live.context.database.write() as session:
        token = issue_setup_link(session, live.settings, Role.ADMIN, Actor.system())
        stored = session.scalars(select(SetupLink.token_hash)).all()
    assert token not in stored
    person = live.visitor()
    assert person.get(f"/api/v1/setup/{token}").json() == {"role": "admin", "valid": True}
    short = person.post(f"/api/v1/setup/{token}", {"name": "Verwaltung Eins", "password": "kurz"})
    assert (short.status_code, short.json()["code"]) == (422, "passwort-zu-kurz")
    form = person.http.post(f"/api/v1/setup/{token}", data={"name": "Verwaltung Eins", "password": PASSWORD})
    assert (form.status_code, form.headers["location"]) == (303, "/")
    assert person.get("/api/v1/session").json()["account"]["role"] == "admin"
    assert person.get(f"/api/v1/setup/{token}").json()["code"] == "einrichtung-ungueltig"
    again = live.visitor().http.post(f"/api/v1/setup/{token}", data={"name": "Zwei", "password": PASSWORD})
    assert again.headers["location"] == f"/?fehler=einrichtung-ungueltig&einrichtung={token}"


def test_an_expired_set_up_link_is_refused(live: LiveService) -> None:
    with live.context.database.write() as session:
        token = issue_setup_link(session, live.settings, Role.ADMIN, Actor.system())
        expired = datetime.now(UTC) - timedelta(seconds=1)
        session.execute(update(SetupLink).where(SetupLink.role == "admin").values(expires_at=expired))
    assert live.visitor().get(f"/api/v1/setup/{token}").status_code == 404


def test_passwords_are_stored_as_argon2(live: LiveService, trainer: Person, database_files: list) -> None:
    content = b"".join(path.read_bytes() for path in database_files)
    assert b"$argon2id$" in content
    assert PASSWORD.encode() not in content


def test_codes_cannot_be_guessed_without_end(live: LiveService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live.context, "failure_limit", FailureLimit(3, 100, 300.0))
    person = live.visitor()
    guesses = [person.post("/api/v1/session/join", {"join_code": f"BIBER-{n}", "pseudonym": "Rät"}) for n in range(4)]
    assert [guess.status_code for guess in guesses] == [404, 404, 404, 429]
    assert 0 < int(guesses[-1].headers["retry-after"]) <= 300
    assert "Minuten" in guesses[-1].json()["detail"]
    right = person.http.post("/api/v1/session/join", data={"join_code": code_of(live), "pseudonym": "Rät"})
    assert right.headers["location"] == "/?fehler=zu-viele-versuche"


def test_the_limit_counts_per_address_and_in_all() -> None:
    now = [0.0]
    limit = FailureLimit(2, 3, 60.0, clock=lambda: now[0])
    for _ in range(2):
        limit.require("a")
        limit.count("a")
    with pytest.raises(Problem):
        limit.require("a")
    limit.require("b")
    limit.count("b")
    with pytest.raises(Problem):
        limit.require("c")
    now[0] = 60.1
    limit.require("a")


def test_missing_fields_are_named_but_never_repeated(live: LiveService) -> None:
    answer = live.visitor().http.post("/api/v1/session/join", content=b'{"pseudonym": 12}')
    assert answer.status_code == 422
    assert answer.json()["fields"] == ["join_code", "pseudonym"]
    broken = live.visitor().http.post("/api/v1/session/login", content=b"geheim geheim")
    assert broken.status_code == 422
    assert "geheim" not in broken.text


@pytest.mark.parametrize(
    ("role", "path"),
    [("participant", "/api/v1/workshops"), ("participant", "/api/v1/audit/events"),
     ("participant", "/api/v1/audit/verification"), ("trainer", "/api/v1/audit/events"),
     ("trainer", "/api/v1/attempts"), ("dpo", "/api/v1/attempts"), ("dpo", "/api/v1/me/access")],
)  # fmt: skip
def test_roles_are_enforced_by_the_api(request: pytest.FixtureRequest, role: str, path: str) -> None:
    person: Person = request.getfixturevalue(role)
    answer = person.get(path)
    assert (answer.status_code, answer.json()["code"]) == (403, "rolle-fehlt")


@pytest.mark.parametrize(
    "path", ["/api/v1/session", "/api/v1/exercises", "/api/v1/attempts", "/api/v1/workshops", "/api/v1/guard/policy"]
)
def test_nothing_but_the_service_information_is_public(live: LiveService, path: str) -> None:
    assert live.visitor().get(path).status_code == 401
    assert live.visitor().get("/api/v1/service").json()["model"]["state"] == "ready"
