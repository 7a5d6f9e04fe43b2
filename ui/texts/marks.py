"""Marks: what participants say about findings, and what data-protection officers decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def _verdicts() -> dict[str, str]:
    return {"missed": "übersehen", "wrong": "zu Unrecht ersetzt"}


def _statuses() -> dict[str, str]:
    return {"open": "offen", "accepted": "übernommen", "rejected": "verworfen"}


@dataclass(frozen=True)
class MarkTexts:
    """Words for marking and for deciding."""

    title: str = "Hat der Schutz etwas übersehen oder zu viel ersetzt?"
    lead: str = (
        "Sagen Sie es hier. Gemeldet wird nur die bereinigte Umgebung der Stelle, nie die Angabe selbst. Der "
        "Datenschutz entscheidet, ob daraus ein Prüfbeispiel wird."
    )
    missed_title: str = "Übersehen"
    missed_help: str = "Markieren Sie die Stelle oben in „Ihr Text“, oder schreiben Sie sie hier ab."
    missed_place: str = "Übersehene Stelle"
    missed_kind: str = "Was ist das?"
    missed_button: str = "Ersetzen und melden"
    missed_absent: str = "Diese Stelle steht so nicht in Ihrem Text. Bitte schreiben Sie sie genau wie im Text."
    missed_empty: str = "Markieren Sie zuerst eine Stelle in Ihrem Text, oder schreiben Sie sie ins Feld."
    missed_covered: str = "Diese Stelle ist schon ersetzt."
    missed_done: str = "Ersetzt. Die Stelle geht nicht an das Modell, und der Datenschutz erfährt davon."
    missed_unreported: str = "Ersetzt. Die Stelle geht nicht an das Modell."
    wrong_title: str = "Zu Unrecht ersetzt"
    wrong_help: str = "Die Stelle bleibt ersetzt: Den Schutz kann hier niemand abschalten. Gemeldet wird sie trotzdem."
    wrong_finding: str = "Befund"
    wrong_button: str = "Melden"
    wrong_done: str = "Gemeldet. Danke, das hilft, den Schutz genauer zu machen."
    wrong_none: str = "Es gibt keinen Befund, den Sie melden könnten."

    page_title: str = "Markierungen"
    page_lead: str = (
        "Was Teilnehmende am Schutz bemängelt haben. Übernommene Markierungen werden zu Prüfbeispielen mit "
        "erfundenen Werten; die markierte Angabe selbst ist nirgends gespeichert. In der Umgebung kann stehen, was der "
        "Schutz sonst noch übersehen hat: Verwerfen Sie solche Markierungen, dann wird die Umgebung gelöscht."
    )
    empty_title: str = "Noch keine Markierungen"
    empty: str = (
        "Sobald Teilnehmende in der Schutzvorschau etwas als übersehen oder zu Unrecht ersetzt melden, steht es hier."
    )
    open_title: str = "Zu entscheiden: {count}"
    none_open: str = "Es ist nichts zu entscheiden."
    decided_title: str = "Entschieden: {count}"
    counts_title: str = "Markierungen nach Art der Angabe"
    column_kind: str = "Art der Angabe"
    column_missed: str = "übersehen"
    column_wrong: str = "zu Unrecht ersetzt"
    column_verdict: str = "Gemeldet als"
    column_place: str = "Bereinigte Stelle"
    column_status: str = "Entscheidung"
    column_reason: str = "Grund"
    column_at: str = "Wann"
    gap: str = "hier"
    build_help: str = (
        "Im Rahmen steht der Bau der gemeldeten Stelle: X für Großbuchstaben, x für Kleinbuchstaben, 9 für Ziffern."
    )
    found_by: str = "Gefunden hatte es: {recognizer}."
    exercise_of: str = "Gemeldet {at}."
    reason: str = "Grund der Entscheidung (ein Satz, ohne Namen)"
    accept: str = "Als Prüfbeispiel übernehmen"
    reject: str = "Verwerfen"
    reason_missing: str = "Bitte nennen Sie den Grund Ihrer Entscheidung."
    only_dpo: str = "Entscheiden kann der Datenschutz."
    examples_title: str = "Prüfbeispiele"
    example_one: str = (
        "1 übernommenes Beispiel. Die Datei enthält es mit erfundenen Werten; „sandbox guard eval“ liest sie."
    )
    examples: str = (
        "{count} übernommene Beispiele. Die Datei enthält sie mit erfundenen Werten; „sandbox guard eval“ liest sie."
    )
    examples_none: str = "Noch keine Markierung wurde als Prüfbeispiel übernommen."
    download: str = "Beispiele als JSON Lines speichern"
    file_name: str = "beispiele.jsonl"
    verdicts: Mapping[str, str] = field(default_factory=_verdicts)
    statuses: Mapping[str, str] = field(default_factory=_statuses)
