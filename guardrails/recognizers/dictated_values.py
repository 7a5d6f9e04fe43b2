"""Values that somebody reads out behind the word that names them, in one run or in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import regex
from presidio_analyzer import RecognizerResult

from guardrails.deadline import check_time, once
from guardrails.readings.said_runs import SaidRun, said_run, says_numbers
from guardrails.recognizers.base import Evidence, GuardRecognizer
from guardrails.recognizers.field_labels import labels_in

#: Least number of digits and letters that a value of a kind has; of pieces of one, two.
_LEAST = {
    **dict.fromkeys(("DE_PERSONNEL_ID", "DE_KFZ", "DE_CASE_NUMBER", "DE_BENEFIT_ID"), 4),
    **dict.fromkeys(("DE_TAX_ID", "DE_TAX_NUMBER", "DE_SOCIAL_SECURITY", "DE_HEALTH_INSURANCE"), 6),
    **dict.fromkeys(("DE_ID_CARD", "DE_PASSPORT", "DE_FUEHRERSCHEIN", "DE_FOREIGNER_ID", "DE_VAT_ID"), 5),
    **dict.fromkeys(("DE_EMPLOYER_ID", "DE_LANR", "DE_BSNR", "PHONE_NUMBER", "IBAN_CODE"), 5),
    **{"DE_HANDELSREGISTER": 3, "SECRET": 3, "CREDIT_CARD": 6},
}
#: Kinds of digits only; letters may stand among those of others.
_DIGITS_ONLY = frozenset(("PHONE_NUMBER", "CREDIT_CARD", "DE_TAX_ID", "DE_TAX_NUMBER", "DE_EMPLOYER_ID", "DE_LANR"))
#: What numbers are called in passing, beside the labels of forms.
_CALLED = regex.compile(
    r"(?<!\p{L})(?:(?P<phone>(?:telefon|handy|mobil|ruf)\p{L}{0,8}|(?:an)?ruf(?:en|t"
    r"|e)?[ ](?:mich[ ]|uns[ ])?(?:bitte[ ])?"
    r"(?:an|zurück|unter)|erreich\p{L}{1,4}|whats?app\p{L}*|zurückruf\p{L}*|call[ ](?:me[ ])?(?:back|at|on)?"
    r"|ring[ ]me|vorwahl"
    r"|fax\p{L}*|wähl(?:en|t|e|st)?|intern|dzwonić|телефон\p{L}*|номер\p{L}*|numer[ ]telefonu|telefonum"
    r"|telefon[ ]numara\p{L}*)"
    r"|(?P<licence>ehliyet[ ]numara\p{L}*|f(?:ü|ue)hrersch\p{L}*)"
    r"|(?P<card>karte|kredit\p{L}+)|(?P<account>konto\p{L}{0,8}|kto)"
    r"|(?P<document>ausweis\p{L}*|perso|\p{L}{0,5}pass(?:-?nr|nummer)?)"
    r"|(?P<plate>kennzeichen|autonummer|nummernschild|kz\.?|plate)|(?P<benefit>kindergeld\p{L}*|kundennr|bg)"
    r"|(?P<pension>renten\p{L}+)|(?P<health>kk[ -]?nr|kranken\p{L}+nummer|krankenversichert)"
    r"|(?P<secret>(?:tür|zugangs|chip|schließ|safe|tresor|schloss)[ -]?(?:code|kode|nummer|kombi\p{L}*)|tresor"
    r"|safe|code|kode|pin|kombination|spind\p{L}{0,6}|schließfach\p{L}{0,4}|zahlenschloss|fahrradschloss|alarmanlage)"
    r"|(?P<number>(?:nummer|numer|nr|zahl)))(?![\p{L}\p{N}])",
    regex.IGNORECASE,
)
_KINDS = {
    **{"phone": "PHONE_NUMBER", "licence": "DE_FUEHRERSCHEIN", "card": "CREDIT_CARD", "account": "IBAN_CODE"},
    **{"document": "DE_ID_CARD", "plate": "DE_KFZ", "benefit": "DE_BENEFIT_ID", "pension": "DE_SOCIAL_SECURITY"},
    **{"health": "DE_HEALTH_INSURANCE", "secret": "SECRET", "number": ""},
}
#: Words between a label and what is read out that do not let it begin something else.
_FILLER = regex.compile(
    r"(?:ist|lautet|war|wäre|heißt|is|hat|hab|habe|ich|i|sie|er|sag\p{L}*|so|bitte|langsam|mitschreiben|jetzt"
    r"|neu\p{L}*"
    r"|alt\p{L}*|also|halt|glaub\p{L}*|von|vom|der|die|das|des|den|dem"
    r"|de[mnr]|mein\p{L}*|sein\p{L}*|ihr\p{L}*|unser\p{L}*"
    r"|am|auf|mit|beginnt|fängt|an|geht|los|steht|drauf|hier|tutaj|mam|it's|the|my|no|nr|nummer|nich|nicht|mehr"
    r"|gefunden"
    r"|unter|ma|mal|me|back|bin|über|dahoam|daheim|zuhause|festnetz|ändern|äh|ähm|ja|number|s|for|f|d|at|on|in"
    r"|nochmal"
    r"|hinten|vorne|genau|groß\p{L}*|klein|mitschreibe|mir|ihnen|wieder|erreich\p{L}*|numarası|numara|tel)$",
    regex.IGNORECASE,
)
_WORD = regex.compile(r"[\p{L}\p{N}']+")
_FIRST = regex.compile(r"(?<![\p{L}\p{N}]|[\p{L}\p{N}][-_])[+\p{L}\p{N}]")
_SENTENCE_END = regex.compile(r"[.!][ )]|\n\n|(?:;|(?<![:?])\n)(?!(?:S\d|>|B:|[ ]))")
_WINDOW = 70
_TRIED = 14
_MOST_WORDS_BETWEEN = 4
#: A run of so many words needs nothing else to be one.
_TELLING_SIZE, _TELLING_WORDS = 6, 3
_LONG_SIZE = 9
#: What tells that a piece of the number follows.
_PIECE = regex.compile(
    r"(?<!\p{L})(?:danach|dahinter|hierauf|darauf|anschließend|hinten|am[ ]ende|zum[ ]schlu(?:ss|ß)|schlu(?:ss"
    r"|ß)|endet|endend|ende"
    r"|der[ ]rest|(?:die[ ])?(?:letzte[nr]?|erste[nr]?|vordere[n]?|hintere[n]?|zweite[nr]?|dritte[nr]?"
    r"|vierte[nr]?)[ ](?:zwei|drei|vier"
    r"|fünf|sechs|block|teil|gruppe|ziffern|stellen|hälfte)|teil[ ]\d|und[ ]weiter|weiter|und[ ]dann|prüfziffer"
    r"|s\d)(?!\p{L})"
    r"[ :,\"]{1,3}(?:(?:kommt|kommen|geht|lautet|ist|sind|noch|mit|auf|die|der|rest|ziffern|stellen|per|sagte"
    r"|herr|frau|er|sie"
    r"|dann|es|war|waren|äh|ähm|hieß|folgt|folgen)[ :,\"]{1,3}){0,4}(?=[\p{L}\p{N}+])",
    regex.IGNORECASE,
)
_REACH = 300
_DATE = regex.compile(r"[\d.]*\d{1,2}\.\d|(?:19|20)\d{2}$|\d{1,2}:\d{2}|\d{1,2}\.$")
#: ``vom ersten vierten``, ``am zwölften elften neunzehn``
_DAY = regex.compile(r"(?:\p{L}{2,20}t(?:e[rnm]?)[ .]{1,2}){1,2}[\p{L}\d]{0,40}", regex.IGNORECASE)
_PUBLIC = regex.compile(
    r"(?:eins[ -]?){2}(?:fünf|null|zwei|sechs)(?![\p{L}\p{N}-])|\+?0?[89]00|null[ -]?(?:acht"
    r"|neun)(?:hundert|[ -]?null)",
    regex.IGNORECASE,
)
_CALL_BEGINS = regex.compile(
    r"[+0(O]|null|plus|zero|zéro|oh[ ]|doppel|sıfır|zero|ноль|нуль|sifir|nullen", regex.IGNORECASE
)
#: What no text is without in which something is read out.
_SAID = regex.compile(
    r"\p{L}[ ]wie[ ]\p{Lu}|as in|ноль|нуль|s[ıi]f[ıi]r|dwa|zéro|numara|(?:(?:\p{L}|\d)[ ]){6}"
    r"|(?<!\p{L})(?:letzten?|dann|hinten|schluss|danach|hierauf|anfang|beginnt|endet)(?!\p{L})[^\n]{0,24}\d",
    regex.IGNORECASE,
)
_ZERO = regex.compile(
    r"(?<![\p{L}\p{N}.,/-])(?:[+]?0|null|plus[ ](?:vier|four)|zero|zéro|ноль|нуль|s[ıi]f[ıi]r)", regex.IGNORECASE
)
_CALL_LENGTHS = 9, 14
#: The first group of a card, before words.
_CARD = regex.compile(r"(?<![\p{L}\p{N}.,/-])[3-6]\d{3}(?=[ ]?[ ,-]{1,2}\p{L})")
_CARD_LENGTHS = 15, 16
_LEAST_WORDS_OF_A_CARD = 2
_INSIDE = regex.compile(r"intern|durchwahl|dw|app|nst|nebenst|klappe", regex.IGNORECASE)
_INSIDE_BEHIND = regex.compile(r"[ ,(]{1,2}(?:intern|durchwahl|im[ ]haus)(?!\p{L})", regex.IGNORECASE)
_SERVICE = regex.compile(
    r"(?:hotline|service|behörden|bürger|zentrale|notruf|formular|artikel|modell|bestell)\p{L}*[ :-]{0,3}$",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A word that names a number; ``kind`` is empty where any number may follow."""

    start: int
    end: int
    kind: str
    sure: bool


