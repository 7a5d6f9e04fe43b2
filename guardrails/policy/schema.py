"""Schema and loader of policy files."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from guardrails.entities import ENTITY_LABELS
from guardrails.errors import PolicyError

Action = Literal["redact", "block", "warn", "allow"]


class EntityRule(BaseModel):
    """What happens to one kind of finding."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    action: Action = "redact"
    """``redact`` puts a placeholder, ``block`` forbids sending, ``warn`` shows and leaves, ``allow`` ignores it."""
    threshold: float = Field(default=0.5, ge=0, le=1)
    """Findings below this score are ignored."""


class Policy(BaseModel):
    """A whole policy."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    """Raised with every change that a reader should know of."""
    title: str
    """Name in the interface."""
    default: EntityRule = EntityRule()
    """For entities without a rule of their own."""
    entities: dict[str, EntityRule] = {}
    """Rules by entity name."""
    allow: tuple[str, ...] = ()
    """Texts that are never findings (the house's own name, its telephone switchboard); case does not count."""

    @field_validator("entities")
    @classmethod
    def _known_entities(cls, value: dict[str, EntityRule]) -> dict[str, EntityRule]:
        unknown = sorted(set(value) - set(ENTITY_LABELS))
        if unknown:
            raise ValueError(f"unbekannte Art von Befund: {', '.join(unknown)}")
        return value

    def rule(self, entity: str) -> EntityRule:
        """The rule for an entity."""
        return self.entities.get(entity, self.default)

    def allows(self, value: str) -> bool:
        """Whether the house has declared this text harmless."""
        folded = " ".join(value.casefold().split())
        return any(folded == " ".join(allowed.casefold().split()) for allowed in self.allow)

    @property
    def hash(self) -> str:
        """Twelve hexadecimal digits over the content; comments and order in the file do not count."""
        canonical = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]

    @property
    def identity(self) -> str:
        """Version and hash, as every attempt carries it."""
        return f"{self.version}-{self.hash}"


def load_policy(path: Path | None = None) -> Policy:
    """Reads a policy file, the shipped one by default.

    Raises:
        PolicyError: the file cannot be read or breaks the schema; the message names file and field.
    """
    name = str(path) if path else "guardrails/policy/default.yaml"
    try:
        text = (
            path.read_text(encoding="utf-8")
            if path
            else files(__package__).joinpath("default.yaml").read_text(encoding="utf-8")
        )
        return Policy.model_validate(yaml.safe_load(text))
    except OSError as error:
        raise PolicyError(f"Die Schutzregel {name} lässt sich nicht lesen.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", Zeile {mark.line + 1}" if mark else ""
        raise PolicyError(f"Die Schutzregel {name} ist kein gültiges YAML{place}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "Datei"
        raise PolicyError(f"Die Schutzregel {name} ist fehlerhaft bei „{field}“: {first['msg']}.") from error
