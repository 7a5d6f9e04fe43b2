"""Names of authorities and other bodies, by what they end in: `Wohngeldbehörde`, `Jugendamt`, `Forstverwaltung`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.extraction.fact import Fact

_KINDS = (
    "amt|behörde|ministerium|gericht|kasse|kammer|agentur|stelle|direktion|präsidium|anstalt|verband|senat|dezernat"
    "|referat|center|verwaltung"
)
_OFFICE = re.compile(
    rf"\b(?P<field>[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ]?[a-zäöüß]+)*?)-?(?P<kind>{_KINDS})(?:e?s|en|n)?\b(?![-\w])",
    re.IGNORECASE,
)
_MANAGING = re.compile(
    r"\b(?:Haus|Daten|Termin|Selbst|Akten|Personal|Vermögens|Nachlass|Wohnungs|Immobilien|Lager|Grundstücks|Rechte|Benutzer"
    r"|Nutzer|Miet|Objekt|Gebäude|Material|Zwangs|Insolvenz|Mit|Konto|Konten|Kassen|Dokumenten|Adress|Geräte|Schlüssel"
    r"|Stadt|Gemeinde|Kreis|Kommunal|Landes|Bundes|Fuhrpark|Mittel|Haushalts|Aufgaben|Zeit|Eigen|Treuhand|WEG-?|Stammdaten|Passwort|Beitrags|Mitglieder|Teilnehmer)"
    r"verwaltung",
    re.IGNORECASE,
)
"""Administration of something, which is no body (`Hausverwaltung`, `Terminverwaltung`), or of no field
(`Stadtverwaltung`): like a bare `Behörde` it may be whoever writes."""
_NO_OFFICE = re.compile(
    r"\b(?:Gesamt|Insges|Ehren|Haupt|Neben|Text|Fund|Bau(?=stelle)|Halte|Arbeits(?=stelle)|Plan(?=stelle)|Schwach|Frage"
    r"|Tank|Feuer|Gefahren|Lehr|Stamm|Nachkomma|Komma|Nahtstelle|Leer|Schnitt|Ab(?=stelle)|Vor(?=stelle)|Auf(?=stelle)"
    r"|Be(?=stelle)|Her(?=stelle)|Ein(?=stelle)|Fest(?=stelle)|Bereit(?=stelle)|Zu(?=stelle)|Dar(?=stelle)|Um(?=stelle))"
    r"(?:s|en)?(?:amt|stelle)",
    re.IGNORECASE,
)


def offices(text: str) -> Iterator[Fact]:
    """Bodies named in a text. Key: `(field, kind)` in lower case, as in `("wohngeld", "behörde")`.

    Words such as `insgesamt`, `Baustelle` or `Hausverwaltung` are none, and a bare `Behörde` names nobody.
    """
    for match in _OFFICE.finditer(text):
        word = match.group()
        if not word[0].isupper() or _NO_OFFICE.match(word) or _MANAGING.match(word):
            continue
        key = (match["field"].lower(), match["kind"].lower())
        yield Fact("office", key, word, match.start(), match.end())
