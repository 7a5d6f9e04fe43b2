"""Numbers that follow from numbers found: the same again, and others of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from guardrails.deadline import scan
from guardrails.recognizers.base import Candidate, Evidence

_NUMBER = regex.compile(r"(?<![\w/.-])(?=[A-Za-z]{0,6}[./-]?\d)[A-Za-z0-9](?:[./-]{0,2}[A-Za-z0-9]){5,40}+(?!\w)")
_NO_NUMBER = frozenset(
    ("PERSON", "LOCATION", "STREET_ADDRESS", "DATE_OF_BIRTH", "EMAIL_ADDRESS", "URL", "SECRET", "IP_ADDRESS")
)
#: Kinds of numbers of which a text often holds several of one build.
_IN_LISTS = frozenset(("DE_CASE_NUMBER", "DE_BENEFIT_ID", "DE_PERSONNEL_ID", "DE_FOREIGNER_ID", "DE_FUEHRERSCHEIN"))
_NEXT = regex.compile(
    r"(?:(?:[ ]?[,;/&]|[ ](?:und|sowie|oder|bzw\.|and))[ \n]|[ ]{2,40}|[ ]{0,30}[|\t][ ]{0,30})"
    r"(?:(?:die|den|der|zu|auch)[ ])?(?P<value>[\p{L}\d]"
    r"[\p{L}\d ./_-]{1,30})"
)
#: ``Hagen Rust, J4300KX91A2``: the only thing behind a name in its entry.
_BEHIND_NAME = regex.compile(
    r"(?:[ ]?[,;:|][ ]?|[ ][–-][ ]|[ ]{2,30})(?:Nr\.?[ ]?:?[ ]?)?"
    r"(?P<value>(?=(?:[A-Z]{0,8}\d){4})(?=\d{0,12}[A-Z])[A-Z\d]{8,14}|\d{9,12})(?=[ ]*(?:[,;)|]|$))",
    regex.MULTILINE,
)
_BLOCKS = regex.compile(r"\d+|\p{L}+|[^\p{L}\d]+")
#: Capitals and digits in one: such numbers of one office begin alike and are of one length.
_IN_ONE = regex.compile(r"(?=[A-Z]{0,3}\d)[A-Z\d]{9,14}")
_FOREIGNER = 12
_LEAST_DIGITS = 3


def same_numbers(text: str, findings: list[Candidate]) -> Iterator[Candidate]:
    """Numbers that stand in the text once more, without their label or their blanks, or that are built like one."""
    known: dict[str, Candidate] = {}
    shapes: dict[str, Candidate] = {}
    for finding in findings:
        if finding.entity in _NO_NUMBER:
            continue
        value = text[finding.start : finding.end]
        number = _compact(value)
        if len(number) > 5 and sum(character.isdigit() for character in number) > 4:
            known[number] = finding
        if finding.entity in _IN_LISTS and (shape := _shape(value)):
            shapes[shape] = finding
    if not known and not shapes:
        return
    inside = bytearray(len(text))
    for finding in findings:
        inside[finding.start : finding.end] = b"\x01" * (finding.end - finding.start)
    for match in scan(_NUMBER, text):
        if inside[match.start()]:
            continue
        if (same := known.get(_compact(match[0]))) is not None:
            evidence = Evidence("Dieselbe Nummer wurde im Text an anderer Stelle gefunden.")
            yield _at(same, *match.span(), evidence)
        elif (alike := shapes.get(_shape(match[0]))) is not None:
            evidence = Evidence("Eine Nummer von gleichem Aufbau wurde im Text an anderer Stelle gefunden.")
            yield _at(alike, *match.span(), evidence)


def listed_numbers(text: str, findings: list[Candidate]) -> Iterator[Candidate]:
    """What goes on in a list behind a number: ``A-1001, A-1002 und A-1003``."""
    evidence = Evidence("Eine Nummer von gleichem Aufbau steht in der Aufzählung davor.")
    for finding in findings:
        if finding.entity not in _IN_LISTS:
            continue
        build = _build(text[finding.start : finding.end])
        position = finding.end
        while (match := _NEXT.match(text, position)) is not None:
            end = _end_of_build(match["value"], build)
            if end is None:
                break
            yield _at(finding, match.start("value"), match.start("value") + end, evidence)
            position = match.start("value") + end


def numbers_behind_names(text: str, findings: list[Candidate]) -> Iterator[Candidate]:
    """Long numbers right behind a name, with nothing behind them but the end of the entry."""
    evidence = Evidence("Lange Nummer unmittelbar hinter einem Namen.")
    for finding in findings:
        if finding.entity == "PERSON" and (match := _BEHIND_NAME.match(text, finding.end)):
            foreigner = len(match["value"]) == _FOREIGNER and match["value"].isdigit()
            kind = "DE_FOREIGNER_ID" if foreigner else "DE_CASE_NUMBER"
            yield Candidate(*match.span("value"), kind, 0.62, "LabelledValueRecognizer", evidence)


def related_numbers(text: str, findings: list[Candidate]) -> Iterable[Candidate]:
    """All that follows from the numbers found."""
    yield from numbers_behind_names(text, findings)
    yield from same_numbers(text, findings)
    yield from listed_numbers(text, findings)


def _at(finding: Candidate, start: int, end: int, evidence: Evidence) -> Candidate:
    return Candidate(start, end, finding.entity, finding.score, finding.recognizer, evidence)


def _compact(number: str) -> str:
    return "".join(character for character in number if character.isalnum()).upper()


def _shape(value: str) -> str:
    """Letters and signs of a number with its digits taken out; empty where that says too little."""
    digits = sum(character.isdigit() for character in value)
    signs = sum(not character.isalnum() and not character.isspace() for character in value)
    letters = sum(character.isalpha() for character in value)
    if not signs and letters > 1 and digits > _LEAST_DIGITS and _IN_ONE.fullmatch(value):
        return f"{value[:4]}{len(value)}"
    if digits < _LEAST_DIGITS + 1 or not signs or not letters:
        return ""
    return regex.sub(r"\d+", "9", value)


def _build(value: str) -> list[str]:
    """Kinds of the blocks of a number, one behind the other."""
    return [
        "9" if block[0].isdigit() else "A" if block[0].isalpha() else block.strip() for block in _BLOCKS.findall(value)
    ]


def _end_of_build(value: str, build: list[str]) -> int | None:
    """How far ``value`` is built like a number with those blocks."""
    position, digits = 0, 0
    blocks = _BLOCKS.findall(value)
    if len(blocks) < len(build):
        return None
    for kind, block in zip(build, blocks, strict=False):
        found = "9" if block[0].isdigit() else "A" if block[0].isalpha() else block.strip()
        if found != kind:
            return None
        digits += len(block) if kind == "9" else 0
        position += len(block)
    behind = value[position : position + 1]
    return position if digits >= _LEAST_DIGITS and not behind.isalnum() else None
