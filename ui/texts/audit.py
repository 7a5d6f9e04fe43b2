"""Audit trail and protection rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def _actions() -> dict[str, str]:
    return {
        "redact": "durch Platzhalter ersetzen",
        "block": "Senden verhindern",
        "warn": "darauf hinweisen, stehen lassen",
        "allow": "durchlassen",
    }


def _details() -> dict[str, str]:
    return {
        "accepted": "als Prüfbeispiel übernommen",
        "action": "Vorgang",
        "after": "ab Eintrag",
        "answers": "Antworten",
        "attempts": "Versuche",
        "base": "bisherige Schutzregel",
        "changes": "Änderungen",
        "checked": "geprüfte Einträge",
        "choice": "Wahl",
        "earlier": "früherer Versuch",
        "entities": "Arten",
        "entity": "Art",
        "exercise": "Übung",
        "findings": "Befunde",
        "found": "gefunden",
        "limit": "höchstens",
        "marks": "Markierungen",
        "model": "Modell",
        "number": "Nummer",
        "outcome": "Ausgang",
        "participant": "Person",
        "participants": "Teilnehmende",
        "planted": "eingebaut",
        "policy": "Schutzregel",
        "problem": "Grund",
        "reason": "Grund",
        "recognizers": "Erkennung",
        "retention_days": "Aufbewahrung in Tagen",
        "retention_until": "aufbewahrt bis",
        "role": "Rolle",
        "sessions": "Sitzungen",
        "setup_links": "Einrichtungslinks",
        "starred": "als gut markiert",
        "tagger": "Namenserkennung",
        "valid": "unversehrt",
        "verdict": "Markierung",
        "version": "Version",
        "weakens": "schwächt den Schutz",
        "workshop": "Workshop",
        "workshops": "Workshops",
    }


def _values() -> dict[str, str]:
    return {
        "participant": "Teilnahme",
        "trainer": "Training",
        "dpo": "Datenschutz",
        "admin": "Verwaltung",
        "complete": "vollständig",
        "cancelled": "abgebrochen",
        "failed": "fehlgeschlagen",
        "left": "Antwort A",
        "right": "Antwort B",
        "none": "kein Unterschied",
        "missed": "übersehen",
        "wrong": "zu Unrecht ersetzt",
    }


@dataclass(frozen=True)
class AuditTexts:
    """What data-protection officers read."""

    title: str = "Prüfprotokoll"
    lead: str = (
        "Wer was wann getan hat. Jeder Eintrag trägt die Prüfsumme des vorigen: Wird einer nachträglich geändert "
        "oder gelöscht, passt die Kette nicht mehr."
    )
    valid_title: str = "Die Kette ist vollständig"
    valid: str = "{checked} von {checked} Einträgen geprüft, keiner ist verändert. Geprüft am {at}."
    broken_title: str = "Die Kette ist unterbrochen"
    broken: str = (
        "Eintrag {first} passt nicht zum vorigen; geprüft wurden {checked} Einträge. Ändern Sie nichts an den "
        "Daten, sichern Sie den Stand und sprechen Sie mit der Betreuung."
    )
    head: str = "Prüfsumme des letzten Eintrags"
    head_help: str = "Notieren Sie sie außerhalb des Servers: Damit lässt sich später zeigen, dass nichts fehlt."
    empty_title: str = "Noch keine Einträge"
    empty: str = "Sobald jemand an einem Workshop teilnimmt, sich anmeldet oder ein Protokoll öffnet, steht es hier."
    empty_filtered: str = "Zu dieser Auswahl gibt es keine Einträge."
    filter_action: str = "Vorgang"
    all_actions: str = "alle Vorgänge"
    column_seq: str = "Nr."
    column_at: str = "Wann"
    column_who: str = "Wer"
    column_action: str = "Vorgang"
    column_details: str = "Einzelheiten"
    column_hash: str = "Prüfsumme"
    table_label: str = "Einträge des Prüfprotokolls"
    shown: str = "Einträge {first} bis {last} von {total}"
    newer: str = "Neuere Einträge"
    older: str = "Ältere Einträge"
    details: Mapping[str, str] = field(default_factory=_details)
    values: Mapping[str, str] = field(default_factory=_values)
    refresh: str = "Neu laden und prüfen"
    recorded: str = "Auch das Lesen und Prüfen dieses Protokolls wird darin festgehalten."
    yes: str = "ja"
    no: str = "nein"

    policy_title: str = "Schutzregeln"
    policy_lead: str = (
        "Was der Schutz mit jeder Art von Angabe tut, bevor ein Text an das Modell geht. Die Fassung steht bei "
        "jedem Versuch dabei."
    )
    policy_versions: str = "Fassungen"
    policy_version: str = "Schutzregel"
    recognizers_version: str = "Erkennung"
    tagger_version: str = "Namenserkennung"
    model_version: str = "Modell"
    service_version: str = "KI-Werkstatt"
    policy_table: str = "Regeln nach Art der Angabe"
    column_label: str = "Art der Angabe"
    column_entity: str = "Kennung"
    column_rule: str = "Regel"
    column_threshold: str = "ab Sicherheit"
    actions: Mapping[str, str] = field(default_factory=_actions)
    policy_empty: str = "Der Dienst meldet keine Regeln. Ohne Regeln wird nichts gesendet."
    fail_closed: str = (
        "Fällt der Schutz aus oder braucht er zu lange, wird nichts gesendet. Die Antwort des Modells läuft durch "
        "denselben Schutz, bevor sie angezeigt wird."
    )
