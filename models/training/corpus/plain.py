# ruff: noqa: E501
"""Formal sentences and the same thing in plain words."""

from __future__ import annotations

from models.training.corpus.draw import Draw
from models.training.corpus.statements import fill

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
    ("Um Rücksendung des beigefügten Vordrucks bis zum {date} wird gebeten.", "Bitte schicken Sie uns das Formular bis zum {date} zurück."),
)  # fmt: skip
REQUESTS = (
    "Schreibe den Text in einfacher Sprache.", "Formuliere das verständlicher.", "Schreib das einfacher.", "Übersetze das in einfache Sprache.",
    "Bitte bürgerfreundlich umformulieren.", "Vereinfache den Text.", "Mach den Text leichter verständlich.", "Formuliere den Text in klaren, kurzen Sätzen.",
    "Ohne Amtsdeutsch bitte.", "Kannst du das verständlich schreiben?", "Schreibe so, dass es alle verstehen.", "Bitte einfacher formulieren",
    "Wandle das Amtsdeutsch in einfache Sprache um.", "in einfachen worten bitte", "Überarbeite den Text, damit er leicht zu lesen ist.",
)  # fmt: skip


def formal_text(draw: Draw) -> tuple[str, str]:
    """A formal text of one to four sentences and its plain wording, with the same facts."""
    formal: list[str] = []
    plain: list[str] = []
    for pair in draw.some(PAIRS, 1, 4):
        filled = fill(draw, "\n".join(pair)).split("\n")
        formal.append(filled[0])
        plain.append(filled[1])
    return " ".join(formal), " ".join(plain)
