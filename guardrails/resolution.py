"""From many overlapping matches to the findings of a text: one per stretch, placeholders untouched, deterministic."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial as partial_of

import regex

from guardrails.about_people import supported
from guardrails.addresses_in_columns import addresses_in_columns
from guardrails.deadline import scan
from guardrails.entities import PLACEHOLDER_PATTERN
from guardrails.entry_values import values_in_entries
from guardrails.lexicon import fold, load_lexicon
from guardrails.misspelt_names import misspelt_names
from guardrails.names_before_numbers import names_before_numbers
from guardrails.names_in_rows import names_in_rows
from guardrails.numbers_in_columns import numbers_in_columns
from guardrails.recognizers.base import Candidate, Evidence, compiled
from guardrails.recognizers.location import LIKELY_PLACE
from guardrails.recognizers.name_words import (
    CALENDAR,
    DATE_BEFORE,
    DETERMINER_BEFORE,
    NAME_AND_WORD,
    NEVER,
    PARTICLES,
    ROLES,
    SALUTATIONS,
    TITLES,
)
from guardrails.related_dates import dates_beside
from guardrails.related_names import names_beside
from guardrails.related_numbers import related_numbers
from guardrails.related_places import places_beside
from guardrails.whole_words import whole_words

_EDGE = " \t\n\r,;:.!?\"'()<>|=*/-"
_ADDRESS_GAP = regex.compile(r"[ \t]*[,;|·•*/]?[ \t]*\n?[ \t]*(?:in[ ])?|[ \t]*-[ \t]*")
#: ``Weidenstieg 2, Seniorenhaus, 21423 Winsen``
_HOUSE_BETWEEN = regex.compile(r",[ ]\p{Lu}[\p{L} ./-]{1,30}(?:[ ]\d{1,3}[a-z]?)?,[ ]")
#: ``R-a-j-e-s-h (Leerzeichen) Menon``
_SAID_BLANK = regex.compile(
    r"[ ]?[(\[<]?(?:leerzeichen|leertaste|leerstelle|blank|space|bindestrich|komma)[)\]>]?[ ]?", regex.IGNORECASE
)
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['-]\p{L}[\p{L}\p{M}]*)*")
_TOWN_BEHIND_STREET = compiled(
    r"(?:,[ ]|[ ]in[ ]|[ ]nach[ ]|,?[ ]?\n[ ]?|[ ])(?P<value>\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+|[ ](?:am"
    r"|an[ ]der)[ ]\p{Lu}\p{L}+)?)(?!\p{L})",
    ignore_case=False,
)
_HOME_BEHIND_NAME = compiled(
    r"(?:,?[ ](?:\(|ist[ ]|kommt[ ]|kam[ ])?|[ ]?\()(?:\d{1,2}(?:[ ]J(?:ahre|\.)?(?:[ ]alt)?)?[, ]{1,3}"
    r"|(?:seit|is[ ]|ist[ ])[^,.\n]{0,16}[ ])?(?:aus|from|in(?=[^\n]{3,28}(?:gemeldet|wohn|leb)))[ ](?:dem[ ]|der[ ])?"
    r"(?P<value>\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+){0,2}(?:[ ](?:am|an[ ]der|im|bei)[ ]\p{Lu}\p{L}+)?)(?!\p{L})",
    ignore_case=False,
)
_ZIP = regex.compile(r"\d{5}")
_FLEXIBLE = frozenset(("PERSON", "LOCATION"))
#: Numbers that have no length of their own.
NUMBERS = frozenset(
    ("DE_CASE_NUMBER", "DE_BENEFIT_ID", "DE_PERSONNEL_ID", "DE_ID_CARD", "DE_PASSPORT", "DE_FOREIGNER_ID")
)


def resolve(
    text: str,
    candidates: Iterable[Candidate],
    thresholds: dict[str, float],
    known_names: Collection[str] = (),
    *,
    partial: bool = False,
) -> list[Candidate]:
    """The findings of a normalised text, in its order, without overlaps.

    Args:
        text: the normalised text.
        candidates: all matches.
        thresholds: least score by entity; an entity that is missing here is ignored.
        known_names: folded words of persons who are known already: marked by hand, or found earlier in the same stream.
        partial: the text is a part of a longer one, of which it does not tell whom it is about.
    """
    protected = [match.span() for match in scan(PLACEHOLDER_PATTERN, text)]
    candidates = list(candidates)
    usable = [c for c in candidates if c.entity in thresholds and c.score >= thresholds[c.entity]]
    trimmed = [t for c in usable for t in _outside(_without_title(text, c), protected, text)]
    chosen = _choose(text, trimmed)
    if not partial and not known_names:
        chosen = supported(text, chosen)
    extra: list[Candidate] = []
    for related in (
        _relations(text, chosen, known_names),
        names_beside(text, chosen),
        names_in_rows(text, chosen),
        names_before_numbers(text, chosen),
        addresses_in_columns(text, chosen),
        misspelt_names(text, chosen),
    ):
        extra += [t for c in related if c.entity in thresholds for t in _outside(c, protected, text)]
    chosen = _choose(text, chosen + extra) if extra else chosen
    likely = frozenset((c.start, c.end) for c in candidates if c.entity == "LOCATION" and c.score <= LIKELY_PLACE)
    for further in (
        numbers_in_columns,
        partial_of(places_beside, likely=likely),
        partial_of(values_in_entries, likely=likely),
    ):
        extra = [t for c in further(text, chosen) if c.entity in thresholds for t in _outside(c, protected, text)]
        chosen = _choose(text, chosen + extra) if extra else chosen
    return whole_words(text, _joined(text, chosen))


def name_words(text: str) -> list[str]:
    """The words of a name that stand for the person: no titles, particles or initials; surname first if so written."""
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    return [word for word in words if fold(word) not in PARTICLES and fold(word).strip(".") not in TITLES]


def _without_title(text: str, candidate: Candidate) -> Candidate:
    """Salutation and title stay in the sentence; the placeholder then reads ``Frau Dr. [PERSON_1]``."""
    if candidate.entity != "PERSON" or candidate.evidence.reason.startswith("Initialen unter"):
        return candidate
    start = candidate.start
    sex = candidate.evidence.sex
    for match in _WORD.finditer(text, candidate.start, candidate.end):
        word = match[0].lower()
        if word in ("jun", "sen") and text[match.end() : match.end() + 1] == " ":
            break  # a given name: the titles stand behind a name or have a full stop
        salutation = word in SALUTATIONS
        if salutation:
            sex = SALUTATIONS[word] or sex
        if (
            not salutation
            and word not in TITLES
            and not all(part in TITLES for part in word.split("-"))
            and not (
                word in ROLES and start == match.start() and match.end() < candidate.end and text[match.end()] != ","
            )
        ):
            break
        start = match.end()
        while start < candidate.end and text[start] in " .\n":
            start += 1
    return replace(candidate, start=start, evidence=replace(candidate.evidence, sex=sex))


def _outside(candidate: Candidate, protected: list[tuple[int, int]], text: str) -> Iterable[Candidate]:
    """The parts of a match that are no literal placeholder, without blanks and punctuation at the edges."""
    start = candidate.start
    for begin, end in protected:
        if end <= start or begin >= candidate.end:
            continue
        yield from _stripped(candidate, start, begin, text)
        start = end
    yield from _stripped(candidate, start, candidate.end, text)


def _stripped(candidate: Candidate, start: int, end: int, text: str) -> Iterable[Candidate]:
    if candidate.entity not in ("SECRET", "URL"):
        keep = "(+" if candidate.entity == "PHONE_NUMBER" else ""
        while start < end and text[start] in _EDGE and text[start] not in keep:
            start += 1
        while start < end and text[end - 1] in _EDGE and not _belongs(text, start, end):
            end -= 1
    if start < end and any(character.isalnum() for character in text[start:end]):
        yield replace(candidate, start=start, end=end)


def _belongs(text: str, start: int, end: int) -> bool:
    """Whether the last character is part of the value: a bracket opened inside, the padding of Base64."""
    last = text[end - 1]
    return (last == ")" and "(" in text[start:end]) or (
        last == "=" and end - start > 11 and text[start : end - 2].isalnum()
    )


def _weight(candidate: Candidate) -> float:
    flexible = 0.2 if candidate.entity in _FLEXIBLE else 0.0
    return candidate.score - flexible + 0.001 * min(candidate.end - candidate.start, 150)


def _choose(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The heaviest match takes its stretch; what others cover beyond it stays theirs, so that nothing found is lost."""
    united = _united(candidates)
    order = sorted(united, key=lambda c: (-_weight(c), c.start, -c.end, c.entity, c.recognizer))
    owner: list[Candidate] = []
    taken = bytearray(len(text))
    for candidate in order:
        covered = taken[candidate.start : candidate.end]
        if not any(covered):
            owner.append(candidate)
            taken[candidate.start : candidate.end] = b"\x01" * len(covered)
            continue
        position = candidate.start
        while position < candidate.end:
            if taken[position]:
                position += 1
                continue
            behind = position
            while behind < candidate.end and not taken[behind]:
                behind += 1
            if behind - position < 3:
                _lengthen(text, owner, taken, candidate, position, behind)
            else:
                for rest in _stripped(candidate, position, behind, text):
                    if rest.end - rest.start >= 3 and _worth_keeping(text, rest):
                        owner.append(rest)
                        taken[rest.start : rest.end] = b"\x01" * (rest.end - rest.start)
            position = behind
    return sorted(owner, key=lambda c: c.start)


