"""A running service for pages that are tested with real answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest
from streamlit.testing.v1 import AppTest

from sandbox.settings import Settings
from tests.sandbox.live_service import LiveService, Person, free_port, running
from ui.client import SESSION_COOKIE
from ui.client.transport import _pool

OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveService]:
    with running(Settings(port=free_port(), data_dir=tmp_path_factory.mktemp("data"))) as service:
        yield service


@pytest.fixture
def open_page(live: LiveService, monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """Opens a page for someone who is signed in, as Streamlit's test harness runs it.

    The harness has neither cookies nor addresses: the cookie is put where the page looks for it, and the page
    wanted is made the front page. ``known`` are the real values that the session knows, by exercise and placeholder.
    """
    monkeypatch.setenv("SANDBOX_SERVICE_URL", live.address)
    _pool.cache_clear()

    def opened(
        person: Person, name: str, known: Mapping[str, Mapping[str, str]] | None = None, **query: str
    ) -> AppTest:
        token = person.http.cookies[SESSION_COOKIE]
        monkeypatch.setattr("streamlit.runtime.context.ContextProxy.cookies", {SESSION_COOKIE: token})
        app = AppTest.from_function(_page, default_timeout=60)
        app.session_state["seite"] = name
        app.session_state["bekannt"] = known or {}
        for key, value in query.items():
            app.query_params[key] = value
        return app.run()

    return opened


def _page() -> None:
    import streamlit as st

    from ui import drafts, navigation
    from ui.access import current_session
    from ui.app import VIEWS
    from ui.work import work_on

    drafts.gather()
    for exercise_id, values in st.session_state["bekannt"].items():
        work_on(exercise_id).remember_values(values)
    session = current_session()
    assert session is not None
    _, view = VIEWS[st.session_state["seite"]]
    pages = {name: st.Page(lambda: None, title=name, url_path=name) for name in VIEWS}
    navigation.remember(pages)
    front = st.Page(lambda: view(session), title="front", default=True)
    st.navigation([front, *pages.values()], position="hidden").run()
