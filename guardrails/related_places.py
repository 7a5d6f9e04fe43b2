"""Places that belong to a person because of what was found around them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator

import regex

from guardrails.deadline import scan
from guardrails.lexicon import Lexicon, load_lexicon
from guardrails.recognizers.base import Candidate, Evidence
from guardrails.recognizers.name_words import INSTITUTIONS, NEVER
from guardrails.recognizers.place_words import PLACE

_SENTENCE_END = regex.compile(r"(?<=[\p{L}\d)][.!?])\s|\n")
_IN = regex.compile(
    rf"(?<![\p{{L}}])(?:in|aus|nach|von|bei|über|zwischen"
    rf"|from|to|near|via|IN|AUS|NACH|(?:left|leaving|bound)[ ]for)[ ]"
    rf"(?:der[ ]|dem[ ]|den[ ])?"
    rf"(?P<place>{PLACE})(?![\p{{L}}])(?:(?:[ ](?:und|oder|and|or|nach|to)|,)[ ](?P<second>{PLACE})(?![\p{{L}}]))?"
)
_SOMEBODY = regex.compile(
    r"(?<!\p{L})(?:ich|er|sie|wir|mein\p{L}*|sein(?:e[rnms]?)?|ihr\p{L}*|unser\p{L}*|i|he|she|my|his|her|we"
    r"|our)(?!\p{L})",
    regex.IGNORECASE,
)
_BEFORE = regex.compile(r"(?P<word>\p{Lu}[\p{L}-]*)[ ]$")
_OFFICE = regex.compile(
    r"(?:amt|gericht|behörde|stelle|zentrum|zentrale|kasse|büro|dienst|verwaltung|verband|kammer|ministerium"
    r"|messe|tagung"
    r"|konferenz|seminar|schulung|lehrgang|filiale|niederlassung|sitz|präsidium|botschaft|konsulat|universität"
    r"|kreis)$",
    regex.IGNORECASE,
)
_BEHIND_BIRTH = regex.compile(rf"[ ]?[,;/|]?[ ]{{1,2}}(?P<in>in[ ]|zu[ ])?(?P<place>{PLACE})(?=[ ]?(?:[,;)|.\n]|$))")
#: ``Zeuge Karaca, Emden``, ``Herr Karaca (Bad Salzuflen) rief an``
_BEHIND_NAME = regex.compile(
    rf",[ ](?:zuletzt[ ])?(?P<place>{PLACE})(?=[ ]?(?:\n|$|[.;|]))"
    rf"|[ ]\((?P<place>{PLACE})(?:,[ ](?:jetzt|now)[ ][^()\n]{{3,30}})?\)"
)
#: What stands in the next cell or behind the next comma: ``Kurz, Hilde | Schulberg 31 | Mischling``
_STREET_BEHIND_NAME = regex.compile(
    r"[ ]?(?:[,|;][ ]?|\t|[ ]{2,30})[ ]{0,30}(?P<value>(?:\p{Lu}[\p{L}'.-]{1,30}[ ]){0,2}"
    r"(?P<last>\p{Lu}[\p{L}'.-]{2,30})"
    r"[ ]\d{1,3}(?:[ ]?[a-z])?(?:[/-]\d{1,2}[a-z]?)?)(?=[ ]*(?:[|;,.)\t\n]|[ ]{2}|$))"
)
#: ``Nordwall 2      Quast``, ``3) 6:57 Dorfanger 77 -> Yağmur``
_STREET_BEFORE_NAME = regex.compile(
    r"^[ ]*(?:[-*•]|\d{1,3}[.)])?[ ]?(?:\d{1,2}[:.]\d{2}[ ])?(?P<value>(?:\p{Lu}[\p{L}'.-]{1,30}[ ]){0,2}"
    r"(?P<last>\p{Lu}[\p{L}'.-]{2,30})[ ]\d{1,3}(?:[ ]?[a-z])?(?:[/-]\d{1,2}[a-z]?)?)"
    r"(?:[ ]{2,30}|[ ]?(?:->|→|[|;:])[ ]*)"
    r"(?:(?:Fam|Fr|Hr|Ww|Frau|Herr|Familie)\.?[ ])?$",
    regex.MULTILINE,
)
#: Endings of streets that are words of the land as well.
_LAND = regex.compile(
    r"(?:weg|gasse|ring|damm|ufer|steig|stieg|pfad|platz|hof|berg|feld|mark|au|auen|kante|grund|anger|deich|diek"
    r"|dyk|reihe"
    r"|zeile|kamp|horst|wiese|wiesen|garten|gärten|heide|moor|bruch|busch|holz|hain|tal|bach|see|teich|brink"
    r"|brook|graben"
    r"|wall|tor|mühle|hang|höhe|halde|leite|winkel|eck|bogen|rain|acker|äcker|domäne|hafen|siedlung|stadt|lohe"
    r"|loh|stein|burg"
    r"|hütte|marsch|masch|sand|wisch|bült|trift|bleiche|lieth|hörn|breite|kuhle|wurt|hook)$",
    regex.IGNORECASE,
)
_NO_STREET = regex.compile(
    r"(?:arbeits|park|stell|sitz|studien|kita|pflege|sport|spiel|lehr)\p{L}*platz|bahnhof|bauhof|zimmer|raum"
    r"|gruppe|klasse",
    regex.IGNORECASE,
)


def places_beside(
    text: str, findings: list[Candidate], likely: Collection[tuple[int, int]] = ()
) -> Iterator[Candidate]:
    """``Sohn in Dresden``, ``Er ist in Busan selbständig``: known places in a sentence that speaks of a person, and
    what stands behind a birth date.

    Args:
        text: the normalised text.
        findings: those found so far, in the order of the text.
        likely: stretches that the tagger takes for a place, whatever they say about a person.
    """
    lexicon = load_lexicon()
    persons = sorted(finding.start for finding in findings if finding.entity == "PERSON" and finding.score >= 0.7)
    for finding in findings:
        if finding.entity == "DATE_OF_BIRTH":
            match = _BEHIND_BIRTH.match(text, finding.end)
            if match and (_is_place(lexicon, match["place"]) or match["in"]):
                yield _found(*match.span("place"), "Ort hinter einem Geburtsdatum.")
        elif finding.entity == "PERSON" and finding.score >= 0.7:
            match = _BEHIND_NAME.match(text, finding.end)
            if match and _is_place(lexicon, match["place"]):
                yield _found(*match.span("place"), "Ort hinter einem Namen.")
        if finding.entity in ("DATE_OF_BIRTH", "PERSON"):
            line = text.rfind("\n", 0, finding.start) + 1
            before = _STREET_BEFORE_NAME.match(text, max(line, finding.start - 90), finding.start)
            street = before or _STREET_BEHIND_NAME.match(text, finding.end)
            if street and _is_street(street):
                evidence = Evidence("Name und Hausnummer neben einer Person.")
                yield Candidate(*street.span("value"), "STREET_ADDRESS", 0.65, "StreetAddressRecognizer", evidence)
    if not persons:
        return
    start = 0
    for end in [*(match.start() for match in scan(_SENTENCE_END, text)), len(text)]:
        at = bisect_left(persons, start)
        if (at < len(persons) and persons[at] < end) or _SOMEBODY.search(text, start, end):
            yield from _in_sentence(text, start, end, lexicon, likely)
        start = end


def _is_street(match: regex.Match[str]) -> bool:
    """Whether the last word ends as streets do, and is more than that ending or not alone: not ``Zeile 1``."""
    ending = _LAND.search(match["last"])
    if ending is None or _NO_STREET.match(match["last"]):
        return False
    return ending.start() > 1 or match.start("last") > match.start("value")


def _in_sentence(
    text: str, start: int, end: int, lexicon: Lexicon, likely: Collection[tuple[int, int]]
) -> Iterator[Candidate]:
    for match in _IN.finditer(text, start, end):
        before = _BEFORE.search(text, max(start, match.start() - 40), match.start())
        if before and (_OFFICE.search(before["word"]) or before["word"].lower() in INSTITUTIONS):
            continue
        for group in ("place", "second"):
            if match[group] and (_is_place(lexicon, match[group]) or match.span(group) in likely):
                yield _found(*match.span(group), "Ort in einem Satz über eine Person.")


def _is_place(lexicon: Lexicon, value: str) -> bool:
    if value.lower() in NEVER or not (lexicon.place(value) or lexicon.place_abroad(value)):
        return False
    return not lexicon.listed(value) or len(value) > 4


def _found(start: int, end: int, reason: str) -> Candidate:
    return Candidate(start, end, "LOCATION", 0.7, "LocationRecognizer", Evidence(reason))
