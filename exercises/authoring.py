"""The first files of an exercise, for authors: complete, valid, and to be written over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from exercises.loader import load_exercises
from exercises.schema import ExerciseKind

TEMPLATES_DIR = Path(__file__).parent / "templates"
"""What a new exercise begins with."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class AuthoringError(ValueError):
    """A new exercise cannot be made. The message is German and says what to do."""


@dataclass(frozen=True)
class NewExercise:
    """What was made."""

    folder: Path
    """The folder of the exercise."""
    files: tuple[Path, ...]
    """Its files, and those of its module where that is new too."""


def begin_exercise(directory: Path, module: str, exercise: str, kind: ExerciseKind, title: str) -> NewExercise:
    """Make the folder `directory/module/exercise` with files to be written over, and list it in its module.

    The module is made where it does not exist. Raises AuthoringError where a name is not fit or taken, and
    ExerciseError where the module that is there is faulty.
    """
    for name in (module, exercise):
        if not _NAME.fullmatch(name) or len(name) > 60:
            raise AuthoringError(
                f"„{name}“ geht als Kennung nicht. Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche: mein-brief."
            )
    folder, module_file = directory / module / exercise, directory / module / "module.yaml"
    if folder.exists():
        raise AuthoringError(f"Den Ordner {folder} gibt es schon.")
    own = kind == "own_case"
    values = {
        "module": module,
        "module_title": yaml.safe_dump(module.replace("-", " ").capitalize(), allow_unicode=True).split("\n")[0],
        "exercise": exercise,
        "title": yaml.safe_dump(title, allow_unicode=True, width=1000).split("\n")[0],
        "kind": kind,
        "material_limit": "material_limit: 1400\n" if own else "",
        "facts": "\n    complete: false" if own else "",
    }
    made: list[Path] = []
    if module_file.exists():
        load_exercises(directory)
        _list_in_module(module_file, exercise)
    else:
        module_file.parent.mkdir(parents=True, exist_ok=True)
        made += [_write(module_file.parent / name, values) for name in ("module.yaml", "background.md", "material.md")]
    folder.mkdir()
    names = ["exercise.yaml", "assignment.md", *([] if own else ["case.md"])]
    made += [_write(folder / name, values) for name in names]
    return NewExercise(folder, tuple(made))


def _write(path: Path, values: dict[str, str]) -> Path:
    text = (TEMPLATES_DIR / path.name).read_text(encoding="utf-8")
    if path.suffix == ".yaml":
        text = re.sub(r"\{(\w+)\}", lambda match: values[match[1]], text)
    path.write_text(text, encoding="utf-8")
    return path


def _list_in_module(module_file: Path, exercise: str) -> None:
    """Add an exercise to the list at the end of `exercises:`, whatever comes behind it."""
    lines = module_file.read_text(encoding="utf-8").splitlines()
    begin = next(number for number, line in enumerate(lines) if line.startswith("exercises:"))
    entries = [number for number in range(begin + 1, len(lines)) if re.match(r"\s*-\s", lines[number])]
    if not entries:
        raise AuthoringError(f"Tragen Sie „{exercise}“ bitte selbst in {module_file} ein (exercises).")
    last = entries[0]
    while last + 1 in entries:
        last += 1
    indent = re.match(r"\s*", lines[last])
    lines.insert(last + 1, f"{indent.group() if indent else ''}- {exercise}")
    module_file.write_text("\n".join(lines) + "\n", encoding="utf-8")
