# ruff: noqa: E501
"""Any case at all, in any form: notes in nobody's template, and an answer that takes its sentences over.

What a small model can do with material that it has never seen is to keep every sentence and to give it the form that
was asked for. That is the behaviour to fall back on, so it is practised on sentences from everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from models.training.corpus import cases, wording, wordings
from models.training.corpus.commands import command
from models.training.corpus.conversation import Example, Turn
from models.training.corpus.draw import Draw
from models.training.corpus.firstperson import first_person
from models.training.corpus.letters_citizens import CITIZENS
from models.training.corpus.letters_notices import NOTICES
from models.training.corpus.letters_personnel import PERSONNEL
from models.training.corpus.sheets import filled, sheet
from models.training.corpus.statements import fill, promise, sentence, spoken

KINDS = CITIZENS + NOTICES + PERSONNEL
OPENERS = (
    "{named} hat sich am {date} gemeldet.", "{named} war am {date} hier.", "Es geht um {accusative}.", "{named} fragt nach.", "{date}, {time}. {named} ist da.", "Zu {dative}: Antrag vom {date}.", "{named} wohnt in der {address}.", "{named} möchte {noun_a}.",
    "{date}: Post von {dative}.", "{named} hat {noun_a} verloren.", "Bei {dative} in der {address} gab es am {date} Ärger.", "{named} zieht am {date} um.", "{named} kommt aus {location}.", "Termin mit {dative} am {date} um {time}.", "{noun_n} von {dative} ist seit {date} da.",
    "{named} arbeitet im {office_bare}.", "{named} kann am {date} nicht.", "{named} hat {amount} gezahlt.", "Sache {case}, {named}.", "{named} ist seit dem {date} zuständig.", "Gestern hat {named} angerufen.", "{named} und {person2} streiten um {noun_a}.", "{named} bittet um {noun_a}.",
    "Vorgang {case}: {named} hat am {date} geschrieben.", "{named} will wissen, was mit dem Antrag vom {date} ist.", "{named} wartet seit {duration}.",
)  # fmt: skip
FRAGMENTS = (
    "Das dauert etwa {duration}.", "Es kostet {amount}.", "Das macht {amount} im Monat.", "Start ist am {date}.", "Ende ist der {later}.", "{noun_n} fehlt.", "{noun_n} ist da.", "Wir brauchen noch {noun_a}.", "Nicht dabei: {docs}.", "Zuständig ist {person}.", "Ansprechpartner: {person}, {phone}.",
    "Kontakt: {mail}.", "Die Nummer ist {phone}.", "Az. {case}.", "Konto {iban}.", "Kennzeichen {plate}.", "Ort: {room}.", "Treffpunkt {address}.", "Raum und Zeit: {room}, {time}.", "{person} hilft dabei.", "{person} macht mit.", "Es kommen {number} Leute.", "Ein Teil ist schon bezahlt.",
    "Bis {later} ist Zeit.", "Spätestens {later}.", "Am {later} wird entschieden.", "Danach sehen wir weiter.", "Mehr wissen wir nicht.", "Der Rest ist klar.", "Sie ist damit einverstanden.", "Er ist nicht einverstanden.", "Das wurde schon einmal verlangt.", "Niemand hat widersprochen.", "Die Nachbarn sind informiert.",
    "{organization} ist beteiligt.", "{organization} zahlt {amount}.", "Das Geld kommt von {organization}.", "Beginn um {time}.", "Schluss ist um {time}.", "Ausfall am {date}.", "Die Tür ist kaputt.", "Das Dach ist undicht.", "Im Hof stehen {number} Tonnen.", "Das Kind ist {number} Jahre alt.", "Die Familie hat {number} Kinder.", "Es gibt {number} Plätze.",
    "Die Wohnung hat {number} Zimmer.", "Das Haus liegt in {location}.", "Die Leitung hat zugestimmt.", "Die Kasse hat noch nichts bekommen.", "Ein Gespräch hat nicht stattgefunden.", "Die Sache ist eilig.", "Eile ist nicht nötig.", "Das geht so nicht, weil {noun_n} fehlt.", "Das geht in Ordnung.", "Wir stimmen zu.", "Wir lehnen ab.",
    "Möglich wäre auch der {later}.", "Rechtsgrundlage: {law}.", "Nach {law} ist das möglich.", "Sie möchte eine schriftliche Antwort.", "Er will vorher angerufen werden.", "Bitte alles im Original.", "Eine Kopie reicht.", "Beim letzten Mal waren es {amount}.", "{noun_n} gilt bis {later}.", "{noun_n} wird am {later} abgeholt.", "Seit {date} ist geschlossen.", "Die Frist läuft am {later} ab.",
    "{person} hat unterschrieben.", "Vertretung: {person}.", "Dazu gehören {docs}.", "Mitbringen: {docs}.", "Eine Rechnung über {amount} liegt bei.", "Die Rechnung ist falsch.", "Der Aufzug fährt nicht.", "Die Straße wird am {date} gesperrt.", "Im {office_bare} weiß man Bescheid.", "{office_other} prüft das.", "Von {date} bis {later}.", "Vom {date} an gilt etwas anderes.",
)  # fmt: skip
FORMS: dict[str, tuple[str, ...]] = {
    "letter": (
        "einen Brief", "ein Schreiben", "eine Nachricht", "eine Antwort", "eine E-Mail", "einen Brief an die Person", "ein kurzes Schreiben", "einen freundlichen Brief", "einen Antwortbrief", "eine Mitteilung", "einen Briefentwurf", "ein höfliches Schreiben", "einen Text an die Person", "ein Anschreiben",
    ),
    "note": ("einen Vermerk", "einen Aktenvermerk", "eine Notiz für die Akte", "einen kurzen Vermerk", "einen sachlichen Vermerk", "eine Aktennotiz", "eine Gesprächsnotiz", "einen Vermerk für die Vertretung"),
    "points": ("Stichpunkte", "eine Liste", "die Punkte untereinander", "eine Aufzählung", "eine Übersicht in Stichpunkten", "Stichworte", "die Fakten als Liste", "eine knappe Liste"),
    "summary": ("eine Zusammenfassung", "eine kurze Zusammenfassung", "ein paar Sätze dazu", "eine Zusammenfassung in ganzen Sätzen", "einen kurzen Überblick", "einen zusammenhängenden Text", "einen Text für die Leitung"),
    "checklist": ("eine Checkliste", "eine Liste zum Abhaken", "eine To-do-Liste", "eine Aufgabenliste", "eine Abhakliste", "eine Liste mit Kästchen"),
}  # fmt: skip
COMMANDS: dict[str, tuple[str, ...]] = {
    "letter": (
        "Schreib ihr.", "Schreib ihm.", "Teil ihm das mit.", "Teile ihr das bitte mit.", "Gib der Person Bescheid.", "Antworte darauf.", "Mach einen Brief draus", "Sag es freundlich.", "Informiere die Person.", "Formuliere das für die Post.", "Das soll raus, bitte aufsetzen.", "Wie sage ich ihr das?", "Kannst du das nett verpacken?",
        "Bitte antworten", "Beantworte das bitte schriftlich.", "Lass sie wissen, was ist.", "Erkläre es der Person.", "Bitte die Person um das, was fehlt.", "Mach es fertig zum Verschicken.", "Frag nach, ob alles stimmt.", "Danke ihr dafür.", "Entschuldige dich bei ihm.", "Kündige es an.", "Bestätige das.", "Sag ihr zu.", "Sag ihm ab.", "Erinnere daran.", "Lade sie ein.", "Verständlich und freundlich schreiben", "Ich weiß nicht, wie ich anfangen soll.", "Text bitte", "Hilf mir dabei.", "Das muss die Familie erfahren.",
    ),
    "note": ("Halte das fest.", "Schreib das für die Akte auf.", "Für die Akte bitte", "Notiere das.", "Mach eine Notiz für die Kollegen.", "Damit die Vertretung Bescheid weiß.", "Vermerken bitte", "Dokumentiere das.", "Ich brauche das für die Akte."),
    "points": ("Bitte als Liste.", "Untereinander bitte.", "Nur Stichpunkte.", "Die wichtigsten Angaben, bitte als Aufzählung.", "stichpunkte", "Liste auf, was drinsteht.", "Zieh die Fakten heraus.", "Punkt für Punkt.", "Welche Angaben haben wir? Als Liste."),
    "summary": ("Fass das zusammen.", "Worum geht es?", "Kurz, was ist los?", "Erklär es in ganzen Sätzen.", "Gib mir das Wesentliche.", "zusammenfassen", "Was ist passiert?", "Sag es in wenigen Sätzen.", "Bring mich auf Stand."),
    "checklist": ("Mach daraus etwas zum Abhaken.", "Was ist zu tun? Mit Kästchen.", "Als Abhakliste.", "Aufgaben mit Kästchen bitte.", "Checkliste, bitte", "Zum Abhaken aufschreiben."),
}  # fmt: skip
SUBJECTS = ("Ihr Anliegen", "Ihre Angelegenheit", "Information für Sie")
LEADS = ("es geht um Folgendes:", "wir informieren Sie über Folgendes:", "wir schreiben Ihnen wegen dieser Sache:")


@dataclass
class Notes:
    """Sentences about one matter, and what stands out in them."""

    person: str
    gender: str
    sentences: list[str] = field(default_factory=list)
    number: str = ""
    clerk: str = ""
    date: str = ""


def notes(draw: Draw) -> Notes:
    """Two to six sentences from everywhere."""
    made = Notes(draw.person(), draw.pick(("f", "m", "n")))
    title = {"f": "Frau ", "m": "Herr ", "n": ""}[made.gender]
    dative = {"f": "Frau ", "m": "Herrn ", "n": ""}[made.gender] + made.person
    fate = draw.random.random()
    if fate < 0.3:
        source = sheet(draw, draw.pick(KINDS))
        opening = draw.voice(source.kind.opening)
        words = dict(source.words, named=title + made.person, dative=dative, accusativeperson=dative)
        first = opening.format(**words)
        if made.person not in first:
            made.person = ""
    elif fate < 0.85:
        opening = draw.voice(OPENERS)
        first = fill(
            draw,
            opening.replace("{named}", title + made.person).replace("{dative}", dative).replace("{accusative}", dative),
        )
    else:
        first, made.person = spoken(draw), ""
    made.sentences.append(sentence(first))
    for _ in range(draw.random.choice((1, 2, 2, 3, 3, 4, 5))):
        made.sentences.append(sentence(_one(draw)))
    if draw.chance(0.3):
        made.clerk = draw.person()
        made.sentences.append(draw.phrase(cases.CLERK, wordings.CLERK, clerk=made.clerk, clerk_object=made.clerk))
    if draw.chance(0.3):
        made.number = draw.case_number()
        made.sentences.insert(
            draw.random.randint(1, len(made.sentences)),
            draw.phrase(cases.NUMBER, wordings.NUMBER, label="Aktenzeichen", number=made.number),
        )
    return made


def _one(draw: Draw) -> str:
    fate = draw.random.random()
    if fate < 0.3:
        return fill(draw, draw.voice(FRAGMENTS))
    if fate < 0.55:
        part = draw.pick(draw.pick(KINDS).parts)
        one = filled(draw, part)
        return draw.voice(part.case).format(**one.values) if one.values else spoken(draw)
    if fate < 0.65:
        will, _ = promise(draw)
        return f"{draw.pick((draw.person(), 'Die Leitung', 'Das Amt', 'Die Familie'))} wird {will}."
    if fate < 0.7:
        return first_person(draw)
    if fate < 0.76:
        return draw.phrase(cases.DEADLINE, wordings.DEADLINE, deadline=draw.later_date())
    return spoken(draw)


def _letter(draw: Draw, made: Notes) -> str:
    salutation = {
        "f": f"Sehr geehrte Frau {made.person},",
        "m": f"Sehr geehrter Herr {made.person},",
        "n": f"Guten Tag {made.person},",
    }[made.gender]
    if not made.person:
        salutation = "Sehr geehrte Damen und Herren,"
    body = [line for line in made.sentences if not (made.number and made.number in line)]
    head = f"Betreff: {draw.pick(SUBJECTS)}" + (f"\nAktenzeichen: {made.number}" if made.number else "")
    signature = made.clerk or "[bitte ergänzen: Name und Stelle]"
    return "\n\n".join(
        [head, salutation, f"{draw.pick(LEADS)} {' '.join(body)}", f"Mit freundlichen Grüßen\n{signature}"]
    )


def _note(made: Notes) -> str:
    title = {"f": "Frau ", "m": "Herr ", "n": ""}[made.gender]
    lines = ["Vermerk", ""]
    if made.person:
        lines.append(f"Beteiligt: {title}{made.person}")
    if made.number:
        lines.append(f"Aktenzeichen: {made.number}")
    return "\n".join([*lines, *([""] if len(lines) > 2 else []), "Inhalt:", *[f"- {line}" for line in made.sentences]])


def _anything(draw: Draw) -> str:
    """Words that name no form: what is not understood becomes a letter."""
    words = draw.pick(draw.sentences).rstrip(".").split(" ")
    start = draw.random.randrange(max(1, len(words) - 6))
    text = " ".join(words[start : start + draw.random.randint(2, 7)])
    lead = draw.pick(("", "", "Bitte ", "Sag, dass ", "Es geht um ", "Schreib: ", "Kurz: "))
    return lead + (text if lead else text[0].upper() + text[1:])


def extract_example(draw: Draw) -> Example:
    """Notes of any kind, given one of five forms."""
    made = notes(draw)
    form = draw.pick(("letter", "letter", "letter", "letter", "note", "points", "summary", "checklist"))
    wishes = (
        [draw.phrase(draw.pick((wording.SHORT, wording.FRIENDLY, wording.NEUTRAL)))]
        if form == "letter" and draw.chance(0.4)
        else []
    )
    fate = draw.random.random()
    if fate < 0.45:
        dative = {"f": "Frau ", "m": "Herrn ", "n": ""}[made.gender] + made.person if made.person else ""
        text = command(draw, form, dative)
    elif fate < 0.7:
        text = draw.voice(COMMANDS[form])
    else:
        text = draw.phrase(wording.REQUESTS, thing=draw.voice(FORMS[form]))
        text = text[0].upper() + text[1:] if draw.chance(0.7) else text
    if form == "letter" and draw.sentences and draw.chance(0.25):
        text = _anything(draw)
    if form == "letter" and draw.chance(0.1):
        text, wishes = draw.phrase(draw.pick((wording.SHORT, wording.FRIENDLY, wording.NEUTRAL))), []
    instruction = wording.with_wishes(draw, text, wishes)
    bare = [line.removesuffix(".") for line in made.sentences]
    answer = {
        "letter": lambda: _letter(draw, made), "note": lambda: _note(made), "points": lambda: "\n".join(f"- {line}" for line in bare),
        "summary": lambda: " ".join(made.sentences), "checklist": lambda: "\n".join(f"- [ ] {line}" for line in bare),
    }[form]()  # fmt: skip
    case = draw.pick((" ", " ", " ", "\n")).join(made.sentences)
    return Example(f"extract-{form}", case, [Turn(instruction, answer)], [], "record" if form == "note" else form)
