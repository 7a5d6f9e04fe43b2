"""DATE_OF_BIRTH, said in words"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.deadline import scan
from guardrails.readings.said_runs import FOREIGN_NUMBER, NUMBER_WORD
from guardrails.recognizers.base import Evidence, GuardRecognizer, compiled
from guardrails.recognizers.dates import MONTHS

_ORDINAL = rf"(?:(?:{NUMBER_WORD}s?t|(?:erst|dritt|siebt|acht))(?:e[rnms]?|a)|\d{{1,2}}\.)(?!\p{{L}})"
_MONTH_NAMES = (
    r"(?:ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|stycznia|lutego|marca|kwietnia"
    r"|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|января|февраля|марта|апреля|мая|июня|июля"
    r"|августа|сентября|октября|ноября|декабря|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня"
    r"|листопада|грудня|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)"
)
_YEAR = rf"(?:{NUMBER_WORD}(?:[ -]{NUMBER_WORD})?|(?:19|20)\d{{2}}|'?\d{{2}})(?![\p{{L}}\p{{N}}])"
_GERMAN = (
    rf"{_ORDINAL}[ ,]{{1,2}}(?:(?:im|in|des|vom|am)[ ])?(?:{MONTHS}|{_ORDINAL}(?:[ ]Monate?s?)?)(?!\p{{L}})"
    rf"(?:[ ,]{{1,3}}(?:(?:im[ ])?(?:schalt)?jahre?s?[ ])?{_YEAR})?"
)
_ELSEWHERE = (
    rf"(?:\d{{1,2}}|(?:{FOREIGN_NUMBER}[ ]){{0,2}}{FOREIGN_NUMBER}|\p{{L}}{{4,16}}(?:ego|ого|его|ое)"
    rf"(?:[ ]\p{{L}}{{4,14}}(?:ego|ого|его|ое))?)"
    rf"[ ]{_MONTH_NAMES}(?!\p{{L}})(?:,?[ ](?:(?:19|20)\d{{2}}|(?:(?:bin"
    rf"|tysiąc|{FOREIGN_NUMBER}|{NUMBER_WORD})(?!\p{{L}})[ ]?)"
    r"{1,6}))?"
)
_ROMAN = r"(?-i:(?:[XVI]{1,6}|\d{1,2})\.[ ]?[XVI]{1,4}\.[ ]?(?:M[MDCLXVI]{1,12}|(?:19|20)\d{2})(?!\p{L}))"
_DATE = rf"(?<![\p{{L}}\p{{N}}])(?P<value>{_GERMAN}|{_ELSEWHERE}|{_ROMAN})(?![\p{{L}}\p{{N}}])"
_BORN = (
    r"(?<!\p{L})(?:geb\.?|gebor(?:e?n)\p{L}*|geburtstag\p{L}*|geburtsdatum|jahrgang|born"
    r"|urodz\p{L}+|doğum(?:[ ]tarih\p{L}*|[ ]g\p{L}+)?"
    r"|родил\p{L}+|народ\p{L}+|рожд\p{L}+|née?|nació)"
)
_FILLER = (
    r"[ :,;(\"']{1,3}(?:(?:ist|war|am|bin|der|den|die|das|genauer|also|ja|the|le|sie|er|ich|im|tarihim|dnia)"
    r"[ :,]{1,2}){0,4}"
)


class SaidBirthdayRecognizer(GuardRecognizer):
    """A date in words next to a word of birth: ``geboren am siebten Achten neunzehnhunderteinundneunzig``,
    ``Geburtstag: der einunddreißigste im zehnten Monat, Jahr neunzehn-siebenundsiebzig``, ``urodzony siódmego
    marca 2015``,
    ``geboren XIX. XI. MCMLI``, ``am 29. des zweiten Monats auf die Welt gekommen``.
    """

    ENTITY = "DATE_OF_BIRTH"
    _BEHIND: ClassVar = compiled(rf"{_BORN}{_FILLER}{_DATE}")
    _BEFORE: ClassVar = compiled(
        rf"{_DATE}[ ,]{{1,2}}(?:[\p{{L}}-]{{2,20}}[ ]){{0,3}}?(?:geboren|geborn|auf[ ]die[ ]welt"
        rf"|zur[ ]welt)(?!\p{{L}})"
    )
    _WORD: ClassVar = regex.compile(
        r"gebor|geb\b|geburt|welt|jahrgang|born|urodz|doğum|родил|народ|рожд|n[eé]e?\b|naci", regex.IGNORECASE
    )

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Dates behind a word of birth, and before it."""
        if self._WORD.search(text) is None:
            return
        for pattern in (self._BEHIND, self._BEFORE):
            for match in scan(pattern, text):
                yield *match.span("value"), 0.74, Evidence("Geburtstag in Worten.")
