"""DE_SOCIAL_SECURITY"""

from typing import ClassVar

import regex
from presidio_analyzer.predefined_recognizers import DeSocialSecurityRecognizer as PresidioRecognizer

from guardrails.recognizers.base import ANY_NUMBER, GLUE, GuardRecognizer, Rule, compiled, keywords

_PRESIDIO = PresidioRecognizer()


class DeSocialSecurityRecognizer(GuardRecognizer):
    """Rentenversicherungsnummer, Sozialversicherungsnummer (§ 147 SGB VI, VKVV).

    Area (2 digits), birth date as DDMMYY (day + 50 in rare cases), initial of the surname at birth,
    two digits, check digit; any grouping, as in ``15 070649 C 103``. Checksum by Presidio's
    recognizer (weights 2 1 2 5 7 1 2 1 2 1 2 1, cross sums, modulo 10). Example: ``15070649C103``.
    """

    ENTITY = "DE_SOCIAL_SECURITY"
    CONTEXT: ClassVar = keywords(
        r"rentenversicherungs-?|sozialversicherungs-?|versicherungs-?n(?:umme)?r|vsnr|rvnr|svnr|rv-n|sv-n|vers\.?-?nr"
        r"|rentenversicherung|sozialversicherung|social\ssecurity"
    )
    COMPACT: ClassVar = compiled(r"\d{2}[0-8]\d[01]\d{3}[A-Z]\d{3}")
    RULES: ClassVar = (
        Rule(
            compiled(
                r"(?:(?<![\w./-])|(?<=(?<!\p{L})(?:RV|SV|RVNR|VSNR|SVNR|RV-Nr"
                r"|SV-Nr)))\d[ .-]?\d[ ./-]{0,2}(?:[0-8][ .-]?\d)[ ./-]?(?:[01][ .-]?\d)[ ./-]?\d[ .-]?\d[ ./-]{0,2}"
                r"[A-Z][ ./-]{0,2}\d[ .-]?\d[ ./-]?\d(?!\w)"
            ),
            0.8,
            "Aufbau einer Rentenversicherungsnummer (Bereich, Geburtsdatum, Buchstabe, Serie)",
            checked=0.97,
            strict=False,
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?:(?:renten|sozial)versicherungs-?|vsnr|rvnr|svnr|rv-n"
                rf"|sv-n){GLUE}(?P<value>{ANY_NUMBER})"
            ),
            0.1,
            "Nummer unmittelbar hinter „Rentenversicherungsnummer“",
        ),
    )

    def check(self, value: str) -> bool | None:
        """Birth date and check digit."""
        return bool(_PRESIDIO.validate_result(regex.sub(r"[^0-9A-Z]", "", value.upper())))
