"""The exercises that ship with the product are complete, well-formed and finished."""

from __future__ import annotations

import re

import pytest

from exercises import CONTENT_DIR, Exercise, Module, load_exercises
from exercises.json_schema import SCHEMA_FILES, render_schema
from exercises.loader import LONGEST_CASE
from exercises.placeholders import PLACEHOLDER, blanks_in
from exercises.schema import TAKEAWAY_QUESTION

LIBRARY = load_exercises()
EXERCISES = LIBRARY.all

each_module = pytest.mark.parametrize("module", LIBRARY.modules, ids=lambda module: module.id)
each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)


def prose(exercise: Exercise) -> dict[str, str]:
    """Every text of an exercise by its name."""
    texts = {
        "title": exercise.title,
        "summary": exercise.summary,
        "background": exercise.background or "",
        "case": exercise.case or "",
        "text": exercise.text or "",
        "expectation": exercise.expectation,
        "assignment": exercise.assignment,
        "hint": exercise.hint,
    }
    for question in exercise.reflection:
        texts[f"{question.id}.question"] = question.question
        texts[f"{question.id}.help"] = question.help
    for place in exercise.spotting.places if exercise.spotting else ():
        texts[f"{place.id}.title"] = place.title
        texts[f"{place.id}.explanation"] = place.explanation
    return texts


MODULES = (
    "grundlagen", "datenschutz", "briefe", "bescheide", "zusammenfassungen", "lange-texte", "personal", "transfer"
)  # fmt: skip


def test_the_modules_come_in_the_order_of_the_programme() -> None:
    there = [module.id for module in LIBRARY.modules]
    assert there == [module for module in MODULES if module in there]


def test_the_programme_has_at_least_sixteen_exercises() -> None:
    assert len(EXERCISES) >= 16
    assert all(module.exercises for module in LIBRARY.modules)


def test_the_exercises_that_links_and_logs_name_keep_their_names() -> None:
    assert {exercise.id for exercise in EXERCISES} >= {
        "eingangsbestaetigung-wohngeld",
        "telefonvermerk",
        "eigener-fall",
    }


@each_exercise
def test_an_exercise_is_complete(exercise: Exercise) -> None:
    assert 2 <= len(exercise.reflection) <= 5
    assert exercise.reflection[-1] == TAKEAWAY_QUESTION
    assert exercise.needs_material == (exercise.kind == "own_case") == (exercise.material_limit is not None)


@each_module
def test_the_background_is_read_in_three_to_five_minutes(module: Module) -> None:
    words = len(module.background.split())
    assert 3 <= words / 130 <= 5, f"{words} words"


@each_module
def test_a_module_has_material_that_fits_a_page(module: Module) -> None:
    assert 40 <= len(module.material.split()) <= 350
    assert module.material_title


@each_exercise
def test_the_case_leaves_a_small_model_room(exercise: Exercise) -> None:
    assert len(exercise.case or "") <= LONGEST_CASE
    assert len(exercise.case or "") + exercise.prompt_limit <= 2800


@each_exercise
def test_summaries_are_one_sentence(exercise: Exercise) -> None:
    for summary in (exercise.summary, exercise.summary_en):
        assert summary.endswith(".")
        assert summary.count(". ") == 0


@each_exercise
def test_nothing_is_unfinished(exercise: Exercise) -> None:
    for name, text in prose(exercise).items():
        assert not re.search(r"TODO|FIXME|XXX|\?\?\?|lorem|tbd|\bhier folgt\b", text, re.IGNORECASE), name
        assert not blanks_in(text), name


@each_exercise
def test_typography_is_german(exercise: Exercise) -> None:
    for name, text in prose(exercise).items():
        assert '"' not in text, f"{name}: straight quotation marks"
        assert text.count("„") == text.count("“"), f"{name}: quotation marks do not match"
        assert not re.search(r" [,;:!?](?!\S)", text), f"{name}: space before a mark"
        assert not re.search(r"\S {2,}\S", text), f"{name}: double space"
        assert not re.search(r"[ \t]+$", text, re.MULTILINE), f"{name}: trailing white space"
        assert not re.search(r"\w[*:_](?:innen|in)\b", text), f"{name}: marks inside words"
        assert not re.search(r"\s--?\s", re.sub(r"^\s*- ", "", text, flags=re.MULTILINE)), f"{name}: hyphen as dash"
        assert "..." not in text, f"{name}: three dots"
        assert text.count("**") % 2 == 0, f"{name}: bold text is not closed"


@each_exercise
def test_every_placeholder_of_an_exercise_comes_from_its_case(exercise: Exercise) -> None:
    if exercise.case is None:
        return
    known = set(PLACEHOLDER.findall(exercise.case))
    for name, text in prose(exercise).items():
        assert set(PLACEHOLDER.findall(text)) <= known, name


@each_exercise
def test_placeholders_of_a_case_are_numbered_without_gaps(exercise: Exercise) -> None:
    numbers: dict[str, set[int]] = {}
    for placeholder in PLACEHOLDER.findall(exercise.case or ""):
        entity, _, number = placeholder.strip("[]").rpartition("_")
        numbers.setdefault(entity, set()).add(int(number))
    for entity, used in numbers.items():
        assert used == set(range(1, len(used) + 1)), entity


@pytest.mark.parametrize("path", SCHEMA_FILES, ids=lambda path: path.name)
def test_the_published_schema_is_current(path) -> None:
    assert path.read_text(encoding="utf-8") == render_schema(SCHEMA_FILES[path]), "run: python -m exercises.json_schema"


def test_every_field_of_the_schema_is_described() -> None:
    for model in SCHEMA_FILES.values():
        schema = model.model_json_schema()
        for definition in [schema, *schema.get("$defs", {}).values()]:
            for name, field in definition.get("properties", {}).items():
                assert field.get("description"), f"{definition['title']}.{name}"


def test_content_holds_nothing_but_exercises() -> None:
    allowed = {"module.yaml", "exercise.yaml", "background.md", "material.md", "assignment.md", "case.md", "text.md"}
    assert {path.name for path in CONTENT_DIR.rglob("*") if path.is_file()} <= allowed
