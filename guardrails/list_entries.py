"""What the entries of a list begin with: ``Gisela – Zitrone``, ``Nr 17 -> Klein``, rotas, votes by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

_WORD = r"\p{Lu}[\p{L}\p{M}]{0,30}+(?:['-]\p{L}[\p{L}\p{M}]{0,30}+){0,3}+(?![\p{L}\p{M}'-])"
_ITEM = rf"{_WORD}(?:[ ](?:(?:von|van|de|der|al|el)[ ])?{_WORD}){{0,2}}(?:[ ](?:\p{{Lu}}\.|[js]r\.|jun\.|sen\.))?"
#: What stands in front of the name of an entry: a bullet, a number, a thing with its number, a day, a time.
_LEAD = (
    r"(?:(?P<bullet>[-*•–☐>][ ]{1,3})"
    r"|(?P<thing>(?:Nr|Zi|Zimmer|Raum|R|Platz|Schrank|Spind|Schlüssel|Auto|Wagen|Kfz|Tisch|Stand|Büro|Bett|Tor"
    r"|Schalter)\.?[ ]\d{1,4}\p{L}?"
    r"[ ]{0,2}(?:->|→|=>|[:–=-])[ ]{0,2})"
    r"|(?P<day>(?:Mo|Di|Mi|Do|Fr|Sa|So)(?:[/+-](?:Mo|Di|Mi|Do|Fr|Sa|So))?\.?:?[ ]{1,4})"
    r"|(?P<date>\d{1,2}\.\d{1,2}\.(?:\d{2,4})?:?[ ]{1,3})"
    r"|(?P<time>\d{1,2}[:.]\d{2}(?:[ ]Uhr)?[ ]{1,4})"
    r"|(?P<number>\d{1,4}[.)]?[ ]{1,3}))?"
)
_TAIL = (
    r"(?:(?P<dash>[ ][–-][ ])|(?P<arrow>[ ]?(?:->|→|=>|=)[ ]?)|(?P<colon>[ ]?:[ ])|(?P<gap>[ ]{2,}\S)"
    r"|(?P<stroke>[ ]?[/+][ ]?\p{Lu})|(?P<small>[ ](?:\p{Ll}|\())|(?P<comma>,[ ])|(?P<end>[ ]*$))"
)
_ENTRY = regex.compile(rf"^[ ]{{0,4}}{_LEAD}(?P<item>{_ITEM})(?={_TAIL})", regex.MULTILINE)
#: Behind the name in the same entry: the one who shares it.
_SECOND = regex.compile(rf"[ ]?[/+][ ]?(?P<item>{_ITEM})(?=[ ]?(?:[:,(/+–-]|$)|[ ]{{2}}|[ ]\p{{Ll}})", regex.MULTILINE)
#: ``Adam ja – Bianchi ja – Busch nein``
_VOTE = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}'-])(?P<item>{_ITEM})[ ](?:\(?(?:ja|nein|enth\.?|enthaltung|dafür|dagegen|abwesend|anwesend"
    rf"|befangen|fehlt|krank|entsch\.?|Enth\.?|Enthaltung|Ja|Nein|JA|NEIN)\b|[✓✗✔✘☑☒✅❌])"
)
#: Letters of a rota: early, late, night shift, leave.
_ROTA = regex.compile(
    rf"^[ ]{{0,2}}(?P<item>{_WORD}(?:[ ]\p{{Lu}}\.)?)(?:[ \t|:;]{{1,12}}(?:[FSNUKTZDX]\d?|FT|UR|BR|HO"
    rf"|[–.?✓x-])(?=[ \t|;]|$)){{3,31}}+",
    regex.MULTILINE,
)
_LEAST_VOTES = 3


@dataclass(frozen=True, slots=True)
class Entries:
    """Where the items of a list stand."""

    spans: tuple[tuple[int, int], ...]
    of_persons: bool
    """Whether only persons have such entries: votes, shifts."""


def entries(text: str) -> Iterator[Entries]:
    """The lists of a text, each with what stands at the same place of its entries."""
    rota = tuple(match.span("item") for match in _ROTA.finditer(text))
    if len(rota) > 1:
        yield Entries(rota, True)
    votes = tuple(match.span("item") for match in _VOTE.finditer(text))
    if len(votes) >= _LEAST_VOTES:
        yield Entries(votes, True)
    groups: dict[tuple[str, int], list[tuple[int, int]]] = {}
    block = 0
    before = 0
    for match in _ENTRY.finditer(text):
        if text.count("\n\n", before, match.start()):
            block += 1
        before = match.start()
        lead = next((name for name in ("bullet", "thing", "day", "date", "time", "number") if match[name]), "")
        tail = match.lastgroup or ""
        if (not lead and tail in ("small", "end", "comma")) or (lead == "time" and tail == "small"):
            continue
        spans = groups.setdefault((lead or tail, block), [])
        spans.append(match.span("item"))
        position = match.end("item")
        while second := _SECOND.match(text, position):
            spans.append(second.span("item"))
            position = second.end("item")
    yield from (Entries(tuple(spans), lead == "day") for (lead, _), spans in groups.items() if len(spans) > 1)
