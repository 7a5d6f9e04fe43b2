"""Codes and passwords that only a word of access earlier in the line tells: ``Spind Kombi 14-02-29``,
``PIN steht angeblich am Kalender (8052)``, ``Besucher-WLAN heute: Moorblume_772``.

Two things count: how sure the shape is (``58*20`` is nothing but a code, ``4711`` may be anything), and whether the
token stands where a line gives its value: right behind the word, behind a colon or stroke, in brackets, behind "jetzt"
or "ist".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

import regex

from guardrails.deadline import scan

#: Codes of things and of the public.
_NO_ACCESS = (
    r"(?:qr|bar|strich|post|zip|tarif|farb|fehler|länder|landes|sprach|quell|source|status|error|country|area|dress|bic|swift|waren"
    r"|nace|icd|berufs|diagnose|rabatt|gutschein|aktions|promo|http|ean|morse|binär|html|byte|maschinen|programm|roh|null"
    r"|geo|gen|iata|iso|kredit|branchen|wirtschafts|behörden|verwaltungs|ops|pzn|grund|zeit|daten|absender|ressort|beleg"
    r"|verhaltens|ehren|kleider|zahlungs|buchungs|steuer|leit|nuts|ags|lau|event|referenz|mängel|produkt|artikel|reply|response)"
)
_STRONG = (
    r"(?:\p{L}{2,16}[- ]?){0,2}?(?:passwort|kennwort|passphrase|losungswort|passcode|zugangscode)"
    r"|passw\.|kennw\.|pwd?|password"
    rf"|(?:(?!{_NO_ACCESS})\p{{L}}{{2,16}}-?){{0,2}}?code|(?:\p{{L}}{{2,24}}-)?(?:pin|puk|m?tan)(?:-?(?:code|nr\.?|nummer))?"
    r"|geheimzahl|geheimnummer|kombi|(?:zahlen|schloss|tresor|safe|schließ)-?kombination|kombination|zahlenschloss"
    r"|schlüssel(?:tresor|safe|box|kasten|depot)|log-?in(?:daten)?|zugangsdaten|anmeldedaten|credentials"
)
_NET = r"(?:\p{L}{2,24}-)?(?:w-?lan|wi-?fi)(?:-?(?:pw|passwort|key|schlüssel|gast|code))?|hotspot|gästenetz|gastnetz"
_PLACE = (
    r"spind|schließfach|tresor|safe|(?:\p{L}{2,24}-?)?schloss|(?:\p{L}{2,24}-?)?schrank|alarm(?:anlage)?|keypad|tastenfeld|zugang"
    r"|kassette|locker|(?:\p{L}{2,24}-?)?tür|(?:\p{L}{2,24}-?)?tor|schranke|garage"
)
_ACCESS = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}_@./-])(?:(?P<strong>{_STRONG})|(?P<net>{_NET})|(?P<place>{_PLACE}))(?![\p{{L}}\p{{N}}_@])",
    regex.IGNORECASE,
)
#: What no text is without that speaks of an access.
_MAY_OPEN = regex.compile(
    r"pass|kennw|code|pin|tan|puk|geheim|kombi|schl(?:o|ö|ü)ss|log-?in|zugang|anmelde|credential|w-?lan|wi-?fi|hotspot|netz"
    r"|spind|schlie(?:ß|ss)|tresor|safe|schrank|alarm|keypad|tasten|kassette|locker|tür|tor|garage|pw",
    regex.IGNORECASE,
)
#: With a bare "Code": what says that it opens something.
_OPENS = regex.compile(
    r"(?<!\p{L})(?:\p{L}*(?:tür|tor|schrank|spind|safe|tresor|schloss|eingang|haus|keller|garage|schranke|alarm"
    r"|schlüssel\p{Ll}{0,8}"
    r"|toilette|wc|lager|halle|parkplatz|parkhaus|fach)|door|gate|lock(?:er)?|entrance|alarm|app|handy|tablet)(?!\p{L})",
    regex.IGNORECASE,
)
_TOKEN = regex.compile(r"(?<![^\s(\[\"'„“»/=:>|–])[^\s\"'„“”»«,;()\[\]|<>]{1,40}")
_SIGNED_DIGITS = regex.compile(r"(?=[#*]?\d{0,8}[#*])[#*]?\d{1,8}(?:[#*]\d{1,8}){0,4}[#*]?")
_GROUPS = regex.compile(
    r"\d{1,3}(?:[-–]\d{1,3}){2,5}(?:-?[A-Z])?|\d{1,3}(?:[-–]\d{1,3}){1,4}-?[A-Z]|[A-Z]-?\d{1,3}(?:-\d{1,3}){1,4}"
)
_DIGITS = regex.compile(r"(?!(?:19|20)\d\d$)\d{4,8}")
_SPACED = regex.compile(r"(?!0\d{2,3}[ ]\d{3})\d{1,4}(?:[ ]\d{1,4}){1,5}(?![\w.,:/-])")
_SIGN_INSIDE = regex.compile(
    r"(?!\p{L}{2,12}=)(?!.*\.\p{L}{2,4}$)(?=.*\p{L})(?=.*\d)(?=.*[!#$%&*_+?=~^])[\p{L}\p{N}][^\s/@\\]{4,39}"
)
_MIXED = regex.compile(r"(?=.*\p{L})(?=.*\d)[\p{L}\p{N}][\p{L}\p{N}.-]{4,39}")
_SAID = regex.compile(
    r"(?:null|eins?|zwo|zwei|drei|vier|fünf|sechs|sieben|acht|neun)"
    r"(?:-(?:null|eins?|zwo|zwei|drei|vier|fünf|sechs|sieben|acht|neun)){2,7}",
    regex.IGNORECASE,
)
_DATE = regex.compile(
    r"\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d\p{L}?|\d{1,2}\.\d{1,2}\.?(?:\d\d)?|\d{1,2}[.:]\d\d(?:h|uhr)?",
    regex.IGNORECASE,
)
#: Mixed tokens that name a thing: paper sizes, products, versions, calendar weeks, references.
_THING = regex.compile(
    r"(?:win(?:dows)?|office|outlook|fritz\p{L}*|iphone|galaxy|version|v|kw|din|iso|wpa|sha|md|tls|ipv|usb|covid|base|excel|word"
    r"|elster|android|ios|raum|zimmer|haus|stand|q)[\d.-]+\p{L}?|0x.*|\d+(?:er|te[nrms]?|fach|mal|stellig\p{L}*|tägig\p{L}*"
    r"|-?(?:stellig\p{L}*|monatig\p{L}*|jährig\p{L}*|mal|fach|ghz|mbit|faktor\p{L}*))|(?:19|20)?\d\d-(?:[01]?\d)(?:er)?"
    r"|(?:inc|req|ticket|chg|sr)-?\d+",
    regex.IGNORECASE,
)
#: The word right before a number that is something else.
_OTHER_NUMBER = regex.compile(
    r"(?<!\p{L})(?:raum|zimmer|zi|büro|haus|etage|stock|gebäude|ebene|tel|telefon|fon|phone|durchwahl|app|apparat|mobil|handy|fax"
    r"|hotline|nr|nummer|number|seite|az|aktenzeichen|zeichen|ticket|vom|am|bis|ab|seit|um|gegen|von|nach|je|zu|mind|din|§|plz|konto|iban"
    r"|kundennummer|version|port|kanal|linie|platz|ca|max|ruf|rufnummer|unter|anruf|fehler|error|status|kw|stand|gültig|bei|für|for"
    r"|room|ext|call|since|until|on|order|invoice|id|kto|blz|geb|jahr|jahrgang|straße|str|weg)"
    r"\.?[ ]?[:.]?[ ]?$|\d[ ]?/[ ]?$",
    regex.IGNORECASE,
)
#: What a value stands behind.
_GIVEN = regex.compile(
    r"(?:^[ ]?|(?:[:=(/|»„]|->|=>|→|[ ]–)[ ]?|(?<!\p{L})(?:jetzt|nun|heute|neu(?:e[rs]?)?|ist|war|wär|lautet|heißt|is"
    r"|was|now|today"
    r"|angeblich|wohl|noch|immer|weiterhin|aktuell|also|nämlich|eingeben|wählen|tippen|drücken|glaub|vermutlich|derzeit|nimm"
    r"|einfach|halt|still|again|wieder)[ ]?:?[ ]?)[\"'„“»]?$",
    regex.IGNORECASE,
)
_SENTENCE_END = regex.compile(r"(?<=\p{L}{3}|\d|\))[.!?][ ]+\p{Lu}|\",[ ]?\"|[}\]],")
_UNIT_BEHIND = regex.compile(
    r"[.,:/-]?\d|[ ]\d{3}"
    r"|[ ]?(?:€|EUR|Euro|%|Uhr|mm|cm|m|km|kg|g|GB|MB|Mbit|MHz|GHz|kB|Stück|Stellen|Zeichen|Ziffern|Tage|Minuten|min"
    r"|mal"
    r"|Nutzer|Geräte|User|Personen|Schlüssel|Fächer|Jahre|Plätze)(?!\p{L})"
)
#: Behind these the name of the user comes first.
_ACCOUNT = regex.compile(r"log-?in(?:daten)?|zugangsdaten|anmeldedaten|credentials", regex.IGNORECASE)
#: Numbers of four or six digits behind these need no sign between, where nothing says that the word is all there is.
_PIN = regex.compile(r"(?:\p{L}{2,24}-)?(?:pin|puk|m?tan)", regex.IGNORECASE)
_NOTHING_TOLD = regex.compile(
    r"^-|vergess|verlor|gesperrt|falsch|brief|verfahren|unbekannt|fehlt|ändern|kein|nicht|[?\d]", regex.IGNORECASE
)
#: Behind the name of a net: its password comes only then.
_PASSWORD_BEHIND = regex.compile(
    r"[ ,;/|]{1,3}(?:\p{L}{2,12}-?)?(?:passwort|kennwort|password|pw|schlüssel|key|code)(?!\p{L})", regex.IGNORECASE
)
#: Characters between the word and the code.
_FAR = 64
_LONGEST = 40


def codes_behind_access_words(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every code whose access word stands before it in its line."""
    words = list(scan(_ACCESS, text)) if _MAY_OPEN.search(text) else []
    for access, behind in zip_longest(words, words[1:]):
        farthest = min(len(text), access.end() + _FAR + _LONGEST)
        line_end = text.find("\n", access.end(), farthest)
        line_end = farthest if line_end < 0 else line_end
        limit = min(line_end, access.end() + _FAR)
        sentence = _SENTENCE_END.search(text, access.end(), limit)
        limit = sentence.start() if sentence else limit
        if behind and (access["place"] or not behind["place"]):
            limit = min(limit, behind.start())
        yield from _codes(text, access, limit, line_end)


