"""The words of numbers in German and English, and what they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

_UNITS = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_TEENS = ["zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_ENGLISH_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_ENGLISH_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ENGLISH_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IRREGULAR_ORDINALS = {"erst": 1, "dritt": 3, "siebt": 7, "acht": 8}
_ENGLISH_ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}


def _spellings(word: str) -> set[str]:
    """With ``ue`` and ``ss``, and without the dots."""
    word = word.replace("ß", "ss")
    forms = {word, word.replace("ü", "ue").replace("ö", "oe"), word.replace("ü", "u").replace("ö", "o")}
    forms |= {form.replace("dreissig", "dreißig") for form in forms}
    return forms | {form.replace("zwei", "zwo") for form in forms}


def _german() -> dict[str, int]:
    numbers = {"null": 0, "eins": 1} | {word: number for number, word in enumerate(_UNITS[1:], 2)}
    numbers |= {word: number for number, word in enumerate(_TEENS, 10)}
    for ten, word in enumerate(_TENS, 2):
        numbers[word] = 10 * ten
        numbers |= {f"{unit}und{word}": 10 * ten + number for number, unit in enumerate(_UNITS, 1)}
    numbers |= {"fünnef": 5, "fünef": 5}
    return {form: number for word, number in numbers.items() for form in _spellings(word)}


def _german_ordinals() -> dict[str, int]:
    stems = dict(_IRREGULAR_ORDINALS)
    for word, number in _german().items():
        if 1 < number < 32 and number not in (3, 7, 8):
            stems[word + ("t" if number < 20 else "st")] = number
    return {stem + ending: number for stem, number in stems.items() for ending in ("e", "er", "en", "em", "es")}


def _english() -> dict[str, int]:
    numbers = {"zero": 0, "oh": 0} | {word: number for number, word in enumerate(_ENGLISH_UNITS, 1)}
    numbers |= {word: number for number, word in enumerate(_ENGLISH_TEENS, 10)}
    return numbers | {word: 10 * ten for ten, word in enumerate(_ENGLISH_TENS, 2)}


def _english_ordinals() -> dict[str, int]:
    ordinals = dict(_ENGLISH_ORDINALS)
    ordinals |= {
        word + "th": number for word, number in _english().items() if 3 < number < 20 and number not in (5, 8, 9, 12)
    }
    ordinals |= {"twentieth": 20, "thirtieth": 30, "thirty-first": 31, "thirty first": 31}
    units = {word: number for word, number in ordinals.items() if number < 10}
    return ordinals | {f"twenty{gap}{word}": 20 + number for word, number in units.items() for gap in "- "}


GERMAN = _german()
ENGLISH = _english()
CARDINALS = GERMAN | ENGLISH
_ORDINALS = _german_ordinals()
_ENGLISH_DAYS = _english_ordinals()


_UNIT = r"(?:ein|zwei|zwo|drei|vier|f(?:ü|ue|u)nf|sechs|sieben|acht|neun)"
_DIGIT = r"(?:null|eins|zwei|zwo|drei|vier|f(?:ü|ue)n(?:ne|e)?f|sechs|sieben|acht|neun)"
#: Words before a number that say how often it stands there, and how often that is.
_TIMES = {
    **dict.fromkeys(("doppelte ", "doppelt ", "doppel ", "doppel-", "doppel", "double ", "zweimal "), 2),
    **dict.fromkeys(("triple ", "dreifach ", "dreimal "), 3),
    "viermal ": 4,
}
_TOKEN = regex.compile(
    rf"(?<!\p{{L}})(?:{_UNIT}[ ]und[ ](?:zwan|drei|vier|f(?:ü|ue|u)nf|sech|sieb|acht|neun)\p{{L}}+"
    r"|(?:twenty|thirty)[ ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?!\p{L})"
    r"|(?:doppel[- ]?|doppelte?[ ]|double[ ]|triple[ ]|dreifach[ ]|(?:zwei|drei|vier)[ ]?mal[ ](?:die[ ])?)?"
    rf"(?:null|eins|einund|(?:ein|{_UNIT})?hundert|zw[eoöa]|drei|drit|erst|vier|f(?:ü|ue|u)n(?:ne|e)?f"
    r"|sech|sieb|acht|neun|zehn|elf"
    r"|zero|oh(?!\p{L})|one|two|three|four|five|six|seven|eigh|nin|ten|elev|twel|thir|fif|twen|fort|first"
    r"|second)[\p{L}]*+"
    r"(?:-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?!\p{L}))?)",
    regex.IGNORECASE,
)
_RUN_TOGETHER = regex.compile(rf"{_DIGIT}{{2,40}}+", regex.IGNORECASE)
_DIGIT_WORD = regex.compile(_DIGIT, regex.IGNORECASE)
_SAID_TIMES = regex.compile(r"^(zwei|drei|vier)[ ]?mal[ ](?:die[ ])?")


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number in words, where it stands and what it says."""

    start: int
    end: int
    value: int
    digits: str
    """As it is read out: ``doppel null`` is 00."""
    ordinal: bool = False
    english: bool = False
    words: int = 1
    """How many numbers it says one behind the other."""


