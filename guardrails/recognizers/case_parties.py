"""PERSON, names where notes leave out the salutation: parties, roles abbreviated, attendance, who is quoted"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer
from guardrails.recognizers.name_words import (
    FIELDS,
    INSTITUTIONS,
    MASCULINE_SURNAMES,
    NAME_AND_WORD,
    NAMED_THINGS,
    NEVER,
    NEVER_INFLECTED,
    PARTICLES,
    PERSON_ENDINGS,
    PERSON_NOUNS,
    ROLES,
    SALUTATIONS,
    SAME_IN_PLURAL,
    TITLES,
)

_ALSO_WORDS: Final = NAME_AND_WORD | MASCULINE_SURNAMES | SAME_IN_PLURAL | NEVER_INFLECTED
_WORD = r"\p{Lu}[\p{L}\p{M}]+(?:['-]\p{Lu}?[\p{L}\p{M}]+){0,2}"
_PARTICLES = r"(?:(?:von|v\.|van|de|der|den|al|el|zu|da|di)[ ]){0,2}"
_NAME = rf"{_PARTICLES}{_WORD}(?:[ ]{_WORD})?"
_NO_LETTER = r"(?<![\p{L}\p{M}\d-])"

#: ``Lange ./. Rahman``, ``Koch gegen Stadt``: both sides of a case.
_VERSUS = regex.compile(rf"{_NO_LETTER}(?P<value>{_WORD})[ ]?\./\.|\./\.[ ]?(?P<value>{_WORD})")
#: What stands in front of a party of proceedings or a member of a family, abbreviated or not.
_ROLE = regex.compile(
    rf"{_NO_LETTER}(?:zum[ ]Nachteil(?:[ ]von)?|z\.[ ]?N\.|zu[ ]Lasten|ZS|ZZ|GS|BS|Gesch\.|Besch\.|Beschuld\."
    rf"|Ast\.?in|AST|ASt\.?|Agg?in|ASTin|Bekl\.|Kl(?:äg)?\."
    r"|verw\.|verh\.|gesch\.|verwitwete|verehelichte|[Ff]allf\.|Fallführung|Bezugsbetr\.|[Bb]etr\.-?in|Zust\."
    r"|zust\.|[Hh]alter(?:in)?"
    r"|Vormundschaft|Pflegschaft|Betreuung|Beistandschaft|Familien|[Ff]am(?:ilie)?\.?|[Hh]ost[ ]family"
    r"|[Bb]eide(?=[ ]\p{Lu}\p{Ll}+[,.;)])|Geschwister|Zwillinge|SB|SBin|Mdt\.?|Mdtin"
    rf"|[Ss]achk\.|Bürger)[ ](?P<value>{_NAME})"
)
#: The same with words for offices in the genitive and of councils.
_OFFICE = regex.compile(
    rf"{_NO_LETTER}(?:Rats(?:herrn?|frau|mitglied)|Stadtverordneten?r?|Kreisrats?|Beigeordneten?r?|(?:Mit"
    rf"|Haupt)?[Bb]eschuldigten?r?|(?:Mit)?[Aa]ngeklagten?r?"
    r"|Geschädigten?r?|Betroffenen?r?|Verstorbenen?r?|Angehörigen?r?|Vorsitzenden?r?|Versicherten?r?|Gesuchten?r?"
    r"|Vermissten?r?|Zeug(?:en|in)|Erb(?:en|in)"
    rf"|Mädchenname|Nachname|Familienname|Geburtsname|Vorname|Rufname|Spitzname)[ ](?P<value>{_NAME})"
)
#: Who is quoted or acts in a note.
_SOURCE = regex.compile(
    rf"{_NO_LETTER}(?:lt\.|laut|Lt\.|Laut|gem\.|n\.[ ]Ang\.|Info[ ]v(?:on|\.)|Ausk\.|Ausk\.[ ]v(?:on|\.)"
    rf"|R[üs]\.?[ ]m(?:it|\.)|Tel\.[ ]m(?:it|\.)|TG[ ]m\.|RS[ ]mit"
    rf"|Knöllchen[ ]v\.|Zettel[ ]v(?:on|\.)|[Gg]eht[ ]an|[Ww]eiter[ ]an|[Ee]rl\.[ ]d\.)[ ](?P<value>{_WORD})(?![ ]?§)"
)
#: A name that a caller tells: ``auer mein name``, ``hier koch``, ``Bayarmaa here``.
_CALLS = regex.compile(
    r"(?:^|[.,!:\"„“>\]][ ]?"
    r"|[ ])(?P<value>\p{L}[\p{L}\p{M}'-]{2,20})(?:[ ]\p{L}[\p{L}\p{M}'-]{2,20})?[ ](?:(?:ist[ ])?mein[ ]name"
    r"|is[ ]my[ ]name|am[ ]apparat|am[ ]telefon|here(?=[,.!])|speaking(?=[,.!]))"
    r"|(?:^|[.,!:\"„“>…][ ]?)(?:hallo|guten[ ]tag|grüß[ ]gott|moin|servus|ja)?[, ]{0,2}hier(?:[ ](?:ist"
    r"|spricht))?[ ](?:(?:die|der)[ ])?(?P<value>\p{L}[\p{L}\p{M}'-]{2,20})(?=[ ]?(?:[,.!\n]|$|(?:vom|von|aus|mit"
    r"|noch)[ ]))",
    regex.IGNORECASE | regex.MULTILINE,
)
#: Behind a closing in the same or the next line, and in the middle of a greeting of a letter in English.
_CLOSING = regex.compile(
    r"(?:^|[.!?][ ])(?:Cheers|Thanks|Thank[ ]you|Thx|Best|Love|LG|VG|BG|MfG|Gr(?:uß|üße)|Danke|Tschüss|Ciao"
    r"|Bis[ ]dann)[, !]{0,2}(?:\n{1,2}|,[ ])(?P<value>\p{Lu}\p{Ll}{2,20})(?=[ ]?(?:\n|$))",
    regex.MULTILINE,
)
#: ``Anw.: Ho, Wie, Çel, entsch. Mai``
_ATTENDANCE = regex.compile(
    r"(?:^|[ ;])(?:Anw|Anwesend|Anwesende|Teiln|Teilnehmend|Entsch|Entschuldigt|Abw|Abwesend|Fehlt|Fehlen|Dabei"
    r"|Protokoll|Krank|Urlaub|Dienst|Schicht|Bereitschaft|Vertr|Vertretung)\.?:[ ](?P<list>[^\n:]{2,160})",
    regex.MULTILINE,
)
_ATTENDEE = regex.compile(
    r"(?:^|[,;/+&][ ]?|[ ](?:und|u\.)[ ])(?:(?:entsch|krank|abw|fehlt|Vors"
    r"|Prot)\.?[ ])?(?P<value>\p{Lu}[\p{L}\p{M}'-]{1,20}\.?)(?=[ ]?(?:[,;/+&(.]|$|[ ](?:und|u\.)[ ]))"
)
_FIELD = regex.compile(
    rf"(?:^|[ \t|;])(?:Nutzer(?:in)?|User|Melder(?:in)?|Anforderer|Besteller(?:in)?|Ausgabe an|Zurück von"
    rf"|Übergeben an|aufg|Aufg|bearb|Bearb|erl|Erl|gepr|Gepr"
    rf"|Kst-Verantw)\.?:[ ](?P<value>(?:\p{{Lu}}\.[ ]?){{0,2}}{_NAME})(?=[ ]*(?:[,;|(/\n]|$))",
    regex.MULTILINE,
)

#: Registers in capitals: ``WEGZUG BREITENBACH SILKE``.
_REGISTER = regex.compile(
    r"(?:^|[|;\t]|[ ]{2})(?:ZUZUG|WEGZUG|UMZUG|STERBEFALL|GEBURT|ABMELDUNG|ANMELDUNG|EHE|HALTER|EIGENT(?:UEMER)?"
    r"|MIETER|KUNDE|PERSON)"
    r"[ :]{1,6}(?P<value>\p{Lu}{2,20}(?:-\p{Lu}{2,20})?,?[ ]\p{Lu}{2,20})(?=[ ]{2}|[ ]?[*,;|(]|[ ]?$)",
    regex.MULTILINE,
)
#: ``Er, Wellington, arbeitet``, ``You can reach me, Arvind, on``
_APPOSITION = regex.compile(
    rf"{_NO_LETTER}(?:[Ee]r|[Ss]ie|[Ii]ch|I|me|[Mm]ich|[Mm]ir|[Ii]hm"
    rf"|[Ii]hn)(?:[ ]selbst)?,[ ](?P<value>{_WORD}),[ ](?=\p{{Ll}})"
)
#: ``die Mutter Anke Reh lebt``: a given name before a noun that can only be the surname.
_RELATIVE = regex.compile(
    rf"{_NO_LETTER}(?:Mutter|Vater|Tochter|Sohn|Bruder|Schwester|Ehefrau|Ehemann|Kollegin|Kollege|Nachbarin|Nachbar"
    rf"|Oma|Opa|Tante|Onkel"
    r"|Freundin|Freund|Zeugin|Zeuge|Mieterin|Mieter|Lehrerin|Lehrer|Partnerin"
    r"|Partner)[ ](?P<given>\p{Lu}\p{Ll}{2,14})[ ](?P<value>\p{Lu}\p{Ll}{1,9})"
    r"(?=[ ]?[,.;:()\n]|[ ]\p{Ll})"
)
#: ``Zettel von G.:``, ``Nachfragen bei Q.``
_LETTER = regex.compile(
    rf"{_NO_LETTER}(?:von|bei|an|mit|für|v\.|m\.|lt\.)[ ](?P<value>\p{{Lu}}\.)(?=[ ]?(?:[:;!?)\n]|$))", regex.MULTILINE
)
#: ``gehört der Praktikantin R.!``, ``Patientin K., 43``
_NOUN_AND_LETTER = regex.compile(
    rf"{_NO_LETTER}(?P<noun>\p{{Lu}}\p{{Ll}}{{3,30}})[ ](?P<value>\p{{Lu}}\.)(?=[ ]?(?:[,;:!?)\n]|$)|[ ]\p{{Ll}})",
    regex.MULTILINE,
)
#: ``winter ines, zi 112``, ``nr 8 stein lothar fehlt``: surname first, in small letters.
_SMALL = regex.compile(
    r"(?:^[ ]*|[·|,;:>][ ]|(?<!\p{L})(?:nr[ ]\d{1,3}|der|die|den"
    r"|dem)[ ])(?P<surname>\p{Ll}{3,16})[ ](?P<given>\p{Ll}{3,14}|\p{Ll}\.)"
    r"(?=[ ]?(?:[,;·|:(\n-]|$)|[ ](?:zi|zimmer|app|tel|geb|dw|fehlt|hat|ist|war|\d))",
    regex.MULTILINE,
)


class CasePartyRecognizer(GuardRecognizer):
    """Names behind abbreviated roles and in the formulas of files and calls.

    ``Lange ./. Rahman``, ``z. N. Lange``, ``verw. Stein``, ``fallf. Ostermann``, ``lt. Walid``, ``Anw.: Ho, Çel``,
    ``hier Koch``. A word that is an everyday word must be a known surname.
    """

    ENTITY = "PERSON"

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Every formula; the name is narrowed to the words that may be one."""
        for pattern, score, reason in (
            (_VERSUS, 0.8, "Partei vor oder hinter „./.“."),
            (_ROLE, 0.7, "Name hinter einer Rolle."),
            (_OFFICE, 0.8, "Name hinter einer Rolle."),
            (_SOURCE, 0.7, "Von wem eine Notiz etwas weiß."),
            (_FIELD, 0.8, "Name in einem Feld."),
            (_CLOSING, 0.8, "Name unter einem Gruß."),
            (_APPOSITION, 0.75, "Name zwischen Kommas hinter einem Fürwort."),
        ):
            for match in scan(pattern, text):
                start, end = _narrowed(text, *match.span("value"))
                if start < end:
                    yield start, end, score, Evidence(reason, identifying=score > 0.7)
        yield from _in_registers(text)
        for match in scan(_CALLS, text):
            start, end = match.span("value")
            here = text[end:].startswith((" here", " speaking")) and text[start].isupper()
            if _may_call(text[start:end]) or (here and _may_be_a_name(text[start:end])):
                yield start, end, 0.7, Evidence("Name, mit dem sich jemand meldet.")
        for row in scan(_ATTENDANCE, text):
            yield from _attendees(text, *row.span("list"))


