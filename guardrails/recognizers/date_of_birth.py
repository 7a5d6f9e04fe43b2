"""DATE_OF_BIRTH"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.deadline import scan
from guardrails.recognizers.base import CONTEXT_BEFORE, Evidence, GuardRecognizer, Rule, compiled, keywords

MONTHS = (
    r"(?:Jan(?:uar|\.)?|Jänner|Feb(?:ruar|\.)?|Mär(?:z|\.)|Mrz\.?|Maerz|Apr(?:il|\.)?|Mai|Jun(?:i|\.)?|Jul(?:i|\.)?"
    r"|Aug(?:ust|\.)?"
    r"|Sep(?:t)?(?:ember|\.)?|Okt(?:ober|\.)?|Nov(?:ember|\.)?|Dez(?:ember|\.)?|January|February|March|May|June|July"
    r"|October|December|Oct\.?|Dec\.?)"
)
_YEAR = r"(?:1[89]\d{2}|20\d{2})"
DATE = (
    rf"(?:(?:0?[1-9]|[12]\d|3[01])[.][ ]?(?:0?[1-9]|1[0-2])[.][ ]?(?:{_YEAR}|'?\d{{2}})(?!\d)"
    rf"|(?:0?[1-9]|[12]\d|3[01])(?:[.]|st|nd|rd|th)?[ ]{{0,2}}(?:of[ ])?{MONTHS}[ ,]{{0,2}}(?:{_YEAR}|'\d{{2}})(?!\d)"
    rf"|{MONTHS}[ ](?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?[ ]{_YEAR}"
    rf"|{_YEAR}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?-i:[IVX]{{1,4}})\.[ ]?{_YEAR}"
    rf"|(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])[/-](?:{_YEAR}|\d{{2}})(?!\d))"
)
_PART = regex.compile(r"\d+")
_RECENT = regex.compile(r"20(?:2[4-9]|[3-9]\d)$")


def _build(date: str) -> str:
    """How a date is written: ``1.2.90`` and ``12.11.85`` alike."""
    return str(regex.sub(r"\p{L}+", "m", regex.sub(r"(?<!\d)\d{1,2}(?!\d)", "n", regex.sub(r"\d{4}", "y", date))))


class DateOfBirthRecognizer(GuardRecognizer):
    """A date next to a word of birth: ``geb. 12.03.1985``, ``geboren am 12. März 1985``, ``* 12.3.85``,
    ``Geburtsdatum | 1985-03-12``, ``12.03.1985 geboren``. Other dates stay in the text: deadlines and
    dates of notices are what an exercise works with.
    """

    ENTITY = "DATE_OF_BIRTH"
    CONTEXT: ClassVar = keywords(
        r"geb\.|geb\b|geboren\p{L}*|geburts-?(?:datum|daten|tag|d\.)|tag\sder\sgeburt|zur\swelt|licht\sder\swelt"
        r"|geb\.?-?(?:dat|datum|tag)\.?|gebdat|dob\b|d\.o\.b|date\sof\sbirth|birth(?:day|date)|born"
    )
    RULES: ClassVar = (
        Rule(compiled(rf"(?<![\p{{N}}./-]){DATE}(?![\w])"), 0.0, "Datum"),
        Rule(compiled(rf"(?<![\w*])\*[ ]?(?P<value>{DATE})"), 0.8, "Datum hinter dem Zeichen * für geboren"),
        Rule(
            compiled(
                rf"(?:geboren[ ](?:im[ ]Jahr[ ]|in[ ])?|(?<!(?:der|des|dem|den|im|ein|zum)[ ])Jahrgang[ ]"
                rf"|Jg\.[ ]?|Geburtsjahr:?[ ]"
                rf"|born[ ]in[ ])(?P<value>(?:{MONTHS}[ ])?(?:19|20)\d{{2}})(?!\d|[.]\d)"
            ),
            0.7,
            "Jahr der Geburt",
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?:geboren|geb\.?|geburtstag|geburtsdatum|born)"
                rf"[ ]?(?:am|on|:|ist[ ]am|(?:[ ]\p{{L}}{{2,12}}){{1,3}}[ ]am)[ ]?(?:the[ ])?"
                rf"(?P<value>(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:(?:0?[1-9]|1[0-2])\.|{MONTHS}(?!\p{{L}})))(?![ ]?\d)"
            ),
            0.75,
            "Tag und Monat hinter einem Stichwort wie „geboren am“",
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?:geboren|geb\.?|geburtsdatum|geb\.?-?dat(?:um|\.)?|gebdat|dob)[ ]?(?:am|:|=|\|)?[ ]?"
                rf"(?P<value>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_YEAR}"
                rf"|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
            ),
            0.8,
            "Acht Ziffern eines Datums hinter einem Stichwort wie „geboren“",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:geburtsdatum|geb\.?-?dat(?:um|\.)?|gebdat|geb\.-?tag|dob)[ ]?[:=|]?[ ]?"
                r"(?P<value>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2})(?!\d)"
            ),
            0.75,
            "Sechs Ziffern eines Datums hinter „Geburtsdatum“",
        ),
        Rule(
            compiled(
                rf"(?<![\w./-])(?P<value>(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:(?:0?[1-9]|1[0-2])\."
                rf"|{MONTHS}(?!\p{{L}})))(?:[ ]\p{{L}}{{2,12}})??"
                r"[ ](?:(?:ihren|seinen|meinen|den|unseren)[ ])?(?:\d{1,3}\.[ ]|\p{L}{4,20}sten[ ]|\p{L}{4,12}ten[ ]"
                r"|runden[ ])?"
                r"Geburtstag(?!\p{L})(?![ ](?:der|des|von)[ ](?:Stadt|Republik|Grundgesetz))"
            ),
            0.7,
            "Tag und Monat eines Geburtstags",
        ),
        Rule(
            compiled(
                rf"(?<![\w./-])(?P<value>(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:(?:0?[1-9]|1[0-2])\.|{MONTHS}(?!\p{{L}})))"
                r"[ ](?:wird|werde|wurde)[ ](?:\p{L}{1,20}[ ]){1,4}?\d{1,3}[ ]Jahre"
            ),
            0.7,
            "Tag und Monat, an dem jemand ein Alter erreicht",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:geboren|geb\.?|born)[ ]?:?[ ]?(?P<value>(?:0?[1-9]|1[0-2])[/.](?:19|20)\d{2})(?!\w)"
            ),
            0.7,
            "Monat und Jahr der Geburt",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:sohn|tochter|kind|mutter|vater|ehefrau|ehemann|bruder|schwester|zwilling|baby|säugling"
                r"|partnerin|partner"
                rf"|son|daughter|wife|husband)(?:s|e|er"
                rf"|en)?(?:[ ]\p{{L}}{{2,20}}){{0,2}}[ ]\([*]?[ ]?(?P<value>{DATE})\)"
            ),
            0.7,
            "Datum in Klammern hinter einem Angehörigen",
        ),
    )
    _OTHER = regex.compile(
        r"(?:antrag|bescheid|schreiben|eingang|frist|termin|fällig|stand|ausgestellt|gültig|bis|seit|ab|verstorben"
        r"|gestorben|verheiratet|eingezogen|gemeldet|vom)\b[^.\n]{0,14}$",
        regex.IGNORECASE,
    )

    _NUMBER = regex.compile(r"\d{4}|\d\.\d")
    _BEHIND = regex.compile(
        rf"[ ,]{{0,2}}(?:sondern[ ](?:am[ ])?{DATE}[ ])?(?:(?:in|im|um|auf|an|bei|gegen"
        rf"|als)[ ][^.;\n]{{2,44}}?[ ])?(?:geboren|zur[ ]Welt|Geburtstag(?!s)"
        rf"|\(Geburtsdatum\)|\(geb\.\))",
        regex.IGNORECASE,
    )
    _NEXT_NAME = regex.compile(r"(?:[/;,|•]|\n|\bund\b)[^/;,|•\n]{0,40}?\p{L}{2,}[ ]?[ ,(:][ (]?$")
    _BETWEEN_DATES = regex.compile(r"[ ]?(?:[,;/]|und|sowie)[ ]?|[ ](?:und|sowie)[ ]")
    _BIRTH_DATES = regex.compile(r"(?<!\p{L})geburts(?:daten|tage)", regex.IGNORECASE)
    _OTHER_WORD = regex.compile(
        r"(?<!\p{L})(?:antrag|bescheid|schreiben|eingang|frist|termin|fällig|stand|ausgestellt|gültig|bis|seit|ab"
        r"|verstorben|gestorben"
        r"|verheiratet|eingezogen|gemeldet|vom|am|einreise|eingereist|zugezogen|datum|heirat|sitzung|uhr)",
        regex.IGNORECASE,
    )
    _PENSION = compiled(r"(?<!\w)\d{2}[ ]?(?P<birth>[0-3]\d[01]\d{3})[ ]?[A-Z][ ]?\d{3}(?!\w)")

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Dates with a word of birth, and those that a Rentenversicherungsnummer of the same text holds as well."""
        yield from super().find(text)
        yield from self._in_list(text)
        births = {match["birth"] for match in scan(self._PENSION, text)}
        if births:
            for match in scan(self.RULES[0].pattern, text):
                digits = "".join(part.zfill(2)[-2:] for part in _PART.findall(match[0]))
                if digits in births:
                    yield *match.span(), 0.85, Evidence("Dasselbe Datum steht in einer Rentenversicherungsnummer.")

    def _in_list(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Dates of the same build behind further names of a list: ``geb. 1.2.90 / Ali Kaya 3.4.91 / …``."""
        if self.CONTEXT is None or not self.CONTEXT.search(text):
            return
        before: regex.Match[str] | None = None
        for match in scan(self.RULES[0].pattern, text):
            if self.context_word(text, *match.span())[0]:
                before = match
                continue
            if before is not None and self._continues(text, before, match):
                yield *match.span(), 0.75, Evidence("Datum in einer Aufzählung von Geburtsdaten.")
                before = match
            else:
                before = None

    def _continues(self, text: str, before: regex.Match[str], match: regex.Match[str]) -> bool:
        between = text[before.end() : match.start()]
        return (
            len(between) < 90
            and "\n\n" not in between
            and _build(before[0]) == _build(match[0])
            and not _RECENT.search(match[0])
            and (self._NEXT_NAME.search(between) is not None or self._continues_birth_dates(text, between))
            and self._OTHER_WORD.search(between) is None
        )

    def _continues_birth_dates(self, text: str, between: str) -> bool:
        return self._BETWEEN_DATES.fullmatch(between) is not None and self._BIRTH_DATES.search(text) is not None

    def context_word(self, text: str, start: int, end: int) -> tuple[str, float]:
        """Birth words count up to 60 characters before, unless another date or another kind of date stands between."""
        before = text[max(0, start - CONTEXT_BEFORE) : start]
        best: tuple[str, float] = "", 0.0
        for match in self.CONTEXT.finditer(before):
            between = before[match.end() :]
            if self._NUMBER.search(between) or self._OTHER.search(between):
                continue
            if "\n\n" in between and not (len(between) < 32 and text[end : end + 1] in ("\n", "")):
                continue
            best = match[0], 1 - len(between) / CONTEXT_BEFORE
        if best[0]:
            return best
        behind = self._BEHIND.match(text, end, end + 70)
        return (behind[0].strip(" ,"), 0.5) if behind else self.column_word(text, start)
