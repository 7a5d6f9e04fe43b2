"""Names of authorities and other bodies, by what they end in: `Wohngeldbehörde`, `Jugendamt`, `Landesministerium`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.extraction.fact import Fact

_KINDS = (
    "amt|behörde|ministerium|gericht|kasse|kammer|agentur|stelle|direktion|präsidium|anstalt|verband|senat|dezernat"
    "|referat|center"
)
_OFFICE = re.compile(
    rf"\b(?P<field>[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ]?[a-zäöüß]+)*?)-?(?P<kind>{_KINDS})(?:e?s|en|n)?\b(?![-\w])",
    re.IGNORECASE,
)
_NO_OFFICE = re.compile(
    r"\b(?:Gesamt|Insges|Ehren|Haupt|Neben|Text|Fund|Bau(?=stelle)|Halte|Arbeits(?=stelle)|Plan(?=stelle)|Schwach|Frage"
    r"|Tank|Feuer|Gefahren|Lehr|Stamm|Nachkomma|Komma|Nahtstelle|Leer|Schnitt|Ab(?=stelle)|Vor(?=stelle)|Auf(?=stelle)"
    r"|Be(?=stelle)|Her(?=stelle)|Ein(?=stelle)|Fest(?=stelle)|Bereit(?=stelle)|Zu(?=stelle)|Dar(?=stelle)|Um(?=stelle))"
    r"(?:s|en)?(?:amt|stelle)",
    re.IGNORECASE,
)


def offices(text: str) -> Iterator[Fact]:
    """Bodies named in a text. Key: `(field, kind)` in lower case, as in `("wohngeld", "behörde")`.

    Words such as `insgesamt` or `Baustelle` are none, and a bare `Behörde` names nobody.
    """
    for match in _OFFICE.finditer(text):
        word = match.group()
        if not word[0].isupper() or _NO_OFFICE.match(word):
            continue
        key = (match["field"].lower(), match["kind"].lower())
        yield Fact("office", key, word, match.start(), match.end())
