"""How an answer is drawn from the model: the participant's wishes within what the house allows, and the seed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any, Final

from models import GenerationSettings
from sandbox.practice.attempt_schemas import AttemptSettingsIn
from sandbox.settings import Settings

SEEDS: Final = 10_000
"""So many seeds are drawn from: few enough to be read out and typed in."""


def generation_settings(settings: Settings, wished: AttemptSettingsIn) -> GenerationSettings:
    """The wishes within the house's limits. Where no seed is wished one is drawn, so that it can be kept."""
    return GenerationSettings(
        max_tokens=min(wished.max_tokens or settings.max_tokens, settings.max_tokens),
        temperature=settings.temperature if wished.temperature is None else wished.temperature,
        seed=secrets.randbelow(SEEDS) if wished.seed is None else wished.seed,
    )


def kept_settings(settings: GenerationSettings, *, drawn: bool) -> dict[str, Any]:
    """What is kept of the settings of an answer; ``drawn``: whether chance chose the seed."""
    kept = {"temperature": settings.temperature, "max_tokens": settings.max_tokens, "seed": settings.seed}
    return {**kept, "seed_drawn": True} if drawn else kept


def same_seed(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two answers had the same seed as far as anybody chose it: two that chance chose are alike in that."""
    return one.get("seed") == other.get("seed") or (_by_chance(one) and _by_chance(other))


def _by_chance(settings: Mapping[str, Any]) -> bool:
    return settings.get("seed") is None or bool(settings.get("seed_drawn"))
