"""DE_BENEFIT_ID"""

from typing import ClassVar

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled, keywords


class DeBenefitIdRecognizer(GuardRecognizer):
    """Numbers under which benefits are paid; no checksums are published.

    Bedarfsgemeinschaft: office (5 digits), ``BG`` or ``//``, seven digits (``92101//0001234``, ``92101BG0001234``).
    Kundennummer of the employment agency: three digits, letter, six digits (``955D123456``). Kindergeldnummer:
    three digits, ``FK``, six digits (``115FK123456``). Others (Wohngeld, BAföG, Elterngeld, Unterhaltsvorschuss,
    Rundfunkbeitrag) behind their label.
    """

    ENTITY = "DE_BENEFIT_ID"
    CONTEXT_ADJACENT = True
    CONTEXT: ClassVar = keywords(
        r"bg-?\s?n(?:umme)?r|bg-nummer|bg\b|rundfunkbeitrag\b|kd\.?-?\s?nr|bedarfsgemeinschaft"
        r"|kindergeld-?\s?(?:nummer|nr)|kg-?n(?:umme)?r|kunden-?\s?(?:nummer|nr|id)"
        r"|beitrags-?\s?(?:nummer|nr|konto)|wohngeld-?\s?(?:nummer|nr)|leistungs-?\s?(?:nummer|nr)"
        r"|förder(?:ungs)?-?\s?(?:nummer|nr)"
        r"|(?:teilnehmer|rundfunk)-?konto|fö\.?-?\s?(?:nummer|nr)|(?:pflege|elterngeld|hilfe-?empfänger"
        r"|leistungs-?empfänger|blindengeld|kiz|kinderzuschlag)s?-?\s?(?:nummer|nr)|versicherungsschein-?\s?(?:nummer"
        r"|nr)|bafög-?\s?(?:nummer|nr)|teilnehmer-?\s?(?:nummer|nr)|rentenzeichen|(?:renten|elterngeld"
        r"|unterhaltsvorschuss|pflegegeld|grundsicherungs)-?\s?(?:nummer|nr)"
        r"|schwerbehinderten(?:ausweis)?-?\s?(?:nummer|nr)?|mitglieds-?\s?(?:nummer|nr)|vertrags-?\s?(?:nummer|nr"
        r"|konto)|zähler-?\s?(?:nummer|nr)|postrenten-?(?:nummer|nr)|policen?(?:-?(?:nummer|nr)|\b)|(?:mitglied"
        r"|pflegekassen)-?\s?(?:nummer"
        r"|nr)|(?:bibliotheks|leser|kunden|familien|sozial|berechtigungs|berlin|ehrenamts|gäste)-?(?:ausweis|karte"
        r"|pass)s?(?:-?\s?(?:nummer"
        r"|nr)|\b)|wg-?n(?:umme)?r"
        r"|(?:customer|contribution|membership|policy)\s(?:number|no)|benefit\s(?:number|no)"
    )
    _DATE: ClassVar = compiled(r"(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:0?[1-9]|1[0-2])(?:\.[ ]?(?:19|20)?\d{2})?")

    def accept(self, text: str, start: int, end: int) -> bool:
        """A date is none."""
        return self._DATE.fullmatch(text, start, end) is None

    RULES: ClassVar = (
        Rule(
            compiled(r"(?<![\w/.-])\d{5}[ ]?(?://|BG|[ ]BG[ ])[ ]?\d{7}(?!\w)"),
            0.85,
            "Aufbau einer Bedarfsgemeinschaftsnummer (Dienststelle, BG, Nummer)",
        ),
        Rule(compiled(r"(?<![\w/.-])\d{3}[ -]?FK(?:[ -]?\d){6}(?!\w)"), 0.85, "Aufbau einer Kindergeldnummer"),
        Rule(
            compiled(r"(?<![\w/.-])\d{3}[ ]?[A-Z][ ]?\d{3}[ ]?\d{3}(?!\w)", ignore_case=False),
            0.6,
            "Aufbau einer Kundennummer der Agentur für Arbeit",
        ),
        Rule(
            compiled(r"(?<![\w/.-])\d{3}[ -]?[A-Z](?:[ -]?\d){6}(?!\w)"),
            0.1,
            "Aufbau einer Kundennummer der Agentur für Arbeit",
        ),
        Rule(
            compiled(
                r"(?<![\w/.-])(?:WNG|WOG|WG|EG|UVG|UV|BAF|KIZ)(?:-\d{6,10}|[ ]\d{2}/\d{4,7}"
                r"|[ ]\d{3,6}-\d{4,8})(?!\w)",
                ignore_case=False,
            ),
            0.55,
            "Kürzel einer Leistung und Nummer",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:(?:miet|betreuungs|strom|gas|liefer|pacht|heim|handy|unterrichts)?vertrag(?:s)?|vertr\."
                r"|(?:strom|gas|wasser)?zähler|mitglied|versicherungsschein|vers\.?-?schein|(?:kunden|vertrags|miet)konto"
                r"|vertragskto\.?|(?:steuer|hunde)?marke|leserausweis|ausweis|evb|wohnberechtigungsschein)"
                r"(?:[ ](?:nr\.?|strom|gas|wasser|\(?\p{Lu}\p{L}{2,20}\)?))?[ ]?[:=│|-]?[ ]{1,16}"
                r"(?P<value>(?=(?:[^\s\d]{0,5}[ ]?\d){4})(?:(?-i:[A-Z]{1,4}\p{Ll}?)[-/ .]?(?:(?-i:[A-Z])[-/ .])?\d"
                r"|\d{1,2}[ ]?(?-i:[A-Z]{2,4})[ ]?\d)"
                r"(?:[-/. ]?\d|[-/][A-Z]\d?){2,16}(?:[ -](?-i:[A-Z])(?!\p{L}))?)(?![\p{L}\d])(?![.,]\d)"
                r"(?![ ]?(?:€|EUR|%))"
            ),
            0.6,
            "Nummer unmittelbar hinter dem Wort für Vertrag, Zähler, Mitglied oder Marke",
        ),
        Rule(
            compiled(
                r"(?<![\w/,-])(?=[^\n]{0,6}\d)(?:(?![VRSK]?V?S?NR\b)[A-Z]{1,4}[ -]?)?"
                r"\d(?:[ ./-]{0,2}[A-Z]{0,2}\d){4,14}"
                r"(?:[ -]?[A-Z]{1,2})?(?!\w)(?!\.\d)(?![ ]?(?:€|EUR|Euro|%))",
                ignore_case=False,
            ),
            0.1,
            "Nummer neben dem Stichwort einer Leistung",
        ),
    )
