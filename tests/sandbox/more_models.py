"""A house that offers two models. They are one file under two names: what is tested is the choice, not the answers."""

from __future__ import annotations

from pathlib import Path

import yaml

import models
from sandbox.settings import Settings
from tests.sandbox.live_service import free_port

FIRST, SECOND = "werkstatt-mini", "haus-zwei"
TITLES = ("Werkstatt Mini", "Hausmodell Zwei")


def two_models(folder: Path, **changes: object) -> Settings:
    """Settings of a service that offers both."""
    shipped = Path(models.__file__).parent
    (entry, *_) = yaml.safe_load((shipped / "catalogue.yaml").read_text(encoding="utf-8"))["models"]
    here = {**entry, "path": str(shipped / entry["path"]), "source": "file"}
    both = [here, {**here, "name": SECOND, "title": TITLES[1]}]
    catalogue = folder / "catalogue.yaml"
    catalogue.write_text(yaml.safe_dump({"default": FIRST, "models": both}, allow_unicode=True), encoding="utf-8")
    settings = Settings(
        port=free_port(), data_dir=folder / "data", catalogue_file=catalogue, more_models=f" {SECOND},{FIRST},"
    )
    return settings.model_copy(update=changes)
