# ruff: noqa: E501
"""Telephone calls and talks, told in many ways, and what a file note or a summary keeps of them."""

from __future__ import annotations

from dataclasses import dataclass

from models.training.corpus.draw import Draw
from models.training.corpus.kinds import KINDS
from models.training.corpus.nouns import genitive_of
from models.training.corpus.statements import Statement, accusative_topic, noun, promise, sentence, statement

CALL_OPENINGS = (
    "Am {date} um {time} rief {caller} an.", "{caller} hat am {date} um {time} angerufen.", "Anruf von {dative} am {date}, {time}.",
    "Am {date} gegen {time} meldete sich {caller} telefonisch.", "Telefonat am {date} um {time} mit {dative}.",
    "{caller} meldete sich am {date} telefonisch ({time}).", "Ich habe am {date} um {time} mit {dative} telefoniert.",
    "Gespräch mit {dative} am {date}, Beginn {time}.", "Am Telefon war am {date} um {time} {caller}.",
    "Heute, am {date}, hat um {time} {caller} angerufen.", "Um {time} am {date} klingelte das Telefon, {caller} war dran.",
    "Notiz zum Anruf vom {date}, {time}: {caller} ruft an.", "Am {date} kam um {time} ein Anruf von {dative}.",
    "Rückruf bei {dative} am {date} um {time}.", "{caller} sprach am {date} um {time} persönlich vor.",
    "Vorsprache von {dative} am {date} um {time}.",
)  # fmt: skip
TAKERS = (
    "Das Gespräch führte {taker}.",
    "Aufgenommen von {taker}.",
    "Den Anruf nahm {taker} entgegen.",
    "Am Apparat bei uns: {taker}.",
    "Für das Amt sprach {taker}.",
    "Notiert hat das {taker}.",
)
REASONS = (
    "Es geht um {topic}.", "Anlass ist {topic}.", "Thema: {topic}.", "Grund des Anrufs ist {topic}.", "Es ging um {topic}.",
    "Anruf wegen {genitive}.", "Grund ist eine Frage wegen {genitive}.", "Nachgefragt wurde wegen {genitive}.", "Anrufgrund: {topic}.",
    "Betroffen ist {topic}.", "Anliegen: {topic}.", "Im Kern geht es um {topic}.", "Worum es geht: {topic}.",
)  # fmt: skip
CLAUSE_LEADS = (
    "{subject} teilt mit, dass {clause}.", "{subject} berichtet, dass {clause}.", "{subject} sagt, dass {clause}.",
    "{subject} erklärt, dass {clause}.", "{subject} weist darauf hin, dass {clause}.", "{subject} gibt an, dass {clause}.",
    "{subject} beklagt, dass {clause}.", "{subject} ergänzt, dass {clause}.", "{subject} schildert, dass {clause}.",
    "{subject} hat angegeben, dass {clause}.", "{subject} betont, dass {clause}.",
)  # fmt: skip
OFFICIAL_LEADS = (
    "{taker} erklärt, dass {clause}.", "{taker} antwortet, dass {clause}.", "{taker} weist darauf hin, dass {clause}.",
    "Ich habe gesagt, dass {clause}.", "Ich habe darauf hingewiesen, dass {clause}.", "{taker} bestätigt, dass {clause}.",
    "Ich habe erklärt, dass {clause}.", "{taker} sagt dazu, dass {clause}.",
)  # fmt: skip
PASSIVE = (
    "am {date} nachgeholt", "bis zum {date} geprüft", "am {date} verschickt", "bis {date} erledigt", "am {date} abgeholt",
    "bis zum {date} überarbeitet", "am {date} in {room} besprochen", "bis {date} ergänzt", "am {date} noch einmal geprüft",
)  # fmt: skip
PROMISE_LEADS = (
    "{actor} wird {will}.", "{actor} sagt zu, {zu}.", "Vereinbart wurde: {actor} wird {will}.", "Vereinbarung: {actor} wird {will}.",
    "{actor} verspricht, {zu}.", "Als nächster Schritt wird {actor} {will}.",
    "{actor} hat zugesagt, {zu}.", "Abgesprochen: {actor} wird {will}.", "Am Ende wurde festgehalten: {actor} wird {will}.",
)  # fmt: skip
DEADLINES = (
    "Frist: {date}.", "Die Frist dafür ist der {date}.", "Zeit ist bis zum {date}.", "Alles soll bis {date} erledigt sein.",
    "Bis zum {date} muss die Sache geklärt sein.", "Als Frist wurde der {date} vereinbart.", "Erledigung bis spätestens {date}.",
    "Wiedervorlage am {date}.", "Stichtag ist der {date}.",
)  # fmt: skip
PHONES = (
    "Rückruf unter {phone}.",
    "Erreichbar unter {phone}.",
    "Telefonnummer: {phone}.",
    "Die Nummer für Rückfragen ist {phone}.",
    "Zu erreichen ist {pronoun} unter {phone}.",
)
NUMBERS = (
    "Aktenzeichen: {number}.",
    "Der Vorgang läuft unter {number}.",
    "Das Aktenzeichen ist {number}.",
    "Az. {number}.",
    "Genannt wurde das Aktenzeichen {number}.",
)
SMALL_TALK = (
    "Das Gespräch verlief ruhig.", "Die Verbindung war schlecht.", "Der Ton war freundlich.", "Es wurde mehrmals nachgefragt.",
    "Das Gespräch dauerte einige Minuten.", "Am Anfang war die Stimmung gereizt.", "Zunächst ging es um das Wetter.",
    "Es war schon der zweite Anruf in dieser Sache.", "Zum Schluss bedankte sich {caller}.", "Ein Rückruf war schon früher versucht worden.",
)  # fmt: skip


