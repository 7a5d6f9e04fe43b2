"""Problems that the service names by code, for pages that are not in the service's own German."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def _by_code() -> dict[str, str]:
    return {
        "anfrage-zu-gross": "Die Eingabe ist zu groß. Bitte kürzen Sie Ihren Text.",
        "anmeldung-falsch": "Name oder Passwort stimmen nicht. Bitte prüfen Sie beides.",
        "antwort-unvollstaendig": "Blind vergleichen lassen sich nur Versuche mit vollständiger Antwort.",
        "begruendung-leer": "Bitte schreiben Sie zuerst, warum Sie so wählen.",
        "begruendung-zu-lang": (
            "Ihre Begründung ist zu lang. Möglich sind {limit} Zeichen; sie steht noch auf der Seite."
        ),
        "beitrag-unbekannt": (
            "Diesen Beitrag gibt es nicht mehr. Vielleicht wurde er zurückgezogen; bitte laden Sie die Seite neu."
        ),
        "code-abgelaufen": "Dieser Workshop ist beendet. Bitte fragen Sie nach dem Code eines neuen.",
        "code-unbekannt": "Diesen Beitrittscode gibt es nicht. Er besteht aus einem Wort und vier Ziffern.",
        "code-zu-frueh": "Dieser Workshop hat noch nicht begonnen. Bitte kommen Sie an seinem ersten Tag wieder.",
        "dienst-unterbrochen": "Der Dienst wurde unterbrochen, bevor die Antwort fertig war.",
        "eingabe-ungueltig": "Eine Angabe fehlt oder hat nicht die erwartete Form.",
        "einrichtung-ungueltig": "Dieser Einrichtungslink gilt nicht mehr.",
        "frage-unbekannt": "Eine dieser Fragen gehört nicht zur Übung.",
        "erwartung-zu-lang": "Ihre Erwartung ist zu lang. Möglich sind {limit} Zeichen; sie steht noch auf der Seite.",
        "fremde-herkunft": "Diese Anfrage kam von einer fremden Seite. Bitte öffnen Sie die Werkstatt selbst.",
        "fremder-name": "Unter diesem Namen ist die Werkstatt nicht eingerichtet.",
        "gleiche-antworten": "Beide Antworten sind Wort für Wort gleich. Bitte wählen Sie einen anderen Versuch.",
        "grund-fehlt": "Bitte schreiben Sie einen Grund dazu, damit die Entscheidung verständlich bleibt.",
        "grund-leer": "Bitte schreiben Sie einen Grund dazu.",
        "grund-zu-lang": "Der Grund ist zu lang. Möglich sind {limit} Zeichen; er steht noch auf der Seite.",
        "kein-paar": "Vergleichen lassen sich zwei verschiedene Versuche derselben Übung.",
        "keine-antwort": "Zu diesem Versuch gibt es keine Antwort, mit der sich das machen ließe.",
        "keine-suche": "In dieser Übung gibt es keinen Text, der durchsucht werden soll.",
        "kontext-voll": "Fall und Prompt zusammen sind für dieses Modell zu lang. Bitte kürzen Sie Ihren Text.",
        "markierung-ausserhalb": "Eine Ihrer Markierungen liegt nicht im Text dieser Übung.",
        "markierung-unbekannt": "Diese Markierung gibt es nicht mehr. Bitte laden Sie die Seite neu.",
        "markierung-unmoeglich": "Diese Stelle lässt sich so nicht markieren. Es wurde nichts gesendet.",
        "material-leer": "Ihr Fall ist noch leer. Bitte fügen Sie einen Text ein.",
        "material-zu-lang": "Ihr Fall ist zu lang. Möglich sind {limit} Zeichen; der Text steht noch auf der Seite.",
        "modell-ausgefallen": "Das Modell kann gerade nicht antworten. Ihr Prompt steht noch auf der Seite.",
        "modell-unbekannt": "Dieses Modell gibt es hier nicht mehr. Bitte wählen Sie eines aus der Liste.",
        "modul-unbekannt": "Dieses Modul gibt es nicht. Bitte wählen Sie eines aus der Liste.",
        "name-vergeben": "Diesen Namen hat schon ein anderes Konto. Bitte wählen Sie einen anderen.",
        "nicht-angemeldet": "Bitte melden Sie sich an. Vielleicht ist Ihre Sitzung abgelaufen.",
        "notiz-zu-lang": "Ihre Notiz ist zu lang. Möglich sind {limit} Zeichen; sie steht noch auf der Seite.",
        "passwort-zu-kurz": "Das Passwort braucht mindestens 12 Zeichen.",
        "programmfehler": "Das hätte nicht passieren dürfen. Ihr Text steht noch auf der Seite.",
        "prompt-leer": "Der Prompt ist noch leer. Schreiben Sie zuerst, was das Modell tun soll.",
        "prompt-zu-lang": "Der Prompt ist zu lang. Möglich sind {limit} Zeichen; der Text steht noch auf der Seite.",
        "pseudonym-ungueltig": "Bitte wählen Sie ein Pseudonym aus Buchstaben, Ziffern, Leerzeichen und Bindestrich.",
        "pseudonym-vergeben": "Dieses Pseudonym hat in diesem Workshop schon jemand. Bitte wählen Sie ein anderes.",
        "reflexion-zu-lang": "Ihre Antwort ist zu lang. Möglich sind {limit} Zeichen; sie steht noch auf der Seite.",
        "rolle-fehlt": "Diese Seite ist für andere Rollen gedacht.",
        "satz-zu-lang": "Ihr Satz ist zu lang. Möglich sind {limit} Zeichen; er steht noch auf der Seite.",
        "schon-beigetragen": "Dieser Versuch hängt schon an der Wand.",
        "schon-entschieden": "Darüber ist schon entschieden. Bitte laden Sie die Seite neu.",
        "schon-verglichen": "Diese beiden Antworten haben Sie schon blind verglichen.",
        "schutz-ausgefallen": (
            "Der Schutz konnte den Text nicht prüfen. Deshalb wurde nichts Ungeprüftes gesendet oder gezeigt. Bitte "
            "versuchen Sie es noch einmal, notfalls mit einem kürzeren Text."
        ),
        "schutzregel-fehlerhaft": "Der Text der Schutzregel hat einen Fehler. Bitte prüfen Sie ihn.",
        "schutzregel-sperrt": (
            "Ihr Text enthält etwas, das die Schutzregel nicht durchlässt. Es wurde nichts gesendet. Bitte entfernen "
            "Sie diese Stelle."
        ),
        "schutzregel-ueberholt": "Inzwischen ist eine andere Schutzregel in Kraft. Bitte prüfen Sie noch einmal.",
        "schutzregel-unbekannt": "Diesen Vorschlag gibt es nicht. Bitte laden Sie die Seite neu.",
        "schutzregel-unveraendert": "Dieser Text bewirkt dasselbe wie die Schutzregel in Kraft.",
        "speichern-fehlgeschlagen": (
            "Die Werkstatt konnte gerade nichts speichern. Ihr Text steht noch auf der Seite: Bitte kopieren Sie ihn "
            "sicherheitshalber und sagen Sie der Betreuung Ihres Rechners Bescheid."
        ),
        "teilnahme-unbekannt": "Diese Person gehört nicht zu diesem Workshop.",
        "ueberarbeitung-leer": "Ihre Überarbeitung ist noch leer.",
        "ueberarbeitung-zu-lang": (
            "Ihre Überarbeitung ist zu lang. Möglich sind {limit} Zeichen; sie steht noch auf der Seite."
        ),
        "uebung-unbekannt": "Diese Übung gibt es nicht. Bitte wählen Sie eine aus der Liste.",
        "vergleich-unbekannt": "Diesen Vergleich gibt es nicht, oder er gehört jemand anderem.",
        "versuch-laeuft": "Einer der beiden Versuche läuft noch. Bitte warten Sie auf sein Ende.",
        "versuch-unbekannt": "Diesen Versuch gibt es nicht, oder er gehört jemand anderem.",
        "workshop-beendet": "Dieser Workshop ist beendet. Neue Versuche sind nicht mehr möglich.",
        "workshop-beginnt-noch": "Dieser Workshop hat noch nicht begonnen.",
        "workshop-geloescht": "Die Daten dieses Workshops sind gelöscht. Neue Versuche sind nicht möglich.",
        "workshop-unbekannt": "Diesen Workshop gibt es nicht, oder Sie leiten ihn nicht.",
        "zeitraum-ungueltig": "Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie die beiden Daten.",
        "zu-viel-markiert": (
            "Sie haben mehr als die Hälfte des Textes markiert. Bitte markieren Sie nur die Stellen, an denen etwas "
            "nicht stimmt."
        ),
        "zu-viele-markierungen": "In diesem Workshop warten schon sehr viele Markierungen auf eine Entscheidung.",
        "zu-viele-suchen": "So viele Durchgänge werden von einer Suche nicht aufbewahrt.",
        "zu-viele-versuche": "Das waren zu viele falsche Eingaben. Bitte warten Sie etwas.",
        "zweite-person-noetig": (
            "Diese Änderung schwächt den Schutz. In Kraft setzt sie nur eine zweite Person mit der Rolle Datenschutz."
        ),
    }


@dataclass(frozen=True)
class ProblemTexts:
    """What to say of a problem, in general; the service's German sentence is more exact where it is understood."""

    by_code: Mapping[str, str] = field(default_factory=_by_code)
