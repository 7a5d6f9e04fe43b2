"""Texts in the making. Streamlit forgets a field that is not on the page; a participant who steps back
and forth must not lose a word. The texts live in the session of the page alone."""

from __future__ import annotations

import streamlit as st

_DRAFTS = "entwuerfe"
_SAVED = "gespeicherte-entwuerfe"


def gather() -> None:
    """Take over what the fields hold, at the start of a run: some may not be shown any more in it."""
    drafts = _drafts()
    for key in drafts:
        if key in st.session_state:
            drafts[key] = st.session_state[key] or ""


def begin(key: str, value: str = "") -> str:
    """The draft to fill a field with that is about to be shown; `value` when there is none yet.

    It is given to the field as its default. Set through the session state it can be lost when two runs
    of the page follow each other before the browser has drawn the field.
    """
    return _drafts().setdefault(key, value)


def draft(key: str) -> str:
    """The text as it stands now, whether its field is on the page or not."""
    return _drafts().get(key, "")


def keep(key: str, text: str) -> None:
    """Remember what a field holds after it has been shown."""
    _drafts()[key] = text


def mark_saved(key: str, text: str) -> None:
    """The service has this text now, in its redacted form."""
    _saved()[key] = text


def unsaved() -> list[str]:
    """Drafts that would be lost with this page, the longest first."""
    saved = _saved()
    texts = {text for key, text in _drafts().items() if text.strip() and saved.get(key) != text}
    return sorted(texts, key=len, reverse=True)


def _saved() -> dict[str, str]:
    known: dict[str, str] = st.session_state.setdefault(_SAVED, {})
    return known


def _drafts() -> dict[str, str]:
    known: dict[str, str] = st.session_state.setdefault(_DRAFTS, {})
    return known
