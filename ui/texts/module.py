"""The page of one module."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ModuleTexts:
    """Reading, exercises, working material."""

    place: str = "Modul, etwa {minutes} Minuten"
    missing_title: str = "Dieses Modul gibt es nicht"
    missing: str = "Vielleicht ist der Link veraltet. Alle Module finden Sie auf der Übersicht."
    all_modules: str = "Alle Module"
    background: str = "Hintergrund lesen (etwa 5 Minuten)"
    exercises: str = "Übungen"
    material: str = "Arbeitsmaterial"
    print: str = "Arbeitsmaterial drucken"
    print_note: str = "Gedruckt wird nur das Arbeitsmaterial. Als Drucker können Sie auch „Als PDF speichern“ wählen."
    sources: str = "Quellen"
    sources_note: str = "Die Adressen werden nicht geladen; zum Nachlesen geben Sie sie in Ihrem Browser ein."
    progress: str = "{done} von {total} Übungen abgeschlossen"
    not_started: str = "{total} Übungen, noch nicht begonnen"
    not_started_one: str = "1 Übung, noch nicht begonnen"
    begun: str = "begonnen"
    done: str = "abgeschlossen"
