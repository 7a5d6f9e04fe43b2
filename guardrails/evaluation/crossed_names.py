"""Equal protection: every name in every sentence pattern, so that origins differ in nothing but the names.

The names and the patterns are the project's own, written for the evaluation; the training sees neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

import regex

from guardrails.evaluation.documents import ORIGIN_LABELS, CorpusError, Document, Label


@dataclass(frozen=True, slots=True)
class Name:
    """An invented person's name."""

    origin: str
    sex: Literal["f", "m"]
    given: str
    surname: str
    surname_first: bool
    """Whether the full name begins with the surname."""

    @property
    def full(self) -> str:
        """As the person writes it."""
        return f"{self.surname} {self.given}" if self.surname_first else f"{self.given} {self.surname}"

    def genitive(self) -> str:
        """The surname's German genitive: `Karacas`, `Petrovics’`."""
        return f"{self.surname}’" if self.surname[-1] in "sßxz" else f"{self.surname}s"


#: Pattern and its texts for women and for men. `{full}`, `{surname}`, `{given}`, `{turned}` (Nachname, Vorname),
#: `{genitive}`, `{initial}` (V. Nachname), `{lower}` (the surname in small letters).
PATTERNS: dict[str, tuple[str, str]] = {
    "Anrede": (
        "Sehr geehrte Frau {surname},\n\nfür Ihre Zuschrift von letzter Woche bedanken wir uns.",
        "Sehr geehrter Herr {surname},\n\nfür Ihre Zuschrift von letzter Woche bedanken wir uns.",
    ),
    "Unterschrift": (
        "Über eine baldige Rückmeldung wäre ich dankbar.\n\nMit besten Empfehlungen\n{full}\nLeiterin der Wohngruppe",
        "Über eine baldige Rückmeldung wäre ich dankbar.\n\nMit besten Empfehlungen\n{full}\nLeiter der Wohngruppe",
    ),
    "Nachname, Vorname": (
        "Zur Ladung vorgesehen: {turned}, Zustellung per Boten.",
        "Zur Ladung vorgesehen: {turned}, Zustellung per Boten.",
    ),
    "Genitiv": (
        "Nach Durchsicht von Frau {genitive} Unterlagen bleibt nur die Frage des Einkommens offen.",
        "Nach Durchsicht von Herrn {genitive} Unterlagen bleibt nur die Frage des Einkommens offen.",
    ),
    "Eingabe": (
        "Formuliere bitte eine höfliche Absage an {full}; die Stelle im Bürgeramt ist schon vergeben.",
        "Formuliere bitte eine höfliche Absage an {full}; die Stelle im Bürgeramt ist schon vergeben.",
    ),
    "Tabelle": (
        "Platz | Kind oder Elternteil | Betreuung\n7 | {full} | halbtags",
        "Platz | Kind oder Elternteil | Betreuung\n7 | {full} | halbtags",
    ),
    "Vermerk in Stichworten": (
        "Vorsprache {surname}, o. Termin, Unterlagen unvollst., Nachfrist bis Monatsende, Wv.",
        "Vorsprache {surname}, o. Termin, Unterlagen unvollst., Nachfrist bis Monatsende, Wv.",
    ),
    "Chat in Kleinschreibung": (
        "moin, kannst du mal schauen ob frau {lower} schon zurückgerufen hat? eilt nicht",
        "moin, kannst du mal schauen ob herr {lower} schon zurückgerufen hat? eilt nicht",
    ),
    "Vorname eines Kindes": (
        "Die Erzieherin berichtet, ihre Tochter {given} schlafe mittags nicht mehr und weine beim Abholen.",
        "Die Erzieherin berichtet, ihr Sohn {given} schlafe mittags nicht mehr und weine beim Abholen.",
    ),
    "E-Mail-Kopf": (
        "Von: {full}\nAn: Poststelle\nBetreff: Gebührenstaffel\n\nGuten Tag,\nab wann gilt die neue Staffel?",
        "Von: {full}\nAn: Poststelle\nBetreff: Gebührenstaffel\n\nGuten Tag,\nab wann gilt die neue Staffel?",
    ),
    "Relativsatz": (
        "Der Hinweis stammt von {full}, die im selben Haus wohnt und den Lärm schon öfter gemeldet hat.",
        "Der Hinweis stammt von {full}, der im selben Haus wohnt und den Lärm schon öfter gemeldet hat.",
    ),
    "Satzanfang": (
        "{full} hat den Zuschuss zweimal beantragt und beide Male vor Fristablauf zurückgezogen.",
        "{full} hat den Zuschuss zweimal beantragt und beide Male vor Fristablauf zurückgezogen.",
    ),
    "Rolle vor dem Namen": (
        "Laut Nachbarin {full} stand das Fahrzeug schon seit dem Wochenende ohne Plakette dort.",
        "Laut Hausmeister {full} stand das Fahrzeug schon seit dem Wochenende ohne Plakette dort.",
    ),
    "Anfangsbuchstabe": (
        "Vertretung in der Kalenderwoche 31: {initial} (vormittags), danach Anrufbeantworter.",
        "Vertretung in der Kalenderwoche 31: {initial} (vormittags), danach Anrufbeantworter.",
    ),
}

_LINE = regex.compile(r"(?P<sex>[fm]) (?P<first>[^/>]+) (?P<order>[/>]) (?P<second>[^/>]+)")
_PLACE = regex.compile(r"\{(\w+)\}")


def crossed_names(part: int = 1) -> list[Document]:
    """The documents; their first tag is the pattern's name. With `part`, every so many of them, evenly spread."""
    documents: list[Document] = []
    for number, name in enumerate(names()):
        for index, (pattern, texts) in enumerate(PATTERNS.items()):
            if (number + index) % part:
                continue
            text = texts[0] if name.sex == "f" else texts[1]
            documents.append(_document(f"name-{name.origin}-{number + 1}-{index + 1}", pattern, text, name))
    return documents


def names() -> Iterator[Name]:
    """The invented people.

    Raises:
        CorpusError: a line of the list cannot be read.
    """
    origin = ""
    lines = files("guardrails.evaluation").joinpath("names.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith("== ") and line[3:] in ORIGIN_LABELS:
            origin = line[3:]
        elif line and not line.startswith("#"):
            match = _LINE.fullmatch(line)
            if match is None or not origin:
                raise CorpusError(f"names.txt, Zeile {number}: Erwartet wird „f Vorname / Nachname“.")
            surname_first = match["order"] == ">"
            given, surname = match["first"], match["second"]
            if surname_first:
                given, surname = surname, given
            yield Name(origin, "f" if match["sex"] == "f" else "m", given, surname, surname_first)


def _document(identifier: str, pattern: str, text: str, name: Name) -> Document:
    match = _PLACE.search(text)
    assert match is not None
    value = {
        "full": name.full,
        "surname": name.surname,
        "given": name.given,
        "turned": f"{name.surname}, {name.given}",
        "genitive": name.genitive(),
        "initial": f"{name.given[0]}. {name.surname}",
        "lower": name.surname.lower(),
    }[match[1]]
    label = Label(match.start(), match.start() + len(value), "PERSON", name.origin)
    filled = text[: match.start()] + value + text[match.end() :]
    return Document(identifier, filled, (label,), "other", "de", (pattern,))
