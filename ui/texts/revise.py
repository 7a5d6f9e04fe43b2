"""The step in which the answer is reworked by hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReviseTexts:
    """Field, comparison, checks before and after."""

    none_title: str = "Noch nichts zu überarbeiten"
    none: str = "Hier verbessern Sie die Antwort des Modells von Hand. Zuerst brauchen Sie eine Antwort."
    lead: str = (
        "Verbessern Sie, was die Prüfung gezeigt hat und was Sie selbst gefunden haben. Platzhalter lassen Sie stehen; "
        "die echten Werte setzen Sie ganz am Ende ein."
    )
    field: str = "Ihre Fassung"
    save: str = "Speichern und prüfen"
    saving: str = "Der Schutz liest Ihre Fassung, danach wird sie geprüft."
    unsaved: str = "Sie haben seit dem letzten Speichern etwas geändert. Gezeigt wird die gespeicherte Fassung."
    saved: str = "Gespeichert, Fassung {number}."
    saved_redacted: str = "Der Schutz hat in Ihrer Fassung etwas ersetzt. Unten steht sie so, wie sie gespeichert ist."
    empty: str = "Ihre Fassung ist leer. Schreiben Sie bitte zuerst etwas hinein."
    unchanged: str = "Diese Fassung ist gleich wie die Antwort des Modells. Ändern Sie zuerst etwas."
    diff_title: str = "Was Sie geändert haben"
    diff_none: str = "Wort für Wort gleich."
    diff_count: str = "Wörter gestrichen: {deleted}, Wörter ergänzt: {inserted}."
    checks_title: str = "Die Prüfung vorher und nachher"
    column_check: str = "Geprüft"
    column_before: str = "Antwort des Modells"
    column_after: str = "Ihre Fassung"
    better: str = "{before} Punkte waren anzusehen, jetzt sind es {after}. Verglichen werden {total}."
    open_after: str = "Was in Ihrer Fassung noch anzusehen ist ({count} von {total} Punkten)"
    in_attempt: str = "Überarbeitung {number}, {at}"
