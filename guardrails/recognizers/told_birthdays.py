"""Birthdays told by an age, a feast, a year before the word, beside a child's name, or in another calendar."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.lexicon import load_lexicon
from guardrails.recognizers.birthday_phrases import AGES, NEEDED, PHRASES
from guardrails.recognizers.table_columns import column_head

#: What has birthdays beside people.
_OF_THINGS = regex.compile(
    r"(?<!\p{L})(?:\p{L}*(?:verein|gesetz|stadt|kita|firma|schule|bibliothek|museum|haus|amt|werk|bad|gemeinde|verband)"
    r"|republik|betrieb|verordnung|satzung"
    r"|\p{L}*(?:ung|heit|keit|schaft|tion|tät|behörde|straße|brücke|kirche|linie|anstalt|klinik|kasse|halle))(?!\p{L})[^.,!?\n]{0,30}$",
    regex.IGNORECASE,
)
#: Days as a spreadsheet counts them from 1900 on, in a column of birth dates.
_SERIAL = regex.compile(r"(?<=[;\t|][ ]?)[1-4]\d{4}(?=[ ]?[;\t|\n])")
_BIRTH_HEAD = regex.compile(r"[ ]*\"?(?:geb|geburt|birth|dob)", regex.IGNORECASE)


def told_birthdays(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every such day or year."""
    for match in _SERIAL.finditer(text):
        if _BIRTH_HEAD.match(column_head(text, match.start())):
            yield match.span()
    small = text.lower()

    def possible(pattern: regex.Pattern[str]) -> bool:
        words = NEEDED.get(pattern)
        return words is None or any(word in small for word in words)

    for pattern in filter(possible, AGES):
        for match in pattern.finditer(text):
            if not _OF_THINGS.search(text, max(0, match.start() - 60), match.start()):
                yield match.span("value")
    for pattern in filter(possible, PHRASES):
        for match in pattern.finditer(text):
            if "name" in pattern.groupindex and not _is_name(match["name"]):
                continue
            yield match.span("value")
            if "second" in pattern.groupindex and match["second"]:
                yield match.span("second")


def _is_name(word: str) -> bool:
    """Whether a word in front of a day reads like the name of a person."""
    lexicon = load_lexicon()
    return lexicon.given(word) > 0 or not lexicon.common(word)
