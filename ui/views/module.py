"""One module: something to read, exercises, working material to print, sources."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from ui import furniture
from ui.access import client
from ui.client import ServiceError
from ui.navigation import page
from ui.schemas import Module, Session, Source
from ui.texts import texts
from ui.views.home import exercise_card, summary_of

# The print dialogue belongs to the browser; the style sheet leaves the material alone on the paper.
_PRINT = """<script>
(() => {
  const button = document.currentScript.closest('[data-testid="stHtml"]').querySelector("button");
  button.addEventListener("click", () => window.print());
})();
</script>"""


def show(session: Session) -> None:
    """The module that the address names."""
    words = texts().module
    module = _load(st.query_params.get("id", ""))
    if module is None:
        furniture.empty(words.missing_title, words.missing)
        st.page_link(page("uebungen"), label=words.all_modules)
        return
    taking_part = session.account.role == "participant"
    furniture.title(module.title, summary_of(module), place=words.place.format(minutes=module.minutes))
    st.page_link(page("uebungen"), label=words.all_modules)
    with st.container(key="uebungen-des-moduls"):
        with st.expander(words.background):
            furniture.prose(module.background)
        furniture.section(words.exercises)
        for exercise in module.contents:
            exercise_card(exercise, with_progress=taking_part)
    _material(module)
    if module.sources:
        furniture.section(words.sources)
        st.html(source_list(module.sources))


def source_list(sources: Sequence[Source]) -> str:
    """Sources as HTML; addresses are text, nothing is loaded from them."""
    items = "".join(
        f"<li>{escape(source.title)}"
        + (f'<br><span class="klein adresse">{escape(source.url)}</span>' if source.url else "")
        + "</li>"
        for source in sources
    )
    return f'<ul class="quellen">{items}</ul>'


def _material(module: Module) -> None:
    words = texts().module
    with st.container(key="arbeitsmaterial"):
        st.html(f'<p class="ort">{escape(words.material)}</p><h2>{escape(module.material_title)}</h2>')
        furniture.prose(module.material)
    st.html(
        f'<p><button type="button" class="neben">{escape(words.print)}</button></p>'
        f'<p class="klein">{escape(words.print_note)}</p>{_PRINT}',
        unsafe_allow_javascript=True,
    )


def _load(module_id: str) -> Module | None:
    if not module_id:
        return None
    try:
        return client().module(module_id)
    except ServiceError as error:
        if error.status == 404:
            return None
        raise
