# ruff: noqa: E501
"""Conversations of the wider kinds: many letters, records, papers, participation, checklists, letters in short."""

from __future__ import annotations

from models.training.corpus import papers, processes, records, sheets, wording
from models.training.corpus.conversation import Example, Turn
from models.training.corpus.draw import Draw
from models.training.corpus.letters_citizens import CITIZENS
from models.training.corpus.letters_notices import NOTICES
from models.training.corpus.letters_personnel import PERSONNEL

LETTER_KINDS = CITIZENS + NOTICES + PERSONNEL
SUMMARY_THINGS = ("eine Zusammenfassung des Briefs", "eine kurze Zusammenfassung", "das Wichtigste aus dem Schreiben")
SUMMARY_COMMANDS = (
    "Fasse den Brief zusammen.", "Was steht in dem Schreiben?", "fasse das schreiben zusammen", "Worum geht es in dem Brief?",
    "Fasse das Schreiben für die Vertretung zusammen.",
)  # fmt: skip


def _asked(draw: Draw, commands: tuple[str, ...], things: tuple[str, ...], wishes: list[str]) -> str:
    if draw.chance(0.55):
        text = draw.voice(commands)
    else:
        text = draw.phrase(wording.REQUESTS, thing=draw.voice(things))
        text = text[0].upper() + text[1:] if draw.chance(0.7) else text
    return wording.with_wishes(draw, text, wishes)


def letters_example(draw: Draw) -> Example:
    """A letter of one of the many kinds."""
    made = sheets.sheet(draw, draw.pick(LETTER_KINDS))
    case = sheets.case_of(draw, made)
    instruction, manner = sheets.instruct(draw, made)
    turns = [Turn(instruction, sheets.letter_of(draw, made, manner))]
    return Example(f"letter-{made.kind.name}", case, turns, [], "letter")


def letter_summary_example(draw: Draw) -> Example:
    """A finished letter, summarised in points or sentences."""
    made = sheets.sheet(draw, draw.pick([kind for kind in LETTER_KINDS if kind.addressed]))
    sheets.case_of(draw, made)
    letter = sheets.letter_of(draw, made, sheets.Manner(), foreign=True)
    as_points = draw.chance(0.5)
    wish, count = papers.how_long(draw, as_points=as_points)
    subject = letter.split("\n", 1)[0].removeprefix("Betreff: ")
    first = f"Brief an {made.words['dative']}: {subject}"
    if as_points:
        lines = [first, *[line.removesuffix(".") for line in made.said]]
        answer = "\n".join(f"- {line}" for line in (lines[:count] if count else lines))
    else:
        answer = " ".join([f"{first}.", *made.said])
    turn = Turn(_asked(draw, SUMMARY_COMMANDS, SUMMARY_THINGS, [wish]), answer)
    return Example("letter-summary", letter, [turn], [], "points" if as_points else "summary")


def record_example(draw: Draw) -> Example:
    """Notes of a visit or a meeting, made into a record."""
    kind = draw.pick(records.RECORDS)
    case, shown, said = records.record(draw, kind)
    turns = [Turn(_asked(draw, kind.commands, kind.things, []), records.record_text(kind, shown, said))]
    return Example(f"record-{kind.name}", case, turns, [], "record")


def paper_example(draw: Draw) -> Example:
    """A council paper or the views of a participation, in short."""
    as_points = draw.chance(0.55)
    wish, count = papers.how_long(draw, as_points=as_points)
    form = "points" if as_points else "summary"
    if draw.chance(0.55):
        lines, task = papers.council_paper(draw), "council-paper"
        instruction = _asked(draw, papers.COUNCIL_COMMANDS, papers.COUNCIL_THINGS, [wish])
    else:
        lines, task = papers.participation(draw), "participation"
        instruction = _asked(draw, papers.PARTICIPATION_COMMANDS, papers.PARTICIPATION_THINGS, [wish])
    answer = papers.in_short(lines, as_points=as_points, count=count)
    return Example(task, papers.laid_out(draw, lines), [Turn(instruction, answer)], [], form)


def checklist_example(draw: Draw) -> Example:
    """The description of a process, made into a checklist."""
    case, checks = processes.process(draw)
    turn = Turn(_asked(draw, processes.CHECKLIST_COMMANDS, processes.CHECKLIST_THINGS, []), "\n".join(checks))
    return Example("checklist", case, [turn], [], "checklist")
