"""What every page is furnished with: head, headings, notices, empty places."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.client import ServiceError
from ui.connection import words_for_a_lost_connection
from ui.marking import mark_in_markdown
from ui.schemas import Role, Session
from ui.texts import texts
from ui.texts.language import COOKIE, LANGUAGES, choose, chosen, language

STYLE = Path(__file__).parent / "theme" / "style.css"

NAVIGATION: dict[Role, tuple[str, ...]] = {
    "participant": ("uebungen", "versuche", "journal", "wand"),
    "trainer": ("workshops", "promptprotokoll", "wand", "uebungen"),
    "dpo": ("pruefprotokoll", "promptprotokoll", "schutzregeln", "markierungen", "modell"),
    "admin": ("workshops", "pruefprotokoll", "schutzregeln", "markierungen", "modell"),
}

WITHIN = {
    "modell": "uebungen",
    "vergleich": "versuche",
    "blindvergleich": "versuche",
    "mitnehmen": "journal",
    "bescheinigung": "journal",
}
"""Pages without a place of their own in the navigation, with the one that they belong to."""


# Streamlit opens a fold at the end of the document and leaves the focus where it was. Whoever uses the keyboard is led
# into it, and at its end or with Escape back to the button that opened it.
_LEAD_IN = """<script>
(() => {
  const fold = document.currentScript.closest('[data-testid="stPopoverBody"]');
  if (!fold || fold.dataset.begleitet) return;
  fold.dataset.begleitet = "ja";
  const opener = document.querySelector('[data-testid="stPopoverButton"][aria-expanded="true"]');
  const stops = () => [...fold.querySelectorAll("a[href], button, input")];
  fold.tabIndex = -1;
  fold.focus();
  fold.addEventListener("keydown", (event) => {
    const all = stops();
    const leaves = event.key === "Tab" && (event.shiftKey
      ? [fold, all[0]]
      : [all[all.length - 1]]
    ).includes(document.activeElement);
    if (leaves) {
      event.preventDefault();
      fold.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    }
    if (leaves || event.key === "Escape") setTimeout(() => opener?.focus(), 0);
  });
})();
</script>"""


def dress() -> None:
    """Put the style sheet on the page and tell the browser its language, which it keeps when it was chosen, and what
    to say when the service does not answer.
    """
    st.html(STYLE)
    here = language()
    script = f"document.documentElement.lang = {json.dumps(here)};{words_for_a_lost_connection()}"
    if chosen():
        script += f"document.cookie = {json.dumps(f'{COOKIE}={here}; path=/; max-age=31536000; samesite=strict')};"
    with st.container(key="sprache-merken"):
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def head(session: Session, pages: dict[str, st.Page], here: str) -> None:
    """Name of the product, navigation by role, and the account. One line: on a narrow page the navigation is folded,
    and what belongs to the account is folded on every page.
    """
    common = texts().common
    labels = {
        "uebungen": common.nav_exercises,
        "versuche": common.nav_attempts,
        "journal": common.nav_journal,
        "wand": common.nav_wall,
        "workshops": common.nav_workshops,
        "promptprotokoll": common.nav_prompt_log,
        "pruefprotokoll": common.nav_audit,
        "schutzregeln": common.nav_policy,
        "markierungen": common.nav_marks,
        "modell": common.nav_model,
    }
    own = NAVIGATION[session.account.role]
    place = here if here in own else WITHIN.get(here, here)

    def ways(among: str) -> None:
        for name in own:
            key = f"{among}-hier-{name}" if name == place else f"{among}-{name}"
            with st.container(key=key, width="content"):
                st.page_link(pages[name], label=labels[name])

    with st.container(horizontal=True, key="kopf", gap="medium", vertical_alignment="center"):
        st.html(f'<p class="marke">{escape(common.product)}</p>', width="content")
        with st.container(horizontal=True, key="kopf-wege", gap="medium", width="content"):
            ways("nav")
        with st.container(key="kopf-menue", width="content"), st.popover(common.menu, type="tertiary"):
            ways("menue")
            st.html(_LEAD_IN, unsafe_allow_javascript=True)
        with (
            st.container(key="kopf-konto", width="content"),
            st.popover(session.account.name, type="tertiary"),
        ):
            _account(session)


def _account(session: Session) -> None:
    """Who is signed in, the other language, and the way out."""
    common = texts().common
    st.html(f'<p class="klein">{escape(who(session))}</p>')
    _languages()
    st.html(
        '<form method="post" action="/api/v1/session/logout" class="konto">'
        f'<button type="submit" class="verweis">{escape(common.sign_out)}</button></form>{_LEAD_IN}',
        width="content",
        unsafe_allow_javascript=True,
    )


def bare_head() -> None:
    """The head of a page that nobody is signed in to."""
    with st.container(horizontal=True, key="kopf"):
        st.html(f'<p class="marke">{escape(texts().common.product_long)}</p>', width="content")
        _languages()


def _languages() -> None:
    """The way to the other languages."""
    for code, name in LANGUAGES.items():
        if code != language():
            st.button(name, key=f"sprache-{code}", type="tertiary", on_click=choose, args=(code,))


def who(session: Session) -> str:
    """The account in words."""
    common = texts().common
    if session.account.role == "participant" and session.workshop is not None:
        return common.as_participant.format(name=session.account.name, workshop=session.workshop.title)
    return common.signed_in_as.format(
        name=session.account.name, role=common.roles.get(session.account.role, session.account.role)
    )


def title(text: str, lead: str = "", *, place: str = "") -> None:
    """The heading of a page, where it belongs above it, what it is for below."""
    above = f'<p class="ort">{escape(place)}</p>' if place else ""
    below = f'<p class="vorspann">{escape(lead)}</p>' if lead else ""
    st.html(f"{above}<h1>{escape(text)}</h1>")
    if below:
        st.html(below)


def section(text: str, *paragraphs: str) -> None:
    """A heading within the page, with paragraphs of plain text."""
    st.html(f"<h2>{escape(text)}</h2>" + "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs))


def paragraph(text: str, *, small: bool = False) -> None:
    """A paragraph of plain text."""
    st.html(f'<p class="klein">{escape(text)}</p>' if small else f"<p>{escape(text)}</p>")


def prose(markdown: str) -> None:
    """A text of an exercise or module, with its placeholders as tokens."""
    st.markdown(mark_in_markdown(markdown), unsafe_allow_html=True)


def notice(text: str, heading: str = "") -> None:
    """Something worth knowing; read aloud when it appears."""
    st.html(f'<div class="hinweis" role="status">{_heading(heading)}<p>{escape(text)}</p></div>')


def warning(text: str, heading: str = "") -> None:
    """Something that stands in the way; read aloud when it appears."""
    st.html(f'<div class="warnung" role="alert">{_heading(heading)}<p>{escape(text)}</p></div>')


def empty(heading: str, text: str) -> None:
    """An empty place: what will be here."""
    st.html(f'<div class="leer"><h2>{escape(heading)}</h2><p>{escape(text)}</p></div>')


def problem(error: ServiceError) -> None:
    """What the service refused, in its words."""
    warning(error.detail, texts().errors.title)


def two_columns() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Main column and margin. On a narrow page the margin comes first, so that nobody writes before reading it."""
    with st.container(key="zweispaltig"):
        margin, main = st.columns([1, 2.2], gap="large")
    return main, margin


