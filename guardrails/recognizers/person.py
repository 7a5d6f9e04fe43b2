"""PERSON by rules and lexicon"""

from collections.abc import Iterator

from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer
from guardrails.recognizers.column_names import column_names
from guardrails.recognizers.free_names import free_names, unlisted_names
from guardrails.recognizers.introduced_names import introduced_names
from guardrails.recognizers.letter_names import letter_names
from guardrails.recognizers.name_reader import Name, NameReader
from guardrails.recognizers.name_words import NEVER
from guardrails.recognizers.small_names import double_particles, small_names


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
        for index in range(len(reader)):
            readings = [*introduced_names(reader, index), *letter_names(reader, index)]
            readings += column_names(reader, index)
            if reader.capital(index) and reader.lower[index] not in NEVER:
                readings += free_names(reader, index)
                if self.supported_language == "de":
                    readings += unlisted_names(reader, index)
            elif reader.words[index][0].islower():
                readings += small_names(reader, index)
                readings += double_particles(reader, index)
            if self.supported_language == "en":
                readings = [reading for reading in readings if reading.score > 0.55]
            for reading in readings:
                name = reading.name
                certain = reading.score >= 0.75 or (reading.score >= 0.7 and len(name.words) > 1)
                evidence = Evidence(reading.reason, reading.sex or self._sex(reader, name), identifying=certain)
                yield reader.starts[name.first], reader.ends[name.behind - 1], reading.score, evidence

    @staticmethod
    def _sex(reader: NameReader, name: Name) -> str:
        return reader.lexicon.sex(name.words[0]) if len(name.words) > 1 else ""
