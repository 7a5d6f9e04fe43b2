# ruff: noqa: E501
"""Records of what several people saw or agreed: home visits, site visits, meetings, handovers."""

from __future__ import annotations

from dataclasses import dataclass

from models.training.corpus.draw import Draw
from models.training.corpus.nouns import genitive_of
from models.training.corpus.statements import noun, promise, sentence, spoken, statement_of


@dataclass(frozen=True)
class RecordKind:
    """A kind of record: how it begins, what is noticed, and how the two headings of its list are called."""

    name: str
    title: str
    things: tuple[str, ...]
    commands: tuple[str, ...]
    openings: tuple[str, ...]
    noticed: tuple[str, ...]
    heading: str


OBSERVED = (
    "die Wohnung|sauber und aufgeräumt||ist|sei", "das Kinderzimmer|ein eigenes Bett||hat|habe", "Schimmel|im Bad|zu sehen|ist|sei", "der Kühlschrank|gefüllt||ist|sei",
    "die Heizung|in {number} Räumen||funktioniert|funktioniere", "die Pflegeperson|{number} Stunden am Tag||hilft|helfe", "ein Rauchmelder|im Flur||fehlt|fehle", "die Treppe|ohne Hilfe nicht|begehbar|ist|sei",
    "der Haushalt|aus {number} Personen||besteht|bestehe", "ein Pflegebett|seit dem {date}|vorhanden|ist|sei", "die Miete|{amount}||beträgt|betrage", "das Kind|freundlich und wach|gewesen|ist|sei",
)  # fmt: skip
ON_SITE = (
    "der Anbau|{number} Meter lang||ist|sei", "die Mauer|einen Riss||hat|habe", "der Weg|nicht|befestigt|ist|sei", "der Baum|an der Krone trocken||ist|sei", "die Zufahrt|frei||ist|sei",
    "das Schild|vor der {address}||fehlt|fehle", "der Abstand zur Grenze|{number} Meter||beträgt|betrage", "der Bauzaun|offen||steht|stehe", "Wasser|auf dem Gehweg||steht|stehe", "die Fläche|mit Kies|bedeckt|ist|sei",
    "die Laterne|seit dem {date}|defekt|ist|sei",
)  # fmt: skip
DISCUSSED = (
    "das Programm|am {later}||startet|starte", "die Kosten|bei {amount}||liegen|lägen", "die Stelle|zum {later}|besetzt werden|soll|solle", "der Entwurf|noch nicht|fertig|ist|sei", "die Öffnungszeiten|ab {later}|geändert|werden|würden",
    "der Umzug in {room}|am {later}||beginnt|beginne", "die Statistik|{number} neue Fälle||zeigt|zeige", "die Vertretung|bis zum {later}|geklärt|ist|sei", "{organization}|ein Angebot über {amount}|vorgelegt|hat|habe",
    "die Schulung|am {later} in {room}||beginnt|beginne",
)  # fmt: skip
RECORDS: tuple[RecordKind, ...] = (
    RecordKind("home-visit", "Vermerk über einen Hausbesuch",
        ("einen Vermerk über den Hausbesuch", "einen Hausbesuchsvermerk", "ein Protokoll des Hausbesuchs", "eine Notiz zum Hausbesuch", "einen sachlichen Vermerk zum Hausbesuch"),
        ("Schreibe auf, was beim Hausbesuch festgestellt wurde.", "hausbesuch vermerk", "Fasse den Hausbesuch sachlich zusammen.", "Mach aus den Notizen einen Vermerk zum Hausbesuch.", "Dokumentiere den Besuch ohne Bewertung."),
        ("Hausbesuch am {date} um {time} in der {address} bei {person}.", "Am {date} um {time} war ich bei {person} in der {address}.", "Besuch bei {person}, {address}, am {date}, {time}.", "{date}, {time}: Hausbesuch, {address}, {person}.", "Ich habe {person} am {date} um {time} in der {address} besucht."), OBSERVED, "Feststellungen"),
    RecordKind("site-visit", "Vermerk über einen Ortstermin",
        ("einen Vermerk über den Ortstermin", "ein Protokoll des Ortstermins", "einen Vermerk zur Besichtigung", "eine Notiz zum Ortstermin"),
        ("Schreibe auf, was beim Ortstermin festgestellt wurde.", "ortstermin vermerk", "Fasse den Ortstermin zusammen.", "Mach aus den Notizen einen Vermerk zum Ortstermin."),
        ("Ortstermin am {date} um {time}, {address}. Dabei war {person}.", "Am {date} um {time} haben wir uns mit {person} in der {address} getroffen.", "Besichtigung {address}, {date}, {time}, mit {person}.", "{date}, {time}: Termin vor Ort in der {address} mit {person}."), ON_SITE, "Feststellungen"),
    RecordKind("meeting", "Protokoll",
        ("ein Protokoll", "ein Ergebnisprotokoll", "ein kurzes Protokoll der Besprechung", "eine Niederschrift", "ein Protokoll für das Team"),
        ("Schreibe ein Protokoll.", "Halte die Ergebnisse der Besprechung fest.", "protokoll bitte", "Mach aus den Notizen ein Protokoll.", "Fasse die Sitzung als Protokoll zusammen."),
        ("Besprechung am {date} um {time} in {room}. Leitung: {person}.", "Am {date} um {time} hat sich das Team in {room} getroffen, geleitet hat {person}.", "Teamsitzung, {date}, {time}, {room}, Leitung {person}.", "Dienstbesprechung vom {date}, Beginn {time}, {room}. Es leitet {person}."), DISCUSSED, "Besprochen"),
    RecordKind("handover", "Übergabevermerk",
        ("einen Übergabevermerk", "eine Übergabe für die Vertretung", "eine Notiz für die Vertretung", "eine Übergabenotiz"),
        ("Schreibe eine Übergabe für die Vertretung.", "übergabe an vertretung", "Fasse zusammen, was die Vertretung wissen muss.", "Mach daraus eine Übergabe."),
        ("Übergabe am {date} an {person}, ich bin bis {later} nicht da.", "Ab dem {date} vertritt mich {person}, Rückkehr am {later}.", "Vertretung durch {person} vom {date} bis {later}.", "{person} übernimmt ab {date}; zurück bin ich am {later}."), DISCUSSED, "Stand"),
)  # fmt: skip
REASONS = (
    "Anlass: {topic}.",
    "Es ging um {topic}.",
    "Grund war {topic}.",
    "Thema: {topic}.",
    "Anlass ist {topic}.",
    "Der Termin war wegen {genitive} nötig.",
    "Betroffen ist {topic}.",
)
LEADS = (
    "{Main}",
    "{Main}",
    "Festgestellt: {main}.",
    "Auffällig war: {main}.",
    "Notiert: {main}.",
    "Zu sehen war: {main}.",
    "Stand: {main}.",
    "Es zeigte sich, dass {clause}.",
)
AGREED = (
    "{actor} wird {will}.",
    "Vereinbart: {actor} wird {will}.",
    "Nächster Schritt: {actor} wird {will}.",
    "Danach wird {actor} {will}.",
    "Auftrag: {actor} wird {will}.",
    "Ausgemacht ist: {actor} wird {will}.",
)
DUE = (
    "Wiedervorlage am {v}.",
    "Frist: {v}.",
    "Nächster Termin: {v}.",
    "Alles bis zum {v}.",
    "Das soll bis {v} erledigt sein.",
    "Stichtag ist der {v}.",
)
ACTORS = ("Die Sachbearbeitung", "Die Leitung", "Das Team", "Die Verwaltung")


