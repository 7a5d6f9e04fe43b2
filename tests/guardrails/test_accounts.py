"""User names, passwords without a word for them, and who writes in a chat."""

import pytest

from guardrails import Guard
from tests.guardrails.findings import found


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("Am Rechner vorne gilt noch Blaubeer_9#Kranich, sagt die Technik.", "SECRET", "Blaubeer_9#Kranich"),
        ("Nimm Admin-Nord$2031 bis Freitag.", "SECRET", "Admin-Nord$2031"),
        ("Ich komme nicht hinein. Benutzer ist m.kowalczuk, Stand heute.", "PERSON", "m.kowalczuk"),
        ("Username: nguyenth, since Monday.", "PERSON", "nguyenth"),
        ("Das Konto ist angelegt, amina.yusuf, und freigeschaltet.", "PERSON", "amina.yusuf"),
    ],
)
def test_accounts(guard: Guard, text: str, entity: str, value: str) -> None:
    assert (entity, value) in found(guard, text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Login ist gesperrt, der Benutzer ist unbekannt.",
        "Siehe unter Vordrucke/Formulare#Teil2 und Anlage B#2.",
        "Das Muster Az#2024 steht im Handbuch, C#12 auch.",
        "Frage: Wer zahlt? Antwort: Die Kommune.\nFrage: Wann? Antwort: Im Mai.\nFrage: Wie? Antwort: Bar.",
        "Montag: Sitzung\nDienstag: frei\nMontag: Sitzung\nMittwoch: Messe",
    ],
)
def test_what_only_looks_like_them(guard: Guard, text: str) -> None:
    assert found(guard, text) == []


def test_speakers_of_a_chat(guard: Guard) -> None:
    text = "Mehmet: ist die Akte da?\nSandrine: nein\nVesko: seit gestern\nMehmet: danke\nVesko: gern"
    assert {value for _, value in found(guard, text)} == {"Mehmet", "Sandrine", "Vesko"}
