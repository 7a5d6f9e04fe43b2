"""Numbers and references as people say them: number words, words of a spelling alphabet, single letters and digits,
and the signs between them, in any mixture.

``null eins sieben sechs, zwölf vierunddreißig`` reads ``01761234``; ``B wie Berta, Strich, K wie Kaufmann,
vierundvierzig zwölf`` reads ``B-K4412``; ``römisch vier Schrägstrich zwounddreißig`` reads ``IV/32``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from guardrails.normalisation import Edit
from guardrails.readings.number_words import NumberWord, number_words_in
from guardrails.readings.spelling_alphabet import SpelledLetter, spelled_letters_in
from guardrails.readings.spoken_dates import behind_street, births, dates, years
from guardrails.recognizers.dates import MONTHS

#: Words that people say between digits, and the sign that they mean.
_SIGNS = {
    "plus": "+",
    **dict.fromkeys(("punkt", "dot"), "."),
    **dict.fromkeys(("schrägstrich", "slash", "aus"), "/"),
    **dict.fromkeys(("minus", "strich", "bindestrich", "trennstrich", "dash", "hyphen"), "-"),
    "unterstrich": "_",
    **dict.fromkeys(("doppelpunkt", "colon"), ":"),
    **dict.fromkeys(("leerzeichen", "komma", "dann", "danach", "und dann", "then"), ""),
}
SIGN_WORD = "(?:" + "|".join(sorted(_SIGNS, key=len, reverse=True)).replace(" ", "[ ]") + ")"
#: The names of letters, as they are written when somebody says them.
_LETTER_NAMES = dict(
    zip(
        regex.findall(r"\w+", "be ce de ge ha jot ka el em en pe ku er es te vau we ix iks ypsilon zett zet ef eff"),
        "BCDGHJKLMNPQRSTVWXXYZZFF",
        strict=True,
    )
)
#: Those that are no words of their own.
_SURE_NAME = "(?:be|ce|ge|jot|ka|pe|ku|vau|ix|iks|ypsilon|zett|zet|te|ha)"
_NAME = "(?:" + "|".join(sorted(_LETTER_NAMES, key=len, reverse=True)) + r"|\p{L})(?!\p{L})"
_SAID = regex.compile(
    rf"(?<!\p{{L}})(?P<word>{SIGN_WORD})(?!\p{{L}})|(?<!\p{{L}})(?P<name>{_SURE_NAME})(?!\p{{L}})|[\d\p{{L}}+]",
    regex.IGNORECASE,
)
#: Short words in capitals that say what a value is, and are no part of one.
_LABEL = r"(?:AZ|GZ|PIN|TAN|PUK|IP|KFZ|TEL|FAX|PLZ|NR|ID|KV|RV|SV|BIC|UND|MIT|DER|DIE|DAS|IST)(?!\p{L})"
_CAPITALS = rf"(?!{_LABEL})\p{{Lu}}{{1,3}}"
_PLAIN_PIECE = rf"(?:\d{{1,6}}|{_CAPITALS}|\p{{Ll}}|(?i:{SIGN_WORD})|{_SURE_NAME})(?![\p{{L}}\p{{N}}])"
_GAP = regex.compile(rf"(?!:\s)[\s,;:/._*|~()-]{{0,3}}(?:{_PLAIN_PIECE}[\s,;:/.()-]{{1,3}}){{0,8}}+")
_LONGEST_GAP = 60
#: ``bau bindestrich beschwerde bindestrich`` before a number.
_WORDS_LEFT = regex.compile(
    r"(?<![\p{L}\p{N}])(?:\p{L}{1,12}[ ](?:bindestrich|trennstrich|schrägstrich|unterstrich)[ ]){1,3}$",
    regex.IGNORECASE,
)
_UNFINISHED = regex.compile(rf"{_GAP.pattern}|\.?\s(?:und|hundred|thousand|and|of|the|(?i:(?:of\s)?(?:{MONTHS}),?))\s?")
_LEFT = regex.compile(
    rf"(?:(?<![\p{{L}}\p{{N}}]|\d:)(?:(?!{_LABEL})(?:(?i:{SIGN_WORD})|\p{{Lu}}{{1,2}}|\p{{Lu}}{{3}}(?=[ ]?-|[ ]\d)"
    rf"|[+]\d{{0,3}}|\p{{Ll}}(?=[ ](?i:{SIGN_WORD})[ ]))[ ,/.-]{{1,3}}"
    rf"|(?:\d{{1,6}}|\(\+?\d{{1,5}}\))[ /.-]{{1,3}})){{1,8}}$"
)
#: ``ha er be zwo null eins``, ``d e sieben acht``, ``be-strich-ix-ypsilon-sieben``: names of letters before a number.
_NAMED_LEFT = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}]){_NAME}(?:\.?[ -]{{1,3}}(?:(?:minus|strich|bindestrich)[ -]{{1,3}})?{_NAME}){{1,4}}"
    rf"\.?[ ,–-]{{1,4}}(?:(?:minus|strich|bindestrich)[ -]{{1,3}})?$",
    regex.IGNORECASE,
)
_ONE_NAME = regex.compile(
    rf"(?<!\p{{L}})(?:(?P<sign>minus|strich|bindestrich)|(?P<name>{_NAME}))(?!\p{{L}})", regex.IGNORECASE
)
#: ``bindestrich e``, ``- f`` behind a number.
_NAMED_RIGHT = regex.compile(
    rf"[ ,]{{0,2}}(?:(?:minus|strich|bindestrich|schrägstrich)[ ]|-[ ]?)(?P<name>\p{{Ll}}|{_SURE_NAME})"
    r"(?![\p{L}\p{N}]|-)",
    regex.IGNORECASE,
)
_RIGHT = regex.compile(
    rf"(?:[ ,/-]{{1,3}}(?:(?i:{SIGN_WORD})[ ]|)(?:\d{{1,6}}|{_CAPITALS}(?!\p{{L}}))(?![\p{{L}}\p{{N}}])){{1,8}}"
)
#: ``192 punkt 0 punkt 2 punkt 44``, ``k strich a w strich 7 7 1``: pieces with the signs between them in words.
_SAID_SIGNS = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?:(?:\p{{Lu}}{{1,3}}|\d{{1,8}}[a-z]?)(?:[ ](?i:{SIGN_WORD})[ ](?:\d{{1,8}}"
    rf"|\p{{Lu}}{{1,3}})(?![\p{{L}}\p{{N}}])){{1,8}}+"
    rf"|\p{{L}}{{1,3}}[ ](?i:strich|bindestrich|minus)(?:[ ]\p{{L}}(?!\p{{L}})){{1,2}}[ ]"
    rf"(?:(?i:strich|bindestrich|minus)[ ])?\d{{1,4}}(?:[ ]\d){{0,3}}(?![\p{{L}}\p{{N}}]))"
)
_ROMAN = regex.compile(
    r"(?<!\p{L})römisch[ -](?P<number>eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn)(?!\p{L})",
    regex.IGNORECASE,
)
_ROMAN_NUMBERS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
#: What stands between the word for a number plate and its digits.
_PLATE_BEFORE = regex.compile(
    r"(?<!\p{L})(?:\p{L}{0,20}kennzeichen|kennz\.?|kfz|pkw|auto|wagen)(?:[ ]ist|[ ]lautet)?[ :=]{1,3}"
    r"\p{L}{1,3}[ -]{1,3}\p{L}{1,2}[ -]{1,3}$",
    regex.IGNORECASE,
)
_ZIP = 5
#: So many words of a spelling alphabet with digits between them spell a number.
_LEAST_SPELLED = 3
_LONG_NUMBER = 4
_TOWN_BEHIND = regex.compile(r"[ ]\p{Lu}\p{Ll}{2}")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something said: a number, a roman number, or a letter by a word of a spelling alphabet."""

    start: int
    end: int
    read: str
    numbers: int = 0
    """How many numbers it says."""
    letter: SpelledLetter | None = None
    number: NumberWord | None = None


