"""Names that follow from the persons found beside them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Candidate, Evidence
from guardrails.recognizers.name_words import INSTITUTIONS, NAME_AND_WORD, NEVER, PERSON_NOUNS, ROLES, TITLES

_AND = r"[ ]?(?:,?[ ](?:und|oder|sowie|bzw\.|and|or|u\.|mit)[ ]|[ ]?[&+/>][ ]?)"
_BEHIND = regex.compile(rf"{_AND}(?P<name>\p{{L}}[\p{{L}}\p{{M}}'-]*)(?=(?P<rest>[ ]?\p{{Lu}})?)")
_BEFORE = regex.compile(rf"(?<![\p{{L}}'-])(?P<name>\p{{L}}[\p{{L}}\p{{M}}'-]*){_AND}$")
#: ``Petra Kern („Mucki“)``
_NICKNAME = regex.compile(r"[ ]?(?:\([ ]?)?[„\"“»'](?P<name>\p{Lu}\p{Ll}{2,14})[\"“”«'](?=[ ]?[),.;\n]|[ ]|$)")
_CALLED = Evidence("Spitzname hinter dem Namen einer Person.", identifying=False)
#: Longest stretch before a name in which the one it is joined to begins, in characters.
_NEAR = 40


def names_beside(text: str, findings: list[Candidate]) -> Iterator[Candidate]:
    """``Aroha oder Winter?``, ``ekow & efua asante``: a possible name joined to a certain one."""
    taken = {at for finding in findings for at in (finding.start, finding.end)}
    evidence = Evidence("Steht mit „und“, „oder“ oder einem Zeichen neben dem Namen einer Person.", identifying=False)
    for finding in findings:
        if finding.entity != "PERSON" or finding.score < 0.7:
            continue
        nickname = _NICKNAME.match(text, finding.end)
        if nickname and nickname["name"].lower() not in NEVER:
            yield Candidate(*nickname.span("name"), "PERSON", 0.65, "PersonRecognizer", _CALLED)
        small = text[finding.start : finding.end].islower()
        behind = _BEHIND.match(text, finding.end)
        before = _BEFORE.search(text, max(0, finding.start - _NEAR), finding.start)
        for match in (behind, before):
            if match is None or match.start("name") in taken or match.end("name") in taken:
                continue
            if match is behind and match["rest"]:
                continue
            if _possible(match["name"], small=small):
                start, end = match.span("name")
                yield Candidate(start, end, "PERSON", 0.65, "PersonRecognizer", evidence)


def _possible(word: str, *, small: bool) -> bool:
    """Whether the word may be a name: written like the one beside it, and known as one."""
    key = word.lower()
    if len(word) < 3 or key in NEVER or key in PERSON_NOUNS | ROLES | TITLES | INSTITUTIONS:
        return False
    lexicon = load_lexicon()
    if small:
        return word.islower() and not lexicon.common(word) and (lexicon.given(word) >= 3 or lexicon.surname(word))
    if not word[0].isupper() or (word.isupper() and len(word) < 5):
        return False
    return (
        key in NAME_AND_WORD
        or lexicon.surname(word)
        or lexicon.given(word) >= 100
        or (lexicon.given(word) >= 3 and not lexicon.common(word))
    )
