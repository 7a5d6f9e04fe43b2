"""Proposing and approving protection rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def _statuses() -> dict[str, str]:
    return {
        "pending": "offen",
        "outdated": "überholt",
        "in_force": "in Kraft",
        "replaced": "abgelöst",
        "rejected": "abgelehnt",
        "withdrawn": "zurückgezogen",
    }


def _effects() -> dict[str, str]:
    return {
        "newly_missed": "geht künftig an das Modell",
        "newly_found": "wird künftig ersetzt",
        "newly_replaced": "wird künftig ersetzt, obwohl es keine Angabe zu einer Person ist",
        "no_longer_replaced": "bleibt künftig stehen und ist keine Angabe zu einer Person",
    }


def _sources() -> dict[str, str]:
    return {
        "database": "hier freigegeben als Nr. {number}",
        "file": "aus der Datei, die der Betrieb eingestellt hat",
        "shipped": "die mitgelieferte Schutzregel",
    }


@dataclass(frozen=True)
class PolicyTexts:
    """What data-protection officers read when they change a protection rule."""

    evaluation_title: str = "Wie gut der Schutz findet"
    evaluation: str = (
        "Der mitgelieferte Schutz wurde an mehreren Hundert erfundenen Briefen, E-Mails, Vermerken und Eingaben "
        "gemessen: was er findet, was er übersieht, was er zu Unrecht ersetzt."
    )
    evaluation_link: str = "Bericht mit Zahlen und Schaubildern öffnen"
    source: str = "Herkunft"
    sources: Mapping[str, str] = field(default_factory=_sources)
    lists: str = "Listen des Hauses"
    list_counts: str = "{allowed} auf der Ausnahmeliste, {denied} auf der Sperrliste"
    own_rules: str = "Eigene Regeln haben"
    unknown_exercises: str = (
        "Diese Übungen nennt die Schutzregel, aber es gibt sie hier nicht: {names}. Vielleicht ist die Kennung "
        "falsch geschrieben."
    )

    pending: str = "Offene Vorschläge"
    proposal: str = "Nr. {number}: {title}, Fassung {identity}"
    proposed: str = "Vorgeschlagen von {name} am {at}. Grund: {reason}"
    weakens: str = "schwächt"
    keeps: str = "schwächt nicht"
    in_exercise: str = "Übung {name}: {sentence}"
    changes: str = "Was sich ändert"
    needs_second_title: str = "Hier muss eine zweite Person zustimmen"
    needs_second: str = (
        "Diese Änderung schwächt den Schutz. In Kraft setzen kann sie nur eine andere Person mit der Rolle Datenschutz."
    )
    no_second: str = (
        "Bisher gibt es nur ein Konto mit dieser Rolle. Der Betrieb stellt mit „sandbox users invite dpo“ einen "
        "Einrichtungslink für eine zweite Person aus."
    )
    you_are_second: str = (
        "Diese Änderung schwächt den Schutz. Sie können ihr als zweite Person zustimmen: Lesen Sie bitte die "
        "Änderungen und was die Erprobung ergeben hat."
    )
    approve: str = "In Kraft setzen"
    reject: str = "Ablehnen"
    withdraw: str = "Zurückziehen"
    decision_reason: str = "Begründung der Entscheidung"
    decision_reason_help: str = "Beim Ablehnen nötig. Namen werden darin ersetzt, bevor sie gespeichert wird."
    approved: str = "Nr. {number} ist in Kraft. Was schon läuft, endet mit der alten Schutzregel."
    rejected: str = "Über Nr. {number} ist entschieden. Es bleibt bei der Schutzregel in Kraft."

    change: str = "Änderung vorschlagen"
    change_lead: str = (
        "Ändern Sie den Text der Schutzregel. Die Prüfung zeigt, was sich ändert und was das an fiktiven "
        "Prüftexten bewirkt. Gespeichert wird erst beim Vorschlagen."
    )
    editor: str = "Schutzregel als YAML"
    editor_help: str = (
        "allow: Texte, die nie ein Befund sind. deny: Texte, die immer ein Befund sind. exercises: was eine Übung "
        "anders macht. Bitte erhöhen Sie auch version."
    )
    check: str = "Prüfen"
    checking: str = "Der Text wird geprüft und an den Prüftexten erprobt. Beim ersten Mal dauert das etwas länger."
    cancel: str = "Abbrechen"
    check_again: str = "Der Text ist seit der letzten Prüfung geändert. Bitte prüfen Sie ihn noch einmal."
    result_weakens_title: str = "Diese Änderung schwächt den Schutz"
    result_weakens: str = "Nach dem Vorschlagen muss eine zweite Person mit der Rolle Datenschutz zustimmen."
    result_keeps_title: str = "Diese Änderung schwächt den Schutz nicht"
    result_keeps: str = "Nach dem Vorschlagen können Sie sie selbst in Kraft setzen."
    reason: str = "Grund der Änderung"
    reason_help: str = "Er steht im Verlauf. Namen werden darin ersetzt, bevor er gespeichert wird."
    reason_missing: str = "Bitte schreiben Sie dazu, warum die Regel geändert werden soll."
    propose: str = "Vorschlagen"
    proposed_notice: str = "Nr. {number} ist vorgeschlagen."

    dry_run: str = "Erprobung an Prüftexten"
    dry_run_base: str = "{documents} fiktive Texte mit {labels} gekennzeichneten Angaben"
    dry_run_exercise: str = "In der Übung {name}"
    dry_run_as_house: str = "Dasselbe wie im ganzen Haus."
    dry_run_nothing: str = "An den Prüftexten ändert sich nichts."
    leaking: str = "Texte, aus denen eine Angabe an das Modell geht"
    over_redacted: str = "Ersetzte Wörter ohne Bezug zu einer Person"
    before_after: str = "bisher {before}, künftig {after} von {total}"
    more: str = "mehr als bisher"
    fewer: str = "weniger als bisher"
    column_label: str = "Art der Angabe"
    column_before: str = "ersetzt bisher"
    column_after: str = "künftig"
    column_missed: str = "neu übersehen"
    column_found: str = "neu gefunden"
    column_labelled: str = "gekennzeichnet"
    examples: str = "Beispiele aus den Prüftexten ({count})"
    example: str = "{label}: {effect}"
    effects: Mapping[str, str] = field(default_factory=_effects)
    column_place: str = "Stelle"
    column_effect: str = "Wirkung"
    column_document: str = "Text"

    history: str = "Verlauf"
    history_empty: str = (
        "Noch hat niemand eine Änderung vorgeschlagen. Jeder Vorschlag und jede Entscheidung steht dann hier, mit "
        "Person, Zeit und Grund."
    )
    column_number: str = "Nr."
    column_identity: str = "Fassung"
    column_proposed: str = "Vorgeschlagen"
    column_decided: str = "Entschieden"
    column_status: str = "Stand"
    column_reason: str = "Gründe"
    reason_proposed: str = "Vorschlag: {reason}"
    reason_decided: str = "Entscheidung: {reason}"
    who_when: str = "{name}, {at}"
    statuses: Mapping[str, str] = field(default_factory=_statuses)
