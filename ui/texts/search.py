"""The step in which a text with planted places is searched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def _kinds() -> dict[str, str]:
    return {
        "changed": "Im Fall steht es anders",
        "invented": "Im Fall steht davon nichts",
        "left_out": "Hier fehlt etwas",
        "overstated": "Zu sicher oder zu verbindlich",
        "personal": "Verrät eine Person",
        "combination": "Verrät eine Person zusammen mit anderem",
        "tone": "So schreibt keine Behörde",
    }


@dataclass(frozen=True)
class SearchTexts:
    """Marking, resolving, what was found."""

    mark_title: str = "Eine Stelle markieren"
    mark_help: str = (
        "Wählen Sie die Stelle im Text mit der Maus oder dem Finger aus, dann steht sie hier. Ohne Maus schreiben Sie "
        "die Wörter so hinein, wie sie im Text stehen."
    )
    place: str = "Markierte Stelle"
    offset: str = "Anfang der markierten Stelle"
    note: str = "Was stimmt hier nicht? (freiwillig)"
    add: str = "Stelle markieren"
    add_empty: str = "Wählen Sie zuerst im Text eine Stelle aus, oder schreiben Sie sie in das Feld."
    add_absent: str = "So steht das nicht im Text. Vergleichen Sie bitte die Schreibweise."
    add_again: str = "Diese Stelle haben Sie schon markiert."
    add_most: str = "Mehr als {most} Markierungen gehen nicht. Entfernen Sie zuerst eine andere."
    note_too_long: str = "Die Notiz ist zu lang. Möglich sind {limit} Zeichen."
    marks_title: str = "Ihre Markierungen"
    marks_none: str = "Noch ist nichts markiert."
    remove: str = "Entfernen: {number}"
    resolve: str = "Auflösen"
    resolving: str = "Ihre Markierungen werden verglichen, Ihre Notizen bereinigt."
    resolve_note: str = (
        "Nach dem Auflösen sehen Sie alle eingebauten Stellen mit einer Erklärung. Es gibt keine Note, und Sie können "
        "danach noch einmal suchen."
    )
    result_one: str = "Gefunden: {found} von {planted} eingebauten Stellen, mit 1 Markierung."
    result: str = "Gefunden: {found} von {planted} eingebauten Stellen, mit {marks} Markierungen."
    result_note: str = "Das ist keine Note. Was Sie übersehen haben, übersieht man leicht: Lesen Sie, warum."
    found: str = "gefunden"
    missed: str = "übersehen"
    places_title: str = "Alle eingebauten Stellen"
    kinds: Mapping[str, str] = field(default_factory=_kinds)
    your_note: str = "Ihre Notiz: {note}"
    near_title: str = "Hier waren Sie nah dran"
    near: str = (
        "Hier liegt eine eingebaute Stelle. Ihre Markierung trifft davon zu wenig oder reicht zu weit darüber hinaus."
    )
    nothing_title: str = "Hier war nichts eingebaut"
    nothing: str = "Vielleicht haben Sie trotzdem recht: Auch ein Text ohne eingebauten Fehler kann besser werden."
    changed: str = "Die Übung wurde seitdem geändert. Welche Stellen es damals waren, lässt sich nicht mehr zeigen."
    again: str = "Noch einmal suchen"
    earlier_title: str = "Ihre Durchgänge"
    earlier: str = "Durchgang {number}: {found} von {planted}, Markierungen: {marks}"
    log_title: str = "Suchen"
    log_base: str = "{found} von {planted}"
    log_who: str = "Pseudonym"
    log_exercise: str = "Übung"
    log_number: str = "Durchgang"
    log_found: str = "Gefunden"
    log_marks: str = "Markierungen"
    log_notes: str = "Notizen"
