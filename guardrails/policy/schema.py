"""What a policy consists of, and what follows from it. Reading its file: :mod:`guardrails.policy.document`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from guardrails.entities import ENTITY_LABELS
from guardrails.normalisation import normalise

Action = Literal["redact", "block", "warn", "allow"]

#: How strict an action is. ``block`` and ``redact`` keep the value from the model, the others do not.
STRICTNESS: dict[str, int] = {"allow": 0, "warn": 1, "redact": 2, "block": 3}

#: Longest text on a list of the house, in characters.
LONGEST_LISTED_TEXT = 200

ListedText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LISTED_TEXT)]
ExerciseId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class EntityRule(_Part):
    """What happens to one kind of finding."""

    action: Action = "redact"
    """``redact`` puts a placeholder, ``block`` forbids sending, ``warn`` shows and leaves, ``allow`` ignores it."""
    threshold: float = Field(default=0.5, ge=0, le=1)
    """Findings below this score are ignored."""


class RuleOverride(_Part):
    """What an exercise changes in the rule of the house for one kind of finding; what is left out stays."""

    action: Action | None = None
    """The exercise's action."""
    threshold: float | None = Field(default=None, ge=0, le=1)
    """The exercise's threshold."""


class DeniedText(_Part):
    """A text that is always a finding: the name of a project, a code word, a person everybody in the house knows."""

    text: ListedText
    """The text. Case, kind of blank and hyphen do not count; it is found as whole words, a genitive s included."""
    entity: str
    """Kind of finding, which decides on the placeholder."""
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    """Why, in a few words; shown to whoever wrote the text."""

    @field_validator("text")
    @classmethod
    def _has_words(cls, value: str) -> str:
        if not any(character.isalnum() for character in value):
            raise ValueError("braucht mindestens einen Buchstaben oder eine Ziffer")
        return value

    @field_validator("entity")
    @classmethod
    def _known_entity(cls, value: str) -> str:
        require_known([value])
        return value


class _Lists(_Part):
    allow: tuple[ListedText, ...] = ()
    """Texts that are never findings (the house's own name, its telephone switchboard); case does not count."""
    deny: tuple[DeniedText, ...] = ()
    """Texts that are always findings. They get a placeholder even where the rule of their kind only warns."""

    @model_validator(mode="after")
    def _lists_agree(self) -> _Lists:
        denied = [text_key(item.text) for item in self.deny]
        if len(denied) != len(set(denied)):
            raise ValueError("derselbe Text steht zweimal unter deny")
        if set(denied) & {text_key(text) for text in self.allow}:
            raise ValueError("derselbe Text steht unter allow und unter deny")
        return self


class ExerciseOverride(_Lists):
    """What one exercise does differently from the house, more strictly or more loosely."""

    entities: dict[str, RuleOverride] = {}
    """Changed rules by entity name."""

    @field_validator("entities")
    @classmethod
    def _known_entities(cls, value: dict[str, RuleOverride]) -> dict[str, RuleOverride]:
        require_known(value)
        return value


class Policy(_Lists):
    """A whole policy (Schutzregel)."""

    version: str = Field(pattern=r"^\d+\.\d+\.\d+$", max_length=20)
    """Raised with every change that a reader should know of."""
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    """Name in the interface."""
    default: EntityRule = EntityRule()
    """For entities without a rule of their own."""
    entities: dict[str, EntityRule] = {}
    """Rules by entity name."""
    exercises: dict[ExerciseId, ExerciseOverride] = {}
    """What single exercises do differently, by their identifier."""

    @field_validator("entities")
    @classmethod
    def _known_entities(cls, value: dict[str, EntityRule]) -> dict[str, EntityRule]:
        require_known(value)
        return value

    def rule(self, entity: str) -> EntityRule:
        """The rule for an entity."""
        return self.entities.get(entity, self.default)

    def denied_action(self, entity: str) -> Action:
        """What happens to a text of the deny list: it never goes to the model as it is."""
        return "block" if self.rule(entity).action == "block" else "redact"

    def for_exercise(self, exercise_id: str | None) -> Policy:
        """The rules as they are in one exercise. What the exercise says goes before what the house says; its allow
        list takes texts off the house's deny list, and the other way round.
        """
        override = self.exercises.get(exercise_id) if exercise_id else None
        if override is None:
            return self.model_copy(update={"exercises": {}}) if self.exercises else self
        entities = dict(self.entities)
        for entity, change in override.entities.items():
            entities[entity] = self.rule(entity).model_copy(update=change.model_dump(exclude_none=True))
        allowed = {text_key(text) for text in override.allow}
        denied = {text_key(item.text) for item in override.deny}
        return self.model_copy(
            update={
                "entities": entities,
                "allow": override.allow + tuple(text for text in self.allow if text_key(text) not in denied),
                "deny": override.deny
                + tuple(item for item in self.deny if text_key(item.text) not in allowed | denied),
                "exercises": {},
            }
        )

    def unknown_exercises(self, known: Collection[str]) -> tuple[str, ...]:
        """Exercises that the policy names and that do not exist: a typing mistake, or an exercise that is gone."""
        return tuple(sorted(set(self.exercises) - set(known)))

    @property
    def hash(self) -> str:
        """Twelve hexadecimal digits over the content; comments, order and empty lists in the file do not count."""
        content = self.model_dump(mode="json")
        for part in (content, *content["exercises"].values()):
            part["allow"].sort()
            part["deny"].sort(key=lambda item: item["text"])
        for name in ("deny", "exercises"):
            if not content[name]:
                del content[name]
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]

    @property
    def identity(self) -> str:
        """Version and hash, as every attempt carries it."""
        return f"{self.version}-{self.hash}"


def text_key(text: str) -> str:
    """What two spellings of a listed text have in common."""
    return " ".join(normalise(text).text.casefold().split())


def require_known(entities: Iterable[str]) -> None:
    """Raises ValueError unless all are kinds of finding that the guard knows."""
    unknown = sorted(set(entities) - set(ENTITY_LABELS))
    if unknown:
        raise ValueError(f"unbekannte Art von Befund: {', '.join(unknown)}")


def json_schema() -> dict[str, Any]:
    """The JSON schema of policy files, as it ships beside this module."""
    schema = Policy.model_json_schema()
    names = {"enum": list(ENTITY_LABELS)}
    definitions = schema["$defs"]
    for holder in (schema, definitions["ExerciseOverride"]):
        holder["properties"]["entities"]["propertyNames"] = names
    definitions["DeniedText"]["properties"]["entity"] |= names
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
