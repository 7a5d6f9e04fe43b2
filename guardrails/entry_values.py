"""What stands in the entry of a person behind the name: a place, a birth date, a year, each alone between two signs.

``(a) Dagmar Ree, Lehrerin i. R., Hodenhagen, 66``, ``– Focko Dirks / Ihlow / 3 Ponys``,
``Bett 1A = Wilfried Thoms 1955``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import regex

from guardrails.lexicon import Lexicon, load_lexicon
from guardrails.recognizers.base import Candidate, Evidence, compiled
from guardrails.recognizers.dates import DATE
from guardrails.recognizers.name_words import INSTITUTIONS, NEVER
from guardrails.recognizers.place_words import PLACE

_PART = regex.compile(
    r"(?:[ ]?(?P<sign>[,/|;])[ ]{0,40}|[ ](?P<dash>[–-])[ ]|[ ]{2,40}|\t+)(?P<part>[^\s,/|;][^,/|;\t\n]{0,36}?)"
    r"(?=[ ]?[,/|;\t\n]|[ ][–-][ ]|[ ]{2}|[.]?[ ]*$)",
    regex.MULTILINE,
)
#: Parts behind a name that are looked at.
_PARTS = 4
_PLACE = regex.compile(
    r"(?:(?:verl|verz|zugez|wegg|verzogen|zurück|zuletzt|früher|vorher|jetzt|now)\.?[ ])?"
    rf"(?:(?:aus|nach|in|from|to)[ ])?(?P<value>{PLACE})"
)
#: Endings that hardly any other word has.
_ENDING = regex.compile(
    r"\p{Lu}\p{Ll}{3,}(?:ingen|hausen|dorf|bach|rode|roda|walde|hagen|kirchen|büttel|stedt|städt|hofen|stetten|reuth"
    r"|weiler|bronn)"
)
_WHOLE_DATE = compiled(
    rf"(?:\*[ ]?)?(?P<value>{DATE}"
    rf"|(?:0?[1-9]|[12]\d|3[01])\.[ ]{{0,2}}(?:0?[1-9]|1[0-2])\.[ ]{{0,2}}(?:19\d{{2}}|20[01]\d))"
)
_EARLY = regex.compile(r"(?:19\d{2}|20(?:0\d|1[0-5]))$|^(?:19\d{2}|20(?:0\d|1[0-5]))-")
#: Words before a date on which something else began.
_ELSE = regex.compile(
    r"(?<!\p{L})(?:eintritt|seit|ab|bescheid|beginn|vom|am|dienstantritt|einstellung|eheschließung|∞|oo|gest\p{L}*"
    r"|verst\p{L}*|†|einreise|zuzug|einzug|auszug|stand|urteil|antrag|datum|termin|aufnahme|wahl|gewählt|mitglied\p{L}*)\.?$",
    regex.IGNORECASE,
)
_YEAR = regex.compile(
    r"(?P<gap>[ ]|[ ]?[,|;/][ ]?|[ ]{2,40}|\t+)"
    r"(?P<sure>(?:Jg|Jahrg|Jahrgang|geb)\.?[ ]?|\*[ ]?)?(?:(?:\?{1,2}|ca\.|um|etwa|~)[ ]?)?"
    r"(?P<value>19[2-9]\d|20(?:0\d|1\d))(?=[ ]*$|[ ]{2}|[ ]?[,;|/)\t]|[ ]\p{Lu}\p{Ll})"
    r"(?![ ]*[,;]?[ ]*(?:bis|[-–])[ ]?\d)",
    regex.MULTILINE,
)
#: What an entry begins with: a bullet, a number, a thing and its number with an arrow or equals sign.
_ENTRY = regex.compile(
    r"[ ]*(?:[-–*•☐>][ ]{1,3}|\(?(?:\d{1,3}|\p{Ll})[.)][ ]{1,3}|[^\n:=]{1,16}[ ](?:=|->|→|=>)[ ]|[^\n:]{1,24}[ ]{2,30}"
    r"|[^\n:|]{0,24}[|\t][ ]*)?"
)
_LEAST_ENTRIES = 2


def values_in_entries(text: str, findings: list[Candidate], likely: Collection[tuple[int, int]]) -> Iterator[Candidate]:
    """Places, birth dates and years in the entries of persons.

    Args:
        text: the normalised text.
        findings: those found so far, in the order of the text.
        likely: stretches that the tagger takes for a place, whatever they say about a person.
    """
    lexicon = load_lexicon()
    persons = [finding for finding in findings if finding.entity == "PERSON"]
    for number, person in enumerate(persons, 1):
        limit = persons[number].start if number < len(persons) else len(text)
        yield from _parts(text, person.end, limit, likely, lexicon)
    yield from _years(text, findings, persons)


def _parts(
    text: str, position: int, limit: int, likely: Collection[tuple[int, int]], lexicon: Lexicon
) -> Iterator[Candidate]:
    before = ""
    for _ in range(_PARTS):
        match = _PART.match(text, position)
        if match is None or match.end() > limit:
            return
        start, end = match.span("part")
        date = _WHOLE_DATE.fullmatch(text, start, end)
        if date and _EARLY.search(date["value"]) and not _ELSE.search(before):
            evidence = Evidence("Datum in einem Eintrag hinter einem Namen.")
            yield Candidate(*date.span("value"), "DATE_OF_BIRTH", 0.66, "DateOfBirthRecognizer", evidence)
        elif (place := _PLACE.fullmatch(text, start, end)) and _is_place(
            place["value"], lexicon, place.span("value") in likely
        ):
            evidence = Evidence("Ort in einem Eintrag hinter einem Namen.")
            yield Candidate(*place.span("value"), "LOCATION", 0.68, "LocationRecognizer", evidence)
        before = match["part"]
        position = match.end()


def _is_place(value: str, lexicon: Lexicon, likely: bool) -> bool:
    """Whether a part is the name of a place: by a list and the tagger, or by one of them where
    it is no everyday word and no name.
    """
    key = value.lower()
    if key in NEVER or key in INSTITUTIONS:
        return False
    if _ENDING.fullmatch(value) and not lexicon.listed(value) and not lexicon.surname(value):
        return True
    known = lexicon.place(value) or lexicon.place_abroad(value)
    if likely:
        return known or not lexicon.listed(value)
    return known and not lexicon.surname(value) and not lexicon.given(value) and len(value) > 3


def _years(text: str, findings: list[Candidate], persons: list[Candidate]) -> Iterator[Candidate]:
    """Years right behind the names of several entries, or where other entries have birth dates."""
    found = [(person, match) for person in persons if (match := _YEAR.match(text, person.end))]
    if not found:
        return
    entries = [person for person in persons if _begins_entry(text, person.start)]
    births = sum(finding.entity == "DATE_OF_BIRTH" for finding in findings)
    evidence = Evidence("Jahreszahl hinter einem Namen in einer Liste von Personen.")
    for person, match in found:
        listed = person in entries and len(entries) >= _LEAST_ENTRIES
        full_name = " " in text[person.start : person.end]
        if match["sure"] or len(found) >= _LEAST_ENTRIES or (listed and (births or full_name)):
            yield Candidate(*match.span("value"), "DATE_OF_BIRTH", 0.66, "DateOfBirthRecognizer", evidence)


def _begins_entry(text: str, start: int) -> bool:
    line = text.rfind("\n", max(0, start - 60), start) + 1
    return start - line < 60 and _ENTRY.fullmatch(text, line, start) is not None
