"""DE_ID_CARD and DE_PASSPORT"""

from typing import ClassVar

import regex

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled, keywords
from guardrails.recognizers.checksums import mrz_digit

_SET = "CFGHJKLMNPRTVWXYZ0-9"
_SERIAL = rf"(?:[ ]?[{_SET}]){{8}}"
_MIXED = (
    rf"(?=[A-Z](?:[ ]?\d){{0,7}}[ ]?[CFGHJKLMNPRTVWXYZ])(?=(?:[ ]?[{_SET}]){{0,6}}[ ]?\d(?:[ ]?[{_SET}]){{0,6}}[ ]?\d)"
)


class _IdentityDocumentRecognizer(GuardRecognizer):
    """Serial number of nine characters out of ``0-9 CFGHJKLMNPRTVWXYZ`` (vowels and look-alikes are not used),

    the first a letter; where a tenth character stands, it is the check digit by ICAO Doc 9303
    (weights 7, 3, 1). Presidio 2.2.366 takes the ninth character for the check digit and so drops
    nine of ten numbers.
    """

    FIRST: ClassVar[str]
    #: Measures, and makers in front of plain digits: ``592x592``, ``GMT 50 2218``.
    _OF_A_THING: ClassVar = regex.compile(
        r"[^\n]*[ ]\d{2,4}x\d{2,4}$|\p{Lu}{3}(?:[ ]\d+)+$|(?:KB|INC|CHG|REQ|PRB)\d{6,8}$"
    )

    def accept(self, text: str, start: int, end: int) -> bool:
        """Numbers of things that only look like one of a document are none."""
        return self._OF_A_THING.match(text, start, end) is None

    def check(self, value: str) -> bool | None:
        """The check digit where it was written down; nine characters have none."""
        compact = regex.sub(r"[^0-9A-Z]", "", value.upper())
        if len(compact) < 10 or not compact[9].isdigit():
            return None
        return mrz_digit(compact[:9]) == int(compact[9])


class DeIdCardRecognizer(_IdentityDocumentRecognizer):
    """Seriennummer of the identity card (Personalausweis, § 5 PAuswG).

    Since 2010 the first letter is one of L M N P R T V W X Y. The cards before carried four digits
    of the authority, five of the series and a check digit, ten digits in all (with context only);
    temporary cards a letter and eight digits.
    Example: ``L01X00T47`` with check digit ``1``.
    """

    __doc__ = f"{__doc__}\n{_IdentityDocumentRecognizer.__doc__}"
    ENTITY = "DE_ID_CARD"
    CONTEXT: ClassVar = keywords(
        r"personal-?ausweis|ausweis-?n|ausweis|perso\b|pa-n|npa\b|id-?karte|dokument(?:en)?-?nummer"
        r"|serien-?nummer(?!\s(?:des|der|vom|am)\b)"
        r"|identity\scard|id\scard"
    )
    RULES: ClassVar = (
        Rule(
            compiled(rf"(?<![\w-]){_MIXED}[LMNPRTVWXY]{_SERIAL}(?:[ <]{{0,3}}\d)?(?:D\b)?(?!\w)", ignore_case=False),
            0.6,
            "Zeichenfolge in der Form einer Personalausweisnummer",
            strict=False,
        ),
        Rule(
            compiled(
                r"(?<![\w<])(?:[A-Z0-9<]{9}\d[A-Z<]{1,3})?\d{7}[MFX<]\d{7}[A-Z<]{1,3}[A-Z0-9<]{8,20}(?![\w<])",
                ignore_case=False,
            ),
            0.85,
            "Maschinenlesbare Zeile eines Ausweises mit dem Geburtsdatum",
            checked=0.85,
        ),
        Rule(
            compiled(
                rf"(?<![\w-])(?=(?:[ ]?[{_SET}]){{0,9}}?[ ]?\d)[{_SET.replace('0-9', '')}]{_SERIAL}"
                rf"(?:[ <]{{0,3}}[0-9A-Z])?(?:D\b)?(?!\w)"
            ),
            0.2,
            "Zeichenfolge in der Form einer Ausweisnummer",
            checked=0.6,
        ),
        Rule(
            compiled(r"(?<![\w./-])[A-Z]{1,3}[ ]?\d{5,9}[A-Z]{0,2}(?!\w)(?![.,/]\d)", ignore_case=False),
            0.1,
            "Buchstaben und Ziffern neben dem Stichwort Ausweis, wie auf ausländischen Ausweisen",
            checked=0.2,
        ),
        Rule(
            compiled(r"(?<![\w./-])\d{10}(?:D\b)?(?!\w)"),
            0.1,
            "Ziffern in der Form einer alten Ausweisnummer",
            checked=0.2,
        ),
        Rule(
            compiled(r"(?<![\w./-])(?=(?:[A-Z]{0,8}\d){4})[A-Z][A-Z0-9]{8,9}(?!\w)(?![.,/-]\d)", ignore_case=False),
            0.1,
            "Zeichenfolge von der Länge einer Ausweisnummer neben dem Stichwort Ausweis",
            checked=0.2,
        ),
    )


class DePassportRecognizer(_IdentityDocumentRecognizer):
    """Seriennummer of the passport (Reisepass, § 4 PassG); the first letter is one of C F G H J K.

    Example: ``C01X00T47``. Numbers of foreign passports are found next to their label.
    """

    ENTITY = "DE_PASSPORT"
    CONTEXT: ClassVar = keywords(
        r"(?:kinder|dienst|diplomaten)?reise-?pass|(?:national|fremden|flüchtlings|proxy|dienst)?-?pass(?:es)?\b"
        r"|passkopie|pass-?(?:n(?:umme)?r|nr)|reiseausweis|passport"
    )
    RULES: ClassVar = (
        Rule(
            compiled(rf"(?<![\w-]){_MIXED}[CFGHJK]{_SERIAL}(?:[ <]{{0,3}}\d)?(?:D\b)?(?!\w)", ignore_case=False),
            0.6,
            "Zeichenfolge in der Form einer Reisepassnummer",
            strict=False,
        ),
        Rule(
            compiled(
                rf"(?<![\w-])(?=(?:[ ]?[{_SET}]){{0,8}}?[ ]?\d)[{_SET.replace('0-9', '')}]{_SERIAL}(?:[ <]{{0,3}}\d)?"
                rf"(?:D\b)?(?!\w)"
            ),
            0.2,
            "Zeichenfolge in der Form einer Passnummer",
            checked=0.6,
        ),
        Rule(
            compiled(
                r"(?<![\w./#-])(?:[A-Z]{0,3}[ ]?\d{5,10}[A-Z]?|\d{2}[ ]\d{7}|\d{2}[ ]\d{2}[ ]\d{6}"
                r"|(?=(?:[A-Z]{0,8}\d){4})[A-Z0-9]{6,11}|[a-z]{1,2}\d{6,8})(?!\w)(?![.,/]\d)",
                ignore_case=False,
            ),
            0.1,
            "Nummer neben dem Stichwort Pass",
            checked=0.2,
        ),
    )
