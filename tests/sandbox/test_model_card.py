"""What everybody may read about the model that answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from models import load_catalogue
from sandbox.settings import Settings
from tests.sandbox.live_service import LiveService, Person, free_port, running
from ui.schemas import ModelCard
from ui.views.model import facts


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveService]:
    settings = Settings(
        port=free_port(),
        data_dir=tmp_path_factory.mktemp("data"),
        upstream_url="http://127.0.0.1:9/v1",
        upstream_model="haus-gross",
    )
    with running(settings) as live:
        yield live


def test_everybody_who_is_signed_in_reads_it(
    live: LiveService, participant: Person, trainer: Person, dpo: Person
) -> None:
    assert live.visitor().get("/api/v1/model").status_code == 401
    cards = [person.get("/api/v1/model").json() for person in (participant, trainer, dpo)]
    assert cards[0] == cards[1] == cards[2]


def test_it_says_what_runs_from_where_and_trained_on_what(live: LiveService, participant: Person) -> None:
    card = participant.get("/api/v1/model").json()
    entry = load_catalogue().default
    assert (card["place"], card["origin"], card["licence"]) == ("local", "shipped", "EUPL-1.2")
    assert card["sha256"] == hashlib.sha256(entry.path.read_bytes()).hexdigest()
    assert "Bundesrecht" in card["training"]
    assert "## Daten" in card["card"] and "## " in card["card"].split("## Daten")[1]
    assert "![" not in card["card"] and not card["card"].startswith("#")


def test_of_a_server_of_the_house_nothing_is_claimed(house: LiveService) -> None:
    card = ModelCard.model_validate(house.participant().get("/api/v1/model").json())
    assert (card.title, card.place, card.licence, card.card) == ("haus-gross", "house_server", None, "")
    assert facts(card) == [("Rechnet", "auf einem Server des Hauses")]


@pytest.mark.parametrize("entry", load_catalogue().entries, ids=lambda entry: entry.name)
def test_every_model_of_the_catalogue_says_what_it_was_trained_on(entry: object) -> None:
    assert len(getattr(entry, "training", "")) > 40


def test_facts_of_a_model_from_a_hub() -> None:
    entry = load_catalogue().get("qwen3-1.7b")
    fields = entry.model_dump(mode="json", include=set(ModelCard.model_fields) - {"card"})
    found = dict(facts(ModelCard(**fields, place="local", origin="hub")))
    assert "Qwen/Qwen3-1.7B-GGUF" in found["Herkunft"] and "90862c4b9d27" in found["Herkunft"]
    assert found["Sprachen"].startswith("Deutsch, Englisch, Französisch")
    assert found["Größe"] == "1,7 Milliarden Gewichte"
    assert found["Längster Text"].startswith("32.768")
