"""Names that no salutation, field or sign-off introduces: by their neighbours, what follows, and the lists."""

from collections.abc import Iterator

import regex

from guardrails.recognizers.name_reader import Name, NameReader, Reading
from guardrails.recognizers.name_words import (
    BORN,
    CAPITAL_PARTICLES,
    DETERMINERS,
    INSTITUTIONS,
    NAME_AND_WORD,
    NAMED_THINGS,
    NEVER,
    NOT_ALONE,
    PERSON_VERBS,
    RESIDES,
    SHORT_SURNAMES,
    TITLES,
)
from guardrails.recognizers.surname_first import surname_first
from guardrails.recognizers.tagged_names import counted, noun_phrase_before, something_else

#: ``Park Sung-min``: short surname, and a given name whose second part is written small.
_KOREAN = regex.compile(r"\p{Lu}\p{Ll}{1,5}")
_KOREAN_GIVEN = regex.compile(r"\p{Lu}[a-z]{1,5}-[a-z]{2,6}")
#: Bearers in the list of given names from which a name counts without a surname.
_FREQUENT = 30
_SEVERAL = 3
#: In front of a clause that begins with its subject.
_CLAUSES = frozenset(("", "\n", ".", "!", "?", ":", "-", "|", ">", "dass", "weil", "da", "ob", "und", "wenn", ";", "•"))
#: Endings of words for what somebody is, in front of a name.
_ROLE_ENDINGS = ("er", "erin", "ist", "istin", "ent", "ant", "eur", "loge", "login", "vize", "chef", "chefin", "star")


def free_names(reader: NameReader, index: int) -> Iterator[Reading]:
    """The names that may begin at a capital word."""
    if reader.initial(index):
        yield from _initial(reader, index)
        return
    yield from surname_first(reader, index)
    yield from _korean(reader, index)
    if reader.lower[index] in CAPITAL_PARTICLES and not reader.capital(index - 1):
        yield from _particle(reader, index)
        return
    word = reader.words[index]
    given = reader.lexicon.given(word)
    if reader.common(index) and not (given >= 50 and reader.capital(index + 1)):
        line_start = reader.at(index - 1) in ("", "\n")
        if line_start and _introduced_behind(reader, index + 1) and reader.lexicon.surname(word):
            yield Reading(Name(index, index + 1, (word,)), 0.7, "Name vor „geb.“ oder „wohnhaft“.")
        return
    name = reader.read(index, certain=given > 0)
    if name is None or _inside_a_name(reader, index):
        return
    if _introduced_behind(reader, name.behind) and not _of_a_place(reader, index):
        yield Reading(name, 0.9, "Name vor „geb.“ oder „wohnhaft“.")
    elif len(name.words) > 1:
        yield from _several_words(reader, name)
    elif not reader.lexicon.place(word) or given >= 50:
        yield from _one_word(reader, name)


def unlisted_names(reader: NameReader, index: int) -> Iterator[Reading]:
    """Two to four words with a capital that are in no list of everyday words, places or things."""
    position = index
    while (
        position < len(reader)
        and position < index + 5
        and _close(reader, index, position)
        and _may_be_a_name(reader, position, first=position == index)
    ):
        position += 1
    words = tuple(reader.words[index:position])
    if not 2 <= len(words) <= 4 or reader.capital(index - 1) or reader.at(position) in INSTITUTIONS:
        return
    if reader.lower[index] in CAPITAL_PARTICLES and len(words) < 3:
        return
    lexicon = reader.lexicon
    if not lexicon.given(words[0]) and words[0].endswith(_ROLE_ENDINGS):
        return
    name = Name(index, position, words)
    start = reader.starts[index]
    if noun_phrase_before(reader.text, start) or counted(reader.text, start) or lexicon.place_abroad(" ".join(words)):
        return
    if not _something_else(reader, name):
        yield Reading(name, 0.55, "Mehrere Wörter hintereinander, die keine Alltagswörter sind.")


def _close(reader: NameReader, first: int, index: int) -> bool:
    """Whether no column of a table lies between the word and the one before it."""
    return index == first or reader.starts[index] - reader.ends[index - 1] <= 2


