"""DE_PERSONNEL_ID"""

from collections.abc import Iterator
from typing import ClassVar

from guardrails.deadline import scan
from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, compiled, keywords


class DePersonnelIdRecognizer(GuardRecognizer):
    """Numbers of public employees: Personalnummer, Beihilfenummer, Stammnummer, Dienstausweis. Their layout is up to
    each house: four to twelve characters with digits, found next to their label only.
    """

    ENTITY = "DE_PERSONNEL_ID"
    CONTEXT_ADJACENT = True
    CONTEXT: ClassVar = keywords(
        r"personal-?\s?(?:nummer|nr)(?!nkreis)|pers\.?-?\s?(?:nummer|nr)|persnr|pnr\b|beihilfe(?:-?\s?(?:nummer|nr)"
        r"|\b)|stamm-?\s?(?:nummer|nr)|bezüge-?(?:nummer|nr)"
        r"|dienst(?:ausweis)?-?\s?(?:nummer|nr)|dienstausweis|truppenausweis|(?:besoldungs|lohn|gehalts|schüler"
        r"|studierenden|lehrer)-?\s?(?:nummer|nr)|mitarbeiter(?:innen)?-?\s?(?:nummer|nr|id)|beschäftigten-?(?:nummer"
        r"|nr)|matr(?:ikel|\.)?-?\s?(?:nummer|nr)|matr\.|matrikel\b|(?:schüler|studierenden|studenten|mitarbeiter|benutzer|nutzer"
        r"|personal)-?id"
        r"|(?:ma|benutzer|nutzer|teilnehmenden|bediensteten|azubi|ruhegehalts|versorgungsempfänger)-?\s?(?:nummer|nr)"
        r"|versorgungs-?(?:nummer|nr)|(?:personnel|staff|employee)\s(?:number|no|id)"
    )
    _DATE: ClassVar = compiled(
        r"(?:\d{1,2}\.[ ]?\d{1,2}\.[ ]?)?(?:19|20)\d{2}"
        r"|(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:0?[1-9]|1[0-2])(?:\.[ ]?\d{0,2})?"
    )
    _ALLOWANCE: ClassVar = keywords(r"beihilfe")
    RULES: ClassVar = (
        Rule(
            compiled(
                r"(?<!\p{L})(?:(?:benutzer|nutzer|user|anmelde|login|windows)-?(?:kennung|name|id)"
                r"|kennung)[ ]?(?:lautet|ist|[:=|])?[ ]?"
                r"(?P<value>(?=\p{L}[\p{L}.-]{0,15}\d)[\p{L}][\p{L}\d.-]{2,20}\d)(?![\w@])"
            ),
            0.7,
            "Angabe hinter einem Stichwort wie „Benutzerkennung“",
        ),
        Rule(
            compiled(
                r"(?<![\w,-])(?=[A-Z]{0,3}[ ./-]?\d)[A-Z]{0,3}[ ./-]?\d(?:[ ./-]?[A-Z]?\d){2,11}[A-Z]?(?!\w)(?!\.\d)",
                ignore_case=False,
            ),
            0.1,
            "Nummer neben dem Stichwort einer Personal- oder Beihilfenummer",
        ),
    )
    _ALLOWANCE_NUMBER: ClassVar = compiled(r"(?<![\w-])BH?-\d{4,8}(?:-\d{2,6})?(?![\w-])", ignore_case=False)

    def accept(self, text: str, start: int, end: int) -> bool:
        """A year or a date is none."""
        return self._DATE.fullmatch(text, start, end) is None

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Numbers next to their label; in a text about Beihilfe, what is built like its numbers as well."""
        yield from super().find(text)
        if self._ALLOWANCE.search(text):
            for match in scan(self._ALLOWANCE_NUMBER, text):
                yield *match.span(), 0.7, Evidence("Aufbau einer Beihilfenummer in einem Text über Beihilfe.")
