"""Workshops and prompt log."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TrainerTexts:
    """What trainers plan and read."""

    workshops_title: str = "Workshops"
    workshops_lead: str = "Ein Workshop hat einen Beitrittscode für den Raum und ein Datum, an dem alles gelöscht wird."
    empty_title: str = "Noch kein Workshop"
    empty: str = (
        "Hier stehen Ihre Workshops mit Beitrittscode und Stand. Legen Sie unten den ersten an; der Code gilt sofort."
    )
    code: str = "Beitrittscode"
    code_address: str = "Im Browser öffnen: {address}"
    code_close: str = "Schließen"
    period: str = "{start} bis {end}"
    one_day: str = "{start}"
    numbers: str = "{participants}, {attempts}"
    participants_one: str = "1 teilnehmende Person"
    participants: str = "{count} Teilnehmende"
    attempts_one: str = "1 Versuch"
    attempts: str = "{count} Versuche"
    retention: str = "Löschung am {date}"
    to_log_label: str = "Promptprotokoll zu „{title}“"
    code_label: str = "Code groß zeigen für „{title}“"
    create_title: str = "Neuen Workshop anlegen"
    create_name: str = "Titel"
    create_name_help: str = "So erkennen ihn die Teilnehmenden wieder, zum Beispiel „Schreiben mit KI, Gruppe 2“."
    create_start: str = "Erster Tag"
    create_end: str = "Letzter Tag"
    create_retention: str = "Tage bis zur Löschung nach dem letzten Tag"
    create: str = "Workshop anlegen"
    created: str = "Der Workshop „{title}“ ist angelegt. Beitrittscode: {code}"
    name_missing: str = "Geben Sie dem Workshop bitte einen Titel."
    dates_wrong: str = "Der letzte Tag liegt vor dem ersten. Bitte tauschen Sie die Daten."

    log_title: str = "Promptprotokoll"
    log_lead: str = "Die Versuche eines Workshops, so wie sie gespeichert sind: bereinigt, ohne echte Namen."
    log_lead_audit: str = (
        "Hier prüfen Sie, was der Schutz ersetzt und was er durchgelassen hat. Die Versuche stehen hier so, wie sie "
        "gespeichert sind. Öffnen Sie nur, was Sie für die Prüfung brauchen."
    )
    log_recorded: str = (
        "Jedes Öffnen wird im Prüfprotokoll festgehalten, und die Teilnehmenden sehen, dass Sie hineingeschaut haben."
    )
    log_workshop: str = "Workshop"
    log_exercise: str = "Übung"
    log_participant: str = "Teilnehmende Person"
    log_all_exercises: str = "alle Übungen"
    log_all_participants: str = "alle"
    log_open: str = "Protokoll öffnen"
    log_no_workshop_title: str = "Noch kein Workshop"
    log_no_workshop: str = "Das Promptprotokoll gehört zu einem Workshop. Legen Sie zuerst einen an."
    log_no_workshop_audit: str = "Sobald jemand einen Workshop anlegt, können Sie hier dessen Versuche prüfen."
    log_to_workshops: str = "Zu den Workshops"
    log_closed: str = "Wählen Sie aus und öffnen Sie das Protokoll."
    log_empty_title: str = "Noch keine Versuche"
    log_empty: str = "Sobald jemand einen Prompt sendet, steht er hier. Der Beitrittscode ist {code}."
    log_empty_audit: str = "Sobald jemand in diesem Workshop einen Prompt sendet, steht er hier."
    log_filtered_empty: str = "Zu dieser Auswahl gibt es keine Versuche."
    log_participants: str = "Stand der Teilnehmenden"
    column_pseudonym: str = "Pseudonym"
    column_attempts: str = "Versuche"
    column_reflected: str = "mit Reflexion"
    column_searches: str = "Suchen"
    column_last: str = "zuletzt"
    log_attempts: str = "Versuche"
    log_count: str = "{shown} von {total} Versuchen"
    log_entry: str = "{pseudonym}: {title}, Versuch {number}"
    log_at: str = "Stand: {at}"
    no_reflection: str = "Noch keine Reflexion."
    log_comparisons: str = "Vergleiche"
    log_comparisons_lead: str = "Was Teilnehmende über zwei ihrer Versuche geschrieben haben, auch blind."
    log_pair: str = "{pseudonym}: {title}, Versuche {one} und {two}"
    mean_findings_one: str = "1\N{NO-BREAK SPACE}Stelle ersetzt"
    mean_findings: str = "{count}\N{NO-BREAK SPACE}Stellen ersetzt"