def _codes(text: str, access: regex.Match[str], limit: int, line_end: int) -> Iterator[tuple[int, int]]:
    line = text[max(0, access.start() - _FAR) : line_end]
    for token in _TOKEN.finditer(text, access.end(), line_end):
        if token.start() >= limit:
            return
        gap = text[access.end() : token.start()]
        spaced = _SPACED.match(text, token.start(), line_end)
        if (
            spaced
            and access["strong"]
            and 4 <= len(spaced[0].replace(" ", "")) <= 9
            and _GIVEN.search(gap)
            and not _OTHER_NUMBER.search(gap)
            and not _UNIT_BEHIND.match(text, spaced.end())
        ):
            yield spaced.span()
            return
        value = token[0].rstrip(".:?")
        end = token.start() + len(value)
        if _UNIT_BEHIND.match(text, end) or (access["net"] and _PASSWORD_BEHIND.match(text, end)):
            continue
        if _is_code(value, access, gap, line):
            yield token.start(), end


def _is_code(value: str, access: regex.Match[str], gap: str, line: str) -> bool:
    if len(value) < 3 or _DATE.fullmatch(value) or _THING.fullmatch(value) or _OTHER_NUMBER.search(gap):
        return False
    if _SAID.fullmatch(value) or _SIGNED_DIGITS.fullmatch(value):
        return sum(c.isdigit() for c in value) > 2 or value[0].isalpha()
    given = _GIVEN.search(gap) is not None or (
        _PIN.fullmatch(access[0]) is not None and _NOTHING_TOLD.search(gap) is None and len(value) in (4, 6)
    )
    if _GROUPS.fullmatch(value):
        return access["net"] is None and (given or access["strong"] is not None)
    bare = access[0].lower() == "code"
    if access["place"] or (bare and not given):
        return False
    if _SIGN_INSIDE.fullmatch(value):
        return True
    if not given or _ACCOUNT.fullmatch(access[0]):
        return False
    if _DIGITS.fullmatch(value):
        if access["net"]:
            return len(value) > 5
        return not bare or _OPENS.search(line) is not None
    return not bare and _MIXED.fullmatch(value) is not None
