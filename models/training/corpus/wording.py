# ruff: noqa: E501
"""How people ask: polite, brisk, half a sentence, with typing errors, as beginners do."""

from __future__ import annotations

from models.training.corpus.draw import Draw

REQUESTS = (
    "Schreibe {thing}.", "Schreib {thing}.", "Schreib mir bitte {thing}.", "Bitte schreibe {thing}.",
    "Bitte schreibe mir {thing}.", "Erstelle {thing}.", "Bitte erstelle {thing}.", "Erstelle mir {thing}.",
    "Formuliere {thing}.", "Bitte formuliere {thing}.", "Verfasse {thing}.", "Verfasse bitte {thing}.",
    "Entwirf {thing}.", "Entwirf bitte {thing}.", "Ich brauche {thing}.", "Ich brauche {thing}, bitte.",
    "Ich benötige {thing}.", "Ich hätte gern {thing}.", "Kannst du mir {thing} schreiben?",
    "Kannst du bitte {thing} schreiben?", "Könntest du {thing} verfassen?", "Könntest du mir {thing} entwerfen?",
    "Mach mir {thing}.", "Mach bitte {thing}.", "Mach {thing} daraus.", "Mach aus dem Fall {thing}.",
    "Hilf mir, {thing} zu schreiben.", "Bereite {thing} vor.", "Setze {thing} auf.",
    "Bitte setz {thing} auf.", "Gib mir {thing}.", "Ich möchte {thing} verschicken.", "Bitte {thing}.", "{thing}",
    "{thing} bitte", "Deine Aufgabe: Schreibe {thing}.", "Schreibe zu diesem Fall {thing}.",
    "Schreibe auf Grundlage des Falls {thing}.", "Formuliere zu dem Fall {thing}.", "Nimm den Fall und schreibe {thing}.",
    "Verfasse auf Basis der Angaben {thing}.", "Wir müssen antworten. Schreibe {thing}.", "Bitte entwirf für mich {thing}.",
    "Hallo, kannst du mir {thing} machen?", "Hallo! Ich brauche {thing}.", "Guten Tag, bitte schreiben Sie {thing}.",
    "Schreiben Sie bitte {thing}.", "Bitte erstellen Sie {thing}.", "Können Sie mir {thing} entwerfen?",
    "Formulieren Sie {thing}.", "Du bist Sachbearbeiterin. Schreibe {thing}.", "Du arbeitest in der Behörde. Verfasse {thing}.",
    "Stell dir vor, du bist in der Verwaltung. Schreibe {thing}.", "Was schreibe ich? Ich brauche {thing}.",
    "Ich soll {thing} schreiben, mach mal einen Entwurf.", "Mach einen Vorschlag für {thing}.",
    "Wandle die Angaben in {thing} um.", "Fertige {thing}.", "Bitte fertige {thing} an.", "Jetzt bitte {thing}.",
    "Ich will {thing}.", "Lass uns {thing} schreiben.", "Aufgabe: {thing}",
    "Erzeuge {thing}.", "Generiere {thing}.", "Generiere mir bitte {thing}.", "Ein Entwurf bitte: {thing}.",
    "Schreib doch bitte {thing}.", "Erstell mal {thing}.",
)  # fmt: skip
THINGS: dict[str, tuple[str, ...]] = {
    "receipt": (
        "eine Eingangsbestätigung", "eine Eingangsbestätigung für den Antrag", "eine Eingangsbestätigung an {role}",
        "ein Schreiben, das den Eingang bestätigt", "einen Brief, in dem der Eingang bestätigt wird",
        "eine Bestätigung, dass der Antrag da ist", "eine Antwort, dass der Antrag angekommen ist",
        "eine Empfangsbestätigung", "den Brief zur Eingangsbestätigung", "eine Eingangsmitteilung",
        "eine Bestätigung des Eingangs", "ein Bestätigungsschreiben zum Antrag", "die Eingangsbestätigung für diesen Fall",
        "einen Entwurf für die Eingangsbestätigung", "eine Mitteilung über den Eingang des Antrags",
        "einen Brief an {role}, dass der Antrag eingegangen ist", "eine Eingangsbestätigung mit allen wichtigen Angaben",
        "eine Bestätigung für den Antrag",
    ),
    "interim": (
        "eine Zwischennachricht", "einen Zwischenbescheid", "eine Zwischenmitteilung", "eine Nachricht zum Stand der Bearbeitung",
        "eine Zwischennachricht an {role}", "ein Schreiben, dass die Bearbeitung noch dauert", "eine Sachstandsmitteilung",
        "einen Brief, dass es noch dauert", "eine Mitteilung über den Stand", "eine Antwort, dass noch geprüft wird",
    ),
    "documents": (
        "eine Nachforderung der Unterlagen", "einen Brief, mit dem wir die fehlenden Unterlagen anfordern",
        "ein Schreiben wegen der fehlenden Unterlagen", "eine Aufforderung, die Unterlagen nachzureichen",
        "einen Brief mit der Bitte um die fehlenden Nachweise", "eine Unterlagenanforderung", "ein Nachforderungsschreiben",
        "eine Bitte um die fehlenden Unterlagen", "einen Brief, was noch fehlt", "eine Nachricht an {role}, welche Unterlagen fehlen",
        "ein Schreiben zur Mitwirkung",
    ),
    "appointment": (
        "eine Einladung zum Termin", "eine Einladung zu einem Gespräch", "ein Einladungsschreiben", "einen Brief mit dem Termin",
        "eine Termineinladung", "eine Einladung an {role}", "ein Schreiben mit der Terminangabe", "die Einladung zum Gesprächstermin",
        "eine Terminbestätigung", "eine Nachricht mit Ort und Zeit des Termins",
    ),
    "call": (
        "einen Vermerk", "einen Telefonvermerk", "einen Gesprächsvermerk", "einen Aktenvermerk", "eine Telefonnotiz",
        "einen Vermerk über das Telefonat", "einen kurzen Vermerk für die Akte", "eine Notiz für die Akte",
        "einen Vermerk zum Gespräch", "einen Gesprächsvermerk mit Anlass, Inhalt und nächsten Schritten",
        "einen Vermerk mit Anlass, Inhalt, Vereinbarung und Frist", "einen strukturierten Vermerk", "eine Gesprächsnotiz",
        "eine Zusammenfassung als Vermerk", "einen Aktenvermerk über den Anruf", "eine Notiz zum Anruf",
    ),
    "sentences": (
        "eine Zusammenfassung in drei Sätzen", "eine Zusammenfassung", "eine kurze Zusammenfassung",
        "eine knappe Zusammenfassung des Textes", "eine Zusammenfassung mit höchstens drei Sätzen", "eine Kurzfassung",
        "drei Sätze dazu", "eine Zusammenfassung für meine Leitung", "einen Überblick in wenigen Sätzen",
        "eine kurze Zusammenfassung des Wichtigsten", "eine Zusammenfassung als Fließtext",
    ),
    "points": (
        "eine Zusammenfassung in Stichpunkten", "Stichpunkte", "eine Liste der wichtigsten Punkte", "das Wichtigste in Stichpunkten",
        "eine Stichpunktliste", "Stichpunkte zum Text", "die wichtigsten Punkte als Liste", "eine Übersicht in Stichworten",
        "eine Aufzählung der wichtigsten Angaben", "eine stichpunktartige Zusammenfassung",
    ),
    "reply": (
        "eine Antwort", "eine Antwort auf die E-Mail", "eine freundliche Antwort", "eine Antwort an die Person",
        "ein Antwortschreiben", "eine Antwort auf diese Nachricht", "eine Antwortmail", "einen Antwortbrief", "eine Rückmeldung",
        "eine höfliche Antwort darauf",
    ),
}  # fmt: skip
COMMANDS: dict[str, tuple[str, ...]] = {
    "receipt": (
        "Bestätige den Eingang des Antrags.", "Bestätige der Person, dass ihr Antrag eingegangen ist.", "Bitte den Eingang bestätigen.",
        "Eingang bestätigen", "Teile mit, dass der Antrag eingegangen ist, was fehlt und bis wann.", "Sag Bescheid, dass der Antrag da ist.",
        "Antworte, dass wir den Antrag bekommen haben.", "Informiere {role} über den Eingang.", "Antrag bestätigen bitte",
        "Brief: Antrag ist angekommen", "Bitte schreib der Person, dass ihr Antrag da ist und was noch fehlt.", "brief schreiben", "Schreibe den Brief.",
        "Schreib einen Brief an die Antragstellerin.", "Bestätige den Eingang, nenne die fehlenden Unterlagen und die Frist und erkläre, wie es weitergeht.",
        "Die Person soll wissen, dass ihr Antrag angekommen ist.", "Was schreibe ich der Person? Bitte als Brief.", "eingangsbestätigung",
        "Schreibe eine Eingangsbestätigung mit Betreff, Aktenzeichen, Anrede, fehlenden Unterlagen, Frist und Ansprechperson.",
        "Antworte {role}, dass wir den Antrag haben, und nenne die nächsten Schritte.", "Formuliere einen Brief, der den Eingang bestätigt. Keine Zusage zur Leistung.",
        "Schreibe einen höflichen Brief, dass der Antrag angekommen ist.", "Teile {role} mit, dass der Antrag vorliegt und was noch gebraucht wird.", "Wir haben den Antrag bekommen, bitte bestätigen und sagen was fehlt",
        "Schreibe {role}, dass der Antrag angekommen ist und wie es weitergeht.",
        "Schreibe einen Brief, der den Eingang bestätigt, die fehlenden Unterlagen nennt und eine Frist setzt.",
    ),
    "interim": (
        "Teile mit, dass der Antrag noch bearbeitet wird.", "Informiere {role} über den Stand.", "Sag, dass es noch dauert.",
        "Bitte um Geduld und nenne die Dauer.", "Schreibe, dass wir noch nicht entschieden haben.", "Zwischenstand mitteilen",
    ),
    "documents": (
        "Fordere die fehlenden Unterlagen an.", "Bitte die fehlenden Unterlagen anfordern.", "Fordere nach, was fehlt.",
        "Bitte {role} um die fehlenden Nachweise.", "Unterlagen nachfordern", "Schreibe, was noch fehlt und bis wann.",
        "Sag {role}, was noch eingereicht werden muss.", "Welche Unterlagen fehlen? Schreib das als Brief.",
    ),
    "appointment": (
        "Lade {role} zum Gespräch ein.", "Lade zum Termin ein.", "Bitte zum Termin einladen.", "Teile den Termin mit.",
        "Einladung schreiben", "Schreibe {role}, wann und wo der Termin ist.", "Termin mitteilen bitte",
    ),
    "call": (
        "Fasse das Telefonat als Vermerk zusammen.", "Fasse das Gespräch in einem Vermerk zusammen.", "Halte das Gespräch für die Akte fest.",
        "Mach daraus einen Vermerk.", "Schreibe auf, was besprochen wurde.", "Dokumentiere das Telefonat.",
        "Fasse zusammen: Anlass, Inhalt, Vereinbarung, Frist.", "Vermerk bitte", "telefonvermerk schreiben",
        "Fasse das Telefonat so zusammen, dass eine Vertretung Bescheid weiß.", "Bitte einen Vermerk mit nächsten Schritten.",
        "Gliedere in Anlass, Inhalt und nächste Schritte.", "Fasse die Notiz für die Akte zusammen.",
        "Was wurde besprochen und vereinbart? Schreibe einen Vermerk.", "Mach aus dem Gespräch einen Telefonvermerk für die Akte.",
        "Fasse das Telefongespräch zusammen.", "Fasse das Telefonat zusammen", "Schreibe einen Vermerk für eine Kollegin, die nicht dabei war.",
        "Erstelle einen Vermerk mit den Überschriften Anlass, Inhalt, Vereinbarung und nächste Schritte.", "Vermerk für die Akte, kurze Sätze, ohne Privates.",
        "Schreibe einen Telefonvermerk. Lass weg, was nicht in die Akte gehört.", "Fasse das Gespräch zusammen: Wer macht was bis wann?",
        "Notiere das Wichtigste aus dem Telefonat für die Akte.", "bitte das telefonat zusammenfassen",
    ),
    "sentences": (
        "Fasse den Text zusammen.", "Fasse das kurz zusammen.", "Fasse den Fall in drei Sätzen zusammen.", "Fass das bitte zusammen.",
        "Bitte zusammenfassen.", "Fasse zusammen", "Kannst du das zusammenfassen?", "Worum geht es? Bitte kurz.",
        "Kürze den Text auf das Wichtigste.", "Fasse den folgenden Text in höchstens drei Sätzen zusammen.",
        "Fasse den Sachverhalt knapp zusammen.", "zusammenfassung bitte", "Sag mir in drei Sätzen, worum es geht.",
    ),
    "points": (
        "Fasse den Text in Stichpunkten zusammen.", "Nenne die wichtigsten Punkte.", "Liste die wichtigsten Angaben auf.",
        "Bitte in Stichpunkten zusammenfassen.", "In Stichpunkten bitte.", "Fasse das stichpunktartig zusammen.",
        "Zusammenfassen in Stichworten", "Was sind die wichtigsten Punkte?", "Bitte die wichtigsten Angaben als Liste.",
        "Fasse das Gespräch in Stichpunkten zusammen.",
    ),
    "reply": (
        "Beantworte die E-Mail.", "Beantworte diese Nachricht.", "Antworte höflich darauf.", "Bitte beantworten.", "Antworte der Person.",
        "Schreib zurück.", "Was kann ich antworten?", "Wie antworte ich darauf?", "Antworte freundlich und sachlich.",
        "Formuliere, was wir antworten.", "Bitte darauf antworten.",
    ),
}  # fmt: skip
SHORT = (
    "Bitte kurz.",
    "Fasse dich kurz.",
    "Kurz und knapp.",
    "Halte es kurz.",
    "Maximal fünf Sätze.",
    "Möglichst kurz bitte.",
    "Nicht zu lang.",
    "Der Text soll kurz sein.",
    "kurz halten",
    "Knapp bitte.",
    "In wenigen Sätzen.",
    "Ein paar Sätze reichen.",
    "So kurz wie möglich.",
    "Nicht länger als nötig.",
    "Höchstens zehn Zeilen.",
    "aber kurz",
    "Kurz fassen!",
)
FRIENDLY = (
    "Bitte freundlich.",
    "Der Ton soll freundlich sein.",
    "Schreibe freundlich und verständlich.",
    "In freundlichem Ton.",
    "Sei freundlich und höflich.",
    "Bedanke dich auch.",
    "Es soll nett klingen.",
    "Bitte bürgerfreundlich formulieren.",
    "Höflich bitte.",
    "Netter Ton.",
    "Bleib freundlich.",
    "nett und höflich",
    "Die Person soll sich ernst genommen fühlen.",
    "Herzlich, aber sachlich.",
    "Mit einem Dank.",
    "Freundlicher Ton, aber klar.",
)
BULLETS = (
    "Die fehlenden Unterlagen als Liste.",
    "Nenne die Unterlagen in Stichpunkten.",
    "Liste die Unterlagen auf.",
    "Unterlagen bitte als Aufzählung.",
    "Mit Stichpunkten für die Unterlagen.",
    "Die Unterlagen untereinander.",
)
RUNNING = ("Ohne Liste.", "Als Fließtext.", "Bitte keine Stichpunkte.", "Im Fließtext, ohne Aufzählung.")
DEADLINE = (
    "Nenne die Frist.",
    "Mit Frist.",
    "Die Frist muss drinstehen.",
    "Schreibe auch, bis wann.",
    "Gib eine Frist an.",
    "Und nenne die Frist für die Unterlagen.",
    "Vergiss die Frist nicht.",
)
CONTACT = (
    "Nenne die Ansprechperson.",
    "Mit Telefonnummer für Rückfragen.",
    "Gib an, wen man fragen kann.",
    "Mit Kontaktdaten.",
    "Nenne auch die Telefonnummer.",
    "Die Ansprechperson muss genannt werden.",
)
NUMBER = (
    "Mit Aktenzeichen.",
    "Nenne das Aktenzeichen.",
    "Das Aktenzeichen soll im Betreff stehen.",
    "Gib das Aktenzeichen an.",
)
NEUTRAL = (
    "Verwende nur Angaben aus dem Fall.", "Übernimm die Platzhalter.", "Lass die Platzhalter stehen.", "Erfinde nichts.",
    "Schreibe verständlich.", "Bitte sachlich.", "Auf Deutsch.", "Sprich die Person mit Sie an.", "Verwende einfache Sätze.",
    "Achte auf einen klaren Aufbau.", "Mit Anrede und Gruß.", "Nenne, was fehlt, und die Bearbeitungsdauer.", "Danke!", "Danke dir.",
    "Nutze die Daten aus dem Fall.", "Alle Angaben sollen vorkommen.", "Bitte Betreff, Anrede und Grußformel.",
    "Wenn etwas fehlt, sag es.", "Ändere keine Namen.", "Keine Paragrafen bitte.", "Vermeide Amtsdeutsch.",
    "Der Brief soll leicht zu lesen sein.", "Sprich die Person direkt an.", "Formell.", "Keine Fachwörter.", "Nichts dazuerfinden!", "Denk an Betreff und Gruß.",
    "Es eilt.", "Die Person kennt sich nicht aus.", "Die Person spricht wenig Deutsch.", "Nur was im Fall steht.", "Kurze Sätze, aktiv statt passiv.", "Sei genau bei Zahlen.",
    "Was du nicht weißt, lass offen.", "Ich schicke es dann per Post.", "Das geht an eine ältere Dame.", "Es soll amtlich klingen.", "Prüfe die Daten.",
)  # fmt: skip
ROLES = (
    "die Antragstellerin",
    "den Antragsteller",
    "die Person",
    "die antragstellende Person",
    "die Bürgerin",
    "den Bürger",
)


