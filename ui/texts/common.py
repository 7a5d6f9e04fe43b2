"""Words that stand on every page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def _roles() -> dict[str, str]:
    return {
        "participant": "Teilnahme",
        "trainer": "Training",
        "dpo": "Datenschutz",
        "admin": "Verwaltung",
    }


def _statuses() -> dict[str, str]:
    return {
        "running": "läuft",
        "complete": "vollständig",
        "cancelled": "abgebrochen",
        "failed": "fehlgeschlagen",
    }


@dataclass(frozen=True)
class CommonTexts:
    """Navigation, roles, states."""

    product: str = "KI-Werkstatt"
    product_long: str = "KI-Werkstatt für die Verwaltung"
    nav_exercises: str = "Übungen"
    nav_attempts: str = "Meine Versuche"
    nav_journal: str = "Lernjournal"
    nav_wall: str = "Lehrreiche Fehler"
    nav_workshops: str = "Workshops"
    nav_prompt_log: str = "Promptprotokoll"
    nav_audit: str = "Prüfprotokoll"
    nav_policy: str = "Schutzregeln"
    nav_marks: str = "Markierungen"
    nav_model: str = "Über das Modell"
    menu: str = "Menü"
    sign_out: str = "Abmelden"
    signed_in_as: str = "{name}, {role}"
    as_participant: str = "{name}, {workshop}"
    model_may_err: str = "kann Fehler enthalten"
    lost_title: str = "Keine Verbindung zur KI-Werkstatt"
    lost_text: str = (
        "Der Dienst antwortet gerade nicht. Die Seite verbindet sich von selbst wieder, sobald er es tut. "
        "Was Sie in einer Übung geschrieben haben, bewahrt dieses Fenster solange auf."
    )
    lost_close: str = "Schließen"
    roles: Mapping[str, str] = field(default_factory=_roles)
    statuses: Mapping[str, str] = field(default_factory=_statuses)
    not_for_role_title: str = "Diese Seite gehört zu einer anderen Rolle"
    not_for_role: str = "Sie sind mit der Rolle „{role}“ angemeldet. Die Seiten dieser Rolle finden Sie oben."
    months: tuple[str, ...] = (
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    )
    date: str = "{day}. {month} {year}"
    moment: str = "{day}. {month} {year}, {hour:02d}:{minute:02d} Uhr"
    retry: str = "Noch einmal versuchen"
    one_moment: str = "Einen Augenblick, Ihre Entwürfe werden geholt."
    restoring: str = "Entwürfe aus diesem Browser"
    language: str = "Sprache der Seiten"
