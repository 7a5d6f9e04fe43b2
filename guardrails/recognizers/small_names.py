"""Names written in small letters, and names that begin with small particles."""

from collections.abc import Iterator

from guardrails.recognizers.name_reader import Name, NameReader, Reading
from guardrails.recognizers.name_words import NEVER, NOT_ALONE, VERBS

#: Bearers in the list of given names from which a name counts beside a surname.
_SEVERAL = 3
#: The same beside a word that is in no list.
_SMALL = 10


def small_names(reader: NameReader, index: int) -> Iterator[Reading]:
    """``ludmila iwanowa``: two words in small letters that the lists know as given name and surname only."""
    lexicon = reader.lexicon
    if lexicon.given(reader.words[index]) < _SEVERAL or index + 1 >= len(reader) or reader.capital(index + 1):
        return
    following = reader.words[index + 1]
    if len(following) < 3 or not following.isalpha() or reader.lower[index] in NEVER:
        return
    if reader.common(index) or reader.common(index + 1) or reader.starts[index + 1] - reader.ends[index] > 1:
        return
    name = Name(index, index + 2, (reader.words[index], following))
    if lexicon.surname(following):
        yield Reading(name, 0.7, "Bekannter Vorname mit bekanntem Nachnamen, klein geschrieben.")
    elif lexicon.given(reader.words[index]) >= _SMALL and (
        lexicon.given(following) >= _SEVERAL or _no_verb(reader, index + 1)
    ):
        yield Reading(name, 0.6, "Bekannter Vorname und ein Wort, das kein Alltagswort ist, klein geschrieben.")


def _no_verb(reader: NameReader, index: int) -> bool:
    """Whether a word in small letters, unknown to all lists, is no form of a verb or adjective either."""
    word = reader.lower[index]
    if len(word) < 5 or reader.lower[index] in VERBS or not word.isalpha() or reader.lexicon.place(word):
        return False
    endings = ("te", "ten", "tet", "st", "test", "t", "en", "e", "er", "es", "em")
    return not any(word.endswith(ending) and reader.lexicon.common(word[: -len(ending)] + "en") for ending in endings)


def double_particles(reader: NameReader, index: int) -> Iterator[Reading]:
    """``dass von der Heydt``: two particles and a known surname"""
    last = index + 2
    if reader.lower[index] not in ("von", "van") or reader.at(index + 1) not in ("der", "den", "dem", "de"):
        return
    if reader.capital(last) and reader.lexicon.surname(reader.words[last]) and not reader.common(last):
        name = Name(index, last + 1, tuple(reader.words[index : last + 1]))
        if not reader.lexicon.place(reader.words[last]) and reader.lower[last] not in NOT_ALONE:
            yield Reading(name, 0.65, "Namenszusätze mit bekanntem Nachnamen.")
