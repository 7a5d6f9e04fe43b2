"""Whose session this page belongs to, and the client that speaks for it."""

from __future__ import annotations

import streamlit as st

from ui.client import SESSION_COOKIE, Client, SignedOutError
from ui.furniture import empty
from ui.schemas import Role, Session
from ui.texts import texts


def client() -> Client:
    """A client with the session cookie that the browser sent when this page connected."""
    return Client(st.context.cookies.get(SESSION_COOKIE))


def current_session() -> Session | None:
    """Who is signed in, asked anew at every run of the page; None when nobody is."""
    if not st.context.cookies.get(SESSION_COOKIE):
        return None
    try:
        service = client()
        return service.session()
    except SignedOutError:
        return None


def allowed(session: Session, *roles: Role) -> bool:
    """Whether a page is meant for this role; says so on the page when it is not.

    This is for orientation. The service enforces the roles at every call.
    """
    if session.account.role in roles:
        return True
    common = texts().common
    empty(common.not_for_role_title, common.not_for_role.format(role=common.roles[session.account.role]))
    return False
