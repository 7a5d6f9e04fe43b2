"""PERSON by rules and lexicon"""

from collections.abc import Iterator

from guardrails.deadline import once
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer
from guardrails.recognizers.column_names import column_names
from guardrails.recognizers.free_names import free_names, unlisted_names
from guardrails.recognizers.genitive_names import genitive_names
from guardrails.recognizers.introduced_names import introduced_names
from guardrails.recognizers.letter_names import letter_names
from guardrails.recognizers.lone_names import WEAK, lone_names
from guardrails.recognizers.name_reader import Name, NameReader
from guardrails.recognizers.name_words import NAME_AND_WORD, NEVER
from guardrails.recognizers.namesakes import called_after, phrases_in
from guardrails.recognizers.office_names import abbreviates_an_office, office_names
from guardrails.recognizers.short_names import short_names
from guardrails.recognizers.small_names import called_small, double_particles, small_names
from guardrails.recognizers.tagged_names import adjective_of_a_town, thing_of_a_brand

#: Surnames too, but in front of a word that is no given name: ``Montag Königsberger Klopse``, ``Herbst Burn-out``.
_DAYS_AND_SEASONS = frozenset(("montag", "freitag", "sonntag", "abend", "herbst", "winter", "sommer"))
#: Given names that are small words of German; inside a sentence with a capital they begin a name.
_SHORT_GIVEN = frozenset(("jun", "an", "do", "so", "to"))


def _with_short_word(reader: NameReader, name: Name) -> Name:
    """``durch Jun Watanabe``, ``My daughter An Nhiên``: the given name before the name that was read."""
    before = name.first - 1
    if before < 1 or reader.lower[before] not in _SHORT_GIVEN or not reader.capital(before):
        return name
    if not reader.words[before - 1].islower() or reader.starts[name.first] - reader.ends[before] != 1:
        return name
    return Name(before, name.behind, (reader.words[before], *name.words))


def _only_looks_like_one(reader: NameReader, name: Name) -> bool:
    """A day before a noun, a brand behind one, the name of an office, a label."""
    first, last = name.words[0], name.words[-1]
    if len(name.words) == 1:
        office = reader.at(name.first - 1) == "of" and reader.capital(name.first - 2)
        start, end = reader.starts[name.first], reader.ends[name.behind - 1]
        return (
            office
            or first == "NINO"
            or abbreviates_an_office(first)
            or adjective_of_a_town(reader.text, start, end, reader.lexicon)
        )
    if abbreviates_an_office(first):
        return True
    if first.lower() in _DAYS_AND_SEASONS and not reader.lexicon.given(name.words[1]):
        return True
    return thing_of_a_brand(first, last, reader.lexicon)


class PersonRecognizer(GuardRecognizer):
    """Names of persons, by what stands around them and by lists of given names and surnames.

    Certain: behind a salutation (``Frau Dr. Karaca``; salutation and title stay outside the finding), in a field
    (``Name: …``), in a greeting or sign-off, before "geb." or "wohnhaft", as ``Nachname, Vorname``, given name with
    surname. Less certain: surname behind a noun for a person (``die Antragstellerin Karaca``) or before a verb of
    saying or doing, initial with surname, a frequent given name alone. Names that are words too (Winter, Kaiser, Mai)
    need a certain context.
    """

    ENTITY = "PERSON"

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Every rule at every word; overlapping results are left to the conflict resolution."""
        reader = NameReader(text, load_lexicon())
        phrases = once(phrases_in, text)
        for index in range(len(reader)):
            readings = [*introduced_names(reader, index), *letter_names(reader, index)]
            readings += column_names(reader, index)
            readings += short_names(reader, index)
            readings += office_names(reader, index)
            if reader.capital(index) and reader.lower[index] not in NEVER:
                readings += free_names(reader, index)
                readings += genitive_names(reader, index)
                if reader.common(index) or reader.lower[index] in NAME_AND_WORD:
                    readings += lone_names(reader, index)
                if self.supported_language == "de":
                    readings += unlisted_names(reader, index)
            elif reader.words[index][0].islower():
                readings += small_names(reader, index)
                readings += double_particles(reader, index)
                readings += called_small(reader, index)
            if self.supported_language == "en":
                readings = [reading for reading in readings if reading.score > 0.55 or reading.score == WEAK]
            for reading in readings:
                name = _with_short_word(reader, reading.name)
                start, end = reader.starts[name.first], reader.ends[name.behind - 1]
                if called_after(text, start, end, phrases) or (
                    reading.score < 0.9 and _only_looks_like_one(reader, name)
                ):
                    continue
                certain = reading.score >= 0.75 or (reading.score >= 0.7 and len(name.words) > 1)
                evidence = Evidence(reading.reason, reading.sex or self._sex(reader, name), identifying=certain)
                yield start, end, reading.score, evidence

    @staticmethod
    def _sex(reader: NameReader, name: Name) -> str:
        return reader.lexicon.sex(name.words[0]) if len(name.words) > 1 else ""
