"""PERSON and STREET_ADDRESS by the trained tagger"""

from typing import Any, ClassVar

import regex
from presidio_analyzer import RecognizerResult

from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer
from guardrails.recognizers.name_words import (
    DETERMINER_BEFORE,
    FIELDS,
    INSTITUTIONS,
    NAME_AND_WORD,
    NEVER,
    PARTICLES,
    SALUTATIONS,
    TITLES,
)
from guardrails.recognizers.street_patterns import of_an_authority

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['-]\p{L}[\p{L}\p{M}]*)*")
_NAME_AND_NUMBER = regex.compile(r"(?P<name>\D*)\d{1,3}[ ]?[a-zA-Z]?(?![\d.]|[ /-]{1,3}\d{4}|[ ]\d)")
#: "Passnr", "Kd-Nr", "Führerschein-Nr": labels that the tagger takes for names.
_LABEL = regex.compile(r"(?:nr|nummer|-id|-nr)(?=\W*$|\b)", regex.IGNORECASE)
_PERSON = "Vom Sprachmodell des Wächters im Satz als Person erkannt"
_STREET = "Vom Sprachmodell des Wächters im Satz als Anschrift erkannt"


class TaggerRecognizer(GuardRecognizer):
    """What the spaCy tagger of the project, or an installed ``de_core_news_*``, marked in its sentence.

    Persons count where their words are no everyday words: a tagger alone takes rare compounds for names. Streets count
    with a house number. Tagged places are judged by :class:`LocationRecognizer`.
    """

    ENTITY = "PERSON"
    ENTITIES: ClassVar = ("PERSON", "STREET_ADDRESS")

    def __init__(self, supported_language: str = "de") -> None:
        super().__init__(supported_language)
        self.supported_entities = list(self.ENTITIES)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Reads the spans from the artifacts of the language pipeline."""
        results = []
        for span in nlp_artifacts.entities if nlp_artifacts else ():
            if span.label_ == "PERSON":
                found = self._person(text, span.start_char, span.end_char)
            elif span.label_ == "STREET_ADDRESS":
                found = self._street(text, span.start_char, span.end_char)
            else:
                continue
            if found is not None:
                start, end, score, evidence = found
                result = self.result(text, start, end, score, evidence)
                result.entity_type = span.label_
                results.append(result)
        return results

    @staticmethod
    def _person(text: str, start: int, end: int) -> tuple[int, int, float, Evidence] | None:
        """The span without everyday words at its edges, worth more where the lists know a word of it."""
        lexicon = load_lexicon()
        words = list(_WORD.finditer(text, start, end))
        whole_lower = text[start:end].islower()
        plain: list[bool] = []
        for number, match in enumerate(words):
            word = match[0].lower()
            behind_given = number > 0 and lexicon.given(words[number - 1][0]) > 0
            known = lexicon.given(match[0]) > 0 or (lexicon.surname(match[0]) and (number == 0 or behind_given))
            plain.append(
                word in PARTICLES
                or word in NEVER
                or word in FIELDS
                or (not match[0][0].isupper() and not whole_lower)
                or (lexicon.common(match[0]) and not known)
            )
        while words and plain[-1]:
            words.pop()
            plain.pop()
        while words and plain[0] and words[0][0].lower() not in TITLES and words[0][0].lower() not in SALUTATIONS:
            words.pop(0)
            plain.pop(0)
        if not words or all(plain) or any(match[0].lower() in INSTITUTIONS for match in words):
            return None
        start, end = words[0].start(), words[-1].end()
        names = [match[0] for match, is_plain in zip(words, plain, strict=True) if not is_plain]
        if _LABEL.search(text, start, end):
            return None
        if all(lexicon.common(name) and name.lower() not in NAME_AND_WORD for name in names) or (
            len(names) == 1 and len(names[0]) < 2
        ):
            return None
        if (
            len(names) == 1
            and names[0].lower() in NAME_AND_WORD
            and DETERMINER_BEFORE.search(text[max(0, start - 12) : start])
        ):
            return None
        known = any(lexicon.given(name) > 0 or lexicon.surname(name) for name in names)
        if whole_lower and not all(
            (lexicon.given(n) > 0 or lexicon.surname(n)) and not lexicon.common(n) for n in names
        ):
            return None
        score = 0.75 if known and len(names) > 1 else 0.7 if known else 0.6
        reason = f"{_PERSON}; die Namenslisten kennen einen Teil davon." if known else f"{_PERSON}."
        return start, end, score, Evidence(reason, identifying=known and len(names) > 1)

    @staticmethod
    def _street(text: str, start: int, end: int) -> tuple[int, int, float, Evidence] | None:
        street = _NAME_AND_NUMBER.match(text, start, end)
        if street is None or not regex.search(r"\p{L}{4}", street["name"]):
            return None
        name = street["name"].strip(" ,")
        if (
            of_an_authority(text, start)
            or load_lexicon().place(name)
            or (" " not in name and load_lexicon().common(name))
        ):
            return None
        return start, end, 0.6, Evidence(f"{_STREET}.")
