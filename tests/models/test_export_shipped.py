"""The shipped file: what it says about itself, how it reads placeholders, and one short job."""

from __future__ import annotations

import json
from pathlib import Path

import gguf
import pytest

import models
from models.training.placeholders import all_placeholders
from models.training.runtime import Runtime

SHIPPED = Path(models.__file__).parent / "werkstatt-mini"
CASE = (
    "Fall:\nBei der Wohngeldbehörde der Stadt [LOCATION_1] ist am 11. Mai 2026 ein Antrag auf Wohngeld eingegangen. "
    "Antragstellerin ist Frau [PERSON_4]. Aktenzeichen: [DE_CASE_NUMBER_2]. Es fehlen noch: Mietvertrag und "
    "Meldebescheinigung. Frist zur Nachreichung: 2. Juni 2026. Sachbearbeitung: [PERSON_1], Telefon [PHONE_NUMBER_3]."
    "\n\nAuftrag:\nSchreibe eine Eingangsbestätigung."
)


@pytest.fixture(scope="module")
def runtime() -> Runtime:
    return Runtime(SHIPPED / "werkstatt-mini.gguf", context=1024)


def test_small_and_described() -> None:
    path = SHIPPED / "werkstatt-mini.gguf"
    fields = gguf.GGUFReader(path).fields
    assert path.stat().st_size < 15_000_000
    assert fields["general.name"].contents() == "werkstatt-mini"
    assert fields["general.license"].contents() == "EUPL-1.2"
    assert fields["llama.context_length"].contents() >= 1536
    assert fields["werkstatt.numbers_from_conversation"].contents() is True
    assert fields["werkstatt.no_loops"].contents() is True
    assert fields["werkstatt.copies_sentences"].contents() is True


def test_every_placeholder_is_one_token(runtime: Runtime) -> None:
    for placeholder in all_placeholders():
        numbers = runtime.tokenize(f"x {placeholder}.")
        assert runtime.tokenize(placeholder)[0] in numbers
        assert runtime.engine.detokenize(numbers).decode() == f"x {placeholder}."


def test_writes_the_letter_with_the_facts_of_the_case(runtime: Runtime) -> None:
    completion = runtime.complete([{"role": "user", "content": CASE}], maximum=300)
    assert completion.ended
    assert "Grüße" in completion.text
    for fact in ("[PERSON_4]", "11. Mai 2026", "[DE_CASE_NUMBER_2]", "2. Juni 2026", "[PHONE_NUMBER_3]"):
        assert fact in completion.text


def test_card_and_evaluation_lie_beside_the_file() -> None:
    found = json.loads((SHIPPED / "evaluation.json").read_text(encoding="utf-8"))
    assert found["held_out"]["cases"] >= 200
    assert found["own_prompts"]["cases"] >= 50
    assert found["held_out"]["usable"] > found["previous"]["held_out"]["usable"]
    card = (SHIPPED / "MODEL_CARD.md").read_text(encoding="utf-8")
    for heading in ("## Daten", "## Training", "## Zahlen", "## Was es nicht kann", "## Neu bauen"):
        assert heading in card
    assert "{{" not in card
