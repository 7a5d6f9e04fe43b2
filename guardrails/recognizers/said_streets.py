"""STREET_ADDRESS, with the house number in words"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.deadline import once, scan
from guardrails.lexicon import load_lexicon
from guardrails.readings.said_runs import NUMBER_WORD, says_numbers
from guardrails.recognizers.base import Evidence, GuardRecognizer, compiled

_PART = (
    r"(?:ein|zwei|zwo|drei|vier|f(?:ü|ue)nf|sech|sechs|sieb|sieben|acht|neun|zehn|elf|zwölf|und|zwan|zig|zwanzig|dreißig"
    r"|vierzig|f(?:ü|ue)nfzig|sechzig|siebzig|achtzig|neunzig|hundert|eins)"
)
_NUMBER = rf"(?:{NUMBER_WORD}|{_PART}(?:-{_PART}){{1,5}}+)(?![\p{{L}}\p{{N}}])"
_BEHIND = (
    r"(?:[ ]?-?[a-h](?![\p{L}\p{N}])|[ ]buchstabe[ ]\p{L}{1,3}(?!\p{L})"
    r"|[ ](?:strich|schrägstrich)[ ]\p{L}{1,12}(?!\p{L}))?"
    r"(?:[ ](?:rechts|links|hinten|vorne|oben|unten|hinterhaus|vorderhaus)(?!\p{L}))?"
    r"(?![ ]?(?:uhr|tage?n?|woche\p{L}*|monat\p{L}*|jahr\p{L}*|stund\p{L}*|minut\p{L}*|mal|euro|cent|prozent"
    r"|person\p{L}*|leute|männer|frauen|kinder\p{L}*|zimmer\p{L}*|meter\p{L}*|kilo\p{L}*|bäume\p{L}*|häuser\p{L}*|autos|neue\p{L}*"
    r"|weitere\p{L}*|fälle\p{L}*|unfälle|termin\p{L}*|wohnung\p{L}*|anwohner\p{L}*|stellplätze\p{L}*|fahrzeug\p{L}*"
    r"|parkplätze|parzell\p{L}*|schilder|laternen|mitarbeit\p{L}*|gäste|plätze|stunden|stände|beete|bänke|tore)(?!\p{L}))"
)
_SURE = (
    r"(?:str(?:aße|asse)?|weg|gasse|allee|chaussee|stieg|steig|pfad|twiete|stiege|gässchen|gaßl|gassl|zeile|ufer|damm)"
)
_NOUN = (
    r"(?:feld|graben|grund|winkel|kamp|hang|berg|anger|tal|wiese|hof|markt|platz|ring|tor|wall|garten|busch|höhe|brink"
    r"|bach|brücke|brunnen|blick|rain|eck|hagen|horst|park|siedlung|reihe|moor|heide|linde|mühle)"
)
_ENGLISH = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}{3,6}teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -]\p{L}{3,5})?)"
)
_CALLED = r"(?:[ -](?:nr\.?|nummer|hausnummer|hausnr\.?|no\.?))?[ -]"
_PREPOSITION = (
    r"(?:am|im|an[ -]der|in[ -]der|auf[ -]de[mr]|zum|zur|unter[ -]den|hinter[ -]de[mr]|beim|vor[ -]dem|bei[ -]der)"
)
#: Where somebody lives, or a letter goes to, earlier in the line.
_LIVES = regex.compile(
    r"(?<!\p{L})(?:wohn(?:t|e|en|haft|st|ung|sitz|te|ten)|gewohnt|gemeldet|lebt|lebe|leben|zieht|ziehe|gezogen|umgezogen"
    r"|eingezogen|zu[ -]?hause|daheim|adress\p{L}*|anschrift\p{L}*|meld(?:en|et|e)[ ]sich|live[sd]?|living"
    r"|haushalt\p{L}*|bewohner\p{L}*|hausbesuch\p{L}*|zustell\p{L}*|schreiben[ ]an|brief[ ]an|empfänger\p{L}*"
    r"|herrn?|frau|familie|komma)(?!\p{L})",
    regex.IGNORECASE,
)
_FAR = 90
_NO_STREET = frozenset(
    regex.findall(
        r"\w+",
        "zimmer raum stock stockwerk etage haus wohnung schalter block tisch platz bett gang flur saal büro "
        "gate gleis montag dienstag mittwoch donnerstag freitag samstag sonntag woche monat jahr tag morgen "
        "abend mittag nachmittag januar februar märz april mai juni juli august september oktober november "
        "dezember kapitel absatz anhang alter schnitt durchschnitt team kreis land schule klasse gruppe liste "
        "tabelle zeile spalte punkt telefon fenster anfang ende gesamten ganzen ersten zweiten dritten "
        "letzten nächsten umkreis eingang ausgang halle fach spind regal keller abstand maximum minimum takt "
        "maximal rund zeitraum besten",
    )
)


class SaidStreetRecognizer(GuardRecognizer):
    """Streets whose house number somebody has written or said in words, in capital or small letters: ``in der
    kirchgasse sieben b``, ``Gerberweg Nummer zwölf``, ``wohnt am anger drei``, ``Am-Hang-sieb-zehn``, ``number five,
    Schillerstraße``.

    A word that ends like a street is enough. Other words need a preposition, or an ending that places have, too, and
    somebody who lives there or is written to earlier in the line. What is counted behind the number makes it no
    address: ``am Markt drei Stände``.
    """

    ENTITY = "STREET_ADDRESS"
    _LABELLED: ClassVar = regex.compile(
        r"(?<!\p{L})(?:haus)?num(?:mer|ber)[ ]|(?<!\p{L})(?:haus|house)[ ]\d", regex.IGNORECASE
    )
    _STREET: ClassVar = compiled(
        rf"(?<![\p{{L}}\p{{N}}-])(?P<value>(?:{_PREPOSITION}[ -])?(?P<name>\p{{L}}{{3,24}}(?:-\p{{L}}{{2,20}}){{0,3}}"
        rf"(?<={_SURE})\.?|\p{{L}}{{3,20}}[ ](?:straße|str\.|weg|allee|gasse)){_CALLED}{_NUMBER}{_BEHIND})"
    )
    _PLACE: ClassVar = compiled(
        rf"(?<![\p{{L}}\p{{N}}])(?P<value>(?:{_PREPOSITION}[ -](?P<name>\p{{L}}{{3,24}}(?:[ -]\p{{L}}{{3,20}})?)"
        rf"|(?P<name>\p{{L}}{{3,20}}{_NOUN})){_CALLED}{_NUMBER}{_BEHIND})(?-i:(?![ ]\p{{Lu}}\p{{Ll}}{{2}}))"
    )
    _NUMBER_FIRST: ClassVar = compiled(
        rf"(?<![\p{{L}}\p{{N}}])(?P<value>(?:(?:haus|hausnummer|nummer|number|house)[ ](?:{_NUMBER}|{_ENGLISH}"
        rf"|\d{{1,3}}[a-z]?)|{_ENGLISH}),?[ ]"
        rf"(?:(?:in|on|of)[ ](?:der[ ]|the[ ])?)?(?P<name>\p{{L}}{{3,20}}"
        r"(?:straße|strasse|str\.|weg|gasse|allee|platz|ring))"
        r"(?!\p{L})(?:,[ ](?:\d{5}|[\p{Ll}-]{12,40})[ ]\p{L}{3,24})?)"
    )

    _HOUSE_NUMBER: ClassVar = compiled(
        rf"(?<![\p{{L}}\p{{N}}])(?P<value>(?P<name>(?:straße|strasse|weg|platz|allee|gasse|ring)[ ]"
        rf"(?:der|des|am|zum|zur|von)(?:[ ]\p{{L}}{{2,20}}){{1,3}}?|\p{{L}}{{3,24}}(?:(?<={_SURE})|(?<={_NOUN}))),?[ ]"
        rf"(?:und[ ])?(?:mit[ ])?(?:die[ ]|der[ ])?(?:haus)?nummer[ ]"
        rf"(?:ist[ ]|lautet[ ]|war[ ])?(?:die[ ])?(?:{_NUMBER}|\d{{1,3}}[a-z]?(?![\p{{L}}\p{{N}}])))"
    )

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Streets, and places where somebody lives."""
        if not once(says_numbers, text) and self._LABELLED.search(text) is None:
            return
        evidence = Evidence("Straße mit einer Hausnummer in Worten.")
        for pattern in (self._STREET, self._NUMBER_FIRST, self._HOUSE_NUMBER):
            for match in scan(pattern, text):
                if match["name"].lower() not in _NO_STREET and not load_lexicon().given(match["name"]):
                    yield *match.span("value"), 0.76, evidence
        for match in scan(self._PLACE, text):
            line = text.rfind("\n", 0, match.start()) + 1
            names = regex.split(r"[ -]", match["name"].lower())
            if any(name in _NO_STREET for name in names):
                continue
            if _LIVES.search(text, max(line, match.start() - _FAR), match.start()):
                yield *match.span("value"), 0.64, evidence
