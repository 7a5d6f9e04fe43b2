"""What the workshop routes take and give."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class WorkshopIn(BaseModel):
    """A workshop to be made."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    title: str = Field(min_length=3, max_length=120)
    """Title."""
    starts_on: date
    """First day on which participants can join."""
    ends_on: date
    """Last day on which attempts can be made."""
    retention_days: Annotated[int | None, Field(ge=0, le=3650)] = None
    """Days attempts are kept after the last day. Without it: the house's setting."""


class WorkshopOut(BaseModel):
    """A workshop as trainers, administrators and data-protection officers see it."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    id: str
    """Identifier."""
    title: str
    """Title."""
    join_code: str | None
    """Code participants join with; none for data-protection officers, who do not take part."""
    starts_on: date
    """First day."""
    ends_on: date
    """Last day on which attempts can be made."""
    retention_until: date
    """Last day on which attempts are kept."""
    participants: int
    """How many have joined."""
    attempts: int
    """How many attempts they made."""
