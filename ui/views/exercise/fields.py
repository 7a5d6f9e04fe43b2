"""Fields for longer texts: name, help, limit and count stand where they are needed."""

from __future__ import annotations

import json
from html import escape

import streamlit as st

from ui import drafts, furniture
from ui.numbers import number
from ui.texts import texts


def text_field(
    label: str,
    help_text: str,
    *,
    key: str,
    height: int,
    value: str = "",
    limit: int | None = None,
    count: bool = True,
) -> str:
    """A field that keeps its text for the session; with a limit, the characters are counted while typing.

    Where a limit is so wide that hardly anybody meets it, `count` may be left out: it is told when it is passed.
    """
    words = texts().exercise
    limit_text = f" {words.limit.format(limit=number(limit))}" if limit and count else ""
    below = f'<p class="klein">{escape(help_text + limit_text)}</p>' if help_text or limit_text else ""
    st.html(f'<p class="feldname" aria-hidden="true">{escape(label)}</p>{below}')
    before = drafts.begin(key, value)
    text = st.text_area(label, before, key=key, height=height, label_visibility="collapsed") or ""
    drafts.keep(key, text)
    if limit and count:
        st.html(_count(label, len(text), limit), unsafe_allow_javascript=True)
    if limit and len(text) > limit:
        furniture.warning(too_long(len(text), limit))
    return text


def too_long(length: int, limit: int) -> str:
    """What to say about a text that is too long."""
    words = texts().exercise
    return words.over.format(count=number(length), limit=number(limit), over=number(length - limit))


def _count(label: str, length: int, limit: int) -> str:
    """The count below a field. The page hears of a text only when the field is left, so the browser counts."""
    words = texts().exercise
    before, after = words.count.format(count="\0", limit=number(limit)).split("\0")
    script = f"""<script>
(() => {{
  const told = document.currentScript.closest('[data-testid="stHtml"]').querySelector("p");
  document.addEventListener("input", function count(event) {{
    if (!told.isConnected) {{ document.removeEventListener("input", count); return; }}
    if (event.target.getAttribute("aria-label") !== {json.dumps(label)}) return;
    const length = Array.from(event.target.value).length;
    told.textContent = {json.dumps(before)} + length.toLocaleString("de-DE") + {json.dumps(after)};
    told.classList.toggle("zuviel", length > {limit});
  }});
}})();
</script>"""
    return f'<p class="klein">{escape(before)}{number(length)}{escape(after)}</p>{script}'