def dictated(text: str) -> Iterator[Edit]:
    """Each dictated stretch with the characters that it means; dates and house numbers in words."""
    for match in _SAID_SIGNS.finditer(text):
        yield *match.span(), _signs(match[0])
    words = list(number_words_in(text))
    letters = list(spelled_letters_in(text))
    if not words and not letters and "hundert" not in text and "tausend" not in text:
        return
    said_years = [year for year in years(text) if not _inside_a_number(text, words, year[0])]
    yield from said_years
    taken = {position for start, end, _ in said_years for position in range(start, end)}
    free = [word for word in words if word.start not in taken]
    cardinals = [word for word in free if not word.ordinal]
    year_starts = {start for start, _, _ in said_years}
    said_births = list(births(text, cardinals, year_starts))
    yield from said_births
    taken = {position for start, end, _ in said_births for position in range(start, end)}
    pieces = list(_pieces(text, [w for w in cardinals if w.start not in taken and not behind_street(text, w)], letters))
    yield from _runs(text, pieces)
    yield from dates(text, free, year_starts)


def _inside_a_number(text: str, words: Sequence[NumberWord], start: int) -> bool:
    """Whether so many numbers stand right before that what looks like a year is part of a longer number."""
    count, behind = 0, start
    for word in reversed([word for word in words if word.end <= start]):
        if behind - word.end > 2 or word.ordinal or text[word.end : behind].strip(" ,-"):
            break
        count, behind = count + word.words, word.start
    return count >= _LONG_NUMBER


def _pieces(text: str, numbers: Sequence[NumberWord], letters: Sequence[SpelledLetter]) -> Iterator[_Piece]:
    romans = {match.start("number"): match for match in _ROMAN.finditer(text)} if numbers else {}
    found = [_Piece(letter.start, letter.end, letter.letter.upper(), letter=letter) for letter in letters]
    for word in numbers:
        if (roman := romans.get(word.start)) is not None:
            found.append(_Piece(roman.start(), word.end, _ROMAN_NUMBERS[word.value], numbers=1))
        else:
            found.append(_Piece(word.start, word.end, word.digits, word.words, number=word))
    yield from sorted(found, key=lambda piece: piece.start)


