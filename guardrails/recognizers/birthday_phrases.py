"""The phrases in which people tell birthdays, as patterns: by an age, by a feast, beside the name of a child.

A group ``value`` is the day; ``name`` must read like a name of a person, where there is one.
"""

from guardrails.recognizers.base import compiled
from guardrails.recognizers.dates import DATE, MONTHS, YEAR
from guardrails.recognizers.feasts import FEAST

_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY_AND_MONTH = rf"{_NUMBER}\.[ ]?(?:(?:0?[1-9]|1[0-2])\.|{MONTHS}(?!\p{{L}}))"
#: ``4. Oktober``, ``11.9.``, ``17-03``, ``5. Juli 2015``
DAY = rf"(?:{_DAY_AND_MONTH}(?:[ ]?(?:19|20)\d{{2}}(?!\d))?|{_NUMBER}[-/](?:0?[1-9]|1[0-2])(?![-/\d]))"
_ENGLISH_DAY = (
    rf"(?:{MONTHS}[ ]{_NUMBER}(?:st|nd|rd|th)?(?!\d)|(?:the[ ])?{_NUMBER}(?:st|nd|rd|th)?[ ](?:of[ ])?{MONTHS})"
)
_FEAST_OR_DAY = rf"(?:{DAY}|{FEAST}(?:[ ]{YEAR}(?!\d))?(?!\p{{L}}))"
AGE = (
    r"(?:[1-9]|[1-9]\d|10\d|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\p{L}{3,6}zehn"
    r"|\p{L}{3,16}(?:zig|ßig)|hundert|volljährig|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\p{L}{3,5}teen|\p{L}{3,5}ty)"
)
#: ``41sten``, ``90.``, ``zwanzigsten``, ``18ten``, and no noun behind it but the birthday
_ORDINAL = (
    r"(?:(?:1[0-9]|[2-9]\d|10\d|[1-9])(?:\.|ste[nr]?|te[nr]?)|\p{L}{3,18}(?:zigste|ßigste|zehnte|hundertste|achte"
    r"|zwölfte|neunte)[nr]?)(?![ ](?-i:\p{Lu})(?!eburtstag|eb\.))"
)
_SOON = (
    r"(?:(?:nächste[nrs]?|diese[nrs]?|kommende[nrs]?|in|im|am|schon|bald|dann|jetzt|nun|morgen|übermorgen|heute|ja"
    r"|erst|endlich|demnächst|auch|stolze|knackige|woche|monat|jahr|montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonntag"
    r"|(?-i:\p{Lu})\p{Ll}{2,9})[ ]){0,3}?"
)
_AT = r"(?:(?:am|an|den|zu|on|the)[ ])?"
_END = r"(?=[ ]?(?:[.!?;,)]|$|[ ](?:und|and)[ ]|alt(?!\p{L})))"

#: ``am Heiligabend achtzig geworden``, ``(9.10.) zehn geworden``
_GREW = compiled(
    rf"(?<![\w./-])(?P<value>{_FEAST_OR_DAY})\)?[ ](?:(?:schon|erst|endlich|genau|stolze)[ ])?{AGE}[ ](?:Jahre[ ])?"
    r"(?:alt[ ])?geworden(?!\p{L})"
)
#: ``Heiligabend 1950 geboren``
_BORN_ON_A_FEAST = compiled(
    rf"(?<!\p{{L}})(?P<value>{FEAST}(?:[ ]{YEAR})?)[ ](?:in[ ][^\n.,;\d]{{3,24}}[ ])?(?:geboren|zur[ ]Welt"
    r"|auf[ ]die[ ]Welt|born|geburtstag)(?!\p{L})"
)
#: What a text must have for those that begin with a day to be worth a try.
NEEDED = {_GREW: ("geworden",), _BORN_ON_A_FEAST: ("gebor", " welt", "born", "geburtstag")}

