"""More than one model: who chooses, what is kept of it, and how two are compared blind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.startup import StartupError, require_content
from tests.sandbox.live_service import LETTER, LiveService, running
from tests.sandbox.more_models import FIRST, SECOND, TITLES, two_models


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveService]:
    with running(two_models(tmp_path_factory.mktemp("house"))) as service:
        yield service


def test_participants_are_told_what_there_is_to_choose(house: LiveService) -> None:
    person = house.participant()
    info = person.get("/api/v1/service").json()
    assert info["model"] == info["models"][0]
    assert [(model["name"], model["state"]) for model in info["models"]] == [(FIRST, "ready"), (SECOND, "ready")]
    offered = person.get(f"/api/v1/exercises/{LETTER}").json()["models"]
    assert [model["title"] for model in offered] == list(TITLES)
    assert person.get("/api/v1/model").json()["name"] == FIRST
    assert person.get("/api/v1/model", params={"name": SECOND}).json()["title"] == TITLES[1]
    assert person.get("/api/v1/model", params={"name": "x"}).json()["code"] == "modell-unbekannt"


def test_the_chosen_model_answers_and_a_blind_comparison_reveals_it(house: LiveService) -> None:
    person = house.participant()
    one = person.send(max_tokens=12, temperature=0.9, seed=1).one("done")
    other = person.send(max_tokens=12, temperature=0.9, seed=2, model=SECOND).one("done")
    assert (one["model"]["name"], other["model"]["name"]) == (FIRST, SECOND)
    assert other["versions"]["model"].startswith(SECOND)
    begun = person.post("/api/v1/comparisons/blind", {"attempt_ids": [one["id"], other["id"]]})
    assert SECOND not in begun.text and TITLES[1] not in begun.text
    path = f"/api/v1/comparisons/blind/{begun.json()['id']}/choice"
    revealed = person.http.put(path, json={"choice": "none", "reason": "Beide sind knapp."}).json()
    assert revealed["differences"] == ["seed", "model"]
    assert {revealed["left"]["model"], revealed["right"]["model"]} == set(TITLES)


def test_a_model_that_is_not_offered_is_refused_before_anything_is_kept(house: LiveService) -> None:
    person = house.participant()
    answer = person.send(model="eurollm-1.7b").response
    assert (answer.status_code, answer.json()["code"]) == (404, "modell-unbekannt")
    assert person.get("/api/v1/attempts").json() == []


def test_an_unknown_further_model_is_told_before_the_start(tmp_path: Path) -> None:
    with pytest.raises(StartupError, match="gibt-es-nicht"):
        require_content(two_models(tmp_path, more_models="gibt-es-nicht"))
