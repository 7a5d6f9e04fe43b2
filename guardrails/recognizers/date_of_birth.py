"""DATE_OF_BIRTH"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.deadline import scan
from guardrails.recognizers.base import CONTEXT_BEFORE, Evidence, GuardRecognizer, Rule, compiled, keywords
from guardrails.recognizers.birthday_lists import birthday_lists

MONTHS = (
    r"(?:Jan(?:uar|\.)?|Jänner|Feb(?:ruar|\.)?|Mär(?:z|\.)|Mrz\.?|Maerz|Apr(?:il|\.)?|Mai|Jun(?:i|\.)?|Jul(?:i|\.)?"
    r"|Aug(?:ust|\.)?"
    r"|Sep(?:t)?(?:ember|\.)?|Okt(?:ober|\.)?|Nov(?:ember|\.)?|Dez(?:ember|\.)?|January|February|March|May|June|July"
    r"|October|December|Oct\.?|Dec\.?)"
)
_YEAR = r"(?:1[89]\d{2}|20\d{2})"
DATE = (
    rf"(?:(?:0?[1-9]|[12]\d|3[01])[.][ \n]?(?:0?[1-9]|1[0-2])[.][ \n]?(?:{_YEAR}|'?\d{{2}})(?!\d)"
    rf"|(?:0?[1-9]|[12]\d|3[01])(?:[.]|st|nd|rd|th)?[ \n]{{0,2}}(?:of[ ])?{MONTHS}[ ,]{{0,2}}(?:{_YEAR}|'\d{{2}})(?!\d)"
    rf"|{MONTHS}[ ](?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?[ ]{_YEAR}"
    rf"|{_YEAR}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?-i:[IVX]{{1,4}})\.[ ]?(?:{_YEAR}|\d{{2}}(?!\d))"
    rf"|(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])[/-](?:{_YEAR}|\d{{2}})(?!\d))"
)
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
    RULES: ClassVar = (
        Rule(compiled(rf"(?<![\p{{N}}./-]){DATE}(?![\w])"), 0.0, "Datum"),
        Rule(compiled(rf"(?<![\w*])\*[ ]?(?P<value>{DATE})(?!:[ ])"), 0.8, "Datum hinter dem Zeichen * für geboren"),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?:(?:geboren|geb\.?)[ ](?:(?:im[ ]Jahre?|in|im|Anfang|Ende|Mitte|ca\.|etwa|um|circa"
                rf"|irgendwann|so)[ ]){{0,2}}"
                rf"|(?<!(?:der|des|dem|den|im|ein|zum|einem|bis|ab|vor|und|zu)[ ])Jahrgang:?[ ](?:ist[ ])?"
                rf"|J(?:hr?)?g\.?:?[ ]"
                rf"|Geburtsjahr(?:[ ]?[:=|]|[ ]ist)?[ ]"
                rf"|born[ ]in[ ])(?P<value>(?:{MONTHS}[ ])?(?:(?:19|20)\d{{2}}|(?<=J(?:hr?)?g\.?:?[ ]"
                rf"|{MONTHS}[ ])\d{{2}}))(?!\d|[./-]\d|[ ]?(?:€|EUR|Euro|%))"
            ),
            0.7,
            "Jahr der Geburt",
        ),
        Rule(
            compiled(
                r"\*(?<=[\p{L}.)(][ ,|]{0,30}\*)[ ]?(?P<value>(?:19[1-9]\d|20[0-2]\d)"
                r"|(?:0?[1-9]|1[0-2])[/.](?:19|20)\d{2}"
                r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}|\d{2}(?=[ ]?[),;]))(?![\w€%*]|[.,/-]\d)"
            ),
            0.7,
            "Jahr, Monat oder Tag der Geburt hinter dem Zeichen *",
        ),
        Rule(
            compiled(rf"(?<![\w*])\*[ ]?(?:am/in|am|in)[ ]{{0,12}}:?[ ]{{0,3}}(?P<value>{DATE})"),
            0.75,
            "Datum hinter dem Zeichen * für geboren",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})Tag[ :]{1,3}(?P<value>(?:0?[1-9]|[12]\d|3[01])[ ,]{1,3}Monat[ :]{1,3}(?:0?[1-9]|1[0-2])"
                r"[ ,]{1,3}Jahr[ :]{1,3}(?:19|20)\d{2})(?!\d)"
            ),
            0.75,
            "Tag, Monat und Jahr in einem Vordruck",
        ),
        Rule(
            compiled(r"\([ ]?(?:\*|geb\.?|geboren|b\.|born)[ ]?(?P<value>(?:19|20)\d{2})[ ]?[),;]"),
            0.75,
            "Jahr der Geburt in Klammern",
        ),
        Rule(
            compiled(
                rf"(?<!(?:vor|nach|ab|bis|seit|zwischen|und|dem|zum"
                rf"|Jahren?)[ ])(?<![\w./-])(?P<value>(?:{MONTHS}[ ])?(?:19|20)\d{{2}})[ ]"
                r"(?:(?:in|im|als|bei|auf)[ ](?:[\p{L}-]{2,24}[ ]){1,3}?)?geboren(?!\p{L})(?![ ]sind)"
            ),
            0.7,
            "Jahr der Geburt vor dem Wort „geboren“",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:geburtsjahr|jahrgang)[^\n?:]{0,20}\?[ ]?\n[^\n:]{1,24}:[ ]"
                r"(?P<value>(?:19|20)\d{2})(?![\w.-])"
            ),
            0.75,
            "Jahr der Geburt",
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}}|\d[.]?[ ]?|(?:vor|nach|ab|seit|bis)[ ](?:dem[ ])?)"
                rf"(?P<value>(?:(?:im|anfang|ende|mitte)[ ])?{MONTHS}[ ]'?(?:(?:19|20)\d{{2}}|\d{{2}}))[ ]"
                rf"(?:geboren|zur[ ]welt|auf[ ]die[ ]welt)(?!\p{{L}}|[ ]sind)"
                rf"|(?<![\w./-])(?P<value>(?:19|20)\d{{2}}[ ]am[ ](?:0?[1-9]|[12]\d|3[01])\."
                rf"[ ]?(?:{MONTHS}|(?:0?[1-9]|1[0-2])\.))[ ]"
                rf"(?:geboren|zur[ ]welt)(?!\p{{L}})"
            ),
            0.75,
            "Monat und Jahr der Geburt",
        ),
        Rule(
            compiled(
                r"(?<![\w'])(?P<value>'?\d{2})er[ -]?(?:jahrgang|jg\.)|(?<=(?:ist|bin|sind|ein"
                r"|eine)[ ])(?P<value>\d{4})er[ -]jahrgang"
            ),
            0.65,
            "Jahrgang",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:geboren|geb\.?|geburtsdatum|geb\.?-?dat(?:um|\.)?|gebdat|dob"
                r"|tag[ ]der[ ]geburt|geb\.?-?t(?:ag)?\.?)[ ]?(?:am|:|=|\|)?[ ]?"
                r"(?P<value>(?:0?[1-9]|[12]\d|3[01])(?P<gap>[ ]|[ ]?[,_|/\\'][ ]?|[.][ ]?)(?:0?[1-9]"
                r"|1[0-2])(?P=gap)(?:19|20)?\d{2})(?![\d.,])"
            ),
            0.75,
            "Tag, Monat und Jahr hinter einem Stichwort wie „geboren“",
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?:geboren|geb\.?|geburtsdatum|geb\.?-?dat(?:um|\.)?|dob|geburtstag)[ ]?"
                rf"(?:am|:|=|\|)?[ ]?"
                rf"(?P<value>(?:0?[1-9]|[12]\d|3[01])\.?[ ]?(?:{MONTHS}|[IVX]{{1,4}}\.?)[ ]?'?\d{{2}})(?!\w)"
            ),
            0.75,
            "Tag, Monat und Jahr hinter einem Stichwort wie „geboren“",
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?P<value>(?<=(?:am|an[ ]dem)[ ])(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:(?:0?[1-9]"
                rf"|1[0-2])\.|{MONTHS}(?!\p{{L}}))"
                rf"(?:[ ]?(?:19|20)\d{{2}})?)[ ,](?:[^.\n\d]|\d{{1,2}}\.){{0,48}}?(?:volljährig(?!\p{{L}})"
                rf"|Lebensjahr(?!\p{{L}}))"
                rf"|(?<!\p{{L}})(?:Lebensjahr|Volljährigkeit|volljährig)(?!\p{{L}})[^.\n\d]{{0,24}}?[ ]am[ ]"
                rf"(?P<value>(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:(?:0?[1-9]|1[0-2])\.|{MONTHS}(?!\p{{L}}))(?:[ ]?(?:19"
                rf"|20)\d{{2}})?)"
            ),
            0.7,
            "Tag, an dem jemand ein Lebensjahr vollendet",
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?:er|sie|ich|es|kind|sohn|tochter|mutter|vater|mann|frau|oma|opa|bruder|schwester"
                rf"|(?:herr|frau)[ ](?:dr\.[ ])?[\p{{L}}'-]{{2,30}}"
                rf"|(?<!(?:der|die|das|dem|den|eine?|unsere?|ihre?|deren|dessen|am|im"
                rf"|vom)[ ])(?-i:\p{{Lu}}\p{{Ll}}{{1,20}}))[ ](?:wird|werde|wurde|ist)[ ](?:(?:ja|dann|schon|noch|jetzt"
                rf"|bald)[ ])?am[ ]"
                rf"(?P<value>(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:(?:0?[1-9]|1[0-2])\.|{MONTHS}(?!\p{{L}}))(?:[ ]?(?:19"
                rf"|20)\d{{2}})?),?[ ]"
                r"(?:(?:schon|erst|endlich|genau|dann)[ ])?(?:[1-9]|[1-9]\d|10\d|\p{L}{3,20}zig|zwölf|achtzehn"
                r"|\p{L}{3,6}zehn)"
                r"(?:[ ]Jahre|[ ]geworden|(?=[ ]?(?:[.!?;,)]|$)))"
            ),
            0.7,
            "Tag, an dem jemand ein Alter erreicht",
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?:am|der|den)[ ](?P<value>(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:(?:0?[1-9]|1[0-2])\."
                rf"|{MONTHS}(?!\p{{L}}))(?:[ ]?(?:19|20)\d{{2}})?)"
                rf",?[ ](?:(?:hat|habe|hatte|haben|feiert|feierte)[ ])(?:[\p{{L}}.-]{{2,20}}"
                rf"[ ]){{1,4}}?(?:\d{{1,2}}\.[ ])?geburtstag(?!\p{{L}})"
                rf"|(?<!\p{{L}})geburtstag(?!\p{{L}}|[ ]de[rs][ ](?:grundgesetz|stadt|republik|verein|bund"
                rf"|land|europa))(?:[ ](?:hat|habe|hatte|ist|war|fällt|feiert|wäre|sie|er|ich|es"
                rf"|herr|frau|auf|bereits|schon|[\p{{Lu}}]\p{{L}}+)){{1,5}}?[ ]"
                rf"(?:am|der|den|(?<=ist|war))[ ]?(?P<value>(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:(?:0?[1-9]|1[0-2])\."
                rf"|{MONTHS}(?!\p{{L}})))"
                rf"|(?<!\p{{L}})birthday[ ](?:is|was|falls)[ ](?:on[ ])?(?:the[ ])?(?P<value>(?:\d{{1,2}}(?:st|nd|rd"
                rf"|th)?[ ](?:of[ ])?{MONTHS}|{MONTHS}[ ]\d{{1,2}}))(?!\p{{L}})"
                rf"|(?<!\p{{L}})(?:turn|turns|turned|turning)[ ]\d{{1,3}}[ ]on[ ](?:the[ ])?"
                rf"(?P<value>(?:\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?{MONTHS}|{MONTHS}[ ]\d{{1,2}}(?:st|nd|rd"
                rf"|th)?)(?:,?[ ](?:19|20)\d{{2}})?)(?!\p{{L}})"
            ),
            0.7,
            "Tag und Monat eines Geburtstags",
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?:(?:tochter|sohn|kind|mutter|vater|bruder|schwester|mädchen|junge|frau|mann|baby"
                rf"|sie|er|kleine|große)(?:[ ]\p{{L}}{{2,20}})?[ ](?:ist|war)[ ]vom"
                rf"|zwillinge[ ](?:sind[ ])?vom|(?<!(?:z\.|gültig|gült\.|verl\.|frist)[ ]?)b\.)[ ](?P<value>{DATE})"
            ),
            0.7,
            "Datum hinter „ist vom“",
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
                rf"(?:(?<!\p{{L}})(?:geboren|geb\.?|geburtsdatum|geb\.?-?dat(?:um|\.)?|gebdat|gebd|gd|dob)[ ]?(?:am|:|="
                rf"|\|)?[ ]?|(?<=\p{{Ll}})geb\.)"
                rf"(?P<value>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_YEAR}"
                rf"|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
            ),
            0.8,
            "Acht Ziffern eines Datums hinter einem Stichwort wie „geboren“",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:geburtsdatum|geboren|geb\.?|geb\.?-?dat(?:um|\.)?|gebdat|geb\.-?tag|dob)[ ]?(?:am[ ]"
                r"|[:=|])?[ ]?"
                r"(?P<value>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2})(?!\d)"
            ),
            0.75,
            "Sechs Ziffern eines Datums hinter einem Stichwort wie „geboren“",
        ),
        Rule(
            compiled(
                rf"(?<![\w./-])(?P<value>(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:(?:0?[1-9]|1[0-2])\."
                rf"|{MONTHS}(?!\p{{L}})))(?:[ ]\p{{L}}{{2,12}})??"
                r"[ ](?:(?:ihren|seinen|meinen|den|unseren)[ ])?(?:(?:\d{1,2}|10\d|11[0-5])\.[ ]|\p{L}{4,20}sten[ ]"
                r"|\p{L}{4,12}ten[ ]"
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
                r"(?<!\p{L})(?:geboren|geb\.?|geb\.?-?dat(?:um|\.)?|geburtsdatum|born|dob)[ ]?(?:im|in)?"
                r"(?:[ ]*[:|=])?[ ]*"
                r"(?P<value>(?:0?[1-9]|1[0-2])[ ]?[/.][ ]?(?:(?:19|20)\d{2}|\d{2}(?![./]?\d)))(?![\w€%])(?![.,]\d)"
            ),
            0.7,
            "Monat und Jahr der Geburt",
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?:geboren|geb\.?|geburtsdatum|geburtstag|dob|\*)[ ]?(?:am)?[ :]{{0,10}}"
                rf"(?P<value>(?:0?[1-9]|[12]\d|3[01])[ ]{{1,2}}\.[ ]{{0,2}}"
                rf"(?:0?[1-9]|1[0-2])[ ]{{0,2}}\.[ ]{{0,2}}{_YEAR})(?!\w)"
            ),
            0.75,
            "Datum mit Leerzeichen hinter einem Stichwort wie „geboren“",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:mutter|vater|ehefrau|ehemann|sohn|tochter|kind|bruder|schwester|oma|opa|partnerin|partner)"
                r"[ ](?P<value>(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:0?[1-9]|1[0-2])\.[ ]?(?:19\d{2}|20[01]\d))(?!\d)"
            ),
            0.65,
            "Datum hinter einem Angehörigen",
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
