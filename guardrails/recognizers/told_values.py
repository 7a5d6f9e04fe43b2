"""Values of several kinds that only the words around them tell, as people write them in passing."""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

import regex
from presidio_analyzer import RecognizerResult

from guardrails.deadline import scan
from guardrails.recognizers.base import Evidence, GuardRecognizer, compiled
from guardrails.recognizers.case_patterns import REFERENCE
from guardrails.recognizers.dates import DATE
from guardrails.recognizers.public_numbers import of_the_public
from guardrails.recognizers.reference_surroundings import of_a_thing
from guardrails.recognizers.told_birthdays import told_birthdays


class _Told(NamedTuple):
    entity: str
    needed: regex.Pattern[str]
    """Without it a text has none."""
    pattern: regex.Pattern[str]
    score: float
    reason: str
    of_things: bool = False
    """Whether things have such numbers too."""


def _words(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE)


#: Digits and short blocks with signs between them: ``2025-H-07``, ``SEK-26/55``, ``505.118.2294-7``.
_BLOCKS = (
    rf"(?!{DATE}|(?:19|20)\d{{2}}[/-](?:20)?\d{{2}}(?![\d/-])"
    rf"|\d{{1,3}}(?:\.\d{{3}})*,\d)(?=(?:[^\s\d]{{0,6}}\d){{4}})"
    r"(?-i:\p{Lu}{1,5}[-/.]?)?\d[\p{L}\d]{0,11}(?:[/.-](?-i:[\p{Lu}\d]{1,8})){1,5}(?![\p{L}\d/-]|[.,]\d)"
)
_GLUE = r"(?:[ ,:]{1,2}(?:nummer|number|nr\.?|no\.?|is|was|lautet|ist|it's)){0,2}[ ]?[:#,]{0,2}[ ]"
_TOLD = (
    _Told(
        "DE_CASE_NUMBER",
        _words(r"rechnung|invoice|ticket|quittung|fine\b|penalty|receipt"),
        compiled(
            r"(?<!\p{L})(?:(?:arzt|zahnarzt|honorar|schluss)?rechnung|quittung|invoice|receipt|penalty|fine"
            rf"|(?:parking|speeding)[ ](?:ticket|fine)){_GLUE}(?P<value>{_BLOCKS})"
        ),
        0.6,
        "Nummer hinter einem Wort wie „Rechnung“ oder „Strafzettel“",
    ),
    _Told(
        "DE_CASE_NUMBER",
        _words(r"\bur"),
        compiled(
            r"(?<!\p{L})(?:UR|UVZ|Urkunden?(?:rollen?|verzeichnis)?)[ -]{0,2}(?:Nr\.?|Nummer)[ :]{1,2}"
            r"(?P<value>(?:\p{Lu}[ ])?\d{1,5}[ ]?/[ ]?(?:19|20)?\d{2}(?:[ ]?[-/]?[ ]?\p{Lu}\p{Ll}{0,2}(?!\p{L}))?)",
            ignore_case=False,
        ),
        0.8,
        "Nummer einer notariellen Urkunde",
    ),
    _Told(
        "DE_CASE_NUMBER",
        regex.compile(r" [KLSEMNAOUZF] \d\d\."),
        compiled(
            r"(?<![\p{L}\d])(?:Au|An|Bay|M|B|N|RO|RN|W|Wü|VG|VGH)[ ]\d{1,2}[ ]\p{Lu}{1,2}[ ]\d{2}\.\d{2,6}(?![\d.])",
            ignore_case=False,
        ),
        0.75,
        "Aufbau eines gerichtlichen Aktenzeichens (Registerzeichen, Nummer, Jahr)",
    ),
    _Told(
        "DE_CASE_NUMBER",
        regex.compile(r"\("),
        compiled(
            r"(?<!\p{L})(?:ABH|ALB|JC|Jobcenter|Familienkasse|FamKa|BAMF|AG|SG|VG|LG|(?i:\p{L}*(?:behörde|amt|gericht"
            r"|kasse)))(?:[ ]\p{Lu}\p{L}+)?[ ]\((?:(?:Az\.?|Zeichen|Nr\.)[ :]{1,2})?"
            r"(?P<value>\p{Lu}{1,4}[ -]?\d(?:[ ./-]?\d){4,12})\)",
            ignore_case=False,
        ),
        0.65,
        "Zeichen in Klammern hinter einer Behörde",
    ),
    _Told(
        "DE_CASE_NUMBER",
        _words(r"zeichen"),
        compiled(
            rf"(?<![\p{{L}}\p{{N}}/.-])(?P<value>(?=(?:[^\n\d]{{0,6}}\d){{4}}){REFERENCE}(?:[ ]\(\p{{L}}\))?)"
            r"[ ](?:als|ist[ ](?:das|mein|unser|ihr)|war[ ](?:das|mein|unser|ihr))[ ]"
            r"(?:\p{L}{2,14}[ ])?(?:akten|geschäfts|kassen)?zeichen(?!\p{L})"
        ),
        0.7,
        "Angabe, die Zeichen genannt wird",
    ),
    _Told(
        "DE_CASE_NUMBER",
        regex.compile(r"\p{L} (?:19|20)\d\d/\d{4}"),
        compiled(
            r"(?<![\w/.,-])(?!(?:VO|EU|EG|EWG|RL|DIN|ISO|EN|DRS|Drs|BT|BR|BV|DS|GV|SV|AN|AB|ER|RE|RG|AR|LS|LV|Nr|Art|TOP|KW"
            r"|Heft|Jg|WiSe|SoSe|SJ|FS|HJ)[ ])[A-ZÄÖÜ]\p{L}{1,4}[ ](?:19|20)\d{2}/(?!(?:19|20)\d{2}(?!\d))\d{4,6}"
            r"(?![\w/-])(?![.,]\d)",
            ignore_case=False,
        ),
        0.65,
        "Kürzel, Jahr und Nummer eines Vorgangs",
        of_things=True,
    ),
    _Told(
        "DE_BENEFIT_ID",
        regex.compile(r"(?:WG|WoG|WOG|WNG|UVG?|EG|KIZ|KiZ|BAF) ?\d{1,3} ?/"),
        compiled(
            r"(?<![\w/.-])(?:WG|WoG|WOG|WNG|UVG?|EG|KIZ|KiZ|BAF)[ ]?\d{1,3}[ ]?/[ ]?\d{3,5}"
            r"(?:[ ]\d{2,4}){0,2}(?![\w/])",
            ignore_case=False,
        ),
        0.62,
        "Kürzel einer Leistung und Nummer",
    ),
    _Told(
        "DE_PERSONNEL_ID",
        _words(r"(?:student|staff|employee|personnel|matriculation)\s(?:id|number|no)"),
        compiled(
            r"(?<!\p{L})(?:student|staff|employee|personnel|matriculation)[ ](?:id|number|no\.?)"
            r"(?:[ ](?:is|was|number|no\.?)){0,2}[ ]?[:#]?[ ](?P<value>\p{L}{0,3}[ -]?\d(?:[ -]?\d){3,11})(?![\w])"
        ),
        0.8,
        "Nummer hinter einem Wort wie „student ID“",
    ),
    _Told(
        "DE_KFZ",
        _words(r"plate|registration|kennzeichen"),
        compiled(
            r"(?<!\p{L})(?i:(?:number|licen[cs]e)?[ ]?plates?|registration|reg)(?i:[ ](?:number|no\.?|is"
            r"|was)){0,2}[ ]?:?[ ]"
            r"(?P<value>[A-ZÄÖÜ]{1,3}[ -]{1,2}[A-Z]{1,2}[ -]?\d{1,4}[EH]?)(?![\w])",
            ignore_case=False,
        ),
        0.8,
        "Kennzeichen hinter einem Wort wie „plate“",
    ),
    _Told(
        "SECRET",
        _words(r"kode"),
        compiled(
            r"(?<!\p{L})(?:\p{L}{0,12}-?)?kode(?:[ ](?:ist|lautet|jetzt|neu|war)){0,2}[ :=]{1,3}"
            r"(?P<value>\#?\d(?:[ -]?\d){3,9}[#*]?)(?![\w.,]\d|\w)"
        ),
        0.7,
        "Ziffern hinter dem Wort „Kode“",
    ),
    _Told(
        "SECRET",
        _words(r"pass|kennwort|zugang|pw\b|login|pin\b"),
        compiled(
            r"(?<!\p{L})(?:(?:zurück)?gesetzt|geändert|gestellt|geändert|reset|changed|set|umgestellt|lautet"
            r"|heißt|post-it"
            r"|zettel|zettelchen|monitor|bildschirm|wochen|tagen|da|dran|drauf)[ ]?(?:[ ](?:auf|to|zu)[ :]"
            r"|:)[ ]?[\"'„»]?"
            r"(?P<value>(?=[^\s]{0,24}\d)(?=[^\s]{0,24}\p{L})(?=[^\s]{0,24}[-!#$%&*_+?.])(?!\p{Lu}{0,4}[ -]?\d+[/.-]\d)"
            r"[^\s\"'„“»«,;()]{7,40}?)(?=[\"'“«,;)]|[.]?(?:\s|$))"
        ),
        0.7,
        "Zeichenfolge, auf die ein Zugang gesetzt wurde",
    ),
    _Told(
        "SECRET",
        _words(r"code|kombination"),
        compiled(
            r"(?<![\p{L}-])code[ ](?:unten|oben|vorne?|hinten|außen|innen|draußen|haustür|tür|tor|hoftor|eingang"
            r"|hintereingang"
            r"|keller|garage|schranke|neu|jetzt|dazu|davon)[ ]?:?[ ](?:ist[ ]|lautet[ ])?"
            r"(?P<value>(?=[^\s]{0,7}\d)(?=(?:[^\s]{0,7}\d){3})\#?[\dA-Z]{3,8}[\#*]?)(?![\w%€]|[.,]\d)"
        ),
        0.7,
        "Zeichenfolge hinter dem Wort „Code“",
    ),
    _Told(
        "SECRET",
        _words(r"code|prüf|cvc|cvv"),
        compiled(
            r"(?<!\d)(?:0[1-9]|1[0-2])/(?:20)?\d{2}[ ,;]{1,3}(?:(?:sicherheits|prüf)?(?:code|ziffer|nummer|nr\.?"
            r"|zahl)|cvc2?|cvv2?"
            r"|kpn)(?:[ ](?:hinten|ist|lautet))?[ :]{1,2}(?P<value>\d{3,4})(?![\w%€]|[.,]\d)"
            r"|(?<!\p{L})(?:kartenprüf(?:nummer|ziffer)|prüf(?:ziffer|nummer|zahl)|sicherheitscode|cvc2?"
            r"|cvv2?)[ ](?:(?:hinten|auf|der"
            r"|rückseite|drauf|dahinter|dazu|karte|vorne?|ist|lautet|die)[ ]){1,4}(?P<value>\d{3,4})(?![\w%€]|[.,]\d)"
        ),
        0.7,
        "Prüfziffer einer Karte",
    ),
    _Told(
        "SECRET",
        _words(r"kennw|passw|pw\b|pin\b|password"),
        compiled(
            r"(?<!\p{L})(?:kennw\.?|kennwort|passw\.?|passwort|pw|password"
            r"|pin)(?!\p{L})[^\n:]{0,40}?(?<!\p{L})(?:monitor|bildschirm"
            r"|zettel|post-it|tastatur|schublade|pinnwand|rückseite|unterlage|kühlschrank|kalender|notizbuch"
            r"|handy|deckel"
            r"|schrank)[^\n:]{0,16}:[ ][\"'„»]?(?P<value>(?=[^\s]{0,40}\d)[^\s\"'„“»«,;()]{4,40}(?<![.:?]))"
        ),
        0.7,
        "Passwort, das irgendwo steht",
    ),
    _Told(
        "SECRET",
        _words(r"code|kombination|pin\b|token|passw|kennw|pw\b|schlüssel|key"),
        compiled(
            r"(?<!\p{L})(?:(?:tresor|safe|tür|tor|alarm|schloss|zugangs)-?(?:code|kombination|pin)"
            r"|zahlenkombination|pin|tan)(?!\p{L})"
            r"[^\n]{0,80}?(?<!\p{L})(?:alt(?:er?)?|neu(?:er?)?|früher|vorher|bisher|davor|zuletzt)[ ]?(?:(?:war"
            r"|ist|lautet|wäre)[ ]|:[ ])"
            r"(?P<value>\d{2}(?:-\d{2}){2,4}|\#?\d{4,8}[\#*]?)(?![\w%€-]|[.,]\d)"
            r"|(?<!\p{L})(?:token|passwort|kennwort|pw|schlüssel|key|freischaltcode)[ ](?:neu|alt|aktuell|jetzt"
            r"|ab[ ]heute)[,:][ ]"
            r"(?P<value>(?=[^\s]{0,40}\d)[^\s\"'„“»«,;()]{6,60}(?<![.:?]))"
        ),
        0.7,
        "Altes oder neues Passwort",
    ),
    _Told(
        "PHONE_NUMBER",
        regex.compile(r"[eE]\+1[0-4]"),
        compiled(r"(?<![\w.,])(?P<value>4[,.]9\d{2,9}[eE]\+1[0-3])(?!\w)", ignore_case=False),
        0.7,
        "Telefonnummer mit Landesvorwahl, von einer Tabelle als Zahl geschrieben",
    ),
)


