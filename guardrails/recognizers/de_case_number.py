"""DE_CASE_NUMBER"""

from typing import ClassVar

import regex

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled

_LABEL = r"""
(?<![\p{L}\p{N}])(?:
  (?:Gerichts-?|Verwaltungs-?|Vor-?|Geschäfts-?)?akten-?(?:zeichen|nummer|nr\.?|n°)
 |az\.?(?=[\s:.(])|a\.z\.|geschäfts-?(?:zeichen|nummer|nr\.?)|gesch\.?-?\s?z(?:eichen)?\.?|geschz\.?|gz\.?(?=[\s:])|g\.z\.
 |kassen-?(?:zeichen|konto|nummer|nr\.?)|buchungs-?(?:zeichen|nummer|nr\.?)|(?:mein|unser|ihr|dessen)e?n?\s(?:zeichen|az\.?)
 |(?:vorgangs|antrags|bescheid|fall|verfahrens|widerspruchs|register|registrier|tagebuch|beleg|vollstreckungs|kassen
   |rechnungs|forderungs|bußgeld|mahn|dokumenten?|eingangs|ticket|anzeigen|ordnungs|nachweis|schadens?|prozess)
   s?-?(?:nummer|nr\.?|zeichen|kennung|id)
 |(?:akte|vorgang|verfahren)(?=[ ](?:Nr\.?[ ])?[\p{L}\d.-]{0,12}\d[/-]\d)
 |zeichen(?=\s?:)|(?:case|file|reference)\s(?:number|no\.?|ref\.?)|our\sref(?:erence)?\.?|your\sref(?:erence)?\.?
)
"""
_GLUE = (
    r"[\s.]{0,3}(?:(?:nr|nummer|lautet|ist|war|is|no|des\s[\p{L}]{3,20}|der\s[\p{L}]{3,20}"
    r"|beim?\s[\p{L}]{3,20})\b\.?[\s]?){0,2}[\s:=|#(\[\"'-]{0,5}"
)
# A reference: blocks with at least one digit in all, joined by blanks, dots, slashes, hyphens. Blocks of letters
# are short (senate, register sign, organisation), so that the sentence behind it is not swallowed.
_BLOCK = (
    r"(?:\d[\p{L}\d]{0,19}|(?-i:\p{Lu}){1,6}\d[\p{L}\d]{0,15}|[\p{L}]{1,4}\d{1,12}"
    r"|(?-i:\p{Lu}[\p{Lu}\p{Ll}]{0,4})|\p{L}{1,6}(?=[/_.-]\d))"
)
_JOIN = r"(?:[ ]?[/_-]{1,2}[ ]?|[.:](?=[\p{L}\d])|[.][ ](?=\d)|[ ](?=(?-i:\p{Lu}{1,5})(?:[ ./-]|$)|\d))"
_REFERENCE = rf"(?=[^\n\d]{{0,12}}\d){_BLOCK}(?:{_JOIN}{_BLOCK}){{0,8}}"

_REGISTER = (
    r"(?:F|FH|C|O|S|T|U|K|A|B|L|X|XIV|XVII|XVI|VI|IV|Ls|Ds|Cs|Js|OWi|OWI|Gs|Ks|KLs|Ns|Ca|Sa|BV|Ga|AS|R|KR|P|SO|AL|SB|VG|VS|BA"
    r"|E|D|M|N|IN|IK|J|JK|HK|HKO|Qs|StVK|AR|UJs|BRs|Ss|Ws|Ta|V|KA|RA|EG|H|AY|BL|EK|G|II|III|DK)"
)