def ask(draw: Draw, purpose: str, wishes: list[str]) -> str:
    """One instruction for the purpose with the wishes appended, in one of many voices, sometimes mistyped."""
    role = draw.pick(ROLES)
    if purpose in COMMANDS and draw.chance(0.4):
        text = draw.phrase(COMMANDS[purpose], role=role)
    else:
        thing = draw.phrase(THINGS[purpose], role=role)
        text = draw.phrase(REQUESTS, thing=thing)
        if text[0].islower() and draw.chance(0.7):
            text = text[0].upper() + text[1:]
    return with_wishes(draw, text, wishes)


def with_wishes(draw: Draw, text: str, wishes: list[str]) -> str:
    """The instruction with its wishes and now and then a general one, sometimes mistyped."""
    extra = list(wishes)
    if draw.chance(0.35):
        extra.append(draw.phrase(NEUTRAL))
    draw.random.shuffle(extra)
    if extra and text[-1].isalpha():
        text += "."
    return mistype(draw, " ".join([text, *extra]))


def mistype(draw: Draw, text: str) -> str:
    """Lower case, lost punctuation, swapped or lost letters, in about a third of all instructions."""
    fate = draw.random.random()
    if fate < 0.68:
        return text
    if fate < 0.84:
        text = text.lower()
    if draw.chance(0.35):
        text = text.rstrip(".!?")
    if fate > 0.76:
        letters = list(text)
        for _ in range(draw.random.randint(1, 2)):
            place = draw.random.randrange(1, max(2, len(letters) - 1))
            if letters[place].isalpha() and letters[place - 1].isalpha():
                if draw.chance(0.5):
                    letters[place - 1], letters[place] = letters[place], letters[place - 1]
                else:
                    letters[place] = ""
        text = "".join(letters)
    return text
