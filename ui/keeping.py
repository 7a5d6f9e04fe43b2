"""Drafts in the participant's own browser, so that a reload or a dropped connection loses nothing.

The tab's session storage holds them, under the account that wrote them. While somebody types, a script writes every
change there; when the page is opened anew, it hands back what it holds, in a field that nobody sees. Signing out
deletes it in all tabs, closing the tab does too, and another account in the same tab finds it gone. The server
never stores it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import streamlit as st

from ui import drafts
from ui.texts import texts

_FIELD = "wiederherstellung"
_TAKEN_BACK = "zurueckgenommen"
_LONGEST = 500_000
"""Characters that are taken back at most."""

_SCRIPT = (Path(__file__).parent / "static" / "keeping.js").read_text(encoding="utf-8")


def take_back(account_id: str) -> bool:
    """Take over what this tab kept before it was opened anew.

    False while the browser has not answered yet: then nothing with a draft may be shown.
    """
    if st.session_state.get(_TAKEN_BACK):
        return True
    answer = st.session_state.get(_FIELD) or ""
    if answer:
        _read(answer, account_id)
        st.session_state[_TAKEN_BACK] = True
        return True
    with st.container(key="nur-fuer-das-skript"):
        st.text_area(texts().common.restoring, key=_FIELD)
    _run("zurueckgeben", account_id, _FIELD)
    return False


def hold(account_id: str) -> None:
    """Let the browser keep what is written on this page from now on. Comes last on the page, when all fields exist."""
    if not st.session_state.get(_TAKEN_BACK):
        return
    fields = {_class_of(key): key for key in drafts.fields()}
    enclosures = {_enclosure(key): text for key, text in drafts.enclosures().items()}
    _run("halten", account_id, fields, enclosures)


def forget() -> None:
    """Let the browser delete what it keeps, in all tabs."""
    _run("vergessen")


def _read(answer: str, account_id: str) -> None:
    """Take what the browser says; it is not trusted to be what this page once wrote there."""
    try:
        kept = json.loads(answer[:_LONGEST])
    except ValueError:
        return
    if not isinstance(kept, dict) or kept.get("owner") != account_id or not isinstance(kept.get("texts"), dict):
        return
    held = {key: text for key, text in kept["texts"].items() if isinstance(text, str)}
    mark = _enclosure("")
    drafts.take_back(
        {key: text for key, text in held.items() if not key.startswith(mark)},
        {key.removeprefix(mark): text for key, text in held.items() if key.startswith(mark)},
    )


def _enclosure(key: str) -> str:
    return f"#{key}"


def _class_of(key: str) -> str:
    """The class that Streamlit gives to the field with this key."""
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key.strip())


def _run(call: str, *values: object) -> None:
    arguments = ", ".join(json.dumps(value).replace("<", "\\u003c") for value in values)
    script = f"<script>(() => {{\n{_SCRIPT}\n{call}({arguments});\n}})();</script>"
    st.html(f'<div hidden data-halter="{call}"></div>{script}', unsafe_allow_javascript=True)
