"""Runs of what people say when they read out a number: number words of several languages and of the dialects, groups of
digits, letters and their names, words of a spelling alphabet, and between them signs and small words.

``nullzwoasechzg, dann 44, zweimal die sieben, und zum Schluss elf`` is one run; so are ``großes iks, em, enn,
dobbelwee`` and ``ноль один семь два``. Only how much a run says is known, not which number it is: for values behind a
word that names them.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from guardrails.readings.spelling_alphabet import LETTER_WORD

_UNITS = (
    r"(?:null|eins|oans|zw(?:ei|oa|o|ou)|drei|vier|f(?:ü|ue|u)n(?:ne|e)?f|fümf|sechs|sieb(?:e?n)?|sibb|acht"
    r"|neun|nein(?=[au]n?d?(?:zwan|drei|vier|f|sech|sieb|acht|nei|neu))"
    r"|ein(?=und?\p{L}|a(?:zwan|drei|vier|f|sech|sieb|acht|nei|neu)|hundert|tausend))"
)
_TEN = r"(?:zwan|drei|vier|f(?:ü|ue|u)nf|fuch|fuff|sech|sieb|acht|neun)(?:z[ie]?g|ßi?g|ssi?g)"
_TEEN = r"(?:(?:drei|vier|f(?:ü|ue|u)nf|fuch|fuff|sech|sieb|sibb|acht|neun)?zehn|elf|zw(?:ö|oe|o)lf)"
_JOINT = r"(?<=\p{L}{2})(?:und?|a)(?=zwan|drei|vier|f|sech|sieb|acht|ne|ein)"
_GERMAN = rf"(?:{_TEEN}|{_TEN}|hundert|tausend|{_UNITS}|{_JOINT})"
#: A number in one German word, dialects included.
NUMBER_WORD = rf"(?:{_GERMAN}){{1,12}}+"
_ORDINAL = r"(?:erst|dritt|siebt)(?:e[rnms]?)"
#: A number in words that counts nothing: no text is without in which something is read out.
_SAYS_NUMBERS = regex.compile(
    r"(?:zehn|zwanzig|drei(?:ß|ss)ig|(?:vier|f(?:ü|ue|u)nf|sech|sieb|acht|neun|fuch)z[ie]?g|hundert|tausend)\p{L}{0,24}"
    r"(?!\p{L})"
    r"(?![ ](?:\p{L}+[ ])?(?:wochen?|tage?n?|monate?n?|jahre?n?|personen|euro|prozent|\p{L}*meter)(?!\p{L}))"
    r"|(?<!\p{L})(?:null|eins|oans|zw[eo]i?a?|drei|vier|f(?:ü|ue|u)nf|fümf|sechs|sieben|acht|neun|zehn|elf|zw(?:ö|oe)lf"
    r"|(?:hundert|tausend|null)\p{L}{2,24}"
    r"|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)(?![\p{L}])"
    r"(?![ ](?:wochen?|tage?n?|monate?n?|jahre?n?|stunden?|minuten|mal|personen|kinder\p{L}*|zimmern?|euro|prozent"
    r"|seiten|fälle\p{L}*|teile|punkte|weitere\p{L}*|uhr|%)(?!\p{L}))",
    regex.IGNORECASE,
)


def says_numbers(text: str) -> bool:
    """Whether a number is written in words anywhere, other than to count something."""
    return _SAYS_NUMBERS.search(text) is not None


FOREIGN_NUMBER = (
    r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}{3,5}teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}{3,5})?"
    r"|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
    r"|sıfır|sifir|bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|yirmi|otuz|kırk|elli|altmış|yetmiş|seksen"
    r"|doksan|yüz|bin(?=[ ](?:bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz))"
    r"|jeden|dwa|trzy|cztery|pięć|piec|sześć|szesc|siedem|osiem|dziewięć|dziewiec|dziesięć|\p{L}{3,9}(?:naście"
    r"|dzieścia|dzieści|dziesiąt)"
    r"|sto|dwieście|\p{L}{3,6}(?:sta|set)|ноль|нуль|один|одна|два|две|дві|три|четыре|чотири|пять|п'ять|шесть"
    r"|шість|семь|сім|восемь"
    r"|вісім|девять|дев'ять|десять|\p{Cyrillic}{3,9}(?:надцять|надцать|дцать|дцять|десят)|сорок|сто)"
)
_TIMES = (
    r"(?:doppel(?:te?)?[ -]?|dopple[ -]?|double[ ]|triple[ ]|dreifach[ ]"
    r"|(?:ein|zwei|zwo|drei|vier|fünf|\d)[ ]?(?:x|mal)[ ](?:die[ ]|der[ ]|das[ ]|eine?[ ])?)"
)
_SIGN = (
    r"(?:(?:binde|trenn|schräg|unter)?strich|minus|trenn|schräg|slash|punkt|dot|komma|plus|doppelpunkt"
    r"|leerzeichen|dash"
    r"|hyphen|hashtag|ausrufezeichen|fragezeichen)"
)
#: Keys of a telephone or lock.
_KEY = r"(?:raute(?:taste)?|stern(?:chen|taste))"
#: Small words that stand between the pieces of a number that is read out, and elsewhere too.
_TELLING = frozenset(
    ("dann", "danach", "hinten", "weiter", "am ende", "zum schluss", "zum schluß", "zuletzt", "schluss")
)
_SMALL = (
    r"(?:ähm?|öh|hm+|ach|nee|quatsch|falsch|dann|und|danach|weiter|hinten|vorne|am[ ]ende|zum[ ]schlu(?:ss|ß)"
    r"|zuletzt|schluss"
    r"|die|der|eine?|noch(?:[ ]?mal)?|wieder|kommt|kommen|then|and|äh[ ]nee|nein|groß(?:es|er)?|klein(?:es|er)?|also"
    r"|großbuchstabe|buchstabe|römisch|letzte|erst)"
)
#: Names of letters; those in the second row are words of their own, and count in the midst of others only.
_NAME = (
    r"(?:be|ce|ge|geh|jot|ka|pe|ku|vau|ix|iks|ypsilon|zett?|te|emm?|enn|eff|ell|ess|(?:dobbel"
    r"|doppel)[ -]?w(?:ee?)?|we)"
)
_WEAK_NAME = r"(?:de|en|er|es|el|ha|a|o|i)"
_LABEL = r"(?:AZ|GZ|PIN|TAN|PUK|IP|KFZ|TEL|FAX|PLZ|NR|ID|KV|RV|SV|BIC|UND|MIT|DER|DIE|DAS|IST)(?!\p{L})"
_END = r"(?![\p{L}\p{N}])"
_ITEM = regex.compile(
    rf"(?P<times>{_TIMES})?(?:(?P<word>(?:\d{{0,6}}{_GERMAN}){{1,12}}+(?:s?te[rnm]?|e[rnm]?"
    rf"|(?-i:[\dA-Z]{{1,6}}))?{_END}|{_ORDINAL}{_END}"
    rf"|{FOREIGN_NUMBER}{_END})"
    rf"|(?P<spelled>{LETTER_WORD}|{_NAME}{_END}|{_KEY}{_END})"
    rf"|(?P<digits>(?:DE)?(?=[OoIl]{{0,2}}\d)[+]?[\dOoIl]{{1,16}}{_END})"
    rf"|(?P<capitals>(?-i:(?!{_LABEL})\p{{Lu}}{{1,4}}(?:\d{{1,4}})?){_END})"
    rf"|(?P<weak>{_WEAK_NAME}{_END}|\p{{L}}{_END}))",
    regex.IGNORECASE,
)
_BETWEEN = regex.compile(
    rf"(?P<sign>{_SIGN}){_END}|(?P<small>\([\p{{L}} ,.]{{3,28}}\))|(?P<small>{_SMALL}){_END}", regex.IGNORECASE
)
_SIGNS = regex.compile(r"(?:[ ]?\.{3})?[ \t,:/_|~()\"'-]{0,4}(?:\n(?:S\d[ ]|>[ ]?|-[ ])?(?!\n))?|\.(?=[\p{L}\d])")
_SIZE = regex.compile(
    rf"(?P<two>(?:{_UNITS}(?:und?|a))?{_TEN}|{_TEEN})|(?P<hundred>hundert)|(?P<thousand>tausend)|(?P<one>{_UNITS})"
    r"|(?P<digit>[\dA-Z])",
    regex.IGNORECASE,
)
_FACTOR = {
    "doppel": 2,
    "dopple": 2,
    "double": 2,
    "zwei": 2,
    "zwo": 2,
    "triple": 3,
    "dreifach": 3,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
}
_MOST_ITEMS = 40
#: So many single letters and digits are read out.
_MANY_SINGLES = 7
_MOST_BETWEEN = 4
#: What is counted or measured is no part of a number that is read out.
_UNIT = regex.compile(
    r"[ ]?(?:[€%$]|(?:euro?|cent|prozent|uhr|tag|woche|monat|jahr|stunde|minute|person|kind|stück|seite|zimmer"
    r"|mal|grad|meter"
    r"|kilo|punkte|mann|leute|jährig|antr|brief|leuten|menschen|anruf|bescheid|paragra|absatz)\p{L}*)",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SaidRun:
    """A run, where it stands and how much it says."""

    start: int
    end: int
    size: int
    """How many digits and letters it says."""
    digits: int
    """How many of them are digits."""
    words: int
    """How many of its items are words, and neither digits nor capitals."""
    counts: bool
    """Something is counted: ``drei Wochen``."""


def said_run(text: str, start: int) -> SaidRun | None:
    """The run that begins at ``start``; ``None`` where no item stands there."""
    items: list[regex.Match[str]] = []
    position = start
    words = said_between = between = 0
    while len(items) < _MOST_ITEMS:
        item = _ITEM.match(text, position)
        if item is not None and (item["weak"] is None or items or text[start].isupper() or _next(text, item.end())):
            items.append(item)
            words += said_between
            said_between = between = 0
            position = item.end()
        elif items and between < _MOST_BETWEEN and (small := _BETWEEN.match(text, position)) is not None:
            between += 1
            said_between += bool(small["sign"]) or small[0].lower() in _TELLING
            position = small.end()
        else:
            break
        gap = _SIGNS.match(text, position)
        if gap is None or (gap.end() == position and not text[position : position + 1].isalnum()):
            break
        position = gap.end()
    while items and items[-1]["weak"] and len(items[-1][0]) > 1:
        items.pop()
    if not items:
        return None
    end = items[-1].end()
    words += sum(bool(item["times"]) + bool(item["word"] or item["spelled"]) for item in items)
    words += sum(len(item[0]) == 1 for item in items) >= _MANY_SINGLES
    return SaidRun(
        start,
        end,
        sum(_size(item) for item in items),
        sum(_size(item) for item in items if item["word"] or item["digits"]),
        words,
        _UNIT.match(text, end) is not None,
    )


def _next(text: str, position: int) -> bool:
    """Whether another item stands behind a single letter."""
    gap = _SIGNS.match(text, position)
    item = _ITEM.match(text, gap.end()) if gap and gap.end() > position else None
    return item is not None


def _size(item: regex.Match[str]) -> int:
    times: int = 1
    if item["times"]:
        said = item["times"].lower()
        times = next((factor for word, factor in _FACTOR.items() if said.startswith(word)), 0)
        times = times or (int(said[0]) if said[0].isdigit() else 1)
    if item["word"]:
        return times * max(1, _said_digits(item["word"]))
    if item["digits"]:
        signs: str = item["digits"]
        return times * sum(sign.isalnum() for sign in signs)
    letters: int = len(item["capitals"] or "x")
    return times * letters


def _said_digits(word: str) -> int:
    size = 0
    hundred = False
    for part in _SIZE.finditer(word):
        gained = 2 if part["two"] or part["hundred"] else 3 if part["thousand"] else 1
        size += 0 if hundred else gained
        hundred = part["hundred"] is not None
    return size
