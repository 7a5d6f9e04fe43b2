"""Joining a workshop, signing in, setting up an account by a one-time link."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui import furniture, keeping
from ui.access import client
from ui.client import ServiceError
from ui.numbers import number
from ui.schemas import ServiceInfo
from ui.texts import texts

PASSWORD_LENGTH = 12

# The sanitiser of the page takes the attribute `name="name"` away (it would shadow a property of the form).
_NAME_THE_FIELDS = """<script>
document.querySelectorAll("input[data-feld]").forEach((field) => { field.name = field.dataset.feld; });
</script>"""


def show() -> None:
    """The first page; with `?einrichtung=TOKEN` the page of a one-time link."""
    if "wieder" not in st.query_params:  # the way in after a session ran out, where the same person may come back
        keeping.forget()
    token = st.query_params.get("einrichtung")
    if token:
        _set_up(token)
        return
    _refusal()
    words = texts().start
    way_in, explanation = st.columns([1, 1.15], gap="large")
    with way_in:
        furniture.title(words.title, words.lead)
        st.html(f'<div class="blatt">{join_form()}</div>')
        st.html(sign_in_form() + _NAME_THE_FIELDS, unsafe_allow_javascript=True)
    with explanation:
        _promises(_service())


def join_form() -> str:
    """The form of the participants."""
    words = texts().start
    return (
        f'<form class="formular" method="post" action="/api/v1/session/join">'
        f"<h2>{escape(words.join_title)}</h2>"
        + _field("join_code", words.join_code, words.join_code_help, kind="code", autocomplete="off")
        + _field("pseudonym", words.pseudonym, words.pseudonym_help, autocomplete="nickname")
        + f'<button class="haupt" type="submit">{escape(words.join)}</button></form>'
    )


def sign_in_form() -> str:
    """The form of trainers, data-protection officers and administrators."""
    words = texts().start
    opened = " open" if st.query_params.get("fehler") == "anmeldung-falsch" else ""
    return (
        f'<details class="anmeldung"{opened}><summary>{escape(words.staff_title)}</summary>'
        f'<form class="formular" method="post" action="/api/v1/session/login">'
        + _field("name", words.name, autocomplete="username")
        + _field("password", words.password, autocomplete="current-password", secret=True)
        + f'<button class="haupt" type="submit">{escape(words.sign_in)}</button></form></details>'
    )


def _set_up(token: str) -> None:
    words = texts().start
    service = client()
    try:
        invitation = service.setup_invitation(token)
    except ServiceError as error:
        if error.status in (404, 410):
            furniture.warning(texts().errors.sign_in["einrichtung-ungueltig"], words.setup_title)
        else:
            furniture.problem(error)
        st.html(f'<p><a href="/" target="_self">{escape(words.setup_back)}</a></p>')
        return
    _refusal()
    role = texts().common.roles.get(invitation.role, invitation.role)
    furniture.title(words.setup_title, words.setup_lead.format(role=role))
    st.html(
        f'<div class="blatt"><form class="formular" method="post" action="/api/v1/setup/{escape(token)}">'
        + _field("name", words.setup_name, autocomplete="username")
        + _field(
            "password",
            words.setup_password.format(length=PASSWORD_LENGTH),
            words.setup_password_help,
            autocomplete="new-password",
            secret=True,
            least=PASSWORD_LENGTH,
        )
        + f'<button class="haupt" type="submit">{escape(words.setup_submit)}</button></form></div>'
        + _NAME_THE_FIELDS,
        unsafe_allow_javascript=True,
    )


def _refusal() -> None:
    """What the form that was just sent was refused for."""
    code = st.query_params.get("fehler")
    if code:
        errors = texts().errors
        furniture.warning(errors.sign_in.get(code, errors.sign_in_unknown))


def _service() -> ServiceInfo | None:
    try:
        service = client()
        return service.service()
    except ServiceError:
        return None


def _promises(info: ServiceInfo | None) -> None:
    words = texts().start
    days = info.retention_days if info is not None else None
    retention = words.retention.format(days=days) if days else words.retention_unknown
    items = "".join(
        f"<dt>{escape(term)}</dt><dd>{text.format(retention=escape(retention))}</dd>" for term, text in words.promises
    )
    st.html(f'<h2>{escape(words.promise_title)}</h2><dl class="versprechen">{items}</dl>')
    if info is not None:
        count = count_in_words(info.model.parameters)
        size = words.model_size.format(parameters=count) if count else ""
        furniture.section(words.model_title, words.model.format(title=info.model.title, size=size))


def count_in_words(parameters: int | str | None) -> str:
    """The size of a model as people say it: 12 Millionen, 1,5 Milliarden."""
    words = texts().start
    if not isinstance(parameters, int):
        return str(parameters or "")
    unit, template = (1e9, words.billion) if parameters >= 1e9 else (1e6, words.million)
    amount = parameters / unit
    return template.format(count=number(amount, 0 if amount >= 10 else 1))


def _field(
    name: str,
    label: str,
    help_text: str = "",
    *,
    kind: str = "",
    autocomplete: str,
    secret: bool = False,
    least: int = 0,
) -> str:
    """A labelled field. Its id is not its name, for the same reason as above."""
    help_id = f"feld-{name}-hilfe"
    described = f' aria-describedby="{help_id}"' if help_text else ""
    extra = (f' class="{kind}"' if kind else "") + (f' minlength="{least}"' if least else "")
    field_type = "password" if secret else "text"
    below = f'<span class="klein" id="{help_id}">{escape(help_text)}</span>' if help_text else ""
    return (
        f'<div class="feld"><label for="feld-{name}">{escape(label)}</label>'
        f'<input id="feld-{name}" data-feld="{name}" name="{name}" type="{field_type}" required maxlength="200"'
        f' autocapitalize="none" spellcheck="false" autocomplete="{autocomplete}"{described}{extra}>{below}</div>'
    )
