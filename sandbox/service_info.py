"""What runs here, for everyone to see."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from sandbox import __version__
from sandbox.dependencies import Context
from sandbox.practice.guard_schemas import GuardVersionsOut

router = APIRouter(prefix="/api/v1", tags=["Üben"])


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class ModelOut(_Schema):
    """The model that answers."""

    name: str
    """Name in the catalogue."""
    title: str
    """Name for people."""
    parameters: int | None
    """Number of weights, if known."""
    note: str
    """What it is for and what it cannot do."""
    state: str
    """starting, ready, restarting, failed, stopped, or upstream for a server of the house."""


class ServiceOut(_Schema):
    """What runs here, for everyone to see."""

    model: ModelOut
    """The model that answers where nobody chooses another."""
    models: list[ModelOut]
    """Every model that a participant may choose, that one first."""
    guard: GuardVersionsOut
    """Versions of the guard."""
    prompt_limit: int
    """Characters a prompt may have at most."""
    material_limit: int
    """Characters the material of an own case may have at most."""
    retention_days: int
    """Days attempts are kept after a workshop, unless its trainer set another number."""
    version: str
    """Version of the service."""


@router.get("/service")
def service_info(context: Context) -> ServiceOut:
    """What runs here: model, guard, limits. Needs no session."""
    models = [
        ModelOut(name=model.name, title=model.title, parameters=model.parameters, note=model.note, state=model.state)
        for model in context.models
    ]
    return ServiceOut(
        model=models[0],
        models=models,
        guard=GuardVersionsOut(**context.guard_versions()),
        prompt_limit=context.settings.prompt_limit,
        material_limit=context.settings.material_limit,
        retention_days=context.settings.retention_days,
        version=__version__,
    )