def begun_number(text: str, start: int) -> int | None:
    """Where the dictated run begins that reaches the end of a growing text, looked for from ``start`` on."""
    pieces = sorted(
        [
            *((word.start, word.end) for word in number_words_in(text, start)),
            *((letter.start, letter.end) for letter in spelled_letters_in(text, start)),
        ]
    )
    behind = len(text)
    first: int | None = None
    for begin, end in reversed(pieces):
        if behind - end > _LONGEST_GAP or not _UNFINISHED.fullmatch(text, end, behind):
            break
        first = behind = begin
    if first is None:
        return None
    left = _LEFT.search(text[max(0, first - 40) : first])
    return first - (len(left[0]) if left else 0)


def _runs(text: str, pieces: Sequence[_Piece]) -> Iterator[Edit]:
    """Pieces one behind the other."""
    run: list[_Piece] = []
    for piece in pieces:
        if run and piece.start < run[-1].end:
            continue
        if run and (piece.start - run[-1].end > _LONGEST_GAP or not _GAP.fullmatch(text, run[-1].end, piece.start)):
            yield from _run(text, run)
            run = []
        run.append(piece)
    yield from _run(text, run)


def _run(text: str, run: list[_Piece]) -> Iterator[Edit]:
    while len(run) > 1 and (letter := run[-1].letter) is not None and letter.town:
        run = run[:-1]  # the town behind a postal code
    numbers = sum(piece.numbers for piece in run)
    if not numbers and len(run) >= _LEAST_SPELLED:
        numbers = sum(one.isdigit() for before, piece in pairwise(run) for one in text[before.end : piece.start])
    letters = [piece.letter for piece in run if piece.letter is not None]
    if not numbers:
        if len(run) == 1 and run[0].read.isdigit() is False and run[0].letter is None:
            yield run[0].start, run[0].end, run[0].read
        return
    said = "".join(piece.read for piece in run)
    apart = any(text[before.end : piece.start].strip() for before, piece in pairwise(run))
    if len(said) == len(run) == _ZIP and said.isdigit() and not apart and _TOWN_BEHIND.match(text, run[-1].end):
        yield run[0].start, run[-1].end, said
        return
    before = text[max(0, run[0].start - 40) : run[0].start]
    named = _NAMED_LEFT.search(before)
    left = named or _WORDS_LEFT.search(before) or _LEFT.search(before)
    start = run[0].start - (len(left[0]) if left else 0)
    right = _RIGHT.match(text, run[-1].end) or _NAMED_RIGHT.match(text, run[-1].end)
    end = right.end() if right else run[-1].end
    read = "".join(_read(text, run, run[0].start if named else start, end)).lstrip("/.:-_")
    if named:
        read = _names(named[0]) + read
    digits = sum(character.isdigit() for character in read)
    lettered = numbers >= 2 and any(character.isalpha() for character in read)
    spelled = (numbers and any(letter.explained for letter in letters)) or len(letters) >= 2
    plate = run[0].read.isdigit() and _PLATE_BEFORE.search(text[max(0, run[0].start - 48) : run[0].start])
    romans = numbers == 1 and len(run) == 1 and not run[0].read.isdigit()
    long = (numbers >= 3 and digits >= 3) or (digits >= 6 and digits > len(said))
    if long or lettered or spelled or plate or romans or (named is not None and digits >= 2):
        yield start, end, read


def _names(said: str) -> str:
    """The letters and hyphens that names of letters say."""
    return "".join(
        "-" if one["sign"] else _LETTER_NAMES.get(one["name"].lower(), one["name"].upper())
        for one in _ONE_NAME.finditer(said)
    )


def _read(text: str, run: list[_Piece], start: int, end: int) -> Iterator[str]:
    yield _signs(text[start : run[0].start])
    kept = run[0].read
    for before, piece in pairwise(run):
        gap = text[before.end : piece.start]
        if gap in (" ", "-") and _tens_and_units(before.number, piece.number):
            assert before.number is not None and piece.number is not None
            kept = str(before.number.value + piece.number.value)
            continue
        yield kept
        yield _signs(gap)
        kept = piece.read
    yield kept
    yield _signs(text[run[-1].end : end])


def _tens_and_units(before: NumberWord | None, word: NumberWord | None) -> bool:
    """``twenty three`` in two words."""
    return (
        before is not None
        and word is not None
        and before.english
        and word.english
        and before.value % 10 == 0
        and before.value > 10
        and 0 < word.value < 10
    )


def _signs(gap: str) -> str:
    """What of the text between two number words belongs to the number."""
    return "".join(
        _SIGNS[said["word"].lower()]
        if said["word"]
        else _LETTER_NAMES[said["name"].lower()]
        if said["name"]
        else said[0].upper()
        for said in _SAID.finditer(gap)
    )
