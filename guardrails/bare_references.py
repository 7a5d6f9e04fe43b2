"""References that ``reference_shapes`` leaves in doubt: persons and words around them decide."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import regex

from guardrails.deadline import scan
from guardrails.recognizers.base import Candidate, Evidence
from guardrails.recognizers.reference_surroundings import surroundings

#: Blocks of letters and digits with signs between, a short prefix in capitals before, one letter behind.
_REFERENCE = regex.compile(
    r"(?<![\p{L}\p{N}_@/.,:&#§-])(?:(?P<prefix>\p{Lu}{2,4})[ ])?"
    r"(?P<body>(?:\p{Lu}{1,6}|\p{Lu}\p{Ll}{1,4}|\p{Lu}{0,3}\d{1,14}\p{Lu}{0,3})"
    r"(?:(?:[./-]|//)(?:\d{1,14}[\p{Lu}]{0,3}|\p{Lu}{1,6}\d{0,6}|\p{Lu}\p{L}{1,4}(?!\p{L})|\p{L})){1,7}+)(?![\p{L}\p{N}_@])(?!,\d|[.:/-]\d)"
)
_BLOCK = regex.compile(r"[\p{L}\d]+")
_YEAR = regex.compile(r"(?:19[6-9]\d|20[0-3]\d)")
_PLAIN = regex.compile(
    r"\d{1,2}\.\d{1,2}\.(?:\d{2,4})?(?:-\d{1,2}\.\d{1,2}\.?(?:\d{2,4})?)?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|[\d.]+|\d+[/-]\d+"
    r"|\d{4}-\d{2}-\d{2}T?\d*|(?:19|20)\d{2}[/-]\d{2,4}|\d{3,5}[/-][\d/-]+|\d{1,2}\.\d{1,2}\.?[/-]\d{1,2}\.\d{1,2}\.?"
)
_DATE = regex.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{2,4}")
#: First blocks of norms, laws, papers of parliaments, forms, products, versions, tickets of IT, numbers of budgets.
_NO_PREFIX_WORDS = (
    "DIN EN ISO IEC VDE VDI RFC CVE ISBN ISSN EAN GTIN DOI BT BR DS DRS BGBL ABL EU EG VO RL TOP KW RAL HTTP "
    "USB HDMI PC IT INC CHG REQ TCK TKT SR PRB RITM JIRA HELP SN TYP LED A4 A3 DR V VER REV COVID SARS UTF MS "
    "KB RE CPV WKN NUTS LK GEMA ISIN LOS KG HOAI VOB VGV UVGO UN CAS UFI REACH ASR DGUV BGV BGI TRGS TRBS EC "
    "ICE RB IC S U BUS LINIE B A L K M E KFW TA GHS FFP IP MP RG RGB PS ICD OPS GOZ EBM PZN LOT CH PROD ART "
    "INV KST TB WLAN BSI CON ORP APP SYS NET INF "
)
_NO_PREFIX = frozenset(_NO_PREFIX_WORDS.split())
#: How far around a reference persons count, in characters.
_NEAR_PERSON = 120
_SCORE_AT_LEAST = 0.5


def bare_references(text: str, findings: list[Candidate]) -> Iterator[Candidate]:
    """What is built like the reference of a case and stands where one may stand.

    Args:
        text: the normalised text.
        findings: those found so far, in the order of the text.
    """
    starts = [finding.start for finding in findings]
    persons = [finding.start for finding in findings if finding.entity in ("PERSON", "DATE_OF_BIRTH", "STREET_ADDRESS")]
    evidence = Evidence("Aufbau und Umfeld eines Aktenzeichens.")
    for match in scan(_REFERENCE, text):
        start, end = match.span()
        score: float = _build(match)
        other = _overlapping(findings, starts, start, end)
        if score <= 0 or (other and not _is_part(other, start, end)):
            continue
        if other:
            yield Candidate(start, end, other.entity, other.score, other.recognizer, other.evidence)
            continue
        score += surroundings(text, start, end) + (0.15 if _near(persons, start, end) else 0.0)
        if score >= _SCORE_AT_LEAST:
            yield Candidate(start, end, "DE_CASE_NUMBER", min(score, 0.7), "DeCaseNumberRecognizer", evidence)


def _overlapping(findings: list[Candidate], starts: list[int], start: int, end: int) -> Candidate | None:
    index = bisect_left(starts, end) - 1
    return findings[index] if index >= 0 and findings[index].end > start else None


def _is_part(finding: Candidate, start: int, end: int) -> bool:
    """Whether a rule has found a reference but not all of it."""
    return finding.entity == "DE_CASE_NUMBER" and start <= finding.start and finding.end < end


def _near(persons: list[int], start: int, end: int) -> bool:
    index = bisect_left(persons, start - _NEAR_PERSON)
    return index < len(persons) and persons[index] <= end + _NEAR_PERSON


def _build(match: regex.Match[str]) -> float:
    """How much the build alone says: letters beside numbers, a year, a long number, different signs."""
    body, prefix = match["body"], match["prefix"] or ""
    blocks = _BLOCK.findall(body)
    first = (prefix or blocks[0]).upper()
    digits = sum(character.isdigit() for character in body)
    letters = [block for block in blocks if block.isalpha()]
    if digits < 4 or first in _NO_PREFIX or (_DATE if prefix else _PLAIN).fullmatch(body):
        return 0.0
    years = [block for block in blocks if _YEAR.fullmatch(block)]
    longest = max((len(block) for block in blocks if block.isdigit() and block not in years[:1]), default=0)
    if not letters and not prefix and longest < 4:
        return 0.0
    year = bool(years) and len(blocks) > 2
    signs = len({character for character in body if not character.isalnum()})
    score: float = 0.1 + 0.1 * bool(letters or prefix) + 0.15 * year + 0.1 * (longest > 3)
    score += 0.1 * (signs > 1) + 0.1 * (len(blocks) > 2) + 0.05 * (digits > 6)
    return float(score)
