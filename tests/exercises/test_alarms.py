"""False alarms, counted on good answers written by hand without a look at the checks.

The answers lie in `answers_corpus/<id>/<name>.md`; docs/checks.md tells how they came about and what was measured.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from exercises import load_exercises
from exercises.checks.alarms import as_table, check_folder, count_alarms, main

LIBRARY = load_exercises()
CORPUS = Path(__file__).parent / "answers_corpus"
ANSWERS = check_folder(CORPUS, LIBRARY)
COUNTS = {count.check: count for count in count_alarms(ANSWERS)}

CEILING = {"statements": 5, "alle zusammen": 6}
"""Answers of the corpus that a check may stop at; one, where none is named. Measured: four by `statements`."""


@pytest.mark.parametrize("check", sorted(COUNTS))
def test_false_alarms_stay_few(check: str) -> None:
    assert len(COUNTS[check].alarmed) <= CEILING.get(check, 1), COUNTS[check].alarmed


def test_the_corpus_has_a_hundred_answers_and_four_to_each_exercise() -> None:
    assert len(ANSWERS) == COUNTS["alle zusammen"].answers >= 100
    for exercise in LIBRARY.all:
        assert len(list((CORPUS / exercise.id).glob("*.md"))) >= 4, exercise.id
    texts = {path.read_text(encoding="utf-8") for path in CORPUS.glob("*/*.md")}
    assert len(texts) == len(ANSWERS)


def test_the_published_numbers_are_those_of_the_corpus() -> None:
    published = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
    assert as_table(count_alarms(ANSWERS)) in published


def test_each_check_looks_at_answers_of_the_corpus() -> None:
    kinds = {settings.check for exercise in LIBRARY.all for settings in exercise.checks}
    assert kinds == COUNTS.keys() - {"alle zusammen"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two answers to one exercise, one of which names an invented fee, and one to an own case."""
    shutil.copytree(CORPUS / "eigener-fall", tmp_path / "eigener-fall", ignore=shutil.ignore_patterns("5.md"))
    letters = tmp_path / "eingangsbestaetigung-wohngeld"
    letters.mkdir()
    good = (CORPUS / letters.name / "1.md").read_text(encoding="utf-8")
    (letters / "good.md").write_text(good, encoding="utf-8")
    (letters / "fee.md").write_text(good.replace("Vielen Dank dafür.", "Die Gebühr beträgt 61 Euro."), encoding="utf-8")
    return tmp_path


def test_an_alarm_is_counted_by_check_and_answer(folder: Path) -> None:
    counts = {count.check: count for count in count_alarms(check_folder(folder, LIBRARY))}
    assert counts["facts"].alarmed == counts["alle zusammen"].alarmed == ("eingangsbestaetigung-wohngeld/fee",)
    assert (counts["facts"].answers, counts["letter_parts"].answers) == (6, 2)
    share, low, high = counts["letter_parts"].share
    assert (share, low) == (0.0, 0.0)
    assert high == pytest.approx(0.6576, abs=1e-4)
    assert counts["facts"].share == pytest.approx((1 / 6, 0.0301, 0.5635), abs=1e-4)


def test_an_own_case_is_compared_with_its_material(folder: Path) -> None:
    (folder / "eigener-fall" / "material.txt").unlink()
    counts = {count.check: count for count in count_alarms(check_folder(folder, LIBRARY))}
    assert len(counts["facts"].alarmed) == 5


def test_the_command_prints_a_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(folder), "--places"])
    printed = capsys.readouterr().out
    assert printed.startswith(as_table(count_alarms(check_folder(folder, LIBRARY))))
    assert "| `facts` | 6 | 1 | 16,7 % (3,0 bis 56,4 %) |" in printed
    assert "eingangsbestaetigung-wohngeld/fee, facts:\n  Nicht im Fall: Betrag „61 Euro“" in printed


def test_a_folder_of_something_else_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for prepare in (lambda: None, (tmp_path / "gibt-es-nicht").mkdir):
        prepare()
        with pytest.raises(SystemExit):
            main([str(tmp_path)])
    errors = capsys.readouterr().err
    assert "no answers in" in errors
    assert "no such exercise: gibt-es-nicht" in errors