class DeCaseNumberRecognizer(GuardRecognizer):
    """References of authorities and courts: Aktenzeichen, Geschäftszeichen, Kassenzeichen, numbers of proceedings.

    There is no common format and no checksum. Found behind a label (``Az.: III B 4 – 512.07/2024``,
    ``Kassenzeichen 602.C-31507//0023981``), or without one where the build is unmistakable: register sign of a
    court with number and year (``14 F 1188/23``, Aktenordnung der Länder), file plan with double slash, section
    in Roman numbers with plan number and year. Published decisions (``BGH, Urteil vom … – VI ZR 12/20``),
    statutes, amounts and standards are left alone.
    """

    ENTITY = "DE_CASE_NUMBER"
    RULES: ClassVar = (
        Rule(
            compiled(rf"{_LABEL}{_GLUE}(?P<value>{_REFERENCE})(?![\p{{L}}\p{{N}}])"),
            0.8,
            "Angabe hinter einem Stichwort wie „Aktenzeichen“",
        ),
        Rule(
            compiled(
                rf"(?<![\w/.-])(?:[SL][ ])?(?:\d{{1,4}}|[IVX]{{1,4}})[ ]?{_REGISTER}"
                r"[ ]?\d{1,6}[ ]?/[ ]?\d{2}(?:\d{2})?"
                r"(?:[ .]?(?:B[ ])?[A-Z]{1,3}\b)?(?![\w/])"
                r"|(?<![\w/.-])(?:VG|OVG|VGH)[ ](?:\d{1,3}|[IVX]{1,4})[ ][A-Z][ ]\d{1,5}[./]\d{2}(?![\w/])",
                ignore_case=False,
            ),
            0.75,
            "Aufbau eines gerichtlichen Aktenzeichens (Registerzeichen, Nummer, Jahr)",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:bußgeld|leistungs|gebühren|kosten|änderungs|beitrags)?(?:bescheids?|anhörungsbogen|verwarnung"
                r"|strafanzeige|anzeige|rechnung|mahnung|ladung|quittung|buchung|überweisung)[ ](?:mit[ ]der[ ])?"
                r"(?:nr\.?|nummer)?[ ]?:?[ ]?"
                r"(?P<value>(?=[^\s,]{0,30}(?:\d[^\s,]{0,4}){6})[A-Z]{0,4}[./-]?\d[\d./-]{4,24}[\dA-Z])"
                r"(?![\w/])(?![.,]\d)(?![ ]?(?:€|EUR|Euro))"
            ),
            0.7,
            "Nummer unmittelbar hinter einem Schriftstück wie „Bußgeldbescheid“",
        ),
        Rule(
            compiled(
                r"(?<![\w/])\d{2,4}(?:\.\d{1,3})?[. -][A-Z]{1,3}[ .-]\d{2,6}//\d{4,10}(?!\w)"
                r"|(?<![\w/])[\w.-]{2,14}\d//\d{4,10}(?!\w)"
            ),
            0.7,
            "Aufbau eines Kassen- oder Aktenzeichens mit doppeltem Schrägstrich",
        ),
        Rule(
            compiled(
                r"(?<![\w/])[IVX]{1,4}[ ]?[A-Z]{1,2}[ ]?\d{0,2}[ ]?-[ ]?\d{1,4}(?:[./]\d{1,4}){1,3}(?:-\d+)?(?!\w)|"
                r"(?<![\w/.-])(?!(?i:az|gz|nr|tel|fax|doi|din|iso|isbn|issn|en))"
                r"[A-Z][a-zA-Z]{0,3}[ -]\d{2,4}(?:[./-]\d{1,6}){1,3}/\d{2,4}(?!\w)|"
                r"(?<![\w/.,-])[A-ZÄÖÜ]{2,5}-(?:19|20)\d{2}[-/]\d{3,8}(?!\w)|"
                r"(?<![\w/.,-])\d{2,3}\.\d{1,3}(?:\.\d{1,3})?[-/ ]{1,3}\d{2,6}/(?:19|20)?\d{2}(?!\w)",
                ignore_case=False,
            ),
            0.65,
            "Aufbau eines Geschäftszeichens (Organisation, Aktenplan, Jahr)",
        ),
    )

    _DECISION = regex.compile(
        r"(?:BGH|BVerfG|BVerwG|BSG|BAG|BFH|EuGH|EGMR|OLG|OVG|VGH|LSG|LAG|Urteil|Beschluss|Urt\.|Beschl\.|Rechtsprechung|vgl\.|ECLI)"
        r"[^\n]{0,70}$"
    )
    _LAW = regex.compile(
        r"(?:§{1,2}|Art\.|Artikel|Abs\.|Absatz|Satz|DIN|ISO|EN|BGBl\.?|ABl\.?|Drucksache|Drs\.|BT-Drs\.|Richtlinie|Verordnung|VO"
        r"|Formular|Vordruck|Anlage)[ ]?(?:Nr\.?|\(E[UG]\))?[ ]?$"
    )
    _PLAIN_DATE = regex.compile(
        r"\d{1,2}\.[ ]?\d{1,2}\.(?:[ ]?\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}|(?:19|20)\d{2}"
    )

    def accept(self, text: str, start: int, end: int) -> bool:
        """Leaves published decisions, statutes, dates and bare years alone."""
        before = text[max(0, start - 90) : start]
        return not (
            self._PLAIN_DATE.fullmatch(text, start, end) or self._LAW.search(before) or self._DECISION.search(before)
        )