class ToldValuesRecognizer(GuardRecognizer):
    """Numbers, passwords and birthdays behind the words with which people mention them: ``Rechnung 2025-H-07``,
    ``my student ID is s2291874``, ``zurückgesetzt auf …``, ``wird am 9. September sieben``.
    """

    ENTITY = "DE_CASE_NUMBER"
    ENTITIES: ClassVar = tuple(dict.fromkeys((*(told.entity for told in _TOLD), "DATE_OF_BIRTH")))

    def __init__(self, supported_language: str = "de") -> None:
        super().__init__(supported_language)
        self.supported_entities = list(self.ENTITIES)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """One result for each, of its own kind."""
        results = []
        for told in _TOLD:
            if told.needed.search(text) is None:
                continue
            for match in scan(told.pattern, text):
                start, end = match.span("value") if "value" in told.pattern.groupindex else match.span()
                if told.entity == "DE_CASE_NUMBER" and (
                    of_the_public(text, start, end) or (told.of_things and of_a_thing(text, start))
                ):
                    continue
                results.append(self.result(text, start, end, told.score, Evidence(f"{told.reason}.")))
                results[-1].entity_type = told.entity
        for start, end in told_birthdays(text):
            evidence = Evidence("Tag oder Jahr eines Geburtstags, so wie davon erzählt wird.")
            results.append(self.result(text, start, end, 0.7, evidence))
            results[-1].entity_type = "DATE_OF_BIRTH"
        return results
