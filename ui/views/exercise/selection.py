"""What somebody selects in a text goes into a field. Without scripts, and by keyboard, the field is typed into."""

from __future__ import annotations

import json

import streamlit as st


def fill_from_selection(label: str, place_label: str = "") -> None:
    """Fill the field named `label` with what is selected in an element marked `data-auswahl`.

    The field named `place_label`, where there is one, gets the place of its first character in that element, in code
    points; labels of findings and marks do not count.
    """
    st.html(
        f"""<script>
(() => {{
  const here = document.currentScript.closest('[data-testid="stHtml"]');
  const inside = (node) => node && (node.nodeType === 1 ? node : node.parentElement)?.closest("[data-auswahl]");
  const ends = ["mouseup", "touchend", "keyup"];
  const words = (range) => {{
    const copy = range.cloneContents();
    copy.querySelectorAll(".befund-art").forEach((mark) => mark.remove());
    return copy.textContent;
  }};
  const fill = (name, text) => {{
    const field = name && document.querySelector(`input[aria-label="${{CSS.escape(name)}}"]`);
    if (!field || field.value === text) return;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
    field.dispatchEvent(new Event("input", {{ bubbles: true }}));
    field.dispatchEvent(new FocusEvent("focusout", {{ bubbles: true }}));
  }};
  function take() {{
    if (!here.isConnected) {{ ends.forEach((end) => document.removeEventListener(end, take)); return; }}
    const selection = document.getSelection();
    if (selection.isCollapsed || !inside(selection.anchorNode) || !inside(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const text = words(range);
    if (!text.trim()) return;
    const before = document.createRange();
    before.setStart(inside(range.startContainer), 0);
    before.setEnd(range.startContainer, range.startOffset);
    fill({json.dumps(place_label)}, String(Array.from(words(before)).length));
    fill({json.dumps(label)}, text.trim());
  }}
  ends.forEach((end) => document.addEventListener(end, take));
}})();
</script>""",
        unsafe_allow_javascript=True,
    )
