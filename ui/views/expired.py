"""The page when the session has ended while somebody was working."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui import drafts, furniture
from ui.texts import texts


def show() -> None:
    """What is safe, what is not, and the way back in."""
    words = texts().errors
    furniture.warning(words.expired, words.expired_title)
    show_drafts()
    st.html(f'<p><a href="/?wieder=1" target="_self">{escape(words.expired_sign_in)}</a></p>')


def show_drafts() -> None:
    """The unsent texts, to copy them."""
    unsaved = drafts.unsaved()
    if not unsaved:
        return
    words = texts().errors
    furniture.section(words.expired_drafts, words.expired_copy)
    for text in unsaved:
        st.html(f'<div class="fall"><p class="fliess">{escape(text)}</p></div>')
