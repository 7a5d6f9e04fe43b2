"""Names in the genitive, which no list holds in that form: ``Leons Halbschwester``, ``Max' Schwester``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.recognizers.name_reader import Name, NameReader, Reading
from guardrails.recognizers.name_words import (
    BELONGINGS,
    DETERMINERS,
    FILES,
    NAME_AND_WORD,
    NAMED_THINGS,
    NEVER,
    PERSON_NOUNS,
)
from guardrails.recognizers.tagged_names import noun_phrase_before

#: Bearers in the list of given names from which a genitive counts before any noun.
_SEVERAL = 3
_ADJECTIVE = regex.compile(r"\p{Ll}{2,}(?:e|en|er|es|em|te|ten)")


def genitive_names(reader: NameReader, index: int) -> Iterator[Reading]:
    """The name in the genitive at ``index``, if what belongs to it follows."""
    word = reader.words[index]
    stem, behind = _stem(reader, index)
    if not stem or reader.at(index - 1) in DETERMINERS or noun_phrase_before(reader.text, reader.starts[index]):
        return
    owned = _owned(reader, behind)
    if not owned or reader.at(index - 1) in NAMED_THINGS:
        return
    lexicon = reader.lexicon
    key = stem.lower()
    everyday = lexicon.common(stem) or lexicon.noun(stem)
    named = lexicon.given(stem) >= (100 if everyday or lexicon.place(stem) else _SEVERAL)
    personal = owned in BELONGINGS or owned in PERSON_NOUNS or owned in FILES
    surname = key in NAME_AND_WORD or (lexicon.surname(stem) and not lexicon.place(stem))
    unlisted = not (lexicon.common(word) or lexicon.place(stem) or lexicon.place_abroad(stem) or everyday)
    if named and not lexicon.place_abroad(stem):
        yield Reading(Name(index, behind, (word,)), 0.7 if personal else 0.6, "Vorname im Genitiv.")
    elif personal and (surname or (unlisted and owned in PERSON_NOUNS)):
        yield Reading(Name(index, behind, (word,)), 0.6, "Name im Genitiv vor dem, was jemandem gehört.")


def _stem(reader: NameReader, index: int) -> tuple[str, int]:
    """The name without its ending, and the index behind it; empty where the word is no genitive."""
    word = reader.words[index]
    if not reader.capital(index) or len(word) < 4 - (reader.at(index + 1) == "'") or reader.lower[index] in NEVER:
        return "", index
    if word[-1] in "sxzß" and reader.at(index + 1) == "'" and reader.starts[index + 1] == reader.ends[index]:
        return word, index + 1 if reader.at(index + 2) != "s" else index
    if (
        reader.at(index + 1) == "'"
        and reader.at(index + 2) == "s"
        and reader.starts[index + 2] == reader.ends[index] + 1
    ):
        return word, index + 3
    if word[-1] == "s" and word[-2] not in "sS" and word.isalpha():
        return word[:-1], index + 1
    return "", index


def _owned(reader: NameReader, behind: int) -> str:
    """The noun behind a genitive, an adjective or a second name between; empty where there is none."""
    if reader.at(behind - 1) == "s" and reader.at(behind - 2) == "'":  # English: "Sven's mother"
        return reader.at(behind) if reader.at(behind).isalpha() else ""
    position = behind + (reader.at(behind) == "'")
    if reader.at(position) in ("und", "oder") and reader.capital(position + 1) and reader.at(position + 1)[-1] in "sxz":
        position += 2
    for _ in range(2):
        if position < len(reader) and _ADJECTIVE.fullmatch(reader.words[position]):
            position += 1
    if not reader.capital(position) or reader.starts[position] - reader.ends[position - 1] > 1:
        return ""
    return reader.lower[position] if reader.common(position) or reader.at(position) in PERSON_NOUNS else ""
