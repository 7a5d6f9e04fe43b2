"""``Nachname, Vorname``"""

from collections.abc import Iterator

from guardrails.recognizers.name_reader import Name, NameReader, Reading
from guardrails.recognizers.name_words import CAPITAL_PARTICLES, NAME_AND_WORD, NEVER, PARTICLES
from guardrails.recognizers.tagged_names import noun_phrase_before

#: Bearers in the list of given names from which a name counts without a surname.
_SEVERAL = 3


def surname_first(reader: NameReader, index: int) -> Iterator[Reading]:
    """``Karaca, Selin``, ``Abdi Nur, Ifrah``, ``Richter, Dr. Gudrun``"""
    lexicon = reader.lexicon
    behind = index + 1
    first = index
    while first > 0 and reader.at(first - 1) in PARTICLES and not reader.capital(first - 1):
        first -= 1
    while first > 1 and reader.at(first - 1) == "." and reader.at(first - 2) in ("v", "d"):
        first -= 2
    line_start = reader.at(first - 1) in ("", "\n", ";", ":", "|", '"', ">", "*", "-")
    particles = first < index and line_start and not reader.capital(first)
    two_words = reader.capital(behind) and not reader.common(index)
    behind += two_words
    if reader.at(behind) != "," or (reader.capital(index - 1) and not particles):
        return
    second = reader.skip_titles(behind + 1)
    if not line_start and (
        reader.at(index - 1) == "," or (reader.at(second + 1) == "," and reader.capital(second + 2))
    ):
        return
    if (
        not line_start
        and not lexicon.surname(reader.words[index])
        and noun_phrase_before(reader.text, reader.starts[index])
    ):
        return
    if not reader.capital(second) or (
        reader.at(second) in NEVER and not (reader.at(second) in CAPITAL_PARTICLES and reader.capital(second + 1))
    ):
        return
    given = lexicon.given(reader.words[second])
    word = reader.words[index]
    if not given and not reader.common(second) and lexicon.surname(word):
        given = 1
    line_end = reader.at(second + 1) in (
        "",
        "\n",
        ";",
        "|",
        '"',
        ")",
        "-",
        "–",
        "—",
        "(",
        ",",
        ".",
        ":",
        "/",
        "*",
        "geb",
        "geboren",
    )
    listed = line_start and (line_end or reader.at(second + 1).isdigit() or reader.capital(second + 1))
    if two_words and (not listed or lexicon.given(word) >= _SEVERAL):
        return
    if reader.initial(second) and reader.capital(second + 2):
        return
    surname = lexicon.surname(word) or reader.lower[index] in NAME_AND_WORD
    if listed and surname and not reader.common(index) and not lexicon.listed(reader.words[second]):
        given = max(given, 100 * lexicon.surname(reader.words[second]))
    if listed and reader.at(second) in CAPITAL_PARTICLES and lexicon.given(reader.at(second + 1)):
        given = 100
    if given < (100 if reader.common(second) else 1 if listed else 3):
        return
    header = lexicon.surname(word) and given >= 30 and reader.at(second + 1) in (":", "<", "(", "|", ";", "\n", "")
    sure = header or (listed and given >= 20 and not lexicon.listed(word))
    if reader.common(index) and not (
        sure or (reader.lower[index] in NAME_AND_WORD and line_end) or (listed and surname)
    ):
        return
    place = lexicon.place(word) or lexicon.place_abroad(word)
    if (lexicon.given(word) >= 20 or place) and not (lexicon.surname(word) and not lexicon.place_abroad(word)):
        return
    rest = reader.read(second, certain=True)
    if rest is None:
        return
    name = Name(first if particles else index, rest.behind, (word, *rest.words))
    yield Reading(name, 0.8, "Schreibweise „Nachname, Vorname“ mit bekanntem Vornamen.")
