"""What the service says of findings and answers, on English pages: all of it but the words of people and exercises."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.sandbox.live_service import LETTER, LiveService
from tests.ui.conftest import OpenPage

PROMPT = "Schreibe an Frau Swetlana Grünwald, Kastanienallee 114, 10115 Berlin."


def html(app: AppTest) -> str:
    assert not app.exception
    return "".join(element.proto.body for element in app.get("html"))


def in_english(app: AppTest) -> AppTest:
    app.session_state["language"] = "en"
    return app.run()


def test_an_attempt_is_told_in_english(live: LiveService, open_page: OpenPage) -> None:
    person = live.participant()
    attempt = person.send(PROMPT, max_tokens=80, seed=1).one("done")["id"]
    german = html(open_page(person, "versuche", id=attempt))
    english = html(in_english(open_page(person, "versuche", id=attempt)))
    for said, told in (
        ("Anschrift", "Address"),
        ("Angaben aus dem Fall", "Facts of the case"),
        ("Vorhanden:", "There:"),
    ):
        assert said in german and said not in english and told in english, said


def test_a_preview_is_asked_for_anew_when_the_language_changes(live: LiveService, open_page: OpenPage) -> None:
    person = live.participant()
    written = {f"entwurf-prompt-{LETTER}": PROMPT}
    app = open_page(person, "uebung", id=LETTER, schritt="vorschau")
    app.session_state["entwuerfe"] = written
    assert "Straße mit Hausnummer, dazu Postleitzahl und Ort." in html(app.run())
    later = open_page(person, "uebung", id=LETTER, schritt="vorschau")
    later.session_state["entwuerfe"], later.session_state["work"] = written, app.session_state["work"]
    english = html(in_english(later))
    assert "Street with house number, with postcode and town." in english
    assert "Straße mit Hausnummer" not in english and "Stichwort" not in english
