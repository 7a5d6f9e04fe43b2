"""A plain reading of the text for the recognizers, with the way back to the original, character by character.

NFKC, invisible characters and soft hyphens removed, every dash a hyphen-minus, every apostrophe and
quotation mark the ASCII one, exotic spaces a space, look-alike Cyrillic and Greek letters inside Latin
words the Latin ones, words broken at a line end and letter-spaced words joined. Line breaks stay.
"""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass

import regex

_PLAIN = regex.compile(r"[\n\t\x20-\x7eÄÖÜäöüßéèêáàâçñóôíúşŞğĞıćčšžŠŽČłŁńśżź§€]*+")
_REPLACE = {
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("‘’‚‛`´ʹʻʼʽˈ′＇", "'"),
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("\u2028\u2029\u0085\x0b\x0c", "\n"),
    "\r": "",
    "…": "...",
}
_LATIN_TWIN = dict(
    zip(
        "АВЕЗКМНОРСТУХІЈЅаеорсухіјѕһԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιανρ",
        "ABE3KMHOPCTYXIJSaeopcyxijshdABEZHIKMNOPTYXoiavp",
        strict=True,
    )
)
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_LATIN = regex.compile(r"\p{Latin}")
_FOREIGN_TWIN = regex.compile("[" + "".join(_LATIN_TWIN) + "]")
_BROKEN_WORD = regex.compile(r"(?<=\p{L}\p{Ll})-[ \t]*\n[ \t]*(?=\p{Ll}{2})(?!(?:und|oder|bzw|sowie|als)\b)")
_SPACED_WORD = regex.compile(r"(?<![\p{L}\p{N}][ ]?)\p{Lu}(?:[ ]\p{Ll}){3,40}(?![ ]?[\p{L}\p{N}])")
_SPACED_CAPITALS = regex.compile(r"(?<![\p{L}\p{N}][ ]?)\p{Lu}(?:[ ]\p{Lu}){3,40}(?![ ]?[\p{L}\p{N}])")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """The text as recognizers read it."""

    text: str
    original_length: int
    _starts: array[int] | None
    _ends: array[int] | None

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the original that ``text[start:end]`` was read from."""
        if self._starts is None or self._ends is None:
            return start, end
        if start >= end:
            raise ValueError("empty span")
        return self._starts[start], self._ends[end - 1]


def normalise(original: str) -> NormalisedText:
    """Reads ``original`` plainly; linear in its length."""
    plain = _PLAIN.match(original)
    if plain is not None and plain.end() == len(original):
        return _joined(NormalisedText(original, len(original), None, None))
    pieces: list[str] = []
    starts = array("L")
    ends = array("L")

    def put(text: str, start: int, end: int) -> None:
        pieces.append(text)
        starts.extend([start] * len(text))
        ends.extend([end] * len(text))

    position = 0
    length = len(original)
    while position < length:
        character = original[position]
        following = position + 1
        if character < "\x7f" and character != "\r" and (following == length or original[following] < "\u0300"):
            put(_REPLACE.get(character, character), position, following)
            position = following
            continue
        while following < length and unicodedata.combining(original[following]) and following - position < 32:
            following += 1
        if character in _REPLACE:
            read = _REPLACE[character]
        elif unicodedata.category(character) in ("Cf", "Cc", "Cn", "Co", "Cs") and character not in "\n\t":
            read = ""
        elif unicodedata.category(character) in ("Zs", "Zl", "Zp"):
            read = " "
        else:
            read = unicodedata.normalize("NFKC", original[position:following])
            read = read.replace("\u2044", "/").replace("\u034f", "")
            read = regex.sub(r"[\uFE00-\uFE0F]", "", read)
        put(read, position, following)
        position = following
    result = NormalisedText("".join(pieces), length, starts, ends)
    return _joined(_with_latin_twins(result))


def _with_latin_twins(source: NormalisedText) -> NormalisedText:
    """Look-alike letters are read as Latin where the word also has Latin letters; Cyrillic words stay."""
    if not _FOREIGN_TWIN.search(source.text):
        return source

    def replaced(word: regex.Match[str]) -> str:
        found: str = word[0]
        if _FOREIGN_TWIN.search(found) and _LATIN.search(found):
            return "".join(_LATIN_TWIN.get(letter, letter) for letter in found)
        return found

    return NormalisedText(_WORD.sub(replaced, source.text), source.original_length, source._starts, source._ends)


def _joined(source: NormalisedText) -> NormalisedText:
    """Takes out the hyphen and break inside words broken at a line end, and the spaces of spaced words."""
    text = source.text
    holes: list[tuple[int, int]] = [match.span() for match in _BROKEN_WORD.finditer(text)]
    for pattern in (_SPACED_WORD, _SPACED_CAPITALS):
        for match in pattern.finditer(text):
            holes.extend((at, at + 1) for at in range(match.start() + 1, match.end(), 2))
    if not holes:
        return source
    starts = source._starts if source._starts is not None else array("L", range(len(text)))
    ends = source._ends if source._ends is not None else array("L", range(1, len(text) + 1))
    kept: list[str] = []
    new_starts = array("L")
    new_ends = array("L")
    position = 0
    for start, end in sorted(holes):
        if start < position:
            continue
        kept.append(text[position:start])
        new_starts.extend(starts[position:start])
        new_ends.extend(ends[position:start])
        position = end
    kept.append(text[position:])
    new_starts.extend(starts[position:])
    new_ends.extend(ends[position:])
    return NormalisedText("".join(kept), source.original_length, new_starts, new_ends)
