"""PHONE_NUMBER"""

from collections.abc import Iterator
from typing import ClassVar

import phonenumbers
import regex

from guardrails.deadline import scan
from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, compiled, keywords
from guardrails.recognizers.table_columns import column_head

_CANDIDATE = compiled(
    r"(?:(?<![\w.,/-])(?:(?<!\d[ ])|(?<=\.\d{2}[ ]|\.\d{4}[ ]))|(?<=\d{5}[,/])(?=0\d{6}))"
    r"(?:\(?(?:\+|00)[ ]?[1-9]\d{0,2}\)?|\(?0[ ]?[1-9])(?:[ ]?\(0\))?(?:(?:[ ]|[ ]?[./()-]{1,2}[ ]?)?\d){4,14}"
    r"(?:[ ]?-[ ]?\d{1,5})?(?!\w)(?![.,/-]\d)"
)
_LOCAL = compiled(
    r"(?<![\w.,/:§€]|[\w-]-)[1-9]\d{1,3}(?:[ /-]{0,3}\d{1,4}){0,4}(?!\w)(?![.,:/]\d)(?![ ]?(?:Uhr|€|EUR|Euro"
    r"|Prozent|%"
    r"|Tage|Wochen|Monate))"
)
_DATE = regex.compile(
    r"\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)?\d{2}(?!\d)|(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/(?:19|20)\d{2}"
)
#: Public numbers that belong to nobody: emergency, authorities' hotline, help lines.
_PUBLIC = frozenset(("110", "112", "115", "116116", "116117", "116111", "116123"))


