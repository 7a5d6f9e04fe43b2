"""Birthdays told by an age, a feast, a year before the word, or in another calendar."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.recognizers.base import compiled
from guardrails.recognizers.dates import DATE, MONTHS
from guardrails.recognizers.table_columns import column_head

_DAY = (
    rf"(?:0?[1-9]|[12]\d|3[01])(?:\.[ ]?(?:(?:0?[1-9]|1[0-2])\.|{MONTHS}(?!\p{{L}}))(?:[ ]?(?:19|20)\d{{2}})?"
    r"|[-/](?:0?[1-9]|1[0-2])(?![-/\d]))"
)
_AGE = (
    r"(?:[1-9]|[1-9]\d|10\d|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\p{L}{3,6}zehn"
    r"|\p{L}{3,16}(?:zig|ßig)|hundert|volljährig|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\p{L}{3,5}teen|\p{L}{3,5}ty)"
)
_FEAST = (
    r"(?:(?:der[ ]|am[ ])?(?:tag|abend)[ ](?:vor|nach)[ ])?(?:dem[ ])?(?:neujahr(?:stag)?|silvester"
    r"|heilig(?:er[ ])?abend|nikolaus(?:tag)?"
    r"|weihnachten|(?:1\.|2\.|erste[rn]?|zweite[rn]?)[ ](?:weihnachts|oster)(?:feier)?tag"
    r"|dreikönig(?:e|stag)?|valentinstag"
    r"|ostersonntag|ostermontag|karfreitag|pfingstsonntag|rosenmontag|allerheiligen|new[ ]year's[ ](?:day|eve)"
    r"|christmas[ ](?:day|eve)|boxing[ ]day)"
)
_YEAR = r"(?:19|20)\d{2}"
#: What has birthdays beside people.
_OF_THINGS = regex.compile(
    r"(?<!\p{L})(?:\p{L}*(?:verein|gesetz|stadt|kita|firma|schule|bibliothek|museum|haus|amt|werk|bad|gemeinde|verband)"
    r"|republik|betrieb|verordnung|satzung"
    r"|\p{L}*(?:ung|heit|keit|schaft|tion|tät|behörde|straße|brücke|kirche|linie|anstalt|klinik|kasse|halle))(?!\p{L})[^.!?\n]{0,30}$",
    regex.IGNORECASE,
)
_PATTERNS = (
    compiled(
        rf"(?<!\p{{L}})(?:wird|werde|wurde|werden|turns|turned)[ ](?:\p{{L}}{{2,8}}[ ])?(?:(?:am|on|an|den)[ ])?"
        rf"(?:\p{{L}}{{2,12}}(?:tag|day|abend|woch)[ ,]{{1,2}})?\(?(?:(?:dem|den|der)[ ])?(?P<value>{_DAY})\)?,?[ ]"
        rf"(?:(?:schon|erst|endlich|genau|dann|stolze)[ ])?{_AGE}(?:[ ]Jahre)?(?=[ ]?(?:[.!?;,)]|$"
        rf"|[ ]und[ ]|alt(?!\p{{L}})))"
    ),
    compiled(
        rf"(?<!\p{{L}})(?:geburtstag|geb\.?|geboren|born|birthday)(?:[ ](?:am|an|ist|hat|im|on|is|war"
        rf"|was|immer)){{0,2}}"
        rf"[ :]{{1,3}}(?P<value>{_FEAST}(?:(?:[ ]|,[ ])(?:{_YEAR}|'?\d{{2}}(?!\d)))?)(?!\p{{L}})"
    ),
    compiled(rf"(?<!\p{{L}})(?P<value>{_FEAST}(?:[ ]{_YEAR})?)[ ](?:geboren|zur[ ]Welt|born|geburtstag)(?!\p{{L}})"),
    compiled(rf"(?<![\w./-]|(?:seit|verh\.|bis)[ ])(?P<value>{_YEAR})[ ]geb\.(?![ ]?\d)"),
    compiled(
        rf"(?<![\w./-])(?P<value>{_YEAR})[ ](?:ist|war|wäre|dürfte|muss)[ ](?:\p{{L}}{{2,12}}[ ]){{0,2}}"
        r"(?:geburtsjahr|jahrgang|baujahr[ ]von[ ]ihm)(?!\p{L})"
    ),
    compiled(
        r"(?<!\p{L})(?:geb\.?|geboren|geburtsdatum)(?:[ ]am)?[ :]{1,3}(?P<value>1[34]\d{2}[/.-]\d{1,2}[/.-]\d{1,2})"
        rf"(?:[ ]?\([^()\n]{{0,24}}?(?P<second>{DATE})\))?"
    ),
)
#: Days as a spreadsheet counts them from 1900 on, in a column of birth dates.
_SERIAL = regex.compile(r"(?<=[;\t|][ ]?)[1-4]\d{4}(?=[ ]?[;\t|\n])")
_BIRTH_HEAD = regex.compile(r"[ ]*\"?(?:geb|geburt|birth|dob)", regex.IGNORECASE)
#: Without one of these a text has none of them.
_NEEDED = regex.compile(r"geb|wird|werde|wurde|turn|born|birth|jahrgang", regex.IGNORECASE)


def told_birthdays(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every such day or year."""
    if _NEEDED.search(text) is None:
        return
    for match in _SERIAL.finditer(text):
        if _BIRTH_HEAD.match(column_head(text, match.start())):
            yield match.span()
    for number, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            if number == 0 and _OF_THINGS.search(text, max(0, match.start() - 60), match.start()):
                continue
            yield match.span("value")
            if "second" in pattern.groupindex and match["second"]:
                yield match.span("second")
