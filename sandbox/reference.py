"""The API's reference page, written from the OpenAPI document: one HTML page, no scripts, nothing from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)


def install(app: FastAPI) -> None:
    """Adds ``/api/docs``."""

    @app.get("/api/docs", include_in_schema=False)
    def reference() -> HTMLResponse:
        return HTMLResponse(render(app.openapi()))


def render(document: dict[str, Any]) -> str:
    """The reference of an OpenAPI document as HTML."""
    operations = [
        {"path": path, "method": method.upper(), **operation}
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    groups: dict[str, list[dict[str, Any]]] = {}
    for operation in operations:
        groups.setdefault(operation.get("tags", ["Sonstiges"])[0], []).append(operation)
    schemas = {
        name: schema for name, schema in document["components"]["schemas"].items() if schema.get("type") == "object"
    }
    template = _TEMPLATES.get_template("reference.html")
    return template.render(info=document["info"], groups=groups, schemas=schemas, type_of=_type_of)


def _type_of(schema: dict[str, Any]) -> str:
    """A schema in a few words: ``text``, ``list of AttemptOut``."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    if "const" in schema:
        return str(schema["const"])
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " | ".join(_type_of(part) for part in schema[key])
    if "allOf" in schema:
        return " & ".join(_type_of(part) for part in schema["allOf"])
    if schema.get("type") == "array":
        return f"list of {_type_of(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type") or "any")
