"""What must hold between the fields of an exercise, beyond what the schema of one field can say."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.checks.facts import FactsSettings, values_not_in
from exercises.checks.length import LengthSettings
from exercises.schema import TAKEAWAY, ExerciseFile
from exercises.yaml_source import FieldPath

_REPEATABLE = {"mentions", "avoids"}


def contradictions(exercise: ExerciseFile, case: str | None, text: str | None) -> Iterator[tuple[FieldPath, str]]:
    """Field and German message of each contradiction; `text` is the one with planted places."""
    yield from _material_limit(exercise)
    yield from _reflection_ids(exercise)
    yield from _planted_places(exercise, text or "")
    yield from _checks(exercise, case)


def _material_limit(exercise: ExerciseFile) -> Iterator[tuple[FieldPath, str]]:
    own = exercise.kind == "own_case"
    if own and exercise.material_limit is None:
        yield ("material_limit",), "Das Feld fehlt. Ein eigener Fall braucht eine Grenze für den eingefügten Text."
    if not own and exercise.material_limit is not None:
        yield ("material_limit",), "Das Feld gehört nur zu Übungen mit eigenem Fall (kind: own_case)."


def _reflection_ids(exercise: ExerciseFile) -> Iterator[tuple[FieldPath, str]]:
    seen: set[str] = set()
    for index, question in enumerate(exercise.reflection):
        if question.id == TAKEAWAY:
            message = (
                f"Die Frage „{TAKEAWAY}“ stellt jede Übung von selbst zum Schluss. Nehmen Sie einen anderen Namen."
            )
            yield ("reflection", index, "id"), message
        if question.id in seen:
            yield ("reflection", index, "id"), f"Die Kennung „{question.id}“ ist schon vergeben."
        seen.add(question.id)


def _planted_places(exercise: ExerciseFile, text: str) -> Iterator[tuple[FieldPath, str]]:
    if exercise.spotting is None:
        return
    seen: set[str] = set()
    reached = 0
    for index, place in enumerate(exercise.spotting.places):
        at = ("spotting", "places", index)
        if place.id in seen:
            yield (*at, "id"), f"Die Kennung „{place.id}“ ist schon vergeben."
        seen.add(place.id)
        count = text.count(place.quote)
        if count != 1:
            times = "nicht" if count == 0 else f"{count}-mal"
            yield (*at, "quote"), f"„{place.quote}“ steht {times} in text.md. Die Stelle muss dort genau einmal stehen."
            continue
        if text.index(place.quote) < reached:
            message = "Die Stelle steht vor der vorigen oder überschneidet sich mit ihr. Ordnen Sie sie wie im Text."
            yield (*at, "quote"), message
        reached = text.index(place.quote) + len(place.quote)


def _checks(exercise: ExerciseFile, case: str | None) -> Iterator[tuple[FieldPath, str]]:
    seen: set[str] = set()
    for index, settings in enumerate(exercise.checks):
        if settings.check in seen and settings.check not in _REPEATABLE:
            yield ("checks", index, "check"), f"Die Prüfung „{settings.check}“ steht schon weiter oben."
        seen.add(settings.check)
        if isinstance(settings, LengthSettings) and settings.min_words > settings.max_words:
            yield ("checks", index, "min_words"), "Die kleinste Wortzahl ist größer als die größte (max_words)."
        if isinstance(settings, FactsSettings):
            for name, notes in (("not_needed", settings.not_needed), ("superseded", settings.superseded)):
                if notes and case is None:
                    yield ("checks", index, name), "Bei einem eigenen Fall sind die Angaben vorher nicht bekannt."
                    continue
                for note in values_not_in(notes, case or ""):
                    message = f"„{notes[note].value}“ ist keine Angabe, die im Fall (case.md) vorkommt."
                    yield ("checks", index, name, note, "value"), message
