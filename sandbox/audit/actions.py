"""Every action the audit trail knows, with its German label and meaning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AuditAction(StrEnum):
    """What was done. The values are part of the hash chain and never change."""

    SERVICE_STARTED = "service.started"
    SERVICE_STOPPED = "service.stopped"
    SETUP_ISSUED = "setup.issued"
    ACCOUNT_CREATED = "account.created"
    SESSION_OPENED = "session.opened"
    SESSION_CLOSED = "session.closed"
    LOGIN_FAILED = "login.failed"
    WORKSHOP_CREATED = "workshop.created"
    ATTEMPT_SENT = "attempt.sent"
    ATTEMPT_BLOCKED = "attempt.blocked"
    ATTEMPT_ENDED = "attempt.ended"
    GUARD_FAILED = "guard.failed"
    REVISION_SAVED = "revision.saved"
    SPOTTING_RESOLVED = "spotting.resolved"
    REFLECTION_SAVED = "reflection.saved"
    ATTEMPT_STARRED = "attempt.starred"
    COMPARISON_NOTED = "comparison.noted"
    COMPARISON_BEGUN = "comparison.begun"
    COMPARISON_DECIDED = "comparison.decided"
    WALL_CONTRIBUTED = "wall.contributed"
    WALL_WITHDRAWN = "wall.withdrawn"
    WALL_HIDDEN = "wall.hidden"
    WALL_SHOWN = "wall.shown"
    MARK_ADDED = "mark.added"
    MARK_DECIDED = "mark.decided"
    PROMPTLOG_VIEWED = "promptlog.viewed"
    AUDIT_VIEWED = "audit.viewed"
    AUDIT_VERIFIED = "audit.verified"
    RETENTION_RUN = "retention.run"
    POLICY_PROPOSED = "policy.proposed"
    POLICY_APPROVED = "policy.approved"
    POLICY_REJECTED = "policy.rejected"
    POLICY_IN_FORCE = "policy.in_force"


@dataclass(frozen=True)
class ActionText:
    """How an action is named and explained to people."""

    label: str
    meaning: str


ACTIONS: dict[AuditAction, ActionText] = {
    AuditAction.SERVICE_STARTED: ActionText(
        "Dienst gestartet", "Der Dienst wurde gestartet; mit den Fassungen von Schutzregel, Erkennern und Modell."
    ),
    AuditAction.SERVICE_STOPPED: ActionText("Dienst beendet", "Der Dienst wurde geordnet beendet."),
    AuditAction.SETUP_ISSUED: ActionText(
        "Einrichtungslink ausgestellt", "Ein einmaliger Link zum Anlegen eines Kontos wurde ausgestellt."
    ),
    AuditAction.ACCOUNT_CREATED: ActionText("Konto angelegt", "Ein Konto wurde angelegt; mit seiner Rolle."),
    AuditAction.SESSION_OPENED: ActionText("Angemeldet", "Jemand hat sich angemeldet oder ist beigetreten."),
    AuditAction.SESSION_CLOSED: ActionText("Abgemeldet", "Jemand hat sich abgemeldet."),
    AuditAction.LOGIN_FAILED: ActionText(
        "Anmeldung abgewiesen",
        "Eine Anmeldung, ein Beitritt oder ein Einrichtungslink wurde abgewiesen; mit dem Grund.",
    ),
    AuditAction.WORKSHOP_CREATED: ActionText(
        "Workshop angelegt", "Ein Workshop wurde angelegt; mit Aufbewahrungsdatum."
    ),
    AuditAction.ATTEMPT_SENT: ActionText(
        "Versuch gesendet", "Ein geschwärzter Prompt ging an das Modell; mit der Zahl der Befunde."
    ),
    AuditAction.ATTEMPT_BLOCKED: ActionText(
        "Versuch gesperrt", "Die Schutzregel hat einen Prompt gesperrt; nichts ging an das Modell."
    ),
    AuditAction.ATTEMPT_ENDED: ActionText(
        "Versuch beendet", "Die Antwort ist fertig, abgebrochen oder gescheitert; mit dem Ausgang."
    ),
    AuditAction.GUARD_FAILED: ActionText(
        "Schutz ausgefallen", "Der Schutzfilter ist gescheitert oder war zu langsam; nichts ging an das Modell."
    ),
    AuditAction.REVISION_SAVED: ActionText(
        "Überarbeitung gespeichert", "Eine überarbeitete Antwort wurde geschwärzt gespeichert."
    ),
    AuditAction.SPOTTING_RESOLVED: ActionText(
        "Suche aufgelöst",
        "Jemand hat sich die eingebauten Stellen einer Übung zeigen lassen; mit der Zahl der Markierungen und Funde.",
    ),
    AuditAction.REFLECTION_SAVED: ActionText("Reflexion gespeichert", "Eine Reflexion wurde geschwärzt gespeichert."),
    AuditAction.ATTEMPT_STARRED: ActionText(
        "Versuch ausgezeichnet", "Jemand hat einen eigenen Versuch als gut markiert oder die Markierung entfernt."
    ),
    AuditAction.COMPARISON_NOTED: ActionText(
        "Vergleich festgehalten", "Eine Notiz zu zwei eigenen Versuchen wurde geschwärzt gespeichert."
    ),
    AuditAction.COMPARISON_BEGUN: ActionText(
        "Blindvergleich begonnen", "Zwei eigene Antworten wurden in ausgeloster Reihenfolge nebeneinandergestellt."
    ),
    AuditAction.COMPARISON_DECIDED: ActionText(
        "Blindvergleich entschieden", "Jemand hat eine der beiden Antworten gewählt; die Begründung ist geschwärzt."
    ),
    AuditAction.WALL_CONTRIBUTED: ActionText(
        "Lehrreichen Fehler geteilt",
        "Jemand hat einen eigenen Versuch ohne Pseudonym für alle im Workshop sichtbar gemacht; welchen, steht hier "
        "nicht.",
    ),
    AuditAction.WALL_WITHDRAWN: ActionText(
        "Lehrreichen Fehler zurückgezogen", "Jemand hat einen eigenen Beitrag von der Wand genommen."
    ),
    AuditAction.WALL_HIDDEN: ActionText(
        "Lehrreichen Fehler ausgeblendet", "Die Leitung des Workshops hat einen Beitrag mit Begründung ausgeblendet."
    ),
    AuditAction.WALL_SHOWN: ActionText(
        "Lehrreichen Fehler wieder eingeblendet", "Die Leitung des Workshops zeigt einen Beitrag wieder allen."
    ),
    AuditAction.MARK_ADDED: ActionText(
        "Stelle gemeldet", "Jemand hat eine Stelle als übersehen oder zu Unrecht ersetzt gemeldet; mit ihrer Art."
    ),
    AuditAction.MARK_DECIDED: ActionText(
        "Meldung entschieden", "Der Datenschutz hat eine Meldung als Prüfbeispiel übernommen oder verworfen."
    ),
    AuditAction.PROMPTLOG_VIEWED: ActionText(
        "Promptprotokoll eingesehen", "Jemand hat das Promptprotokoll eines Workshops eingesehen."
    ),
    AuditAction.AUDIT_VIEWED: ActionText("Prüfprotokoll eingesehen", "Jemand hat das Prüfprotokoll eingesehen."),
    AuditAction.AUDIT_VERIFIED: ActionText("Prüfprotokoll geprüft", "Jemand hat die Hash-Kette prüfen lassen."),
    AuditAction.RETENTION_RUN: ActionText(
        "Löschlauf", "Daten abgelaufener Workshops wurden gelöscht; mit der Zahl der gelöschten Einträge."
    ),
    AuditAction.POLICY_PROPOSED: ActionText(
        "Schutzregel vorgeschlagen",
        "Jemand hat eine Schutzregel vorgeschlagen; mit Fassungen und ob sie den Schutz schwächt, ohne ihre Listen.",
    ),
    AuditAction.POLICY_APPROVED: ActionText(
        "Schutzregel freigegeben", "Eine zweite Person hat eine vorgeschlagene Schutzregel freigegeben."
    ),
    AuditAction.POLICY_REJECTED: ActionText(
        "Schutzregel abgelehnt", "Eine vorgeschlagene Schutzregel wurde abgelehnt oder zurückgezogen."
    ),
    AuditAction.POLICY_IN_FORCE: ActionText(
        "Schutzregel in Kraft gesetzt", "Von hier an gilt eine andere Schutzregel; mit alter und neuer Fassung."
    ),
}
