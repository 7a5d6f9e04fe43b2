"""A plain reading of the text for the recognizers, with the way back to the original, character by character.

What can be read in one way only is read so: HTML entities, percent encoding, quoted-printable, words of mail headers
(RFC 2047) and escapes decoded, umlauts of a wrong encoding put right; NFKC, invisible characters, soft hyphens and
strokes through letters removed, every dash a hyphen-minus, every apostrophe and quotation mark the ASCII one, exotic
spaces a space, every digit an ASCII digit, umlauts in two pieces put together, look-alike Cyrillic and Greek letters
inside Latin words the Latin ones, words broken at a line end and letter-spaced words joined, digits and signs inside
words read as letters. Line breaks stay. What may be read in more than one way is left to :mod:`guardrails.readings`.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from guardrails.broken_encodings import broken_encodings
from guardrails.escapes import Edit, escapes
from guardrails.inline_tags import inline_tags
from guardrails.lexicon import load_lexicon
from guardrails.spoilt_words import spoilt_words

__all__ = ["Edit", "NormalisedText", "normalise"]

_PLAIN = regex.compile(r"[\n\t\x20-\x5f\x61-\x7eÄÖÜäöüßéèêáàâçñóôíúşŞğĞıćčšžŠŽČłŁńśżź§€]*+")
_REPLACE = {
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("‘’‚‛`´ʹʻʼʽˈ′＇", "'"),
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("\u2028\u2029\u0085\x0b\x0c", "\n"),
    "\r": "",
    "…": "...",
    "¬": "-",
    **dict.fromkeys("。｡․", "."),
    "∕": "/",
    **dict.fromkeys("│┃║｜¦", "|"),
    "➖": "-",
    "➕": "+",
    **{chr(first + at): chr(65 + at) for first in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6) for at in range(26)},
}
_LATIN_TWIN = dict(
    zip(
        "АВЕЗКМНОРСТУХІЈЅЬаеорсухіјѕһԁӏԛԝьѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιανρυκτᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡɩօսոհց",
        "ABE3KMHOPCTYXIJSbaeopcyxijshdlqwbvABEZHIKMNOPTYXoiavpuktabcdefghijklmnoprstuvwyzagiounhg",
        strict=True,
    )
)
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_LATIN = regex.compile(r"\p{Latin}")
_OWN_ALPHABET = regex.compile(r"[\p{Cyrillic}\p{Greek}\p{Armenian}]+")
_FOREIGN_TWIN = regex.compile("[" + "".join(_LATIN_TWIN) + "]")
_LATIN_OR_DIGIT = regex.compile(r"[\p{Latin}0-9]")
#: Strokes through and boxes around a character, and marks that no Latin letter carries.
_CROSSED_OUT = regex.compile(r"\p{M}")
_UMLAUT_PARTS = regex.compile(r"(?P<behind>[aouAOU])[ ]?¨|¨[ ]?(?P<before>[aouAOU])")
_UMLAUT = dict(zip("aouAOU", "äöüÄÖÜ", strict=True))

_BROKEN_WORD = regex.compile(
    r"(?<=\p{L}[\p{Ll}01]{1,2})-[ \t]*\n[ \t]*(?=\p{Ll}{2}|\p{Ll}(?!\p{L}))(?!(?:und|oder|bzw|sowie|als)\b)"
)
#: What fills a form up between a label and its value: blanks behind the colon, or dots.
_FILLING = regex.compile(
    r"(?<=\p{L})[ ]{1,40}+:[ ]{1,40}+(?=[\p{L}\d+])|(?<=\p{L}[:=])[ ]{2,40}+(?=[^\s])"
    r"|(?<=\p{L})[ ]?\.{4,80}+[ ]{0,3}(?=[\p{L}\d+])"
)
#: ``Bertolt-Brecht-\nStraße``: a compound with a hyphen of its own.
_BROKEN_COMPOUND = regex.compile(r"(?<=\p{L}\p{Ll}-)[ \t]*\n[ \t]*(?=\p{Lu}\p{Ll}{2})")
_BROKEN_NUMBER = regex.compile(r"(?<=\d[OlI]?[-/])[ \t]*\n[ \t]*(?=[\dOlI]{1,12}(?![\p{L}\d.]))")
#: Pictures between digits, stars between letters: ``0176😀552``, ``Magde✳burg``.
_PICTURES = regex.compile(
    r"(?<=\d)(?:(?![°©®™])\p{So}){1,3}(?=\d)|(?<=[\p{L}\d])[\u2605\u2606\u2722-\u274B]{1,3}(?=[\p{Ll}\d])"
)
_SPACED = regex.compile(
    r"(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ ][\p{L}\p{N}@._-](?![\p{L}\p{N}])){1,120}+"
    r"(?:[ ]{2,4}[\p{L}\p{N}](?:[ ][\p{L}\p{N}@._-](?![\p{L}\p{N}])){1,60}+){0,8}+"
)
_BLANKS = regex.compile(r"[ ]+")
_WIDE = regex.compile(r"[^ -](?:(?:[ ]|(?![ -]))[^ -])*")
_SPELLED = regex.compile(
    r"(?<![\p{L}\p{N}._*|/~+-])(?:"
    r"(?P<word>\p{Lu}(?P<sign>[._*|/~+·•-])\p{Ll}(?!\p{L})(?:(?P=sign)\p{Ll}(?!\p{L})){2,60}+)"
    r"|(?:(?<=\s)\.)?(?P<word>\p{L}(?P<other>[._*|/~+·•-])\p{L}(?!\p{L})(?:(?P=other)\p{L}(?!\p{L})){3,60}+)"
    r"(?:(?P=other)(?=[ ][.\p{L}]))?"
    r"|(?P<word>\p{L}(?P<bar>[*|~·•])\p{L}(?!\p{L})(?:(?P=bar)\p{L}(?!\p{L})){2}+(?!(?P=bar))))"
)


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

    def read_span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text the code points ``start`` to ``end`` of the original are read."""
        if self._starts is None or self._ends is None:
            return start, end
        return bisect_right(self._ends, start), bisect_left(self._starts, end)

    def edited(self, edits: Iterable[Edit]) -> NormalisedText:
        """The same text with some stretches read otherwise; of overlapping edits the first counts."""
        ordered = sorted(edits)
        if not ordered:
            return self
        text = self.text
        old_starts = self._starts if self._starts is not None else array("L", range(len(text)))
        old_ends = self._ends if self._ends is not None else array("L", range(1, len(text) + 1))
        pieces: list[str] = []
        starts = array("L")
        ends = array("L")
        position = 0
        for start, end, read in ordered:
            if start < position or end <= start:
                continue
            pieces += (text[position:start], read)
            starts.extend(old_starts[position:start])
            ends.extend(old_ends[position:start])
            starts.extend([old_starts[start]] * len(read))
            ends.extend([old_ends[end - 1]] * len(read))
            position = end
        pieces.append(text[position:])
        starts.extend(old_starts[position:])
        ends.extend(old_ends[position:])
        return NormalisedText("".join(pieces), self.original_length, starts, ends)


