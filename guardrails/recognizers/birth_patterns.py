"""What stands around the day, the month or the year of a birth, as rules for the recognizer of dates of birth."""

from guardrails.recognizers.base import Rule, compiled
from guardrails.recognizers.dates import DATE, MONTHS, YEAR

BIRTH_RULES = (
    Rule(compiled(rf"(?<![\p{{N}}./-]){DATE}(?![\w])"), 0.0, "Datum"),
    Rule(compiled(rf"(?<![\w*])\*[ ]?(?P<value>{DATE})(?!:[ ])"), 0.8, "Datum hinter dem Zeichen * für geboren"),
    Rule(
        compiled(
            rf"(?<!\p{{L}})(?:(?:geboren|geb\.?)[ ](?:(?:im[ ]Jahre?|in|im|ca\.|etwa|um|circa"
            rf"|irgendwann|so)[ ]){{0,2}}"
            rf"|(?<!(?:der|des|dem|den|im|ein|zum|einem|bis|ab|vor|und|zu)[ ])Jahrgang:?[ ](?:ist[ ])?"
            rf"|J(?:hr?)?g\.?:?[ ]"
            rf"|Geburtsjahr(?:[ ]?[:=|]|[ ]ist)?[ ]"
            rf"|born[ ]in[ ])(?P<value>(?:(?:Anfang|Ende|Mitte)[ ])?"
            rf"(?:{MONTHS}[ ])?(?:(?:19|20)\d{{2}}|(?<=J(?:hr?)?g\.?:?[ ]"
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
            rf"(?P<value>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){YEAR}"
            rf"|{YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
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
            rf"(?:0?[1-9]|1[0-2])[ ]{{0,2}}\.[ ]{{0,2}}{YEAR})(?!\w)"
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
