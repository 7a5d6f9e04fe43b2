"""PERSON, spelled letter by letter or from behind"""

from collections.abc import Iterator

from guardrails.readings.spelling_alphabet import spelled_names
from guardrails.readings.turned_text import turned_names
from guardrails.recognizers.base import Evidence, GuardRecognizer


class SpelledNameRecognizer(GuardRecognizer):
    """Names that are spelled with a spelling alphabet: ``K wie Kaufmann, R wie Richard, A, U``, ``Kilo Romeo Alfa``;
    with the towns of DIN 5009:2022 where the line says that something is spelled. Names from behind where the line says
    so: ``rückwärts GNINÜRB``.
    """

    ENTITY = "PERSON"

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Runs of spelled letters, words from behind."""
        for start, end in spelled_names(text):
            yield start, end, 0.7, Evidence("Ein buchstabierter Name.", identifying=False)
        for start, end in turned_names(text):
            yield start, end, 0.7, Evidence("Ein Name, von hinten gelesen.", identifying=False)
