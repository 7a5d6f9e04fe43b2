"""The wall of instructive failures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class WallTexts:
    """Looking, contributing, withdrawing, hiding."""

    title: str = "Wand der lehrreichen Fehler"
    lead: str = (
        "Was schiefging und woraus andere lernen können, ohne Namen und ohne Pseudonym. Hier hängt nur, was jemand "
        "selbst ausgesucht hat."
    )
    empty_title: str = "An der Wand hängt noch nichts"
    empty: str = (
        "Hat ein Modell etwas erfunden, eine Frist verschoben oder Ihren Auftrag missverstanden? Öffnen Sie den "
        "Versuch unter „Meine Versuche“ und wählen Sie dort „An die Wand hängen“. Vorher sehen Sie genau, was andere "
        "sehen."
    )
    empty_trainer: str = (
        "Teilnehmende können eigene Versuche hier anonym zeigen. Laden Sie dazu ein: Ein Fehler, den alle kennen, wird "
        "seltener wiederholt."
    )
    to_attempts: str = "Zu meinen Versuchen"
    count_one: str = "1 Beitrag"
    count: str = "{count} Beiträge"
    workshop: str = "Workshop"
    no_workshop_title: str = "Noch kein Workshop"
    no_workshop: str = "Sobald Sie einen Workshop angelegt haben, sehen Sie hier seine Wand."
    to_workshops: str = "Zu den Workshops"
    from_day: str = "beigetragen am {day}"
    own: str = "Ihr Beitrag"
    lesson: str = "Was man daraus lernen kann"
    prompt: str = "Prompt"
    answer: str = "Antwort des Modells lesen"
    withdraw: str = "Von der Wand nehmen"
    withdrawn: str = "Abgenommen. Ihr Versuch ist wieder nur dort zu sehen, wo er vorher war."
    hidden_for_you: str = (
        "Ihre Trainerin oder Ihr Trainer hat diesen Beitrag ausgeblendet. Andere Teilnehmende sehen ihn nicht. Grund: "
        "{reason}"
    )
    hidden: str = "Ausgeblendet. Grund: {reason}"
    hide_title: str = "Ausblenden"
    hide_reason: str = "Grund (ein Satz; ihn liest, wer den Beitrag aufgehängt hat)"
    hide: str = "Beitrag ausblenden"
    hide_recorded: str = "Das Ausblenden steht im Prüfprotokoll. Wer den Beitrag aufgehängt hat, erfahren Sie nicht."
    hide_missing: str = "Bitte schreiben Sie den Grund dazu."
    show: str = "Wieder einblenden"

    contribute_title: str = "An die Wand der lehrreichen Fehler hängen"
    contribute_lead: str = (
        "Ging hier etwas lehrreich schief? Sie können diesen Versuch allen in Ihrem Workshop zeigen: bereinigt, ohne "
        "Ihr Pseudonym, ohne Nummer und ohne Uhrzeit. Sie können ihn jederzeit wieder abnehmen."
    )
    contribute_honest: str = (
        "Den Versuch selbst können Ihre Trainerin oder Ihr Trainer und der Datenschutz auch im Promptprotokoll lesen, "
        "dort mit Ihrem Pseudonym."
    )
    lesson_field: str = "Was kann man daraus lernen? (freiwillig)"
    lesson_help: str = "Ein Satz. Auch er wird bereinigt, bevor ihn andere sehen."
    preview: str = "Zeigen, was andere sehen werden"
    preview_title: str = "Genau das sehen andere"
    preview_note: str = "Noch hängt nichts. Erst mit dem nächsten Knopf wird der Beitrag sichtbar."
    preview_changed: str = "Sie haben den Satz geändert. Sehen Sie sich die Vorschau noch einmal an."
    contribute: str = "An die Wand hängen"
    hangs: str = "Dieser Versuch hängt an der Wand der lehrreichen Fehler."
    to_wall: str = "Zur Wand"
