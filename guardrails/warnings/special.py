"""Statements about a person that fall into a special category of Art. 9 GDPR."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import regex

from guardrails.warnings.knowledge import Mention
from guardrails.warnings.persons import About

#: How many sentences back a person may have been named for a word that is hardly said of anything else.
_BACK = 5
#: And how far, in characters.
_REACH = 400
#: Longest place that is shown as one, in characters.
_LONGEST = 120
#: As many categories in one sentence that names nobody are a list of what is protected.
_ENUMERATED = 3
_IS_A_NAME = regex.compile(r"(?<!\p{L})(?:Herrn?|Frau|Fr\.|Hr\.|Dr\.|Familie|Mrs?\.?|Ms\.?)[ \t\n]{1,2}$")
_TOPIC = regex.compile(
    r"(?<!\p{L})(?:Thema|Themen|Vortrag|Flyer|Broschüre|Merkblatt|Infoblatt|Fortbildung|Schulung|Seminar|Workshop|"
    r"Fachtag|Arbeitskreis|Sachgebiet|Statistik|Konzept|Leitfaden|Ratgeber|Dienstvereinbarung|Handreichung|Ausstellung|"
    r"Verein|Selbsthilfegruppe|Facharzt|Fachärztin|Forschung|Studie|Tagung|Richtlinie|Artikel|Facharbeit|Masterarbeit|"
    r"Stationsleit\p{L}{2,4}|zuständig|Beauftragte[rn]?|Beratungsstelle|topic|leaflet|training|workshop)"
    r"(?:s|es|e|en)?[ \t\n:\"„]{1,3}(?:(?:für|zu|zum|zur|über|von|gegen|on|about)[ \t\n\"]{1,3}[^.!?;,]{0,30})?$",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and whom it speaks of."""

    start: int
    end: int
    about: About


def special_statements(
    text: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], index_of: Callable[[int], int]
) -> list[Mention]:
    """The mentions that are about a person, at most one for a sentence and category, over all its words."""
    chosen: dict[tuple[int, str], Mention] = {}
    kinds: dict[int, set[str]] = {}
    for mention in mentions:
        kinds.setdefault(index_of(mention.start), set()).add(mention.category)
    personal = any(sentence.about.named or sentence.about.role for sentence in sentences)
    for mention in mentions:
        number = index_of(mention.start)
        if len(kinds[number]) >= _ENUMERATED and not (sentences[number].about.named or sentences[number].about.role):
            continue
        if _IS_A_NAME.search(text[max(0, mention.start - 16) : mention.start]) or not _about_a_person(
            text, mention, sentences, number, personal
        ):
            continue
        key = (number, mention.category)
        kept = chosen.get(key)
        if kept is None:
            chosen[key] = mention
        elif mention.end - kept.start <= _LONGEST:
            chosen[key] = replace(kept, end=max(kept.end, mention.end))
    return sorted(chosen.values(), key=lambda mention: (mention.start, mention.category))


def _about_a_person(text: str, mention: Mention, sentences: Sequence[Sentence], number: int, personal: bool) -> bool:
    sentence = sentences[number]
    if mention.group == "field":
        return personal
    if _TOPIC.search(text[max(sentence.start, mention.start - 60) : mention.start]):
        return False
    if sentence.about.someone:
        return True
    before = [
        earlier
        for earlier in sentences[max(0, number - _BACK) : number]
        if sentence.start - earlier.end <= _REACH and (earlier.about.named or earlier.about.role)
    ]
    if sentence.about.pronoun and before:
        return True
    if mention.group == "telling":
        return False
    following = number + 1 < len(sentences) and sentences[number + 1].about.named
    return bool(before) or following