def _lengthen(text: str, owner: list[Candidate], taken: bytearray, candidate: Candidate, start: int, end: int) -> None:
    """The last sign of a number that one match left out goes to the one that took the rest: ``-8`` to ``L 00441``."""
    if candidate.entity not in NUMBERS or end != candidate.end or not text[end - 1].isalnum():
        return
    for place, one in enumerate(owner):
        if one.end == start and one.entity in NUMBERS and one.start >= candidate.start:
            owner[place] = replace(one, end=end)
            taken[start:end] = b"\x01" * (end - start)


def _worth_keeping(text: str, rest: Candidate) -> bool:
    """Whether what another finding left of a match still says something by itself."""
    if rest.entity == "PERSON":
        return text[rest.start].isupper()
    return (rest.entity != "STREET_ADDRESS" and rest.entity not in NUMBERS) or any(
        character.isdigit() for character in text[rest.start : rest.end]
    )


def _united(candidates: list[Candidate]) -> list[Candidate]:
    """Overlapping matches of one entity become one, with the strongest one's reason."""
    result: list[Candidate] = []
    by_entity: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_entity.setdefault(candidate.entity, []).append(candidate)
    for group in by_entity.values():
        group.sort(key=lambda c: (c.start, -c.end, -c.score, c.recognizer))
        current: Candidate | None = None
        for candidate in group:
            if current is None or candidate.start >= current.end:
                if current is not None:
                    result.append(current)
                current = candidate
                continue
            best = candidate if candidate.score > current.score else current
            other = current if best is candidate else candidate
            evidence = replace(
                best.evidence,
                sex=best.evidence.sex or other.evidence.sex,
                identifying=best.evidence.identifying or other.evidence.identifying,
            )
            current = replace(best, start=current.start, end=max(current.end, candidate.end), evidence=evidence)
        if current is not None:
            result.append(current)
    return result


