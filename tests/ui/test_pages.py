"""The pages themselves, run by Streamlit's own test harness."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import ui
from ui import access
from ui.client import UnreachableError
from ui.client.transport import _pool
from ui.texts import texts

FOLDER = Path(ui.__file__).parent


@pytest.fixture(autouse=True)
def _nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """No service, and a browser that has no session: Streamlit's harness has no cookies of its own."""
    monkeypatch.setenv("SANDBOX_SERVICE_URL", "http://127.0.0.1:9")
    monkeypatch.setattr(access, "current_session", lambda: None)
    _pool.cache_clear()


def _html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def test_first_page_offers_both_ways_in_and_says_what_happens_with_a_text() -> None:
    app = AppTest.from_file(str(FOLDER / "app.py"), default_timeout=20).run()
    assert not app.exception
    markup = _html(app)
    assert 'action="/api/v1/session/join"' in markup
    assert 'action="/api/v1/session/login"' in markup
    assert 'autocomplete="current-password"' in markup
    assert "Nichts verlässt das Haus" in markup


def test_the_first_page_lets_the_browser_forget_drafts_unless_a_session_ran_out() -> None:
    app = AppTest.from_file(str(FOLDER / "app.py"), default_timeout=20).run()
    assert "vergessen();" in _html(app)
    back = AppTest.from_file(str(FOLDER / "app.py"), default_timeout=20)
    back.query_params["wieder"] = "1"
    assert "vergessen();" not in _html(back.run())


def test_refusal_of_a_form_is_explained() -> None:
    app = AppTest.from_file(str(FOLDER / "app.py"), default_timeout=20)
    app.query_params["fehler"] = "pseudonym-vergeben"
    app.run()
    markup = _html(app)
    assert 'role="alert"' in markup
    assert "schon vergeben" in markup


def test_unknown_refusal_shows_nothing_of_the_address() -> None:
    app = AppTest.from_file(str(FOLDER / "app.py"), default_timeout=20)
    app.query_params["fehler"] = "<b>x"
    app.run()
    assert "<b>x" not in _html(app)
    assert "Die Anmeldung hat nicht geklappt" in _html(app)


def test_service_that_does_not_answer_is_named_with_a_way_to_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> None:
        raise UnreachableError(texts().errors.unreachable)

    monkeypatch.setattr(access, "current_session", nobody)
    app = AppTest.from_file(str(FOLDER / "app.py"), default_timeout=20).run()
    assert not app.exception
    assert "antwortet gerade nicht" in _html(app)
    assert [button.label for button in app.button] == ["English", "Noch einmal versuchen"]


def test_draft_survives_a_field_that_goes_and_comes_back() -> None:
    def page() -> None:
        import streamlit as st

        from ui import drafts
        from ui.views.exercise.fields import text_field

        drafts.gather()
        if st.checkbox("zeigen", value=True):
            text_field("Ihr Prompt", "Hilfe", key="entwurf", height=100, limit=10)
        st.text(drafts.draft("entwurf"))

    app = AppTest.from_function(page, default_timeout=20).run()
    app.text_area[0].input("Ein Entwurf").run()
    assert "11 von höchstens 10 Zeichen: 1 zu viel" in _html(app)
    app.checkbox[0].uncheck().run()
    assert not app.text_area
    assert app.text[0].value == "Ein Entwurf"
    app.checkbox[0].check().run()
    assert app.text_area[0].value == "Ein Entwurf"
    app.text_area[0].input("").run()
    assert app.text[0].value == ""


def test_configuration_keeps_everything_in_the_house() -> None:
    config = tomllib.loads((FOLDER / "theme" / "config.toml").read_text(encoding="utf-8"))
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert "http" not in (FOLDER / "theme" / "config.toml").read_text(encoding="utf-8")


def test_style_names_only_local_files_that_exist() -> None:
    style = (FOLDER / "theme" / "style.css").read_text(encoding="utf-8")
    assert "http" not in style and "@import" not in style
    addresses = [part.split('"')[1] for part in style.split("url(")[1:]]
    assert addresses
    for address in addresses:
        assert (FOLDER / "static" / address.removeprefix("/app/static/")).is_file(), address


def test_no_cache_decorator_sees_a_text() -> None:
    for source in FOLDER.rglob("*.py"):
        assert "cache_data" not in source.read_text(encoding="utf-8"), source


def test_only_what_the_service_does_not_have_is_shown_for_rescue() -> None:
    def page() -> None:
        import streamlit as st

        from ui import drafts

        drafts.keep("entwurf-prompt-x", "gesendet")
        drafts.mark_saved("entwurf-prompt-x", "gesendet")
        drafts.keep("entwurf-prompt-y", "neu")
        drafts.keep("reflexion-1", "  ")
        drafts.keep("reflexion-2", "gespeichert, dann geändert")
        drafts.mark_saved("reflexion-2", "gespeichert")
        for text in drafts.unsaved():
            st.text(text)

    app = AppTest.from_function(page, default_timeout=20).run()
    assert [element.value for element in app.text] == ["gespeichert, dann geändert", "neu"]


def test_the_page_changes_its_language_at_once_and_the_browser_keeps_the_choice() -> None:
    app = AppTest.from_file(str(FOLDER / "app.py"), default_timeout=20).run()
    assert 'document.documentElement.lang = "de"' in _html(app)
    assert "document.cookie" not in _html(app)
    app.button(key="sprache-en").click().run()
    markup = _html(app)
    assert "Join the workshop" in markup and "Nothing leaves the house." in markup
    assert 'document.documentElement.lang = "en"' in markup
    assert "sandbox_language=en; path=/" in markup
    app.button(key="sprache-de").click().run()
    assert "Am Workshop teilnehmen" in _html(app)
