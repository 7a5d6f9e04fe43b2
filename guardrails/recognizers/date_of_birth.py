"""DATE_OF_BIRTH"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.deadline import scan
from guardrails.recognizers.base import CONTEXT_BEFORE, Evidence, GuardRecognizer, compiled, keywords
from guardrails.recognizers.birth_patterns import BIRTH_RULES
from guardrails.recognizers.birthday_lists import birthday_lists
from guardrails.recognizers.dates import DATE

_PART = regex.compile(r"\d+")
#: How far to the side of its value a label may stand in the line below, in characters.
_SHIFTED = 8
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
        r"geb\.|geb\b|ggeb\.|gebohren|geboren\p{L}*|geburts[ -]?(?:datum|daten|dat\b|tag|termin\sde[rs]|d\.)"
        r"|tag\sder\sgeburt|zur\swelt"
        r"|licht\sder\swelt|auf\sdie\swelt|geburt(?=\s?:|\s(?:am|war|ist|des|der|von|ihre[rs]|seine[rs]|meine[rs]"
        r"|unsere[rs])\b)"
        r"|entbindung\b|entbunden|niederkunft|geb\.?-?t(?:ag)?\b|geburtstags?kind"
        r"|geb\.?-?(?:dat|datum|tag)\.?|gebdat|dob\b|d\.o\.b|date\sof\sbirth|birth(?:day|date)|born"
    )
    RULES: ClassVar = BIRTH_RULES
    _OTHER = regex.compile(
        r"(?:antrag|bescheid|schreiben|eingang|frist|termin|fällig|stand|ausgestellt|gültig|bis|seit|ab|verstorben"
        r"|gestorben|verheiratet|eingezogen|gemeldet|vom)\b[^.\n]{0,14}$",
        regex.IGNORECASE,
    )

    _NUMBER = regex.compile(r"\d{4}|\d\.\d")
    #: What else happened to somebody on a day, between a word of birth and the date.
    _EVENT = regex.compile(
        r"(?<!\p{L})(?:scheidung|geschieden|heirat|hochzeit|trauung|eheschließung|verst[aeo]rb|gestorben|tod(?:es)?(?!\p{L})|sterbe"
        r"|einreise|umzug|einzug|unfall|operation|einschulung|kündigung|adoption|divorce|married|died|death)",
        regex.IGNORECASE,
    )
    _ALONE = regex.compile(r"^$|[ ]{2}$|\t$")
    _BEHIND = regex.compile(
        rf"[ ,]{{0,2}}(?:sondern[ ](?:am[ ])?{DATE}[ ])?(?:(?:in|im|um|auf|an|bei|gegen"
        rf"|als)[ ][^.;\n]{{2,44}}?[ ])?(?:geboren(?![ ](?:sind|wurden)[ ]?[,.)]?$)|zur[ ]Welt|auf[ ]die[ ]Welt"
        rf"|Geburtstag(?!s)|born(?!\p{{L}})"
        rf"|\(Geburtsdatum\)|\(geb\.\))",
        regex.IGNORECASE,
    )
    _NEXT_NAME = regex.compile(r"(?:[/;,|•]|\n|\bund\b)[^/;,|•\n]{0,40}?\p{L}{2,}[ ]?[ ,(:][ (]?$")
    _OTHER_WORD = regex.compile(
        r"(?<!\p{L})(?:antrag|bescheid|schreiben|eingang|frist|termin|fällig|stand|ausgestellt|gültig|bis|seit|ab"
        r"|verstorben|gestorben"
        r"|verheiratet|eingezogen|gemeldet|vom|am|einreise|eingereist|zugezogen|datum|heirat|sitzung|uhr)",
        regex.IGNORECASE,
    )
    _RELATIVES = regex.compile(
        r"(?<!\p{L})(?:kinder\p{L}{0,4}|(?:\d\.[ ])?kind(?:es|er)?(?:[ ]\d)?|töchter|söhne|geschwister\p{L}{0,6}"
        r"|zwillinge|enkel\p{L}{0,6}"
        r"|haushaltsmitglieder|(?:weitere[ ])?personen(?:[ ]im[ ]haushalt)?|mitreisende|familienmitglieder"
        r"|angehörige"
        r"|bedarfsgemeinschaft|bg|children|kids)[ ]?[:(]?",
        regex.IGNORECASE,
    )
    _ITEM = compiled(
        rf"[\s,;/•*()|-]{{0,6}}+(?:(?:und|sowie|and)[ ])?(?:\d[.)][ ]|Kind[ ]\d:?[ ])?"
        rf"(?P<name>(?:\p{{L}}[\p{{L}}'.-]*,?[ ]){{0,3}}(?:\p{{L}}[\p{{L}}'.-]*)?)"
        rf"[ ]?[,:(|]{{0,2}}[ ]?(?:(?:geb(?:oren)?\.?|\*|am|geboren[ ]am)[ ]?)?"
        rf"(?P<value>{DATE}|(?<=\()(?:19|20)\d{{2}}(?=\)))[)]?"
    )
    _NO_NAME = regex.compile(
        rf"{_OTHER_WORD.pattern}|(?<!\p{{L}})(?:vor|nach|dem|der|die|das|mit|für|zwischen|zum|ist|sind|haben"
        rf"|hat)(?!\p{{L}})",
        regex.IGNORECASE,
    )
    _NO_BIRTH = regex.compile(
        r"[ ]?(?:-|bis|Uhr|um|gestellt|beantragt|eingegangen)(?!\p{L})|:[ ]|,[ ]\d{1,2}[:.]\d{2}", regex.IGNORECASE
    )
    _BETWEEN_DATES = regex.compile(r"[ ]?(?:[,;/]|und|sowie)[ ]?|[ ](?:und|sowie)[ ]")
    _PENSION = compiled(r"(?<!\w)\d{2}[ ]?(?P<birth>[0-3]\d[01]\d{3})[ ]?[A-Z][ ]?\d{3}(?!\w)")

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Dates with a word of birth, and those that a Rentenversicherungsnummer of the same text holds as well."""
        yield from super().find(text)
        yield from self._in_list(text)
        yield from self._of_children(text)
        for start, end in birthday_lists(text):
            yield start, end, 0.75, Evidence("Tag in einer Liste von Geburtstagen.")
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
        earlier: list[regex.Match[str]] = []
        for match in scan(self.RULES[0].pattern, text):
            if self.context_word(text, *match.span())[0]:
                if before is None:
                    yield from self._listed_before(text, earlier, match)
                before = match
                continue
            earlier.append(match)
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
            and (self._NEXT_NAME.search(between) is not None or self._continues_birth_dates(between))
            and self._OTHER_WORD.search(between) is None
        )

    def _continues_birth_dates(self, between: str) -> bool:
        return self._BETWEEN_DATES.fullmatch(between) is not None

    def _listed_before(
        self, text: str, earlier: list[regex.Match[str]], match: regex.Match[str]
    ) -> Iterator[tuple[int, int, float, Evidence]]:
        """``am 3.4.2015, 5.6.2017 und 1.1.2020 geboren``: the dates before the one that the word stands beside."""
        following = match
        for one in reversed(earlier):
            if not self._BETWEEN_DATES.fullmatch(text, one.end(), following.start()) or _build(one[0]) != _build(
                match[0]
            ):
                return
            yield *one.span(), 0.75, Evidence("Datum in einer Aufzählung von Geburtsdaten.")
            following = one

    def _of_children(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """``Kinder: Lena, 3.4.15; Tom (5.6.17)``: dates behind the names of a list of relatives."""
        for label in scan(self._RELATIVES, text):
            position = label.end()
            while item := self._ITEM.match(text, position):
                if self._NO_NAME.search(item["name"]) or self._NO_BIRTH.match(text, item.end()):
                    break
                yield (
                    *item.span("value"),
                    0.72,
                    Evidence("Datum hinter einem Namen in einer Aufzählung von Angehörigen."),
                )
                position = item.end()

    def context_word(self, text: str, start: int, end: int) -> tuple[str, float]:
        """Birth words count up to 60 characters before, unless another date or another kind of date stands between."""
        before = text[max(0, start - CONTEXT_BEFORE) : start]
        best: tuple[str, float] = "", 0.0
        for match in self.CONTEXT.finditer(before):
            between = before[match.end() :]
            if self._NUMBER.search(between) or self._OTHER.search(between) or self._EVENT.search(between):
                continue
            if "\n\n" in between and not (len(between) < 32 and text[end : end + 1] in ("\n", "")):
                continue
            best = match[0], 1 - len(between) / CONTEXT_BEFORE
        if best[0]:
            return best
        behind = self._BEHIND.match(text, end, end + 70)
        if behind:
            return behind[0].strip(" ,"), 0.5
        column = self.column_word(text, start)
        return column if column[0] else self._label_below(text, start, end)

    def _label_below(self, text: str, start: int, end: int) -> tuple[str, float]:
        """The label under a value of a form: ``Ulmer Gasse 7     30/04/1999`` over ``Straße     Geburtsdatum``."""
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        if line_end < 0 or not self._ALONE.search(text[max(line_start, start - 3) : start]):
            return "", 0.0
        below = text[line_end + 1 : line_end + 240].split("\n", 1)[0]
        column = start - line_start
        labels = self.CONTEXT.finditer(below) if self.CONTEXT is not None else ()
        found = next((label for label in labels if abs(label.start() - column) <= _SHIFTED), None)
        return (found[0], 0.4) if found else ("", 0.0)
