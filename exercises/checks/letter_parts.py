"""Parts of an official letter."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from pydantic import Field

from exercises.checks.draft import Draft
from exercises.checks.result import CheckResult
from exercises.checks.settings import Line, Settings
from exercises.extraction import extract_facts
from exercises.sentences import Sentence, split_sentences, words_in

LetterPart = Literal[
    "subject", "reference", "salutation", "decision", "grounds", "deadline", "legal_remedies", "contact", "closing"
]

_TITLES: dict[LetterPart, str] = {
    "subject": "Betreff",
    "reference": "Aktenzeichen",
    "salutation": "Anrede",
    "decision": "Entscheidung",
    "grounds": "Begründung",
    "deadline": "Frist",
    "legal_remedies": "Rechtsbehelfsbelehrung",
    "contact": "Kontakt für Rückfragen",
    "closing": "Grußformel",
}
_WHY: dict[LetterPart, str] = {
    "subject": "Am Betreff erkennt man auf einen Blick, worum es geht.",
    "reference": "Mit dem Aktenzeichen lässt sich jede Rückfrage sofort zuordnen.",
    "salutation": "Die Anrede zeigt, dass ein Mensch gemeint ist.",
    "decision": "Wer einen Bescheid bekommt, will zuerst wissen, wie entschieden wurde.",
    "grounds": "Nur wer die Gründe kennt, kann eine Entscheidung verstehen und prüfen.",
    "deadline": "Ohne Datum weiß niemand, bis wann etwas zu tun ist.",
    "legal_remedies": (
        "Ohne Belehrung, oder mit einer falschen, läuft statt der kurzen Frist in der Regel ein Jahr. Den Wortlaut "
        "gibt Ihr Haus vor."
    ),
    "contact": "Wer Fragen hat, soll nicht suchen müssen.",
    "closing": "Die Grußformel schließt das Schreiben höflich ab und zeigt, dass es vollständig ist.",
}

_SALUTATION = re.compile(
    r"^[^\w\n]*(?:sehr\s+geehrte[rs]?\b|guten\s+(?:tag|morgen|abend)\b|liebe[rs]?\s|hallo\b|werte[rs]?\s|grüß\s+gott\b)",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSING = re.compile(
    r"^[^\w\n]*(?:mit\s+(?:\w+\s+)?(?:freundliche\w*|besten|herzliche\w*|vielen)\s+gr(?:ü|u)(?:ß|ss)\w*"
    r"|(?:freundliche|viele|beste|schöne|herzliche|liebe)\s+grüße\b|mit\s+(?:den\s+)?(?:besten|herzlichen|guten)\s+wünschen\b|hochachtungsvoll\b|alles\s+gute\b|mfg\b)",
    re.IGNORECASE | re.MULTILINE,
)
_SUBJECT_LABEL = re.compile(
    r"^[^\w\n]*(?:betreff|betr\.?|betrifft)\b[ \t:.*]*\n?[ \t*]*[\w\[„]", re.IGNORECASE | re.MULTILINE
)
_NO_SUBJECT = re.compile(
    r"^[^\w\n]*(?:aktenzeichen|az\b|geschäftszeichen|unser zeichen|ihr zeichen|ihr schreiben|ihre nachricht|datum"
    r"|telefon|tel\b|fax|e-?mail|internet\b|www\.|sachbearbeit|bearbeit|auskunft|durchwahl|ansprechp|ihre? ansprechp"
    r"|zimmer|postfach|sprechzeit|öffnungszeit|bankverbindung|per (?:post|e-?mail|fax)\b|vorab\b|an\b|herrn?\b|frau\b"
    r"|familie\b|eheleute\b|\w*(?:straße|str\.)|von\b|absender|empfänger|hier ist|entwurf)",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(
    r"^[^\w\n]*(?:(?:der|die|das|freie und)\s+)?[\w-]*(?:stadt|gemeinde|kreis|land|bezirk|amt|behörde|verwaltung"
    r"|ministerium|kasse|agentur|center|zentrum|stelle|direktion|präsidium|präsident(?:in)?|magistrat|senat|dezernat"
    r"|referat|fachbereich|fachdienst|fachgruppe|sachgebiet|abteilung|bürgermeister(?:in)?|landrat|landrätin|regierung"
    r"|universität|hochschule|klinikum|anstalt|kammer|verband|institut|dienst|staat|bund|rathaus|schule|gericht)\b",
    re.IGNORECASE,
)
"""The name of a body at the beginning of a line."""
_MATTER = re.compile(
    r"\b(?:Ihre?[mnrs]?|Antrag\w*|wegen|über|zum|zur|Bitte|Unterlagen|Ablehnung|Bewilligung|Anhörung"
    r"|\w*(?:bescheid|bestätigung|nachricht|einladung|mitteilung|anfrage|antrag|meldung|termin)\w*)\b|[:–—]"
)
"""Words by which a line says what a letter is about, even where it begins with the name of a body."""
_ADDRESSEE = re.compile(
    r"^[^\w\n]*(?:an\b|herrn?\b|frau\b|familie\b|eheleute\b)|\[STREET_ADDRESS_\d+\]"
    r"|(?:straße|str\.|weg|platz)\s+\d|^\W*\d{5}\s+\w",
    re.IGNORECASE,
)
"""Lines of an address. The subject stands below the last of them."""
_KIND_OF_LETTER = re.compile(r"\w*(?:bescheid|bestätigung|nachricht|einladung|mitteilung)", re.IGNORECASE)
"""A heading of one word that says what kind of letter this is: `Bescheid`, `Zwischennachricht`."""
_REFERENCE_WORD = re.compile(
    r"(?:aktenzeichen|\baz\b|geschäftszeichen|unser\s+zeichen|kassenzeichen|\bgz\b)[ \t:.*]*"
    r"(?:(?:lautet|ist)\b[ \t:*]*)?(?:[a-zäöü]{1,4}[ \t])?\S{0,40}\d",
    re.IGNORECASE,
)
_LONGEST_HEADING = 5
_DEADLINE_WORD = re.compile(
    r"\b(?:bis|spätestens|frist\w*|innerhalb|binnen|nachreichfrist|einreichungsfrist)\b|\bvor\s+dem\b|\bletzte[rn]?\s+(?:Tag|Termin)\b",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"\b(?:lehne\w*|lehnt)\b.{0,200}\bab\b|\babgelehnt\b|\babzulehnen\b|\bablehnen\b|\bbewillig\w+|\bstattgegeben\b"
    r"|\bgenehmig\w+|\bgewähr(?:en|t|e)\b|\bnicht\s+(?:entsprechen|zustimmen|erteilen|zulassen)\b|\bsetzen?\b.{0,80}\bfest\b"
    r"|\b(?:keine?n?\s+Anspruch|nicht\s+erfüllt)\b",
    re.IGNORECASE,
)
_GROUNDS = re.compile(
    r"\bBegründung\b|\bGr(?:u|ü)nde?n?\b\s*(?::|dafür|hierfür|ist\b|sind\b)|\baus\s+(?:diesem|folgendem|folgenden)\s+Gr"
    r"|\b(?:weil|denn|deshalb|daher)\b|\bda\s+(?:Sie|Ihr|die|der|das|es|keine?)\b|\bVoraussetzung\w*\b|\b(?:rechts)?grundlage\b",
    re.IGNORECASE,
)
_REMEDY = re.compile(r"\b(?:Widerspruch|Klage|Einspruch|Rechtsbehelf)\b", re.IGNORECASE)
_REMEDY_PERIOD = re.compile(r"\b(?:innerhalb|binnen|Frist)\b[^.!?]{0,60}\b(?:Monats?|Monate|Wochen)\b", re.IGNORECASE)
_REMEDY_TEXT_BLOCK = re.compile(
    r"\bRechtsbehelfsbelehrung\b[^\n]{0,20}(?:\n\W*)?[^\n]{0,60}\b(?:Textbaustein|beigefügt|einfügen|eingefügt|folgt|Haus\w*)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\[(?:PHONE_NUMBER|EMAIL_ADDRESS)_\d+\]|(?:telefon\w*|tel\.?|rufnummer|durchwahl)[^\n]{0,25}?\d{3,}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,60}\.\w+",
    re.IGNORECASE,
)


class LetterPartsSettings(Settings):
    """Looks for the parts of a letter."""

    check: Literal["letter_parts"]
    """Kind of the check."""
    title: Line = "Aufbau des Schreibens"
    """German heading."""
    parts: tuple[LetterPart, ...] = Field(min_length=1, max_length=len(_TITLES))
    """The parts that this letter needs."""


def _has_subject(text: str) -> bool:
    if _SUBJECT_LABEL.search(text):
        return True
    salutation = _SALUTATION.search(text)
    if not salutation:
        return False
    lines = text[: salutation.start()].splitlines()
    below = max((number for number, line in enumerate(lines, start=1) if _ADDRESSEE.search(line)), default=0)
    for number, line in enumerate(lines):
        bare = re.sub(r"\[[A-Z0-9_]+\]", " ", line).strip(" *_#\t")
        if _KIND_OF_LETTER.fullmatch(bare):
            return True
        if number < below or _NO_SUBJECT.match(bare) or (_LETTERHEAD.match(bare) and not _MATTER.search(bare)):
            continue
        if 2 <= len(words_in(bare)) <= 15 and not _is_only_values(bare):
            return True
    return False


def _is_only_values(line: str) -> bool:
    """Whether nothing but a date, a number or a postal address stands in a line."""
    rest = line
    for fact in reversed(extract_facts(line)):
        rest = rest[: fact.start] + rest[fact.end :]
    return len(words_in(rest)) < 2


def _has_deadline(text: str) -> bool:
    """A word such as `bis` beside a date or a span of time; or a heading of that kind ("Bis wann?") right above."""
    sentences = split_sentences(text)
    return any(
        _DEADLINE_WORD.search(sentence.text) and (_has_day(sentence) or (_is_heading(sentence) and _has_day(after)))
        for sentence, after in zip(sentences, [*sentences[1:], *sentences[-1:]], strict=True)
    )


def _has_day(sentence: Sentence) -> bool:
    return any(fact.kind in {"date", "duration"} for fact in extract_facts(sentence.text))


def _is_heading(sentence: Sentence) -> bool:
    return len(sentence.words) <= _LONGEST_HEADING and sentence.text.rstrip(" *_").endswith(("?", ":"))


def _has_reference(text: str) -> bool:
    return "[DE_CASE_NUMBER_" in text or bool(_REFERENCE_WORD.search(text))


def _has_legal_remedies(text: str) -> bool:
    """A remedy with its period, or the place where the approved text block belongs."""
    if _REMEDY_TEXT_BLOCK.search(text):
        return True
    return any(_REMEDY.search(paragraph) and _REMEDY_PERIOD.search(paragraph) for paragraph in text.split("\n\n"))


_DETECTORS: dict[LetterPart, Callable[[str], bool]] = {
    "subject": _has_subject,
    "reference": _has_reference,
    "salutation": lambda text: bool(_SALUTATION.search(text)),
    "decision": lambda text: any(_DECISION.search(sentence.text) for sentence in split_sentences(text)),
    "grounds": lambda text: bool(_GROUNDS.search(text)),
    "deadline": _has_deadline,
    "legal_remedies": _has_legal_remedies,
    "contact": lambda text: bool(_CONTACT.search(text)),
    "closing": lambda text: bool(_CLOSING.search(text)),
}


def parts_of(text: str) -> set[LetterPart]:
    """The parts that stand in a letter."""
    return {part for part, detects in _DETECTORS.items() if detects(text)}


def check_letter_parts(settings: LetterPartsSettings, draft: Draft, check_id: str = "letter_parts") -> CheckResult:
    """Which of the expected parts are there and which are not, and what each is for."""
    present = parts_of(draft.answer)
    missing = [part for part in settings.parts if part not in present]
    found = [_TITLES[part] for part in settings.parts if part in present]
    items = [f"Fehlt: {_TITLES[part]}. {_WHY[part]}" for part in missing]
    if found:
        items.append("Vorhanden: " + ", ".join(found))
    if not missing:
        message = "Alle erwarteten Teile des Schreibens sind da."
        return CheckResult(id=check_id, title=settings.title, status="ok", message=message, items=items)
    message = f"{len(found)} von {len(settings.parts)} erwarteten Teilen wurden gefunden."
    return CheckResult(id=check_id, title=settings.title, status="missing", message=message, items=items)
