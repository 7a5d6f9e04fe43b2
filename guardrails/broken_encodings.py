"""Umlauts that a wrong encoding has broken: ``MÃ¼ller``, ``M³ller``, ``M�ller``, ``M?ller``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import regex

from guardrails.escapes import Edit
from guardrails.lexicon import load_lexicon


def _windows(octet: int) -> str:
    """The character that cp1252 has for an octet; for the five that it leaves out, the control of Latin-1."""
    return bytes([octet]).decode("cp1252", "ignore") or chr(octet)


_FOLLOWING = {_windows(octet): octet for octet in range(0x80, 0xC0)} | {
    chr(octet): octet for octet in range(0x80, 0xC0)
}
_NEXT = "[" + "".join(regex.escape(character) for character in _FOLLOWING) + "]"
_OCTETS = {_windows(octet): octet for octet in range(0xC2, 0xF5)} | _FOLLOWING
#: UTF-8 read as cp1252 or Latin-1: a first octet and those that follow it.
_TWO_TO_FOUR = regex.compile(rf"[Â-ß]{_NEXT}|[à-ï]{_NEXT}{{2}}|[ð-ô]{_NEXT}{{3}}")
_READABLE = regex.compile(r"[\p{Latin}\p{P}\p{S}\p{Zs}\p{Cyrillic}\p{Greek}\p{Arabic}\u200b-\u200d\ufeff]")
#: ``Ãe``: the second octet of ``ß`` is a control character, and got lost.
_LOST = regex.compile(rf"(?<=\p{{Ll}}|{_NEXT})Ã(?=\p{{Ll}}|[\s.,;:!?)]|$)")
#: ``0172Â 660``: a blank that does not break, its second octet read as a blank.
_LOST_BLANK = regex.compile(r"(?<=[\p{L}\d])Â[ ](?=[\p{L}\d])")
_QUOTES = "“”„‘’‚"
#: The letters of code page 850 read as cp1252, between letters.
_OLD = regex.compile(r"(?<=\p{L}\p{Ll}?)[³÷▀‗](?=\p{Ll}{2})|(?<=\p{Ll})[▀‗](?=\p{Ll})")
_OLD_LETTERS = {"³": "ü", "÷": "ö", "▀": "ß", "‗": "ß"}
#: A letter that no programme could read.
_UNREADABLE = regex.compile(r"(?<![\p{L}\p{N}])(?=[\p{L}\uFFFD]{0,24}\uFFFD)[\p{L}\uFFFD]{3,40}")
_ASKED = regex.compile(r"(?<![\p{L}\p{N}/=&?.])\p{L}{1,20}(?:\?\p{Ll}{1,20}){1,2}(?![\p{L}\p{N}=/?])")
_ASKED_NUMBER = regex.compile(r"(?<![\p{L}\p{N}?])\+?\d{1,6}(?:\?\d{1,8}){2,8}+(?![?\p{L}\p{N}])")
_STREET = regex.compile(r"stra(?:ß|ss)e$")
_CANDIDATES = ("ü", "ä", "ö", "ß", "é", "Ü", "Ö", "Ä", "ç", "ğ", "ł", "á", "í", "ó")


def broken_encodings(text: str) -> Iterable[Edit]:
    """The letters as they were written; empty for a text without broken ones."""
    edits: list[Edit] = []
    if text.isascii():
        return _asked(text) if "?" in text else edits
    for match in _TWO_TO_FOUR.finditer(text):
        read = _read(match[0])
        behind = text[match.end() : match.end() + 1]
        if read and not (match[0][-1] in _QUOTES and not behind.isalpha()):
            edits.append((*match.span(), read))
    if edits and "Â" in text:
        edits += ((*match.span(), " ") for match in _LOST_BLANK.finditer(text))
    if edits and "Ã" in text:
        edits += ((*match.span(), "ß") for match in _LOST.finditer(text))
    edits += ((*match.span(), _OLD_LETTERS[match[0]]) for match in _OLD.finditer(text))
    if "\ufffd" in text:
        for match in _UNREADABLE.finditer(text):
            edits += _replaced(match, "\ufffd", certain=True)
    if "?" in text:
        edits += _asked(text)
    return edits


def _read(broken: str) -> str:
    try:
        read = bytes(_OCTETS[character] for character in broken).decode("utf-8")
    except (KeyError, ValueError):
        return ""
    return read if _READABLE.fullmatch(read) else ""


def _asked(text: str) -> Iterator[Edit]:
    """``M?ller``, only where a letter in place of the sign makes a known word or name."""
    for match in _ASKED_NUMBER.finditer(text):
        yield from ((at, at + 1, " ") for at in range(*match.span()) if text[at] == "?")
    for match in _ASKED.finditer(text):
        yield from _replaced(match, "?", certain=False)


def _replaced(match: regex.Match[str], sign: str, *, certain: bool) -> Iterator[Edit]:
    lexicon = load_lexicon()
    word = match[0]
    if word.count(sign) == 2:
        for pair in product(_CANDIDATES[:4], repeat=2):
            read = iter(pair)
            tried = "".join(next(read) if character == sign else character for character in word)
            if lexicon.listed(tried) or lexicon.surname(tried) or lexicon.place(tried) or lexicon.common(tried):
                places = [match.start() + at for at, character in enumerate(word) if character == sign]
                yield from ((at, at + 1, letter) for at, letter in zip(places, pair, strict=True))
                return
        tried = word.replace(sign, "ü", 1).replace(sign, "ß")
        if _STREET.search(tried):
            places = [match.start() + at for at, character in enumerate(word) if character == sign]
            yield from ((at, at + 1, letter) for at, letter in zip(places, "üß", strict=True))
            return
    for letter in _CANDIDATES:
        tried = word.replace(sign, letter)
        if lexicon.listed(tried) or lexicon.given(tried) or lexicon.surname(tried) or lexicon.place(tried):
            break
    else:
        letter = next((one for one in _CANDIDATES[:4] if certain and lexicon.common(word.replace(sign, one))), "ü")
        if not certain:
            return
    for at, character in enumerate(word):
        if character == sign:
            yield match.start() + at, match.start() + at + 1, letter
