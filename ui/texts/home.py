"""The list of exercises."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HomeTexts:
    """Exercises by module, progress, next step."""

    title: str = "Übungen"
    modules: str = "Die Module"
    progress: str = "{done} von {total} Übungen mit Reflexion abgeschlossen"
    next_first: str = "Beginnen Sie mit der ersten Übung. Sie dauert etwa {minutes} Minuten."
    next_more: str = "Als Nächstes: {title}, etwa {minutes} Minuten."
    next_reflect: str = "Als Nächstes: die Reflexion zu „{title}“, dann ist die Übung abgeschlossen."
    next_prompt: str = "Als Nächstes: der Prompt zu „{title}“. Die Suche dort haben Sie schon aufgelöst."
    all_done: str = (
        "Sie haben alle Übungen abgeschlossen. Unter „Meine Versuche“ können Sie vergleichen, was Sie "
        "ausprobiert haben."
    )
    module: str = "{number}. {title}"
    not_started: str = "noch nicht begonnen"
    searched_one: str = "Suche aufgelöst, Prompt steht aus"
    searched: str = "Suche {count}-mal aufgelöst, Prompt steht aus"
    one_attempt: str = "1 Versuch, Reflexion steht aus"
    attempts: str = "{count} Versuche, Reflexion steht aus"
    reflected_one: str = "abgeschlossen mit 1 Versuch"
    reflected: str = "abgeschlossen mit {count} Versuchen"
    begin: str = "Übung beginnen"
    resume: str = "Weiter üben"
    open_label: str = "{action}: {title}"
    facts: str = "etwa {minutes} Minuten, {progress}"
    facts_alone: str = "etwa {minutes} Minuten"
    empty_title: str = "Noch keine Übungen"
    empty: str = (
        "Hier stehen die Übungen, sobald welche eingerichtet sind. Sagen Sie bitte Ihrer Trainerin oder Ihrem "
        "Trainer Bescheid."
    )
    retention: str = (
        "Ihre Versuche in diesem Workshop werden am {date} gelöscht. Lesen können sie bis dahin nur Sie, "
        "Ihre Trainerin oder Ihr Trainer und der Datenschutz."
    )
    staff_note: str = (
        "Sie können die Übungen lesen und die Schutzvorschau ausprobieren. Senden können nur Teilnehmende: Dafür "
        "treten Sie in einem privaten Browserfenster mit dem Beitrittscode bei."
    )
