"""Characters that some programme has written as a code: HTML entities, percent encoding, quoted-printable, words of
mail headers (RFC 2047), escapes of programmes and typesetters, UTF-7.
"""

from __future__ import annotations

import base64
import html
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

import regex

#: ``(start, end, text)``: what stands between start and end is read as text.
Edit = tuple[int, int, str]

_ENTITY = regex.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_PERCENT = regex.compile(r"(?<!https?://[^\s]{0,500})(?<!www\.[^\s]{0,500})(?:%[0-9A-Fa-f]{2})+")
_PERCENT_CODE = regex.compile(r"%(?:20|2C|[CE][0-9A-F])")
#: So many other codes in a word without blanks make a number behind ``%20`` no amount.
_ENCODED_TOO = 2
_QUOTED = regex.compile(r"(?:=[0-9A-F]{2})+")
_ESCAPED = regex.compile(
    r"\\(?:(?:u|u\{|x|x\{|U000)(?P<code>(?<=u)[0-9A-Fa-f]{4}|(?<=\{)[0-9A-Fa-f]{1,6}(?=\})|(?<=x)[0-9A-Fa-f]{2}"
    r"|(?<=U000)[0-9A-Fa-f]{5})\}?|(?P<octal>[0-3][0-7]{2})(?!\d)|'(?P<rtf>[0-9a-f]{2})"
    r"|(?P<tex>[\"'`^~])\{?(?P<letter>[aouAOUeEinc])\}?)"
)
_TEX_MARKS = {'"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303"}
#: Signs of a regular expression or of JSON inside of a value: ``\\+49\\s?30``, ``2025\\/AB``.
_PATTERN_SIGN = regex.compile(
    r"(?<=[\p{L}\d?+*^\"])\\(?:s(?:[?+*](?=[\p{L}\d\\])|(?=[\p{Lu}\d\\]))|(?P<sign>[-+./@()])\??(?=[\p{L}\d\\]))"
)
#: German letters in UTF-7 (RFC 2152).
_UTF7 = {"+AOQ-": "ä", "+APY-": "ö", "+APw-": "ü", "+AMQ-": "Ä", "+ANY-": "Ö", "+ANw-": "Ü", "+AN8-": "ß", "+AEA-": "@"}
_UTF7_CODE = regex.compile("|".join(map(regex.escape, _UTF7)))
_ENCODED_WORD = regex.compile(
    r"=\?(?P<charset>[A-Za-z0-9_-]{2,20})(?:\*\w{2,8})?\?(?P<kind>[bqBQ])\?(?P<text>[^?\s]{1,400})\?="
    r"(?P<gap>[ \t]*\r?\n?[ \t]+(?==\?))?"
)
_WORD_PART = regex.compile(r"_|(?:=[0-9A-Fa-f]{2})+")
_SOFT_BREAK = regex.compile(r"=[ \t]{0,2}\r?\n(?=[ ]?\S)")


def escapes(text: str) -> list[Edit]:
    """Characters that some programme has written as a code."""
    edits: list[Edit] = []
    if "=?" in text:
        edits += _encoded_words(text)
    if "\\" in text:
        edits += _backslashes(text)
        edits += ((*match.span(), match["sign"] or " ") for match in _PATTERN_SIGN.finditer(text))
    if "+A" in text:
        edits += ((*match.span(), _UTF7[match[0]]) for match in _UTF7_CODE.finditer(text))
    if "&" in text:
        for match in _ENTITY.finditer(text):
            read = html.unescape(match[0])
            if read != match[0]:
                edits.append((*match.span(), read))
    if "%" in text:
        for match in _PERCENT.finditer(text):
            read = _decoded(match[0])
            if read and not (_amount(text, match) and (read.isdigit() or read == " ")):
                edits.append((*match.span(), read))
    if "=" in text:
        edits += _quoted_printable(text)
    return edits


def _backslashes(text: str) -> Iterable[Edit]:
    """``\\u00fc``, ``\\xc3\\xbc``, ``\\303\\274``, ``\\'fc`` of RTF and ``\\"u`` of TeX."""
    for match in _ESCAPED.finditer(text):
        if match["tex"]:
            if (
                not text[match.end() : match.end() + 1].isalpha()
                and not text[match.start() - 1 : match.start()].isalpha()
            ):
                continue
            read = unicodedata.normalize("NFC", match["letter"] + _TEX_MARKS[match["tex"]])
        elif match["rtf"]:
            read = bytes.fromhex(match["rtf"]).decode("cp1252", "ignore")
        else:
            read = chr(min(int(match["octal"], 8) if match["octal"] else int(match["code"], 16), 0x10FFFF))
        read = " " if read == "\u00a0" else read
        octet = match["octal"] or match[0][1] == "x"
        if (read and read.isprintable()) or (octet and 0x80 <= ord(read) < 0xA0):
            yield *match.span(), read


def _encoded_words(text: str) -> Iterable[Edit]:
    """Words of mail headers (RFC 2047): those in quoted-printable character by character, those in Base64 whole."""
    for match in _ENCODED_WORD.finditer(text):
        charset, start, end = match["charset"], *match.span("text")
        read: list[Edit] = []
        try:
            if match["kind"] in "bB":
                octets = base64.b64decode(match["text"] + "=" * (-len(match["text"]) % 4), validate=True)
                read.append((start, end, octets.decode(charset)))
            else:
                for part in _WORD_PART.finditer(text, start, end):
                    octets = bytes.fromhex(part[0].replace("=", "")) if part[0] != "_" else b" "
                    read.append((*part.span(), octets.decode(charset)))
        except (LookupError, ValueError):
            continue
        yield match.start(), start, ""
        yield from read
        yield end, match.end(), ""


def _quoted_printable(text: str) -> list[Edit]:
    """``M=C3=BCller``, ``M=FCller`` and soft line breaks. ASCII codes (``=20``) and breaks only count beside such
    umlauts, since ``Zimmer=20`` is more often what it looks like.
    """
    letters: list[Edit] = []
    others: list[Edit] = []
    for match in _QUOTED.finditer(text):
        octets = bytes.fromhex(match[0].replace("=", ""))
        beside = text[match.end() : match.end() + 1]
        try:
            read = octets.decode("utf-8")
        except UnicodeDecodeError:
            read = octets.decode("cp1252", "ignore")
            if len(octets) == 1 and not (read.isalpha() and (beside.islower() or beside == "=")):
                if read.isalpha():
                    others.append((*match.span(), read))
                continue
        if not read.isprintable():
            continue
        if read == " " and beside in ("", " ", "\n"):
            read = ""  # a blank at the end of a line, or one more
        elif not read:
            continue
        (others if read.isascii() else letters).append((*match.span(), read))
    breaks = [(*match.span(), "") for match in _SOFT_BREAK.finditer(text)]
    if letters or any(text.rfind("\n", 0, start) + 60 < start for start, _, _ in breaks):
        return letters + others + breaks
    return [
        edit
        for edit in breaks
        if ((following := text[edit[1]]).islower() or following in "@.") and edit[0] and not text[edit[0] - 1].isspace()
    ]


def _amount(text: str, match: regex.Match[str]) -> bool:
    """Whether it may be percent after all: ``5%20`` at the end of a word, behind a digit."""
    behind = text[match.end() : match.end() + 1]
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 40]
    around = before.rsplit(None, 1)[-1:] + after.split(None, 1)[:1]
    if sum(len(_PERCENT_CODE.findall(part)) for part in around) >= _ENCODED_TOO:
        return False
    return not behind.isalnum() or (match[0][1:].isdigit() and not text[match.start() - 1 : match.start()].isalnum())


def _decoded(escaped: str) -> str:
    octets = unquote_to_bytes(escaped)
    for encoding in ("utf-8", "cp1252"):
        try:
            read = octets.decode(encoding)
        except UnicodeDecodeError:
            continue
        if read.isprintable() and (encoding == "utf-8" or (len(octets) == 1 and read in "äöüÄÖÜßéèáç")):
            return read
    return ""
