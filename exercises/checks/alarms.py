"""How often the checks raise an alarm on answers that are good.

Reads a folder of answers written by hand, `<exercise>/<name>.md`, beside them for an exercise on an own case its
`material.txt`, and counts by kind of check the answers with a result other than `ok`. Whoever wrote the answers vouches
for them: what is counted here is a false alarm only as far as the answer is good.

    python -m exercises.checks.alarms FOLDER
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from exercises import CheckResult, Exercise, ExerciseLibrary, load_exercises, run_checks

PROMPT = "Schreibe den Text."
"""The prompt that all answers are laid beside: it brings no value of its own."""

_Z = 1.959963984540054
_ALL = "alle zusammen"


@dataclass(frozen=True)
class CheckedAnswer:
    """An answer with everything that the checks of its exercise said."""

    name: str
    """Exercise and file, for example `drei-fragen/1`."""
    results: tuple[CheckResult, ...]
    """All results, in the order of the exercise."""

    @property
    def alarms(self) -> list[CheckResult]:
        """Results other than `ok`."""
        return [result for result in self.results if result.status != "ok"]


@dataclass(frozen=True)
class AlarmCount:
    """How many answers one kind of check stopped at."""

    check: str
    """Kind of the check, for example `mentions`; or that of all checks together."""
    answers: int
    """Answers that the check looked at."""
    alarmed: tuple[str, ...]
    """Names of the answers with an alarm; an answer counts once, however much was found in it."""

    @property
    def share(self) -> tuple[float, float, float]:
        """Share of answers with an alarm, and both ends of Wilson's 95 % interval, between 0 and 1."""
        return _wilson(len(self.alarmed), self.answers)


def check_folder(folder: Path, library: ExerciseLibrary) -> list[CheckedAnswer]:
    """Every answer of a folder with what its exercise's checks say, in the order of the library.

    Raises `ValueError` where a folder belongs to no exercise or holds no answer.
    """
    known = {exercise.id for exercise in library.all}
    if strange := sorted(path.name for path in folder.iterdir() if path.is_dir() and path.name not in known):
        raise ValueError(f"no such exercise: {', '.join(strange)}")
    answers = [answer for exercise in library.all for answer in _answers_to(exercise, folder / exercise.id)]
    if not answers:
        raise ValueError(f"no answers in {folder}")
    return answers


def count_alarms(answers: Sequence[CheckedAnswer]) -> list[AlarmCount]:
    """One count for each kind of check in alphabetical order, and a last one for all of them together."""
    looked: dict[str, dict[str, bool]] = {}
    for answer in answers:
        for result in answer.results:
            kind = result.id.partition("-")[0]
            for check in (kind, _ALL):
                row = looked.setdefault(check, {})
                row[answer.name] = row.get(answer.name, False) or result.status != "ok"
    order = [*sorted(check for check in looked if check != _ALL), _ALL]
    return [
        AlarmCount(check, len(looked[check]), tuple(name for name, alarm in looked[check].items() if alarm))
        for check in order
    ]


def as_table(counts: Sequence[AlarmCount]) -> str:
    """The counts as a Markdown table, in German."""
    lines = ["| Prüfung | Antworten | mit Alarm | Anteil (95-%-Bereich) |", "|---|---:|---:|---|"]
    for count in counts:
        share, low, high = (f"{100 * value:.1f}".replace(".", ",") for value in count.share)
        name = count.check if count.check == _ALL else f"`{count.check}`"
        lines.append(f"| {name} | {count.answers} | {len(count.alarmed)} | {share} % ({low} bis {high} %) |")
    return "\n".join(lines)


def _answers_to(exercise: Exercise, folder: Path) -> Iterator[CheckedAnswer]:
    material = folder / "material.txt"
    given = material.read_text(encoding="utf-8") if material.is_file() else None
    for path in sorted(folder.glob("*.md")):
        results = run_checks(exercise, PROMPT, path.read_text(encoding="utf-8"), given)
        yield CheckedAnswer(f"{exercise.id}/{path.stem}", tuple(results))


def _wilson(hits: int, cases: int) -> tuple[float, float, float]:
    value, squared = hits / cases, _Z * _Z
    middle = (value + squared / (2 * cases)) / (1 + squared / cases)
    half = _Z * math.sqrt(value * (1 - value) / cases + squared / (4 * cases * cases)) / (1 + squared / cases)
    return value, max(0.0, middle - half) if hits else 0.0, min(1.0, middle + half) if hits < cases else 1.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table; with `--places` also what was found in which answer."""
    parser = argparse.ArgumentParser(prog="python -m exercises.checks.alarms", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="answers, <exercise>/<name>.md")
    parser.add_argument("--places", action="store_true", help="list every alarm with what it found")
    options = parser.parse_args(arguments)
    try:
        answers = check_folder(options.folder, load_exercises())
    except (ValueError, OSError) as error:
        parser.error(str(error))
    print(as_table(count_alarms(answers)))  # noqa: T201
    if options.places:
        for answer in answers:
            for result in answer.alarms:
                found = result.items + [f"{pair.case} / {pair.answer}" for pair in result.pairs]
                print(f"\n{answer.name}, {result.id}:", *found, sep="\n  ")  # noqa: T201


if __name__ == "__main__":
    main()
