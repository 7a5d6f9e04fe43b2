"""Two attempts beside each other, and two answers blind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def _statuses() -> dict[str, str]:
    return {"ok": "in Ordnung", "hint": "bitte ansehen", "missing": "fehlt"}


def _settings() -> dict[str, str]:
    return {
        "temperature": "Kreativität (Temperatur)",
        "max_tokens": "Längste Antwort in Wortteilen",
        "seed": "Startzahl des Zufalls",
        "model": "Modell",
    }


def _differences() -> dict[str, str]:
    return {
        "prompt": "der Prompt",
        "material": "der Fall",
        "temperature": "die Kreativität",
        "max_tokens": "die erlaubte Länge",
        "seed": "die Startzahl des Zufalls",
        "model": "das Modell",
    }


def _choices() -> dict[str, str]:
    return {"left": "Antwort A", "right": "Antwort B", "none": "Kein Unterschied"}


@dataclass(frozen=True)
class CompareTexts:
    """Choosing, comparing, the question, and the blind comparison with its reveal."""

    title: str = "Zwei Versuche vergleichen"
    lead: str = "Was haben Sie geändert, und was hat das bewirkt? Hier stehen beide Versuche nebeneinander."
    choose_exercise: str = "Übung"
    choose_first: str = "Erster Versuch"
    choose_second: str = "Zweiter Versuch"
    option: str = "Versuch {number}, {at}"
    option_status: str = "Versuch {number}, {at}, {status}"
    empty_title: str = "Noch nichts zu vergleichen"
    empty: str = (
        "Zum Vergleichen brauchen Sie zwei Versuche derselben Übung. Senden Sie Ihren Prompt noch einmal und ändern "
        "Sie dabei nur eine Sache: Dann sehen Sie, was sie bewirkt."
    )
    to_exercises: str = "Zu den Übungen"
    same_attempt: str = "Bitte wählen Sie zwei verschiedene Versuche."
    side: str = "Versuch {number}"

    prompt_title: str = "Was sich am Prompt geändert hat"
    prompt_same: str = "Beide Prompts sind Wort für Wort gleich."
    prompt_legend: str = (
        "Von Versuch {earlier} zu Versuch {later}: {deleted} gestrichen (durchgestrichen, mit −), {inserted} "
        "hinzugefügt (unterstrichen, mit +)."
    )
    word_one: str = "1 Wort"
    word_many: str = "{count} Wörter"
    said_deleted: str = "gestrichen:"
    said_inserted: str = "hinzugefügt:"
    said_end: str = "Ende der Änderung."
    material_title: str = "Was sich am Fall geändert hat"

    settings_title: str = "Einstellungen"
    settings_same: str = "Modell und Einstellungen waren bei beiden Versuchen gleich."
    settings_same_chance: str = (
        "Prompt, Modell und Einstellungen waren gleich. Was sich in den Antworten unterscheidet, ist Zufall."
    )
    setting_column: str = "Einstellung"
    setting_drawn: str = "{seed} (gezogen)"
    setting_unset: str = "nicht festgelegt"
    settings: Mapping[str, str] = field(default_factory=_settings)

    answers_title: str = "Die Antworten"
    no_answer: str = "Zu diesem Versuch gibt es keine Antwort."

    checks_title: str = "Was die Prüfung dazu sagt"
    checks_none: str = "Für diese Versuche gibt es keine automatische Prüfung."
    checks_changed_none: str = "Bei beiden Versuchen sagt die Prüfung dasselbe."
    checks_changed_one: str = "1 von {total} Punkten hat sich geändert."
    checks_changed: str = "{count} von {total} Punkten haben sich geändert."
    checks_point: str = "Punkt"
    checks_verdict: str = "Was sich geändert hat"
    checks_rest: str = "Unverändert: {count}"
    check_changed: str = "vorher {before}, jetzt {after}"
    check_same: str = "unverändert: {after}"
    check_missing: str = "nicht geprüft"
    statuses: Mapping[str, str] = field(default_factory=_statuses)

    question: str = "Was habe ich geändert, und was hat das bewirkt?"
    question_help: str = (
        "Ein, zwei Sätze genügen. Auch „nichts“ ist ein Ergebnis. Ihre Notiz wird vor dem Speichern bereinigt; lesen "
        "können sie Sie, Ihre Trainerin oder Ihr Trainer und der Datenschutz."
    )
    save: str = "Notiz speichern"
    saved: str = "Gespeichert. Die Notiz steht auch in Ihrem Lernjournal."
    saved_redacted: str = "Der Schutz hat in Ihrer Notiz etwas ersetzt. So ist sie gespeichert:"
    to_blind: str = "Diese beiden Antworten blind vergleichen"
    to_blind_hint: str = (
        "Am besten jetzt gleich: Wer weiterliest, weiß danach, welche Antwort zu welchem Prompt gehört."
    )
    to_compare: str = "Diese beiden Versuche nebeneinander ansehen"

    blind_title: str = "Blind vergleichen"
    blind_lead: str = (
        "Sie sehen zwei Antworten, aber nicht, welche woher kommt. So urteilen Sie über den Text und nicht über Ihren "
        "Prompt. Erst begründen Sie Ihre Wahl, dann wird aufgedeckt."
    )
    blind_begin: str = "Antworten zeigen"
    blind_open_title: str = "Angefangen"
    blind_open: str = "Weiter vergleichen: {title}"
    answer_a: str = "Antwort A"
    answer_b: str = "Antwort B"
    choice_question: str = "Welche Antwort würden Sie eher verwenden?"
    differences: Mapping[str, str] = field(default_factory=_differences)
    choices: Mapping[str, str] = field(default_factory=_choices)
    reason: str = "Warum?"
    reason_help: str = (
        "Woran machen Sie das fest? Denken Sie an Richtigkeit, Vollständigkeit, Ton und Verständlichkeit. Ihre "
        "Begründung wird vor dem Speichern bereinigt; lesen können sie Sie, Ihre Trainerin oder Ihr Trainer und der "
        "Datenschutz."
    )
    reveal: str = "Wahl speichern und aufdecken"
    reveal_final: str = "Die Wahl lässt sich danach nicht mehr ändern."
    choice_missing: str = "Bitte wählen Sie eine Antwort, oder „Kein Unterschied“."
    reason_missing: str = "Bitte schreiben Sie zuerst, warum Sie so wählen. Ein Satz genügt."
    revealed_title: str = "Aufgedeckt"
    revealed_chosen: str = "Sie haben {choice} gewählt: Das ist Versuch {number}."
    revealed_none: str = "Sie haben keinen Unterschied gesehen."
    revealed_side: str = "{answer}: Versuch {number}"
    revealed_differences: str = "Verschieden war: {differences}."
    revealed_chance: str = "Prompt und Einstellungen waren gleich: Der Unterschied ist Zufall."
    revealed_reason: str = "Ihre Begründung"
    blind_another: str = "Weiteres Paar vergleichen"
    blind_missing_title: str = "Diesen Vergleich gibt es nicht"
    blind_missing: str = "Er gehört nicht Ihnen oder ist mit dem Löschdatum des Workshops gelöscht worden."
    only_complete: str = "Zur Wahl stehen Versuche mit vollständiger Antwort."

    preferences_title: str = "Ihre Blindvergleiche"
    preferences_one_later: str = "Im bisher einzigen Vergleich zogen Sie den späteren Versuch vor."
    preferences_one_earlier: str = "Im bisher einzigen Vergleich zogen Sie den früheren Versuch vor."
    preferences_one_none: str = "Im bisher einzigen Vergleich sahen Sie keinen Unterschied."
    preferences_later: str = "In {count} von {total} Vergleichen zogen Sie den späteren Versuch vor."
    preferences_earlier: str = "In {count} von {total} Vergleichen zogen Sie den früheren vor."
    preferences_none: str = "In {count} von {total} Vergleichen sahen Sie keinen Unterschied."
    preferences_few: str = "Bei so wenigen Vergleichen kann das Zufall sein."
