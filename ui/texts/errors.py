"""What the pages say when something does not work: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def _by_status() -> dict[int, str]:
    return {
        401: "Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich noch einmal an.",
        403: "Dafür hat Ihre Rolle keine Berechtigung.",
        404: "Das gibt es hier nicht oder nicht mehr.",
        409: "Das passt nicht zum jetzigen Stand. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
        413: "Der Text ist zu lang. Bitte kürzen Sie ihn.",
        422: "Eine Angabe fehlt oder ist ungültig. Bitte prüfen Sie Ihre Eingaben.",
        429: "Das waren zu viele Anfragen in kurzer Zeit. Warten Sie bitte eine Minute.",
        503: "Der Dienst ist gerade nicht bereit. Versuchen Sie es bitte in einer Minute noch einmal.",
        507: "Auf dem Server ist kein Speicherplatz mehr frei. Sagen Sie bitte der Betreuung Bescheid.",
    }


def _sign_in() -> dict[str, str]:
    return {
        "code-unbekannt": (
            "Diesen Beitrittscode kennt die KI-Werkstatt nicht. Vergleichen Sie ihn bitte mit dem Code im Raum: "
            "Er besteht aus einem Wort und vier Ziffern."
        ),
        "code-abgelaufen": (
            "Der Workshop zu diesem Code ist beendet. Fragen Sie die Trainerin oder den Trainer nach dem "
            "aktuellen Code."
        ),
        "pseudonym-vergeben": (
            "Dieses Pseudonym ist in Ihrem Workshop schon vergeben. Wählen Sie bitte ein anderes, "
            "zum Beispiel mit einer Zahl dahinter."
        ),
        "pseudonym-ungueltig": (
            "Dieses Pseudonym geht nicht. Nehmen Sie bitte 2 bis 40 Zeichen: Buchstaben, Ziffern, "
            "Leerzeichen oder Bindestriche."
        ),
        "anmeldung-falsch": (
            "Name und Passwort passen nicht zusammen. Prüfen Sie bitte die Feststelltaste und versuchen "
            "Sie es noch einmal."
        ),
        "code-zu-frueh": (
            "Dieser Workshop hat noch nicht begonnen. Kommen Sie bitte am ersten Tag des Workshops wieder."
        ),
        "workshop-geloescht": (
            "Die Daten dieses Workshops sind gelöscht. Fragen Sie die Trainerin oder den Trainer nach einem neuen Code."
        ),
        "zu-viele-versuche": (
            "Das waren zu viele Versuche. Warten Sie bitte eine Minute und versuchen Sie es dann noch einmal."
        ),
        "passwort-zu-kurz": "Das Passwort ist zu kurz. Nehmen Sie bitte mindestens 12 Zeichen.",
        "name-vergeben": "Diesen Namen hat schon ein anderes Konto. Bitte wählen Sie einen anderen.",
        "eingabe-ungueltig": "Eine Angabe fehlt oder ist zu lang. Bitte füllen Sie alle Felder aus.",
        "einrichtung-ungueltig": (
            "Dieser Einrichtungslink ist schon benutzt worden oder abgelaufen. Bitten Sie die Betreuung dieses "
            "Servers um einen neuen."
        ),
    }


@dataclass(frozen=True)
class ErrorTexts:
    """Messages of the pages themselves; the service sends its own."""

    unreachable: str = (
        "Die KI-Werkstatt antwortet gerade nicht. Ihr Text steht noch auf dieser Seite. "
        "Warten Sie einen Augenblick und versuchen Sie es noch einmal."
    )
    broken_off: str = (
        "Die Verbindung ist abgerissen, bevor die Antwort vollständig war. Ihr Prompt steht noch im Schritt "
        "„Prompt“; Sie können ihn noch einmal senden."
    )
    unreadable: str = (
        "Die KI-Werkstatt hat etwas geantwortet, das diese Seite nicht versteht. Verloren ist nichts. "
        "Laden Sie die Seite neu; hilft das nicht, sagen Sie bitte der Betreuung Bescheid."
    )
    unknown: str = "Das hat nicht geklappt. Verloren ist nichts. Versuchen Sie es bitte noch einmal."
    by_status: Mapping[int, str] = field(default_factory=_by_status)
    sign_in: Mapping[str, str] = field(default_factory=_sign_in)
    sign_in_unknown: str = "Die Anmeldung hat nicht geklappt. Versuchen Sie es bitte noch einmal."
    title: str = "Das hat nicht geklappt"
    expired_title: str = "Ihre Anmeldung ist abgelaufen"
    expired: str = (
        "Gespeicherte Versuche und Reflexionen sind sicher: Sie finden sie nach dem Anmelden unter „Meine "
        "Versuche“. Was Sie geschrieben und noch nicht gesendet haben, steht nur in diesem Fenster Ihres Browsers."
    )
    expired_drafts: str = "Noch nicht gesendete Texte"
    expired_copy: str = (
        "Wenn Sie sich in diesem Fenster mit demselben Konto wieder anmelden, sind diese Texte noch da. Wenn Sie nicht "
        "sicher sind, kopieren Sie sie: Ein anderes Konto bekommt sie nicht zu sehen."
    )
    expired_sign_in: str = "Zur Anmeldung"
    unexpected: str = (
        "Auf dieser Seite ist ein Fehler aufgetreten. Verloren ist nichts: Gespeicherte Versuche stehen unter "
        "„Meine Versuche“. Laden Sie die Seite neu; hilft das nicht, sagen Sie bitte der Betreuung Bescheid."
    )