@dataclass
class Call:
    """What was said in one conversation and what was agreed."""

    caller: str
    gender: str
    date: str
    time: str
    topic: str
    told: list[str]
    agreed: list[str]
    taker: str = ""
    deadline: str = ""
    phone: str = ""
    number: str = ""

    @property
    def caller_named(self) -> str:
        """With `Frau` or `Herr`, nominative."""
        return {"f": "Frau ", "m": "Herr ", "n": ""}[self.gender] + self.caller

    @property
    def caller_dative(self) -> str:
        """With `Frau` or `Herrn`, dative."""
        return {"f": "Frau ", "m": "Herrn ", "n": ""}[self.gender] + self.caller


def telephone_call(draw: Draw) -> tuple[Call, str]:
    """A conversation and the text that somebody wrote down about it."""
    topic = draw.pick((noun(draw), noun(draw), "der " + draw.pick(KINDS).request))
    call = Call(draw.person(), draw.pick(("f", "m", "n")), draw.date(), draw.time(), topic, [], [])
    call.taker = draw.person() if draw.chance(0.5) else ""
    call.number = draw.case_number() if draw.chance(0.4) else ""
    call.phone = draw.placeholder("PHONE_NUMBER") if draw.chance(0.5) else ""
    pronoun = {"f": "sie", "m": "er", "n": "die Person"}[call.gender]
    opening = draw.phrase(
        CALL_OPENINGS, date=call.date, time=call.time, caller=call.caller_named, dative=call.caller_dative
    )
    if draw.chance(0.2):
        call.time = ""
        opening = draw.phrase(
            ("Am {date} rief {caller} an.", "Anruf von {dative} am {date}.", "{caller} hat am {date} angerufen.", "Telefonat mit {dative} am {date}."),
            date=call.date, caller=call.caller_named, dative=call.caller_dative,
        )  # fmt: skip
    text = [sentence(opening)]
    if call.taker and draw.chance(0.6):
        text.append(draw.phrase(TAKERS, taker=call.taker))
    reason = draw.phrase(REASONS)
    shown = accusative_topic(topic) if " um " in reason else topic
    if draw.chance(0.85):
        text.append(sentence(reason.format(topic=shown, genitive=genitive_of(topic))))
    else:
        call.topic = ""
    for index in range(draw.random.choice((1, 2, 2, 3, 3, 4))):
        who = (
            call.caller_named
            if index == 0
            else draw.pick((pronoun.capitalize(), pronoun.capitalize(), call.caller_named))
        )
        if index and draw.chance(0.2):
            said = statement(draw)
            official = call.taker or "Die Sachbearbeitung"
            told = draw.phrase(OFFICIAL_LEADS, taker=official, clause=said.clause)
        else:
            told = tell(draw, statement(draw), who)
        call.told.append(told)
        text.append(told)
    for _ in range(draw.random.choice((0, 1, 1, 2))):
        actor = draw.pick((call.caller_named, call.taker or "Die Sachbearbeitung", "Das Amt", call.caller_named))
        will, zu = promise(draw)
        if draw.chance(0.3):
            done = sentence(f"{noun(draw)} wird {draw.pick(PASSIVE).format(date=draw.later_date(), room=draw.room())}")
            call.agreed.append(done)
            text.append(done)
            continue
        line = sentence(draw.phrase(PROMISE_LEADS, actor=actor, will=will, zu=zu))
        call.agreed.append(line)
        text.append(line)
    tail: list[str] = []
    if draw.chance(0.55):
        call.deadline = draw.later_date()
        tail.append(draw.phrase(DEADLINES, date=call.deadline))
    if call.phone:
        tail.append(draw.phrase(PHONES, phone=call.phone, pronoun=pronoun))
    if call.number:
        tail.append(draw.phrase(NUMBERS, number=call.number))
    if call.taker and not any(call.taker in line for line in text):
        tail.append(draw.phrase(TAKERS, taker=call.taker))
    if draw.chance(0.35):
        tail.append(draw.phrase(SMALL_TALK, caller=call.caller_named))
    draw.random.shuffle(tail)
    return call, draw.pick((" ", " ", " ", "\n")).join(text + tail)


