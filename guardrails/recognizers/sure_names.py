"""How much a sure tagger counts: names that the lists doubt, small letters, initials, what was cut off too much."""

from __future__ import annotations

import regex

from guardrails.deadline import once
from guardrails.lexicon import Lexicon
from guardrails.readings.scanned_words import read_by_a_scanner
from guardrails.recognizers.name_company import behind_a_role, on_duty, only_a_surname
from guardrails.recognizers.name_words import (
    CALENDAR,
    DATE_BEFORE,
    FIELDS,
    INSTITUTIONS,
    NEVER,
    PARTICLES,
    SALUTATIONS,
    TITLES,
)
from guardrails.recognizers.office_names import abbreviates_an_office
from guardrails.recognizers.tagged_names import (
    INNER_CAPITALS,
    LABEL,
    MEDICINE,
    WITH_CAPITALS,
    WORD,
    Judged,
    by_its_words,
    in_a_list,
)

#: From here on the tagger needs nobody who agrees; about a surname that is a noun as well, and about names of several
#: words in small letters.
_SURE = 0.93
_SURE_OF_WORDS = 0.97
_SURE_OF_A_NOUN = 0.97
#: An item of a list, a cell of a table, the start of an entry.
_ITEM_BEFORE = regex.compile(r"(?:^|\n|[;,|/][ ]{0,3})$")
_ITEM_BEHIND = regex.compile(r"[ ]?(?:[,:;|/]|\n|$)")
_SURE_OF_SMALL = 0.9
#: From here on it is right about a surname that is an everyday word too, where what stands beside it agrees.
_SURE_IN_COMPANY = 0.85
_SHORT_PARTICLE = regex.compile(r"(?:[vdz]\.[ ]?){1,3}[ ]?")
#: Fewer children of that name in the lists may be a slip of whoever kept them.
_GIVEN_TO_SOME = 6


def judge(text: str, start: int, end: int, lexicon: Lexicon, sure: float = 0.0) -> Judged | None:
    """The stretch without everyday words at its edges and what it is worth; ``None`` where it is no person.

    Args:
        text: the text.
        start: where the stretch begins.
        end: where it ends.
        lexicon: the word lists.
        sure: how sure the tagger is.
    """
    if _FILE.search(text, start, end) or abbreviates_an_office(text[start:end].strip(".,:")):
        return None
    judged = by_its_words(text, start, end, lexicon)
    if judged is None and sure >= _SURE_IN_COMPANY:
        judged = initials(text, start, end, lexicon) or _in_company(text, start, end, lexicon)
    if judged is None and sure >= _SURE_OF_SMALL:
        judged = _small(text, start, end, lexicon)
    if sure < _SURE:
        return judged
    if judged is None:
        return _as_tagged(text, start, end, lexicon, sure)
    if sure >= _SURE_OF_WORDS and once(read_by_a_scanner, text):
        return judged._replace(start=start, end=end)  # ``Edith Er1en bach``
    left, right = (start, judged.start), (judged.end, end)
    return judged._replace(
        start=start if _belongs(text, *left, lexicon) else judged.start,
        end=end if _belongs(text, *right, lexicon) else judged.end,
    )