def record(draw: Draw, kind: RecordKind) -> tuple[str, dict[str, str], list[str]]:
    """The notes of somebody who was there; the header's values, and what the notes say, sentence by sentence."""
    topic = noun(draw)
    header = {
        "person": draw.person(),
        "date": draw.date(),
        "time": draw.time(),
        "room": draw.room(),
        "address": draw.placeholder("STREET_ADDRESS"),
    }
    opening = draw.voice(kind.openings)
    header["later"] = draw.later_date()
    shown = {name: value for name, value in header.items() if "{" + name + "}" in opening}
    text = [opening.format(**header)]
    if draw.chance(0.8):
        text.append(draw.voice(REASONS).format(topic=topic, genitive=genitive_of(topic)))
    for _ in range(draw.random.choice((2, 2, 3, 3, 4))):
        if draw.chance(0.2):
            line = spoken(draw)
            text.append(line)
        else:
            said = statement_of(draw, kind.noticed)
            main = sentence(said.main).removesuffix(".")
            line = sentence(draw.voice(LEADS).format(main=said.main, Main=main, clause=said.clause).removesuffix("."))
            text.append(line)
    for _ in range(draw.random.choice((0, 1, 1, 2))):
        will, _ = promise(draw)
        actor = draw.pick((shown.get("person", draw.pick(ACTORS)), draw.pick(ACTORS), draw.person()))
        within = actor[0].lower() + actor[1:] if actor in ACTORS else actor
        template = draw.voice(AGREED)
        text.append(template.format(actor=actor if template.startswith("{") else within, will=will))
    due = draw.later_date() if draw.chance(0.6) else ""
    if due:
        text.append(draw.voice(DUE).format(v=due))
    return draw.pick((" ", " ", "\n")).join(text), shown, text


def record_text(kind: RecordKind, shown: dict[str, str], said: list[str]) -> str:
    """The record: a header, and the notes as a list."""
    when = shown["date"] + (f", {shown['time']}" if "time" in shown else "")
    who = {"meeting": "Leitung", "handover": "Vertretung"}.get(kind.name, "Beteiligt")
    header = [kind.title, "", f"Datum: {when}", f"{who}: {shown['person']}", "", f"{kind.heading}:"]
    return "\n".join([*header, *[f"- {line}" for line in said]])
