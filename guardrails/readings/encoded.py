"""Base64 (RFC 4648, both alphabets, with and without padding) and hexadecimal codes of readable text."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

import regex

#: A shorter block holds fewer than nine octets, and any word could be one.
_LEAST = 12
#: Longest line of a block that goes on in the next line (MIME breaks at 76, PEM at 64).
_FULL_LINE = 60
_BLOCK = regex.compile(
    rf"(?<![A-Za-z0-9+/_=-])(?=[A-Za-z+/_-]{{0,40}}[0-9+/=]|[A-Za-z]{{0,40}}[a-z][A-Z])"
    rf"(?:[A-Za-z0-9+/_-]{{{_FULL_LINE},}}+[ ]?\n(?=[A-Za-z0-9+/_-]))*+[A-Za-z0-9+/_-]{{{_LEAST - 2},}}+={{0,2}}(?!\w)"
)
#: A shorter run of decimal digits is a number, even where it could be read as codes.
_LEAST_DECIMAL = 24
_LEAST_PAIRED = 16
_HEX = regex.compile(
    r"(?<![A-Za-z0-9])(?:0x)?(?:[0-9A-Fa-f]{2}(?P<gap>[ :,-]|[ ]?0x|\\x"
    r"|)[0-9A-Fa-f]{2}(?:(?P=gap)[0-9A-Fa-f]{2}){4,4000}+)(?![A-Za-z0-9])"
)
#: ``76 117 105 115``, ``[84, 114, 228]``: the codes of letters in decimals.
_CODE = r"(?:3[2-9]|[4-9]\d|1\d\d|2[0-4]\d|25[0-5])"
_CODES = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}.,/:-]){_CODE}(?P<gap>,?[ ]|,|-){_CODE}(?:(?P=gap){_CODE}){{2,400}}+"
    r"(?![\p{L}\p{N}]|[.,]\d|[ ]\d)"
)
_WRITTEN = regex.compile(r"(?:\p{Lu}?\p{Ll}{2,}(?:[ -]\p{Lu}\p{Ll}+){0,3}|\p{Lu}{4,}|[\w.+-]+@[\w-]+\.\w+)[.,]?")
_READABLE = regex.compile(r"[\p{L}\p{N}\p{P}\p{Zs}\n\r\t+<>=|~^§€$°´`]{6,}")
_WORDS = regex.compile(r"\p{L}{3}|\d{4}")


def encoded_blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each block that decodes to readable text, and that text. Looked at once: what is encoded
    twice stays so.
    """
    for match in _HEX.finditer(text):
        decoded = _from_hex(match[0].replace(match["gap"], "") if match["gap"] else match[0], paired=bool(match["gap"]))
        if decoded is not None:
            yield *match.span(), decoded
    for match in _CODES.finditer(text):
        decoded = "".join(chr(int(code)) for code in match[0].replace(match["gap"], " ").split())
        if _WRITTEN.fullmatch(decoded):
            yield *match.span(), decoded
    for match in _BLOCK.finditer(text):
        decoded = _decoded(match[0])
        if decoded is not None:
            yield *match.span(), decoded


def _from_hex(block: str, *, paired: bool) -> str | None:
    """What hexadecimal codes say; ``None`` where it is no readable text, or a plain number."""
    digits = block.removeprefix("0x")
    least = _LEAST_PAIRED if paired else _LEAST_DECIMAL
    if len(digits) % 2 or (digits.isdigit() and len(digits) < least):
        return None
    try:
        read = bytes.fromhex(digits).decode("utf-8")
    except ValueError:
        return None
    return read if _READABLE.fullmatch(read) and _WORDS.search(read) else None


def _decoded(block: str) -> str | None:
    compact = "".join(block.split()).rstrip("=").translate(str.maketrans("-_", "+/"))
    if len(compact) < _LEAST - 2 or len(compact) % 4 == 1:
        return None
    try:
        octets = base64.b64decode(compact + "=" * (-len(compact) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
    for encoding in ("utf-8", "cp1252"):
        try:
            read = octets.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _READABLE.fullmatch(read) and _WORDS.search(read) and (encoding == "utf-8" or _mostly_ascii(read)):
            return read
    return None


def _mostly_ascii(read: str) -> bool:
    return all(character.isascii() or character in "äöüÄÖÜßéèáçñ€§" for character in read)
