"""PERSON, surnames that are everyday words, told without salutation: ``bei der Mai nachfragen``, ``frag den Fuchs``"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer, any_of
from guardrails.recognizers.name_words import (
    FIELDS,
    INSTITUTIONS,
    MASCULINE_SURNAMES,
    NAMED_THINGS,
    NEVER,
    NEVER_INFLECTED,
    NOT_ALONE,
    PERSON_NOUNS,
    ROLES,
    SAME_IN_PLURAL,
    SAYS,
    THINGS_AND_ANIMALS,
    UNCOUNTED,
    VERBS,
)
from guardrails.recognizers.sure_names import in_small_letters

_ALL: Final = MASCULINE_SURNAMES | SAME_IN_PLURAL | NEVER_INFLECTED
#: Bearers of a given name from which it is one behind an article too (``die Käthe``).
_FREQUENT: Final = 30
_CALENDAR: Final = frozenset(("mai", "sonntag", "freitag", "montag", "herbst", "winter", "sommer"))
#: Adjectives in small letters, and words too short or too frequent to be told as names then.
_NEVER_SMALL: Final = frozenset(
    (
        *("klein", "groß", "braun", "schwarz", "weiß", "jung", "kurz", "lang", "lange"),
        *("ernst", "kraft", "krebs", "spitz", "sauer"),
    )
)

_VALUE = r"(?P<value>\p{L}{3,14})(?![\p{L}\p{M}'-]|[ ]?[&-]|\.\p{L}|@)"
_NO_LETTER = r"(?<![\p{L}\p{M}\d@.-])"
_KIND = r"(?:[ ](?:alte|junge|neue|liebe|gute|nette|kleine|doofe|arme|blöde))?"
_OFFICE = (
    r"(?:aus|in|im|von|vom|bei|beim)(?:[ ](?:der|dem|den|unserer|unserem))?[ ](?:\d{1,3}\b|Zi\b|Zimmer\b|EG\b|IT\b"
    r"|\d\.[ ]?(?:OG|Stock)"
    r"|nebenan\b|oben\b|unten\b|gegenüber\b|\p{L}{0,16}(?:amt|stelle|büro|hof|abteilung|zulassung|kasse|rat"
    r"|registratur|kämmerei|archiv"
    r"|sekretariat|empfang|pforte|hort|kita|jobcenter|vollstreckung|wohngeld|buchhaltung|technik|edv|verwaltung"
    r"|referat|dezernat|team|vorzimmer|haus|wache|werk|leitung|schule|revision|vergabe|bücherei)\b)"
)
_ASKS = (
    r"(?:frag(?:e|t|en|st)?|ruf(?:e|t|en|st)?|sag(?:e|t|en|st)?|gib|gebt|geb|geben|schick(?:e|t|en|st)?"
    r"|erreich(?:e|t|en)?"
    r"|ruft|meld(?:e|et|en)?|schreib(?:e|t|en)?|bitte|holt?|nimm|bring(?:e|t|en)?|zeig(?:e|t|en)?|leit(?:e|et|en)?)"
)
_SMALL_WORDS = (
    r"(?:[ ](?:halt|mal|doch|bitte|lieber|einfach|gleich|noch|es|das|dir|ihr|sie|ihn|ich|nur|auch|am"
    r"|besten|schon|jetzt|dann)){0,3}+"
)
_TALKED = (
    r"(?:an(?:rufen|fragen|gerufen)|nach(?:fragen|haken|gefragt)|fragen|klingeln|geklingelt|melden|gemeldet"
    r"|abgeben|abgegeben|abholen"
    r"|abgeholt|vorbei\p{L}*|bedanken|beschwer\p{L}*|unterschr\p{L}+|genehmigt|abgesegnet|besprochen|gesprochen"
    r"|telefoniert|geklärt|klären"
    r"|bekommen|erfahren|gehört|liegt|lag|vorgelegt|geschickt|weitergeleitet|gegeben|entschieden|angeordnet)"
)
_END = r"(?=[ ]?(?:[.,;:!?)\n/]|[-–][ ]|$))"
_STATE = (
    r"(?:ist|war|sind|bleibt|meldet[ ]sich|hat|fehlt|kommt|is)[ ](?:(?:heute|morgen|noch|wieder|auch|schon|leider"
    r"|bis|diese[ ]Woche|seit[ ]\p{L}+|sehr"
    r"|nicht|mal|nur|jetzt|gerade|grad|dafür|da[ ]nicht)[ ]){0,3}+(?:krank|zuständig|informiert|erkrankt"
    r"|im[ ](?:urlaub|ho|home-?office|haus|termin)|urlaub|frei|verhindert"
    r"|entschuldigt|einverstanden|abwesend|erreichbar|dran|angerufen|unterschrieben|bescheid|zugesagt|abgesagt"
    r"|gefragt|gekündigt|in[ ]elternzeit|außer[ ]haus|befangen"
    r"|gesagt|gemeint|geschrieben|dienst|schicht|pause|feierabend|keine[ ](?:zeit|ahnung|lust))\b"
)
_SINGULAR = any_of(
    " ".join(sorted(VERBS | SAYS)) + " weiss ruft rief geht macht sucht springt liest vertritt isst will"
)
_FLAGS = regex.MULTILINE | regex.IGNORECASE


def _rule(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, _FLAGS)


#: Behind ``die`` or ``der`` of a woman: no masculine noun can stand there.
_WOMAN = _rule(rf"{_NO_LETTER}die{_KIND}[ ]{_VALUE}")
_TO_A_WOMAN = _rule(
    rf"{_NO_LETTER}(?:(?:von|bei|mit|zu|aus|nach|an|neben|hinter|gegenüber|sagt?e?|gib|gibs|geb|schick[est]*)[ ]der|zur"
    rf"|(?:für|an|gegen|über|ohne)[ ]die)(?:[ ]alten|[ ]neuen|[ ]lieben)?[ ]{_VALUE}"
)
_MAN = _rule(rf"{_NO_LETTER}(?:der|den|dem|beim|vom|zum){_KIND}[ ]{_VALUE}")
_ASKED = _rule(rf"{_NO_LETTER}{_ASKS}{_SMALL_WORDS}[ ](?:den|dem|der|beim)[ ]{_VALUE}")
_WITHOUT_ARTICLE = _rule(
    rf"{_NO_LETTER}(?:an|bei|von|v\.|lt\.|laut|durch|für|f\.|mit|wegen|wg\.|zu|und|gegen)[ ]{_VALUE}"
)
_SUBJECT = _rule(rf"(?:^|[.!?:;,>|•–\])][ ]+|[ ](?:wenn|weil|dass|ob|da|und|aber|nur)[ ])[ ]*{_VALUE}(?=[ ])")
#: ``Vermerk zu Busch``, ``Unterlagen von Koch``, with ``komplett neu`` behind.
_OF_A_FILE = _rule(
    rf"{_NO_LETTER}(?:vermerk|akten?|mail|e-mail|bescheide?|schreiben|brief|antrag|anruf|post|infos?|unterlagen"
    rf"|fall|sache|vorgang|rückruf"
    rf"|nachricht|rücksprache|telefonat|gespräch|notiz|zettel|nummer|stuhl|tasse|jacke|vertretung|krankmeldung|au"
    rf"|geld|karte|schlüssel)[ ](?:zu|von|v\.|an|für|mit|bei|liegt[ ]bei|ist[ ]bei)[ ]{_VALUE}"
)
_STATED_SUBJECT = _rule(
    rf"(?:^|[.!?:;,>|•–\])][ ]+|[ ](?:wenn|weil|dass|ob|da|und|aber|nur)[ ])[ ]*{_VALUE}(?=[ ]{_STATE})"
)
_DOES = _rule(
    rf"{_NO_LETTER}(?:macht|übernimmt|nimmt|vertritt|hat|weiß|sagt|meint|schreibt|fragt|kennt|klärt|prüft"
    rf"|leitet)[ ]{_VALUE}"
    r"(?=[ ]?(?:[.,;!?)\n]|$)|[ ](?:an|ab|mit|das|die|den|vor|weiter|selbst|auch)\b)"
)
#: ``Mai, bist du noch da?``
_VOCATIVE = _rule(
    rf"(?:^[ ]*(?:>{{1,3}}[ ]?|[-–•][ ])?|[.!?][ ]){_VALUE},[ ](?:(?:bist|hast|kannst|könntest|magst|weißt|siehst"
    r"|machst|kommst|rufst|schickst|gibst|hörst|nimmst|willst|warst|brauchst|schaust|hilfst|musst|sollst)[ ]du"
    r"|(?:schau|guck|sag|hör|komm|mach|schick|ruf|gib|bring|hol|nimm)[ ](?:mal|bitte|mir|doch|uns))(?!\p{L})"
)
#: ``hol Lange.``
_FETCHED = _rule(
    rf"{_NO_LETTER}(?:hole?|holt|ruf|ruft|frage?|fragt|weck)(?:[ ](?:mal|bitte|lieber|schnell|gleich|doch))?[ ]{_VALUE}"
)
#: ``Nachtwache Lübben``
_ON_DUTY = _rule(
    r"^[ ]*(?:nachtwache|tagwache|nachtdienst|tagdienst|frühdienst|spätdienst|schichtleitung|schichtführung"
    rf"|pausenaufsicht)[ ]?:?[ ]{_VALUE}(?=[ ]?(?:$|[,;(/]))"
)
_COMPLEMENT = regex.compile(rf"[ ]{_OFFICE}", _FLAGS)
_ACTS = regex.compile(rf"[ ]{_SINGULAR}(?!\p{{L}})", _FLAGS)
_DONE = regex.compile(
    rf"[ ](?:(?:nochmal|mal|noch|heute|gestern|morgen|schon|direkt|auch|bitte)[ ])?{_TALKED}(?!\p{{L}})", _FLAGS
)
_EXTENSION = regex.compile(
    r",?[ ]\(?(?:durchwahl|dw|zi\.?|zimmer|tel\.?|app\.?|nst\.?|raum|handy)[ ]?[:.]?[ ]?-?\d", _FLAGS
)
_CLAUSE_ENDS = regex.compile(_END, _FLAGS)
_NOUN_BEHIND = regex.compile(r"[ ]\p{Lu}")
_JOINED = regex.compile(r"[ ](?:und|oder|bis)[ ]")
_SAID = regex.compile(
    rf"[ ](?:{'|'.join(sorted(SAYS))}|ruft|rief|schreibt|schrieb|weiß|will|kann|hat|muss|soll|macht|geht|kommt|ist"
    rf"|war)(?!\p{{L}})",
    _FLAGS,
)
_IDLE = regex.compile(r"[ ]\p{L}+[ ](?:man|eine?n?|kein\w*|etwas|wie|zu|der|am|im)(?!\p{L})", _FLAGS)

_REASON: Final = "Nachname, der auch ein Wort ist, da wo nur von einer Person die Rede sein kann."


class EverydaySurnameRecognizer(GuardRecognizer):
    """Surnames that are words as well where no thing can be meant.

    A masculine noun behind a feminine article is a woman's surname (``die Koch``, ``bei der Mai``). Behind a masculine
    article it needs a place of work (``der Busch aus der Zulassung``), a request (``frag den Fuchs``), an extension, or
    what only persons do. Without an article it is a name where nouns that can be counted have one (``weiter an Koch``,
    ``Kaiser weiß Bescheid``). In small letters the same holds in a text without capitals.
    """

    ENTITY = "PERSON"

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Every pattern with what has to stand behind it."""
        evidence, weak = Evidence(_REASON), Evidence(_REASON, identifying=False)
        for pattern, accepts, score in (
            (_WOMAN, _of_a_woman, 0.8),
            (_TO_A_WOMAN, _for_a_woman, 0.8),
            (_MAN, _of_a_man, 0.8),
            (_ASKED, _asked, 0.8),
            (_OF_A_FILE, _of_a_file, 0.75),
            (_WITHOUT_ARTICLE, _counted, 0.66),
            (_STATED_SUBJECT, _any_case, 0.8),
            (_SUBJECT, _subject, 0.7),
            (_DOES, _does, 0.66),
            (_VOCATIVE, _called_upon, 0.75),
            (_FETCHED, _fetched, 0.66),
            (_ON_DUTY, _on_duty, 0.66),
        ):
            for match in scan(pattern, text):
                start, end = match.span("value")
                if not accepts(text, start, end, match["value"].lower()):
                    continue
                if accepts is _any_case or _written_as_a_name(text, start, end):
                    yield start, end, score, evidence if score > 0.66 else weak


