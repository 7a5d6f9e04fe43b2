"""A small, valid content folder that tests break in one place each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from exercises import ExerciseError, load_exercises

MODULE = """\
id: briefe
position: 1
title: Briefe
summary: Ein Modul.
summary_en: A module.
exercises:
  - musterfall
material_title: Eine Karte
"""

EXERCISE = """\
id: musterfall
version: 1.0.0
title: Ein Muster
kind: letter
minutes: 10
summary: Eine Übung.
summary_en: An exercise.
hint: Sagen Sie, was Sie brauchen.
reflection:
  - id: frage
    question: Was fiel auf?
    help: Alles zählt.
checks:
  - check: facts
    not_needed:
      - value: 4. März 2026
        why: Steht im Kopf.
  - check: length
    min_words: 10
    max_words: 20
"""

CASE = "Am 4. März 2026 ging ein Antrag von [PERSON_1] ein.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Content folder with one module and one exercise."""
    root = tmp_path / "content"
    folder = root / "briefe" / "musterfall"
    folder.mkdir(parents=True)
    (root / "briefe" / "module.yaml").write_text(MODULE, encoding="utf-8")
    (folder / "exercise.yaml").write_text(EXERCISE, encoding="utf-8")
    (root / "briefe" / "background.md").write_text("Hintergrund.\n", encoding="utf-8")
    (root / "briefe" / "material.md").write_text("Karte.\n", encoding="utf-8")
    (folder / "background.md").write_text("Mehr Hintergrund.\n", encoding="utf-8")
    (folder / "assignment.md").write_text("Auftrag.\n", encoding="utf-8")
    (folder / "case.md").write_text(CASE, encoding="utf-8")
    return root


@pytest.fixture
def fault(content: Path) -> Callable[[], ExerciseError]:
    """The error that the content folder raises now."""

    def load() -> ExerciseError:
        with pytest.raises(ExerciseError) as caught:
            load_exercises(content)
        return caught.value

    return load
