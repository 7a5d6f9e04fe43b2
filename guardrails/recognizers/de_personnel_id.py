"""DE_PERSONNEL_ID"""

from typing import ClassVar

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled, keywords


class DePersonnelIdRecognizer(GuardRecognizer):
    """Numbers of public employees: Personalnummer, Beihilfenummer, Stammnummer, Dienstausweis. Their layout is up to
    each house: four to twelve characters with digits, found next to their label only.
    """

    ENTITY = "DE_PERSONNEL_ID"
    CONTEXT_ADJACENT = True
    CONTEXT: ClassVar = keywords(
        r"personal-?\s?(?:nummer|nr)|pers\.?-?\s?(?:nummer|nr)|persnr|pnr\b|beihilfe-?\s?(?:nummer|nr)|stamm-?\s?(?:nummer|nr)|bezüge-?(?:nummer|nr)"
        r"|dienst(?:ausweis)?-?\s?(?:nummer|nr)|mitarbeiter(?:innen)?-?\s?(?:nummer|nr|id)|beschäftigten-?(?:nummer|nr)|matrikel-?\s?(?:nummer|nr)"
        r"|versorgungs-?(?:nummer|nr)|(?:personnel|staff|employee)\s(?:number|no|id)"
    )
    RULES: ClassVar = (
        Rule(
            compiled(
                r"(?<![\w,-])(?=[A-Z]{0,3}[ ./-]?\d)[A-Z]{0,3}[ ./-]?\d(?:[ ./-]?[A-Z]?\d){2,11}[A-Z]?(?!\w)(?!\.\d)",
                ignore_case=False,
            ),
            0.1,
            "Nummer neben dem Stichwort einer Personal- oder Beihilfenummer",
        ),
    )
