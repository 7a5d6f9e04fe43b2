"""DE_KFZ"""

from typing import ClassVar

import regex

from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, compiled, keywords
from guardrails.recognizers.plate_districts import DISTRICTS

#: What a plate with blanks is worth by its build alone, if its district exists.
_OF_A_DISTRICT = 0.62
_SIGNS = r"[ ._·•*|/:-]"


class DeKfzRecognizer(GuardRecognizer):
    """Number plate (§ 9 FZV): district of one to three letters, one or two letters, one to four digits without
    leading zero, E or H at the end; ``B-AB 1234``, ``B-AB1234``, ``HH AB 12E``. With a hyphen behind the
    district it is found alone, with spaces only near a context word.
    """

    ENTITY = "DE_KFZ"
    CONTEXT: ClassVar = keywords(
        r"kennzeichen|kfz|kraftfahrzeug|nummernschild|fahrzeug|auto\b|pkw|lkw|\p{L}{0,12}wagen\b|zulassung|halter"
        r"|motorrad|roller"
        r"|parkausweis|bewohnerpark|geparkt|parkt\b|falschpark|abgeschleppt|geblitzt|kennz\b|kz\b|anhänger|traktor"
        r"|golf|polo|passat|vw\b|bmw|audi|opel|ford\b|mercedes|skoda|toyota|renault|fiat|seat\b|dacia|mazda|kia\b"
        r"|tesla|peugeot|citro[eë]n|nissan|transporter|sprinter|caddy\b|kombi\b|limousine|cabrio|kleinbus"
        r"|lieferwagen|wohnmobil|moped|krad\b|suv\b|taxi\b|lkw|laster\b|bulli|e-auto|karre\b|parkverstoß|knöllchen"
        r"|license\splate|number\splate"
    )
    RULES: ClassVar = (
        Rule(
            compiled(
                r"(?<![\w/.-])(?!DIN|ISO|EN-|IP-|CO-|PC-|IT-|EU-"
                r"|UN-)[A-ZÄÖÜ]{1,3}[ ]?-[ ]?[A-ZÄÖÜ]{1,2}(?:[ -][1-9]\d{0,3}|[1-9]\d{1,3})[ ]?[EH]?"
                r"(?:[ ](?:0[1-9]|1[0-2])[/-](?:0[1-9]|1[0-2]))?(?![\w-])(?![./]\d)",
                ignore_case=False,
            ),
            0.65,
            "Aufbau eines Kfz-Kennzeichens",
        ),
        Rule(
            compiled(
                r"(?<![\w/.-])(?!EU[ -]?\d)[A-ZÄÖÜ]{1,3}[ ]?[:•·.-]?[ ]{0,2}[A-ZÄÖÜ]{1,2}[ ]?[.-]?"
                r"[ ]?[1-9]\d{0,3}[ ]?[EH]?"
                r"(?![\w-])(?![./]\d)",
                ignore_case=False,
            ),
            0.2,
            "Aufbau eines Kfz-Kennzeichens",
        ),
        Rule(
            compiled(
                r"(?<![\w/.-])(?P<value>(?:[A-ZÄÖÜ]{2,3}[ ][A-ZÄÖÜ]{1,2}[ ][1-9]\d{0,3}"
                r"|[A-ZÄÖÜ][ ][A-ZÄÖÜ]{2}[ ][1-9]\d{2,3})[ ]?[EH]?)(?![\w-])(?![./,]\d)",
                ignore_case=False,
            ),
            _OF_A_DISTRICT,
            "Aufbau eines Kfz-Kennzeichens mit einem Kreis, den es gibt",
        ),
        Rule(
            compiled(
                r"(?<![\w/.-])[A-Za-zäöüÄÖÜ]{1,3}-[A-Za-zäöüÄÖÜ]{1,2}[ -]?[1-9]\d{0,3}[eh]?(?![\w-])(?![.,/]\d)",
                ignore_case=False,
            ),
            0.2,
            "Aufbau eines Kfz-Kennzeichens in kleinen Buchstaben",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?i:kennzeichen|kfz|pkw|lkw|auto|wagen|fahrzeug|roller|motorrad)(?:[ ]?[Nn]r\.?)?"
                r"(?:[ ](?:ist|lautet))?[ :=|]{1,3}"
                r"(?P<value>[a-zäöü]{1,3}[ -]{1,2}[a-zäöü]{1,2}[ -]?[1-9]\d{0,3}[eh]?)(?![\w-])(?![.,/]\d)",
                ignore_case=False,
            ),
            0.75,
            "Angabe hinter einem Stichwort wie „Kennzeichen“",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:\p{L}{0,20}kennzeichen|kennz\.?|license[ ]plate|number[ ]plate"
                r"|reg\.?[ ]?plate)(?:[ ]?[Nn]r\.?)?"
                r"(?:[ ](?:ist|lautet|is))?[ ]?[:=|]?[ ]?"
                r"(?P<value>(?=(?-i:[A-Z0-9]){0,4}[ -]?(?-i:[A-Z0-9]){0,4}[ -]?(?-i:[A-Z]){0,4}\d)"
                r"(?-i:[A-Z]{1,3}[ -]?\d[ -]?\d{1,5}[A-Z]{0,2}|\d{1,3}[ -]?[A-Z]{1,3}[ -]?\d{2,4}"
                r"|[A-Z]{2}[ -]\d{2,3}[ -][A-Z]{2,3}|[A-Z]{2}\d{2}[ ]?[A-Z]{3}|[A-Z]{3}[ -]\d{3}"
                r"|[A-Z]{1,3}[ ]\d-\d{1,5}|\d{1,3}-\d{1,3}-\d{1,4}|[A-Z]{1,3}[ ][A-Z0-9]{4,5}))(?![\w-])(?![.,/]\d)"
            ),
            0.72,
            "Angabe hinter „Kennzeichen“, wie auf ausländischen oder amtlichen Schildern",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:\p{L}{0,20}kennzeichen|kennz\.?|kfz|pkw|lkw|auto|wagen|fahrzeug|anhänger)(?:[ ]?nr\.?)?"
                r"(?:[ ](?:ist|lautet))?[ ]?[:=|(]?[ ]?"
                rf"(?P<value>(?:(?-i:[A-ZÄÖÜ])(?:{_SIGNS}{{0,3}}(?-i:[A-ZÄÖÜ])){{1,4}}"
                r"|\p{L}{1,3}[ ]?[._·•*|/:-][ ]?\p{L}{1,2}|\p{L}(?:[ ]\p{L}){1,4}(?=(?:[ ]\d){1,4}(?![ ]?\d)))"
                rf"{_SIGNS}{{1,3}}[1-9](?:[ ._-]{{0,2}}\d){{0,3}}[ ]?[EH]?)(?![\p{{L}}\d]|[.,/]\d)"
            ),
            0.7,
            "Buchstaben und Ziffern mit Zeichen dazwischen hinter einem Stichwort wie „Kennzeichen“",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:versicherungs-?kennzeichen|mofa|moped|roller|e-scooter|kleinkraftrad)[^\n\d]{0,30}?"
                r"(?P<value>(?-i:\d{3}[ -]?[A-Z]{3}))(?!\w)"
            ),
            0.75,
            "Versicherungskennzeichen",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:fahrgestell-?[ ]?(?:nummer|nr\.?)|fahrzeug-?ident\p{L}*(?:-?[ ]?(?:nummer|nr\.?))?"
                r"|(?:fin|vin)(?!\p{L}))"
                r"[ ]?(?:lautet|ist)?[ ]?[:=|]?[ ]?(?P<value>[A-HJ-NPR-Z0-9]{17})(?!\w)"
            ),
            0.85,
            "Siebzehn Zeichen hinter dem Stichwort Fahrgestellnummer",
        ),
    )
    _NO_PLATE = regex.compile(
        r"(?:(?<!\p{L})(?:formular|vordruck|formblatt|antragsvordruck|muster|anlage|merkblatt|zug|linie)[ ])\Z",
        regex.IGNORECASE,
    )
    #: Amounts, measures and colours behind letters that could be a district.
    _AMOUNT = regex.compile(r"[ ]?(?:€|EUR|Euro|%|km|kg|cm|mm|kWh|Stück|Seiten|Punkte)(?!\p{L})")
    _COLOUR = regex.compile(r"RAL[ ]?\d{4}|HKS[ ]?\d|NCS[ ]|UN[ ]?\d{4}")
    _TRAIN = regex.compile(r"(?:CO2|NO2|SO2|H2O)(?!\w)|(?:ICE?|EC|IRE|REX?|RB|TGV|NJ|FLX)[ ]?\d")

    def judge(self, text: str, start: int, end: int, rule: Rule) -> tuple[float, Evidence] | None:
        """A plate with blanks needs a context word where no district of its letters exists."""
        if rule.score == _OF_A_DISTRICT and text[start:end].split(" ", 1)[0] not in DISTRICTS:
            return None
        return super().judge(text, start, end, rule)

    def accept(self, text: str, start: int, end: int) -> bool:
        """Forms, trains, colours and amounts are none."""
        if self._AMOUNT.match(text, end) or self._COLOUR.match(text, start, end):
            return False
        return not self._TRAIN.match(text, start, end) and not self._NO_PLATE.search(text[max(0, start - 20) : start])