def _in_registers(text: str) -> Iterator[tuple[int, int, float, Evidence]]:
    """Names in capitals, in small letters with the surname first, and initials behind a preposition."""
    lexicon = load_lexicon()
    for match in scan(_REGISTER, text):
        if any(lexicon.given(word) >= 3 or lexicon.surname(word) for word in regex.findall(r"\p{L}+", match["value"])):
            yield *match.span("value"), 0.8, Evidence("Name in einem Register in Großbuchstaben.")
    for match in scan(_RELATIVE, text):
        given, surname = match["given"], match["value"].lower()
        if lexicon.given(given) >= 10 and not lexicon.common(given) and surname not in NEVER | FIELDS | INSTITUTIONS:
            yield match.start("given"), match.end("value"), 0.8, Evidence("Vor- und Nachname hinter einem Verwandten.")
    for match in scan(_SMALL, text):
        surname, given = match["surname"], match["given"]
        known = surname in _ALSO_WORDS or (lexicon.surname(surname) and not lexicon.listed(surname))
        if given.endswith("."):
            fits = text[match.start()] in "·|" and text[match.end() :].lstrip(" ")[:1] in ("·", "|")
        else:
            fits = lexicon.given(given) >= 10 and not lexicon.common(given)
        if known and fits and surname not in NEVER:
            yield match.start("surname"), match.end("given"), 0.8, Evidence("Nachname und Vorname, klein geschrieben.")
    for match in scan(_NOUN_AND_LETTER, text):
        noun = match["noun"].lower()
        if noun in PERSON_NOUNS or noun in ROLES or noun.endswith(PERSON_ENDINGS):
            yield *match.span("value"), 0.66, Evidence("Initiale hinter einem Wort für eine Person.", identifying=False)
    for match in scan(_LETTER, text):
        yield *match.span("value"), 0.66, Evidence("Initiale hinter einem Verhältniswort.", identifying=False)