class DictatedValueRecognizer(GuardRecognizer):
    """Numbers, codes and number plates as people read them out behind the word that names them: ``Handy: null
    siebzehn acht, drei mal die vier, zum Schluss einundneunzig``, ``Konto fängt mit DE29 4135 an. Danach kommt
    siebzig dreizehn``.

    What is written in digits only, and in one piece, is a matter of the other recognizers. Numbers of the public and
    what is counted (``drei Wochen``) are none.
    """

    ENTITY = "DE_CASE_NUMBER"
    ENTITIES: ClassVar = tuple(dict.fromkeys(("DE_CASE_NUMBER", *_LEAST)))

    def __init__(self, supported_language: str = "de") -> None:
        super().__init__(supported_language)
        self.supported_entities = list(self.ENTITIES)

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """One result for each run, of the kind that its word names."""
        results = []
        for kind, run, how in _values(text):
            result = self.result(text, run.start, run.end, 0.72, Evidence(how))
            result.entity_type = kind
            results.append(result)
        return results


def _values(text: str) -> Iterator[tuple[str, SaidRun, str]]:
    if not once(says_numbers, text) and _SAID.search(text) is None:
        return
    named = _named(text)
    yield from _calls(text)
    yield from _cards(text)
    for place, one in enumerate(named):
        check_time()
        following = named[place + 1].start if place + 1 < len(named) else len(text)
        run = _run_behind(text, one, following)
        if run is not None:
            kind = one.kind or ("PHONE_NUMBER" if _CALL_BEGINS.match(text, run.start) else "DE_CASE_NUMBER")
            yield kind, run, "Vorgelesene Angabe hinter dem Wort, das sie nennt."
        if one.kind and one.kind != "SECRET":
            begin = max(one.end, run.end if run else 0)
            for piece in _pieces(text, one.kind, begin, max(begin, min(following, one.end + _REACH))):
                yield one.kind, piece, "Stück einer Angabe, die vorgelesen wird."


