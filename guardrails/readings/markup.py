"""Values in the languages of programmes: XML, JSON, SQL, web requests, file names; read as lines with labels.

``<gebdatum>12.03.1985</gebdatum>`` reads ``gebdatum: 12.03.1985``; ``user=t.kaya&geb=1985-03-12`` two lines;
``INSERT INTO antrag (name, geb) VALUES ('Kaya', '1985-03-12')`` a table; ``Kaya_Selin_geb12031985.pdf`` words.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.lexicon import load_lexicon
from guardrails.normalisation import Edit

_LEAF = regex.compile(
    r"<(?P<tag>\p{L}[\p{L}\p{N}_.:-]{0,40})(?P<rest>[ \t][^<>\n]{0,200})?>[ ]?(?P<value>[^<>\n]{1,160})</(?P=tag)[ ]?>"
)
_CELLS = regex.compile(r"</t[dh][ ]?>\s{0,40}<t[dh](?:[ ][^<>\n]{0,200})?>", regex.IGNORECASE)
_BREAKS = regex.compile(r"<br[ ]?/?>|</(?:p|tr|div|li|h\d)[ ]?>", regex.IGNORECASE)
#: ``kind_vorname:``, ``"gebDatum":``: the words of a key.
_KEY = regex.compile(r"(?<![\p{L}\p{N}_@/.-])\p{L}{1,24}(?:_\p{L}{1,24}){1,4}(?=[\"']?[ ]?[:=])")
_SHORT_KEYS = {
    **dict.fromkeys(("vn", "fn", "vname", "fname", "first", "given"), "Vorname"),
    **dict.fromkeys(("nn", "ln", "nname", "lname", "last", "zuname"), "Nachname"),
}
_SHORT_KEY = regex.compile(
    r"(?<![\p{L}\p{N}_@/.-])(?:" + "|".join(_SHORT_KEYS) + r")(?=[\"'][ ]?:[ ]?[\"']|=[\"']?\p{L})", regex.IGNORECASE
)
#: ``"vornamen":["Hanne","Lørke"]``: the names of a list.
_NAMES = regex.compile(
    r"(?<=name[ns]?\"[ ]?:[ ]?)\[[ ]?\"[\p{L} '.-]{2,40}\"(?:[ ]?,[ ]?\"[\p{L} '.-]{2,40}\"){0,6}[ ]?\]",
    regex.IGNORECASE,
)
_REQUEST = regex.compile(
    r"(?<!\S)[^\s?&=]{0,200}[?&]?[\p{L}_][\p{L}\p{N}_.\[\]-]{0,40}=[^\s&]{0,200}(?:&[^\s&]{1,200}){0,30}"
)
_PARAMETER = regex.compile(r"(?P<before>[?&]|^)(?P<key>[\p{L}_][\p{L}\p{N}_.\[\]-]{0,40})(?P<sign>=)")
_INSERT = regex.compile(
    r"INSERT\s+INTO\s+[\w.\"`\[\]]{1,60}\s*(?P<open>\()(?P<columns>[^()]{3,600})(?P<close>\))\s*VALUES\s*(?=\()",
    regex.IGNORECASE,
)
_TUPLE = regex.compile(
    r"[\s,]{0,40}\((?P<values>(?:'[^'\n]{0,200}'|\"[^\"\n]{0,200}\"|[^'\"()\n]|\([^()\n]{0,40}\)){1,900}+)\)"
)
_ITEM = regex.compile(r"'[^'\n]*'|\"[^\"\n]*\"|,")
_FILE = regex.compile(
    r"(?<![\p{L}\p{N}_.-])[\p{L}\p{N}][\p{L}\p{N}_()-]{4,100}(?=\.(?:pdf|docx?|xlsx?|odt|ods|rtf|txt|csv|jpe?g|png|tiff?|heic"
    r"|gif|bmp|zip|7z|eml|msg|mp3|wav|m4a|mp4|mov|html?|xml|json|p7m|asc)(?!\p{L}))",
    regex.IGNORECASE,
)
_FILE_JOINT = regex.compile(r"_|(?<=\p{Ll})(?=\d)|(?<=\d)(?=\p{L})|(?<=\p{L})-(?=\d)|(?<=\d)-(?=\p{L})")
_FILE_DATE = regex.compile(
    r"(?P<first>\p{L}{2,30})[_-](?P<second>\p{L}{2,30})[_-](?P<date>(?:19[1-9]\d|200\d|201[0-5])-[01]\d-[0-3]\d"
    r"|[0-3]\d[.-][01]\d[.-](?:19[1-9]\d|200\d|201[0-5]))(?!\d)"
)


def markup(text: str) -> Iterator[Edit]:
    """Tags, keys, parameters, tuples and file names, as lines and words."""
    if "</" in text or "<br" in text:
        yield from _tags(text)
    if "=" in text or '":' in text or "':" in text:
        for match in _KEY.finditer(text):
            yield *match.span(), match[0].replace("_", " ")
        for match in _SHORT_KEY.finditer(text):
            yield *match.span(), _SHORT_KEYS[match[0].lower()]
    if '["' in text:
        for match in _NAMES.finditer(text):
            yield *match.span(), '"' + " ".join(regex.findall(r"[^\[\]\",]+", match[0])) + '"'
    if "&" in text or "?" in text:
        yield from _requests(text)
    if "(" in text:
        for match in _INSERT.finditer(text):
            yield from _inserted(text, match)
    if "_" in text:
        yield from _files(text)


def _tags(text: str) -> Iterator[Edit]:
    for match in _CELLS.finditer(text):
        yield *match.span(), " | "
    for match in _BREAKS.finditer(text):
        yield *match.span(), "\n"
    for match in _LEAF.finditer(text):
        tag = match["tag"].lower()
        if tag in ("td", "th", "p", "b", "i", "a", "li", "div", "span", "strong", "em", "u"):
            continue
        yield match.start(), match.start() + 1, "\n"
        yield match.end("tag"), match.start("value"), ": "
        yield match.end("value"), match.end(), "\n"


def _requests(text: str) -> Iterator[Edit]:
    for match in _REQUEST.finditer(text):
        start, end = match.span()
        if "&" not in match[0] and "?" not in match[0]:
            continue
        first = True
        for parameter in _PARAMETER.finditer(text, start, end):
            if first and parameter["before"] not in ("?", "&", ""):
                break
            first = False
            if parameter["before"]:
                yield parameter.start("before"), parameter.start("before") + 1, "\n"
            yield *parameter.span("sign"), ": "
        for at in range(start, end):
            if text[at] == "+" and text[at - 1].isalnum() and text[at + 1 : at + 2].isalpha():
                yield at, at + 1, " "


def _inserted(text: str, insert: regex.Match[str]) -> Iterator[Edit]:
    """The columns as the head of a table, each tuple as a row."""
    yield insert.start(), insert.end("open"), "\n"
    for at in range(insert.start("columns"), insert.end("columns")):
        if text[at] in ",_\n":
            yield at, at + 1, {",": ";", "_": " ", "\n": " "}[text[at]]
    yield insert.start("close"), insert.end(), "\n"
    position = insert.end()
    while row := _TUPLE.match(text, position):
        yield row.start(), row.start("values"), ""
        for item in _ITEM.finditer(text, *row.span("values")):
            if item[0] == ",":
                yield *item.span(), ";"
            else:
                yield item.start(), item.start() + 1, ""
                yield item.end() - 1, item.end(), ""
        yield row.end() - 1, row.end(), "\n"
        position = row.end()


def _files(text: str) -> Iterator[Edit]:
    for match in _FILE.finditer(text):
        start, end = match.span()
        born = _FILE_DATE.match(text, start, end)
        is_name = born is not None and _name(born["first"], born["second"])
        for joint in _FILE_JOINT.finditer(text, start, end):
            if is_name and born is not None and joint.end() == born.start("date"):
                yield joint.start(), joint.end(), " geb. "
            elif is_name and born is not None and born.start("date") < joint.start() < born.end("date"):
                continue
            elif joint[0]:
                yield *joint.span(), " "
            else:
                yield joint.start() - 1, joint.start(), text[joint.start() - 1] + " "


def _name(first: str, second: str) -> bool:
    """Whether two words of a file are those of a person."""
    lexicon = load_lexicon()
    return (lexicon.given(first) > 0 and not lexicon.listed(second)) or (
        lexicon.given(second) > 0 and not lexicon.listed(first)
    )
