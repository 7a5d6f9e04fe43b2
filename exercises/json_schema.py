"""The published JSON schemas. `python -m exercises.json_schema` writes them."""

from __future__ import annotations

import json
from pathlib import Path

from exercises.schema import ExerciseFile, ModuleFile

SCHEMA_FILES: dict[Path, type[ExerciseFile] | type[ModuleFile]] = {
    Path(__file__).parent / "schema.json": ExerciseFile,
    Path(__file__).parent / "module.schema.json": ModuleFile,
}
"""Each schema file with the model it publishes."""


def render_schema(model: type[ExerciseFile] | type[ModuleFile]) -> str:
    """JSON schema of a model, as it stands in its file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas() -> None:
    """Bring the schema files up to date."""
    for path, model in SCHEMA_FILES.items():
        path.write_text(render_schema(model), encoding="utf-8")


if __name__ == "__main__":
    write_schemas()
