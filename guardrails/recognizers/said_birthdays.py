"""DATE_OF_BIRTH, said in words"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.deadline import once, scan
from guardrails.readings.said_runs import FOREIGN_NUMBER, NUMBER_WORD, says_numbers
from guardrails.recognizers.base import Evidence, GuardRecognizer, compiled
from guardrails.recognizers.dates import MONTHS

_ORDINAL = rf"(?:(?:{NUMBER_WORD}s?t|(?:erst|dritt|siebt|acht))(?:e[rnms]?|a)|\d{{1,2}}(?:\.|te[rnms]?))(?!\p{{L}})"
_MONTH_NAMES = (
    r"(?:ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|stycznia|lutego|marca|kwietnia"
    r"|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|января|февраля|марта|апреля|мая|июня|июля"
    r"|августа|сентября|октября|ноября|декабря|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня"
    r"|листопада|грудня|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)"
)
_YEAR = rf"(?:{NUMBER_WORD}(?:[ -]{NUMBER_WORD})?|(?:19|20)\d{{2}}|'?\d{{2}}|[12][9oO0][oO\d]{{2}})(?![\p{{L}}\p{{N}}])"
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
_ROMAN = r"(?-i:(?:[XVI]{1,6}|\d{1,2})[./-][ ]?[XVI]{1,4}[./-][ ]?(?:M[MDCLXVI]{1,12}|(?:19|20)\d{2})(?!\p{L}))"
_DATE = rf"(?<![\p{{L}}\p{{N}}])(?P<value>{_GERMAN}|{_ELSEWHERE}|{_ROMAN})(?![\p{{L}}\p{{N}}])"
#: A year in words in which somebody may have been born, with its century or without.
_OLD_YEAR = (
    r"(?:(?:acht|neun)zehnhundert\p{L}{3,24}|neunzehn[ -](?:\p{L}{3,8}und)?(?:drei(?:ß|ss)ig|\p{L}{4,6}zig)"
    r"|zwei?o?tausend(?:und)?(?:eins?|zw(?:ei|o)|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\p{L}{4,6}zehn)?"
    r"|(?:(?:ein|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:drei(?:ß|ss)|vier|fünf|sech|sieb|acht|neun)(?:z?ig))"
    r"(?![\p{L}\p{N}])"
)
#: What else happens on a day, and what stands before days on which something happens.
_OTHER_DAY = regex.compile(
    r"(?<!\p{L})(?:am|vom|vo[rm]|seit|bis|zum|ab|der|des|den|dem|die|das|zwischen|und)[ ]$"
    r"|(?:gestorben|verstorben|gegründet|erbaut|fassung|gesetz|satzung|beschluss|urteil|vertrag|krieg|sitzung|heirat|datum|stand"
    r"|termin|frist)[^\n]{0,30}$",
    regex.IGNORECASE,
)
#: ``wer vor dem 1. Januar 1964 geboren ist``
_OF_A_RULE = regex.compile(r"(?<!\p{L})(?:vor|nach|ab|bis|zwischen|seit)(?:[ ](?:dem|zum))?[ ]$", regex.IGNORECASE)
#: Days in ordinals, months of other languages, Roman numbers.
_IN_WORDS = regex.compile(
    rf"(?<!\p{{L}})(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|elft|zwölft|\p{{L}}{{2,16}}(?:zehnt|[zß]igst))"
    rf"(?:e[rnms]?|a)(?!\p{{L}})|(?<!\p{{L}})\d{{1,2}}\.[ ](?:des|im)[ ]|{_MONTH_NAMES}|(?<![\p{{L}}\d])[XVI]{{1,6}}\.",
    regex.IGNORECASE,
)
_TENS = regex.compile(r"ig(?!\p{L})|hundert|tausend", regex.IGNORECASE)
_BORN = (
    r"(?<!\p{L})(?:geb\.?|gebor(?:e?n)\p{L}*|geburtstag\p{L}*|geburtsdatum|jahrgang|born"
    r"|urodz\p{L}+|doğum(?:[ ]tarih\p{L}*|[ ]g\p{L}+)?"
    r"|родил\p{L}+|народ\p{L}+|рожд\p{L}+|née?|nació)"
)
_FILLER = (
    r"[ :,;(\"']{1,3}(?:(?:ist|war|am|bin|der|den|die|das|genauer|also|ja|the|le|sie|er|ich|im|tarihim|dnia"
    r"|in[ ]\p{L}{3,24})[ :,]{1,2}){0,4}"
)


class SaidBirthdayRecognizer(GuardRecognizer):
    """A date in words next to a word of birth: ``geboren am siebten Achten neunzehnhunderteinundneunzig``,
    ``Geburtstag: der einunddreißigste im zehnten Monat, Jahr neunzehn-siebenundsiebzig``, ``urodzony siódmego
    marca 2015``,
    ``geboren XIX. XI. MCMLI``, and a whole date of long ago that stands for itself: ``Lan // zwölfter elfter
    neunundneunzig //``, ``am 29. des zweiten Monats auf die Welt gekommen``.
    """

    ENTITY = "DATE_OF_BIRTH"
    _BEHIND: ClassVar = compiled(rf"{_BORN}{_FILLER}{_DATE}")
    _BEFORE: ClassVar = compiled(
        rf"{_DATE}[ ,]{{1,2}}(?:[\p{{L}}-]{{2,20}}[ ]){{0,3}}?(?:geboren|geborn|auf[ ]die[ ]welt"
        rf"|zur[ ]welt)(?!\p{{L}})"
    )
    _WORD: ClassVar = regex.compile(
        r"gebor|geb\b|geburt|welt|jahrgang|born|urodz|doğum|родил|народ|рожд|\bn[eé]e\b|naci", regex.IGNORECASE
    )

    #: A whole date of long ago that stands for itself, as in a row about a person.
    _ALONE: ClassVar = compiled(
        rf"(?<![\p{{L}}\p{{N}}-])(?P<value>{_ORDINAL}[ ,]{{1,2}}(?:{MONTHS}|{_ORDINAL})(?!\p{{L}})"
        rf"[ ,]{{1,2}}{_OLD_YEAR})"
        r"(?![ ]?(?:€|euro|prozent|uhr|mal|personen))"
    )

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Dates behind a word of birth, and before it."""
        said = once(says_numbers, text)
        if said and _TENS.search(text) is not None:
            for match in scan(self._ALONE, text):
                if not _OTHER_DAY.search(text, max(0, match.start() - 60), match.start()):
                    yield (
                        *match.span("value"),
                        0.62,
                        Evidence("Datum in Worten, wie ein Geburtstag in einer Aufzählung."),
                    )
        if self._WORD.search(text) is None or not (said or _IN_WORDS.search(text)):
            return
        for pattern in (self._BEHIND, self._BEFORE):
            for match in scan(pattern, text):
                if _OF_A_RULE.search(text, max(0, match.start("value") - 24), match.start("value")):
                    continue
                yield *match.span("value"), 0.74, Evidence("Geburtstag in Worten.")
