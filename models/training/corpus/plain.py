# ruff: noqa: E501
"""Formal sentences and the same thing in plain words."""

from __future__ import annotations

from models.training.corpus.draw import Draw
from models.training.corpus.nouns import genitive_of
from models.training.corpus.statements import accusative_topic, fill, noun, sentence, spoken, statement

PAIRS = (
    ("Sie werden gebeten, die Unterlagen bis zum {date} einzureichen.", "Bitte reichen Sie die Unterlagen bis zum {date} ein."),
    ("Die Einreichung der fehlenden Nachweise hat bis spätestens {date} zu erfolgen.", "Bitte schicken Sie uns die fehlenden Nachweise bis zum {date}."),
    ("Hinsichtlich Ihres Antrages vom {date} ergeht folgende Mitteilung.", "Wir schreiben Ihnen zu Ihrem Antrag vom {date}."),
    ("Die Bearbeitung Ihres Anliegens nimmt voraussichtlich {duration} in Anspruch.", "Wir brauchen für Ihr Anliegen voraussichtlich {duration}."),
    ("Es wird darauf hingewiesen, dass eine Gebühr in Höhe von {amount} zu entrichten ist.", "Sie müssen eine Gebühr von {amount} bezahlen."),
    ("Der Betrag in Höhe von {amount} ist bis zum {date} zur Anweisung zu bringen.", "Bitte überweisen Sie {amount} bis zum {date}."),
    ("Für etwaige Rückfragen steht Ihnen {person} unter der Rufnummer {phone} zur Verfügung.", "Wenn Sie Fragen haben, rufen Sie bitte {person} an: {phone}."),
    ("Bei Nichteinhaltung der Frist kann über den Antrag nach Aktenlage entschieden werden.", "Wenn Sie die Frist nicht einhalten, entscheiden wir mit den Angaben, die wir haben."),
    ("Die persönliche Vorsprache ist am {date} um {time} in {room} erforderlich.", "Bitte kommen Sie am {date} um {time} in {room}."),
    ("Dem Antrag kann nach derzeitigem Stand nicht entsprochen werden.", "Wir können Ihrem Antrag zurzeit nicht zustimmen."),
    ("Die Bewilligung erfolgt für die Dauer von {duration}.", "Sie bekommen die Leistung für {duration}."),
    ("Unter Angabe des Aktenzeichens {case} ist eine schriftliche Stellungnahme abzugeben.", "Bitte schreiben Sie uns Ihre Meinung dazu. Geben Sie das Aktenzeichen {case} an."),
    ("Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch erhoben werden.", "Wenn Sie nicht einverstanden sind, können Sie innerhalb eines Monats Widerspruch einlegen."),
    ("Die Inaugenscheinnahme des Grundstücks {address} findet am {date} statt.", "Wir sehen uns das Grundstück {address} am {date} an."),
    ("Der Mitwirkungspflicht ist bis zum {date} nachzukommen.", "Bitte helfen Sie mit und melden Sie sich bis zum {date}."),
    ("Die Zahlungserinnerung über {amount} ist als gegenstandslos zu betrachten.", "Sie müssen die {amount} nicht mehr bezahlen."),
    ("Änderungen der Verhältnisse sind unverzüglich anzuzeigen.", "Bitte sagen Sie uns sofort, wenn sich etwas ändert."),
    ("Die Zustellung des Bescheides erfolgt an die Anschrift {address}.", "Wir schicken den Bescheid an diese Anschrift: {address}."),
    ("Die Angelegenheit wurde zuständigkeitshalber an {organization} abgegeben.", "Zuständig ist {organization}. Dorthin haben wir Ihr Anliegen weitergegeben."),
    ("Eine Verlängerung der Frist bis zum {date} wird gewährt.", "Sie haben jetzt Zeit bis zum {date}."),
    ("Die Vorlage eines gültigen Ausweisdokumentes ist zwingend erforderlich.", "Bitte bringen Sie einen gültigen Ausweis mit."),
    ("Die Dienststelle ist am {date} für den Publikumsverkehr geschlossen.", "Am {date} haben wir geschlossen."),
    ("Die Korrespondenz kann auch elektronisch an {mail} gerichtet werden.", "Sie können uns auch eine E-Mail schreiben: {mail}."),
    ("Der Anspruch besteht ab dem {date} in Höhe von monatlich {amount}.", "Sie bekommen ab dem {date} jeden Monat {amount}."),
    ("Nach Ablauf von {duration} gilt der Antrag als zurückgenommen.", "Wenn Sie sich {duration} nicht melden, gilt der Antrag als zurückgenommen."),
    ("Die Auszahlung des bewilligten Betrages von {amount} erfolgt zum {date}.", "Wir zahlen Ihnen {amount} am {date} aus."),
    ("Sofern Sie den Termin am {date} nicht wahrnehmen können, ist dies unverzüglich mitzuteilen.", "Bitte sagen Sie uns sofort Bescheid, wenn Sie am {date} nicht kommen können."),
    ("Die erforderlichen Angaben sind dem beigefügten Merkblatt zu entnehmen.", "Welche Angaben wir brauchen, steht im Merkblatt. Es liegt bei."),
    ("Aufgrund des erhöhten Antragsaufkommens kommt es zu einer Bearbeitungsdauer von {duration}.", "Zurzeit kommen viele Anträge. Deshalb dauert es {duration}."),
    ("Der Ihnen mit Bescheid vom {date} bewilligte Betrag von {amount} wird zurückgefordert.", "Sie haben {amount} bekommen (Bescheid vom {date}). Dieses Geld müssen Sie zurückzahlen."),
    ("Die Erteilung der Genehmigung ist mit der Auflage verbunden, dass {clause}.", "Sie bekommen die Genehmigung. Die Bedingung ist, dass {clause}."),
    ("Nach Prüfung der Sach- und Rechtslage wurde festgestellt, dass {clause}.", "Wir haben alles geprüft. Das Ergebnis: {Main}"),
    ("Es wird um Mitteilung gebeten, ob {topic} noch benötigt wird.", "Bitte schreiben Sie uns, ob Sie {topic_acc} noch brauchen."),
    ("Die Antragstellung bedarf der Schriftform und hat bis zum {date} zu erfolgen.", "Bitte stellen Sie den Antrag schriftlich bis zum {date}."),
    ("Die Kosten des Verfahrens in Höhe von {amount} werden Ihnen auferlegt.", "Sie müssen die Kosten von {amount} bezahlen."),
    ("Eine Begleitung durch eine Person Ihres Vertrauens ist zulässig.", "Sie dürfen jemanden mitbringen."),
    ("Die Zuständigkeit liegt bei {organization}.", "Zuständig ist {organization}."),
    ("Von der Erhebung einer Gebühr wird abgesehen.", "Sie müssen nichts bezahlen."),
    ("Die Anmeldung ist persönlich unter Vorlage des Ausweises in {room} vorzunehmen.", "Bitte melden Sie sich persönlich in {room} an. Bringen Sie Ihren Ausweis mit."),
    ("Einwendungen gegen das Vorhaben können bis zum {date} erhoben werden.", "Wenn Sie gegen das Vorhaben sind, schreiben Sie uns bis zum {date}."),
    ("Die Maßnahme gelangt ab dem {date} in der {address} zur Durchführung.", "Ab dem {date} arbeiten wir in der {address}."),
    ("Die Inanspruchnahme der Leistung setzt voraus, dass {clause}.", "Sie bekommen die Leistung nur, wenn das stimmt: {Main}"),
    ("Bei Rückfragen wird um fernmündliche Kontaktaufnahme unter {phone} gebeten.", "Wenn Sie Fragen haben, rufen Sie uns an: {phone}."),
    ("Um Rücksendung des beigefügten Vordrucks bis zum {date} wird gebeten.", "Bitte schicken Sie uns das Formular bis zum {date} zurück."),
)  # fmt: skip
REQUESTS = (
    "Schreibe den Text in einfacher Sprache.", "Formuliere das verständlicher.", "Schreib das einfacher.", "Übersetze das in einfache Sprache.",
    "Bitte bürgerfreundlich umformulieren.", "Vereinfache den Text.", "Mach den Text leichter verständlich.", "Formuliere den Text in klaren, kurzen Sätzen.",
    "Ohne Amtsdeutsch bitte.", "Kannst du das verständlich schreiben?", "Schreibe so, dass es alle verstehen.", "Bitte einfacher formulieren",
    "Wandle das Amtsdeutsch in einfache Sprache um.", "in einfachen worten bitte", "Überarbeite den Text, damit er leicht zu lesen ist.",
    "So versteht das niemand, bitte neu.", "In Alltagsdeutsch bitte.", "Schreib es für Leute ohne Vorkenntnisse um.", "Mach es kürzer und klarer.", "Was heißt das in normalem Deutsch?", "Erkläre das einem Kind.",
    "Umformulieren, damit es jeder begreift", "Der Satz ist zu schwer, mach ihn leicht.", "Bitte in klare Worte fassen.", "Ich verstehe das nicht. Schreib es einfacher.", "Entrümple den Text.", "Verständlich machen!", "Nimm das Beamtendeutsch raus.",
    "Für Menschen, die wenig Deutsch können.", "Schreib es so, wie man spricht.",
)  # fmt: skip


