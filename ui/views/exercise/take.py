"""Real values into the finished draft, in the participant's own session alone."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from ui import drafts, furniture
from ui.marking import placeholders_in
from ui.restoring import restore
from ui.schemas import Attempt
from ui.texts import texts

# Copying and saving happen in the browser: the finished text is not offered at any address of the server.
_SCRIPT = """<script>
(() => {
  const root = document.currentScript.closest('[data-testid="stHtml"]');
  const text = root.querySelector("textarea");
  const told = root.querySelector("[role=status]");
  root.querySelector("[data-tat=kopieren]").onclick = async () => {
    try { await navigator.clipboard.writeText(text.value); }
    catch { text.select(); document.execCommand("copy"); }
    told.textContent = told.dataset.wort;
  };
  root.querySelector("[data-tat=speichern]").onclick = (event) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text.value], { type: "text/plain;charset=utf-8" }));
    link.download = event.currentTarget.dataset.datei;
    link.click();
    URL.revokeObjectURL(link.href);
  };
})();
</script>"""


def show_take(attempt: Attempt, known: Mapping[str, str]) -> None:
    """One field for each placeholder, filled from the participant's own text; the draft below."""
    words = texts().exercise
    placeholders = placeholders_in(attempt.draft)
    values: dict[str, str] = {}
    if placeholders:
        furniture.paragraph(words.take_lead)
        left, right = st.columns(2, gap="medium")
        for index, placeholder in enumerate(placeholders):
            with left if index % 2 == 0 else right:
                values[placeholder] = _value_field(placeholder, known, f"wert-{attempt.id}-{placeholder}")
    else:
        furniture.paragraph(words.take_no_placeholder)
    draft = restore(attempt.draft, values)
    left_over = placeholders_in(draft)
    if left_over:
        furniture.paragraph(words.still_open.format(placeholders=", ".join(left_over)), small=True)
    title = words.restored_title if len(left_over) < len(placeholders) else words.draft_title
    st.html(_draft(draft, title, f"entwurf-{attempt.id}"), unsafe_allow_javascript=True)


def _value_field(placeholder: str, known: Mapping[str, str], key: str) -> str:
    value = known.get(placeholder, "")
    if value and not drafts.draft(key):
        key = f"{key}-bekannt"  # the field stood empty before the value was known; Streamlit would leave it so
    before = drafts.begin(key, value)
    shown = "".join(f"\\{letter}" if letter in "[]_" else letter for letter in placeholder)
    value = (
        st.text_input(texts().exercise.value_for.format(placeholder=shown), before, key=key, autocomplete="off") or ""
    )
    drafts.keep(key, value)
    drafts.mark_saved(key, value)
    return value


def _draft(draft: str, title: str, field_id: str) -> str:
    words = texts().exercise
    return (
        f'<div class="mitnehmen"><label for="{escape(field_id)}">{escape(title)}</label>'
        f'<textarea id="{escape(field_id)}" rows="14" spellcheck="true" lang="de">{escape(draft)}</textarea>'
        f'<p class="klein">{escape(words.take_warning)}</p>'
        f'<div class="taten"><button type="button" class="neben" data-tat="kopieren">{escape(words.copy)}</button>'
        f'<button type="button" class="neben" data-tat="speichern" data-datei="{escape(words.file_name)}">'
        f"{escape(words.download)}</button>"
        f'<span class="klein" role="status" data-wort="{escape(words.copied)}"></span></div></div>{_SCRIPT}'
    )
