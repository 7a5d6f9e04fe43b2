"""What stands beside a surname that is an everyday word as well, so that it can only be the surname."""

from __future__ import annotations

import regex

from guardrails.lexicon import Lexicon
from guardrails.recognizers.name_words import (
    FIELDS,
    INSTITUTIONS,
    NAME_AND_WORD,
    NEVER,
    PERSON_ENDINGS,
    PERSON_NOUNS,
    ROLES,
)

#: Occupations and parts in a proceeding, shortened: ``Sozialarb. Brandes``, ``Hausm. Koch``.
SHORTENED_ROLE = regex.compile(
    r"(?:arb|sachb|bearb|hausm|hausmstr|meist|mstr|leit|ltr|dolm|begl|betr|päd|erz|anw|insp|koll|kolln|prakt|vertr|vors"
    r"|berat|teaml|gruppenl|zugf|schw|pflegem|pflegev|vorm|komm|therap|psych|assist|sekr|bevollm|antragst"
    r"|antr|ast|bekl|zeug|mitgl|stv)$",
    regex.IGNORECASE,
)
_WORD_BEFORE = regex.compile(r"(?P<word>\p{L}[\p{L}-]+)(?P<stop>\.?)[ ](?:(?:Dr|Prof)\.[ ])?$")
#: Who does a duty: ``Nachtwache Lübben``, ``Rufbereitschaft: Koch``.
_DUTY = regex.compile(
    r"(?<!\p{L})(?:nachtwache|tagwache|(?:nacht|tag|früh|spät|tür|pforten|bereitschafts|not)dienst|rufbereitschaft|bereitschaft"
    r"|aufsicht|pausenaufsicht|badeaufsicht|vertretung|springer(?:in)?|fahrdienst|schichtleitung|schichtführ(?:er|erin|ung)"
    r"|übergabe[ ]an)[ ]?(?:\([^()\n]{1,20}\)[ ]?)?[:=]?[ ]{1,3}$",
    regex.IGNORECASE,
)
#: How somebody can be reached, right behind.
_REACHED = regex.compile(
    r"[ ]?[(,:–-]{0,2}[ ]?(?:(?:Tel|Mobil|Handy|Funk|DW|App)\.?[ ]?:?[ ]?)?\(?(?:\+49|0\d{2,4})[ ]?[/ -]?[ ]?\d"
)
_JOINT = r"(?:[ ]?[,/&+][ ]?|[ ](?:und|u\.|sowie|oder)[ ])"
_NEXT = regex.compile(rf"{_JOINT}(?P<name>\p{{Lu}}[\p{{L}}\p{{M}}'-]{{2,}})(?![ ]\p{{Lu}}|\.\p{{L}})")
_PREVIOUS = regex.compile(rf"(?<![\p{{L}}\p{{M}}'-])(?P<name>\p{{Lu}}[\p{{L}}\p{{M}}'-]{{2,}}){_JOINT}$")
#: Bearers of a given name from which on it is one beside another name.
_FREQUENT = 20


def only_a_surname(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a role, a duty, a telephone number or another name beside it says that a surname is one."""
    return (
        behind_a_role(text, start)
        or on_duty(text, start)
        or _REACHED.match(text, end) is not None
        or among_names(text, start, end, lexicon)
    )


def behind_a_role(text: str, start: int) -> bool:
    """Whether a noun for a person, or one that is shortened, stands right before."""
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if before is None:
        return False
    key = before["word"].lower()
    if before["stop"]:
        return SHORTENED_ROLE.search(key) is not None
    return before["word"][0].isupper() and (key in PERSON_NOUNS or key in ROLES or key.endswith(PERSON_ENDINGS))


def on_duty(text: str, start: int) -> bool:
    """Whether a duty stands right before."""
    return _DUTY.search(text, max(0, start - 50), start) is not None


def among_names(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """``Lange, Pieper und Morozova``: whether what it is joined to is a name and no everyday word."""
    neighbours = (_NEXT.match(text, end), _PREVIOUS.search(text, max(0, start - 40), start))
    return any(match is not None and _a_name(match["name"], lexicon) for match in neighbours)


def _a_name(word: str, lexicon: Lexicon) -> bool:
    key = word.lower()
    if key in NEVER or key in FIELDS or key in INSTITUTIONS or lexicon.place(word) or lexicon.place_abroad(word):
        return False
    if lexicon.common(word) or lexicon.noun(word):
        return False
    return key in NAME_AND_WORD or lexicon.surname(word) or lexicon.given(word) >= _FREQUENT
