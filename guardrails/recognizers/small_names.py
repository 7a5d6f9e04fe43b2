"""Names written in small letters, and names that begin with small particles."""

from collections.abc import Iterator

from guardrails.recognizers.name_reader import Name, NameReader, Reading
from guardrails.recognizers.name_words import CALENDAR, NAME_AND_WORD, NEVER, NOT_ALONE, VERBS
from guardrails.recognizers.sure_names import in_small_letters

#: Bearers in the list of given names from which a name counts beside a surname.
_SEVERAL = 3
#: The same beside a word that is in no list.
_SMALL = 10
#: A given name that is frequent enough behind a preposition.
_FREQUENT = 30
_FEMININE = frozenset(("die", "welche"))
_ARTICLES = frozenset(("der", "dem", "den", *_FEMININE))
_BEFORE = frozenset(("von", "mit", "für", "bei", "und", "vom", "zum", "auch", "dass", "ob", "weil"))


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


def called_small(reader: NameReader, index: int) -> Iterator[Reading]:
    """``die koch hat angerufen``, ``liegt bei maik``: one word in a text without capitals.

    Surnames that are masculine nouns as well stand behind ``die`` only where a woman is meant; a word that only the
    lists of names know, behind an article and before a verb; a frequent given name behind a preposition.
    """
    key, before, lexicon = reader.lower[index], reader.at(index - 1), reader.lexicon
    article = before in _ARTICLES
    if len(key) < 4 or not (article or before in _BEFORE) or key in NEVER or not key.isalpha():
        return
    known = lexicon.given(key) >= _SEVERAL or lexicon.surname(key)
    if not (known or key in NAME_AND_WORD) or not in_small_letters(reader.text, reader.starts[index]):
        return
    acts = reader.at(index + 1) in VERBS
    everyday = reader.common(index) or lexicon.noun(key) or lexicon.place(key) or key in NAME_AND_WORD
    name = Name(index, index + 1, (reader.words[index],))
    if before in _FEMININE and key in NAME_AND_WORD and key not in CALENDAR - {"winter", "sommer", "herbst"}:
        if acts or before == "welche" or reader.at(index + 1) in (",", "?", "!", ".", "", "\n"):
            yield Reading(name, 0.65, f"Nachname hinter „{before}“, klein geschrieben.")
    elif article and acts and not everyday:
        yield Reading(name, 0.65, f"Name hinter „{before}“, klein geschrieben.")
    elif not article and not everyday and lexicon.given(key) >= _FREQUENT:
        yield Reading(name, 0.6, f"Vorname hinter „{before}“, klein geschrieben.")
