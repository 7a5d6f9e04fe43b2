"""``D E 8 9 3 7 0 4``, ``0.1.7.6.1.2.3.4`` and ``0-1-7-6-…``: single characters with one sign between them."""

from collections.abc import Iterator

import regex

from guardrails.normalisation import Edit

_RUN = regex.compile(
    r"(?<![\p{L}\p{N}])(?:[+][ ]?)?[\p{L}\p{N}](?P<gap>[ ]?[ ._*|/,;~·•:-][ ]?)[\p{L}\p{N}](?![\p{L}\p{N}])"
    r"(?:(?P=gap)[\p{L}\p{N}](?![\p{L}\p{N}])){4,60}+"
)
_PAIRS = regex.compile(
    r"(?<![\p{L}\p{N}])(?:DE[ ]?)?\d\d?(?P<gap>[._*|/,;~·•])\d\d?(?:(?P=gap)\d\d?(?!\d)){4,20}+(?!\w)"
)
_GROUPS = regex.compile(
    r"(?<![\p{L}\p{N}])(?:[A-Z]{2})?\d{2,4}(?P<gap>[_*~·•])\d{2,4}(?:(?P=gap)\d{1,4}){1,8}+(?![\p{L}\p{N}])"
)
#: A telephone number with other signs between its groups, or with its area code in square brackets.
_CALL = regex.compile(
    r"(?<![\p{L}\p{N}])(?:\[[ ]?(?:[+]|0)\d{2,5}[ ]?\](?P<gap>[ /-]{0,3})|(?:[+]\d{1,3}[ ]?|0)\d{2,5}"
    r"(?P<gap>[ ]?[_*~|=,;:#'·•][ ]?))(?=(?:[^\n\d\p{L}]{0,3}\d){5})\d{1,8}(?:(?:(?P=gap)"
    r"|[ -])\d{1,6}){0,5}+(?![\p{L}\p{N}]|[.,]\d)"
)
_SPACED_COUNTRY = regex.compile(r"(?<![\p{L}\p{N}])D E(?=[ ]?\d\d[ ]?\d{4})")
#: ``0_1_6_0 . 9_9_1_7``: single digits with any signs between them, behind a word that names a number.
_ANY_SIGNS = regex.compile(
    r"(?<![\p{L}\p{N}])[+]?\d(?:[ ]?[ ._*|/,;~·•:+-]{1,3}[ ]?\d(?![\p{L}\p{N}])){6,30}+(?![.,]\d)"
)
#: ``0151.22.90.44 + 7``: a telephone number in groups of any size, with a sign between the groups.
_CALL_GROUPS = regex.compile(
    r"(?<![\p{L}\p{N}.,])(?:[+]\d{2}|0)\d{2,4}(?:[ ]?[.,;:_*~|/+#'=·•-][ ]?|[ ])\d{1,8}"
    r"(?:(?:[ ]?[.,;:_*~|/+#'=·•-][ ]?|[ ])\d{1,6}){1,8}+(?![\p{L}\p{N}]|[.,]\d)"
)
#: ``884 x 652 x 189 x 39``, ``19X2501X99O92``: a letter or a word that fills the gaps of a number.
_FILLED = regex.compile(
    r"(?<![\p{L}\p{N}])[\dO]{1,6}(?P<gap>[ ]?[xX#*?][ ]?|[ ](?:dann|und|danach|weiter)[ ])"
    r"[\dO]{1,6}(?:(?P=gap)[\dO]{1,6}){1,8}+(?![\p{L}\p{N}])"
)
#: ``0a1b5c1d7 und weiter e9f3g3``: a small letter between any two digits.
_INTERLEAVED = regex.compile(
    r"(?<![\p{L}\p{N}])[a-z]?\d(?:[a-z]\d){3,15}+[a-z]?"
    r"(?:(?:[ ](?:und|dann|weiter)){1,3}[ ][a-z]?\d(?:[a-z]\d){2,15}+[a-z]?)?"
    r"(?![\p{L}\p{N}])"
)
#: ``Teil A: DE 9 4`` over ``Teil B: 9 1 4 2``: the words for the pieces of a number.
_PIECE_WORD = regex.compile(
    r"(?<=[\d.,;])[ ]?[,;]?[ ]?\n[ ]?"
    r"(?:teil|block|stück|abschnitt|zeile|part|gruppe|hälfte)[ ]?[\p{L}\d]{1,6}[ ]?[:.)=-][ ]?"
    r"(?=[\p{L}\d]{0,2}[ ]?\d)",
    regex.IGNORECASE,
)
#: A number that goes on in the next line, and its label.
_TORN = regex.compile(
    r"(?<=(?:nr\.?|nummer|zeichen|az\.?|gz\.?|titel|konto|iban|id|ausweis|pass|karte|schein|zähler|steuer)[ ]?"
    r"(?:hab[e]?[ ]ich|lautet|ist|war)?[,:=]?[ ]?)"
    r"(?P<first>(?:[A-Z]{1,4}[ ]?)?\d[\d ]{0,20})\n(?P<second>[\d]{2,8}(?:[ ]\d{1,8}){0,6})(?=[\s,.;)]|$)",
    regex.IGNORECASE,
)
_MEASURES = regex.compile(r"[ ]?(?:mm|cm|m|px|Pixel|Stück|kg)(?!\p{L})")
_GROUPED_DATE = regex.compile(
    r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:\d{2}){1,2}(?!\d)|(?:19|20)\d{2}-\d{2}"
)
_LOOKS_LIKE = str.maketrans("OoIl", "0011")
#: ``2 3 - 1 1 8 / 2 0 2 5``, ``D E 8 9   3 7 0 4``: single characters with blanks between, and signs among them.
_SINGLES = regex.compile(
    r"(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ ]{1,3}(?:[./|,:_-][ ]{1,3}){0,2}[\p{L}\p{N}](?![\p{L}\p{N}])){4,60}+"
)
#: ``0-3-6-1 / 5-5-4-1-9-0-2``: single digits with hyphens, in two groups.
_HYPHENS = regex.compile(
    r"(?<![\p{L}\p{N}-])\d(?:-\d(?![\p{L}\p{N}])){2,6}+[ ]?[/ ][ ]?\d(?:-\d(?![\p{L}\p{N}])){2,12}+(?!-)"
)
#: ``79 115 Freiburg``: a postal code in groups, before its town.
_SPACED_ZIP = regex.compile(r"(?<![\p{L}\p{N}.,/-])(?<!\d[ ])\d(?:[ ]?\d){4}(?=[ ]\p{Lu}\p{Ll}{2}|[ ]\p{Lu}{3})")
#: ``0 (1) 7 (2) 3 3 4``: single digits, some of them in brackets.
_SOME_BRACKETED = regex.compile(
    r"(?<![\p{L}\p{N}])(?=[^\n]{0,24}[(\[]\d[)\]])[(\[]?\d[)\]]?(?:[ ]?[(\[]\d[)\]]|[ ]\d(?!\d)){5,24}+(?![\p{L}\p{N}])"
)
#: ``28 . 09 . 1980``
_SPACED_DATE = regex.compile(r"(?<![\d.])\d{1,2}[ ]?\.[ ]?\d{1,2}[ ]?\.[ ]?(?:19|20)\d{2}(?!\d)")
_PLATE = regex.compile(r"(\p{L}{1,3})[-_](\p{L}{1,2})[-_]?([1-9]\d{0,3})")
#: ``C 9 EG 28 P 87 7``, ``L2 XB 67 - U 684``: a document's number in pieces, behind its name.
_DOCUMENT = regex.compile(
    r"(?<!\p{L})(?:\p{L}{0,12}ausweis\p{L}{0,7}|perso|\p{L}{0,6}pass(?:nummer)?)(?!\p{L})", regex.IGNORECASE
)
_PIECES = regex.compile(
    r"(?<![\p{L}\p{N}])(?=[^\n]{0,4}\d)[A-Z]{1,3}(?:[ ./-]{0,3}(?:[A-Z](?![a-z])|\d)){7,10}(?![\p{L}\p{N}])"
)
#: A number in the midst of a sentence that goes on in the next line: ``Personalnummer 2`` over ``0`` over ``0417``.
_TORN_ANYWHERE = regex.compile(
    r"(?<=[\p{L}.,:][ ](?:\d{1,3}[ ])?\d{0,4})\d\n(?:\d{1,2}\n){0,2}(?!\d{5}[ ])\d{1,6}"
    r"(?=[ ]\p{L}|[,.;)]?$|[,.;)][ ]|[ ][-–][ ])"
    r"(?!\.[ ]?\d|[.)][ ]\p{Lu})",
    regex.MULTILINE,
)
_WIDE_GAP = regex.compile(r"[ ]{2,}")
#: ``[0]-[1]-[5] (448)``: digits in brackets of their own.
_BRACKETED = regex.compile(r"(?:[\[({<]\d{1,4}[\])}>][ ./-]{0,2}){2,30}(?:\d{1,6}(?!\w))?")
#: An address that goes on in the next line, in the middle of a word.
_BROKEN_ADDRESS = regex.compile(
    r"(?<=[\p{L}\p{N}][._][\p{L}\p{N}]{1,30})\n(?=[\p{L}\p{N}._+-]{1,40}@[\p{L}\p{N}-]{2,40}\.)"
    r"|(?<=@[\p{L}\p{N}.-]{1,40})\n(?=[\p{L}\p{N}-]{1,40}\.\p{Ll}{2,6}(?!\p{L}))"
)
#: A telephone number that goes on in the next line, behind a word that says what it is.
_BROKEN = regex.compile(
    r"(?:(?<!\p{L})(?:tel|handy|mobil|fon|fax|ruf|unter|erreich|nummer)[^\n\d]{0,40}\n?"
    r"|(?<![\p{L}\p{N}.,/-])(?=[+]\d|\(?01[567]\d))"
    r"(?P<number>[+0(][\d /().-]{2,16}\n[ ]?"
    r"(?!\d{1,2}/(?:19|20)\d\d)\d[\d /-]{1,14}+(?![;|\t,])(?:\n[ ]?\d[\d /-]{1,12}+(?![;|\t,]))?)",
    regex.IGNORECASE,
)


