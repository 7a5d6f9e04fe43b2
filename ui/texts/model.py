"""The card of the model that answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def _origins() -> dict[str, str]:
    return {
        "shipped": "gehört zu diesem Programm",
        "file": "vom Haus eingespielte Datei",
        "hub": "aus einem Modellverzeichnis im Internet, vom Haus geladen",
    }


@dataclass(frozen=True)
class ModelTexts:
    """What runs, from where, under which licence, trained on what, how measured."""

    title: str = "Über das Modell: {title}"
    other: str = "Auch hier zur Wahl: {title}"
    lead: str = "Was hier antwortet, woher es kommt, womit es trainiert wurde und wie es gemessen wurde."
    facts_title: str = "Angaben"
    place: str = "Rechnet"
    local: str = "auf diesem Rechner, ohne Internet"
    house_server: str = "auf einem Server des Hauses"
    origin: str = "Herkunft"
    origins: Mapping[str, str] = field(default_factory=_origins)
    repository: str = "{origin}: {repository}, Stand {revision}"
    licence: str = "Lizenz"
    languages: str = "Sprachen"
    parameters: str = "Größe"
    millions: str = "{count} Millionen Gewichte"
    billions: str = "{count} Milliarden Gewichte"
    context: str = "Längster Text"
    tokens: str = "{count} Wortteile, Prompt und Antwort zusammen"
    file: str = "Datei"
    checked: str = "{size} MB, Prüfsumme {digest}… (bei jedem Start verglichen)"
    note_title: str = "Wofür es taugt"
    training_title: str = "Womit es trainiert wurde"
    training_unknown: str = "Dazu liegen hier keine Angaben vor. Fragen Sie die Stelle, die das Modell betreibt."
    measured_title: str = "Wie es gemessen wurde"
    not_measured: str = (
        "Dieses Projekt hat das Modell nicht gemessen. Wie oft es Angaben auslässt oder erfindet, wissen wir nicht: "
        "Prüfen Sie jede Antwort."
    )
    measured: str = (
        "Die ausführliche Karte unten nennt die Messungen, auch die schlechten. Sie wird aus dem Training und der "
        "Auswertung erzeugt."
    )
    unverified_title: str = "Ungeprüft"
    energy_title: str = "Energie"
    energy: str = (
        "Unter jeder Antwort steht, wie viel Energie sie ungefähr gebraucht hat: eine Schätzung aus dem Zähler des "
        "Prozessors oder aus der Rechenzeit. Training und Kühlung sind nicht enthalten."
    )
    energy_elsewhere: str = "Auf einem Server des Hauses wird anderswo gerechnet; deshalb steht hier keine Schätzung."
    card_title: str = "Ausführliche Karte"
    larger: str = (
        "Dies ist ein kleines Übungsmodell und macht Fehler. Das Haus kann ein größeres einspielen; wie das geht, "
        "steht in der Dokumentation (docs/models.md)."
    )