#: With an age; clubs and laws have them too.
AGES = (
    compiled(
        rf"(?<!\p{{L}})(?:wird|werde|wurde|werden|turns|turned)[ ](?:\p{{L}}{{2,8}}[ ])?(?:(?:am|on|an|den)[ ])?"
        rf"(?:\p{{L}}{{2,12}}(?:tag|day|abend|woch)[ ,]{{1,2}})?\(?(?:(?:dem|den|der)[ ])?"
        rf"(?P<value>{_FEAST_OR_DAY})\)?,?[ ]"
        rf"(?:(?:schon|erst|endlich|genau|dann|stolze)[ ])?{AGE}(?:[ ]Jahre)?{_END}"
    ),
    # wird nächste Woche 3, am 12.4.
    compiled(
        rf"(?<!\p{{L}})(?:wird|werde|wurde|werden)[ ]{_SOON}{AGE}(?:[ ]Jahre)?(?:[ ]alt)?"
        rf"(?:,?[ ](?:und[ ]zwar[ ])?am|[ ]?\()[ ]?(?P<value>{_FEAST_OR_DAY})(?![\w:])"
    ),
    _GREW,
    # feiert am 30.8. seinen 41sten
    compiled(
        rf"(?<!\p{{L}})(?:feier(?:t|te|n|e)|begeht|beging|begeh(?:t|en))[ ](?:\p{{L}}{{2,9}}[ ]){{0,2}}?{_AT}"
        rf"(?P<value>{_FEAST_OR_DAY}),?[ ](?:\p{{L}}{{2,9}}[ ]){{0,2}}?"
        rf"(?:seinen|ihren|meinen|deinen|unseren)[ ]{_ORDINAL}"
    ),
    # hat ihren 90. am 11.11. nicht mehr erlebt
    compiled(
        rf"(?<!\p{{L}})(?:seinen|ihren|meinen|deinen|sein|ihr|mein)[ ]{_ORDINAL}[ ](?:geburtstag[ ])?"
        rf"(?:(?:ist|war|feiert|feierte|hat|hatte|er|sie|ich)[ ]){{0,3}}am[ ](?P<value>{_FEAST_OR_DAY})(?![\w:])"
    ),
    # zum Achtzigsten am 3.6.
    compiled(rf"(?<!\p{{L}})zum[ ]\p{{L}}{{3,16}}(?:zig|ßig)sten[ ]am[ ](?P<value>{DAY})(?![\w:])"),
    # beide seit dem 6. Dezember zwölf, ist seit gestern (4.5.) 18
    compiled(
        rf"(?<!\p{{L}})(?:ist|bin|sind|beide|er|sie|ja|nun|volljährig)[ ]seit[ ](?:dem[ ]|letzte[mn][ ]|gestern[ ]\()?"
        rf"(?P<value>{_FEAST_OR_DAY})\)?[ ](?:(?:nun|endlich|schon|erst|jetzt)[ ])?{AGE}{_END}"
    ),
    compiled(
        rf"(?<!\p{{L}})(?:volljährig|großjährig|erwachsen|achtzehn|18)[ ]seit[ ](?:dem[ ]|letzte[mn][ ]|vorige[mn][ ]"
        rf"|vergangene[mn][ ]|diese[mn][ ]|vorgestern[ ]|gestern[ ])?\(?(?P<value>{_FEAST_OR_DAY})(?![\w:])"
    ),
    compiled(rf"(?<!\p{{L}})(?:turns|turned|turning)[ ]{AGE},?[ ](?:on[ ])?(?P<value>{_ENGLISH_DAY})(?!\p{{L}})"),
)
#: With a word of birth, a feast or the name of a child.
PHRASES = (
    compiled(
        rf"(?<!\p{{L}})(?:geburtstag|geb\.?|geboren|born|birthday)(?:[ ](?:wurde|bin|ist|war|ich|er|sie)"
        rf"(?=[ ](?:ich|er|sie|am|an|zu)[ ])){{0,2}}(?:[ ](?:am|an|ist|hat|im|on|is|war|was|immer|zu)){{0,2}}"
        rf"[ :]{{1,3}}(?P<value>{FEAST}(?:(?:[ ]|,[ ])(?:{YEAR}|'?\d{{2}}(?!\d)))?)(?!\p{{L}})"
    ),
    _BORN_ON_A_FEAST,
    compiled(rf"(?<!\p{{L}})(?P<name>(?-i:\p{{Lu}})[\p{{L}}'-]{{1,24}})[ ]\(\*?[ ]?(?P<value>{FEAST}[ ]{YEAR})\)"),
    compiled(rf"(?<![\w./-]|(?:seit|verh\.|bis)[ ])(?P<value>{YEAR})[ ]geb\.(?![ ]?\d)"),
    compiled(
        rf"(?<![\w./-])(?P<value>{YEAR})[ ](?:ist|war|wäre|dürfte|muss)[ ](?:\p{{L}}{{2,12}}[ ]){{0,2}}"
        r"(?:geburtsjahr|jahrgang|baujahr[ ]von[ ]ihm)(?!\p{L})"
    ),
    compiled(
        r"(?<!\p{L})(?:geb\.?|geboren|geburtsdatum)(?:[ ]am)?[ :]{1,3}(?P<value>1[34]\d{2}[/.-]\d{1,2}[/.-]\d{1,2})"
        rf"(?:[ ]?\([^()\n]{{0,24}}?(?P<second>{DATE})\))?"
    ),
    # Geburtstag? nee morgen, 17.6. / letzter Tag = sein Geburtstag, 30. Juni
    compiled(
        rf"(?<!\p{{L}})(?:geburtstag|birthday)[ ]?[?!.,:=(–-]{{1,2}}[ \n](?:(?:nee|nein|ja|erst|doch|morgen|heute"
        rf"|gestern|übermorgen|am|den|und|zwar|der|ist|war)[, ]{{1,2}}){{0,4}}"
        rf"(?P<value>{DAY})(?![\w:])(?![ ,]{{1,2}}(?:um[ ])?\d)"
    ),
    # auf der Welt seit 31. Mai 1936
    compiled(
        rf"(?<!\p{{L}})auf[ ](?:der|dieser)[ ]welt[ ]seit[ ](?:dem[ ])?(?P<value>{DATE}|{_FEAST_OR_DAY})(?![\w:])"
    ),
    compiled(rf"(?<!\p{{L}})seit[ ](?:dem[ ])?(?P<value>{DATE})[ ]auf[ ](?:der|dieser)[ ]welt(?!\p{{L}})"),
    # am 1. 7. dieses Jahres in der Klinik zur Welt kam
    compiled(
        rf"(?<!\p{{L}})(?:am|vom|dem)[ ](?:[\p{{L}} ]{{3,24}},[ ])?"
        rf"(?P<value>{DAY}(?:[ ](?:dieses|letzten|vorigen|vergangenen|selben)[ ]Jahres|[ ]'?\d{{2}}(?!\d))?)"
        r"[ ,\"“”]{1,3}(?:[^.;\n\d]{2,56}[ ])?(?:zur[ ]Welt|auf[ ]die[ ]Welt|entbunden)(?!\p{L})"
    ),
    compiled(
        rf"(?<!\p{{L}})(?:kam|kamen|komm(?:t|en))[ ](?:er[ ]|sie[ ]|es[ ])?(?:am[ ])?(?P<value>{DATE}|{DAY}"
        r"(?:[ ](?:dieses|letzten|vorigen|vergangenen)[ ]Jahres)?)[ ,](?:[^.;\n\d]{2,56}[ ])?"
        r"(?:zur|auf[ ]die)[ ]Welt(?!\p{L})"
    ),
    compiled(
        rf"(?<!\p{{L}})(?:baby|twins?|son|daughter|child|girl|boy)(?:[ ]\p{{L}}{{2,14}})?,?[ ](?:who[ ])?"
        rf"(?:arrived|came)[ ](?:on[ ])?(?:the[ ])?"
        rf"(?P<value>{DATE}|(?:first|last)[ ]day[ ]of[ ]{MONTHS}(?:[ ]{YEAR})?)(?!\w)"
    ),
    # Geburtstag ist falsch: richtig ist 22 September 1995
    compiled(
        r"(?<!\p{L})(?:geburtstag|geburtsdatum|geburtsdaten|geb\.-?datum|geboren|birthday|born|date[ ]of[ ]birth)"
        r"(?!\p{L})[^\n]{0,130}?"
        r"(?<!\p{L})(?:das(?=[ ]ist)|entspricht|richtig|korrekt|sondern|correct(?:ly)?|vielmehr)"
        r"(?:[ ](?:ist|wäre|is|am|heißt|lautet"
        rf"|aber|the|date|nur)){{0,3}}[ ]?:?[ ](?P<value>{DATE})(?!\w)"
    ),
    # Geburt, Gründonnerstag, 17. April 2025
    compiled(
        rf"(?<!\p{{L}})(?:geburt|geboren|geburtstag)[ ]?[:,][ ](?:am[ ])?"
        rf"(?:(?P<value>{FEAST}[, ]{{1,2}}{DATE})|(?:\p{{L}}{{2,9}}tag|mittwoch)[, ]{{1,2}}(?P<value>{DATE}))(?!\w)"
    ),
    # gibt 10/10/07 an
    compiled(rf"(?<!\p{{L}})(?:gibt|gab|gebe|geben)[ ](?P<value>{DATE})[ ](?:als[ ]\p{{L}}{{3,20}}[ ])?an(?!\p{{L}})"),
    # Wilhelmine Osterloh, 95 am 3.6.
    compiled(
        rf"(?<!\p{{L}})(?P<name>(?-i:\p{{Lu}})[\p{{L}}'-]{{1,24}})(?:[ ](?-i:\p{{Lu}})[\p{{L}}'-]{{1,24}})?"
        rf"(?:,|[ ]wird)[ ]"
        rf"(?:[1-9]\d?|10\d)(?:[ ]Jahre)?[ ]"
        rf"am[ ](?P<value>{DAY})(?![\w:])(?!,?[ ]\d{{1,2}}[:.]\d{{2}})"
    ),
    # Rima Msallem (12, 20.11.)
    compiled(
        rf"(?<!\p{{L}})(?P<name>(?-i:\p{{Lu}})[\p{{L}}'-]{{1,24}})(?:[ ](?-i:\p{{Lu}})[\p{{L}}'-]{{1,24}})?,?[ ]"
        rf"\((?:[1-9]\d?|10\d)(?:[ ]J(?:ahre|\.)?)?,[ ]"
        rf"(?:\*[ ]?|am[ ])?(?P<value>{DATE}|{DAY})\)"
    ),
    # Geburtsurkunde von Asya Nur, 24. Januar 2025 / meine Stieftochter Sofía Herrero, 07. Febr. 2014
    compiled(
        rf"(?<!\p{{L}})(?:geburtsurkunde|taufschein|stief\p{{L}}{{3,9}}|pflege(?:kind|tochter|sohn)|tochter|sohn|baby|enkel(?:in)?"
        rf"|säugling|neugeborene[nrs]?|mündel|kind(?:es)?|bruder|schwester|neffe|nichte)[ ](?:(?:von|für|des|der)[ ])?"
        rf"(?P<name>(?-i:\p{{Lu}})[\p{{L}}'-]{{1,24}})(?:[ ](?-i:\p{{Lu}})[\p{{L}}'-]{{1,24}}){{0,2}}"
        rf"(?:,[ ](?P<value>{DATE})(?=[ ]?(?:[,;.)\n]|$|und[ ]))(?!,?[ ](?:um[ ])?\d{{1,2}}[:.]\d{{2}})"
        rf"|[ ]\((?P<value>{DATE})\))"
    ),
    # Elterngeld für An (28 Aug 2024)
    compiled(
        r"(?<!\p{L})(?:elterngeld|kindergeld|kinderzuschlag|\p{L}{0,9}unterhalt\p{L}{0,8}|kita\p{L}{0,8}|krippen?\p{L}{0,8}"
        r"|betreuung|vaterschaft|beistandschaft|sorge(?:recht|erklärung)?|umgang|vormundschaft|impf\p{L}{0,10}"
        r"|einschulung|kinder(?:reise)?(?:pass|ausweis)|anmeldung|adoption|taufe|hort\p{L}{0,8})"
        rf"[ ](?:(?:von|für|mit|des|der|über)[ ])?(?P<name>(?-i:\p{{Lu}})[\p{{L}}'-]{{1,24}})"
        rf"(?:[ ](?-i:\p{{Lu}})[\p{{L}}'-]{{1,24}}){{0,2}}[ ]\((?P<value>{DATE})\)"
    ),
)
