"""Completes the OpenAPI document with what FastAPI cannot see."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from sandbox.problems import MEDIA_TYPE, ProblemDetails

_REF = "#/components/schemas/{model}"


def describe(app: FastAPI, *bodies: type[BaseModel]) -> None:
    """Adds the schemas of bodies that are read as JSON or form, and problem details to every operation."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
            schemas = made["components"]["schemas"]
            models: tuple[type[BaseModel], ...] = (*bodies, ProblemDetails)
            for model in models:
                schemas[model.__name__] = model.model_json_schema(ref_template=_REF)
            for unused in ("HTTPValidationError", "ValidationError"):
                schemas.pop(unused, None)
            problem = {
                "description": "Problem",
                "content": {MEDIA_TYPE: {"schema": {"$ref": _REF.format(model=ProblemDetails.__name__)}}},
            }
            for methods in made["paths"].values():
                for operation in methods.values():
                    operation["responses"].pop("422", None)
                    operation["responses"]["default"] = problem
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]
