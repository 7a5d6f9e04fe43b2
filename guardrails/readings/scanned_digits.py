"""``DE89 37O4 0044``, ``l5 070649 C 103``: letters that a scanner has read inside numbers."""

from collections.abc import Iterator

import regex

from guardrails.normalisation import Edit
from guardrails.recognizers.dates import MONTHS

_DIGIT = {
    **dict.fromkeys("Oo", "0"),
    **dict.fromkeys("Il|!", "1"),
    **dict.fromkeys("Zz", "2"),
    **dict.fromkeys("Ss", "5"),
    "B": "8",
}
#: The house number behind a street: ``Hauptstraße l2``.
_HOUSE = regex.compile(
    r"(?<=str\.|(?:straße|strasse|str\.?|weg|allee|platz|gasse|ring|damm"
    r"|ufer)[ ]|(?<!\p{L})(?:am|im|an[ ]der|zum|zur)[ ][\p{L}\d]{3,24}[ ](?=[OIl\d]{1,4},[ ][\dOIlZSB]{5}[ ]))"
    r"(?=(?-i:[OoIlZSB\d]){1,4}[a-z]?(?!\w))\d{0,3}(?-i:[OoIlZSB]){1,3}\d{0,3}",
    regex.IGNORECASE,
)
#: ``Ol.ll.l962``
_DATE = regex.compile(
    r"(?<![\p{L}\p{N}.])(?=[^\s\d]{0,8}\d[^\s\d]{0,8}\d)[0-9OoIlSZB|]{1,2}\.[0-9OoIlSZB|]{1,2}\.[0-9OoIlSZB"
    r"|]{2,4}(?![\p{L}\p{N}])"
)
#: ``2S. O7. l99O``, ``I2. August l93I``, ``l9 Il 85``: with blanks, with a month in letters, behind a word of birth.
_BLANK_DATE = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}.])[0-9OoIlSZB|]{{1,2}}(?:\.[ ][0-9OoIlSZB|]{{1,2}}\.[ ]|\.[ ]?(?:{MONTHS})[ ])"
    r"[0-9OoIlSZB|]{4}(?![\p{L}\p{N}])"
)
_BORN_DATE = regex.compile(
    r"(?<=(?:geb(?:oren)?|geburtsdatum|geburtstag|geb\.-?dat)\.?(?:[ ]am)?:?[ ]{1,30})"
    r"[0-9OoIlSZB|](?:[ ]?[0-9OoIlSZB|])?[ ]?[. /][ ]?[0-9OoIlSZB|](?:[ ]?[0-9OoIlSZB|])?[ ]?[. /][ ]?"
    r"(?:[0-9OoIlSZB|][ ]?){1,3}[0-9OoIlSZB|](?![\p{L}\p{N}])",
    regex.IGNORECASE,
)
_ODD = regex.compile(r"\p{L}|\d[ ]\d|[ ]\.")
_NUMERAL = regex.compile(r"(?<![\p{L}\d])(?=[^\d\s]*\p{L}|\d+\p{L})[0-9OoIlSZB|]{1,4}(?![\p{L}\d])")
#: ``(I958)``: the year of a birth in brackets.
_YEAR = regex.compile(r"(?<=\()(?=[OIlSZB]{0,3}\d[OIlSZB]{0,3}\d)[Il1Z2][9OS0][\dOIlSZB]{2}(?=\))")
#: The postal code of a town: ``3ll34 Hildesheim``.
_ZIP = regex.compile(r"(?<![\p{L}\p{N}.,/-])(?=[OIlZSB]{0,3}\d[OIlZSB]{0,3}\d)[OIlZSB\d]{5}(?=[ ]\p{Lu}\p{Ll}{2})")
#: ``BRA - JH 1OO``: the digits of a number plate.
_PLATE = regex.compile(
    r"(?<![\p{L}\p{N}-])\p{Lu}{1,3}[ ]?-[ ]?\p{Lu}{1,2}[ -]{1,2}"
    r"(?P<digits>(?=[\dOIlSZB]*\d)(?=[\dOIlSZB]*[OIlSZB])[1-9IlSZB][\dOIlSZB]{0,3})(?![\p{L}\p{N}])"
)
_REGISTER = regex.compile(r"(?<=HR[AB][ ]{1,3})(?=[\dOIlSZB]*\d)[\dOIlSZB]{2,6}(?![\p{L}\p{N}])")
_LOOKS_LIKE = "".join(_DIGIT)
_RUN = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?:[A-Z]{{1,2}}[ ]?)?[+(]{{0,2}}[0-9{_LOOKS_LIKE}]"
    rf"(?:[ ./-]{{0,3}}[0-9A-Z{_LOOKS_LIKE}]){{5,33}}+"
)
_TOUCHED = regex.compile(
    rf"(?<=[0-9])[{_LOOKS_LIKE}]|[{_LOOKS_LIKE}](?=[{_LOOKS_LIKE}]?[0-9])|(?<=[0-9][{_LOOKS_LIKE}])[{_LOOKS_LIKE}]"
    rf"|(?<=[0-9]-)[Oo](?![\p{{L}}\d])"
    rf"|(?<![\p{{L}}\p{{N}}])(?!I+(?!\p{{L}}))[{_LOOKS_LIKE}]{{2,8}}(?![\p{{L}}\p{{N}}])"
)
#: What would be a Roman number, inside a telephone number.
_ONES = regex.compile(r"(?<=\d[ /-])[Il]{1,2}(?=[ /-][\dOoIl])")
_SERIAL = regex.compile(
    r"(?<![\p{L}\p{N}])(?=[A-Z0-9l]*[0-9OIl][0-9OIl])(?=[A-Z0-9l]*[OIlSZB])[A-Z0-9l]{8,12}(?![\p{L}\p{N}])"
)


