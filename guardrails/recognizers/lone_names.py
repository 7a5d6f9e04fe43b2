"""Surnames that are everyday words and stand for a person without salutation: ``Winter rief an``.

What is read here is weak: it counts only where the rest of the text speaks of a person for certain, or where what
follows is what only a person does.
"""

from __future__ import annotations

from collections.abc import Iterator

from guardrails.recognizers.name_reader import Name, NameReader, Reading
from guardrails.recognizers.name_words import (
    CALENDAR,
    DATE_BEFORE,
    DETERMINERS,
    DONE,
    FIELDS,
    INSTITUTIONS,
    NAME_AND_WORD,
    NEVER,
    PERSON_NOUNS,
    PERSON_VERBS,
    ROLES,
    SAYS,
    VERBS,
)
from guardrails.recognizers.tagged_names import noun_phrase_before

#: Worth of a name that needs other persons in the text; see :func:`guardrails.about_people.supported`.
WEAK = 0.52
_RINGS = frozenset(("rief", "ruft", "teilt", "teilte", "meldet", "meldete", "lehnt", "lehnte", "gibt", "gab"))
_RINGS_BEHIND = frozenset(("an", "mit", "sich", "ab", "zurück", "heute", "gestern", "nochmal", "wieder", "erneut"))
_WITH = frozenset(("mit", "an", "bei", "von", "für", "durch", "gegen", "über", "laut", "wegen", "zu"))
_STARTS = frozenset(
    ("", "\n", ".", "!", "?", ":", "-", "–", "•", ">", "|", ";", "dass", "ob", "weil", "und", "da", "wenn")
)
#: Words between the name and the participle of a note.
_FAR = 4


def lone_names(reader: NameReader, index: int) -> Iterator[Reading]:
    """The everyday word at ``index``, where it can only be a name or may be one."""
    key = reader.lower[index]
    frequent = key in NAME_AND_WORD
    if not (frequent or reader.lexicon.surname(reader.words[index])) or len(key) < 3:
        return
    if key in NEVER or key in FIELDS or key in INSTITUTIONS or key in PERSON_NOUNS or key in ROLES:
        return
    before = reader.at(index - 1)
    if (
        before in DETERMINERS
        or (reader.capital(index - 1) and before not in _WITH)
        or noun_phrase_before(reader.text, reader.starts[index])
    ):
        return
    name = Name(index, index + 1, (reader.words[index],))
    behind = reader.at(index + 1)
    if key in CALENDAR and DATE_BEFORE.search(reader.text, max(0, reader.starts[index] - 16), reader.starts[index]):
        return
    if behind == "heißen":
        yield Reading(name, 0.6, f"Name vor „{behind}“.")
    if before in _STARTS and (frequent or behind in SAYS):
        if behind in SAYS or (behind in _RINGS and reader.at(index + 2) in _RINGS_BEHIND):
            yield Reading(name, 0.65 if frequent else WEAK, f"Nachname vor „{reader.words[index + 1]}“.")
        elif behind in PERSON_VERBS or (behind in VERBS and key not in CALENDAR):
            yield Reading(name, WEAK, f"Vielleicht ein Nachname, vor „{reader.words[index + 1]}“.")
    if _done(reader, index + 1) and (before in _STARTS or before in _WITH):
        yield Reading(name, 0.6 if frequent else WEAK, "Nachname in einer Notiz über ein Gespräch.")
    elif before in _WITH and frequent and key not in CALENDAR and not _noun_behind(reader, index + 1):
        yield Reading(name, WEAK, f"Vielleicht ein Nachname, hinter „{reader.words[index - 1]}“.")


def _noun_behind(reader: NameReader, index: int) -> bool:
    """``mit Berg Heu``, ``mit Berg und tal``: whether another noun goes on with the word, or none is joined to it."""
    return reader.capital(index) or (reader.at(index) in ("und", "oder", "bis", "-") and not reader.capital(index + 1))


def _done(reader: NameReader, position: int) -> bool:
    """Whether a participle or infinitive of talking ends the clause that begins at ``position``."""
    for step in range(_FAR):
        word = reader.at(position + step)
        if word in DONE:
            return reader.at(position + step + 1) in ("", "\n", ".", ",", ";", "!", "-", "–", ")", "und")
        if not word.isalnum() or reader.capital(position + step):
            return False
    return False
