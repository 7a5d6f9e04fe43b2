# ruff: noqa: E501
"""Instructions put together from parts, so that hardly one is heard twice: who is told what, and how."""

from __future__ import annotations

from models.training.corpus.draw import Draw

DATIVE = (
    "ihm",
    "ihr",
    "der Person",
    "der Familie",
    "dem Verein",
    "den Eltern",
    "der Kollegin",
    "dem Kollegen",
    "der Bürgerin",
    "den Leuten",
    "allen Beteiligten",
    "der Firma",
    "[PERSON]",
    "[PERSON]",
    "denen",
    "der Antragstellerin",
    "dem Antragsteller",
    "dem Absender",
)
ACCUSATIVE = (
    "ihn",
    "sie",
    "die Person",
    "die Familie",
    "den Verein",
    "die Eltern",
    "die Kollegin",
    "den Kollegen",
    "den Bürger",
    "die Leute",
    "alle Beteiligten",
    "die Firma",
    "[PERSON]",
    "[PERSON]",
    "den Absender",
)
WHAT = (
    "das",
    "es",
    "das alles",
    "die Sache",
    "den Stand",
    "das Ergebnis",
    "die Entscheidung",
    "den Termin",
    "den Eingang",
    "die Nachricht",
    "alles Nötige",
)
CLAUSES = (
    "dass es geht", "dass es nicht geht", "was noch nötig ist", "wie es weitergeht", "wann es losgeht", "worum es geht", "was wir brauchen", "dass die Zeit läuft", "was es kostet", "wer sich kümmert", "dass wir uns melden", "warum das so ist", "dass alles angekommen ist", "dass noch etwas offen ist", "was zu tun ist",
    "dass es länger dauert", "dass der Plan sich ändert", "was wir entschieden haben", "an wen man sich wenden kann", "dass Geld kommt", "dass Geld fehlt", "was erlaubt ist",
)  # fmt: skip
LETTER = (
    "Bestätige {to} {what}", "Teile {to} {what} mit", "Sag {to} {what}", "Schreibe {to}, {clause}", "Schreib {to}", "Erkläre {to} {what}", "Erklär {to}, {clause}", "Gib {to} Bescheid", "Gib {to} eine Antwort", "Antworte {to}", "Danke {to}", "Gratuliere {to}", "Sag {to} ab", "Sag {to} zu", "Erinnere {acc} daran", "Bitte {acc} um Antwort",
    "Frag bei {to} nach", "Frag nach, {clause}", "Lade {acc} ein", "Informiere {acc}", "Informiere {acc} darüber, {clause}", "Beruhige {acc}", "Mach {to} klar, {clause}", "Lass {acc} wissen, {clause}", "Verabschiede {acc}", "Begrüße {acc}", "Sag {to}, {clause}", "Teil {to} mit, {clause}", "Bring {to} bei, {clause}", "Kündige {to} an, {clause}", "Weise {acc} darauf hin, {clause}",
    "Wir müssen {to} schreiben, {clause}", "Ich muss {to} sagen, {clause}", "{acc} bitte informieren", "{to} absagen", "{to} zusagen", "{to} antworten", "Kannst du {to} schreiben, {clause}", "Bitte {to} mitteilen, {clause}", "Formuliere für {acc}, {clause}", "Mach es {to} verständlich", "{what} an {acc} schicken, mit Brief", "Brief an {acc}, {clause}", "Schreiben an {acc}", "Nachricht an {acc}, {clause}", "Setz etwas auf für {acc}",
)  # fmt: skip
ADVERBS = (
    "schriftlich",
    "freundlich",
    "in Ruhe",
    "ohne Amtsdeutsch",
    "höflich",
    "ganz kurz",
    "ausführlich",
    "verständlich",
    "herzlich",
    "sachlich",
    "ohne Vorwurf",
    "mit Gefühl",
    "so bald wie möglich",
    "bitte",
)
TAILS = (
    "und wünsche alles Gute",
    "und bedanke dich",
    "und bitte um Rückmeldung",
    "und nenne alle Daten",
    "und entschuldige dich",
    "aber ohne Zusage",
    "mit allen Zahlen",
    "ganz knapp",
    "und bleib freundlich",
    "und sag auch, bis wann",
    "und nenne die Gebühr",
    "damit keine Fragen bleiben",
    "es eilt",
)
OTHERS: dict[str, tuple[str, ...]] = {
    "note": ("Halte {what} {how} fest", "Schreib {what} {how} auf", "Mach {how} einen Vermerk", "Notiere {what} {how}", "Leg das {how} ab", "Dokumentiere {what} {how}", "Mach meine Notizen {how} ordentlich", "Aufschreiben, {how}", "Fass {what} als Vermerk zusammen", "Bring {what} {how} in Form", "Vermerk, {how}", "Protokolliere {what} {how}", "Nimm das {how} zu Protokoll"),
    "points": ("Liste {what} auf, {short}", "Schreib {what} untereinander, {short}", "Zähl {what} auf", "Stichpunkte zu {whole}, {short}", "Welche Fakten gibt es? {Short}, als Liste", "Zieh {what} heraus, Punkt für Punkt", "Ordne {what} in Punkten", "Kurze Liste, {short}", "Zeig mir {what} als Aufzählung", "{Short} in Stichpunkten", "Wer, was, wann? Untereinander", "Mach Punkte daraus, {short}"),
    "summary": ("Fass {what} zusammen, {short}", "Erklär mir {what}, {short}", "Worum geht es hier, {short}", "Was steht da, {short}", "Was ist die Sache, {short}", "Gib {what} wieder, {short}", "Erzähl mir, was los ist, {short}", "Sag mir {what}, {short}", "Kurzfassung, {short}", "Mach {what} kürzer", "Was muss ich wissen, {short}", "Bring {what} auf den Punkt", "Schildere mir {what} in Sätzen"),
    "checklist": ("Mach {what} zum Abhaken", "Ich möchte {what} abhaken", "Aufgaben zum Abhaken, {short}", "Checkliste aus {whole}", "Liste mit Kästchen, {short}", "Wer macht was? Mit Kästchen", "To-do-Liste, {short}", "Was ist zu erledigen? Zum Ankreuzen"),
}  # fmt: skip
ALL = (
    "das",
    "alles",
    "das Wichtigste",
    "den Inhalt",
    "die Angaben",
    "die Fakten",
    "den Fall",
    "den Text",
    "die Sache",
    "die Punkte",
)
WHOLE = ("dem Text", "dem Fall", "allem", "der Sache", "den Angaben", "der Nachricht")
HOW = (
    "für die Akte",
    "für die Kollegin",
    "für die Vertretung",
    "sachlich",
    "ohne Wertung",
    "kurz",
    "ordentlich",
    "für später",
    "für das Team",
)
SHORT = (
    "kurz",
    "knapp",
    "bitte",
    "für mich",
    "für die Leitung",
    "für die Sitzung",
    "in wenigen Worten",
    "ohne Wertung",
    "für jemanden ohne Zeit",
    "neutral",
    "ganz einfach",
)


def command(draw: Draw, form: str, person: str) -> str:
    """An instruction that leads to this form; `person` is whom it may name."""
    if form == "letter":
        text = draw.voice(LETTER).format(
            to=draw.pick(DATIVE), acc=draw.pick(ACCUSATIVE), what=draw.pick(WHAT), clause=draw.pick(CLAUSES)
        )
        text = text.replace("[PERSON]", person or "allen")
        if draw.chance(0.35):
            text += f", {draw.pick(ADVERBS)}" if "," in text else f" {draw.pick(ADVERBS)}"
        if draw.chance(0.35):
            text += draw.pick((", ", " ")) + draw.pick(TAILS)
    else:
        short = draw.pick(SHORT)
        text = draw.voice(OTHERS[form]).format(
            what=draw.pick(ALL), whole=draw.pick(WHOLE), how=draw.pick(HOW), short=short, Short=short.capitalize()
        )
    text = text[0].upper() + text[1:]
    return text + draw.pick((".", ".", ".", "", "!", ", bitte."))