def scanned_digits(text: str) -> Iterator[Edit]:
    """The look-alike letters of runs that are mostly digits, each as its digit."""
    for match in _RUN.finditer(text):
        run = match[0]
        digits = sum(character.isdigit() for character in run)
        letters = sum(character in _LOOKS_LIKE for character in run)
        others = sum(character.isalpha() for character in run) - letters
        country = run[:2].isalpha() and run[:2].isupper() and run[:2] not in ("OO", "II")
        if (
            not letters
            or digits < (3 if "/" in run else 4)
            or others > 4
            or (digits < letters - 2 and not (country and digits > 3))
        ):
            continue
        start = match.start() + (2 if country else 0)
        touched = list(_TOUCHED.finditer(text, start, match.end()))
        yield from ((*letter.span(), "".join(_DIGIT[one] for one in letter[0])) for letter in touched)
        if digits > 6 or (len(touched) > 1 and run[0] in "0Oo(+"):
            yield from ((*ones.span(), "1" * len(ones[0])) for ones in _ONES.finditer(text, start, match.end()))
    for match in _DATE.finditer(text):
        if any(character.isalpha() for character in match[0]):
            yield *match.span(), "".join(_DIGIT.get(character, character) for character in match[0])
    for match in _BLANK_DATE.finditer(text):
        for numeral in _NUMERAL.finditer(text, *match.span()):
            yield *numeral.span(), "".join(_DIGIT.get(character, character) for character in numeral[0])
    for match in _BORN_DATE.finditer(text):
        if _ODD.search(match[0]):
            yield *match.span(), _date(match[0])
    for match in _YEAR.finditer(text):
        if any(character.isalpha() for character in match[0]):
            yield *match.span(), "".join(_DIGIT.get(character, character) for character in match[0])
    for match in _ZIP.finditer(text):
        if any(character.isalpha() for character in match[0]):
            yield *match.span(), "".join(_DIGIT.get(character, character) for character in match[0])
    for match in _PLATE.finditer(text):
        yield *match.span("digits"), "".join(_DIGIT.get(character, character) for character in match["digits"])
    for match in _REGISTER.finditer(text):
        yield *match.span(), "".join(_DIGIT.get(character, character) for character in match[0])
    for match in _HOUSE.finditer(text):
        if any(character.isalpha() for character in match[0]):
            yield *match.span(), "".join(_DIGIT.get(character, character) for character in match[0])
    for match in _SERIAL.finditer(text):
        run = match[0]
        if sum(character.isdigit() for character in run) >= 3:
            others = sum(character.isalpha() and character not in _DIGIT for character in run)
            for at, character in enumerate(run):
                beside = run[at - 1].isdigit() or run[at + 1 : at + 2].isdigit()
                if at and (character in "OIl" or (character in "SZB" and beside and others < 2)):
                    yield match.start() + at, match.start() + at + 1, _DIGIT[character]


def _date(spoilt: str) -> str:
    """``2 7.0 3.19 44`` as ``27.03.1944``."""
    read = "".join(_DIGIT.get(character, character) for character in spoilt)
    parts = read.replace("/", ".").split(".") if "." in read or "/" in read else read.split()
    return ".".join(part.replace(" ", "") for part in parts)
