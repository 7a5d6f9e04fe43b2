"""What a check hands back."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

CheckStatus = Literal["ok", "hint", "missing"]


class PlacePair(BaseModel):
    """A place of the case and the place of the answer that does not fit it."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    label: str
    """German: what differs, for example `Datum` or `Verneinung anders`."""
    case: str
    """The sentence in the case."""
    answer: str
    """The sentence in the answer."""


class CheckResult(BaseModel):
    """Evidence about an answer, never a grade."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    id: str
    """Identifier of the check within the exercise, for example `facts` or `mentions-2`."""
    title: str
    """German heading."""
    status: CheckStatus
    """`ok`: nothing to look at; `hint`: worth a look; `missing`: something that belongs here is not there."""
    message: str
    """German: what was found and why it matters."""
    items: list[str]
    """The places and values behind the message, one a line."""
    pairs: list[PlacePair] = []
    """Places of case and answer to be read side by side."""
