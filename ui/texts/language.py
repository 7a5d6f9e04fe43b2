"""In which language the page is shown: German, unless the person chose another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

LANGUAGES: Final = {"de": "Deutsch", "en": "English"}
"""Language by its code, each in its own words; the first is the one that texts are written in."""

SOURCE_LANGUAGE: Final = "de"

COOKIE: Final = "sandbox_language"
"""Cookie of the choice, so that it holds after a reload. It says nothing about the person."""

_CHOICE: Final = "language"
_apart_from_a_page: ContextVar[str] = ContextVar("language", default=SOURCE_LANGUAGE)


def language() -> str:
    """Code of the language of the page that is being shown."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return _apart_from_a_page.get()
    chosen = st.session_state.get(_CHOICE) or st.context.cookies.get(COOKIE, "")
    return chosen if chosen in LANGUAGES else SOURCE_LANGUAGE


def chosen() -> bool:
    """Whether the language was chosen in this session, which the browser should keep."""
    return _CHOICE in st.session_state


def choose(code: str) -> None:
    """Show this session's pages in that language from now on."""
    st.session_state[_CHOICE] = code


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """The language of texts in a thread that belongs to a page without being its script."""
    token = _apart_from_a_page.set(code)
    try:
        yield
    finally:
        _apart_from_a_page.reset(token)