def _calls(text: str) -> Iterator[tuple[str, SaidRun, str]]:
    """Telephone numbers that nobody calls so: long runs of digits and words that begin with a zero."""
    position = 0
    for begin in _ZERO.finditer(text):
        if begin.start() < position:
            continue
        run = said_run(text, begin.start())
        if run is None:
            continue
        position = run.end
        whole = run.size == run.digits and _CALL_LENGTHS[0] <= run.size <= _CALL_LENGTHS[1]
        if whole and run.words > 1 and not run.counts and not _PUBLIC.match(text, run.start, run.end):
            yield "PHONE_NUMBER", run, "Vorgelesene Ziffern, die mit null beginnen."


def _cards(text: str) -> Iterator[tuple[str, SaidRun, str]]:
    """Numbers of cards of which somebody has written a part in words."""
    for begin in _CARD.finditer(text):
        run = said_run(text, begin.start())
        if run is None or run.counts or run.words < _LEAST_WORDS_OF_A_CARD or run.size != run.digits:
            continue
        if _CARD_LENGTHS[0] <= run.size <= _CARD_LENGTHS[1]:
            yield "CREDIT_CARD", run, "Vorgelesene Ziffern, so viele wie auf einer Karte."


def _named(text: str) -> list[_Named]:
    """The words that name numbers, in the order of the text, the longest at each place."""
    found = [
        _Named(label.start, label.end, label.entities[0], label.strong)
        for label in labels_in(text)
        if label.entities[0] in _LEAST and label.end - label.start > 1
    ]
    sure = {one.start for one in found if one.sure}
    for match in _CALLED.finditer(text):
        if match.start() not in sure and match.lastgroup is not None:
            found = [one for one in found if one.start != match.start()]
            found.append(_Named(*match.span(), _KINDS[match.lastgroup], match.lastgroup != "number"))
    return sorted(found, key=lambda one: (one.start, -one.end))


