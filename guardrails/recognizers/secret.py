"""SECRET"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.recognizers.access_codes import codes_behind_access_words
from guardrails.recognizers.asked_secrets import asked_secrets
from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, compiled

_WORD = (
    r"(?<![\p{L}\p{N}])(?:(?:\p{L}{2,20}-?){0,2}?"
    r"(?:passwort|kennwort|passw\.|password|passwd|passphrase|losungswort|zugangswort)"
    r"|pwd|pw|pass(?=[ ]?[:=])|(?:secret|private|signing|encryption|auth|master)[_ -]?key|(?:auth|refresh"
    r"|session)[_ -]?token|(?:j|php|asp)?sess(?:ion)?[_-]?id(?==)|secret"
    r"|client[_ -]?secret|api[_ -]?(?:key|schlüssel|token)"
    r"|access[_ -]?(?:key|token)|(?:zugangs|zugriffs|anmelde)-?(?:code|schlüssel|token)|access[ ]code|passcode"
    r"|token|freischalt-?code|aktivierungs-?(?:code|schlüssel)|registrierungs-?code|abhol-?code"
    r"|kenncode|(?<!(?-i:\p{Lu})-)code(?=[ ]\d[\d-]{3,}\d)"
    r"|(?:tür|tor|tresor|alarm|safe|schließfach)-?code|code(?=[ ](?:für|zum|zur|for)[ ])|zahlenkombination"
    r"|zahlenschloss|(?:wlan|wi-?fi|wpa2?|netzwerk|gast|gäste|sicherheits)-?(?:schlüssel|code|key)"
    r"|(?:wiederherstellungs|recovery|back-?up|entsperr|freigabe|bestätigungs|verifizierungs|einmal|login|öffnungs"
    r"|schlüssel|garagen"
    r"|keller|kellertür|haustür|eingangs|zutritts|ersatz|notfall|einlass|paket|geräte|display|bildschirm|handy|sperr"
    r"|authenticator|2fa"
    r"|otp|sms|meeting|konferenz|einschreibe|kurs|deaktivierungs|lizenz|produkt)[ -]?(?:code|schlüssel|key"
    r"|kombination)s?)"
)
_CODE = (
    r"(?<![\p{L}\p{N}])(?:puk[ ]?[12]?|geheimzahl|geheimnummer|(?:(?:online-?|karten-?|e?id-?|telefon-?|sim-?"
    r"|transport-?|konferenz-?)?pin|m?tan)"
    r"|kartenprüf(?:nummer|ziffer)|prüfziffer|cvc2?|cvv2?)"
    r"(?:-?[ ]?(?:code|nummer|number|nr\.?))?"
)
_FOR = r"(?:[ ](?:weiß|kenne|habe|hab|fürs?|fuer|zum|zur|zu|vom|von|des|der|am|im|for|of|to)[ ][^\n:=]{1,40}?)?"
_IS = (
    r"(?<!\p{L})(?:lautet|ist|war|is|was|heißt|heisst)(?!\p{L})"
    r"(?:[ ](?:jetzt|nun|weiterhin|noch|immer|now|doch|ja|wohl|aber|wieder|eigentlich|halt|einfach|dann|sicher"
    r"|aktuell"
    r"|glaub(?:e)?[ ]i(?:ch)?|still|bei[ ]uns|heute)(?!\p{L})){0,4}+[ ]?:?"
)
_VALUE = r"\s?[\"'`]?(?P<value>[^\s\"'`,;]{3,200}(?<![.,)]))"
_SPOKEN_BLANK = r"[(\[<]?(?:leerzeichen|leertaste|leerstelle|blank|space)[)\]>]?"

_SAYS_SECRET = compiled(rf"{_WORD}|{_CODE}")


class SecretRecognizer(GuardRecognizer):
    """Passwords, PINs and keys: what stands behind such a word with a colon or "lautet", or right behind it where it
    looks like nothing else; keys whose build is published (OpenAI, GitHub, AWS, Slack, Google, JSON web tokens, PEM
    private keys), bearer tokens, and passwords inside of connection strings.
    """

    ENTITY = "SECRET"
    RULES: ClassVar = (
        Rule(
            compiled(
                r"(?<!\p{L})(?:wlan|w-lan|wi-?fi|gastnetz|gäste-?netz|ssid|hotspot)(?!\p{L})[^\n]{0,48}?(?<!\p{L})"
                r"(?:schlüssel|key|pass|pw|code|kennung)(?:[ ](?:ist|lautet|is))?[ ]?[:=]?[ ]?[\"'`]?"
                r"(?P<value>(?=[^\s\"'`,;]{0,60}[\d!#$%&*_+])[^\s\"'`,;]{5,80}(?<![.,)]))"
            ),
            0.75,
            "Angabe hinter dem Schlüssel eines Funknetzes",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:sicherheits|geheim|kontroll)frage[^\n]{0,90}?(?<!\p{L})antwort(?:[ ](?:darauf|ist"
                r"|lautet|war)){0,2}[ ]?[:=]?[ ]?"
                r"[\"'„“»]?(?P<value>[\p{L}\p{N}][\p{L}\p{N}-]{2,40})"
                r"|(?<!\p{L})security[ ]question[^\n]{0,90}?(?<!\p{L})answer(?:[ ]is)?[ ]?[:=]?[ ]?[\"']?"
                r"(?P<value>[\p{L}\p{N}][\p{L}\p{N}-]{2,40})"
            ),
            0.75,
            "Antwort auf eine Sicherheitsfrage",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:safe|tresor|zahlenschloss|spind|schließfach|schlüsselbox|schlüsselsafe|schlüsseltresor"
                r"|schlüsselkasten|schlüsseldepot|alarmanlage|tastenfeld|haustür|hintertür"
                r"|kombination|zahlencode|schranke|(?:tür|tor|alarm|safe"
                r"|tresor)-?code)s?(?:[ ](?:tor|haus|tür|raum|halle|zimmer|eingang|nr\.?|eg"
                r"|og)[ ]\d{1,3})?[^\n\d.]{0,40}?(?:(?<!\p{L})(?:mit|ist|lautet|auf)|code|zahl"
                r"|nummer|kombination|(?=:))[ ]?:?[ ]"
                r"(?P<value>\d{1,4}(?:[ -]\d{1,4}){1,4}|\d{4,8}[#*]?)(?!\w)(?![.,]\d|[ ]?(?:€|EUR|Euro|Uhr|mm|cm|m\b"
                r"|kg|Stück|Schlüssel|\p{L}+fächer))"
            ),
            0.7,
            "Zahlen, die ein Schloss öffnen",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:wlan|w-lan|wi-?fi|hotspot)[ ]?[:=][ ]?[\"'`]?"
                r"(?P<value>(?=[^\s\"'`,;]{0,60}\p{L})(?=[^\s\"'`,;]{0,60}\d)[^\s\"'`,;]{6,80}+(?<![.,)]))"
                r"(?![ ,;/]{1,3}(?:passwort|kennwort|pw|schlüssel|key|code))"
            ),
            0.65,
            "Angabe hinter dem Namen eines Funknetzes",
        ),
        Rule(
            compiled(
                rf"(?:{_WORD}|{_CODE})[^\n.:]{{0,32}}?(?:gesetzt|geändert|gestellt)[ ](?:auf|in|to)[ ][\"'`„]?"
                r"(?P<value>(?=[^\s\"'`,;]{0,60}\d)[^\s\"'`,;“]{4,80}(?<![.)]))"
            ),
            0.75,
            "Neu gesetztes Passwort",
        ),
        Rule(
            compiled(
                r"(?<![\p{L}-])code[ ](?:für|zum|zur"
                r"|am)[ ][^\n\d:.]{1,24}?[ ](?P<value>\d{3,8}[#*]?)(?!\w)(?![.,/]\d)(?![ ]?(?:€|Euro|Uhr))"
            ),
            0.7,
            "Zahlen hinter „Code für“",
        ),
        Rule(
            compiled(
                rf"(?:{_WORD}|{_CODE})[^\n.:]{{0,32}}?[ ](?:auf|in"
                rf"|to)[ ][\"'`„]?(?P<value>(?=[^\s\"'`,;]{{0,60}}\d)[^\s\"'`,;“]{{4,80}})"
                r"[\"'`“]?[ ](?:gesetzt|geändert|gestellt|zurückgesetzt|umgestellt|festgelegt)(?!\p{L})"
            ),
            0.75,
            "Neu gesetztes Passwort",
        ),
        Rule(
            compiled(
                rf"(?:{_WORD}|{_CODE})(?:[ ]?\([^()\n]{{1,30}}\))?{_FOR}[\"']?[ ]?(?:=>|:=|[:=]|{_IS})[ ]?"
                rf"(?:[„“\"'](?P<value>[^\n„“\"']{{3,80}})[“”\"']|{_VALUE})"
            ),
            0.85,
            "Angabe hinter einem Stichwort wie „Passwort“ oder „Schlüssel“",
        ),
        Rule(
            compiled(
                rf"(?:{_WORD}|{_CODE}),?[ ](?:das|die|der|den|welche[rsn]?|that|which)[ ][^\n.:]{{2,70}}?,?[ ]{_IS}"
                r"[ ]?[\"'`„]?"
                r"(?P<value>(?=[^\s\"'`,;]{0,60}\d)[^\s\"'`,;()“]{4,80}(?<![.!?:]))"
            ),
            0.75,
            "Angabe hinter einem Nebensatz über ein Passwort",
        ),
        Rule(
            compiled(
                rf"{_WORD}[ ][\"'`]?(?P<value>(?!(?:19|20)\d\d\b)(?=[^\s\"'`,;]{{0,60}}(?:[\d!#$%&*_+]|\?\w))"
                r"[^\s\"'`,;()]{4,200}(?<![.,:?]))"
            ),
            0.75,
            "Zeichenfolge unmittelbar hinter einem Stichwort wie „Passwort“",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:log-?in|anmeldung|zugang)(?!\p{L})[^\n.:]{0,30}?(?<!\p{L})(?:ist|lautet)(?:[ ]"
                r"(?:noch|weiterhin"
                r"|jetzt|nun|immer)){0,2}[ ]?:?[ ](?P<value>(?=[^\s]{0,40}\p{L})(?=[^\s]{0,40}\d)[^\s\"'`,;()]{6,60}"
                r"(?<![.:?]))"
            ),
            0.65,
            "Zeichenfolge wie ein Passwort in einem Satz über eine Anmeldung",
        ),
        Rule(
            compiled(rf"{_WORD}[ :=]{{1,3}}(?P<value>[^\s:=]{{1,40}}(?:[ ]{_SPOKEN_BLANK}[ ][^\s,;]{{1,40}}){{1,8}}+)"),
            0.8,
            "Passwort mit Leerzeichen in Worten",
        ),
        Rule(
            compiled(
                rf"{_CODE}[ ]?[):=(]?[ ]?(?:lautet[ ]?:?|ist[ ]?:?)?[ ]?"
                r"(?P<value>\d{2,4}(?:[ -]?\d){1,8}[*#]?)(?![\w%€])(?![.,]\d)(?![ ](?:stellig|Stellen|Zeichen"
                r"|Ziffern|Euro|EUR))"
            ),
            0.8,
            "Ziffern hinter PIN, PUK oder TAN",
        ),
        Rule(
            compiled(
                rf"{_WORD}[ ]?(?:>(?P<value>[^<>\n]{{3,80}})(?=<)"
                rf"|\n[ ]?(?P<value>(?=[^\s]{{0,60}}\d)[^\s\"'`,;]{{4,80}}))"
            ),
            0.7,
            "Angabe hinter einem Stichwort wie „Passwort“",
        ),
        Rule(
            compiled(
                rf"{_WORD}[^\n]{{0,110}}?[ („\"'](?P<value>(?=[^\s]{{0,40}}\p{{L}})(?=[^\s]{{0,40}}\d)"
                rf"(?=[^\s]{{0,40}}[!#$%&*_+?])"
                r"(?![^\s]{0,40}[@/=])[^\s\"'`,;()“]{6,60}(?<![.:?]))"
            ),
            0.65,
            "Zeichenfolge wie ein Passwort in einem Satz über ein Passwort",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:curl|wget|http)[ ][^\n]{0,80}?-u[ ]?[^\s:]{1,40}:(?P<value>[^\s]{3,80})"
                r"|(?<!\p{L})(?:mysql|mysqldump|mongo|psql|redis-cli)[ ][^\n]{0,80}?[ ]-p"
                r"[ ]?(?P<value>[^\s-][^\s]{2,80})"
            ),
            0.8,
            "Passwort in einem Befehl",
        ),
        Rule(
            compiled(
                r"(?<![\p{L}-])code(?:[ ](?:lautet|ist|is|war)[ ]?:?"
                r"|[ ]?:)[ ](?P<value>(?=[A-Z-]{0,8}\d)[\dA-Z](?:[ -]?[\dA-Z]){3,15}[*#]?)"
                r"(?![\w])(?![.,]\d)"
            ),
            0.7,
            "Zeichenfolge hinter dem Wort „Code“",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:zahlenschloss|fahrradschloss|kofferschloss|tresor|safe)(?:[ ]?code)?[ ]?:?[ ]"
                r"(?P<value>\d{3}|\d{1,2}-\d{1,2}-\d{1,2})(?![\w-])(?![.,]\d|[ ]\p{Lu})"
            ),
            0.7,
            "Zahlen, die ein Schloss öffnen",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:zugangsdaten|anmeldedaten|login-?daten|login|zugang|user/pass|benutzer/passwort|user"
                r"|account|konto)[ ]?[:=]\s?"
                r"[\p{L}\p{N}._@-]{2,48}[ ]?[:/|][ ]?"
                r"(?P<value>(?=[^\s,;]{0,60}\d)(?=[^\s,;]{0,60}\p{L})[^\s\"'`,;]{5,80}(?<![.,)]))"
            ),
            0.75,
            "Angabe hinter Benutzername und Trennzeichen",
        ),
        Rule(
            compiled(
                r"(?<!\p{L})(?:zugangsdaten|anmeldedaten|login-?daten|logindaten|login|credentials|benutzerkonto)"
                r"[ ]?[:=]\s?"
                r"[^\s,;/|]{2,64}[ ]?[,;/|][ ]?(?P<value>(?=[^\s,;]{0,60}[\d!#$%&*?_+])[^\s\"'`,;]{4,200}(?<![.,)]))"
            ),
            0.8,
            "Angabe hinter Benutzername und Trennzeichen bei „Zugangsdaten“",
        ),
        Rule(
            compiled(
                r"(?<![\w-])(?:sk-[A-Za-z0-9_-]{16,200}|gh[pousr]_[A-Za-z0-9]{20,100}"
                r"|github_pat_\w{20,100}"
                r"|A[KS]IA[A-Z0-9]{16}|xox[abprs]-[A-Za-z0-9-]{10,100}|AIza[A-Za-z0-9_-]{30,50}|hf_[A-Za-z0-9]{20,60}"
                r"|glpat-[\w-]{16,60}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,60}|SG\.[\w-]{16,40}\.[\w-]{16,60}"
                r"|eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{0,1000})(?![\w-])",
                ignore_case=False,
            ),
            0.95,
            "Aufbau eines Zugangsschlüssels",
        ),
        Rule(
            compiled(r"(?<!\w)(?:bearer|basic)[ ](?P<value>(?=[^\s]{0,60}\d)[A-Za-z0-9._~+/-]{16,2000}+=*)"),
            0.9,
            "Token hinter dem Wort „Bearer“",
        ),
        Rule(
            compiled(r"(?<!\w)[a-z][a-z0-9+]{1,20}://[^\s:/@]{0,64}:(?P<value>[^\s@/]{1,128})@"),
            0.97,
            "Passwort in einer Verbindungsangabe",
        ),
        Rule(
            compiled(
                r"-----BEGIN[ ][A-Z ]{0,30}PRIVATE[ ]KEY-----[A-Za-z0-9+/=\s]{0,8000}+"
                r"(?:-----END[ ][A-Z ]{0,30}PRIVATE[ ]KEY-----)?"
            ),
            0.99,
            "Privater Schlüssel",
        ),
    )
    _WORDS = regex.compile(
        r"(?:nicht|kein\p{L}*|ein\p{L}*|bitte|sicher\p{L}*|geheim\p{L}+|abgelaufen|falsch|gesperrt|vergessen"
        r"|erforderlich|notwendig|gültig|ungültig|bekannt|unbekannt"
        r"|sein\p{L}{0,2}|mein\p{L}{0,2}|dein\p{L}{0,2}|ihr\p{L}{0,2}|unser\p{L}{0,2}|doch|name|namen"
        r"|glaub\p{L}{0,2}|wie"
        r"|ja|wohl|halt|eben|aber|auch|dann|hier|dort|drin|drauf|dabei|heute|morgen|gestern|jetzt|noch|nochmal|wieder"
        r"|weiterhin|irgend\p{L}{1,6}|was|wer|wo|als|an|am|vom|beim|bei|aus|so|benutzername|vorname|nachname"
        r"|geburtsdatum"
        r"|geburtstag|keins?|dasselbe|derselbe|dieselbe|gleiche?|selbe|still|same|my|his|her"
        r"|zu|mindestens|per|nur|schon|bereits|sehr|immer|wichtig|das|der|die|dem|den|im|in|auf|für|und|oder|von|mit"
        r"|geändert|zurückgesetzt"
        r"|siehe|folgt|wird|liegt|siehe|vergeben|ändern|pflicht|neu|alt|weg|da|korrekt|richtig|stark|schwach|leer"
        r"|optional"
        r"|\d+-?(?:stellig|mal|fach)\p{L}*|not|required|the|a|an|expired|wrong|incorrect|never|always|too|your|for"
        r"|set|changed|reset|missing)",
        regex.IGNORECASE,
    )
    _PIECE = regex.compile(r"[ ](?P<piece>[^\s\"'`,;:()=]{1,24})")
    #: What goes on with a sentence, not with a password.
    _SENTENCE = regex.compile(
        r"(?:und|oder|aber|bitte|bis|für|von|vom|am|ab|an|ist|sind|war|mit|nicht|nach|zum|zur|zu|gilt|läuft|hat"
        r"|habe|ich|er|sie|wir"
        r"|der|die|das|den|dem|ein|eine|im|in|auf|aus|bei|wird|wurde|kann|muss|soll|seit|wie|noch|schon|nur|auch"
        r"|the|and"
        r"|or|for|is|was|to|please|until|valid|user|gruß|lg|vg|mfg)[.!?]?|\d{1,2}\.(?:\d{1,2}\.(?:\d{2,4})?)?|§+",
        regex.IGNORECASE,
    )
    _LONGEST_GAP = 3

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Secrets; those behind a word for it go on where blanks have been put into them."""
        for start, end, score, evidence in super().find(text):
            yield start, self._whole(text, start, end), score, evidence
        for start, end in asked_secrets(text):
            yield start, end, 0.7, Evidence("Allein in einer Zeile unter der Frage nach einem Passwort oder Code.")
        for start, end in codes_behind_access_words(text):
            if self.accept(text, start, end):
                yield start, end, 0.66, Evidence("Zeichenfolge wie ein Code in einer Zeile über einen Zugang.")

    def _whole(self, text: str, start: int, end: int) -> int:
        """The end of a password of several pieces: ``S o n n e 7``, ``Rot Licht 44 !``."""
        position, last, gap = end, end, 0
        singles = end - start == 1 or text[end - 2 : end - 1] == " "
        while (match := self._PIECE.match(text, position)) is not None and gap <= self._LONGEST_GAP:
            piece = match["piece"].rstrip(".")
            before = text[position - 1]
            if (before in ".!?" and len(piece) > 1) or (self._SENTENCE.fullmatch(piece) and not singles):
                break
            position = match.end()
            signs = not piece.isalpha() or len(piece) == 1
            gap = 0 if signs else gap + 1
            if (signs and piece not in "-–|/") or (len(piece) == 2 and last == match.start()):
                last = match.start() + 1 + len(piece)
        return last

    _PLAIN_LETTERS = regex.compile(r"\p{L}+")
    _TO_DO = regex.compile(r"[ ](?:zu[ ]\p{Ll}+n|\p{Ll}+zu\p{Ll}+n)(?!\p{L})")
    _PLAIN_WORD = regex.compile(r"geheim", regex.IGNORECASE)

    def _applicable(self, text: str) -> Iterator[Rule]:
        """Of the rules with such a word only those of a text that has one; it is looked for once."""
        has_word = _SAYS_SECRET.search(text) is not None
        return (rule for rule in self.RULES if has_word or not (_WORD in (of := rule.pattern.pattern) or _CODE in of))

    def accept(self, text: str, start: int, end: int) -> bool:
        """ "Das Passwort ist abgelaufen" tells no password, nor does "Das Passwort ist geheim"."""
        if self._WORDS.fullmatch(text, start, end) is not None:
            return False
        if self._PLAIN_LETTERS.fullmatch(text, start, end) and self._TO_DO.match(text, end):
            return False
        before = text[max(0, start - 3) : start].rstrip(" \"'")
        return self._PLAIN_WORD.fullmatch(text, start, end) is None or before.endswith((":", "="))
