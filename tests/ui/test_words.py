"""Numbers, dates and states in words."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import ui
from ui.dates import in_words, moment_in_words
from ui.furniture import facts, table
from ui.numbers import number
from ui.schemas import AuditEvent, CheckResult, ExerciseSummary, Workshop
from ui.texts import texts
from ui.views.audit import event_table, plain
from ui.views.exercise.check import attention, check_list
from ui.views.exercise.fields import too_long
from ui.views.home import next_step, progress
from ui.views.start import count_in_words
from ui.views.workshops import counts, period


def exercise(
    attempts: int = 0, reflected: bool = False, title: str = "Telefonvermerk", searches: int = 0
) -> ExerciseSummary:
    return ExerciseSummary(
        id="x",
        version="1",
        module="m",
        module_title="M",
        title=title,
        kind="summary",
        minutes=20,
        attempts=attempts,
        searches=searches,
        reflected=reflected,
    )


def test_dates_are_german() -> None:
    assert in_words(date(2026, 3, 4)) == "4. März 2026"
    moment = datetime(2026, 12, 31, 23, 5, tzinfo=UTC)
    assert moment_in_words(moment, ZoneInfo("Europe/Berlin")) == "1. Januar 2027, 00:05 Uhr"


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        (4_458_752, "4,5 Millionen"),
        (12_000_000, "12 Millionen"),
        (1_000_000, "1 Millionen"),
        (1_500_000_000, "1,5 Milliarden"),
        (None, ""),
    ],
)
def test_size_of_a_model(parameters: int | None, words: str) -> None:
    assert count_in_words(parameters) == words


def test_progress_names_what_is_missing() -> None:
    assert progress(exercise()) == "noch nicht begonnen"
    assert progress(exercise(1)) == "1 Versuch, Reflexion steht aus"
    assert progress(exercise(3)) == "3 Versuche, Reflexion steht aus"
    assert progress(exercise(1, True)) == "abgeschlossen mit 1 Versuch"
    assert progress(exercise(searches=1)) == "Suche aufgelöst, Prompt steht aus"
    assert progress(exercise(searches=2)) == "Suche 2-mal aufgelöst, Prompt steht aus"


def test_next_step_is_the_first_then_the_begun_then_the_rest() -> None:
    assert "ersten Übung" in next_step([exercise(), exercise()])
    assert "Reflexion zu „B“" in next_step([exercise(title="A"), exercise(2, title="B")])
    assert "Prompt zu „B“" in next_step([exercise(title="A"), exercise(title="B", searches=1)])
    assert "Als Nächstes: B" in next_step([exercise(1, True, "A"), exercise(title="B")])
    assert "alle Übungen" in next_step([exercise(1, True)])


def test_counts_carry_their_base() -> None:
    assert attention(0, 8).startswith("Bei keinem der 8")
    assert attention(1, 8).startswith("1 von 8 Punkten")
    assert attention(3, 8).startswith("3 von 8 Punkten")


def test_limits_are_said_in_numbers() -> None:
    assert number(1234567) == "1.234.567"
    assert "200 zu viel" in too_long(1200, 1000)


def test_workshop_in_words() -> None:
    workshop = Workshop(
        id="w",
        title="T",
        starts_on=date(2026, 3, 4),
        ends_on=date(2026, 3, 4),
        retention_until=date(2026, 6, 2),
        participants=1,
        attempts=12,
    )
    assert period(workshop) == "4. März 2026"
    assert counts(workshop) == "1 teilnehmende Person, 12 Versuche"


def test_check_state_is_said_in_words() -> None:
    markup = check_list([CheckResult(id="facts", title="Angaben", status="hint", message="<b>", items=("[PERSON_1]",))])
    assert "bitte ansehen" in markup
    assert "&lt;b&gt;" in markup
    assert 'class="platzhalter"' in markup
    assert check_list([]) == ""


def test_table_cells_carry_their_column_for_narrow_pages() -> None:
    markup = table(("Nr.", "Art"), [("1", "Person")], label="Befunde", numeric=(0,))
    assert '<td role="cell" data-spalte="Art">Person</td>' in markup
    assert 'aria-label="Befunde"' in markup
    assert "&lt;i&gt;" in facts([("<i>", "x")])


def test_audit_details_are_german_and_escaped() -> None:
    assert plain({"outcome": "cancelled", "findings": 0, "valid": True, "reason": None}) == (
        "Ausgang: abgebrochen, Befunde: 0, unversehrt: ja"
    )
    event = AuditEvent(
        seq=7, at=datetime(2026, 3, 4, tzinfo=UTC), action="x", action_label="<b>", details={"new": ["a", "b"]}
    )
    markup = event_table([event])
    assert "&lt;b&gt;" in markup
    assert "new: a, b" in markup


def test_every_detail_of_the_audit_trail_has_a_word() -> None:
    recorded = set()
    for path in (Path(ui.__file__).parents[1] / "sandbox").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and any("AuditAction." in ast.unparse(value) for value in call.args):
                dicts = [value for value in call.args if isinstance(value, ast.Dict)]
                recorded |= {key.value for value in dicts for key in value.keys if isinstance(key, ast.Constant)}
    assert {"findings", "exercise", "starred"} <= recorded
    assert recorded <= set(texts().audit.details)


def test_every_text_is_filled_and_has_no_typographic_accident() -> None:
    for area in fields(texts()):
        for text in _strings(getattr(texts(), area.name)):
            assert text.strip(), area.name
            assert "  " not in text, text
            assert not re.search(r"\s[,.;:!?]", text), text
            assert text.count("„") == text.count("“"), text
            assert "(in)" not in text and "*innen" not in text and ":innen" not in text, text


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, dict):
        return [text for item in value.values() for text in _strings(item)]
    if isinstance(value, tuple):
        return [text for item in value for text in _strings(item)]
    if hasattr(value, "__dataclass_fields__"):
        return [text for name in value.__dataclass_fields__ for text in _strings(getattr(value, name))]
    return []