def _run_behind(text: str, named: _Named, following: int) -> SaidRun | None:
    """The run that a word names: the first behind it that says enough."""
    limit = min(len(text), named.end + _WINDOW, max(following, named.end))
    if _SERVICE.search(text, max(0, named.start - 24), named.start):
        return None
    stop = _SENTENCE_END.search(text, named.end + 1, limit)
    limit = stop.start() + 1 if stop else limit
    for tried, first in enumerate(_FIRST.finditer(text, named.end, limit)):
        if tried > _TRIED:
            return None
        run = said_run(text, first.start())
        if run is None or not _enough(text, named, run):
            continue
        return run
    return None


def _enough(text: str, named: _Named, run: SaidRun) -> bool:
    kind = named.kind or "DE_CASE_NUMBER"
    between = [word for word in _WORD.findall(text[named.end : run.start]) if not _FILLER.match(word)]
    inside = kind == "PHONE_NUMBER" and (
        _INSIDE.match(text, named.start, named.end) or _INSIDE_BEHIND.match(text, run.end)
    )
    least = 3 if inside else _LEAST[kind]
    if run.counts or not run.words or run.size < least or run.digits < 2 - (kind in ("DE_ID_CARD", "DE_KFZ")):
        return False
    if kind in _DIGITS_ONLY and run.size - run.digits > 2:
        return False
    if _PUBLIC.match(text, run.start, run.end) or _DAY.fullmatch(text, run.start, run.end):
        return False
    if kind == "PHONE_NUMBER" and not inside and not _CALL_BEGINS.match(text, run.start) and run.size < _TELLING_SIZE:
        return False
    asked = text.count("?", named.end, run.start)
    telling = (run.size >= _TELLING_SIZE and run.words >= _TELLING_WORDS) or (run.size >= _LONG_SIZE and run.words > 1)
    sure = named.sure or (not between and text[named.end : named.end + 1] in (":", "."))
    return len(between) <= (_MOST_WORDS_BETWEEN if telling else 0) and (telling or (sure and not asked))


def _pieces(text: str, kind: str, start: int, end: int) -> Iterator[SaidRun]:
    """What follows of a number in pieces."""
    position = start
    blank = text.find("\n\n", start, end)
    for cue in _PIECE.finditer(text, start, end if blank < 0 else blank):
        if cue.end() < position:
            continue
        run = said_run(text, cue.end())
        if run is None or run.counts or run.size < 2 or run.digits < 2 or _DATE.match(text, run.start, run.end):
            continue
        if not run.words and (run.size < 4 or kind == "DE_KFZ"):
            continue
        position = run.end
        yield run
