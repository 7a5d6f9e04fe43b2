# ruff: noqa: E501
"""Statements that people make to an authority, each in three forms: main clause, reported speech, `dass` clause.

A statement is written as `subject|middle|end|finite indicative|finite subjunctive`. Compound nouns and documents
are combined freely, so that copying, not remembering, is what a model can learn from them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.training.corpus.draw import Draw
from models.training.corpus.kinds import KINDS

FIXED = (
    "die Heizung|seit dem {date}|ausgefallen|ist|sei",
    "die Miete|zum {date} um {amount}|gestiegen|ist|sei",
    "die Wohnung|nur {number} Zimmer||hat|habe",
    "in der {address}|seit {duration} die Straßenlaterne|defekt|ist|sei",
    "die Mülltonne|am {date} nicht|geleert worden|ist|sei",
    "der Sperrmüll vor der {address}|noch nicht|abgeholt worden|ist|sei",
    "die Nachbarin {person}|bereits am {date}|Beschwerde eingelegt|hat|habe",
    "der Lärm von der Baustelle|jeden Tag um {time}||beginnt|beginne",
    "ein Fahrzeug mit dem Kennzeichen {plate}|seit {duration} vor der Einfahrt||steht|stehe",
    "der Gehweg an der {address}|schlecht|befestigt|ist|sei",
    "das Kind|ab dem {date} eine neue Schule||besucht|besuche",
    "das Kind|seit dem {date} einen Betreuungsplatz||braucht|brauche",
    "die Kita|ab {date} für {duration}|geschlossen|ist|sei",
    "das Einkommen|auf {amount}|gesunken|ist|sei",
    "das Einkommen|im Monat {amount}||beträgt|betrage",
    "der Arbeitgeber|den Vertrag zum {date}|gekündigt|hat|habe",
    "das neue Konto|die IBAN {iban}||hat|habe",
    "die Überweisung von {amount}|am {date}|erfolgt|ist|sei",
    "der Betrag von {amount}|doppelt|abgebucht worden|ist|sei",
    "die Rate von {amount}|zurzeit nicht|möglich|ist|sei",
    "der Umzug nach {location}|am {date}|stattgefunden|hat|habe",
    "die neue Anschrift|{address}||lautet|laute",
    "die Ummeldung|am {date} in {room}|erfolgt|ist|sei",
    "der Ausweis|am {date}|verloren gegangen|ist|sei",
    "der Reisepass|noch bis zum {date}|gültig|ist|sei",
    "eine Reise|für den {date}|geplant|ist|sei",
    "das Online-Formular|seit dem {date} eine Fehlermeldung||zeigt|zeige",
    "die Anmeldung im Portal|mit dem Konto {mail} nicht|möglich|ist|sei",
    "der Termin am {date}|nicht|wahrgenommen werden|kann|könne",
    "der Termin|auf den {date} um {time}|verschoben worden|ist|sei",
    "die Sprechstunde|am {date}|ausgefallen|ist|sei",
    "ein Gespräch|erst nach dem {date}|möglich|ist|sei",
    "die Pflege der Mutter|seit dem {date} {number} Stunden am Tag|in Anspruch|nimmt|nehme",
    "der Pflegegrad|am {date}|festgestellt worden|ist|sei",
    "das Gutachten|seit {duration}||fehlt|fehle",
    "der Hund|am {date}|angemeldet worden|ist|sei",
    "der Baum im Garten|bei Sturm auf die {address} zu fallen||droht|drohe",
    "der Bauzaun|ohne Genehmigung|aufgestellt worden|ist|sei",
    "die Bauarbeiten|am {date}||beginnen|begännen",
    "der Architekt {person}|die Pläne am {date}|abgegeben|hat|habe",
    "die Hausverwaltung {organization}|auf Schreiben nicht||reagiert|reagiere",
    "der Verein {organization}|die Halle ab {date}|nutzen|möchte|wolle",
    "die Firma {organization}|die Rechnung über {amount}|zurückgezogen|hat|habe",
    "die Kollegin {person}|bis zum {date}|im Urlaub|ist|sei",
    "der Kollege {person}|die Akte am {date}|übernommen|hat|habe",
    "die Schulung|am {date} um {time} in {room}||stattfindet|stattfinde",
    "das Gerät in {room}|seit dem {date}|gestört|ist|sei",
    "die Lieferung|für den {date}|angekündigt|ist|sei",
    "die Krankenkasse|die Kosten von {amount} nicht||übernimmt|übernehme",
    "die Rente|zum {date} neu|berechnet worden|ist|sei",
    "das Ehrenamt|{number} Stunden in der Woche||umfasst|umfasse",
    "die Klassenfahrt|{amount}||kostet|koste",
    "der Zuschuss von {amount}|bisher nicht|ausgezahlt worden|ist|sei",
    "ein Widerspruch|am {date}|eingelegt worden|ist|sei",
    "der Bescheid vom {date}|einen Rechenfehler||enthält|enthalte",
    "die Frist|am {date}||endet|ende",
    "die Bearbeitung|schon {duration}||dauert|dauere",
    "niemand|unter der Nummer {phone}|zu erreichen|ist|sei",
    "die Post|an die falsche Anschrift|gegangen|ist|sei",
    "die Vollmacht für {person}|seit dem {date}||vorliegt|vorliege",
    "der Schlüssel für {room}|seit dem {date}||fehlt|fehle",
    "der Aufzug im Gebäude|seit {duration}|außer Betrieb|ist|sei",
    "eine Rampe am Eingang||notwendig|ist|sei",
    "die Feier|am {date} von {time} an auf dem Platz|stattfinden|soll|solle",
)  # fmt: skip
PREDICATES = (
    "noch nicht|angekommen|ist|sei", "am {date}|abgeschickt worden|ist|sei", "falsch|ausgefüllt|ist|sei",
    "seit {duration}|unbeantwortet|ist|sei", "am {date}|eingegangen|ist|sei", "zweimal|verschickt worden|ist|sei",
    "nicht|verständlich|ist|sei", "bis zum {date}|vorliegen|muss|müsse", "einen falschen Betrag||nennt|nenne",
    "auf {amount}||lautet|laute", "am {date}|verloren gegangen|ist|sei", "bei {person}||liegt|liege",
    "noch|unterschrieben werden|muss|müsse", "über das Portal|hochgeladen worden|ist|sei", "erst am {date}|fertig|ist|sei",
    "um {amount} zu hoch|angesetzt worden|ist|sei", "{duration}||dauert|dauere", "an {mail}|geschickt worden|ist|sei",
    "das Aktenzeichen {case}||trägt|trage", "noch|geprüft werden|muss|müsse", "bereits|bezahlt worden|ist|sei",
    "am {date}|geändert worden|ist|sei", "dringend|benötigt|wird|werde", "ab {date}|gültig|ist|sei",
    "nicht|auffindbar|ist|sei", "unter {phone}|erfragt werden|kann|könne", "von {person}|beantragt worden|ist|sei",
    "in {room}|abgegeben worden|ist|sei", "für {location} nicht||gilt|gelte", "nur teilweise|richtig|ist|sei",
)  # fmt: skip
PREFIXES = (
    "Straßen", "Bau", "Müll", "Schul", "Hunde", "Wasser", "Garten", "Kinder", "Sport", "Park", "Wohn", "Miet", "Heiz", "Strom",
    "Pflege", "Reise", "Fahr", "Melde", "Steuer", "Gewerbe", "Grund", "Jugend", "Kultur", "Personal", "Dienst", "Jahres", "Monats",
    "Projekt", "Förder", "Antrags", "Umzugs", "Kranken", "Renten", "Unfall", "Abfall", "Ausweis", "Friedhofs", "Markt", "Hallen",
    "Vereins", "Ferien", "Brücken", "Radwege", "Energie", "Umwelt", "Lärm", "Brandschutz", "Katastrophen", "Feuerwehr", "Archiv",
    "Bibliotheks", "Schwimmbad", "Musikschul", "Wahl", "Standesamts", "Ehrenamts", "Fortbildungs", "Reparatur", "Winterdienst",
)  # fmt: skip
HEADS = (
    ("der", "bescheid"), ("der", "antrag"), ("die", "gebühr"), ("die", "rechnung"), ("das", "formular"), ("das", "konto"),
    ("der", "vertrag"), ("die", "liste"), ("der", "plan"), ("die", "bescheinigung"), ("der", "nachweis"), ("das", "gutachten"),
    ("die", "anfrage"), ("der", "bericht"), ("die", "meldung"), ("der", "vorgang"), ("die", "genehmigung"), ("das", "protokoll"),
    ("der", "zuschuss"), ("die", "abrechnung"), ("das", "schreiben"), ("die", "karte"), ("der", "ausweis"), ("die", "akte"),
    ("das", "verfahren"), ("der", "auftrag"), ("die", "anmeldung"), ("die", "satzung"), ("das", "angebot"), ("der", "fragebogen"),
)  # fmt: skip
PROMISES = (
    "die Unterlagen bis zum {date}|nachreichen|nachzureichen", "den {noun_m} bis zum {date}|prüfen|zu prüfen",
    "sich bis zum {date}|melden|zu melden", "am {date} um {time}|zurückrufen|zurückzurufen",
    "die {noun_f} an {mail}|schicken|zu schicken", "das {noun_n} noch einmal|ausfüllen|auszufüllen",
    "einen Termin für den {date}|vereinbaren|zu vereinbaren", "{person} über den Stand|informieren|zu informieren",
    "die {noun_f} in {room}|abholen|abzuholen", "den Betrag von {amount} bis zum {date}|überweisen|zu überweisen",
    "eine Kopie an die Anschrift {address}|senden|zu senden", "die Sache mit {person}|klären|zu klären",
    "am {date} persönlich|vorbeikommen|vorbeizukommen", "eine Fristverlängerung bis {date}|eintragen|einzutragen",
    "den {noun_m} neu|ausstellen|auszustellen", "die Außenstelle in {location}|benachrichtigen|zu benachrichtigen",
    "schriftlich bis zum {date}|antworten|zu antworten", "die {noun_f} zur Akte|nehmen|zu nehmen",
    "den Ortstermin am {date} um {time}|vorbereiten|vorzubereiten", "das {noun_n} an die zuständige Stelle|weiterleiten|weiterzuleiten",
    "alle Beteiligten bis zum {date}|einladen|einzuladen", "einen Nachweis über {amount}|vorlegen|vorzulegen",
)  # fmt: skip


DATIVE_BEFORE = re.compile(r"\b([Ss]eit|von|[Nn]ach) \{duration\}")


@dataclass(frozen=True)
class Statement:
    """One statement; `main` and `reported` begin in lower case and end without a full stop."""

    main: str
    reported: str
    clause: str


def fill(draw: Draw, template: str) -> str:
    """Fill the slots of a template with fresh values; durations behind `seit` and the like are in the dative."""
    template = DATIVE_BEFORE.sub(r"\1 {durations}", template)
    makers: dict[str, Callable[[], str]] = {
        "date": draw.date, "later": draw.later_date, "amount": draw.amount, "duration": draw.duration, "time": draw.time, "room": draw.room,
        "person": draw.person, "case": draw.case_number, "number": lambda: str(draw.random.randint(2, 12)),
        "address": lambda: draw.placeholder("STREET_ADDRESS"), "location": lambda: draw.placeholder("LOCATION"),
        "phone": lambda: draw.placeholder("PHONE_NUMBER"), "mail": lambda: draw.placeholder("EMAIL_ADDRESS"),
        "iban": lambda: draw.placeholder("IBAN_CODE"),
        "organization": lambda: draw.placeholder("ORGANIZATION"),
        "person2": draw.person, "amount2": draw.amount, "address2": lambda: draw.placeholder("STREET_ADDRESS"), "durations": lambda: in_dative(draw.duration()),
        "noun_a": lambda: accusative_topic(noun(draw)), "plate": lambda: draw.placeholder("DE_KFZ"),
        "noun_bare": lambda: noun(draw)[4:], "office_bare": lambda: f"{draw.pick(PREFIXES)}amt", "small": lambda: str(draw.random.randint(2, 4)),
        "noun_x": lambda: noun(draw), "office_other": lambda: f"das {draw.pick(PREFIXES)}amt", "law": draw.law, "docs": lambda: _documents(draw), "noun_m": lambda: noun(draw, "der")[4:], "noun_f": lambda: noun(draw, "die")[4:], "noun_n": lambda: noun(draw, "das")[4:],
    }  # fmt: skip
    values = {name: make() for name, make in makers.items() if "{" + name + "}" in template}
    if "duration" in values and "durations" in values:
        values["durations"] = in_dative(values["duration"])
    return template.format(**values)


def in_dative(duration: str) -> str:
    """`sechs Monate` as `sechs Monaten`; weeks stay."""
    return duration + "n" if duration.endswith(("Monate", "Tage", "Arbeitstage")) else duration


def _documents(draw: Draw) -> str:
    names = [
        draw.pick(draw.pick(KINDS).documents) if draw.chance(0.5) else draw.pick(PREFIXES) + draw.pick(HEADS)[1]
        for _ in range(draw.random.choice((1, 1, 2, 2, 3)))
    ]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " und " + names[-1]


def noun(draw: Draw, article: str = "") -> str:
    """A compound with its article in the nominative: `die Straßenbescheinigung`."""
    heads = [head for head in HEADS if not article or head[0] == article]
    gender, head = draw.pick(draw.few(heads))
    return f"{gender} {draw.pick(PREFIXES)}{head}"


def statement(draw: Draw) -> Statement:
    """A statement from this side of the split, with fresh values."""
    if draw.chance(0.5):
        template = draw.phrase(FIXED)
    elif draw.chance(0.75):
        template = noun(draw) + "|" + draw.phrase(PREDICATES)
    else:
        document = draw.pick(draw.pick(KINDS).documents)
        template = f"der Nachweis „{document}“|" + draw.phrase(PREDICATES)
    return _stated(draw, template)


def statement_of(draw: Draw, templates: Sequence[str]) -> Statement:
    """A statement by one of these templates; now and then any other, so that it must be read, not guessed."""
    return statement(draw) if draw.chance(0.25) else _stated(draw, draw.voice(templates))


def _stated(draw: Draw, template: str) -> Statement:
    subject, middle, end, finite, subjunctive = fill(draw, template).split("|")

    def join(*parts: str) -> str:
        return " ".join(part for part in parts if part)

    separable = finite if not end and finite.endswith("stattfindet") else ""
    if separable:
        return Statement(
            join(subject, "findet", middle, "statt"),
            join(subject, "finde", middle, "statt"),
            join(subject, middle, finite),
        )
    if finite == "vorliegt":
        return Statement(
            join(subject, "liegt", middle, "vor"), join(subject, "liege", middle, "vor"), join(subject, middle, finite)
        )
    return Statement(
        join(subject, finite, middle, end), join(subject, subjunctive, middle, end), join(subject, middle, end, finite)
    )


def spoken(draw: Draw) -> str:
    """A whole sentence: mostly a statement, sometimes one from the sentences that the draw was given."""
    if draw.sentences and draw.chance(0.4):
        return draw.pick(draw.sentences)
    return sentence(statement(draw).main)


def accusative_topic(topic: str) -> str:
    """The noun with its article in the accusative: `den` for `der`."""
    return "den" + topic[3:] if topic.startswith("der ") else topic


def promise(draw: Draw) -> tuple[str, str]:
    """What somebody will do: after `wird`, and after `sagt zu,`."""
    middle, infinitive, with_zu = fill(draw, draw.phrase(PROMISES)).split("|")
    return f"{middle} {infinitive}", f"{middle} {with_zu}"


def sentence(text: str) -> str:
    """The text with a capital letter and a full stop."""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")