def _may_be_a_name(reader: NameReader, index: int, *, first: bool) -> bool:
    key, word = reader.lower[index], reader.words[index]
    if not reader.capital(index) or len(word) < 2 or word.isupper() or not word.replace("-", "").isalpha():
        return False
    if key in CAPITAL_PARTICLES and first:
        return True
    if key in SHORT_SURNAMES and not first:
        return True
    if key in NEVER or key in NAMED_THINGS or key in INSTITUTIONS or key in NOT_ALONE or key in TITLES:
        return False
    lexicon = reader.lexicon
    place = lexicon.place(word) or lexicon.place_abroad(word)
    return not reader.common(index) and not place and not lexicon.noun(word)


def _initial(reader: NameReader, index: int) -> Iterator[Reading]:
    numbered = reader.at(index - 1) == ")" and reader.at(index - 2).isdigit()
    if (
        (reader.at(index - 1) in (".", ")", "§") and not numbered)
        or reader.capital(index - 1)
        or reader.at(index) == "st"
    ):
        return
    name = reader.read(index, certain=False)
    if name is None or len(name.words) < 2:
        return
    last = name.behind - 1
    if reader.lexicon.surname(name.words[-1]):
        yield Reading(name, 0.7, "Anfangsbuchstabe mit bekanntem Nachnamen.")
        return
    word = name.words[-1]
    place = reader.lexicon.place(word) or reader.lexicon.place_abroad(word)
    if not reader.common(last) and len(word) > 2 and not word.isupper() and not place:
        yield Reading(name, 0.6, "Anfangsbuchstabe vor einem Wort, das kein Alltagswort ist.")


def _korean(reader: NameReader, index: int) -> Iterator[Reading]:
    """``Park Sung-min``: the second part of the given name is written small."""
    word = reader.words[index]
    if len(word) > 6 or not _KOREAN.fullmatch(word) or index + 1 >= len(reader):
        return
    if _KOREAN_GIVEN.fullmatch(reader.words[index + 1]):
        name = Name(index, index + 2, (word, reader.words[index + 1]))
        yield Reading(name, 0.8, "Nachname mit Vornamen in koreanischer Schreibweise.")


def _particle(reader: NameReader, index: int) -> Iterator[Reading]:
    """``El Amrani`` at the start of a sentence"""
    name = reader.read(index, certain=False)
    if name is None or reader.common(name.behind - 1):
        return
    if reader.lexicon.surname(name.words[-1]) or reader.lexicon.given(name.words[0]):
        yield Reading(name, 0.6, "Namenszusatz mit bekanntem Nachnamen.")


def _several_words(reader: NameReader, name: Name) -> Iterator[Reading]:
    lexicon = reader.lexicon
    first, last = name.words[0], name.words[-1]
    if reader.lower[name.first] in NAME_AND_WORD and reader.at(name.first - 1) in DETERMINERS:
        return
    given = lexicon.given(first)
    surname = lexicon.surname(last)
    if given < 100 and counted(reader.text, reader.starts[name.first]):
        return
    if given < 100 and (
        reader.lower[name.first] in NAMED_THINGS
        or reader.lower[name.first] in NOT_ALONE
        or lexicon.place_abroad(" ".join(name.words))
    ):
        return
    if name.words[-1].lower() in INSTITUTIONS or reader.at(name.first - 1) in NAMED_THINGS:
        return
    role = first.endswith(_ROLE_ENDINGS) and lexicon.given(name.words[1]) >= _SEVERAL
    if not given and not lexicon.surname(first) and role:
        return
    if given and (surname or not lexicon.common(last)) and not (lexicon.place(first) and given < 100):
        yield Reading(name, 0.9 if given >= 20 and surname else 0.8, "Bekannter Vorname mit Nachnamen.")
    elif all(lexicon.given(word) or lexicon.surname(word) for word in name.words) and not lexicon.place(first):
        yield Reading(name, 0.6, "Mehrere Wörter, die als Namen bekannt sind.")
    elif (given or surname) and not _something_else(reader, name):
        yield Reading(name, 0.55, "Bekannter Name neben einem Wort, das kein Alltagswort ist.")


