# ruff: noqa: E501
"""Whole conversations: a case, an instruction, the answer, and what a check would look for in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.training.corpus import letters, mail, notes, plain, questions, wording
from models.training.corpus.assignments import (
    checklist_example,
    letter_summary_example,
    letters_example,
    paper_example,
    record_example,
)
from models.training.corpus.cases import application_case
from models.training.corpus.conversation import HEADINGS, OTHER_SYSTEMS, SYSTEM, Example, Turn
from models.training.corpus.dialogues import dialogue
from models.training.corpus.draw import Draw
from models.training.corpus.extracts import extract_example
from models.training.corpus.scene import Scene, application
from models.training.corpus.statements import spoken, statement
from models.training.corpus.units import sentences_of


def _wishes(draw: Draw, purpose: str, scene: Scene) -> tuple[letters.Wishes, list[str]]:
    said: list[str] = []

    short = draw.wish(said, 0.15, wording.SHORT)
    friendly = draw.wish(said, 0.22, wording.FRIENDLY)
    bullets: bool | None = None
    if scene.missing:
        bullets = (
            True
            if draw.wish(said, 0.12, wording.BULLETS)
            else (False if draw.wish(said, 0.06, wording.RUNNING) else None)
        )
    deadline = draw.wish(said, 0.15, wording.DEADLINE) if purpose in ("receipt", "documents") else False
    contact = draw.wish(said, 0.12, wording.CONTACT)
    number = draw.wish(said, 0.1, wording.NUMBER)
    return letters.Wishes(short, friendly, bullets, deadline, contact, number), said


def scene_facts(scene: Scene) -> list[str]:
    """What a letter on this application must carry, as the case writes it."""
    values = [
        scene.applicant, scene.received, scene.number, *scene.missing, scene.deadline, scene.duration, scene.clerk,
        scene.phone, scene.mail, scene.fee, scene.appointment, scene.room,
    ]  # fmt: skip
    return [value for value in values if value]


def letter_example(draw: Draw) -> Example:
    """An application and the letter to the person who made it."""
    purpose = draw.pick(("receipt", "receipt", "receipt", "receipt", "interim", "documents", "appointment"))
    scene = application(draw, purpose)
    case = application_case(draw, scene)
    turns: list[Turn] = []
    wishes, said = _wishes(draw, purpose, scene)
    turns.append(Turn(wording.ask(draw, purpose, said), letters.letter(draw, scene, purpose, wishes)))
    if draw.chance(0.3):
        turns.append(Turn(*questions.scene_question(draw, scene)))
    if draw.chance(0.1):
        turns.append(
            Turn(
                draw.phrase(("Bitte kürzer.", "Kürzer bitte.", "Mach es kürzer.", "Das ist zu lang.")),
                letters.letter(draw, scene, purpose, letters.Wishes(short=True)),
            )
        )
    return Example(f"letter-{purpose}", case, turns, scene_facts(scene), "letter")


def scene_summary_example(draw: Draw) -> Example:
    """An application, summarised for a colleague."""
    scene = application(draw, draw.pick(("receipt", "documents", "appointment")))
    case = application_case(draw, scene)
    as_points = draw.chance(0.5)
    said = sentences_of(case)
    answer = "\n".join(f"- {line.removesuffix('.')}" for line in said) if as_points else " ".join(said)
    turns = [Turn(wording.ask(draw, "points" if as_points else "sentences", []), answer)]
    if draw.chance(0.3):
        turns.append(Turn(*questions.scene_question(draw, scene)))
    return Example("scene-summary", case, turns, scene_facts(scene), "points" if as_points else "summary")


def call_example(draw: Draw) -> Example:
    """A conversation, turned into a file note, a summary or a list."""
    call, case = dialogue(draw) if draw.chance(0.42) else notes.telephone_call(draw)
    form = draw.pick(("note", "note", "note", "summary", "points"))
    if form == "note":
        turn = Turn(wording.ask(draw, "call", []), notes.file_note(draw, call))
    elif form == "summary":
        turn = Turn(wording.ask(draw, "sentences", []), notes.three_sentences(draw, call))
    else:
        turn = Turn(wording.ask(draw, "points", []), notes.points(call))
    turns = [turn]
    if draw.chance(0.3):
        turns.append(Turn(*questions.call_question(draw, call)))
    if draw.chance(0.08):
        turns.append(Turn(wording.ask(draw, "points", []), notes.points(call)))
    facts = [value for value in (call.caller, call.date, call.deadline, call.topic[4:], call.phone) if value]
    return Example(f"call-{form}", case, turns, facts, form)


def mail_example(draw: Draw) -> Example:
    """A pasted e-mail, answered or summarised."""
    text, facts = mail.incoming(draw)
    fate = draw.random.random()
    said = facts["said"]
    assert isinstance(said, list)
    wanted = [str(facts[name]) for name in ("person", "date", "phone", "number") if facts[name]]
    if fate < 0.35:
        clause = statement(draw).clause
        turn = Turn(mail.answer_instruction(draw, clause), mail.reply(draw, facts, clause))
        return Example("mail-reply-told", text, [turn], [*wanted, clause], "letter")
    if fate < 0.65:
        return Example(
            "mail-reply", text, [Turn(wording.ask(draw, "reply", []), mail.reply(draw, facts))], wanted, "letter"
        )
    as_points = fate > 0.85
    turn = Turn(
        wording.ask(draw, "points" if as_points else "sentences", []),
        mail.mail_summary(draw, facts, as_points=as_points),
    )
    return Example("mail-summary", text, [turn], wanted, "points" if as_points else "summary")


def plain_example(draw: Draw) -> Example:
    """A formal text in plain words."""
    formal, easy = plain.formal_text(draw)
    form = "letter" if easy.startswith("Betreff") else "plain"
    return Example("plain", formal, [Turn(draw.phrase(plain.REQUESTS), easy)], [], form)


def free_example(draw: Draw) -> Example:
    """A letter asked for in one message without a case."""
    instruction, answer = mail.free_letter(draw)
    return Example("free-letter", "", [Turn(instruction, answer)], [], "letter")


def question_example(draw: Draw) -> Example:
    """Several questions on one case."""
    if draw.chance(0.5):
        scene = application(draw, "documents")
        case = application_case(draw, scene)
        turns = [Turn(*questions.scene_question(draw, scene)) for _ in range(draw.random.randint(2, 4))]
    else:
        call, case = notes.telephone_call(draw)
        turns = [Turn(*questions.call_question(draw, call)) for _ in range(draw.random.randint(2, 4))]
    return Example("questions", case, turns, [], "sentence")


def lines_example(draw: Draw) -> Example:
    """Unconnected statements as a list or as running text: practice in copying exactly."""
    said = [spoken(draw) for _ in range(draw.random.randint(2, 5))]
    if draw.chance(0.25):
        case = " ".join(said)
        return Example("lines", case, [Turn(wording.ask(draw, "sentences", []), " ".join(said[:3]))], [], "summary")
    if draw.chance(0.5):
        return Example(
            "lines",
            " ".join(said),
            [Turn(wording.ask(draw, "points", []), "\n".join(f"- {line}" for line in said))],
            [],
            "points",
        )
    case = "\n".join(f"- {line}" for line in said)
    return Example("lines", case, [Turn(wording.ask(draw, "sentences", []), " ".join(said))], [], "summary")


TASKS: tuple[tuple[Callable[[Draw], Example], int], ...] = (
    (extract_example, 28), (letter_example, 15), (letters_example, 24), (call_example, 9), (scene_summary_example, 5),
    (mail_example, 6), (plain_example, 7), (free_example, 2), (question_example, 2), (lines_example, 1), (record_example, 7),
    (paper_example, 8), (checklist_example, 5), (letter_summary_example, 3),
)  # fmt: skip


def example(
    seed: int | str,
    *,
    held_out: bool = False,
    task: Callable[[Draw], Example] | None = None,
    sentences: Sequence[str] = (),
) -> Example:
    """The example of this seed, laid out as a person or the service would send it."""
    draw = Draw(seed, held_out=held_out, sentences=sentences)
    maker = task or draw.random.choices([maker for maker, _ in TASKS], [weight for _, weight in TASKS])[0]
    made = maker(draw)
    instruction = made.turns[0].instruction
    if not made.case:
        made.first_message = instruction
    elif held_out or draw.chance(0.68):
        made.first_message = f"Fall:\n{made.case}\n\nAuftrag:\n{instruction}"
    else:
        case_heading, task_heading = draw.pick(HEADINGS)
        made.first_message = draw.pick(
            (
                f"{case_heading}:\n{made.case}\n\n{task_heading}:\n{instruction}",
                f"{case_heading}: {made.case}\n\n{task_heading}: {instruction}",
                f"{instruction}\n\n{made.case}",
                f"{instruction}\n\n{case_heading}:\n{made.case}",
                f"{made.case}\n\n{instruction}",
                f"{instruction} {made.case}",
            )
        )
    if not held_out:
        made.system = draw.pick((SYSTEM, SYSTEM, SYSTEM, "", "", "", "", "", "", draw.pick(OTHER_SYSTEMS)))
    return made
