"""Numbers that are written as words, in German and English: digits of telephone numbers and accounts, dates of birth.

``null eins sieben sechs, zwölf vierunddreißig`` reads ``01761234``; ``zwölfter März neunzehnhundertfünfundachtzig``
reads ``12. März 1985``; ``the twelfth of March nineteen eighty-five`` reads ``the 12th of March 1985``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from guardrails.normalisation import Edit
from guardrails.recognizers.date_of_birth import MONTHS

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


_GERMAN = _german()
_ENGLISH = _english()
_CARDINALS = _GERMAN | _ENGLISH
_ORDINALS = _german_ordinals()
_ENGLISH_DAYS = _english_ordinals()

_UNIT = r"(?:ein|zwei|zwo|drei|vier|f(?:ü|ue|u)nf|sechs|sieben|acht|neun)"
_TOKEN = regex.compile(
    rf"(?<!\p{{L}})(?:{_UNIT}[ ]und[ ](?:zwan|drei|vier|f(?:ü|ue|u)nf|sech|sieb|acht|neun)\p{{L}}+"
    r"|(?:twenty|thirty)[ ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?!\p{L})"
    rf"|(?:doppel[- ]?|doppelte[ ]|double[ ]|triple[ ])?(?:null|eins|einund"
    rf"|(?:ein|{_UNIT})?hundert|zw[eoöa]|drei|drit|erst|vier|f(?:ü|ue|u)nf"
    r"|sech|sieb|acht|neun|zehn|elf"
    r"|zero|oh(?!\p{L})|one|two|three|four|five|six|seven|eigh|nin|ten|elev|twel|thir|fif|twen|fort|first"
    r"|second)[\p{L}]*+"
    r"(?:-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?!\p{L}))?)",
    regex.IGNORECASE,
)
#: Words that people say between digits, and the sign that they mean.
_SIGNS = {
    "plus": "+",
    **dict.fromkeys(("punkt", "dot"), "."),
    **dict.fromkeys(("schrägstrich", "slash", "aus"), "/"),
    **dict.fromkeys(("minus", "strich", "bindestrich", "trennstrich", "dash", "hyphen"), "-"),
    **dict.fromkeys(("leerzeichen", "dann", "danach", "und dann", "then"), ""),
}
_SIGN_WORD = "(?:" + "|".join(sorted(_SIGNS, key=len, reverse=True)).replace(" ", "[ ]") + ")"
_SAID = regex.compile(rf"(?<!\p{{L}})(?P<word>{_SIGN_WORD})(?!\p{{L}})|[\d\p{{Lu}}+]", regex.IGNORECASE)
_GAP = regex.compile(
    rf"[\s,;:/._*|~()-]{{0,3}}(?:(?:\d{{1,6}}|\p{{Lu}}{{1,2}}"
    rf"|(?i:{_SIGN_WORD}))(?![\p{{L}}\p{{N}}])[\s,;:/.()-]{{1,3}}){{0,6}}+",
)
_UNFINISHED = regex.compile(rf"{_GAP.pattern}|\.?\s(?:und|hundred|thousand|and|of|the|(?i:(?:of\s)?(?:{MONTHS}),?))\s?")
_LEFT = regex.compile(
    rf"(?:(?<![\p{{L}}\p{{N}}])(?:(?i:{_SIGN_WORD})|\p{{Lu}}{{1,2}}|\p{{Lu}}{{3}}(?=[ ]?-)|\d{{1,6}}|[+]\d{{0,3}}"
    rf"|\(\+?\d{{1,5}}\))[ ,/.-]{{1,3}}){{1,6}}$"
)
_RIGHT = regex.compile(
    rf"(?:[ ,/-]{{1,3}}(?:(?i:{_SIGN_WORD})[ ]|)(?:\d{{1,6}}|\p{{Lu}}(?!\p{{L}}))(?![\p{{L}}\p{{N}}])){{1,8}}"
)
#: ``192 punkt 0 punkt 2 punkt 44``: digits with the signs between them in words.
_SAID_SIGNS = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?:\p{{Lu}}{{1,3}}|\d{{1,8}}[a-z]?)(?:[ ](?i:{_SIGN_WORD})[ ](?:\d{{1,8}}"
    rf"|\p{{Lu}}{{1,3}})(?![\p{{L}}\p{{N}}])){{1,8}}+"
)
_ROMAN = regex.compile(
    r"(?<!\p{L})römisch[ -](?P<number>eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn)(?!\p{L})",
    regex.IGNORECASE,
)
_ROMAN_NUMBERS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_BIRTH_BEFORE = regex.compile(
    r"(?<!\p{L})(?:geb\.?|geboren\p{L}*|geborn|geburtsdatum|geburtstag|born)[ ]?(?:am|bin|ist|der|den|:)?[ ]$",
    regex.IGNORECASE,
)
_ADDRESS_BEHIND = regex.compile(r",?[ ]\d{5}[ ]\p{L}{2,}")
_ZIP = 5
_TOWN_BEHIND = regex.compile(r"[ ]\p{Lu}\p{Ll}{2}")
_YEAR = regex.compile(
    r"(?<!\p{L})(?:(?:achtzehn|neunzehn)hundert\p{L}*|zwei?o?tausend\p{L}*"
    r"|neunzehn[ -]?\p{L}+und\p{L}+zig|zwanzig[ -]?(?:\p{L}+und)?zwanzig|zwanzig[ -]?(?:zehn|elf|zwölf|\p{L}{3,6}zehn)"
    r"|(?:eighteen|nineteen|twenty)[ -](?:hundred(?:[ ]and)?(?:[ ]\p{L}+(?:-\p{L}+)?)?"
    r"|oh[ -]\p{L}+|\p{L}+(?:[- ]\p{L}+)?)"
    r"|two[ ]thousand(?:[ ]and)?(?:[ ]\p{L}+(?:[- ]\p{L}+)?)?)",
    regex.IGNORECASE,
)
_RUN_TOGETHER = regex.compile(
    r"(?<!\p{L})(?:null|eins|zwei|zwo|drei|vier|f(?:ü|ue)nf|sechs|sieben|acht|neun){3,40}+(?!\p{L})", regex.IGNORECASE
)
_DIGIT_WORD = regex.compile(r"null|eins|zwei|zwo|drei|vier|f(?:ü|ue)nf|sechs|sieben|acht|neun", regex.IGNORECASE)
_MONTH_BEHIND = regex.compile(rf"\.?[ ](?:of[ ])?(?:{MONTHS})(?!\p{{L}})", regex.IGNORECASE)
_MONTH_BEFORE = regex.compile(rf"(?<!\p{{L}})(?:{MONTHS})[ ,]{{1,2}}(?:the[ ])?$", regex.IGNORECASE)
_DAY_BEFORE = regex.compile(r"(?<!\d)\d{1,2}\.[ ]$")
_STREET_BEFORE = regex.compile(
    r"(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|hausnummer)[ ]$", regex.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    value: int
    ordinal: bool
    english: bool
    times: int = 1

    @property
    def digits(self) -> str:
        return str(self.value) * self.times


def spelled_numbers(text: str) -> Iterator[Edit]:
    """Each stretch of number words with the digits it reads."""
    for match in _RUN_TOGETHER.finditer(text):
        yield *match.span(), "".join(str(_GERMAN[word[0].lower()]) for word in _DIGIT_WORD.finditer(match[0]))
    for match in _SAID_SIGNS.finditer(text):
        yield *match.span(), _signs(match[0])
    romans = list(_ROMAN.finditer(text))
    yield from ((*match.span(), _ROMAN_NUMBERS[_GERMAN[match["number"].lower()]]) for match in romans)
    tokens = [token for match in _TOKEN.finditer(text) if (token := _token(match)) is not None]
    if not tokens and "hundert" not in text and "tausend" not in text:
        return
    years = list(_years(text))
    yield from years
    inside = {position for start, end, _ in years for position in range(start, end)}
    inside |= {match.start("number") for match in romans}
    free = [token for token in tokens if token.start not in inside]
    cardinals = (token for token in free if not token.ordinal)
    starts = {start for start, _, _ in years}
    births = list(_births(text, [token for token in free if not token.ordinal], starts))
    yield from births
    taken = {start for start, _, _ in births}
    yield from _runs(text, [one for one in cardinals if one.start not in taken and not _behind_street(text, one)])
    yield from _dates(text, free, {start for start, _, _ in years})


def begun_number(text: str, start: int) -> int | None:
    """Where the run of number words begins that reaches the end of a growing text, looked for from ``start`` on."""
    tokens = [token for match in _TOKEN.finditer(text, start) if (token := _token(match)) is not None]
    behind = len(text)
    first: int | None = None
    for token in reversed(tokens):
        if behind - token.end > 60 or not _UNFINISHED.fullmatch(text, token.end, behind):
            break
        first = behind = token.start
    if first is None:
        return None
    left = _LEFT.search(text[max(0, first - 40) : first])
    return first - (len(left[0]) if left else 0)


def _token(match: regex.Match[str]) -> _Token | None:
    word = match[0].lower()
    times = 1
    for prefix, factor in (
        ("doppelte ", 2),
        ("doppel ", 2),
        ("doppel-", 2),
        ("doppel", 2),
        ("double ", 2),
        ("triple ", 3),
    ):
        if word.startswith(prefix):
            word, times = word.removeprefix(prefix), factor
            break
    word = word.replace(" und ", "und")
    if word in _CARDINALS:
        return _Token(*match.span(), _CARDINALS[word], False, word in _ENGLISH, times)
    if (number := _hundreds(word)) is not None:
        return _Token(*match.span(), number, False, False, times)
    if word in _ORDINALS:
        return _Token(*match.span(), _ORDINALS[word], True, False)
    if word in _ENGLISH_DAYS:
        return _Token(*match.span(), _ENGLISH_DAYS[word], True, True)
    return None


def _hundreds(word: str) -> int | None:
    """``einhundertzwölf`` is 112, ``viertausendsiebenhundertelf`` 4711."""
    front, thousand, rest = word.partition("tausend")
    if thousand:
        rest = rest.removeprefix("und")
        thousands = _GERMAN.get(front or "ein", 1) if front in ("", "ein", *_GERMAN) else None
        below = _GERMAN.get(rest, _hundreds(rest)) if rest else 0
        return None if thousands is None or below is None else 1000 * thousands + below
    head, hundred, tail = word.partition("hundert")
    tail = tail.removeprefix("und")
    if not hundred or head not in ("", "ein", *_GERMAN) or (tail and tail not in _GERMAN):
        return None
    hundreds = _GERMAN.get(head, 1)
    return 100 * hundreds + (_GERMAN[tail] if tail else 0) if hundreds < 10 else None


def _births(text: str, tokens: list[_Token], years: set[int]) -> Iterator[Edit]:
    """``geboren eins eins neunzehn fünfundsechzig``: day and month of a birth date before its year."""
    for day, month in pairwise(tokens):
        if (
            _adjacent(day, month)
            and 0 < day.value < 32
            and 0 < month.value < 13
            and (month.end + 1 in years or month.end + 2 in years)
            and _BIRTH_BEFORE.search(text[max(0, day.start - 24) : day.start])
        ):
            yield day.start, day.end, f"{day.value}."
            yield month.start, month.end, f"{month.value}."


def _runs(text: str, tokens: list[_Token]) -> Iterator[Edit]:
    """Number words one behind the other, from four digits on."""
    run: list[_Token] = []
    for token in tokens:
        if run and (token.start - run[-1].end > 48 or not _GAP.fullmatch(text, run[-1].end, token.start)):
            yield from _run(text, run)
            run = []
        run.append(token)
    yield from _run(text, run)


def _run(text: str, run: list[_Token]) -> Iterator[Edit]:
    if not run:
        return
    said = "".join(token.digits for token in run)
    apart = any(text[before.end : token.start].strip() for before, token in pairwise(run))
    if len(said) == len(run) == _ZIP and not apart and _TOWN_BEHIND.match(text, run[-1].end):
        yield run[0].start, run[-1].end, said
        return
    left = _LEFT.search(text[max(0, run[0].start - 40) : run[0].start])
    start = run[0].start - (len(left[0]) if left else 0)
    right = _RIGHT.match(text, run[-1].end)
    end = right.end() if right else run[-1].end
    pieces = [_signs(text[start : run[0].start]), run[0].digits]
    for before, token in pairwise(run):
        gap = text[before.end : token.start]
        tens = (
            before.english and token.english and before.value % 10 == 0 and before.value > 10 and 0 < token.value < 10
        )
        if tens and gap in (" ", "-"):
            pieces[-1] = str(before.value + token.value)
            continue
        pieces += (_signs(gap), token.digits)
    pieces.append(_signs(text[run[-1].end : end]))
    read = "".join(pieces)
    digits = sum(character.isdigit() for character in read)
    lettered = len(run) >= 2 and any(character.isupper() for character in read)
    if (len(run) >= 3 and digits >= 3) or lettered or (digits >= 6 and digits > len(said)):
        yield start, end, read


def _signs(gap: str) -> str:
    """What of the text between two number words belongs to the number."""
    return "".join(
        _SIGNS[said["word"].lower()] if said["word"] else said[0]
        for said in _SAID.finditer(gap)
        if said["word"] or not said[0].islower()
    )


def _years(text: str) -> Iterator[Edit]:
    for match in _YEAR.finditer(text):
        found = _year(match[0].lower())
        if found is not None:
            year, length = found
            yield match.start(), match.start() + length, str(year)


def _year(words: str) -> tuple[int, int] | None:
    """The year that the words begin with, and how many characters of them it takes."""
    short = regex.fullmatch(r"(neunzehn|zwanzig)[ -]?(\p{L}+)", words)
    if short and "hundert" not in words and 9 < _GERMAN.get(short[2], 0) < 100:
        return (1900 if short[1] == "neunzehn" else 2000) + _GERMAN[short[2]], short.end()
    if short and "hundert" not in words:
        return None
    german = regex.match(r"(achtzehn|neunzehn)hundert(?:und)?(\p{L}*)|zw(?:ei|o)tausend(?:und)?(\p{L}*)", words)
    if german:
        rest = german[2] if german[1] else german[3]
        century = {"achtzehn": 1800, "neunzehn": 1900}.get(german[1] or "", 2000)
        if rest and rest not in _GERMAN:
            return None
        return century + (_GERMAN[rest] if rest else 0), german.end()
    parts = [(part[0], part.end()) for part in regex.finditer(r"\p{L}+", words)]
    heads = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
    century = 2000 if parts[0][0] == "two" else heads[parts[0][0]]
    index = 2 if parts[0][0] == "two" or parts[1][0] == "hundred" else 1
    complete = index == 2
    end = parts[index - 1][1]
    if index < len(parts) and parts[index][0] in ("and", "oh"):
        complete = complete or parts[index][0] == "oh"
        index += 1
    if index == len(parts) or parts[index][0] not in _ENGLISH:
        return (century, end) if complete and index > 1 and parts[index - 1][0] != "oh" else None
    value = _ENGLISH[parts[index][0]]
    if value < 10 and not complete:
        return None
    end = parts[index][1]
    if value >= 20 and index + 1 < len(parts) and 0 < _ENGLISH.get(parts[index + 1][0], 0) < 10:
        value += _ENGLISH[parts[index + 1][0]]
        end = parts[index + 1][1]
    return century + value, end


def _dates(text: str, tokens: list[_Token], years: set[int]) -> Iterator[Edit]:
    """Days, months and two-digit years of dates; house numbers behind a street."""
    for index, token in enumerate(tokens):
        before = text[max(0, token.start - 24) : token.start]
        near_month = bool(_MONTH_BEHIND.match(text, token.end) or _MONTH_BEFORE.search(before))
        behind_ordinal = index > 0 and _adjacent(tokens[index - 1], token) and tokens[index - 1].ordinal
        if token.ordinal:
            before_ordinal = (
                index + 1 < len(tokens) and _adjacent(token, tokens[index + 1]) and tokens[index + 1].ordinal
            )
            numeral = _DAY_BEFORE.search(before) or token.end + 1 in years
            if near_month or behind_ordinal or before_ordinal or numeral:
                yield token.start, token.end, _day(token)
        elif behind_ordinal and index > 1 and _adjacent(tokens[index - 2], tokens[index - 1]):
            yield token.start, token.end, f"{token.value:02d}"
        elif near_month and token.value >= 13 and _MONTH_BEFORE.search(before):
            yield token.start, token.end, str((1900 if token.value > 26 else 2000) + token.value)
        elif near_month or _behind_street(text, token):
            yield token.start, token.end, str(token.value)


def _adjacent(first: _Token, second: _Token) -> bool:
    return second.start - first.end <= 2


def _behind_street(text: str, token: _Token) -> bool:
    return bool(
        _STREET_BEFORE.search(text[max(0, token.start - 24) : token.start]) or _ADDRESS_BEHIND.match(text, token.end)
    )


def _day(token: _Token) -> str:
    if not token.english:
        return f"{token.value}."
    ending = {1: "st", 2: "nd", 3: "rd"}.get(token.value % 10 if token.value not in (11, 12, 13) else 0, "th")
    return f"{token.value}{ending}"
