"""Sentences of federal law with people in them: a role (“der Arbeitgeber”) gives way to a fictional name.

Templates repeat their words; statutes bring the sentence structures and the nouns around the names.
"""

from __future__ import annotations

import random
import re

from guardrails.training.compose import LabelledText, Span
from guardrails.training.names import ORIGINS, NameBook
from guardrails.training.persons import Person
from guardrails.training.places import PlaceBook

_ROLES = (
    *("Arbeitgeber", "Arbeitnehmer", "Antragsteller", "Versicherte", "Schuldner", "Gläubiger"),
    *("Richter", "Beamte", "Bundesminister", "Eigentümer", "Mieter", "Vermieter", "Betreiber"),
    *("Unternehmer", "Inhaber", "Prüfer", "Vorsitzende", "Kläger", "Beklagte", "Kapitän", "Arzt"),
    *("Käufer", "Verkäufer", "Erbe", "Vormund", "Betreuer", "Berechtigte", "Verpflichtete"),
    *("Steuerpflichtige", "Bewerber", "Soldat", "Auszubildende", "Prüfling", "Hersteller", "Reeder"),
    *("Notar", "Rechtsanwalt", "Besteller", "Ehegatte", "Betroffene", "Pächter", "Verpächter"),
    *("Verfolgte", "Beschuldigte", "Angeklagte", "Zeuge", "Sachverständige", "Insolvenzverwalter"),
    *("Treuhänder", "Leistungsberechtigte", "Präsident", "Leiter", "Lieferant", "Vater", "Mutter"),
    *("Kind", "Spediteur", "Frachtführer", "Absender", "Empfänger", "Makler", "Kunde", "Verbraucher"),
    *("Lehrer", "Anmelder", "Patentinhaber", "Lizenznehmer", "Bürge", "Dritte", "Beteiligte", "Halter"),
    *("Fahrer", "Züchter", "Einführer", "Importeur", "Kommissionär", "Gesellschafter"),
)
_ROLE = re.compile(
    r"\b([Dd]er|[Dd]ie|[Dd]en|[Dd]em|[Dd]es|[Ee]in|[Ee]inem|[Ee]inen) ("
    + "|".join(sorted(_ROLES, key=len, reverse=True))
    + r")(n|s|es|in)?\b(?![-/])"
)
_PLACE = re.compile(r"\bim (?:Inland|Ausland|Geltungsbereich dieses Gesetzes)\b|\bin einem Mitgliedstaat\b")


def suits(text: str) -> bool:
    """Whether a passage of law names a role that a person can take."""
    return _ROLE.search(text) is not None


def splice(text: str, rng: random.Random, book: NameBook, places: PlaceBook) -> LabelledText:
    """`text` with its roles taken by two or three people, and with places where it says “im Inland”."""
    cast = [Person.draw(rng, book, rng.choice(ORIGINS)) for _ in range(3)]
    out = LabelledText("", [], "gesetz mit Namen")
    position = 0
    hits = sorted([*_ROLE.finditer(text), *_PLACE.finditer(text)], key=lambda m: m.start())
    for hit in hits:
        if hit.start() < position or rng.random() < 0.15:
            continue
        out.text += text[position : hit.start()]
        if hit.re is _PLACE:
            out.text += "in "
            _add(out, places.city(rng), "LOCATION", "", "")
        else:
            _take_role(out, hit, rng.choice(cast), rng)
        position = hit.end()
    out.text += text[position:]
    return out


def _take_role(out: LabelledText, hit: re.Match[str], person: Person, rng: random.Random) -> None:
    article, role = hit[1].lower(), hit[2]
    form = rng.choices(("last", "full", "first", "init"), (50, 34, 13, 3))[0]
    draw = rng.random()
    if article == "des" and draw < 0.6:
        form = {"full": "full_gen", "first": "first_gen"}.get(form, "gen")
    elif article == "des":
        out.text += "von "
    elif draw < 0.2:
        out.text += person.word("frau" if article in ("der", "die", "ein") else "herrn", rng) + " "
        form = "full" if form == "full" else "last"
    elif draw < 0.4:
        out.text += f"{hit[1]} {role}{hit[3] or ''} "
    elif draw < 0.5:
        out.text += f"{role} "
    name = person.name(form, rng)
    assert name is not None
    _add(out, name, "PERSON", person.origin, form)


def _add(out: LabelledText, value: str, label: str, origin: str, form: str) -> None:
    start = len(out.text)
    out.text += value
    out.spans.append(Span(start, start + len(value), label, origin, form))
