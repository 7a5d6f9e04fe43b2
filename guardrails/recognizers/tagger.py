"""Persons, addresses, birth dates, numbers and passwords by the trained tagger"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

import regex
from presidio_analyzer import RecognizerResult

from guardrails.deadline import once
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer
from guardrails.recognizers.namesakes import called_after, phrases_in
from guardrails.recognizers.public_numbers import STANDARD, of_the_public
from guardrails.recognizers.reference_surroundings import labelled_as_a_thing, of_a_thing
from guardrails.recognizers.street_address import StreetAddressRecognizer
from guardrails.recognizers.street_patterns import of_an_authority
from guardrails.recognizers.sure_names import judge
from guardrails.recognizers.tagged_addresses import (
    ends_with_number_word,
    tagged_streets,
    whole_address,
    with_number,
)
from guardrails.recognizers.tagged_values import ENTITIES, entity_of, value_of_tag, whole_value

_NAME_AND_NUMBER = regex.compile(r"(?P<name>\D*)\d{1,3}[ ]?[a-zA-Z]?(?![\d.]|[ /-]{1,3}\d{4}|[ ]\d)")
#: Labels and names of rules that the tagger takes for streets when a number follows.
_LABEL = regex.compile(
    r"(?i:nummer|nurnmer|nr\.?|-id|zeichen|order|verg|kommissariat|referat|dezernat|sachgebiet|abschnitt)$"
    r"|[ ](?:unter|ab|bis|über|von|mit|seit|je|pro|und)$|^\p{Lu}{2,6}(?:-\p{L}+)?$|^\p{L}+ \d+/"
)
#: ``Sankt-Georgen-Siedlung | 30 min``: the next column of a table holds an amount
_UNIT = regex.compile(
    r"[ ]?(?:min|km|m²|m|h|Std\.?|Tage|Jahre|Stück|Plätze|€|EUR|Euro|%)(?![\p{L}\d])", regex.IGNORECASE
)
#: ``log-2024-01-01.txt``: a file with nothing but a day in its name.
_DATED_FILE = regex.compile(r"[\p{L}_-]{0,20}(?:19|20)\d\d[-_.]?\d\d(?:[-_.]?\d\d)?\.[a-z]{3,4}(?![\p{L}\d])")
#: How sure the tagger must be of a person or a street.
_LEAST = 0.6
#: Below, words for things and statutes before a number count more than the tagger.
_SURE_OF_A_VALUE = 0.98
#: What a finding of the tagger is worth where it has no doubt, and from when on it has none.
CERTAIN = 0.78
_CERTAIN = 0.985
#: From here on it needs nobody who agrees that a stretch with a number is an address.
_SURE = 0.75
#: Longest name in letters that is not looked for in the rest of the text where it stands alone.
_SHORTEST = 4
#: Longest stretch of particles inside a name, in characters.
_FAR = 16
_BETWEEN = regex.compile(
    r"[ ](?:(?:de|del|della|di|da|dos|los|las|la|le|van|von|der|den|vom|zu|zur|el|al|y|e|bin|ben)[ ])+"
)
#: From here on an everyday word before the number is the name of a street, too: ``am Brühl 17 b``.
_NO_DOUBT = 0.88
_PERSON = "Vom Sprachmodell des Wächters im Satz als Person erkannt"
_STREET = "Vom Sprachmodell des Wächters im Satz als Anschrift erkannt"
_VALUES = {
    "DATE_OF_BIRTH": Evidence("Vom Sprachmodell des Wächters im Satz als Geburtsdatum erkannt."),
    "REFERENCE": Evidence("Vom Sprachmodell des Wächters im Satz als Nummer einer Person oder ihres Falls erkannt."),
    "PHONE_NUMBER": Evidence("Vom Sprachmodell des Wächters im Satz als Telefonnummer erkannt."),
    "EMAIL_ADDRESS": Evidence("Vom Sprachmodell des Wächters im Satz als E-Mail-Adresse erkannt."),
    "SECRET": Evidence("Vom Sprachmodell des Wächters im Satz als Passwort erkannt."),
}


class TaggerRecognizer(GuardRecognizer):
    """What the spaCy tagger of the project, or an installed ``de_core_news_*``, marked in its sentence.

    Persons count where their words are no everyday words: a tagger alone takes rare compounds for names. Streets count
    with a house number. Tagged places are judged by :class:`LocationRecognizer`.
    """

    ENTITY = "PERSON"
    ENTITIES: ClassVar = ("PERSON", "STREET_ADDRESS", *ENTITIES.values())

    def __init__(self, supported_language: str = "de") -> None:
        super().__init__(supported_language)
        self.supported_entities = list(self.ENTITIES)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Reads the spans from the artifacts of the language pipeline."""
        results: list[RecognizerResult] = []
        phrases = once(phrases_in, text)
        spans = nlp_artifacts.entities if nlp_artifacts else []
        results += self._streets(text, spans)
        for span in _whole_names(text, spans):
            if span.score < _LEAST and span.label_ not in ENTITIES:
                continue
            if span.label_ == "PERSON":
                found = self._person(text, span, phrases)
            elif span.label_ in ENTITIES:
                found = self._value(text, span)
            else:
                continue
            if found is not None:
                start, end, score, evidence = found
                result = self.result(text, start, end, score, evidence)
                result.entity_type = entity_of(span.label_, text[start:end])
                results.append(result)
        return results

    def _streets(self, text: str, spans: list[Any]) -> Iterator[RecognizerResult]:
        """The addresses, each with what belongs to it."""
        places = {one.start_char: one.end_char for one in spans if one.label_ == "LOCATION" and one.score >= _LEAST}
        for tagged in tagged_streets(text, spans, _LEAST):
            street = with_number(text, tagged)
            found = self._street(text, *street)
            if found is not None:
                start, end, score, evidence = found
                result = self.result(text, *whole_address(text, start, end, places), score, evidence)
                result.entity_type = "STREET_ADDRESS"
                yield result

    @staticmethod
    def _value(text: str, span: Any) -> tuple[int, int, float, Evidence] | None:
        start, end = whole_value(span.label_, text, span.start_char, span.end_char)
        if not value_of_tag(span.label_, span.score, text, start, end):
            return None
        if span.label_ == "REFERENCE" and (labelled_as_a_thing(text, start) or _DATED_FILE.match(text, start)):
            return None
        if span.score < _SURE_OF_A_VALUE and span.label_ != "SECRET":
            if of_a_thing(text, start) or STANDARD.match(text, start, end):
                return None
            if span.label_ == "REFERENCE" and of_the_public(text, start, end):
                return None
        return start, end, CERTAIN if span.score >= _CERTAIN else 0.55, _VALUES[span.label_]

    def _person(self, text: str, span: Any, phrases: list[tuple[int, int]]) -> tuple[int, int, float, Evidence] | None:
        judged = judge(text, span.start_char, span.end_char, load_lexicon(), span.score)
        if judged is None or called_after(text, judged.start, judged.end, phrases):
            return None
        if self.supported_language == "en" and not judged.known:
            return None  # a German tagger takes English words that it does not know for names
        reason = f"{_PERSON}; die Namenslisten kennen einen Teil davon." if judged.known else f"{_PERSON}."
        certain = judged.known and span.score >= _CERTAIN
        value = text[judged.start : judged.end]
        found_again = certain and len(value) > _SHORTEST and not load_lexicon().common(value)
        evidence = Evidence(reason, identifying=judged.known and (judged.several or found_again))
        return judged.start, judged.end, max(judged.score, CERTAIN) if certain else judged.score, evidence

    @staticmethod
    def _street(text: str, start: int, end: int, sure: float) -> tuple[int, int, float, Evidence] | None:
        street = _NAME_AND_NUMBER.match(text, start, end)
        said = sure >= _SURE and ends_with_number_word(text, start, end)
        if sure >= _SURE and (said or regex.search(r"\d", text[start:end])):
            named = street["name"].strip(" ,").rsplit(" ", 1)[-1] if street else ""
            score = CERTAIN if sure >= _CERTAIN else 0.6
            first, _, rest = street["name"].strip(" ,").partition(" ") if street else ("", "", "")
            several = bool(rest) and StreetAddressRecognizer.NOT_A_STREET.fullmatch(first) is None
            road = not (several and sure >= _CERTAIN) and (
                StreetAddressRecognizer.NOT_A_STREET.fullmatch(named) is not None
            )
            road = road or StreetAddressRecognizer.NUMBERED_ROAD.fullmatch(named) is not None
            road = road or (sure < _NO_DOUBT and load_lexicon().listed(named))
            return None if road or of_an_authority(text, start) else (start, end, score, Evidence(f"{_STREET}."))
        if street is None or not regex.search(r"\p{L}{4}", street["name"]):
            return None
        name = street["name"].strip(" ,")
        if (
            of_an_authority(text, start)
            or ("|" in name and _UNIT.match(text, street.end()))
            or _LABEL.search(name)
            or StreetAddressRecognizer.NOT_A_STREET.fullmatch(name.rsplit(" ", 1)[-1])
            or load_lexicon().place(name)
            or (" " not in name and load_lexicon().common(name))
        ):
            return None
        return start, end, 0.6, Evidence(f"{_STREET}.")


def _whole_names(text: str, spans: list[Any]) -> Iterator[Any]:
    """The stretches, those of a person joined that only particles keep apart (``María de | los | Ángeles``), and the
    lines of one apart where it goes over several in small letters.
    """
    before: Any = None
    for span in spans:
        if before is not None and before.label_ == span.label_ == "PERSON" and before.end_char < span.start_char:
            gap = text[before.end_char : span.start_char]
            if len(gap) < _FAR and _BETWEEN.fullmatch(gap):
                before = replace(before, end_char=span.end_char, score=min(before.score, span.score))
                continue
        if before is not None:
            yield from _lines(text, before)
        before = span
    if before is not None:
        yield from _lines(text, before)


def _lines(text: str, span: Any) -> Iterator[Any]:
    value = text[span.start_char : span.end_char]
    if span.label_ != "PERSON" or "\n" not in value or not value.islower():
        yield span
        return
    position = span.start_char
    for line in value.split("\n"):
        if line.strip():
            yield replace(span, start_char=position, end_char=position + len(line))
        position += len(line) + 1