def joined_characters(text: str) -> Iterator[Edit]:
    """Runs with at least three digits, put together. (Runs of letters are joined by the normalisation.)"""
    for match in _BROKEN.finditer(text):
        start, end = match.span("number")
        yield start, end, match["number"].replace("\n", " ")
    for match in _TORN.finditer(text):
        yield match.end("first"), match.start("second"), " "
    for match in _TORN_ANYWHERE.finditer(text):
        yield *match.span(), match[0].replace("\n", "")
    for word in _DOCUMENT.finditer(text):
        for match in _PIECES.finditer(text, word.end(), min(len(text), word.end() + 60)):
            if any(sign in match[0] for sign in " ./-"):
                yield *match.span(), "".join(character for character in match[0] if character.isalnum())
    for match in _PIECE_WORD.finditer(text):
        yield *match.span(), " "
    for match in _INTERLEAVED.finditer(text):
        yield *match.span(), "".join(character for character in match[0] if character.isdigit())
    for match in _FILLED.finditer(text):
        if not _MEASURES.match(text, match.end()):
            yield *match.span(), "".join(character for character in match[0].replace("O", "0") if character.isdigit())
    for match in _CALL_GROUPS.finditer(text):
        number = match[0][0] + "".join(character for character in match[0][1:] if character.isdigit())
        odd = any(character in ".,;:_*~|+#'=·•" for character in match[0][1:])
        if odd and 8 <= len(number) <= 15 and "/" not in match[0][-5:] and not _GROUPED_DATE.search(match[0]):
            yield *match.span(), number
    for match in _BRACKETED.finditer(text):
        run = match[0].rstrip(" ./-")
        read = "".join(character for character in run if character.isdigit())
        if len(read) >= 6:
            yield match.start(), match.start() + len(run), read
    for match in _SINGLES.finditer(text):
        run = match[0]
        if sum(character.isdigit() for character in run) >= 3 and not _RUN.fullmatch(run):
            read = _WIDE_GAP.sub("\0", run).replace(" ", "").replace("\0", " ")
            plate = _PLATE.fullmatch(read)
            yield *match.span(), f"{plate[1]}-{plate[2]} {plate[3]}".upper() if plate else read
    for match in _HYPHENS.finditer(text):
        yield *match.span(), match[0].replace("-", "").replace(" ", "")
    if "@" in text:
        yield from (
            (match.start() - 1, match.end(), text[match.start() - 1]) for match in _BROKEN_ADDRESS.finditer(text)
        )
    for match in _SOME_BRACKETED.finditer(text):
        yield *match.span(), "".join(character for character in match[0] if character.isdigit())
    for match in _SPACED_DATE.finditer(text):
        if " ." in match[0]:
            yield *match.span(), match[0].replace(" ", "")
    for match in _SPACED_ZIP.finditer(text):
        if " " in match[0]:
            yield *match.span(), match[0].replace(" ", "")
    for match in _SPACED_COUNTRY.finditer(text):
        yield *match.span(), "DE"
    for pattern in (_RUN, _PAIRS, _GROUPS, _CALL):
        for match in pattern.finditer(text):
            run = "".join(character for character in match[0] if character.isalnum() or character == "+")
            digits = sum(character.isdigit() for character in run)
            if digits >= 3:
                yield *match.span(), run.translate(_LOOKS_LIKE) if digits > 0.7 * len(run) else run
    for match in _ANY_SIGNS.finditer(text):
        if not _RUN.fullmatch(match[0]):
            plus = max(match[0].rfind("+"), 0)
            run = match[0][plus:] if match[0][plus - 1 : plus] in " -" else match[0]
            yield match.end() - len(run), match.end(), run[0] + "".join(one for one in run[1:] if one.isdigit())
