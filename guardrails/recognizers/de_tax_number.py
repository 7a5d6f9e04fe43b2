"""DE_TAX_NUMBER"""

from typing import ClassVar

import regex
from stdnum.de import stnr

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled, keywords

_SIXTEEN_STATES = r"(?:10|11|21|22|23|24|26|27|28|30|31|32|40|41|5\d|9\d)"


class DeTaxNumberRecognizer(GuardRecognizer):
    """Steuernummer of the local tax office (§ 139a AO; layouts in python-stdnum).

    Ten or eleven digits in the form of the Land (``21/815/08150``, ``181/815/08155``,
    ``133/8150/8159``, ``013 815 08153``), or thirteen digits of the federal scheme that start with the
    number of the Land: 10 Saarland, 11 Berlin, 21 … 28, 30 … 32, 40, 41, 5 for North Rhine-Westphalia,
    9 for Bavaria, with 0 at position 5. (Presidio 2.2.366 expects 01 … 16, which do not exist.)
    Check digits differ by Land and are not used.
    """

    ENTITY = "DE_TAX_NUMBER"
    CHECKSUM_NAME = "Gliederung nach Bundesland"
    CONTEXT: ClassVar = keywords(
        r"steuer-?\s?n(?:umme)?r|st\.?\s?-?\s?nr|steuernr|finanzamt|umsatzsteuer|einkommensteuer|tax\snumber"
    )
    RULES: ClassVar = (
        Rule(
            compiled(r"(?<![\w/.,-])(?:\d{2,3}|5\d{3})[ ]?/[ ]?\d{3,4}[ ]?/[ ]?\d{4,5}(?![\w/])"),
            0.55,
            "Ziffernblöcke in der Form einer Steuernummer",
            checked=0.7,
        ),
        Rule(
            compiled(
                rf"(?<![\w+./,-]){_SIXTEEN_STATES}(?:[ ]?\d){{2}}[ ]?0(?:[ ]?\d){{8}}(?!\w)|"
                rf"(?<![\w+./,-])(?:5|9)(?:[ ]?\d){{3}}[ ]?0(?:[ ]?\d){{8}}(?!\w)"
            ),
            0.35,
            "Dreizehn Ziffern in der Form einer bundeseinheitlichen Steuernummer",
            checked=0.6,
        ),
        Rule(
            compiled(r"(?<![\w+./,-])\d(?:[ ]?\d){9,12}(?![ ]?\d)(?!\w)"),
            0.1,
            "Ziffernfolge in der Länge einer Steuernummer",
            checked=0.2,
        ),
    )

    def check(self, value: str) -> bool | None:
        """Whether the digits fit the layout of some Land."""
        return bool(stnr.is_valid(regex.sub(r"\D", "", value)))
