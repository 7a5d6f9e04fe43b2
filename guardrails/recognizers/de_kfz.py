"""DE_KFZ"""

from typing import ClassVar

import regex

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled, keywords


class DeKfzRecognizer(GuardRecognizer):
    """Number plate (§ 9 FZV): district of one to three letters, one or two letters, one to four digits without
    leading zero, E or H at the end; ``B-AB 1234``, ``B-AB1234``, ``HH AB 12E``. With a hyphen behind the
    district it is found alone, with spaces only near a context word.
    """

    ENTITY = "DE_KFZ"
    CONTEXT: ClassVar = keywords(
        r"kennzeichen|kfz|kraftfahrzeug|nummernschild|fahrzeug|auto\b|pkw|lkw|wagen\b|zulassung|halter|motorrad|roller"
        r"|parkausweis|bewohnerpark|golf|polo|passat|vw\b|bmw|audi|opel|ford\b|mercedes|skoda|toyota|renault|fiat"
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
                r"(?<![\w/.-])(?!EU[ -]?\d)[A-ZÄÖÜ]{1,3}[ :•·.]?[ -]?[ ]?[A-ZÄÖÜ]{1,2}[ .-]?[1-9]\d{0,3}[ ]?[EH]?"
                r"(?![\w-])(?![./]\d)",
                ignore_case=False,
            ),
            0.2,
            "Aufbau eines Kfz-Kennzeichens",
        ),
        Rule(
            compiled(
                r"(?<![\w/.-])[a-zäöü]{1,3}-[a-zäöü]{1,2}[ -]?[1-9]\d{0,3}[eh]?(?![\w-])(?![.,/]\d)", ignore_case=False
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
                r"(?<!\p{L})(?:versicherungs-?kennzeichen|mofa|moped|roller|e-scooter|kleinkraftrad)[^\n\d]{0,30}?"
                r"(?P<value>(?-i:\d{3}[ -]?[A-Z]{3}))(?!\w)"
            ),
            0.75,
            "Versicherungskennzeichen",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:fahrgestell-?[ ]?(?:nummer|nr\.?)|fahrzeug-?ident\p{L}*(?:-?[ ]?(?:nummer|nr\.?))?"
                r"|fin|vin)"
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
    _TRAIN = regex.compile(r"(?:ICE?|EC|IRE|REX?|RB|TGV|NJ|FLX)[ ]?\d")

    def accept(self, text: str, start: int, end: int) -> bool:
        """Forms and trains are none."""
        return not self._TRAIN.match(text, start, end) and not self._NO_PLATE.search(text[max(0, start - 20) : start])