DEEDS = (
    ("Einreichung", "einzureichen", "reichen", "ein"), ("Vorlage", "vorzulegen", "legen", "vor"), ("Rücksendung", "zurückzusenden", "senden", "zurück"), ("Ausfüllung", "auszufüllen", "füllen", "aus"),
    ("Übersendung", "zu übersenden", "schicken", ""), ("Abholung", "abzuholen", "holen", "ab"), ("Unterzeichnung", "zu unterzeichnen", "unterschreiben", ""), ("Beibringung", "beizubringen", "bringen", "mit"), ("Anzeige", "anzuzeigen", "melden", ""), ("Abgabe", "abzugeben", "geben", "ab"),
    ("Nachreichung", "nachzureichen", "reichen", "nach"), ("Beantragung", "zu beantragen", "beantragen", ""),
)  # fmt: skip
DEED_FORMAL = (
    "{Noun_n} ist {when} {zu}.", "Die {deed} {gen} hat {when} zu erfolgen.", "Es wird gebeten, {noun_a} {when} {zu}.", "Sie werden aufgefordert, {noun_a} {when} {zu}.", "Die {deed} {gen} ist {when} vorzunehmen.", "Es ist erforderlich, {noun_a} {when} {zu}.", "Um {deed} {gen} wird {when} gebeten.",
    "Sie werden hiermit ersucht, {noun_a} {when} {zu}.", "{Noun_n} ist {when} zwingend {zu}.", "Die {deed} {gen} wird {when} erwartet.",
)  # fmt: skip
DEED_WHEN = (
    "bis zum {date}",
    "bis spätestens {date}",
    "bis {date}",
    "am {date}",
    "unverzüglich",
    "in {room}",
    "innerhalb von {durations}",
    "am {date} um {time}",
)