class PhoneRecognizer(GuardRecognizer):
    """Telephone numbers by the numbering plans in ``phonenumbers``, region DE first.

    Candidates start with ``+``, ``00`` or ``0`` and may be grouped in any way; a possible number is found without
    context, one that the plan does not know only next to a word such as "Telefon". Numbers without area code and
    extensions (``Durchwahl 4711``) need such a word right before them. Dates are never telephone numbers.
    """

    ENTITY = "PHONE_NUMBER"
    CONTEXT: ClassVar = keywords(
        r"tel\b|tel\.|telefon|telefax|fax|fon\b|phone|mobil|handy|durchwahl|dw\b|apparat|app\.|rückruf|nebenstelle"
        r"|nst\b|whatsapp|signal\b|telegram"
        r"|erreichbar|erreiche|ich\swiederhole|anrufen|anruf|rufnummer|festnetz|priv\.|privat|dienstlich|call\b"
        r"|cell|sms"
    )
    _DIRECT = keywords(
        r"tel\b\.?|telefon(?!at)\p{L}*|telefax|fax|fon|mobil\p{L}*|handy\p{L}*|hdy\b|durchwahl|durchw\b\.?|dw\b"
        r"|apparat|app\."
        r"|nebenstelle|nebenst\b\.?|ndst\b\.?|nst\b|rufnummer|ich\swiederhole|vorwahl|festnetz|whatsapp|anrufen"
        r"|rückruf\p{L}*|phone|cell|hausapparat|hausruf"
        r"|klappe|ext\b|extension|(?:meine|seine|ihre|deine)\s(?:\p{L}+\s)?(?:telefon|handy)?-?(?:nummer|nr)\b"
    )
    #: Words that only extensions of three to five digits stand behind.
    _INSIDE = regex.compile(
        r"(?<![\p{L}\p{N}])(?:intern|ha|app|hausanschluss|zimmertelefon)(?:[ ](?:unter|-))?[ ]?:?[ ]?"
        r"(?P<value>(?!(?:19|20)\d\d)\d{3,5})(?![\w/]|[.,]\d|[ ]\p{L})",
        regex.IGNORECASE,
    )
    #: ``Sümeyye (die 38)``, ``Nwosu: bleibt -13``, ``Faxe … -99 38``, ``2219 (nur Ortsnetz)``
    _BESIDE = regex.compile(
        r"(?<=(?-i:\p{Lu})[\p{L}'-]{1,24}[ ])\((?:die|auf[ ]der|unter[ ]der|die[ ]-|app|tel|dw"
        r"|durchwahl)\.?[ ](?P<value>\d{2,5})\)"
        r"|(?<!\p{L})(?:bleibt|weiterhin|jetzt|neu|künftig|erreichbar|sitzt|dann|geht)(?:[ ](?:auf|unter))?[ :]{1,2}"
        r"(?P<value>[-–]\d{2,5})(?![\w%°]|[.,]\d|[ ]?(?:€|EUR|Euro|Grad|°|%|Punkt|Prozent|Uhr|Tage|Stück|\p{Ll}))"
        r"|(?<!\p{L})fax\p{L}{0,2}[^\n\d.]{0,32}?[ ](?P<value>[-–]\d{2,5}(?:[ ]\d{2,3})?)(?![\w%]|[.,]\d)"
        r"|(?<=(?:→|>|:)[ ])(?P<value>(?!(?:19|20)\d{2}[ ])[1-9]\d{2,7})[ ]\((?:nur[ ])?(?:ortsnetz|intern|festnetz"
        r"|privat|mobil|handy|büro"
        r"|dienstlich|durchwahl|anrufbeantworter|ab|daheim|zuhause)\)",
        regex.IGNORECASE,
    )
    _TELEPHONES = regex.compile(r"0\d{2,5}[ ]?[/ -]?[ ]?\d{3}|(?<!\p{L})(?:tel|fax|durchw|dw)", regex.IGNORECASE)
    _REACHED = regex.compile(
        r"(?<!\p{L})(?:erreichbar|erreiche\p{L}*|ruf\p{L}{0,2}|anrufe\p{L}*|zurückrufe\p{L}*|rückruf|meld\p{L}*"
        r"|nummer)"
        r"[^\n.;:\d]{0,48}[ ](?:unter|auf)[ ](?:der[ ])?(?:nummer[ ]|nr\.[ ])?:?[ ]?"
        r"(?P<value>[1-9]\d{1,4}(?:[ ]?[ /-]?[ ]?\d{1,5}){1,4})(?!\w)(?![.,:/]\d)(?![ ]?(?:Uhr|€|EUR|Euro|%"
        r"|\p{L}+en[ ]Punkt))",
        regex.IGNORECASE,
    )
    _EXTENSION_WORD = keywords(r"durchwahl|durchw|dw|app|nebenst|ndst|nebenstelle|nst|ext|klappe|hausapparat|hausruf")
    _YEAR = regex.compile(r"(?:19|20)\d{2}")
    _TABLE = regex.compile(r"[|;\t]|[ ]{3}")
    _IN_PIECES = regex.compile(
        r"(?<!\p{L})vorwahl[ ]?:?[ ]?(?P<value>0\d{2,5})[^\n\d]{0,24}(?P<rest>[1-9]\d(?:"
        r"[ ]?\d){3,9})(?!\w)",
        regex.IGNORECASE,
    )
    _USUAL = regex.compile(r"0\d{2,5}[ ]?[/ -]|01[567]\d{7,10}$")
    _EXTENSION = regex.compile(
        r"(?:[ ]?[,;/]|[ ](?:und|oder|bzw\.|sowie))(?:[ ](?:Fax|und|oder|App\."
        r"|auch))?[ ]?(?P<value>[-–][ ]?\d{1,5}|(?<=[/][ ]?|(?:oder"
        r"|und)[ ])[1-9]\d{2,4}(?:[ ]?\d){2,4})(?!\w)(?![.,/-]\d)"
    )
    _MINUTES = regex.compile(r"[0-5]\d(?: [0-5]\d)+")
    _NUMBER_OF_YEAR = regex.compile(r"\d{1,8}/(?:19|20)\d{2}|\d{4}-\d{4}|[01 ]+")
    #: What numbers with another name stand behind: ``Ser.-Nr.``, ``Kataster-Nr.:``, ``Pos.``, ``2025/S``, ``BG``, and
    #: the maker of a meter: ``1 EMH``.
    _OTHER = regex.compile(
        r"(?:(?<!\p{L})(?!(?:tele|tel\b|fon|fax|ruf|rück|handy|mobil|durch|kontakt|notfall|notruf|dienst|hotline"
        r"|service"
        r"|fest|privat|whats))(?:\p{L}{2,20}[.-]{0,2}|(?-i:\p{Lu})\p{L}{3,20}[ ])n(?:umme)?r\.?[ ]?:?"
        r"|(?<!\p{L})(?:pos|inv)\.|\d{4}/s|(?<!\p{L})(?-i:WG|WoG|BG|EG|UVG?|KG|AZ|GZ|KZ|HSt|HR[AB])\.?"
        r"|(?<![\p{L}\d])[1-9][ ]{0,3}(?!TEL|FAX|FON|MOB|APP)(?-i:\p{Lu}{3}))[ ]{1,8}$",
        regex.IGNORECASE,
    )
    #: Positions of a list (``07.03.0040``), seals (``0117 / 0118``), a number and a date.
    _NO_PHONE = regex.compile(
        r"\d{2}\.\d{2}\.\d{4}|0\d{2,7}[ ]?/[ ]?0\d{3,7}|\d{2}\.\d{2}\.?[ ]?[–-].*"
        r"|\d{4,8}[ ]?–[ ]?\d{1,2}\.\d{1,2}\.\d{4}"
    )
    #: What a meter has counted, behind its number.
    _READING = regex.compile(r"[ ]{0,12}[=:|;]?[ ]{0,12}\d[\d.,]*[ ]?(?:[kM]Wh|m³|m3|cbm)(?!\p{L})", regex.IGNORECASE)
    _BUDGET = regex.compile(
        r"(?<!\p{L})(?:kapitel|titel|haushalts\p{L}+|sachkont\p{L}+|\p{L}*produkt|\p{L}{0,16}schlüssel|ags|gtin"
        r"|produkt\p{L}*"
        r"|buchungsstelle|leitweg-?(?:id|nummer|nr\.?))[ :]{1,2}$",
        regex.IGNORECASE,
    )
    RULES: ClassVar = (
        Rule(_CANDIDATE, 0.35, "Ziffernfolge, die als Telefonnummer vergeben sein kann", checked=0.8, strict=False),
    )
    CHECKSUM_NAME = "Gliederung nach Rufnummernplan"

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Numbers with area code, then local ones behind a keyword."""
        rule = self.RULES[0]
        for match in scan(_CANDIDATE, text):
            start, end = match.span()
            if match[0].startswith("(") and match[0].count("(") > match[0].count(")"):
                start += 1
            value = text[start:end]
            if _DATE.match(value) or value.count("(") != value.count(")"):
                continue
            count = sum(character.isdigit() for character in value)
            least = 10 if value.startswith("00") else 8
            doubtful = count < least or self._MINUTES.fullmatch(value) or self._NUMBER_OF_YEAR.fullmatch(value)
            if doubtful and not self.context_word(text, start, end)[0]:
                continue
            if self._BUDGET.search(text, max(0, match.start() - 24), match.start()):
                continue
            if self._NO_PHONE.fullmatch(value) or self._READING.match(text, end):
                continue
            if self._OTHER.search(text, max(0, start - 30), start):
                continue
            valid = self.check(value)
            word, closeness = self.context_word(text, start, end)
            if valid:
                score = 0.8 + (0.1 + 0.05 * closeness if word else 0.0)
                reason = rule.reason
            elif word:
                score, reason = 0.7 + 0.1 * closeness, "Ziffernfolge hinter einem Stichwort wie „Telefon“"
            elif value.startswith(("+", "(0", "00")) or self._USUAL.match(value):
                score, reason = 0.55, "Ziffernfolge in der Schreibweise einer Telefonnummer"
            else:
                continue
            extra = f"; das Stichwort „{word}“ steht dabei" if word else ""
            yield start, end, score, Evidence(f"{reason}{extra}.")
            for other in self._other_extensions(text, end):
                yield *other, score, Evidence("Weitere Durchwahl hinter einer Telefonnummer.")
        has_table = self._TABLE.search(text) is not None
        for match in scan(_LOCAL, text):
            digits = regex.sub(r"\D", "", match[0])
            before = text[max(0, match.start() - 24) : match.start()]
            found = None
            for found in self._DIRECT.finditer(before):  # noqa: B007 - the last one counts
                pass
            gap = before[found.end() :] if found else ""
            if (
                found
                and 2 <= len(digits) <= 12
                and digits not in _PUBLIC
                and (not self._YEAR.fullmatch(digits) or "-" in gap or self._EXTENSION_WORD.match(found[0]))
                and regex.fullmatch(
                    r"[\s:.(=|-]*(?:(?:nummer|nr|unter|intern|ist|is|war|lautet|der|die|privat|dienstlich"
                    r"|mobil)\b[\s:.)]*){0,3}",
                    gap,
                    regex.IGNORECASE,
                )
            ):
                yield *match.span(), 0.75, Evidence(f"Nummer hinter dem Stichwort „{found[0]}“.")
            elif (
                2 < len(digits) <= 12
                and digits not in _PUBLIC
                and has_table
                and (head := self._DIRECT.search(column_head(text, match.start())))
                and (not self._YEAR.fullmatch(digits) or self._EXTENSION_WORD.match(head[0]))
            ):
                yield *match.span(), 0.75, Evidence(f"Nummer in der Spalte „{head[0]}“.")
        for pattern, reason in (
            (self._INSIDE, "Nummer im Haus"),
            (self._BESIDE, "Durchwahl neben einem Namen oder Hinweis"),
            (self._REACHED, "Nummer hinter „erreichbar unter“"),
        ):
            for match in scan(pattern, text):
                digits = regex.sub(r"\D", "", match["value"])
                if match["value"][0] in "-–" and self._TELEPHONES.search(text) is None:
                    continue
                if digits not in _PUBLIC and (len(digits) > 2 or pattern is self._BESIDE):
                    yield *match.span("value"), 0.7, Evidence(f"{reason}.")
        for match in scan(self._IN_PIECES, text):
            for group in ("value", "rest"):
                yield *match.span(group), 0.75, Evidence("Vorwahl und Nummer einer Telefonnummer.")

    def _other_extensions(self, text: str, end: int) -> Iterator[tuple[int, int]]:
        """``-4482`` and ``-4490`` behind ``0711 216-4481``."""
        while extension := self._EXTENSION.match(text, end):
            yield extension.span("value")
            end = extension.end()

    def check(self, value: str) -> bool | None:
        """Whether the number is possible by the plan of its country (Germany without a country code)."""
        compact = value.replace("(0)", "")
        try:
            number = phonenumbers.parse(compact, "DE")
        except phonenumbers.NumberParseException:
            return False
        return bool(phonenumbers.is_valid_number(number))
