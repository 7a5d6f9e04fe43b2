"""DE_FOREIGNER_ID"""

from typing import ClassVar

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled, keywords


class DeForeignerIdRecognizer(GuardRecognizer):
    """AZR number of the central register of foreigners (§ 3 AZRG): twelve digits, no published checksum; file number of
    the Federal Office for Migration (seven digits, hyphen, three of the state); number of a residence document
    (letter, eight more characters, YYMM or AZ in front) near its name.
    """

    ENTITY = "DE_FOREIGNER_ID"
    CONTEXT_ADJACENT = True
    CONTEXT: ClassVar = keywords(
        r"azr|ausländerzentralregister|ausländer-?n(?:umme)?r|bamf|bundesamt\sfür\smigration|aufenthalts(?:titel"
        r"|erlaubnis|gestattung|karte|dokument)"
        r"|duldung|grenzübertritts\p{L}*|blaue\skarte|verpflichtungserklärung|niederlassungserlaubnis"
        r"|ankunftsnachweis|eat\b|at-karte|eat-n|visum-?n(?:umme)?r|visum|fiktionsbescheinigung"
        r"|zusatzblatt|residence\spermit"
    )
    RULES: ClassVar = (
        Rule(compiled(r"(?<![\w./,-])\d{3}(?:[ .-]?\d{3}){3}(?!\w)"), 0.1, "Zwölf Ziffern wie bei einer AZR-Nummer"),
        Rule(compiled(r"(?<![\w./,-])\d(?:[ ./-]{0,3}\d){11}(?!\w)"), 0.1, "Zwölf Ziffern wie bei einer AZR-Nummer"),
        Rule(
            compiled(
                r"(?<=\p{Lu}\p{L}{1,30}[ ]\()\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{6}(?=\))",
                ignore_case=False,
            ),
            0.6,
            "Zwölf Ziffern wie bei einer AZR-Nummer in Klammern hinter einem Namen",
        ),
        Rule(
            compiled(r"(?<![\w./,-])[5-9][ ]?\d{3}[ ]?\d{3}[ ]?-[ ]?[1-9]\d{2}(?!\w)"),
            0.55,
            "Aufbau eines Aktenzeichens des Bundesamtes für Migration und Flüchtlinge",
        ),
        Rule(
            compiled(r"(?<![\w./,-])(?=[A-Z0-9]{0,11}?\d)[A-Z][A-Z0-9]{7,9}(?!\w)", ignore_case=False),
            0.1,
            "Nummer eines Aufenthaltsdokuments",
        ),
        Rule(
            compiled(r"(?<![\w./,-])[A-Z]{1,3}[ -]?\d(?:[ ]?\d){5,8}(?!\w)", ignore_case=False),
            0.1,
            "Nummer eines Aufenthaltsdokuments",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:pesel|cnp|egn|jmbg|oib|bsn|nip|tckn|(?:t\.?[ ]?c\.?[ ]?)?kimlik(?:[ ](?:no"
                r"|numarası))?|nif|nie|dni"
                r"|codice[ ]fiscale|cod\.?[ ]fisc\.?|personnummer|rodné[ ]číslo|rnokpp|ahv|avs|insz|national[ ]id"
                r"|cédula"
                r"|nationale?[ ](?:id|identifikations?|identitäts|ausweis)|personenkenn(?:zahl|ziffer|nummer)"
                r"|(?:ausländische|nationale)[ ](?:steuer|versicherungs|sozialversicherungs|personal)-?(?:nummer"
                r"|nr\.?))"
                r"-?[ ]?(?:nummer|nr\.?|no\.?|number)?[ ]?(?:[:=|]|ist|lautet|is)?[ ]?"
                r"(?P<value>(?=(?:[A-Z]{0,6}[ ./-]?\d){6})[A-Z0-9](?:[ ./-]?[A-Z0-9]){6,17})(?!\w)"
            ),
            0.75,
            "Angabe hinter dem Namen einer ausländischen Kennnummer",
        ),
        Rule(
            compiled(
                r"(?<![\w./,-])(?:756\.\d{4}\.\d{4}\.\d{2}|[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z])(?!\w)",
                ignore_case=False,
            ),
            0.8,
            "Aufbau einer ausländischen Kennnummer (AHV-Nummer, Codice fiscale)",
        ),
    )
