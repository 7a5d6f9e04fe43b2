"""What to make of a stretch that the tagger holds for a person: its words, and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

from guardrails.lexicon import Lexicon
from guardrails.recognizers.base import any_of
from guardrails.recognizers.name_words import (
    CALENDAR,
    DATE_BEFORE,
    DETERMINER_BEFORE,
    FIELDS,
    INSTITUTIONS,
    NAME_AND_WORD,
    NAMED_THINGS,
    NEVER,
    NO_ADJECTIVES,
    NOT_ALONE,
    PARTICLES,
    PERSON_ENDINGS,
    PERSON_NOUNS,
    ROLES,
    SALUTATIONS,
    TITLES,
    VERBS,
)

WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['-]\p{L}[\p{L}\p{M}]*)*")
_OCCUPATION = regex.compile(
    r"\p{L}{4}(?:ent|ist|ant|eur|log[ei]?n?|aph|at|er|erin|or|keeper|coach|chef|vize|mann|frau)$"
)
#: "Passnr", "Kd-Nr", "Führerschein-Nr": labels that the tagger takes for names.
LABEL = regex.compile(r"(?:nr|nummer|-id|-nr)(?=\W*$|\b)", regex.IGNORECASE)
_INTO = regex.compile(
    r"(?<!\p{L})(?:in|aus|bis|via|nahe|Nähe[ ]von|(?:nörd|süd|öst|west)lich[ ]von)[ ]$", regex.IGNORECASE
)
_DIRECTION = regex.compile(r"(?<!\p{L})(?:in|aus|bis|nach|über|innerhalb|ganz)[ ]$", regex.IGNORECASE)
_NOUN_PHRASE = regex.compile(
    r"(?<!\p{L})"
    + any_of(
        r"der die das dem den des d\.h\. ein eine einen einem einer eines im am vom zum zur ins ans beim aufs durchs "
        r"kein keine keinen keiner jeder jede jedes jeden jedem dieser diese dieses diesen diesem dessen deren viele "
        r"wenige mehrere alle beide einige manche welche solche seine seinen seinem seiner ihre ihren ihrem ihrer "
        r"the a an"
    )
    + r"(?:[ ](?:\p{Ll}|\d)[\p{L}\d-]*(?:e|en|er|es|em|sten|ten))?[ ]$",
    regex.IGNORECASE,
)
#: ``zwei Rudel Wölfe``, ``Drei Völker``: what is counted is no person's name.
_COUNTED = regex.compile(
    r"(?<!\p{L})(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|hundert|mehrere|beide)[ ]$",
    regex.IGNORECASE,
)
_ADJECTIVE = regex.compile(r"(?<!\p{L})(?P<word>\p{Ll}{3,}(?:e|en|er|es|em))[ ]$")
#: ``Wisst ihr was?``: a verb at the start of a sentence.
_VERB_BEFORE = frozenset(("ihr", "du", "ich", "wir", "sie", "er", "man", "mir", "mich", "uns", "bitte", "mal"))
_SENTENCE = regex.compile(r"(?:^|[.!?:]|\n)[ ]?$")
_QUOTED_BEFORE = regex.compile(r"[\"„“”»‚‘'][ ]?$")
_QUOTED_BEHIND = regex.compile(r"[ ]?[\"“”«’']")
_NEXT = regex.compile(r"[ ]?(?:&[ ]?|-[ ]?)?(?P<word>\p{L}[\p{L}'-]*)")
#: ``Vogel und Wolf``: at the start of a sentence, two nouns without article
_NOUNS_IN_A_ROW = regex.compile(r"(?:^|[.!?:][ ]|\n)\p{Lu}\p{Ll}+[ ](?:und|oder|wie|sowie)[ ]$")
#: A text that writes nouns with a capital, as whoever writes names in small letters does not.
WITH_CAPITALS = regex.compile(r"\p{Ll}[ ]\p{Lu}\p{Ll}{2}")
#: ``RinAG``: an abbreviation of an office before a name.
INNER_CAPITALS = regex.compile(r"\p{Ll}\p{Lu}{2}")
#: How medicines are called that are in no list, and how much is taken of them.
MEDICINE = regex.compile(
    r"(?:cillin|mycin|oxacin|floxacin|azepam|azolam|dipin|april|sartan|statin|olol|azol|ivir|oxin|peridon|peron|apin"
    r"|solam|umol|tidin|fentanyl|parin|zapin|tralin|oxetin|pram|prazol|methason|pirin|fenac|profen|cumar|xaban)$"
)
_DOSE = regex.compile(r"[ ]\d+(?:[.,/]\d+)?[ ]?(?:mg|ml|µg|g|IE|Tropfen)\b")
#: Six words with a capital and commas between: villages, species, brands.
_LISTED = regex.compile(r"(?:\p{Lu}[\p{L}-]+,[ ]){5}\p{Lu}")
#: ``Viola odorata``, ``Tilia cordata``: the second part of a scientific name.
_LATIN_BEHIND = regex.compile(
    r"[ ](?P<word>\p{Ll}{3,}(?:ata|atum|atus|osa|osum|osus|ica|icum|alis|ensis|folia|oides|inus|ium|anus))\b"
)
#: A letter that German does not have: only names are written so.
_FOREIGN = regex.compile(r"(?![a-zäöüßA-ZÄÖÜéÉ'-])\p{L}")
#: How far away a word counts that comes again, in characters.
_AGAIN = 3_000
_LAST = regex.compile(r"(?P<word>\p{L}[\p{L}'-]*)(?:[ ]|[ ]?[„\"»][ ]?|/)$")


class Judged(NamedTuple):
    """A stretch that counts as a person."""

    start: int
    end: int
    score: float
    known: bool
    """Whether the lists of names know a word of it."""
    several: bool
    """Whether it has several words, and so is sure enough to be looked for elsewhere."""


@dataclass(frozen=True, slots=True)
class _Span:
    """The trimmed stretch and its words that are no everyday words."""

    start: int
    end: int
    names: tuple[str, ...]


def by_its_words(text: str, start: int, end: int, lexicon: Lexicon) -> Judged | None:
    """The stretch without everyday words at its edges, and what its words and surroundings make of it; ``None`` where
    they speak against a person.
    """
    span = _trimmed(text, start, end, lexicon)
    if span is None or LABEL.search(text, span.start, span.end):
        return None
    names = span.names
    lower_case = text[span.start : span.end].islower()
    if lower_case and not all((lexicon.given(n) or lexicon.surname(n)) and not lexicon.common(n) for n in names):
        return None
    if lower_case and len(names) == 1 and WITH_CAPITALS.search(text, max(0, start - 60), end + 60):
        return None
    if lexicon.given(names[0]) < 100 and counted(text, span.start):
        return None
    known = any(lexicon.given(name) > 0 or lexicon.surname(name) for name in names)
    several = len(names) > 1
    if not several and adjective_of_a_town(text, span.start, span.end, lexicon):
        return None
    if several and thing_of_a_brand(names[0], names[-1], lexicon):
        return None
    if names[-1].isupper() and len(names[-1]) < 4 and text[span.end : span.end + 1].isdigit():
        return None
    full = several and lexicon.given(names[0]) > 0 and not lexicon.noun(names[0])
    if not full and something_else(text, span.start, span.end, names, lexicon, known=known):
        return None
    if not known and not several and not _like_a_name(text, span.start, span.end, lexicon):
        return None
    return Judged(span.start, span.end, 0.75 if known and several else 0.7 if known else 0.6, known, several)


def adjective_of_a_town(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """``Königsberger Klopse``: an adjective of a place before a word with a capital that is no given name."""
    town = text[start : end - 2]
    if text[end - 2 : end] != "er" or text[start:end].lower() in NAME_AND_WORD:
        return False
    if not (lexicon.place(town) or lexicon.place_abroad(town)):
        return False
    following = _NEXT.match(text, end)
    return following is not None and following["word"][0].isupper() and not lexicon.given(following["word"])


def thing_of_a_brand(first: str, last: str, lexicon: Lexicon) -> bool:
    """``Ordner Leitz``: a brand behind an everyday word that is no person and no frequent name."""
    if last.lower() not in NOT_ALONE or lexicon.given(first) or not lexicon.common(first):
        return False
    key = first.lower()
    return not any(key in words for words in (NAME_AND_WORD, ROLES, PERSON_NOUNS, TITLES, SALUTATIONS))


def _like_a_name(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether something besides the tagger says that a single word in no list is a name: a noun for a person before
    it, a verb behind it where no article stands before it, a genitive before a noun, or that it comes again.
    """
    before = _LAST.search(text[max(0, start - 40) : start])
    word_before = before["word"].lower() if before else ""
    if word_before in PERSON_NOUNS or word_before in ROLES or word_before.endswith(PERSON_ENDINGS):
        return True
    if word_before in ("bin", "ist", "sind", "war") or text[end : end + 1] == ".":
        return False
    word = text[start:end]
    if word[0].isupper() and word[1:].islower() and _FOREIGN.search(word):
        return True
    following = _NEXT.match(text, end)
    if following and following["word"].lower() in VERBS and text[end : end + 1] == " ":
        return True
    if word.endswith("s") and following and following["word"][0].isupper() and lexicon.common(following["word"]):
        return True
    return word[0].isupper() and not word.isupper() and text.count(word, max(0, start - _AGAIN), end + _AGAIN) > 1


