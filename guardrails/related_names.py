"""What the persons found in a text say about its doubtful names."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Candidate, Evidence
from guardrails.recognizers.lone_names import WEAK
from guardrails.recognizers.name_words import INSTITUTIONS, NAME_AND_WORD, NEVER, PERSON_NOUNS, ROLES, TITLES, VERBS
from guardrails.recognizers.tagged_names import noun_phrase_before

#: Findings that do not tell that a text speaks of somebody.
_NO_PERSON = frozenset(("LOCATION", "URL", "IP_ADDRESS"))
#: Words from which on a text is long enough to say of whom it speaks.
_LONG = 25
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['-]\p{L}[\p{L}\p{M}]*)*")
_LAST_WORD = regex.compile(r"(?P<word>\p{L}+)[ ]$")
_NEXT_WORD = regex.compile(r"[ ](?P<word>\p{Ll}+)(?!\p{L})")
#: Words with a capital at the start of a sentence, behind which a name may stand.
_BEFORE_NAMES = frozenset(
    ("und", "ob", "dass", "weil", "wenn", "wie", "auch", "nur", "aber", "denn", "when", "if", "and")
)
_AND = r"[ ]?(?:,?[ ](?:und|oder|sowie|bzw\.|and|or|u\.|mit)[ ]|[ ]?[&+/>][ ]?)"
_BEHIND = regex.compile(rf"{_AND}(?P<name>\p{{L}}[\p{{L}}\p{{M}}'-]*)(?=(?P<rest>[ ]?\p{{Lu}})?)")
_BEFORE = regex.compile(rf"(?<![\p{{L}}'-])(?P<name>\p{{L}}[\p{{L}}\p{{M}}'-]*){_AND}$")
#: ``Petra Kern („Mucki“)``
_NICKNAME = regex.compile(r"[ ]?(?:\([ ]?)?[„\"“»'](?P<name>\p{Lu}\p{Ll}{2,14})[\"“”«'](?=[ ]?[),.;\n]|[ ]|$)")
_CALLED = Evidence("Spitzname hinter dem Namen einer Person.", identifying=False)
#: Longest stretch before a name in which the one it is joined to begins, in characters.
_NEAR = 40


def supported(text: str, findings: list[Candidate]) -> list[Candidate]:
    """Without doubtful single names, where nothing else in a longer text speaks of a person; without weak ones where
    nothing else at all does.

    What is left in doubt are plants, storms, dishes, brands called by a name. A text about people names one of them
    in full, with a salutation, an office or a relation, holds an identifier, or says what somebody called by a given
    name does.
    """
    certain = [finding for finding in findings if not _is_doubtful(text, finding)]
    if len(certain) == len(findings) or any(finding.entity not in _NO_PERSON for finding in certain):
        return findings
    if any(_acts(text, finding) for finding in findings):
        return findings
    strong = [finding for finding in findings if finding.entity != "PERSON" or finding.score > WEAK]
    return strong if sum(1 for _ in scan(_WORD, text)) < _LONG else certain


def _is_doubtful(text: str, finding: Candidate) -> bool:
    if finding.entity != "PERSON":
        return finding.entity == "LOCATION" and finding.score <= 0.75
    single = " " not in text[finding.start : finding.end]
    return finding.score <= 0.6 or (single and finding.recognizer == "TaggerRecognizer")


def _acts(text: str, finding: Candidate) -> bool:
    """Whether a given name that is no noun or place stands before a verb, or is told a task behind a preposition."""
    if finding.entity != "PERSON":
        return False
    word = text[finding.start : finding.end]
    lexicon = load_lexicon()
    if lexicon.given(word) < 3 or lexicon.common(word) or lexicon.noun(word):
        return False
    if lexicon.place(word) or lexicon.place_abroad(word) or noun_phrase_before(text, finding.start):
        return False
    before = _LAST_WORD.search(text, max(0, finding.start - 30), finding.start)
    if before and (before["word"][0].isupper() and before["word"].lower() not in _BEFORE_NAMES):
        return False
    behind = _NEXT_WORD.match(text, finding.end)
    return behind is not None and behind["word"] in VERBS


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
