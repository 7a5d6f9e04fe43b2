# ruff: noqa: E501
"""Kinds of letters as data: what a case says about each point, and what the letter keeps of it.

A kind is a list of parts. Each part has one value and several wordings in the case, which the letter takes over. From that
come the case (prose, key points, a slip of paper), the instruction, the letter with its wishes, and what it must ask
for where the case is silent.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from models.training.corpus import wording, wordings
from models.training.corpus.cases import DATIVE, NOISE, NUMBER, ROLE, TITLE, contact_lines, tidy
from models.training.corpus.draw import Draw
from models.training.corpus.letters import authority, contact_paragraph, lacking_contact
from models.training.corpus.nouns import genitive_of, invented_kind, neuter_office
from models.training.corpus.scene import Scene, pick_kind
from models.training.corpus.statements import Statement, accusative_topic, fill, noun, sentence, statement_of

FRIENDLY_END = (
    "Melden Sie sich gern, wenn Sie Fragen haben.", "Wir helfen Ihnen gern weiter.", "Für Fragen sind wir gern für Sie da.",
    "Rufen Sie uns gern an, wenn etwas unklar ist.",
)  # fmt: skip
OFFICE_LINES = (
    "Zuständig: {office}.", "Absender ist die {office}.", "Es schreibt die {office}.", "Zuständige Stelle ist die {office}.",
    "Der Brief kommt von der {office}.", "Bearbeitet wird das bei der {office}.", "Wir sind die {office}.", "Stelle: {office}.",
    "Das Schreiben geht von der {office} aus.",
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """One point of a kind.

    `value` is a template that `fill` completes, or alternatives after `@`, one of which becomes a statement. The
    wordings use `{v}`, or for statements `{main}`, `{Main}` (a whole sentence) and `{clause}`. Present in `share` of all
    cases; where it is absent, `lacking` names what the letter then asks for, always or (with `asked`) when the
    instruction wants it.
    """

    label: str
    value: str
    case: tuple[str, ...]
    share: float = 1.0
    lacking: str = ""
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterKind:
    """One kind of letter. `opening` begins the case, `subject` and `greeting` the letter."""

    name: str
    things: tuple[str, ...]
    commands: tuple[str, ...]
    opening: tuple[str, ...]
    subject: tuple[str, ...]
    greeting: tuple[str, ...]
    parts: tuple[Part, ...]
    thanks: tuple[str, ...] = ()
    addressed: bool = True


@dataclass
class Filled:
    """A part with its value in one example; `values` is empty where the case is silent."""

    part: Part
    values: dict[str, str]
    wanted: bool = False


def filled(draw: Draw, part: Part) -> Filled:
    """The part with a fresh value, or silent."""
    if not draw.chance(part.share):
        return Filled(part, {})
    if not part.value.startswith("@"):
        return Filled(part, {"v": fill(draw, draw.pick(part.value.split(" || ")))})
    said: Statement = statement_of(draw, part.value[1:].split(" || "))
    return Filled(part, {"main": said.main, "Main": sentence(said.main), "clause": said.clause, "v": said.main})


@dataclass
class Sheet:
    """One case of a kind: the people and the office, the filled parts, and the words both sides share."""

    kind: LetterKind
    scene: Scene
    parts: list[Filled]
    words: dict[str, str]
    said: list[str] = field(default_factory=list)
    """What the case says about the parts, sentence by sentence in its order."""
    told: list[str] = field(default_factory=list)
    """The same with whom to ask and how; the letter takes it over."""


def sheet(draw: Draw, kind: LetterKind) -> Sheet:
    """A case of the kind with fresh values."""
    asked_for = invented_kind(draw) if draw.chance(0.35) and not draw.held_out else pick_kind(draw)
    scene = Scene(
        asked_for, draw.person(), draw.pick(("f", "m", "n", "f", "m")), asked_for.office if draw.chance(0.75) else ""
    )
    scene.received = draw.date()
    scene.place = draw.placeholder("LOCATION") if scene.office and draw.chance(0.4) else ""
    scene.number = draw.case_number() if draw.chance(0.55) else ""
    if draw.chance(0.7):
        scene.clerk = draw.person()
        scene.clerk_gender = draw.pick(("f", "m", "", ""))
    scene.phone = draw.placeholder("PHONE_NUMBER") if draw.chance(0.5) else ""
    scene.mail = draw.placeholder("EMAIL_ADDRESS") if draw.chance(0.2) else ""
    topic = noun(draw)
    words = {
        "request": asked_for.request, "requests": genitive_of("der " + asked_for.request)[4:], "received": scene.received,
        "named": TITLE[scene.gender] + scene.applicant, "dative": DATIVE[scene.gender] + scene.applicant,
        "accusativeperson": DATIVE[scene.gender] + scene.applicant, "role": ROLE[scene.gender], "topic": topic, "Topic": topic[0].upper() + topic[1:], "bare": topic[4:],
        "accusative": accusative_topic(topic), "genitive": genitive_of(topic),
    }  # fmt: skip
    return Sheet(kind, scene, [filled(draw, part) for part in kind.parts], words)


def case_of(draw: Draw, made: Sheet) -> str:
    """The case as a colleague writes it down."""
    scene = made.scene
    opening = draw.voice(made.kind.opening).format(**made.words)
    if draw.chance(0.25):
        return tidy(_key_points(draw, made, opening))
    points = [sentence(draw.voice(one.part.case).format(**one.values)) for one in made.parts if one.values]
    rest = list(points)
    if scene.number:
        rest.append(draw.phrase(NUMBER, wordings.NUMBER, label="Aktenzeichen", number=scene.number))
    contacts = contact_lines(draw, scene)
    rest.extend(contacts)
    if scene.office:
        line = draw.voice(OFFICE_LINES).format(office=scene.office)
        if scene.place:
            line = line.removesuffix(".") + f" der Stadt {scene.place}."
        rest.append(neuter_office(line, scene.office))
    if draw.chance(0.2):
        rest.append(draw.phrase(NOISE))
    if draw.chance(0.5):
        draw.random.shuffle(rest)
    made.said = [line for line in rest if line in points]
    made.told = [line for line in rest if line in points or line in contacts]
    return tidy(draw.pick((" ", " ", " ", "\n")).join([opening, *rest]))


def _key_points(draw: Draw, made: Sheet, opening: str) -> str:
    scene = made.scene
    pairs = [(one.part.label, one.values["v"]) for one in made.parts if one.values]
    pairs += [
        ("Aktenzeichen", scene.number),
        (draw.voice(("Ansprechperson", "Sachbearbeitung", "Zuständig")), scene.clerk_named if scene.clerk else ""),
    ]
    pairs += [(draw.voice(("Telefon", "Tel.", "Durchwahl")), scene.phone), (draw.voice(("E-Mail", "Mail")), scene.mail)]
    pairs += [(draw.voice(("Stelle", "Behörde", "Absender")), authority(scene))]
    lines = [(label, value) for label, value in pairs if value]
    if draw.chance(0.4):
        draw.random.shuffle(lines)
    labels = {one.part.label for one in made.parts}
    made.said = [f"{label}: {value}." for label, value in lines if label in labels]
    elsewhere = ("Aktenzeichen", "Stelle", "Behörde", "Absender")
    made.told = [f"{label}: {value}." for label, value in lines if label in labels or label not in elsewhere]
    mark = draw.pick(("- ", "- ", "", "* "))
    return "\n".join([opening, *[f"{mark}{label}: {value}" for label, value in lines]])


@dataclass(frozen=True)
class Manner:
    """How the letter is to be written."""

    short: bool = False
    friendly: bool = False
    contact: bool = False
    number: bool = False


def instruct(draw: Draw, made: Sheet) -> tuple[str, Manner]:
    """An instruction for this sheet, and what it wishes; marks the parts that it asks for."""
    said: list[str] = []

    manner = Manner(
        draw.wish(said, 0.16, wording.SHORT),
        draw.wish(said, 0.2, wording.FRIENDLY),
        draw.wish(said, 0.08, wording.CONTACT),
        draw.wish(said, 0.08, wording.NUMBER),
    )
    for one in made.parts:
        if one.part.asked and draw.chance(0.2):
            one.wanted = True
            said.append(draw.voice(one.part.asked))
    role = (
        draw.pick(wording.ROLES)
        if "Antrag" in made.words["role"] and "{request}" in "".join(made.kind.opening)
        else "die Person"
    )
    if draw.chance(0.5):
        text = draw.voice(made.kind.commands).format(role=role, **{k: v for k, v in made.words.items() if k != "role"})
    else:
        thing = draw.voice(made.kind.things).format(role=role)
        text = draw.phrase(wording.REQUESTS, thing=thing)
        text = text[0].upper() + text[1:] if draw.chance(0.7) else text
    return wording.with_wishes(draw, text, said), manner


def letter_of(draw: Draw, made: Sheet, manner: Manner, *, foreign: bool = False) -> str:
    """The letter: subject, salutation, the case's sentences behind one of its own, signature.

    With `foreign`, whom to ask stands in a paragraph of its own, as in letters that other people wrote.
    """
    scene, kind = made.scene, made.kind
    reference = f"\nAktenzeichen: {scene.number}" if scene.number else ""
    if manner.number and not scene.number:
        reference = "\nAktenzeichen: [bitte ergänzen: Aktenzeichen]"
    head = "Betreff: " + kind.subject[0].format(**made.words) + reference
    paragraphs = [kind.greeting[0].format(**made.words), " ".join(made.said if foreign else made.told)]
    silent = [one.part for one in made.parts if not one.values]
    wanted = {one.part.label for one in made.parts if one.wanted}
    lacking = [part.lacking for part in silent if part.lacking and (not part.asked or part.label in wanted)]
    paragraphs.append(" ".join(f"[bitte ergänzen: {name}]" for name in lacking))
    if kind.thanks and manner.friendly:
        paragraphs.append(kind.thanks[0])
    if foreign:
        paragraphs.append(contact_paragraph(draw, scene))
    elif manner.contact:
        paragraphs.append(lacking_contact(scene))
    if manner.friendly:
        paragraphs.append(FRIENDLY_END[0])
    closing = "Freundliche Grüße" if manner.friendly else "Mit freundlichen Grüßen"
    salutation = scene.salutation if kind.addressed else "Sehr geehrte Damen und Herren,"
    body = [text for text in paragraphs if text]
    first = body[0]
    body[0] = first[0].lower() + first[1:] if first.split(" ")[0] in LOWERED else first
    if manner.short:
        body = [" ".join(body)]
    return "\n\n".join([head, salutation, *body, f"{closing}\n{scene.clerk or NO_NAME}"])


NO_NAME = "[bitte ergänzen: Name und Stelle]"
LOWERED = (
    "Wir", "Leider", "Vielen", "Hiermit", "Zu", "Am", "Über", "Für", "Bei", "Seit", "Mit", "Gern", "Heute", "Nach", "Auf", "Wegen",
    "In", "Herzlichen",
)  # fmt: skip
"""Words that begin a letter's first sentence; after the salutation's comma they are written small."""
