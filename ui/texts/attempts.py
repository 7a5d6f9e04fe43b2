"""The participant's own attempts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AttemptsTexts:
    """List, detail, and who looked."""

    title: str = "Meine Versuche"
    lead: str = "Alles, was von Ihren Versuchen gespeichert ist: ohne echte Namen, so wie das Modell es bekommen hat."
    empty_title: str = "Noch keine Versuche"
    empty: str = "Hier finden Sie jeden Prompt mit seiner Antwort wieder, sobald Sie eine Übung gemacht haben."
    first_step: str = "Zu den Übungen"
    number: str = "Versuch {number}"
    reflected: str = "mit Reflexion"
    not_reflected: str = "ohne Reflexion"
    open_label: str = "Ansehen: Versuch {number}"
    compare: str = "Zwei Versuche vergleichen"
    compare_blind: str = "Blind vergleichen"
    back: str = "Alle Versuche"
    missing_title: str = "Diesen Versuch gibt es nicht"
    missing: str = "Er gehört nicht Ihnen oder ist mit dem Löschdatum des Workshops gelöscht worden."
    material: str = "Fall, wie er gesendet wurde"
    expectation: str = "Erwartung vor dem Senden"
    prompt: str = "Prompt, wie er gesendet wurde"
    answer: str = "Antwort"
    checks: str = "Prüfung"
    findings: str = "Jeder Befund mit seiner Länge: Mehr ist davon nicht gespeichert"
    reflection: str = "Reflexion"
    reflection_none: str = "Zu diesem Versuch haben Sie noch nichts festgehalten."
    reflect_now: str = "Reflexion schreiben"
    versions: str = "Womit dieser Versuch entstanden ist"
    version_names: tuple[tuple[str, str], ...] = (
        ("model", "Modell"),
        ("exercise", "Übung"),
        ("policy", "Schutzregel"),
        ("recognizers", "Erkennung"),
        ("tagger", "Namenserkennung"),
    )
    sources: tuple[tuple[str, str], ...] = (
        ("prompt", "im Prompt"),
        ("material", "im Fall"),
        ("expectation", "in der Erwartung"),
        ("answer", "in der Antwort"),
        ("revision", "in der Überarbeitung"),
        ("reflection", "in der Reflexion"),
    )
    finding: str = "{label}, {length} Zeichen, {source}"
    views: str = "Wer diesen Versuch angesehen hat"
    views_none: str = "Außer Ihnen hat noch niemand diesen Versuch angesehen."
    view: str = "{who} ({role}), {at}"
    access_title: str = "Wer in meine Versuche geschaut hat"
    access_lead: str = "Jeder Blick in Ihre Versuche steht hier."
    access_none: str = "Bisher hat niemand in Ihre Versuche geschaut."
    access_at: str = "Wann"
    access_who: str = "Wer"
    access_what: str = "Was"
    access_all: str = "alle Versuche des Workshops"
