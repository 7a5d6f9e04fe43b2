"""The first page and the page of a one-time link."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StartTexts:
    """Joining, signing in, and what the sandbox does with what one types."""

    title: str = "Ausprobieren, was ein Sprachmodell kann und was nicht"
    lead: str = (
        "Hier üben Sie, mit einem Sprachmodell Schreiben zu entwerfen und Texte zusammenzufassen. "
        "Das Modell läuft auf einem Server Ihres Hauses. Vorkenntnisse brauchen Sie keine."
    )
    join_title: str = "Am Workshop teilnehmen"
    join_code: str = "Beitrittscode"
    join_code_help: str = "Er steht im Raum angeschrieben."
    pseudonym: str = "Pseudonym"
    pseudonym_help: str = "Frei gewählt, bitte nicht Ihr Name. Zum Beispiel: Blaumeise\N{NO-BREAK SPACE}7."
    join: str = "Teilnehmen"
    promise_title: str = "Was mit Ihren Eingaben geschieht"
    promises: tuple[tuple[str, str], ...] = (
        (
            "Nichts verlässt das Haus.",
            "Das Modell läuft auf diesem Server. Es gibt keine Verbindung zu einem Anbieter im Internet.",
        ),
        (
            "Personenbezogene Daten werden vor dem Senden ersetzt.",
            "Ein Schutz sucht Namen, Anschriften, Aktenzeichen und anderes und setzt Platzhalter wie "
            '<span class="platzhalter">[PERSON_1]</span> ein. Sie sehen das Ergebnis, bevor etwas an das '
            "Modell geht. Der Schutz übersieht manchmal etwas: Schauen Sie selbst noch einmal hin.",
        ),
        (
            "Gespeichert wird nur die bereinigte Fassung.",
            "Zu jedem Versuch heben wir den bereinigten Prompt, die Antwort und Ihre Reflexion auf, damit "
            "darüber gesprochen werden kann. Ihr ursprünglicher Text wird nicht gespeichert.",
        ),
        (
            "Ihre Trainerin oder Ihr Trainer und der Datenschutz können Ihre Versuche lesen.",
            "Jeder Blick in Ihre Versuche wird festgehalten, und Sie sehen unter „Meine Versuche“, wer wann "
            "hineingeschaut hat.",
        ),
        (
            "Nach Ablauf der Frist wird gelöscht.",
            "{retention}",
        ),
    )
    retention: str = "Jeder Workshop hat ein Löschdatum, in der Regel {days} Tage nach dem Ende."
    retention_unknown: str = "Jeder Workshop hat ein Löschdatum. Sie sehen es nach der Anmeldung."
    model_title: str = "Mit wem Sie es zu tun haben"
    model: str = (
        "Das Modell heißt {title}{size}. Es ist zum Üben da: Es schreibt flüssig, macht aber Fehler und erfindet "
        "manchmal Angaben. Was es liefert, ist ein Entwurf, den Sie prüfen, nie ein fertiges Schreiben."
    )
    model_size: str = ", ein kleines Übungsmodell mit {parameters} Parametern"
    million: str = "{count} Millionen"
    billion: str = "{count} Milliarden"
    staff_title: str = "Anmeldung für Trainerinnen und Trainer, Datenschutz und Verwaltung"
    name: str = "Name"
    password: str = "Passwort"  # noqa: S105 - the label of the field
    sign_in: str = "Anmelden"
    setup_title: str = "Zugang einrichten"
    setup_lead: str = (
        "Mit diesem Link richten Sie einmalig einen Zugang für die Rolle „{role}“ ein. Danach melden Sie sich "
        "mit Name und Passwort an."
    )
    setup_name: str = "Name, mit dem Sie sich anmelden"
    setup_password: str = "Passwort, mindestens {length} Zeichen"  # noqa: S105 - the label of the field
    setup_password_help: str = "Am besten vier oder fünf Wörter, die nichts miteinander zu tun haben."  # noqa: S105
    setup_submit: str = "Zugang einrichten"
    setup_back: str = "Zur Startseite"
    service_down_title: str = "Die KI-Werkstatt antwortet nicht"
