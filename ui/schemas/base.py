"""What all answers of the service have in common."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Role = Literal["participant", "trainer", "dpo", "admin"]
AttemptStatus = Literal["running", "complete", "cancelled", "failed"]


class Answer(BaseModel):
    """Part of an answer. Unknown fields are ignored, so that the service can grow."""

    model_config = ConfigDict(extra="ignore", frozen=True, protected_namespaces=())