def _attendees(text: str, start: int, end: int) -> Iterator[tuple[int, int, float, Evidence]]:
    for match in _ATTENDEE.finditer(text, start, end):
        word = match["value"].strip(".")
        key = word.lower()
        if key in SALUTATIONS or key in INSTITUTIONS or (word.isupper() and len(word) < 5):
            continue
        if key in _ALSO_WORDS or len(word) <= 3 or not (load_lexicon().common(word) or load_lexicon().noun(word)):
            if key in PERSON_NOUNS or key in ROLES or (key in FIELDS and key not in _ALSO_WORDS):
                continue
            yield *match.span("value"), 0.66, Evidence("Steht in einer Liste der Anwesenden.", identifying=False)


def _narrowed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch from its start to the last word that may belong to a name; empty where the first may not."""
    behind = start
    for match in regex.finditer(r"\S+", text[start:end]):
        word = match[0].strip(".")
        if word.lower() in PARTICLES or len(word) < 2:
            continue
        if not _may_be_a_name(word):
            break
        behind = start + match.end()
    return start, behind


def _may_be_a_name(word: str) -> bool:
    key = word.lower()
    if key in _ALSO_WORDS:
        return True
    if key in NEVER or key in FIELDS or key in INSTITUTIONS or key in NAMED_THINGS or key in TITLES:
        return False
    if (
        key in PERSON_NOUNS
        or key in ROLES
        or key in SALUTATIONS
        or (word.isupper() and len(word) < 5)
        or (word[1:] != word[1:].lower() and "-" not in word and not word.isupper())
    ):
        return False
    lexicon = load_lexicon()
    if lexicon.given(word) >= 30 or (lexicon.surname(word) and not lexicon.listed(word)):
        return True
    return not (lexicon.common(word) or lexicon.noun(word) or lexicon.place_abroad(word) or lexicon.place(word))


def _may_call(word: str) -> bool:
    key = word.lower()
    lexicon = load_lexicon()
    if key in _ALSO_WORDS:
        return True
    if key in NEVER or key in FIELDS or key in INSTITUTIONS or key in PERSON_NOUNS or lexicon.common(key):
        return False
    return (lexicon.surname(key) or lexicon.given(key) >= 3) and not lexicon.place(key)
