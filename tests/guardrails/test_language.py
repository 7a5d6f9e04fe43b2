"""German or English, told from short, long and mixed texts."""

import pytest

from guardrails.language import detect_language

ENGLISH = [
    "Please call Mr Smith.",
    "Dear Ms Karaca,",
    "The Antrag of Frau Karaca is missing.",
    "Summarise the letter in three sentences.",
    "I live in Köln and work for the city.",
    "What is Wohngeld?",
    "Where do I apply for Wohngeld?",
    "Thanks, see you on Monday",
    "Kind regards\nAmina Okafor",
]

GERMAN = [
    "",
    "Hallo",
    "Hi Anna",
    "Name: Karaca",
    "Sehr geehrte Frau Karaca,",
    "Fasse die Mail zusammen.",
    "Kannst du das Meeting mit dem Team verschieben?",
    "Bitte übersetze ins Englische: Der Antrag fehlt.",
    "Das IT-Team will in der Woche ein Update einspielen.",
    "Frau Okonkwo war in London und will nach Köln.",
    "12345678",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize("text", GERMAN)
def test_german_and_undecided(text: str) -> None:
    assert detect_language(text) == "de"
