"""The card of the model that answers: what runs, from where, under which licence, trained on what, how measured."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from models import CatalogueEntry
from sandbox.context import ActiveModel
from sandbox.dependencies import Context, Current
from sandbox.practice.library import model_named

router = APIRouter(prefix="/api/v1", tags=["Modell"])

_LEFT_OUT = re.compile(r"\A# .*\n+|^!\[.*\n+", re.MULTILINE)


class ModelCardOut(BaseModel):
    """What anyone who works with the model may know about it."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    name: str
    """Name in the catalogue, or on the server of the house."""
    title: str
    """Name for people."""
    place: Literal["local", "house_server"]
    """Where it computes."""
    origin: Literal["shipped", "file", "hub"] | None
    """Part of this product, a file of the house, or from a model hub; null for a server of the house."""
    repository: str | None
    """Owner and name on the hub."""
    revision: str | None
    """Commit of the repository."""
    sha256: str | None
    """Of the file; compared at every start."""
    size_bytes: int | None
    """Of the file."""
    licence: str | None
    """SPDX identifier, or the licence's name."""
    languages: list[str]
    """ISO 639-1 codes."""
    parameters: int | None
    """Number of weights."""
    context_length: int | None
    """Longest prompt and answer together, in tokens."""
    training: str
    """What it was trained on, as far as that is known. German; empty when nothing is."""
    note: str
    """What it is for and what it cannot do. German."""
    unverified: str
    """What about these statements could not be checked. German."""
    card: str
    """The maker's full card in Markdown, without its first heading and pictures; only of the shipped model."""


@router.get("/model")
def model_card(
    context: Context, current: Current, name: Annotated[str | None, Query(max_length=120)] = None
) -> ModelCardOut:
    """What runs, from where, under which licence, trained on what, and how it was measured."""
    model = model_named(context, name)
    if model.entry is None:
        return _of_a_server(model)
    return _of_a_file(model.entry)


def _of_a_server(model: ActiveModel) -> ModelCardOut:
    return ModelCardOut(
        name=model.name,
        title=model.title,
        place="house_server",
        origin=None,
        repository=None,
        revision=None,
        sha256=None,
        size_bytes=None,
        licence=None,
        languages=[],
        parameters=model.parameters,
        context_length=None,
        training="",
        note=model.note,
        unverified="",
        card="",
    )


def _of_a_file(entry: CatalogueEntry) -> ModelCardOut:
    return ModelCardOut(
        name=entry.name,
        title=entry.title,
        place="local",
        origin=entry.source,
        repository=entry.repository,
        revision=entry.revision,
        sha256=entry.sha256,
        size_bytes=entry.size_bytes,
        licence=entry.licence,
        languages=list(entry.languages),
        parameters=entry.parameters,
        context_length=entry.context_length,
        training=entry.training,
        note=entry.note,
        unverified=entry.unverified,
        card=_LEFT_OUT.sub("", entry.card()),
    )