def deed(draw: Draw) -> tuple[str, str]:
    """Something that has to be done, in nominal style and as a plain request."""
    kind, zu, verb, particle = draw.pick(DEEDS)
    topic = noun(draw)
    when = fill(draw, draw.pick(DEED_WHEN))
    words = {
        "Noun_n": topic[0].upper() + topic[1:],
        "noun_a": accusative_topic(topic),
        "gen": genitive_of(topic),
        "when": when,
        "zu": zu,
        "deed": kind,
    }
    said = "sofort" if when == "unverzüglich" else when.replace("bis spätestens ", "bis zum ")
    easy = f"Bitte {verb} Sie {accusative_topic(topic)} {said}" + (f" {particle}." if particle else ".")
    return draw.voice(DEED_FORMAL).format(**words), easy


SUBJECTS = ("Ihr Antrag", "Bescheid", "Mitteilung", "Ihr Anliegen", "Weiteres Vorgehen")


SMALL = (
    "Die", "Der", "Das", "Dem", "Wir", "Ab", "Bitte", "Wenn", "Um", "Eine", "Es", "Nach", "Welche", "Zurzeit", "Bei", "Von", "Am",
    "Für", "Hinsichtlich", "Unter", "Gegen", "Aufgrund", "Sofern",
)  # fmt: skip
"""Words that are written small behind the salutation's comma."""


def formal_text(draw: Draw) -> tuple[str, str]:
    """A formal text of one to four sentences, bare or as a letter, and its plain wording with the same facts."""
    formal: list[str] = []
    plain: list[str] = []
    chosen = [draw.voice([pair[0] for pair in PAIRS]) for _ in range(draw.random.randint(1, 4))]
    for text in dict.fromkeys(chosen):
        said = statement(draw)
        topic = noun(draw)
        both = f"{text}\n{dict(PAIRS)[text]}".replace("{clause}", said.clause).replace("{Main}", sentence(said.main))
        filled = fill(draw, both.replace("{topic}", topic).replace("{topic_acc}", accusative_topic(topic))).split("\n")
        formal.append(filled[0])
        plain.append(filled[1])
    for _ in range(draw.random.choice((0, 0, 1, 1, 2))):
        hard, easy = deed(draw)
        place = draw.random.randint(0, len(formal))
        formal.insert(place, hard)
        plain.insert(place, easy)
    if not draw.held_out and draw.chance(0.4):
        for _ in range(draw.random.choice((1, 1, 2))):
            place, unknown = draw.random.randint(0, len(formal)), spoken(draw)
            formal.insert(place, unknown)
            plain.insert(place, unknown)
    if draw.chance(0.65):
        return " ".join(formal), " ".join(plain)
    person, gender = draw.person(), draw.pick(("f", "m", "n"))
    salutation = {"f": "Sehr geehrte Frau {},", "m": "Sehr geehrter Herr {},", "n": "Guten Tag {},"}[gender].format(
        person
    )
    subject = draw.pick(SUBJECTS)
    clerk = "\n" + draw.person() if draw.chance(0.6) else ""
    joint = draw.pick((" ", "\n\n"))

    def letter(sentences: list[str]) -> str:
        first, *rest = sentences
        small = first[0].lower() + first[1:] if first.split(" ")[0] in SMALL else first
        body = joint.join([small, *rest])
        return f"Betreff: {subject}\n\n{salutation}\n\n{body}\n\nMit freundlichen Grüßen{clerk}"

    return letter(formal), letter(plain)