def margin_notes(notes: Sequence[tuple[str, str]], *, across: bool = False) -> None:
    """Short notes beside the text, or in a row across the page."""
    items = [f"<dt>{escape(term)}</dt><dd>{escape(text)}</dd>" for term, text in notes]
    if across:
        items = [f"<div>{item}</div>" for item in items]
    st.html(f'<dl class="rand{" quer" if across else ""}">{"".join(items)}</dl>')


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    label: str,
    numeric: Sequence[int] = (),
    show_label: bool = False,
    narrow: bool = False,
) -> str:
    """A table as HTML; the cells are HTML already, the rest is plain text.

    On a narrow page every row becomes a small list. That takes the table its meaning for screen
    readers in some browsers, therefore the roles are written out.
    """

    def kind(index: int) -> str:
        return ' class="zahl"' if index in numeric else ""

    def cell(index: int, content: str) -> str:
        return f'<td role="cell" data-spalte="{escape(columns[index])}"{kind(index)}>{content}</td>'

    heads = "".join(
        f'<th role="columnheader" scope="col"{kind(index)}>{escape(column)}</th>'
        for index, column in enumerate(columns)
    )
    body = "".join(
        f'<tr role="row">{"".join(cell(index, content) for index, content in enumerate(row))}</tr>' for row in rows
    )
    kind_of_table = "tabelle stapel schmal" if narrow else "tabelle stapel"
    caption = f"<caption>{escape(label)}</caption>" if show_label else ""
    return (
        f'<div class="{kind_of_table}" role="region" aria-label="{escape(label)}" tabindex="0">'
        f'<table role="table">{caption}<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def facts(pairs: Sequence[tuple[str, str]]) -> str:
    """Pairs of name and value as an HTML list; plain text in."""
    return (
        '<dl class="angaben">'
        + "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in pairs)
        + "</dl>"
    )


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>" if text else ""
