"""DE_HANDELSREGISTER"""

from typing import ClassVar

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled, keywords


class DeHandelsregisterRecognizer(GuardRecognizer):
    """Number in a public register of companies (HRV § 13): section HRA or HRB (also VR, GnR, PR, GsR), number of up
    to six digits, sometimes a letter; ``HRB 12345``, ``HRB Nr. 12345 B``, ``HRA-1234``.
    """

    ENTITY = "DE_HANDELSREGISTER"
    CONTEXT: ClassVar = keywords(
        r"handelsregister|registergericht|registerblatt|(?:vereins|partnerschafts|genossenschafts"
        r"|gesellschafts)register"
        r"|amtsgericht|ag\s|registernummer"
    )
    RULES: ClassVar = (
        Rule(
            compiled(
                r"(?<!\w)HR[ ]?[AB][ .:-]{0,2}(?:Nr\.?|Nummer|No\.?)?[ .:]{0,2}(?:\d{1,3}[ .]\d{3,4}|\d{1,6})"
                r"(?:[ ][A-Z]{1,2}\b)?(?!\w)(?![./]\d)(?:,?[ ](?:AG|Amtsgericht)[ ]\p{Lu}\p{L}{2,30})?",
                ignore_case=False,
            ),
            0.85,
            "Abteilung und Nummer eines Handelsregisters",
        ),
        Rule(
            compiled(r"(?<!\w)hr[ab][ .:-]{0,2}(?:nr\.?|nummer)?[ .:]{0,2}(?:\d{1,3}[ .]\d{3}|\d{1,6})(?!\w)"),
            0.75,
            "Abteilung und Nummer eines Handelsregisters",
        ),
        Rule(
            compiled(
                r"(?:handels|vereins|partnerschafts|genossenschafts|gesellschafts)register(?:blatt)?(?:[ ]?[AB])?-?[ ]?"
                r"(?:nummer|nr\.?|blatt)?[ ]?:?[ ]?(?P<value>\d{2,6})(?!\w)(?![./]\d)"
            ),
            0.75,
            "Nummer hinter dem Namen eines Registers",
        ),
        Rule(
            compiled(
                r"(?:handels|vereins|partnerschafts|genossenschafts|gesellschafts)register\p{L}{0,6}[^\n\d.;]{0,48}?"
                r"(?:(?:unter|abteilung)[ ](?:der[ ])?(?:[AB][ ])?)?(?:nr\.?|nummer"
                r"|blatt)[ ]?:?[ ]?(?P<value>\d{2,6})(?!\w)(?![./]\d)"
            ),
            0.7,
            "Nummer in einem Satz über ein Register",
        ),
        Rule(
            compiled(r"(?<!\w)(?:VR|GnR|PR|GsR)[ ]?(?:Nr\.?)?[ ]?\d{1,6}(?!\w)", ignore_case=False),
            0.2,
            "Abteilung und Nummer eines Registers",
        ),
    )
