"""Phrases that say in passing where somebody lives, was born or comes from; ``value`` is the place."""

from guardrails.recognizers.base import compiled
from guardrails.recognizers.place_words import PLACE, RELATIVES

_THEIR = r"(?:(?:de[rmn]|(?:sein|ihr|mein|unser)e?[rnm]?)[ ])?"
#: ``die Kleine aus Ohlsdorf``, ``Analphabetin, aus Kindia``
OF_SOMEBODY = compiled(
    r"(?<!\p{L})(?:(?:[Dd](?:ie|er|as|en|em)|[Ee]ine?[nrm]?|[Uu]nsere?[nrm]?)[ ](?:\p{Ll}{2,12}[ ])?"
    r"(?:Kleine|Große|Junge|Alte|Neue|Dame|Herr|Herrn|Mann|Frau|Mädchen|Kerl|Typ|Bursche|Azubi|Praktikant|Kollege)"
    r"(?:n|in|rs)?[ ]|\p{Lu}\p{Ll}{3,16}in,[ ])"
    rf"aus[ ](?P<value>{PLACE})",
    ignore_case=False,
)
#: ``hinten in Jüterbog``, ``in Delmenhorst bei Freunden``, ``bei verwandten in Osterholz``, ``in Kiel, wo ich wohn``
AT_SOMEBODYS = compiled(
    rf"(?<!\p{{L}})(?:hinten|drüben|drunten|droben|draußen|oben|unten)[ ]in[ ]"
    rf"(?P<value>{PLACE})(?=[ ]?(?:[,.;!?)\n]|$|bei[ ]))"
    rf"|(?<!\p{{L}})in[ ](?P<value>{PLACE})[ ]bei[ ]{_THEIR}(?i:{RELATIVES})(?!\p{{L}})"
    rf"|(?<!\p{{L}})bei[ ]{_THEIR}(?i:{RELATIVES})[ ]in[ ](?P<value>{PLACE})"
    rf"|(?<!\p{{L}})in[ ](?P<value>{PLACE}),?[ ]wo[ ](?:ich|er|sie|wir|es|der|die)[ ](?:[^.,;\n]{{2,30}}[ ])?"
    r"(?:wohn\p{Ll}{0,3}|leb\p{Ll}{0,3}|herkomm\p{Ll}{0,2}|aufgewachsen|geboren|daheim|zuhause)(?!\p{L})",
    ignore_case=False,
)
LOWER_WHERE = compiled(
    rf"(?<!\p{{L}})(?:bei|zu)[ ](?:(?:de[rmn]|(?:sein|ihr|mein|unser)e?[rnm]?)[ ])?(?i:{RELATIVES})[ ](?:in|nach)[ ]"
    r"(?P<value>\p{Ll}[\p{L}-]{3,30})|"
    r"(?<!\p{L})in[ ](?P<value>\p{Ll}[\p{L}-]{3,30}),?[ ]wo[ ](?:ich|er|sie|wir)[ ]"
    r"(?:[^.,;\n]{2,30}[ ])?(?:wohn|leb)",
    ignore_case=False,
)
#: ``Ursprünglich Iloilo``, ``zurück in seine Heimat, Annaberg``, ``Schöne Grüße aus Lehrte``
ORIGIN = compiled(
    rf"(?<!\p{{L}})[Uu]rsprünglich[ ](?P<value>{PLACE})(?=[ ]?(?:[,;.)\n]|$))"
    rf"|(?<!\p{{L}})(?:gibt|gab|nennt|nannte|hat|hatte|steht|wurde|with|gave)[ ](?:[^.;,\n]{{2,20}}[ ])?"
    rf"(?P<value>{PLACE})[ ]"
    r"(?:als|as)[ ](?:\p{Ll}{3,9}[ ]){0,2}"
    r"(?i:Heimat|Herkunft|Wohnort|Wohnsitz|Geburtsort|Zuhause|Adresse|Aufenthalt|Ziel|hometown|birthplace|residence)"
    rf"|(?<!\p{{L}})(?:Heimat|Zuhause)[ ]?[,:=(–-]{{1,2}}[ ]?(?P<value>{PLACE})(?=[ ]?(?:[,;.)\n]|$))"
    rf"|(?<!\p{{L}})(?:Gruß|Grüße|Grüßen|Gruss|Grüsse|Grüßle|Grüßchen|LG|lg|Greetings|greetings)[ ](?:aus|from)[ ]"
    rf"(?:dem[ ]\p{{Ll}}{{3,14}}[ ])?(?P<value>{PLACE})(?=[ ]?(?:[,;.!)\n]|$))",
    ignore_case=False,
)
#: ``Anfang 40, aus Lahore``, ``z. Zt. Pension in Kehl``, ``Herkunft: Asmara, seit 2016 in Bernburg``
WHERE_NOW = compiled(
    r"(?<![\p{L}\d])(?:(?:Anfang|Mitte|Ende)[ ]\d0(?:er)?|\d{1,2}(?:[ ]?J\.|[ ]Jahre(?:[ ]alt)?|[ ]?[mw])?"
    r"|verh\.|led\.|gesch\.|verw\.|ledig|verheiratet|geschieden|verwitwet|alleinstehend|alleinerziehend|single|married"
    r"|divorced),[ ](?:aus|from)[ ]"
    rf"(?P<value>{PLACE})(?=[ ]?(?:[,;.)\n]|$))"
    r"|(?<!\p{L})(?:z\.[ ]?Zt\.|zzt\.|[Dd]erzeit|[Mm]omentan|[Zz]urzeit|[Aa]ktuell|[Vv]orübergehend|[Cc]urrently)[ ]"
    r"(?:(?:im[ ]|bei[ ]|bei[ ]\p{Ll}+[ ])?\p{Lu}\p{L}+[ ]){0,2}in[ ]"
    rf"(?P<value>{PLACE})(?=[ ]?(?:[,;.)\n]|$))"
    r"|(?<!\p{L})(?i:herkunft|geboren|geb\.|stammt|gebürtig|born|origin)(?!\p{L})[^\n]{2,44}?,[ ]"
    r"(?:jetzt|nun|heute|dann|zuletzt|now|seit[ ][^,.\n]{2,14}|since[ ]\d{4})[ ]in[ ]"
    rf"(?P<value>{PLACE})(?=[ ]?(?:[,;.)\n]|$))",
    ignore_case=False,
)
#: ``zugez. 14.06.2022 von Helmstedt``, ``WEGZUG … n. GOETTINGEN``
REGISTERED = compiled(
    r"(?<!\p{L})(?i:(?:zu|ver|weg|um|ab|ange|abge|zuge|verzo)\p{Ll}{0,4}(?:gez|z|gem|m)\.)[ ](?:[\d./]{4,10}[ ])?"
    rf"(?:von|nach|aus|n\.|v\.)[ ](?P<value>{PLACE})"
    r"|^(?:ZUZUG|WEGZUG|UMZUG|VERZUG|Zuzug|Wegzug|Umzug)[ ][^\n]{3,90}?[ ][nv]\.[ ]"
    rf"(?P<value>{PLACE})(?=[ ]*(?:$|[,;]|[nv]\.))"
    rf"|^[ ]*(?P<value>{PLACE})[ ]?[.…]{{3,40}}[ ]?(?i:geburtsort|wohnort|wohnsitz|geb\.-?ort)(?!\p{{L}})",
    ignore_case=False,
)
#: A form in which ``in`` is a field of its own, below the date of birth or the word for living.
FIELD_IN = compiled(
    r"(?:^|\n)[ ]*(?i:geb|wohn|zugezogen|verzogen|born|birth|tag[ ]der|\*)[^\n]{0,90}\n[ ]*(?i:in|zu|aus|nach)"
    rf"(?:[ ]{{2,40}}|[ ]?[:|][ ]{{0,30}})(?P<value>{PLACE})[ ]*(?=\n|$)",
    ignore_case=False,
)
#: ``geboren wurde ich … in Kamischli``, ``geburtsort steht einmal Koudougou und einmal Gao``
BORN = compiled(
    r"(?<!\p{L})[Gg]eboren[ ](?:wurde|bin|ist|war)[ ](?:ich|er|sie)[ ](?:[^;!?\n]{2,44}?[ ])?in[ ]"
    rf"(?P<value>{PLACE})"
    r"|(?<!\p{L})[Gg]eburtsort[ ]"
    r"(?:(?:steht|ist|war|mal|einmal|laut|lt\.|angeblich|wohl|jetzt|als|im|\p{Lu}\p{L}{2,12})[ ]){1,3}?"
    rf"(?P<value>{PLACE})(?:[ ](?:und|oder|bzw\.|statt)[ ](?:(?:einmal|mal|jetzt|nicht)[ ])?(?P<second>{PLACE}))?",
    ignore_case=False,
)
#: ``gebürtiger Wismarer``
NATIVE = compiled(
    r"(?<!\p{L})(?:(?:gebürtige|waschechte|echte|alteingesessene)[rnm]?|Ur-?|Wahl-?|Neu-)[ ]?"
    r"(?P<value>(?P<town>\p{Lu}\p{Ll}{2,20}?)(?:e?r|erin|ner|nerin|aner|anerin|enser)(?:n|nen)?)(?!\p{L})",
    ignore_case=False,
)
