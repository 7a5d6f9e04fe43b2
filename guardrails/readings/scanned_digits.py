"""``DE89 37O4 0044``, ``l5 070649 C 103``: letters that a scanner has read inside numbers."""

from collections.abc import Iterator

import regex

from guardrails.normalisation import Edit

_DIGIT = {
    **dict.fromkeys("Oo", "0"),
    **dict.fromkeys("Il|!", "1"),
    **dict.fromkeys("Zz", "2"),
    **dict.fromkeys("Ss", "5"),
    "B": "8",
}
_LOOKS_LIKE = "".join(_DIGIT)
_RUN = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?:[A-Z]{{2}}[ ]?)?[+(]{{0,2}}[0-9{_LOOKS_LIKE}]"
    rf"(?:[ ./-]{{0,3}}[0-9A-Z{_LOOKS_LIKE}]){{5,33}}+"
)
_TOUCHED = regex.compile(
    rf"(?<=[0-9])[{_LOOKS_LIKE}]|[{_LOOKS_LIKE}](?=[{_LOOKS_LIKE}]?[0-9])|(?<=[0-9][{_LOOKS_LIKE}])[{_LOOKS_LIKE}]"
    rf"|(?<![\p{{L}}\p{{N}}])(?!I+(?!\p{{L}}))[{_LOOKS_LIKE}]{{2,8}}(?![\p{{L}}\p{{N}}])"
)
_SERIAL = regex.compile(
    r"(?<![\p{L}\p{N}])(?=[A-Z0-9]*[0-9OI][0-9OI])(?=[A-Z0-9]*[OIl])[A-Z0-9l]{8,12}(?![\p{L}\p{N}])"
)


def scanned_digits(text: str) -> Iterator[Edit]:
    """The look-alike letters of runs that are mostly digits, each as its digit."""
    for match in _RUN.finditer(text):
        run = match[0]
        digits = sum(character.isdigit() for character in run)
        letters = sum(character in _LOOKS_LIKE for character in run)
        others = sum(character.isalpha() for character in run) - letters
        if not letters or digits < 4 or digits < letters or others > 4:
            continue
        start = match.start() + (2 if run[:2].isalpha() and run[:2].isupper() and run[:2] not in ("OO", "II") else 0)
        for letter in _TOUCHED.finditer(text, start, match.end()):
            yield *letter.span(), "".join(_DIGIT[character] for character in letter[0])
    for match in _SERIAL.finditer(text):
        run = match[0]
        if sum(character.isdigit() for character in run) >= 3:
            for at, character in enumerate(run):
                if character in "OIl" and at:
                    yield match.start() + at, match.start() + at + 1, _DIGIT[character]
