"""What the model is given, to the letter."""

from __future__ import annotations

import pytest

from exercises import compose_messages, load_exercises

LIBRARY = load_exercises()
SYSTEM = (
    "Du unterstützt Beschäftigte einer Behörde. Schreibe auf Deutsch, sachlich und verständlich. Verwende nur Angaben "
    "aus dem Fall. Platzhalter in eckigen Klammern übernimmst du unverändert. Fehlt eine Angabe, benenne sie, statt "
    "sie zu erfinden."
)


def test_a_case_stands_before_the_prompt() -> None:
    exercise = LIBRARY.get("eingangsbestaetigung-wohngeld")
    assert compose_messages(exercise, " Schreibe einen Brief.\n") == [
        {"role": "system", "content": SYSTEM},
        {"role": "user", "content": f"Fall:\n{exercise.case}\n\nAuftrag:\nSchreibe einen Brief."},
    ]


def test_material_does_not_replace_a_case() -> None:
    exercise = LIBRARY.get("telefonvermerk")
    assert compose_messages(exercise, "Fasse zusammen.", "Anderes") == compose_messages(exercise, "Fasse zusammen.")


def test_material_of_an_own_case() -> None:
    exercise = LIBRARY.get("eigener-fall")
    messages = compose_messages(exercise, "Fasse zusammen.", "\n[PERSON_1] fragt nach.\n\nEilt. ")
    assert messages[1]["content"] == "Fall:\n[PERSON_1] fragt nach.\n\nEilt.\n\nAuftrag:\nFasse zusammen."


@pytest.mark.parametrize("material", [None, "", " \n"])
def test_an_own_case_without_material_is_the_prompt_alone(material: str | None) -> None:
    exercise = LIBRARY.get("eigener-fall")
    assert compose_messages(exercise, "Was ist Wohngeld?", material)[1] == {
        "role": "user",
        "content": "Was ist Wohngeld?",
    }