_PART = rf"(?:\p{{L}}{{3,6}}zehn|zehn|\p{{L}}{{3,6}}zig|drei(?:ß|ss)ig|elf|zwölf|hundert|tausend|und|eins|{_UNIT})"
_HYPHENED = regex.compile(rf"(?<![\p{{L}}\p{{N}}]){_PART}(?:-{_PART}){{2,8}}+(?![\p{{L}}\p{{N}}])", regex.IGNORECASE)


def hyphened_numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """``acht-und-achtzig`` in one word, where it is one number."""
    if "-und" not in text.lower() and "hundert" not in text.lower():
        return
    for match in _HYPHENED.finditer(text):
        if "-" in match[0] and ("und" in match[0].lower()):
            yield *match.span(), match[0].replace("-", "")


def number_words_in(text: str, start: int = 0) -> Iterator[NumberWord]:
    """The numbers in words of a text, from ``start`` on."""
    for match in _TOKEN.finditer(text, start):
        word = _read(match)
        if word is not None:
            yield word


def _read(match: regex.Match[str]) -> NumberWord | None:
    word = _SAID_TIMES.sub(r"\1mal ", match[0].lower())
    times = 1
    for prefix, factor in _TIMES.items():
        if word.startswith(prefix) and len(word) > len(prefix):
            word, times = word.removeprefix(prefix), factor
            break
    word = word.replace(" und ", "und")
    start, end = match.span()
    if (number := CARDINALS.get(word)) is not None:
        return NumberWord(start, end, number, str(number) * times, english=word in ENGLISH, words=times)
    if (number := _large(word)) is not None:
        return NumberWord(start, end, number, str(number) * times)
    if _RUN_TOGETHER.fullmatch(word):
        digits = "".join(str(GERMAN[one[0]]) for one in _DIGIT_WORD.finditer(word))
        return NumberWord(start, end, int(digits), digits, words=len(digits))
    if word in _ORDINALS:
        return NumberWord(start, end, _ORDINALS[word], "", ordinal=True)
    if word in _ENGLISH_DAYS:
        return NumberWord(start, end, _ENGLISH_DAYS[word], "", ordinal=True, english=True)
    return None


def _large(word: str) -> int | None:
    """``einhundertzwölf`` is 112, ``viertausendsiebenhundertelf`` 4711."""
    front, thousand, rest = word.partition("tausend")
    if thousand:
        rest = rest.removeprefix("und")
        thousands = GERMAN.get(front or "ein", 1) if front in ("", "ein", *GERMAN) else None
        below = GERMAN.get(rest, _large(rest)) if rest else 0
        return None if thousands is None or below is None else 1000 * thousands + below
    head, hundred, tail = word.partition("hundert")
    tail = tail.removeprefix("und")
    if not hundred or head not in ("", "ein", *GERMAN) or (tail and tail not in GERMAN):
        return None
    hundreds = GERMAN.get(head, 1)
    return 100 * hundreds + (GERMAN[tail] if tail else 0) if hundreds < 10 else None
