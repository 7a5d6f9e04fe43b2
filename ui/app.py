"""Entry script of the pages. Streamlit runs it from top to bottom at every interaction."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ui import drafts, furniture, keeping, navigation
from ui.access import current_session
from ui.client import ServiceError, SignedOutError
from ui.schemas import Session
from ui.texts import texts
from ui.views import (
    attempts,
    audit,
    blind,
    certificate,
    compare,
    exercise,
    expired,
    home,
    journal,
    marks,
    model,
    module,
    policy,
    prompt_log,
    start,
    take_home,
    wall,
    workshops,
)

_log = logging.getLogger("ui")

View = Callable[[Session], None]

VIEWS: dict[str, tuple[str, View]] = {
    "uebungen": ("nav_exercises", home.show),
    "modul": ("nav_exercises", module.show),
    "uebung": ("nav_exercises", exercise.show),
    "versuche": ("nav_attempts", attempts.show),
    "vergleich": ("nav_attempts", compare.show),
    "blindvergleich": ("nav_attempts", blind.show),
    "journal": ("nav_journal", journal.show),
    "mitnehmen": ("nav_journal", take_home.show),
    "bescheinigung": ("nav_journal", certificate.show),
    "wand": ("nav_wall", wall.show),
    "workshops": ("nav_workshops", workshops.show),
    "promptprotokoll": ("nav_prompt_log", prompt_log.show),
    "pruefprotokoll": ("nav_audit", audit.show),
    "modell": ("nav_model", model.show),
    "markierungen": ("nav_marks", marks.show),
    "schutzregeln": ("nav_policy", policy.show),
}
"""Pages by their address, with the field of their name in the navigation."""

WRITTEN_ON = {"uebung", "versuche", "vergleich", "blindvergleich", "mitnehmen", "bescheinigung"}
"""Pages with drafts that come back after a reload."""


def main() -> None:
    """Show the page that the address asks for, or the one that comes before it."""
    st.set_page_config(
        page_title=texts().common.product_long,
        page_icon=Path(__file__).parent / "static" / "icon.png",
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    furniture.dress()
    drafts.gather()
    session: Session | ServiceError | None
    try:
        session = current_session()
    except ServiceError as error:
        session = error
    pages = {
        name: st.Page(_guarded(name, view, session), title=getattr(texts().common, label), url_path=name)
        for name, (label, view) in VIEWS.items()
    }
    first = st.Page(_guarded("", _front, session), title=texts().common.product_long, default=True)
    navigation.remember(pages)
    st.navigation([first, *pages.values()], position="hidden").run()


def _front(session: Session) -> None:
    """What each role sees first."""
    _, view = VIEWS[_front_name(session)]
    view(session)


def _front_name(session: Session) -> str:
    return furniture.NAVIGATION[session.account.role][0]


def _in_navigation(session: Session, name: str) -> str:
    """The entry of the navigation under which a page belongs: that of the overview for an exercise."""
    entries = furniture.NAVIGATION[session.account.role]
    if name in entries:
        return name
    return next((entry for entry in entries if VIEWS[entry][0] == VIEWS[name][0]), name)


def _guarded(name: str, view: View, session: Session | ServiceError | None) -> Callable[[], None]:
    """A page with its head, its sign-in and its errors."""

    def run() -> None:
        if session is None:
            _signed_out()
            return
        if isinstance(session, ServiceError):
            _service_down(session)
            return
        here = name or _front_name(session)
        furniture.head(session, navigation.pages(), _in_navigation(session, here))
        owner = str(session.account.id)
        if name in WRITTEN_ON and not keeping.take_back(owner):
            furniture.paragraph(texts().common.one_moment)
            return
        try:
            view(session)
            keeping.hold(owner)
        except SignedOutError:
            expired.show()
        except ServiceError as error:
            furniture.problem(error)
        except Exception as error:
            _record(error)
            furniture.warning(texts().errors.unexpected, texts().errors.title)

    return run


def _signed_out() -> None:
    furniture.bare_head()
    if drafts.unsaved():
        expired.show()
    else:
        start.show()


def _service_down(error: ServiceError) -> None:
    furniture.bare_head()
    if drafts.unsaved():
        furniture.problem(error)
        expired.show_drafts()
    else:
        furniture.warning(error.detail, texts().start.service_down_title)
    st.button(texts().common.retry, type="primary")


def _record(error: Exception) -> None:
    """Log kind and place of an error, never its message."""
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    _log.error("page failed: %s at %s", type(error).__name__, " > ".join(places[-6:]))


if __name__ == "__main__":
    main()
