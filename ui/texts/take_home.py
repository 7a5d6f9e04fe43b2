"""Everything to take home as one document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TakeHomeTexts:
    """Stars, the page, and the document."""

    star: str = "Als gut markieren"
    unstar: str = "Markierung entfernen"
    starred: str = "gut"
    star_help: str = "Gute Versuche kommen mit Prompt und Entwurf in das Dokument „Alles mitnehmen“."

    title: str = "Alles mitnehmen"
    lead: str = "Ihr Lernjournal, Ihre guten Prompts mit den Entwürfen und das Arbeitsmaterial in einem Dokument."
    contents: str = "Was soll hinein?"
    with_takeaways: str = "Sätze zum Mitnehmen ({count})"
    with_good: str = "Gute Prompts mit Entwürfen ({count})"
    with_journal: str = "Lernjournal ({count})"
    with_material: str = "Arbeitsmaterial begonnener Module ({count})"
    with_all_material: str = "Arbeitsmaterial der Module, die Sie noch nicht begonnen haben ({count})"
    good_none: str = (
        "Sie haben noch keinen Versuch als gut markiert. Öffnen Sie einen unter „Meine Versuche“ und wählen Sie „Als "
        "gut markieren“; dann kommt er mit."
    )
    to_attempts: str = "Zu meinen Versuchen"
    empty_title: str = "Noch nichts Eigenes zum Mitnehmen"
    empty: str = (
        "Hier sammelt sich Ihr Ergebnis: Reflexionen und Sätze zum Mitnehmen aus den Übungen, dazu Versuche, die Sie "
        "als gut markieren. Das Arbeitsmaterial der Module können Sie schon jetzt mitnehmen."
    )
    nothing: str = "Wählen Sie mindestens einen Teil aus, dann können Sie das Dokument speichern."
    values_question: str = "Platzhalter oder echte Werte?"
    values_placeholders: str = "Mit Platzhaltern"
    values_real: str = "Mit echten Werten"
    values_help: str = (
        "Die echten Werte kennt nur Ihr Browserfenster. Sie werden hier in das Dokument eingesetzt und auf dem Server "
        "nirgends gespeichert."
    )
    values_none: str = "In den ausgewählten Texten stehen keine Platzhalter."
    values_known: str = "{known} von {total} Platzhaltern haben einen Wert. Die übrigen bleiben als Platzhalter stehen."
    values_fields: str = "Werte ansehen und ergänzen"
    values_fields_help: str = (
        "Was leer ist, kennt diese Sitzung nicht; tragen Sie es ein, wenn es im Dokument stehen soll. Derselbe "
        "Platzhalter kann in jeder Übung für etwas anderes stehen."
    )
    value_for: str = "{placeholder} in „{title}“"
    real_warning: str = (
        "Das Dokument wird echte Angaben enthalten. Bewahren Sie es so auf wie andere Unterlagen mit personenbezogenen "
        "Daten, und geben Sie es nicht in ein anderes Sprachmodell ein."
    )
    save_html: str = "Als Webseite zum Drucken speichern (HTML)"
    save_docx: str = "Als Textdokument speichern (DOCX)"
    pdf_hint: str = (
        "Ein PDF erhalten Sie, wenn Sie die gespeicherte Webseite öffnen und „Drucken“, dann „Als PDF“ wählen."
    )
    file_name: str = "ki-werkstatt-mitnehmen"

    document: str = "Meine Ergebnisse aus der KI-Werkstatt"
    document_of: str = "Workshop „{workshop}“"
    made_on: str = "Zusammengestellt am {day}."
    made_placeholders: str = (
        "Wörter in eckigen Klammern sind Platzhalter für Angaben, die das Modell nicht gesehen hat."
    )
    made_real: str = (
        "Platzhalter sind durch echte Angaben ersetzt, soweit sie bekannt waren. Bewahren Sie dieses Dokument auf wie "
        "andere Unterlagen mit personenbezogenen Daten."
    )
    section_takeaways: str = "Sätze zum Mitnehmen"
    section_good: str = "Gute Prompts und Entwürfe"
    section_journal: str = "Lernjournal"
    section_material: str = "Arbeitsmaterial"
    good_attempt: str = "{title}, Versuch {number}"
    own_material: str = "Eigener Fall, bereinigt"
    own_prompt: str = "Prompt"
    own_revision: str = "Eigene Überarbeitung dieses Textes"
    model_text: str = "Text eines Sprachmodells ({model}), kann Fehler enthalten"
    page: str = "Seite"
    page_of: str = "von"
