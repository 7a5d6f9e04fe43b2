"""One attempt without web page and database."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from sandbox.practice import AttemptRefused, run_attempt_once
from sandbox.settings import Settings
from tests.sandbox.live_service import LETTER, OWN_CASE


def test_an_attempt_keeps_its_placeholders() -> None:
    settings = Settings(max_tokens=30)
    made = asyncio.run(
        run_attempt_once(
            OWN_CASE, "Fasse zusammen.", "Frau Swetlana Grünwald rief an: 030 90126417.", seed=1, settings=settings
        )
    )
    assert made.material == "Frau [PERSON_1] rief an: [PHONE_NUMBER_1]."
    assert made.answer and made.checks and "Grünwald" not in str(made.record())
    assert {finding["entity"] for finding in made.record()["findings"]} >= {"PERSON", "PHONE_NUMBER"}


@pytest.mark.parametrize(
    ("exercise", "prompt", "settings", "exit_code", "said"),
    [
        ("nichts", "Hallo", Settings(), 2, "gibt es nicht"),
        (LETTER, "", Settings(), 2, "1.000 Zeichen"),
        (LETTER, "Hallo", Settings(guard_timeout=0), 3, "nichts an das Modell gesendet"),
        (LETTER, "Hallo", Settings(catalogue_file=Path("/nichts.yaml")), 3, "Modellkatalog"),
    ],
)
def test_refusals_say_why(exercise: str, prompt: str, settings: Settings, exit_code: int, said: str) -> None:
    with pytest.raises(AttemptRefused, match=said) as refused:
        asyncio.run(run_attempt_once(exercise, prompt, settings=settings))
    assert refused.value.exit_code == exit_code


def test_a_seed_beyond_the_range_is_told() -> None:
    with pytest.raises(AttemptRefused, match="2 hoch 32") as refused:
        asyncio.run(run_attempt_once(LETTER, "Hallo", seed=2**32))
    assert refused.value.exit_code == 2