def _written_as_a_name(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    if word.islower():
        return word not in _NEVER_SMALL and in_small_letters(text, start)
    return word[0].isupper()


def _listed(key: str) -> bool:
    """Whether the lists know the word as a surname or a frequent given name, and as nothing else."""
    lexicon = load_lexicon()
    if len(key) < 4 or not (lexicon.surname(key) or lexicon.given(key) >= _FREQUENT):
        return False
    if key in NEVER or key in NOT_ALONE or key in NAMED_THINGS:
        return False
    if key in FIELDS or key in ROLES or key in PERSON_NOUNS or key in INSTITUTIONS:
        return False
    return not (lexicon.common(key) or lexicon.noun(key) or lexicon.place(key) or lexicon.place_abroad(key))


def _behind_is_free(text: str, end: int) -> bool:
    return not _NOUN_BEHIND.match(text, end)


def _of_a_woman(text: str, start: int, end: int, key: str) -> bool:
    if not _behind_is_free(text, end):
        return False
    told = _COMPLEMENT.match(text, end) or _ACTS.match(text, end) or _EXTENSION.match(text, end)
    if key in SAME_IN_PLURAL or key in ("lang", "groß"):
        return bool(told)
    if text[start:end].islower() or key in UNCOUNTED:
        return key in MASCULINE_SURNAMES and bool(told or _CLAUSE_ENDS.match(text, end) or _DONE.match(text, end))
    return key in _ALL or (_listed(key) and bool(told or _CLAUSE_ENDS.match(text, end)))


def _for_a_woman(text: str, start: int, end: int, key: str) -> bool:
    if not _behind_is_free(text, end):
        return False
    plural = regex.search(r"die(?:[ ]\p{Ll}+)?[ ]$", text[max(0, start - 12) : start]) is not None
    if key in SAME_IN_PLURAL:
        return not plural
    return key in _ALL or _listed(key)


def _of_a_man(text: str, start: int, end: int, key: str) -> bool:
    if not _behind_is_free(text, end):
        return False
    told = _COMPLEMENT.match(text, end) or _EXTENSION.match(text, end) or _DONE.match(text, end)
    if key in NEVER_INFLECTED or _listed(key):
        return bool(told or _SAID.match(text, end) or _CLAUSE_ENDS.match(text, end))
    if key in ("lange", "lang"):
        return bool(told)
    dealt_with = _DONE.match(text, end) is not None and key not in THINGS_AND_ANIMALS
    return key in _ALL and key not in _CALENDAR and bool(told) and not dealt_with


def _asked(text: str, start: int, end: int, key: str) -> bool:
    return (key in _ALL or _listed(key)) and _behind_is_free(text, end)


def _counted(text: str, start: int, end: int, key: str) -> bool:
    before = text[max(0, start - 6) : start].lower()
    if key not in _ALL or not _behind_is_free(text, end) or _JOINED.match(text, end):
        return False
    if before.endswith(("mit ", "und ", "zu ", "wegen ", "wg. ", "gegen ")):
        return key not in UNCOUNTED and key not in _CALENDAR and bool(_DONE.match(text, end))
    if key in _CALENDAR:
        return (
            before.endswith((" an ", "lt. ", "laut ", "bei "))
            and key in ("mai", "winter", "sommer")
            and bool(_CLAUSE_ENDS.match(text, end) or _DONE.match(text, end))
        )
    if key in UNCOUNTED and not before.endswith((" an ", "bei ", "lt. ", "laut ")):
        return False
    return bool(_CLAUSE_ENDS.match(text, end) or _DONE.match(text, end))


def _subject(text: str, start: int, end: int, key: str) -> bool:
    if key not in _ALL and not (_listed(key) and text[start:end][0].isupper()):
        return False
    if key in _CALENDAR or key in UNCOUNTED or _IDLE.match(text, end):
        return False
    return _ACTS.match(text, end) is not None


def _any_case(text: str, start: int, end: int, key: str) -> bool:
    return (key in _ALL and not (text[start].islower() and key in _NEVER_SMALL)) or (
        _listed(key) and text[start].isupper()
    )


def _of_a_file(text: str, start: int, end: int, key: str) -> bool:
    if not _behind_is_free(text, end) or _JOINED.match(text, end):
        return False
    return (
        key in _ALL
        and key not in _CALENDAR - {"winter", "sommer"}
        and key not in UNCOUNTED - {"stein", "horn", "stern", "berg"}
    ) or (key in ("mai", "klein", "lang", "lange") and bool(_CLAUSE_ENDS.match(text, end)))


def _does(text: str, start: int, end: int, key: str) -> bool:
    return (key in _ALL and key not in UNCOUNTED and key not in _CALENDAR) or (
        _listed(key) and text[start:end][0].isupper()
    )


def _called_upon(text: str, start: int, end: int, key: str) -> bool:
    return text[start].isupper() and (key in _ALL or key in ("lange", "lang", "klein") or _listed(key))


def _fetched(text: str, start: int, end: int, key: str) -> bool:
    if text[start].islower() or not _CLAUSE_ENDS.match(text, end):
        return False
    return (key in _ALL and key not in UNCOUNTED - {"mai"}) or key in ("lange", "lang") or _listed(key)


def _on_duty(text: str, start: int, end: int, key: str) -> bool:
    lexicon = load_lexicon()
    town = lexicon.place(key) and key not in INSTITUTIONS | FIELDS
    return text[start].isupper() and key not in _CALENDAR and (key in _ALL or town or _listed(key))
