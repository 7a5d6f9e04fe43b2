"""From a folder of exercise content to the library, or to errors that name file, line and field.

content/<module>/module.yaml, background.md, material.md
content/<module>/<exercise>/exercise.yaml, assignment.md, case.md (not for own_case),
                            background.md (if more than the module's is needed), text.md (with spotting)
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from exercises.consistency import contradictions
from exercises.content_file import ensure_inside, read_prose, read_text
from exercises.errors import ExerciseError
from exercises.exercise import Exercise, ExerciseLibrary, Module
from exercises.schema import TAKEAWAY_QUESTION, ExerciseFile, ModuleFile
from exercises.validation_messages import problems_of
from exercises.yaml_source import YamlSource, field_name, parse_yaml

CONTENT_DIR = Path(__file__).parent / "content"
"""The exercises that ship with the product."""

LONGEST_CASE = 2000
"""Most characters of a case: a small model must hold it together with a prompt and an answer."""

_LONGEST_BACKGROUND = 12_000
_LONGEST_MATERIAL = 6_000
_LONGEST_ASSIGNMENT = 3_000
_LONGEST_TEXT = 4_000
_TEXTS = ("background.md", "assignment.md", "case.md", "text.md")

EXERCISE_FILES = ("exercise.yaml", *_TEXTS)
"""Files that an exercise may have."""

MODULE_FILES = ("module.yaml", "background.md", "material.md")
"""Files that a module has beside its exercises."""

_Model = TypeVar("_Model", bound=BaseModel)
_Result = TypeVar("_Result")


def load_exercises(directory: Path | None = None, installed: Path | None = None) -> ExerciseLibrary:
    """The exercises under `directory` (default: those that ship with the product), then those under `installed`.

    A name is given once in both together. Raises the first ExerciseError, with the others of the same run in its
    `further`.
    """
    run = _Run(directory or CONTENT_DIR)
    modules = run.modules()
    if installed is not None and installed.is_dir() and _folders(installed):
        modules += run.beside(installed).modules()
    if run.problems:
        first, *others = run.problems
        raise ExerciseError(first.file, first.line, first.field, first.message, tuple(others))
    return ExerciseLibrary(modules=modules)


class _Run:
    """One reading of a content folder, which collects what is wrong instead of stopping at the first fault."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.problems: list[ExerciseError] = []
        self._exercise_files: dict[str, Path] = {}
        self._module_files: dict[str, Path] = {}
        self._positions: dict[int, Path] = {}

    def beside(self, root: Path) -> _Run:
        """A run over a further folder that knows the names of this one and adds to its problems."""
        other = _Run(root)
        other.problems = self.problems
        other._exercise_files, other._module_files = self._exercise_files, self._module_files
        return other

    def modules(self) -> tuple[Module, ...]:
        if not self._root.is_dir():
            self._report(ExerciseError(self._root, None, None, "Der Ordner mit den Übungen fehlt."))
            return ()
        read = [self._guarded(partial(self._module, folder)) for folder in _folders(self._root)]
        if not read and not self.problems:
            self._report(ExerciseError(self._root, None, None, "Der Ordner enthält keine Übungen."))
        found = [entry for entry in read if entry is not None]
        return tuple(module for _, module in sorted(found, key=lambda entry: entry[0]))

    def _report(self, problem: ExerciseError) -> None:
        self.problems.append(problem)

    def _guarded(self, read: Callable[[], _Result]) -> _Result | None:
        try:
            return read()
        except ExerciseError as problem:
            self._report(problem)
            return None

    def _module(self, folder: Path) -> tuple[int, Module]:
        ensure_inside(folder, self._root)
        source, settings = self._yaml(folder / "module.yaml", ModuleFile)
        self._same_as_folder(source, settings.id, folder)
        if settings.id in self._module_files:
            other = self._module_files[settings.id]
            self._report(_at(source, ("id",), f"Die Kennung „{settings.id}“ ist schon vergeben: {other}."))
        self._module_files.setdefault(settings.id, source.file)
        if settings.position in self._positions:
            other = self._positions[settings.position]
            message = f"Den Platz {settings.position} hat schon ein anderes Modul: {other}."
            self._report(_at(source, ("position",), message))
        self._positions.setdefault(settings.position, source.file)
        exercises = []
        for index, name in enumerate(settings.exercises):
            if name in settings.exercises[:index]:
                self._report(_at(source, ("exercises", index), f"Die Übung „{name}“ ist doppelt aufgeführt."))
            elif not (folder / name).is_dir():
                self._report(_at(source, ("exercises", index), f"Den Ordner „{name}“ gibt es hier nicht."))
            else:
                exercises.append(self._guarded(partial(self._exercise, folder / name, settings)))
        for other_folder in _folders(folder):
            if other_folder.name not in settings.exercises:
                message = f"Der Ordner „{other_folder.name}“ ist hier nicht aufgeführt. Ergänzen Sie ihn in der Liste."
                self._report(_at(source, ("exercises",), message))
        complete = tuple(exercise for exercise in exercises if exercise is not None)
        module = Module(
            id=settings.id,
            title=settings.title,
            summary=settings.summary,
            summary_en=settings.summary_en,
            background=read_prose(folder / "background.md", self._root, _LONGEST_BACKGROUND),
            material_title=settings.material_title,
            material=read_prose(folder / "material.md", self._root, _LONGEST_MATERIAL),
            sources=settings.sources,
            exercises=complete,
        )
        return settings.position, module

    def _exercise(self, folder: Path, module: ModuleFile) -> Exercise:
        ensure_inside(folder, self._root)
        source, settings = self._yaml(folder / "exercise.yaml", ExerciseFile)
        self._same_as_folder(source, settings.id, folder)
        if settings.id in self._exercise_files:
            other = self._exercise_files[settings.id]
            self._report(_at(source, ("id",), f"Die Kennung „{settings.id}“ ist schon vergeben: {other}."))
        self._exercise_files.setdefault(settings.id, source.file)
        background = self._optional(folder / "background.md", _LONGEST_BACKGROUND)
        assignment = read_prose(folder / "assignment.md", self._root, _LONGEST_ASSIGNMENT)
        case = self._case(folder, settings)
        text = self._text(folder, settings)
        for path, message in contradictions(settings, case, text):
            self._report(_at(source, path, message))
        fields = {name: getattr(settings, name) for name in ExerciseFile.model_fields}
        return Exercise(
            **{**fields, "reflection": (*settings.reflection, TAKEAWAY_QUESTION)},
            fingerprint=_fingerprint(folder),
            module=module.id,
            module_title=module.title,
            background=background,
            case=case,
            text=text,
            assignment=assignment,
        )

    def _case(self, folder: Path, settings: ExerciseFile) -> str | None:
        path = folder / "case.md"
        if settings.kind != "own_case":
            return read_prose(path, self._root, LONGEST_CASE)
        if path.exists():
            message = (
                "Bei einem eigenen Fall (kind: own_case) bringen die Teilnehmenden den Text mit. Löschen Sie die Datei."
            )
            raise ExerciseError(path, None, None, message)
        return None

    def _text(self, folder: Path, settings: ExerciseFile) -> str | None:
        path = folder / "text.md"
        if settings.spotting is not None:
            return read_prose(path, self._root, _LONGEST_TEXT)
        if path.exists():
            message = "Der Text gehört zu einer Suche (spotting), die in exercise.yaml fehlt. Ergänzen Sie sie dort."
            raise ExerciseError(path, None, None, message)
        return None

    def _optional(self, path: Path, longest: int) -> str | None:
        return read_prose(path, self._root, longest) if path.exists() else None

    def _yaml(self, path: Path, model: type[_Model]) -> tuple[YamlSource, _Model]:
        source = parse_yaml(path, read_text(path, self._root))
        try:
            return source, model.model_validate(source.data)
        except ValidationError as error:
            first, *others = [_at(source, field, message) for field, message in problems_of(error, source.data, model)]
            self.problems += [first, *others][:-1]
            raise [first, *others][-1] from None

    def _same_as_folder(self, source: YamlSource, name: str, folder: Path) -> None:
        if name != folder.name:
            message = f"Die Kennung „{name}“ muss so lauten wie der Ordner: „{folder.name}“."
            self._report(_at(source, ("id",), message))


def _at(source: YamlSource, path: tuple[str | int, ...], message: str) -> ExerciseError:
    return ExerciseError(source.file, source.line_of(path), field_name(path), message)


def _folders(parent: Path) -> list[Path]:
    return sorted(path for path in parent.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in EXERCISE_FILES:
        path = folder / name
        if path.is_file():
            digest.update(f"{name}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