def tell(draw: Draw, said: Statement, who: str) -> str:
    """One statement as it stands in the notes: as a clause, in reported speech or plainly."""
    form = draw.random.random()
    if form < 0.45:
        return sentence(draw.phrase(CLAUSE_LEADS, subject=who, clause=said.clause))
    return sentence(said.reported if form < 0.8 else said.main)


def file_note(draw: Draw, call: Call) -> str:
    """A file note: who, when, reason, content, agreement, deadline. What the text lacks is said to be lacking."""
    when = call.date + (f", {call.time}" if call.time else "")
    lines = [
        draw.pick(("Telefonvermerk", "Vermerk", "Gesprächsvermerk")),
        "",
        f"Datum: {when}",
        f"Gespräch mit: {call.caller_named}",
    ]
    if call.taker:
        lines.append(f"Gesprächsführung: {call.taker}")
    if call.phone:
        lines.append(f"Telefon: {call.phone}")
    if call.number:
        lines.append(f"Aktenzeichen: {call.number}")
    lines += [
        "",
        f"Anlass: {call.topic or 'nicht ausdrücklich genannt, siehe Inhalt'}",
        "",
        "Inhalt:",
        *[f"- {told}" for told in call.told],
        "",
    ]
    if call.agreed:
        lines += [
            draw.pick(("Vereinbart:", "Nächste Schritte:", "Vereinbart und nächste Schritte:")),
            *[f"- {line}" for line in call.agreed],
        ]
    else:
        lines.append("Nächste Schritte: im Text nicht genannt")
    lines += ["", f"Frist: {call.deadline or 'im Text nicht genannt'}"]
    return "\n".join(lines)


def three_sentences(draw: Draw, call: Call) -> str:
    """A summary as running text."""
    when = f"am {call.date}" + (f" um {call.time}" if call.time else "")
    about = f", es geht um {accusative_topic(call.topic)}" if call.topic else ""
    first = draw.pick(
        (f"{call.caller_named} hat sich {when} gemeldet{about}.", f"Am {call.date} gab es ein Gespräch mit {call.caller_dative}{about}.")
    )  # fmt: skip
    inside = [clause_of(told) for told in call.told]
    closing = [clause_of(line) for line in call.agreed]
    if call.deadline:
        closing.append(f"die Frist ist der {call.deadline}")
    if call.number:
        closing.append(f"das Aktenzeichen lautet {call.number}")
    if call.phone:
        closing.append(f"Rückfragen sind unter {call.phone} möglich")
    last = "; ".join(closing) if closing else "Nächste Schritte und eine Frist sind im Text nicht genannt"
    return " ".join([sentence(first), sentence("; ".join(inside)), sentence(last)])


def clause_of(line: str) -> str:
    """A sentence as part of a longer one: no full stop, articles in lower case."""
    text = line.removesuffix(".")
    first = text.split(" ", 1)[0]
    return (
        text[0].lower() + text[1:]
        if first in ("Der", "Die", "Das", "Ein", "Eine", "Niemand", "In", "Sie", "Er")
        else text
    )


def points(call: Call) -> str:
    """A summary as a list."""
    lines = [f"- Gespräch mit {call.caller_dative} am {call.date}" + (f" um {call.time}" if call.time else "")]
    lines += [f"- Anlass: {call.topic}"] if call.topic else []
    lines += [f"- {told}" for told in [*call.told, *call.agreed]]
    if call.deadline:
        lines.append(f"- Frist: {call.deadline}")
    if call.phone:
        lines.append(f"- Telefon: {call.phone}")
    if call.number:
        lines.append(f"- Aktenzeichen: {call.number}")
    return "\n".join(lines)