def _belongs(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether what was cut off a name at one of its edges are initials, particles or names. A word in small letters
    that no list of names knows is a verb behind it (``Frau Grünwald ließe``).
    """
    if _SHORT_PARTICLE.fullmatch(text, start, end):
        return True
    words = [match[0] for match in WORD.finditer(text, start, end)]
    if any(INNER_CAPITALS.search(word) for word in words):
        return False
    small = [word for word in words if word.islower() and word not in PARTICLES]
    if any(lexicon.given(word) < _GIVEN_TO_SOME and not lexicon.surname(word) for word in small):
        return False
    if len(words) > 1 and all(word.lower() in PARTICLES for word in words[:-1]):
        words = words[:-1] if words[-1].lower() not in NEVER else words  # ``von der Trave``, whatever Trave is
    return bool(words) and all(
        (len(word) < 3 and word[0].isupper())
        or word.lower() in PARTICLES
        or not (lexicon.common(word) or word.lower() in SALUTATIONS or word.lower() in TITLES or word.lower() in NEVER)
        for word in words
    )


def _in_company(text: str, start: int, end: int, lexicon: Lexicon) -> Judged | None:
    """``Sozialarb. Brandes``, ``Lange, Pieper und Morozova``: one surname with a role or other names beside it."""
    word = text[start:end]
    if not _SURNAME.fullmatch(word) or word.lower() in NEVER | INSTITUTIONS | FIELDS:
        return None
    if not lexicon.surname(word) and not (lexicon.place(word) and on_duty(text, start)):
        return None
    if not only_a_surname(text, start, end, lexicon):
        return None
    told = behind_a_role(text, start) or on_duty(text, start)
    return Judged(start, end, 0.7 if told else 0.65, True, False)


def _a_name(word: str, lexicon: Lexicon) -> bool:
    return lexicon.given(word) > 0 or lexicon.surname(word)


def _small(text: str, start: int, end: int, lexicon: Lexicon) -> Judged | None:
    """``jewgeni rastorgujew``: names of several words in small letters, none of them an everyday word; one that the
    lists know behind an article.
    """
    names = [word for word in WORD.findall(text, start, end) if word.lower() not in PARTICLES]
    if not text[start:end].islower() or not _LETTERS.fullmatch(text, start, end) or not in_small_letters(text, start):
        return None
    if any(lexicon.common(name) or lexicon.place(name) or len(name) < 3 or name in NEVER for name in names):
        return None
    known = any(_a_name(name, lexicon) for name in names)
    if len(names) < 2 and not known:
        return None
    return Judged(start, end, 0.6, known, len(names) > 1)


def in_small_letters(text: str, start: int) -> bool:
    """Whether nouns around are written in small letters, as in hasty messages."""
    return WITH_CAPITALS.search(text, max(0, start - 80), start + 80) is None


_SURNAME = regex.compile(r"\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}{2,})?")
_FILE = regex.compile(r"\p{L}\.(?:docx?|odt|rtf|pdf|xlsx?|csv|jpe?g|png|tiff?|zip|msg|eml|txt)$")
_LETTERS = regex.compile(r"[\p{L}\p{M}' -]+")
_INITIALS = regex.compile(r"(?:[vz]\.[ ]?)?\p{Lu}\p{Ll}{0,3}\.?(?:[ -]?\p{Lu}\p{Ll}{0,2}\.)?|\p{Lu}{2,3}|-\p{Ll}{2,3}-")
#: Where somebody signs with initials: a line of their own, or behind a field of who did something.
_SIGNS_BEFORE = regex.compile(r"(?:^|\n|[ ]{3}|(?:\p{Ll}:|[Gg]ez\.|H[dz]\.|Handzeichen|Kürzel)[ ])$")
_SIGNS_BEHIND = regex.compile(r"\.?[ ]*(?:$|\n|[|;,][ \n]|[ ]{2}|\d{1,2}[./]|/[ ]?\p{Lu})")
#: What somebody did who signs: letters behind it are initials even if they are an abbreviation elsewhere.
_SIGNING = regex.compile(
    r"(?<!\p{L})(?:(?:gepr|ges|gesehen|geprüft|erl|erledigt|aufg|aufgen|aufgenommen|bearb|bearbeitet|erf|erfasst|notiert|verf"
    r"|verfügt|gez|gef|gefertigt|kontrolliert|übergeben|abgen|abgenommen|unterschr|verm|vermerk|sb|hz|nz|kz|kürzel|handzeichen"
    r"|sachb|zust|diktat|i\.A)(?:\.|[ ]von|[ ]durch)?[ ]?:?[ ])(?:\p{Lu}\p{Ll}{0,2}\.?[ ]?/[ ]?)?$",
    regex.IGNORECASE,
)


def initials(text: str, start: int, end: int, lexicon: Lexicon) -> Judged | None:
    """``Gez. Wö.``, ``angeordnet: v. Rh.``, ``-ms-``: what somebody signs with, at the end of a line or a cell."""
    value = text[start:end]
    if _INITIALS.fullmatch(value) is None or value.strip("-.").lower() in NEVER | FIELDS:
        return None
    signing = _SIGNING.search(text, max(0, start - 24), start) is not None
    if not (signing or _SIGNS_BEFORE.search(text, max(0, start - 14), start)) or not _SIGNS_BEHIND.match(text, end):
        return None
    listed = lexicon.listed(value.strip("-.")) and not signing
    return None if listed or value.strip("-.").lower() in INSTITUTIONS else Judged(start, end, 0.65, False, False)


def _as_tagged(text: str, start: int, end: int, lexicon: Lexicon, sure: float) -> Judged | None:
    """What a sure tagger marked, whatever stands around it, if a word of it is no everyday word."""
    words = [match[0] for match in WORD.finditer(text, start, end)]
    names = [word for word in words if word.lower() not in PARTICLES and word.lower() not in TITLES]
    if not names or any(word.lower() in INSTITUTIONS or word.lower() in NEVER for word in names):
        return None
    if LABEL.search(text, start, end) or lexicon.place_abroad(text[start:end]):
        return None
    if len(names) == 1 and names[0].lower() in CALENDAR and DATE_BEFORE.search(text, max(0, start - 40), start):
        return None
    if all(lexicon.common(word) and not lexicon.given(word) > 20 for word in names):
        surname = lexicon.surname(names[-1]) and names[-1][0].isupper() and sure >= _SURE_OF_A_NOUN
        if not (surname and _ITEM_BEFORE.search(text, max(0, start - 4), start) and _ITEM_BEHIND.match(text, end)):
            return None
    if sure < _SURE_OF_WORDS and any(
        word.isupper() or (lexicon.common(word) and not lexicon.given(word)) for word in names
    ):
        return None
    if "_" in text[max(0, start - 1) : end]:
        return None
    if len(names) == 1 and (MEDICINE.search(names[0]) or in_a_list(text, start, end)):
        return None
    known = any(_a_name(name, lexicon) for name in names)
    return Judged(start, end, 0.6, known, len(names) > 1)
