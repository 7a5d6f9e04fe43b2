"""The page of one exercise with its steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def _audience() -> dict[str, str]:
    return {
        "understand": "Den Fall lesen alle, die diese Übung machen. Er ist erfunden und ohne Namen.",
        "search": (
            "Was Sie markieren und notieren, sehen zuerst nur Sie. Mit dem Auflösen wird es ohne Namen gespeichert; "
            "lesen können es dann Sie, Ihre Trainerin oder Ihr Trainer und der Datenschutz."
        ),
        "prompt": (
            "Was Sie hier schreiben, sehen im Moment nur Sie. Es steht in diesem Fenster Ihres Browsers, auch nach "
            "dem Neuladen, bis Sie sich abmelden oder das Fenster schließen."
        ),
        "preview": ("Das Original sehen nur Sie. Der Schutz hat es auf diesem Server geprüft und nicht gespeichert."),
        "answer": (
            "Der bereinigte Prompt und die Antwort werden gespeichert. Lesen können sie Sie, Ihre Trainerin "
            "oder Ihr Trainer und der Datenschutz."
        ),
        "check": (
            "Das Ergebnis sehen Sie, Ihre Trainerin oder Ihr Trainer und der Datenschutz. Geprüft wird auf diesem "
            "Server und ohne Sprachmodell."
        ),
        "revise": (
            "Ihre Überarbeitung wird vor dem Speichern ebenso bereinigt. Echte Werte, die Sie unten einsetzen, sehen "
            "nur Sie."
        ),
        "reflect": (
            "Ihre Reflexion wird vor dem Speichern ebenso bereinigt. Lesen können sie Sie, Ihre Trainerin oder "
            "Ihr Trainer und der Datenschutz."
        ),
    }


def _next() -> dict[str, str]:
    return {
        "understand": "Sie schreiben einen Prompt, also einen Auftrag an das Modell.",
        "search": "Sie lassen das Modell selbst schreiben und sehen, ob es dieselben Fehler macht.",
        "prompt": "Sie sehen, was der Schutz ersetzt. Gesendet wird noch nichts.",
        "preview": "Sie senden den bereinigten Text an das Modell.",
        "answer": "Sie prüfen die Antwort gegen den Fall.",
        "check": "Sie verbessern die Antwort von Hand.",
        "revise": "Sie halten fest, was Sie bemerkt haben.",
        "reflect": "Ein weiterer Versuch mit anderem Prompt oder die nächste Übung.",
    }


def _no_placeholder() -> dict[str, str]:
    return {"warn": "bleibt stehen", "block": "verhindert das Senden", "redact": "", "allow": "bleibt stehen"}


def _steps() -> dict[str, str]:
    return {
        "understand": "Fall verstehen",
        "search": "Suchen",
        "prompt": "Prompt",
        "preview": "Schutzvorschau",
        "answer": "Antwort",
        "check": "Prüfen",
        "revise": "Überarbeiten",
        "reflect": "Reflexion",
    }


@dataclass(frozen=True)
class ExerciseTexts:
    """Everything from the case to the reflection."""

    steps: Mapping[str, str] = field(default_factory=_steps)
    audience: Mapping[str, str] = field(default_factory=_audience)
    following: Mapping[str, str] = field(default_factory=_next)
    where: str = "Modul „{module}“, etwa {minutes} Minuten"
    step_of: str = "Schritt {number} von {total}: {title}"
    audience_title: str = "Wer das sieht"
    next_title: str = "Was danach kommt"
    missing_title: str = "Diese Übung gibt es nicht"
    missing: str = "Vielleicht ist der Link veraltet. Alle Übungen finden Sie auf der Übersicht."
    to_overview: str = "Zu den Übungen"
    next_step: str = "Weiter: {title}"
    previous_step: str = "Zurück: {title}"

    background_title: str = "Hintergrund zu dieser Übung"
    module_background: str = "Hintergrund zum Modul „{module}“ (etwa 5\N{NO-BREAK SPACE}Minuten)"
    sources_title: str = "Quellen"
    search_first: str = "Sie suchen in einem Text, was nicht stimmt. Danach schreiben Sie einen Prompt."
    case_title: str = "Der Fall"
    own_case: str = "In dieser Übung bringen Sie einen eigenen Fall mit. Sie fügen ihn im nächsten Schritt ein."
    assignment_title: str = "Ihr Auftrag"
    placeholder_note: str = "Wörter in eckigen Klammern sind Platzhalter für Angaben, die das Modell nicht wissen muss."

    material: str = "Ihr Fall"
    material_help: str = (
        "Fügen Sie hier den Text ein, mit dem Sie arbeiten möchten. Der Schutz ersetzt im nächsten Schritt, "
        "was er als personenbezogen erkennt."
    )
    expectation_help: str = (
        "Raten Sie zuerst: Ein Satz genügt, und Sie dürfen das Feld auch leer lassen. Beim Prüfen sehen Sie ihn "
        "wieder. Das Modell bekommt ihn nicht."
    )
    expectation_again: str = "Ihre Erwartung vor dem nächsten Versuch"
    expected: str = "Das hatten Sie erwartet"
    expected_and_got: str = "Erwartung und Ergebnis"
    expected_nothing: str = "Vor diesem Versuch haben Sie keine Erwartung aufgeschrieben."
    prompt: str = "Ihr Prompt"
    prompt_help: str = "Schreiben Sie, was das Modell tun soll. Den Fall müssen Sie nicht abschreiben."
    prompt_help_own: str = "Schreiben Sie, was das Modell mit Ihrem Fall tun soll."
    limit: str = "Höchstens {limit} Zeichen."
    count: str = "{count} von höchstens {limit} Zeichen"
    over: str = "{count} von höchstens {limit} Zeichen: {over} zu viel. Bitte kürzen Sie den Text."
    case_again: str = "Fall noch einmal lesen"
    hint_title: str = "Einen Tipp ansehen"
    guard_reads: str = "Der Schutz liest Ihren Text. Gesendet wird noch nichts."
    to_preview: str = "Schutzvorschau zeigen"
    empty_prompt: str = "Der Prompt ist noch leer. Schreiben Sie zuerst, was das Modell tun soll."
    empty_material: str = "Ihr Fall fehlt noch. Fügen Sie den Text ein, mit dem Sie arbeiten möchten."
    keeps_draft: str = "Ihr Entwurf bleibt erhalten, wenn Sie zwischen den Schritten wechseln oder die Seite neu laden."

    preview_none_title: str = "Noch nichts zu zeigen"
    preview_none: str = "Hier sehen Sie, was der Schutz in Ihrem Prompt ersetzt. Schreiben Sie zuerst einen Prompt."
    preview_changed: str = "Sie haben den Text seit der letzten Vorschau geändert. Lassen Sie ihn noch einmal prüfen."
    preview_again: str = "Neu prüfen"
    nothing_left: str = "Noch ist nichts an das Modell gegangen."
    found_none: str = (
        "Der Schutz hat nichts gefunden. Das heißt nicht, dass nichts da ist: Lesen Sie Ihren Text noch einmal "
        "selbst, bevor Sie senden."
    )
    found_one: str = "Der Schutz ersetzt 1 Stelle. Schauen Sie selbst, ob etwas übersehen wurde."
    found: str = "Der Schutz ersetzt {count} Stellen. Schauen Sie selbst, ob etwas übersehen wurde."
    original: str = "Ihr Text"
    redacted: str = "Das geht an das Modell"
    field_prompt: str = "Prompt"
    field_material: str = "Fall"
    findings_title: str = "Befunde"
    findings_of: str = "Befunde im Text „{field}“"
    column_number: str = "Nr."
    column_kind: str = "Art"
    column_value: str = "In Ihrem Text"
    column_placeholder: str = "Platzhalter"
    column_reason: str = "Warum"
    check_places_title: str = "Bitte prüfen: Diese Stellen werden nicht ersetzt"
    check_places_lead: str = (
        "Kein Name, aber heikel: Was hier steht, geht so an das Modell. Sie entscheiden, ob der Auftrag es braucht. "
        "Senden können Sie auch ohne Änderung."
    )
    check_places_of: str = "Im Text „{field}“:"
    found_none_but_places: str = (
        "Der Schutz ersetzt in Ihrem Text nichts. Weiter unten stehen aber Stellen, die Sie prüfen sollten."
    )
    exactly: str = "Genau das wird gesendet"
    exactly_note: str = (
        "Davor steht eine feste Anweisung dieses Hauses: sachlich auf Deutsch schreiben, nur Angaben aus dem "
        "Fall verwenden, Platzhalter unverändert übernehmen. Beim Senden prüft der Schutz noch einmal."
    )
    message_case: str = "Fall:"
    message_assignment: str = "Auftrag:"
    blocked: str = (
        "Dieser Text enthält etwas, das nach den Schutzregeln gar nicht gesendet werden darf. Nehmen Sie es "
        "bitte heraus: {kinds}."
    )
    no_placeholder: Mapping[str, str] = field(default_factory=_no_placeholder)
    only_participants: str = (
        "Senden können nur Teilnehmende eines Workshops. Wenn Sie die Übung selbst durchspielen möchten, öffnen Sie "
        "ein privates Browserfenster und treten Sie dort mit dem Beitrittscode bei."
    )
    send: str = "An das Modell senden"

    answer_none_title: str = "Noch keine Antwort"
    answer_none: str = "Hier erscheint die Antwort des Modells, sobald Sie einen Prompt gesendet haben."
    model_writes: str = "Das Modell {model} schreibt"
    model_wrote: str = "Antwort des Modells {model}"
    your_prompt: str = "Ihr Prompt, wie er gesendet wurde"
    connecting: str = "Ihr Prompt wird geprüft und gesendet."
    queued_next: str = "Sie sind als Nächstes dran."
    queued: str = "Vor Ihnen warten noch {before}."
    wait_seconds: str = "Das dauert etwa {seconds} Sekunden."
    wait_minute: str = "Das dauert etwa eine Minute."
    wait_minutes: str = "Das dauert etwa {minutes} Minuten."
    thinking: str = "Das Modell liest Ihren Prompt. Gleich erscheint die Antwort."
    writing: str = "Das Modell schreibt noch."
    cancel: str = "Abbrechen"
    cancelled: str = (
        "Abgebrochen. Was bis dahin kam, ist als Versuch gespeichert. Ihren Prompt können Sie ändern und "
        "noch einmal senden."
    )
    stopped_partial: str = "Die Antwort ist unvollständig."
    cut_off: str = "Die Antwort hat die größte erlaubte Länge erreicht und hört deshalb hier auf."
    reassurances: tuple[str, ...] = ("noch auf der Seite", "noch im Schritt")
    failed: str = "Ihr Prompt ist nicht verloren: Er steht noch im Schritt „Prompt“."
    empty_answer: str = "Das Modell hat nichts geschrieben. Versuchen Sie es mit einem anderen Prompt noch einmal."
    seconds: str = "{tokens} Wortteile in {seconds} Sekunden"
    energy_counted: str = "Energie: etwa {amount} Wattsekunden (Schätzung nach dem Zähler des Prozessors)"
    energy_computed: str = "Energie: etwa {amount} Wattsekunden (grobe Schätzung aus der Rechenzeit)"
    send_again: str = "Noch einmal senden"
    still_running: str = (
        "Ihr Prompt ist angekommen, und das Modell schreibt noch daran. Sobald die Antwort fertig ist, steht sie hier."
    )
    broke_off: str = (
        "Dieser Versuch ist nicht zu Ende gekommen. Was bis dahin da war, ist gespeichert. Sie können denselben Prompt "
        "noch einmal senden."
    )
    look_again: str = "Jetzt nachsehen"

    check_none_title: str = "Noch nichts zu prüfen"
    check_none: str = "Hier vergleichen Sie die Antwort mit dem Fall. Zuerst brauchen Sie eine Antwort."
    check_lead: str = (
        "Der Rechner hat ein paar Dinge abgeglichen. Er erkennt nicht alles: Lesen Sie selbst nach, ob jede "
        "Angabe im Fall steht."
    )
    no_checks: str = "Für diesen Versuch gibt es keine automatische Prüfung. Lesen Sie die Antwort gegen den Fall."
    attention_none: str = "Bei keinem der {total} automatisch geprüften Punkte ist etwas aufgefallen."
    attention_one: str = "1 von {total} Punkten sollten Sie ansehen."
    attention: str = "{count} von {total} Punkten sollten Sie ansehen."
    fine: str = "{count} von {total} Punkten ohne Auffälligkeit"
    pair_case: str = "Im Fall"
    pair_answer: str = "In der Antwort"
    check_title: str = "Automatisch geprüft"
    guard_title: str = "Was der Schutz ersetzt hat"
    guard_in_prompt: str = "In Ihrem Prompt"
    guard_in_material: str = "In Ihrem Fall"
    guard_in_answer: str = "In der Antwort"
    guard_kind: str = "{kind} ({count})"
    guard_nothing: str = "nichts"
    guard_note: str = (
        "Steht hier etwas zur Antwort, hat das Modell Angaben geschrieben, die wie echte aussehen. Auch sie wurden "
        "ersetzt, bevor Sie sie gesehen haben. „Nichts“ heißt nicht, dass nichts da war."
    )
    status_ok: str = "in Ordnung"
    status_hint: str = "bitte ansehen"
    status_missing: str = "fehlt"
    take_title: str = "Entwurf mitnehmen"
    take_lead: str = (
        "Hier setzen Sie die echten Werte in den Entwurf ein. Das geschieht nur in Ihrer Sitzung: Die Werte "
        "werden nicht gespeichert und nicht an das Modell gegeben."
    )
    take_no_placeholder: str = "In diesem Entwurf stehen keine Platzhalter."
    value_for: str = "Wert für {placeholder}"
    restored_title: str = "Entwurf mit echten Werten"
    draft_title: str = "Entwurf"
    still_open: str = "Noch ohne Wert: {placeholders}"
    copy: str = "Text kopieren"
    copied: str = "Kopiert"
    download: str = "Als Textdatei speichern"
    file_name: str = "entwurf.txt"
    take_warning: str = "Der Text stammt von einem Sprachmodell. Prüfen Sie jede Angabe, bevor Sie ihn verwenden."

    reflect_none_title: str = "Noch kein Versuch"
    reflect_none: str = "Hier halten Sie fest, was Ihnen aufgefallen ist. Zuerst brauchen Sie einen Versuch."
    reflect_attention: str = "Die Prüfung: {attention}"
    reflect_lead: str = "Stichworte genügen. Es gibt keine falschen Antworten, und nichts wird bewertet."
    save_reflection: str = "Reflexion speichern"
    saved_reflection: str = "Gespeichert. Die Übung ist damit abgeschlossen."
    saved_redacted: str = "Der Schutz hat in Ihrer Reflexion etwas ersetzt. So ist sie gespeichert:"
    empty_reflection: str = "Schreiben Sie bitte zu mindestens einer Frage etwas."
    next_exercise: str = "Nächste Übung: {title}"
    new_attempt: str = "Neuer Versuch mit geändertem Prompt"
    to_attempts: str = "Zu meinen Versuchen"