def normalise(original: str) -> NormalisedText:
    """Reads ``original`` plainly; linear in its length."""
    source = NormalisedText(original, len(original), None, None)
    source = source.edited(escapes(original))
    source = source.edited(broken_encodings(source.text))
    source = source.edited(inline_tags(source.text))
    plain = _PLAIN.match(source.text)
    if plain is None or plain.end() < len(source.text):
        source = source.edited(_umlauts(source.text))
        source = source.edited(_characters(source.text))
        source = _with_latin_twins(source)
    joined = source.edited(_joints(source.text))
    source = joined if joined is source else joined.edited(_spelled(joined.text))
    return source.edited(spoilt_words(source.text))


def _umlauts(text: str) -> Iterable[Edit]:
    """Umlauts that some page layout has taken apart: the dots before or behind the letter."""
    if "¨" in text:
        for match in _UMLAUT_PARTS.finditer(text):
            yield *match.span(), _UMLAUT[match["behind"] or match["before"]]


def _characters(text: str) -> Iterable[Edit]:
    """The characters that are read otherwise than they stand."""
    position = 0
    length = len(text)
    while True:
        run = _PLAIN.match(text, position)
        position = run.end() if run else position
        if position >= length:
            return
        if position and unicodedata.combining(text[position]) and text[position - 1] not in " \n\t":
            position -= 1
        following = position + 1
        while following < length and unicodedata.combining(text[following]) and following - position < 32:
            following += 1
        read = _read(text[position:following])
        if read != text[position:following]:
            yield position, following, read
        position = following