def _trimmed(text: str, start: int, end: int, lexicon: Lexicon) -> _Span | None:
    words = list(WORD.finditer(text, start, end))
    whole_lower = text[start:end].islower()
    plain: list[bool] = []
    for number, match in enumerate(words):
        word = match[0].lower()
        behind_given = number > 0 and lexicon.given(words[number - 1][0]) > 0
        known = lexicon.given(match[0]) > 0 or (lexicon.surname(match[0]) and (number == 0 or behind_given))
        plain.append(
            word in PARTICLES
            or word in NEVER
            or word in FIELDS
            or (not match[0][0].isupper() and not whole_lower)
            or INNER_CAPITALS.search(match[0]) is not None
            or (lexicon.common(match[0]) and not known)
        )
    while words and plain[-1]:
        words.pop()
        plain.pop()
    while len(words) > 1 and _leads_to_a_name(words[0][0], words[1][0], lexicon):
        words.pop(0)
        plain.pop(0)
    while words and plain[0] and words[0][0].lower() not in TITLES and words[0][0].lower() not in SALUTATIONS:
        words.pop(0)
        plain.pop(0)
    if not words or all(plain) or any(match[0].lower() in INSTITUTIONS for match in words[min(1, len(words) - 1) :]):
        return None
    names = tuple(match[0] for match, is_plain in zip(words, plain, strict=True) if not is_plain)
    if all(lexicon.common(name) and name.lower() not in NAME_AND_WORD for name in names):
        return None
    if max(len(name) for name in names) < 2:
        return None
    return _Span(words[0].start(), words[-1].end(), names)


