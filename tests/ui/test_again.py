"""The same prompt once more, and the choice between models, as the pages offer them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.sandbox.live_service import LETTER, LiveService, Person, running
from tests.sandbox.more_models import FIRST, SECOND, TITLES, two_models
from tests.ui.conftest import OpenPage
from ui.attempt_run import AttemptRun
from ui.client.transport import _pool
from ui.schemas import Attempt, Exercise
from ui.views.exercise.again import exactly, without_seed

PROMPT = "Schreibe eine Eingangsbestätigung an Frau Swetlana Grünwald."


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveService]:
    with running(two_models(tmp_path_factory.mktemp("house"))) as service:
        yield service


@pytest.fixture
def open_in_house(house: LiveService, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    monkeypatch.setenv("SANDBOX_SERVICE_URL", house.address)
    _pool.cache_clear()
    return open_page


def press(app: AppTest, label: str) -> AppTest:
    (button,) = [button for button in app.button if label in button.label]
    return button.click().run()


def attempts(person: Person) -> list[dict[str, Any]]:
    found = person.get("/api/v1/attempts").json()
    return [person.get(f"/api/v1/attempts/{item['id']}").json() for item in found]


def finish(app: AppTest) -> None:
    run: AttemptRun = app.session_state["work"][LETTER].run
    assert run.wait(60) and run.state == "done"


def test_an_attempt_is_made_exactly_so_again(house: LiveService, open_in_house: OpenPage) -> None:
    person = house.participant()
    first = person.send(PROMPT, max_tokens=30, temperature=0.9).one("done")
    app = press(open_in_house(person, "versuche", id=first["id"]), "Genau so noch einmal")
    finish(app)
    again, before = attempts(person)
    assert (again["prompt"], again["answer"]) == (before["prompt"], before["answer"])
    assert again["settings"]["seed"] == before["settings"]["seed"] and again["model"]["name"] == FIRST


def test_the_same_prompt_goes_to_the_other_model(house: LiveService, open_in_house: OpenPage) -> None:
    person = house.participant()
    person.send(PROMPT, max_tokens=30)
    app = press(open_in_house(person, "uebung", id=LETTER, schritt="antwort"), f"An {TITLES[1]}")
    finish(app)
    again, before = attempts(person)
    assert (again["model"]["name"], again["prompt"]) == (SECOND, before["prompt"])


def test_the_model_is_chosen_among_the_settings(house: LiveService, open_in_house: OpenPage) -> None:
    person = house.participant()
    app = open_in_house(person, "uebung", id=LETTER, schritt="prompt")
    (choice,) = [radio for radio in app.radio if radio.label == "Modell"]
    assert choice.options == list(TITLES)
    choice.set_value(SECOND).run()
    assert any(f"Modell: {TITLES[1]}" in block.proto.body for block in app.get("html"))


def test_without_another_model_nobody_is_asked(live: LiveService, open_page: OpenPage) -> None:
    app = open_page(live.participant(), "uebung", id=LETTER, schritt="prompt")
    assert "Modell" not in [radio.label for radio in app.radio]


def test_what_is_not_known_is_not_promised() -> None:
    fields = {"version": "1", "module": "m", "module_title": "M", "title": "T", "kind": "letter", "minutes": 5}
    exercise = Exercise(id="x", models=[{"name": FIRST, "title": TITLES[0]}], **fields)  # type: ignore[arg-type]

    def attempt(seed: int | None, model: str) -> Attempt:
        return Attempt(
            id="a", exercise_id="x", exercise_title="T", number=1, status="complete", created_at="2026-03-04T10:00:00Z",
            prompt="P", settings={"temperature": 0.1, "max_tokens": 40, "seed": seed},
            model={"name": model, "title": "M"},
        )  # type: ignore[arg-type]  # fmt: skip

    assert exactly(exercise, attempt(7, FIRST)) == {"temperature": 0.1, "max_tokens": 40, "seed": 7, "model": FIRST}
    assert without_seed(exercise, attempt(7, FIRST)) == {"temperature": 0.1, "max_tokens": 40, "model": FIRST}
    assert exactly(exercise, attempt(None, FIRST)) is None, "kept before seeds were"
    assert exactly(exercise, attempt(7, SECOND)) is None, "not offered any more"