def _read(cluster: str) -> str:
    """How one character with its combining marks is read."""
    character = cluster[0]
    if character in _REPLACE:
        return _REPLACE[character]
    category = unicodedata.category(character)
    if category in ("Cf", "Cc", "Cn", "Co", "Cs", "Me") and character not in "\n\t":
        return ""
    if category in ("Zs", "Zl", "Zp"):
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "No" and (digit := unicodedata.digit(character, None)) is not None:
        return str(digit)
    read = unicodedata.normalize("NFKC", cluster).replace("\u2044", "/")
    read = regex.sub(r"[\uFE00-\uFE0F\u034F]", "", read)
    return str(_CROSSED_OUT.sub("", read) if _LATIN_OR_DIGIT.match(read) else read)


def _with_latin_twins(source: NormalisedText) -> NormalisedText:
    """Look-alike letters are read as Latin where the word also has Latin letters. A word of look-alikes only is read
    as Latin where no other word of the text is written in that alphabet; real Cyrillic and Greek stays.
    """
    if not _FOREIGN_TWIN.search(source.text):
        return source
    foreign = [word[0] for word in _OWN_ALPHABET.finditer(source.text)]
    disguised = all(letter in _LATIN_TWIN for word in foreign for letter in word)

    def replaced(word: regex.Match[str]) -> str:
        found: str = word[0]
        if _FOREIGN_TWIN.search(found) and (disguised or _LATIN.search(found)):
            return "".join(_LATIN_TWIN.get(letter, letter) for letter in found)
        return found

    return NormalisedText(_WORD.sub(replaced, source.text), source.original_length, source._starts, source._ends)


def _joints(text: str) -> list[Edit]:
    """Takes out the hyphen and break inside words broken at a line end, and what stands between spaced letters."""
    edits: list[Edit] = [(*match.span(), "") for match in _BROKEN_WORD.finditer(text)]
    edits += [(*match.span(), ": " if "." in match[0] or ":" in match[0] else " ") for match in _FILLING.finditer(text)]
    edits += [(*match.span(), "") for match in _BROKEN_COMPOUND.finditer(text)]
    edits += [(*match.span(), "") for match in _BROKEN_NUMBER.finditer(text)]
    if not text.isascii():
        edits += [(*match.span(), "") for match in _PICTURES.finditer(text)]
    for match in _SPACED.finditer(text):
        run = match[0]
        turned = run[0].islower() and run[-1].isupper()
        if sum(character.isalpha() for character in run) < 4 and "@" not in run:
            continue
        for gap in _BLANKS.finditer(run):
            at, behind = gap.span()
            first, last = (run[at - 1], run[behind]) if turned else (run[behind], run[at - 1])
            new_word = first.isupper() and last.islower() and "@" not in run
            if behind - at > 1:
                edits.append((match.start() + at, match.start() + behind - 1, ""))
            elif not new_word:
                edits.append((match.start() + at, match.start() + behind, ""))
        edits += _capitals(run, match.start())
    return edits + _spelled(text)


def _spelled(text: str) -> list[Edit]:
    """The signs between single letters."""
    edits: list[Edit] = []
    for match in _SPELLED.finditer(text):
        first = match.start("word")
        if first > match.start():
            edits.append((match.start(), first, ""))
        edits += [(at, at + 1, "") for at in range(first + 1, match.end(), 2)]
        edits += _capitals(match["word"], first)
    return edits


def _capitals(run: str, start: int) -> Iterable[Edit]:
    """A capital for words in small letters that are no everyday words: somebody hides a name."""
    if any(character.isupper() for character in run) or "@" in run:
        return
    for word in _WIDE.finditer(run):
        letters = "".join(character for character in word[0] if character.isalpha())
        if len(letters) > 3 and not load_lexicon().common(letters):
            at = start + word.start()
            yield at, at + 1, run[word.start()].upper()