def in_a_list(text: str, start: int, end: int) -> bool:
    """Whether a word stands in a long enumeration: of villages, species, brands."""
    begin = max(0, start - 160)
    return any(found.start() <= start - begin < found.end() + 24 for found in _LISTED.finditer(text[begin : end + 120]))


def _leads_to_a_name(first: str, second: str, lexicon: Lexicon) -> bool:
    """``Barkeeper Jan``, ``Zuspiel von``: an unlisted noun before a given name or a particle."""
    if lexicon.given(first) or lexicon.surname(first) or first.lower() in TITLES or first.lower() in SALUTATIONS:
        return False
    known = lexicon.given(second) >= 3 or second.lower() in PARTICLES
    return known or bool(_OCCUPATION.search(first) and lexicon.surname(second))


def noun_phrase_before(text: str, start: int) -> bool:
    """Whether an article, a pronoun or an adjective stands right before, so that a noun is to be expected."""
    before = text[max(0, start - 40) : start]
    if _NOUN_PHRASE.search(before):
        return True
    adjective = _ADJECTIVE.search(before)
    return adjective is not None and adjective["word"] not in NO_ADJECTIVES


def counted(text: str, start: int) -> bool:
    """Whether a number in words stands right before."""
    return _COUNTED.search(text[max(0, start - 12) : start]) is not None


def something_else(text: str, start: int, end: int, names: Sequence[str], lexicon: Lexicon, *, known: bool) -> bool:
    """Whether the surroundings say place, thing, title of a work or common noun rather than person.

    Args:
        text: the whole text.
        start: where the stretch begins.
        end: where it ends.
        names: its words that are no everyday words.
        lexicon: the word lists.
        known: whether lists and tagger agree that it may be a name; doubts count less then.
    """
    before = text[max(0, start - 40) : start]
    phrase = text[start:end]
    following = _NEXT.match(text, end)
    if following and following["word"].lower() in INSTITUTIONS:
        return True
    preceding = _LAST.search(before)
    thing_before = bool(preceding and preceding["word"].lower() in NAMED_THINGS)
    given = max(lexicon.given(name) for name in names)
    single = len(names) == 1
    word = names[0]
    if single and given < 20 and following and following["word"] in _VERB_BEFORE and _SENTENCE.search(before):
        return True
    if lexicon.place_abroad(phrase) and (given < 20 or (given < 300 and _DIRECTION.search(before))):
        return True
    if thing_before and given < 50:
        return True
    if single and word.lower() in NAME_AND_WORD and DETERMINER_BEFORE.search(before):
        return True
    if single and word.lower() in NAME_AND_WORD and _NOUNS_IN_A_ROW.search(before):
        return True
    if single and (word.lower() in NOT_ALONE or (word.lower() in CALENDAR and DATE_BEFORE.search(before))):
        return True
    if (
        single
        and noun_phrase_before(text, start)
        and given < 20
        and (not known or lexicon.noun(word) or lexicon.common(word))
    ):
        return True
    latin = _LATIN_BEHIND.match(text, end)
    if latin and not lexicon.common(latin["word"]):
        return True
    if known:
        return False
    if single and (in_a_list(text, start, end) or MEDICINE.search(word) or _DOSE.match(text, end)):
        return True
    if single and word.isupper() and len(word) < 6 and not text[max(0, start - 80) : end + 80].isupper():
        return True
    if single and _INTO.search(before) and not (word.endswith("s") and following and following["word"][0].isupper()):
        return True
    return bool(_QUOTED_BEFORE.search(before) and _QUOTED_BEHIND.match(text, end))
