"""The learning journal, progress, and the certificate of participation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class JournalTexts:
    """What was written down, by module and date."""

    title: str = "Lernjournal"
    lead: str = "Was Sie festgehalten haben, Modul für Modul: Reflexionen, Sätze zum Mitnehmen und Vergleiche."
    empty_title: str = "Ihr Lernjournal ist noch leer"
    empty: str = (
        "Hier sammelt sich von selbst, was Sie nach einem Versuch aufschreiben: Ihre Reflexionen, ein Satz zum "
        "Mitnehmen aus jeder Übung, Ihre Vergleiche und Blindvergleiche. Machen Sie eine Übung bis zum Schritt "
        "„Reflexion“; dann steht hier der erste Eintrag."
    )
    to_exercises: str = "Zu den Übungen"
    takeaways_title: str = "Meine Sätze zum Mitnehmen"
    takeaway_from: str = "aus „{title}“"
    module: str = "Modul „{title}“"
    module_gone: str = "Übungen, die es hier nicht mehr gibt"
    expectation: str = "Erwartung"
    search: str = "Suche"
    search_title: str = "{kind}: {exercise}, Durchgang {number}"
    search_result: str = "{found} von {planted} eingebauten Stellen gefunden."
    search_notes: str = "{result} Ihre Notizen dazu:"
    reflection: str = "Reflexion"
    takeaway: str = "Zum Mitnehmen"
    note: str = "Vergleich"
    blind: str = "Blindvergleich"
    entry: str = "{kind}: {exercise}, Versuch {number}"
    entry_pair: str = "{kind}: {exercise}, Versuche {earlier} und {later}"
    blind_result: str = "Bevorzugt: Versuch {number}. Verschieden war: {differences}."
    blind_result_chance: str = "Bevorzugt: Versuch {number}. Prompt und Einstellungen waren gleich."
    blind_none: str = "Kein Unterschied gesehen. Verschieden war: {differences}."
    blind_none_chance: str = "Kein Unterschied gesehen. Prompt und Einstellungen waren gleich."
    who_title: str = "Wer das liest"
    who: str = (
        "Ihr Journal ist aus Ihren gespeicherten Texten zusammengestellt, alle bereinigt. Reflexionen und Vergleiche "
        "können auch Ihre Trainerin oder Ihr Trainer und der Datenschutz im Promptprotokoll lesen; jeden Blick dorthin "
        "sehen Sie unter „Meine Versuche“."
    )
    next_title: str = "Von hier aus"
    to_blind: str = "Blind vergleichen"
    to_take_home: str = "Alles mitnehmen"
    to_certificate: str = "Fortschritt und Bescheinigung"


@dataclass(frozen=True)
class CertificateTexts:
    """Own progress, and the page and document of the certificate."""

    title: str = "Fortschritt und Bescheinigung"
    lead: str = "Was Sie geübt haben, und auf Wunsch ein Blatt darüber zum Ausdrucken."
    progress: str = "{practised} von {total} Übungen abgeschlossen, {begun} begonnen."
    progress_title: str = "Mein Fortschritt"
    column_exercise: str = "Übung"
    column_module: str = "Modul"
    column_attempts: str = "Versuche"
    column_days: str = "Wann"
    column_state: str = "Stand"
    state_practised: str = "abgeschlossen"
    state_reflect: str = "Reflexion steht aus"
    state_attempt: str = "vollständiger Versuch steht aus"
    one_day: str = "{first}"
    days: str = "{first} bis {last}"
    empty_title: str = "Noch nichts zu bescheinigen"
    empty: str = (
        "Auf die Bescheinigung kommen Übungen mit mindestens einem vollständigen Versuch und einer Reflexion. Sobald "
        "Sie die erste abgeschlossen haben, können Sie die Bescheinigung hier erstellen."
    )
    to_exercises: str = "Zu den Übungen"
    make_title: str = "Teilnahmebescheinigung erstellen"
    name: str = "Ihr Name, wie er auf dem Blatt stehen soll"
    name_help: str = (
        "Der Name bleibt in diesem Browserfenster: Er wird nur in das Dokument gesetzt, auf dem Server nirgends "
        "gespeichert und keinem Konto zugeordnet. Ohne Namen bleibt eine Zeile frei, die Sie von Hand ausfüllen."
    )
    preview: str = "So sieht das Blatt aus"
    save_html: str = "Als Webseite zum Drucken speichern (HTML)"
    save_docx: str = "Als Textdokument speichern (DOCX)"
    pdf_hint: str = (
        "Ein PDF erhalten Sie, wenn Sie die gespeicherte Webseite öffnen und „Drucken“, dann „Als PDF“ wählen."
    )
    file_name: str = "teilnahmebescheinigung"

    document: str = "Teilnahmebescheinigung"
    line_for_name: str = "Name:"
    took_part: str = "hat am Workshop „{workshop}“ ({period}) teilgenommen."
    took_part_house: str = "hat am Workshop „{workshop}“ ({period}) teilgenommen. Veranstaltet wurde er von: {house}."
    period: str = "{start} bis {end}"
    practised: str = (
        "Dabei wurde an einem Sprachmodell geübt, das auf Rechnern des eigenen Hauses läuft. Bearbeitet wurden die "
        "folgenden Übungen, jede mit mindestens einem vollständigen Versuch und einer schriftlichen Reflexion:"
    )
    article_four: str = (
        "Die Teilnahme unterstützt die Förderung der KI-Kompetenz nach Artikel 4 der Verordnung (EU) 2024/1689 "
        "(KI-Verordnung) in ihrer jeweils geltenden Fassung."
    )
    no_proof: str = (
        "Mehr bescheinigt dieses Blatt nicht: Es gab keine Prüfung, und bestimmte Kenntnisse oder Fähigkeiten sind "
        "damit nicht nachgewiesen."
    )
    name_unchecked: str = (
        "Den Namen hat die teilnehmende Person selbst eingetragen. Die KI-Werkstatt führt Versuche unter einem "
        "Pseudonym und hat den Namen weder geprüft noch gespeichert. Erstellt am {day}."
    )
    sign_place: str = "Ort, Datum"
    sign_name: str = "Unterschrift der Workshopleitung"
    house_line: str = "Haus:"
