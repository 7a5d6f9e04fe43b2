# ruff: noqa: E501
"""How something is done in an office, told in sentences, and the checklist that it makes."""

from __future__ import annotations

from models.training.corpus.draw import Draw
from models.training.corpus.nouns import genitive_of
from models.training.corpus.statements import PREFIXES, accusative_topic, fill, noun, sentence

STEPS = (
    "{a}|prüft||prüfen", "{a}|scannt|ein|einscannen", "{a}|legt|an|anlegen", "{a}|sendet|ab|absenden", "{a}|unterschreibt||unterschreiben", "{a}|richtet|ein|einrichten", "{a}|bestellt||bestellen", "{a}|heftet|ab|abheften",
    "{person}|informiert||informieren", "den Arbeitsplatz in {room}|bereitet|vor|vorbereiten", "{person} zum Gespräch|lädt|ein|einladen", "{a} an {mail}|schickt||schicken", "den Betrag von {amount}|überweist||überweisen", "die Zugänge für {person}|schaltet|frei|freischalten",
    "den Schlüssel für {room}|gibt|aus|ausgeben", "{a} zur Akte|nimmt||nehmen", "die Frist von {durations}|notiert||notieren", "{a} mit {person}|bespricht||besprechen", "den Termin um {time}|trägt|ein|eintragen", "{a}|fordert|an|anfordern",
)  # fmt: skip
STEP_ACTORS = (
    "die Poststelle",
    "die Sachbearbeitung",
    "die Teamleitung",
    "die Personalstelle",
    "die Kasse",
    "die IT",
    "das Vorzimmer",
    "die Führungskraft",
    "die Registratur",
    "das {p}amt",
    "die {p}stelle",
    "die {p}abteilung",
)
LINKS = (
    "Zuerst",
    "Dann",
    "Danach",
    "Anschließend",
    "Später",
    "Im nächsten Schritt",
    "Außerdem",
    "Am Ende",
    "Parallel dazu",
    "Nach Rücksprache",
)
PROCESS_HEADS = (
    "So läuft es bei uns: {topic}.",
    "Ablauf: {topic}.",
    "Vorgang {bare}, Beschreibung des Ablaufs.",
    "Wie wir es machen ({bare}):",
    "Beschreibung: {topic}.",
    "Arbeitsanweisung zum Thema {bare}.",
)
CHECKLIST_THINGS = (
    "eine Checkliste",
    "eine Checkliste daraus",
    "eine Liste zum Abhaken",
    "eine Aufgabenliste",
    "eine Checkliste mit Zuständigkeit und Frist",
    "eine digitale Checkliste",
)
CHECKLIST_COMMANDS = (
    "Mach daraus eine Checkliste.",
    "checkliste bitte",
    "Schreibe den Ablauf als Liste zum Abhaken.",
    "Wer macht was bis wann? Bitte als Checkliste.",
    "Wandle die Beschreibung in eine Checkliste um.",
    "Erstelle aus dem Ablauf eine Checkliste für neue Kolleginnen.",
    "Aufgabenliste mit Zuständigkeiten bitte.",
)


def process(draw: Draw) -> tuple[str, list[str]]:
    """How something is done, told in sentences, and the checklist lines that it makes."""
    topic = noun(draw)
    head = draw.voice(PROCESS_HEADS).format(topic=topic, bare=topic[4:], genitive=genitive_of(topic))
    steps: list[str] = []
    for index in range(draw.random.choice((3, 3, 4, 4, 5, 6))):
        actor = draw.voice(STEP_ACTORS).format(p=draw.pick(PREFIXES)) if draw.chance(0.85) else draw.person()
        template = draw.voice(STEPS).replace("{a}", accusative_topic(noun(draw)))
        what, finite, particle, _ = fill(draw, template).split("|")
        due = f" bis zum {draw.later_date()}" if draw.chance(0.35) else ""
        link = "Zuerst" if index == 0 and draw.chance(0.6) else draw.voice(LINKS[1:])
        told = draw.pick((f"{link} {finite} {actor} {what}{due}", f"{actor} {finite} {what}{due}"))
        steps.append(sentence(f"{told} {particle}" if particle else told))
    joint = draw.pick((" ", " ", "\n"))
    return joint.join([head, *steps]), [f"- [ ] {step.removesuffix('.')}" for step in steps]