def _relations(text: str, findings: list[Candidate], known_names: Collection[str]) -> list[Candidate]:
    """What follows from the persons found: their names elsewhere, and a birth date right behind the name."""
    lexicon = load_lexicon()
    names = set(known_names)
    extra: list[Candidate] = [*related_numbers(text, findings), *dates_beside(text, findings)]
    for finding in findings:
        if finding.entity == "STREET_ADDRESS":
            town = _TOWN_BEHIND_STREET.match(text, finding.end)
            if town and _ZIP.search(text, finding.start, finding.end) is None and lexicon.place(town["value"]):
                start, end = town.span("value")
                extra.append(
                    Candidate(start, end, "LOCATION", 0.8, "LocationRecognizer", Evidence("Ort hinter der Straße."))
                )
        if finding.entity != "PERSON":
            continue
        if finding.evidence.identifying:
            names.update(searchable_names(text[finding.start : finding.end]))
        home = _HOME_BEHIND_NAME.match(text, finding.end)
        if home and (lexicon.place(home["value"]) or not lexicon.common(home["value"])):
            start, end = home.span("value")
            extra.append(
                Candidate(start, end, "LOCATION", 0.75, "LocationRecognizer", Evidence("Herkunft hinter einem Namen."))
            )
    if names:
        evidence = Evidence("Der Name kommt im Text an anderer Stelle sicher als Person vor.", identifying=False)
        for match in scan(_WORD, text):
            word = match[0]
            if not word[0].isupper() and len(word) < 5:
                continue
            folded = fold(word)
            stem = regex.sub(r"'?s?$", "", folded)
            if not (folded in names or stem in names):
                continue
            before = text[max(0, match.start() - 12) : match.start()]
            if folded in CALENDAR and DATE_BEFORE.search(before):
                continue
            if folded in NAME_AND_WORD or stem in NAME_AND_WORD:
                plain_noun = bool(DETERMINER_BEFORE.search(before))
            else:
                plain_noun = lexicon.listed(word) and not word.isupper()
                if not plain_noun and lexicon.common(word):
                    plain_noun = word.islower() or bool(DETERMINER_BEFORE.search(before))
            if not plain_noun:
                extra.append(Candidate(match.start(), match.end(), "PERSON", 0.7, "PersonRecognizer", evidence))
    return extra


def searchable_names(name: str) -> set[str]:
    """The folded words of a name that are looked for in the rest of the text; everyday words are not."""
    lexicon = load_lexicon()
    words = [word for word in name_words(name) if len(word) > 2]
    found = {
        fold(word)
        for word in words
        if (fold(word) in NAME_AND_WORD or not lexicon.listed(word)) and (fold(word) not in NEVER or len(words) == 1)
    }
    if words:
        last = fold(words[-1])
        if last.endswith("s") and last in found and len(last) > 4:
            found.add(last[:-1])
    return found


def _joined(text: str, findings: list[Candidate]) -> list[Candidate]:
    """Street and town become one finding; so do the words of one name."""
    result: list[Candidate] = []
    for finding in findings:
        before = result[-1] if result else None
        if before is not None:
            gap = text[before.end : finding.start]
            address = (
                before.entity == "STREET_ADDRESS"
                and finding.entity in ("STREET_ADDRESS", "LOCATION")
                and (
                    _ADDRESS_GAP.fullmatch(gap)
                    or (_HOUSE_BETWEEN.fullmatch(gap) and _ZIP.match(text, finding.start, finding.end))
                )
            )
            name = before.entity == finding.entity == "PERSON" and (gap in (" ", "") or _SAID_BLANK.fullmatch(gap))
            if address or name:
                evidence = replace(before.evidence, sex=before.evidence.sex or finding.evidence.sex)
                result[-1] = replace(before, end=finding.end, score=max(before.score, finding.score), evidence=evidence)
                continue
        result.append(finding)
    return result
