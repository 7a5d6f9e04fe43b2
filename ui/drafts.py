"""Texts in the making. Streamlit forgets a field that is not on the page; a participant who steps back
and forth must not lose a word. The texts live in the session of the page, and in the participant's own browser
(`ui.keeping`), from which they come back after a reload. Nowhere else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import streamlit as st

_DRAFTS = "entwuerfe"
_ENCLOSED = "beilagen"


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
    """The service has this text now, in its redacted form. Remembered beyond a reload, as a checksum."""
    enclose(_saved_key(key), _checksum(text))


def is_saved(key: str, text: str) -> bool:
    """Whether the service has this text, in its redacted form."""
    return enclosed(_saved_key(key)) == _checksum(text)


def unsaved() -> list[str]:
    """Drafts that would be lost with this page, the longest first."""
    texts = {text for key, text in _drafts().items() if text.strip() and not is_saved(key, text)}
    return sorted(texts, key=len, reverse=True)


def enclose(key: str, text: str) -> None:
    """Keep something that is in no field of the page and has to outlast a reload too: marks, settings, values."""
    _enclosures()[key] = text


def enclosed(key: str) -> str:
    """What was enclosed under a name; empty where nothing was."""
    return _enclosures().get(key, "")


def enclosures() -> Mapping[str, str]:
    """Everything enclosed."""
    return _enclosures()


def fields() -> Iterable[str]:
    """Names of the fields that have a draft."""
    return _drafts().keys()


def take_back(texts: Mapping[str, str], enclosures: Mapping[str, str]) -> None:
    """Take over what the browser kept. What this session has itself is newer and stays."""
    for key, text in texts.items():
        _drafts().setdefault(key, text)
    for key, text in enclosures.items():
        _enclosures().setdefault(key, text)


def _enclosures() -> dict[str, str]:
    known: dict[str, str] = st.session_state.setdefault(_ENCLOSED, {})
    return known


def _saved_key(key: str) -> str:
    return f"gespeichert-{key}"


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _drafts() -> dict[str, str]:
    known: dict[str, str] = st.session_state.setdefault(_DRAFTS, {})
    return known