def _one_word(reader: NameReader, name: Name) -> Iterator[Reading]:
    lexicon = reader.lexicon
    word = name.words[0]
    given = lexicon.given(word)
    elsewhere = bool(lexicon.place(word) or lexicon.place_abroad(word) or lexicon.noun(word))
    if reader.lower[name.first] in NOT_ALONE:
        return
    if given >= _FREQUENT and not (lexicon.place(word) and given < 300):
        if not _something_else(reader, name, known=len(word) > 3 or not word.isupper()):
            yield Reading(name, 0.6, "Häufiger Vorname.")
    elif given >= _SEVERAL and not elsewhere:
        if not _something_else(reader, name, known=not word.isupper()):
            yield Reading(name, 0.6, "Bekannter Vorname.")
    elif not given and _is_genitive(reader, name):
        yield Reading(name, 0.6, "Häufiger Vorname im Genitiv.")
    elif _is_party(reader, name):
        yield Reading(name, 0.7, "Name einer Partei vor oder hinter „./.“.")
    elif lexicon.surname(word) and len(word) > 3:
        if reader.at(name.first - 1) == "bitte":
            yield Reading(name, 0.55, "Bekannter Nachname hinter „bitte“.")
        elif reader.at(name.behind) in PERSON_VERBS:
            yield Reading(name, 0.6, f"Bekannter Nachname vor „{reader.words[name.behind]}“.")
        elif not elsewhere and not _something_else(reader, name, known=False):
            yield Reading(name, 0.55, "Bekannter Nachname.")
    elif not elsewhere and _unknown_subject(reader, name):
        yield Reading(name, 0.55, f"Unbekanntes Wort ohne Artikel vor „{reader.words[name.behind]}“.")


def _something_else(reader: NameReader, name: Name, *, known: bool = False) -> bool:
    start, end = reader.starts[name.first], reader.ends[name.behind - 1]
    return something_else(reader.text, start, end, name.words, reader.lexicon, known=known)


def _unknown_subject(reader: NameReader, name: Name) -> bool:
    """``Krawiec fragt nach``: a word in no list begins a clause and does what persons do."""
    word = name.words[0]
    if reader.at(name.first - 1) not in _CLAUSES or reader.at(name.behind) not in PERSON_VERBS:
        return False
    return word[-2:] not in ("en", "er") and not word.isupper() and not _something_else(reader, name)


def _is_genitive(reader: NameReader, name: Name) -> bool:
    """``Alberts Antrag``: a frequent given name with -s before a noun."""
    stem, ending = name.words[0][:-1], name.words[0][-1]
    lexicon = reader.lexicon
    if ending != "s" or lexicon.given(stem) < _FREQUENT or lexicon.common(stem) or lexicon.place(stem):
        return False
    return reader.capital(name.behind) and reader.common(name.behind)


def _is_party(reader: NameReader, name: Name) -> bool:
    """``Meier ./. Krause``"""
    before = [reader.at(name.first - step) for step in (3, 2, 1)]
    behind = [reader.at(name.behind + step) for step in range(3)]
    return [".", "/", "."] in (before, behind)


def _inside_a_name(reader: NameReader, index: int) -> bool:
    """Whether a given name stands right before, from which the whole name was read already."""
    before = index - 1
    return (
        before >= 0
        and reader.capital(before)
        and bool(reader.lexicon.given(reader.words[before]))
        and not reader.common(before)
    )


def _of_a_place(reader: NameReader, index: int) -> bool:
    """``im Klinikum Bischofsaue geboren``, ``in Halle wohnhaft``"""
    return reader.at(index - 1) in INSTITUTIONS or reader.at(index - 1) in (
        "in",
        "zu",
        "aus",
        "bei",
        "im",
        "am",
        "nach",
    )


def _introduced_behind(reader: NameReader, position: int) -> bool:
    if reader.at(position) in (",", "(", "-"):
        position += 1
    word = reader.at(position)
    if reader.at(position - 1) == "(":
        age = position + 2 if word == "ca" else position + 1 if word == "~" else position
        if reader.at(age).isdigit() and len(reader.at(age)) <= 2 and reader.at(age + 1) in (")", ",", "j", "jahre"):
            return not reader.at(age + 2).isdigit()
    star = word == "*" and reader.at(position + 1).isdigit() and reader.at(position + 2) in (".", "/", "-")
    return word in BORN or word in RESIDES or star
