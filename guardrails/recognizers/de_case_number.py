"""DE_CASE_NUMBER"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.deadline import scan
from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, compiled, keywords
from guardrails.recognizers.case_patterns import GLUE, LABEL, LAZY, REFERENCE, REGISTER, THINGS
from guardrails.recognizers.public_numbers import of_the_public
from guardrails.recognizers.reference_shapes import reference_shapes
from guardrails.recognizers.reference_surroundings import of_a_thing
from guardrails.recognizers.references_in_place import references_in_place

_TABLE = regex.compile(r"[|\t]|;[^\n]{0,60};|(?<=\S)[ ]{3}")


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
            compiled(rf"{LABEL}{GLUE}(?P<value>{LAZY}|{REFERENCE}(?:[ ]\([\p{{L}}\d/]{{1,6}}\))?)(?![\p{{L}}\p{{N}}])"),
            0.8,
            "Angabe hinter einem Stichwort wie „Aktenzeichen“",
        ),
        Rule(
            compiled(
                rf"(?<![\p{{L}}\p{{N}}])(?!{THINGS}(?:s|en|n)?\.?-?[nzk])\p{{L}}{{1,24}}(?:\.-?|-)?(?:nummer|nr\.|nr"
                rf"|zeichen"
                rf"|kennung)(?!\p{{L}})"
                r"(?:[ ](?:hat|ist|war|lautet|dort|hier|jetzt|der|des|die|dem|für|beim?|von|im"
                r"|am)(?:[ ]\p{L}{3,20}){0,2}){0,2}"
                rf"(?:[ ]{{2,40}}(?:[|][ ]{{0,3}})?|[\s:=|#(\[\"'-]{{0,4}})"
                rf"(?P<value>(?=(?:[^\s\d]{{0,6}}[ ]?\d){{4}}){REFERENCE})(?![\p{{L}}\p{{N}}])"
                r"(?![ ]?(?:€|EUR|Euro|%|Prozent|Stück|mm|cm|kg))"
            ),
            0.6,
            "Nummer hinter einem Stichwort auf „-nummer“ oder „-zeichen“",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:mit|trägt|hat|haben|unter)[ ](?:der|die|einer)[ ](?:nummer|nr\.|kennung"
                r"|kennziffer)[ ]?:?[ ]?"
                rf"(?P<value>(?=(?:[^\s\d]{{0,6}}[ ]?\d){{4}})(?=[^\s]{{0,24}}[/-]){REFERENCE})(?![\p{{L}}\p{{N}}])"
            ),
            0.6,
            "Angabe hinter „mit der Nummer“",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?!(?:\p{L}{0,12}-)?\p{L}{0,16}(?:drucksache|ursache|tatsache|notfall|vorfall"
                r"|störfall|ausfall|abfall|landschaft|wirtschaft"
                r"|gesellschaft))(?:\p{L}{0,24}(?:antr[aä]g|bescheid|bescheinigung|genehmigung|erklärung|erlaubnis"
                r"|verfügung|anzeige|beschwerde"
                r"|urkunde|register|eintrag|schaft|akte|fall|vorgang|sache)|widerspruch|fundstück|petition|eingabe"
                r"|klage|mahnung|vermerk"
                r"|meldung|einsatz|schreiben|betreuung|insolvenz|ticket|bewerbung|forderung|kassenkonto|personenkonto"
                r"|urk\.)"
                r"(?:e?s|en|e)?(?:[ ](?:wurde|wird|ist|war|hat|läuft|liegt|lautet|mit|unter|bei|uns|der|die|das|dem"
                r"|den)){0,4}"
                r"(?:[ ](?:nummer|nr\.?|zeichen)[ ]?:?[ ]?|[ ]?[:(]?(?:[ ][-–][ ])?[ ]?"
                r"(?=\d{7,14}(?!\d)|[^\s]{0,24}(?:\d[/-]|[/-]\d)|(?-i:\p{Lu})[ ]\d{1,6}/\d"
                r"|(?-i:\p{Lu}){2,5}[ ]\d{1,4}[/-]\d))"
                rf"(?P<value>(?=(?:[ ]?[^\s\d]{{0,6}}[ ]?\d){{4}}){REFERENCE})(?![\p{{L}}\p{{N}}])"
                r"(?!,\d|[ ]?(?:€|EUR|Euro|%|Prozent|Uhr|Stück|Seiten|Blatt))"
            ),
            0.62,
            "Nummer unmittelbar hinter einem Schriftstück oder Vorgang",
        ),
        Rule(
            compiled(
                r"(?<![\w/.-])(?:Pet|PET)[ ]\d-\d{2}-\d{2}-\d{3,4}-\d{4,6}(?!\w)"
                r"|(?<![\w/.-])(?:\d{1,4}[a-z]?)[ ](?:XVII|XVI|XIV|VII|VI|IV"
                r"|X)[ ][A-Z]{1,2}[ ]?\d{1,6}[ ]?/[ ]?\d{2}(?:\d{2})?(?![\w/])"
                r"|(?<![\w/.,-])(?!DIN|ISO|EN|VO|EU|EG|TOP|CVE|RE|BV|DS|BT|BR|DRS|BGBL|ISSN"
                r"|ISBN)[A-ZÄÖÜ]{2,5}-\d{3,6}/\d{2}(?!\w)"
                r"|(?<![\w/.-])\d{1,4}(?:[/.]\d{1,3})?-[A-Z][A-Za-z]{1,4}-(?:(?:(?:19|20)\d{2}"
                r"|\d{2})[-/])?\d{2,6}(?:/(?:20)?\d{2})?(?!\w)"
                r"|(?<![\w/.,-])(?!DIN|ISO|EN-|EG-|EU-|VO-|RAL|KW-|RE-|RB-|RS-|IC-|ICE|SGB|TOP|CVE|LKW|PKW|BT-"
                r"|BR-|DS-)[A-Z]{2,4}-\d{2}/(?!(?:19|20)\d{2}(?!\d))"
                r"\d{3,6}(?!\w)",
                ignore_case=False,
            ),
            0.7,
            "Aufbau eines Aktenzeichens (Petition, Betreuung, Organisationseinheit)",
        ),
        Rule(
            compiled(
                rf"(?<![\w/.-])(?:[SLVB][ ]|\d{{1,4}}[a-z]?[ ](?:Ds|Ls|Cs|KLs|Ks|Ns"
                rf"|Gs|OWi|OWI)[ ](?=\d{{1,4}}[ ]U?Js))?(?:\d{{1,4}}[a-z]?|[IVX]{{1,4}})[ ]?{REGISTER}"
                r"[ ]?\d{1,6}[ ]?/[ ]?\d{2}(?:\d{2})?"
                r"(?:[ .]?(?:B[ ])?(?!O?[LAV]G\b|BGH\b)[A-Z]{1,4}\b)?(?![\w/])"
                r"|(?<![\w/.-])(?:VG|OVG|VGH)[ ](?:\d{1,3}|[IVX]{1,4})[ ][A-Z][ ]\d{1,5}[./]\d{2}(?![\w/])",
                ignore_case=False,
            ),
            0.75,
            "Aufbau eines gerichtlichen Aktenzeichens (Registerzeichen, Nummer, Jahr)",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:(?:bußgeld|gebühren|kosten|beitrags)bescheids?|bußgeld(?:verfahren|sache)"
                r"|anhörungsbogen|verwarnung"
                r"|strafanzeige|anzeige|ladung)[ ](?:mit[ ]der[ ])?"
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
                r"(?<!\w)(?=[A-ZÄÖÜ\d])(?:"
                r"(?<![\w/])[IVX]{1,4}[ ]?[A-Z]{1,2}[ ]?\d{0,2}[ ]?-[ ]?\d{1,4}(?:[./]\d{1,4}){1,3}(?:-\d+)?(?!\w)|"
                r"(?<![\w/.-])(?!(?i:az|gz|nr|tel|fax|doi|din|iso|isbn|issn|en))"
                r"[A-Z][a-zA-Z]{0,3}[ -]\d{2,4}(?:[./-]\d{1,6}){1,3}/\d{2,4}(?!\w)|"
                r"(?<![\w/.,-])(?!RE-)(?!CVE|DIN|ISO|RFC)[A-ZÄÖÜ]{2,5}-(?:19|20)\d{2}[-/]\d{3,8}(?!\w)|"
                r"(?<![\w/.,-])\d{2,3}\.\d{1,3}(?:\.\d{1,3})?[-/ ]{1,3}\d{2,6}/(?:19|20)?\d{2}(?!\w))",
                ignore_case=False,
            ),
            0.65,
            "Aufbau eines Geschäftszeichens (Organisation, Aktenplan, Jahr)",
        ),
        Rule(
            compiled(
                r"(?<![\w/.,-])\d{4,6}-\d{4,6}-\d{2}/\d{1,2}(?!\w)|(?<![\w/.,-])\d{2}-\d{7}-\d-\d(?![\w-])"
                r"|(?<![\w/.,-])(?:[A-Z]{1,3}[ ])?\d{1,3}(?:\.\d{1,3}){0,2}-[A-Z]{1,3}[ ]\d{1,6}/\d{2}(?!\w)"
                r"|(?<![\w/.,-])\d{1,3}(?:[.-]\d{1,3}){1,2}/\d{1,6}/(?:19|20)\d{2}(?!\w)",
                ignore_case=False,
            ),
            0.7,
            "Aufbau eines Geschäfts- oder Vorgangszeichens",
        ),
        Rule(
            compiled(
                r"(?<![\w/.,-])\d{2,3}(?:\.\d{1,3}){1,3}[/-]\d{1,6}[/-]\d{2,4}(?![\w/-])(?!\.\d)"
                r"|(?<![\w/.,-])[A-Z]{2}[ ]?\d(?:[ ]?\d){8}[ ]?[A-Z]{2}(?!\w)"
                r"|(?<![\w/.,-])(?!DIN|ISO|EN-|RFC|CVE|RE-)[A-Z][A-Za-z]{1,5}-(?:(?:19|20)\d{2}|2\d)-\d{4,8}(?!\w)",
                ignore_case=False,
            ),
            0.65,
            "Aufbau eines Vorgangszeichens oder einer Sendungsnummer",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:ermittelt|geführt|läuft|laufen|registriert|erfasst|aufgenommen|bearbeitet|angelegt"
                r"|anhängig|liegt|protokolliert"
                r"|eingetragen|verbucht|abgelegt|gespeichert)[ ](?:\p{L}{2,14}[ ]){0,3}?unter[ ](?:der[ ]"
                r"|dem[ ])?(?:nr\.?[ ]|nummer[ ]|zeichen[ ])?"
                rf"(?P<value>(?=(?:[^\s\d]{{0,6}}[ ]?\d){{4}})(?=[^\n,;]{{0,16}}[/.-]){REFERENCE})(?![\p{{L}}\p{{N}}])"
                rf"|(?<!\p{{L}})unter[ ](?P<value>(?=(?:[^\s\d]{{0,6}}"
                rf"[ ]?\d){{4}})(?=[^\n,;]{{0,16}}[/-]){REFERENCE})[ ](?:geführt|registriert|erfasst"
                r"|aufgenommen|angelegt|anhängig|protokolliert|eingetragen|bearbeitet|gespeichert|zu[ ]finden)(?!\p{L})"
            ),
            0.65,
            "Angabe, unter der etwas geführt wird",
        ),
        Rule(
            compiled(
                r"(?<![\w/.-])DR[ ]II?[ ]\d{1,5}[ ]?/[ ]?\d{2}(?:\d{2})?(?!\w)|(?<![\w/.-])(?:OWi|OWI|Js|UJs|Ds|Cs"
                r"|Ls)[ ](?:19|20)\d{2}[-/]\d{3,8}(?!\w)",
                ignore_case=False,
            ),
            0.75,
            "Aufbau eines Aktenzeichens der Vollstreckung oder der Bußgeldstelle",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:sache|verfahren|klage|prozess|gericht|urteil|rechtsstreit"
                r"|akte)\p{L}{0,3}[ ](?:[\p{L}]{2,14}[ ]){0,2}"
                r"(?P<value>(?:[slv][ ])?\d{1,4}[ ](?:c|f|o|s|t|u|k|a|b|l|as|so|sb|kr|r|al|vg|ca|bv|ds|ls|cs|js|owi"
                r"|xvii|vi|vii|m|in|ik|er)"
                r"[ ]\d{1,6}/\d{2}(?:\d{2})?(?:[ ]er)?)(?![\w/])"
            ),
            0.7,
            "Aufbau eines gerichtlichen Aktenzeichens in kleinen Buchstaben",
        ),
        Rule(
            compiled(
                r"(?<![\w/.-])(?:XVII|VI|XIV|StVK|Gs|Ds|Cs|Ls|OWi|Js|BRs|Qs)[ ]\d{2,6}[ ]?/[ ]?\d{2}(?:\d{2})?(?![\w/])"
                r"|(?<=[\[(][ ]?|(?:Re|AW|Ticket|WG):[ ])[#][ ]?\d{5,14}(?!\w)",
                ignore_case=False,
            ),
            0.65,
            "Aufbau eines Aktenzeichens oder einer Vorgangsnummer im Betreff",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:anfragen?|meldungen?|vorg[aä]nge?|akten?|f[aä]lle?|bescheide?|antr[aä]ge?|tickets?"
                r"|belege?|verfahren)"
                r"(?:[ ]?:)?[ ]"
                r"(?P<value>(?-i:\p{Lu}{2,4})\d{5,12}|(?-i:\p{Lu}{1,4})-\d{3,8}(?:[/-]\d{1,6}){0,2})(?![\w/])"
            ),
            0.65,
            "Kennung hinter einem Wort wie „Vorgänge“",
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?:(?:verwendungs?-?)?zweck|vwz|zahlungsgrund)(?:[ ](?:bitte|ist|lautet|angeben)){{0,2}}"
                rf"[:=\s\"']{{1,4}}(?P<value>(?=(?:[^\s\d]{{0,6}}[ ]?\d){{4}})(?-i:\p{{Lu}}|\d){REFERENCE}"
                rf"|(?=(?:[^\s\d]{{0,6}}[ ]?\d){{4}}){REFERENCE}(?:[ ](?-i:\p{{Lu}}{{2,8}})[ ]{REFERENCE})?)"
                rf"(?![\p{{L}}\p{{N}}])"
                r"(?![.,]\d)(?![ ]?(?:€|EUR|Euro))"
            ),
            0.65,
            "Angabe hinter dem Stichwort „Verwendungszweck“",
        ),
        Rule(
            compiled(
                r"(?<![\p{L}\p{N}/.-])(?P<value>(?=[^\s]{0,20}[/.-])(?=(?:[^\s\d]{0,6}\d){4})"
                r"[\p{L}\d]{1,10}(?:[/.-]{1,2}[\p{L}\d]{1,10}){1,6})"
                r"[ ](?:(?:bitte|stets|immer|unbedingt)[ ]){0,2}(?:angeben|anzugeben|anführen|zitieren)(?!\p{L})"
            ),
            0.65,
            "Angabe, die genannt werden soll",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:(?:verwendungs?-?)?zweck|vwz)(?:[ ](?:bitte|ist|lautet|angeben)){0,2}[:=\s\"']{1,4}"
                r"(?P<value>\d{4,14}(?:[ -]\d{2,8}){0,4})(?![\w/])(?![.,]\d)(?![ ]?(?:€|EUR|Euro))"
            ),
            0.7,
            "Ziffern hinter dem Stichwort „Verwendungszweck“",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:(?:verwendungs?-?)?zweck|vwz)(?:[ ](?:bitte|ist|lautet"
                r"|angeben)){0,2}[:=\s\"']{1,4}(?P<value>(?=(?:[A-Z]{1,4}[ ])?[^\s]{0,24}\d[^\s]{0,12}\d[^\s]{0,12}\d)"
                r"(?:[A-Z]{1,4}[ ])?[\p{L}\d]{1,10}(?:[/.-][\p{L}\d]{1,10}){1,5})(?!\w)"
            ),
            0.7,
            "Kennung hinter dem Stichwort „Verwendungszweck“",
        ),
    )
    CONTEXT: ClassVar = keywords(
        r"akten-?(?:zeichen|nummer|nr)|\p{L}{0,16}akte\b|geschäftsz|bescheid-?n|gesch\.|az\b|kassen-?(?:zeichen"
        r"|nummer)|kassenz|geschäfts-?zeichen|gz\b|vorgang|zeichen\b|buchungs-?(?:zeichen|nr)"
        r"|tagebuch-?n|verfahren|antrags-?n|fall(?:-?n(?:umme)?r|-?id|\b)|referenz|ref\b|beleg-?n|rechnungs-?n"
        r"|ordnungs(?:begriff|merkmal)"
        r"|ticket|kennung|case\b|reference"
    )
    _IN_COLUMN: ClassVar = compiled(rf"(?<![\w/.,-]){REFERENCE}(?![\w/])")

    #: Without one of these words a rule comes to nothing.
    _NEEDED: ClassVar = {
        "Angabe, die genannt werden soll": ("angeben", "anzugeben", "anführen", "zitieren"),
        "Angabe hinter dem Stichwort „Verwendungszweck“": ("zweck", "vwz", "zahlungsgrund"),
        "Ziffern hinter dem Stichwort „Verwendungszweck“": ("zweck", "vwz"),
        "Kennung hinter dem Stichwort „Verwendungszweck“": ("zweck", "vwz"),
        "Angabe, unter der etwas geführt wird": ("unter ",),
        "Aufbau eines gerichtlichen Aktenzeichens in kleinen Buchstaben": (
            *("sache", "verfahren", "klage", "prozess", "gericht", "urteil", "rechtsstreit", "akte"),
        ),
    }

    def _applicable(self, text: str) -> Iterator[Rule]:
        """The rules whose words the text has."""
        lowered = text.lower()
        for rule in super()._applicable(text):
            needed = self._NEEDED.get(rule.reason)
            if needed is None or any(word in lowered for word in needed):
                yield rule

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """References behind a label or with a build of their own; in tables also below their label."""
        yield from super().find(text)
        for start, end in reference_shapes(text):
            if self.accept(text, start, end):
                yield start, end, 0.6, Evidence("Aufbau wie ein Zeichen einer Behörde: Kürzel, Nummern und Jahr.")
        for start, end in references_in_place(text):
            if self.accept(text, start, end) and not of_a_thing(text, start):
                yield start, end, 0.6, Evidence("Aufbau und Stelle wie bei einem Zeichen eines Vorgangs.")
        if not _TABLE.search(text) or not self.CONTEXT.search(text):
            return
        for match in scan(self._IN_COLUMN, text):
            word, _ = self.column_word(text, match.start())
            digits = sum(character.isdigit() for character in match[0])
            least = 2 if word.lower().endswith(("zeichen", "az", "gz")) and regex.search(r"[/-]", match[0]) else 3
            if word and digits >= least and self.accept(text, *match.span()):
                yield *match.span(), 0.8, Evidence(f"Angabe in der Spalte „{word}“ einer Tabelle.")

    def judge(self, text: str, start: int, end: int, rule: Rule) -> tuple[float, Evidence] | None:
        """What only its build tells is none where the word for a thing stands before it."""
        if rule.score < 0.75 and rule.reason.startswith("Aufbau") and of_a_thing(text, start):
            return None
        return super().judge(text, start, end, rule)

    def context_word(self, text: str, start: int, end: int) -> tuple[str, float]:
        """The patterns hold their labels themselves."""
        return "", 0.0

    def accept(self, text: str, start: int, end: int) -> bool:
        """Leaves published decisions, statutes, dates and bare years alone."""
        return regex.search(r"\d", text[start:end]) is not None and not of_the_public(text, start, end)
