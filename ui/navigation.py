"""Ways from one page to another."""

from __future__ import annotations

import streamlit as st

_PAGES = "pages"
_ADDRESS = "adresse"


def remember(pages: dict[str, st.Page]) -> None:
    """Keep the pages of this run for `page` and `go`."""
    st.session_state[_PAGES] = pages


def page(name: str) -> st.Page:
    """A page by its path."""
    return pages()[name]


def go(name: str, **query: str) -> None:
    """Leave this page for another one; the drafts stay."""
    st.switch_page(page(name), query_params=query or None)


def settle(name: str, **query: str) -> None:
    """Bring the browser's address in line with what a page shows.

    A link from a page to itself leaves the address as it was, and at the next touch the page would be asked for by
    the old one again.
    """
    shown = (name, query)
    if st.session_state.get(_ADDRESS) != shown:
        st.session_state[_ADDRESS] = shown
        st.query_params.from_dict(query)


def pages() -> dict[str, st.Page]:
    """All pages by their path."""
    known: dict[str, st.Page] = st.session_state[_PAGES]
    return known
