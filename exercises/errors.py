"""The one error that broken exercise content raises."""

from __future__ import annotations

from pathlib import Path


class ExerciseError(ValueError):
    """A fault in exercise content, told so that its author finds the place.

    `file` is the faulty file or folder, `line` counts from 1 (None where no line can be named), `field` is the
    dotted path inside a YAML file (`reflection[1].help`; None for text files), `message` is German and says
    what to do. `further` holds the other faults found in the same run.
    """

    def __init__(
        self,
        file: Path,
        line: int | None,
        field: str | None,
        message: str,
        further: tuple[ExerciseError, ...] = (),
    ) -> None:
        self.file = file
        self.line = line
        self.field = field
        self.message = message
        self.further = further
        super().__init__(str(self))

    def __str__(self) -> str:
        place = str(self.file)
        if self.line is not None:
            place += f", Zeile {self.line}"
        if self.field:
            place += f", Feld „{self.field}“"
        return f"{place}: {self.message}"
