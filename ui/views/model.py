"""The card of the model that answers, for everybody who is signed in."""

from __future__ import annotations

import streamlit as st
from babel import Locale

from ui import furniture
from ui.access import client
from ui.navigation import page
from ui.numbers import number
from ui.schemas import ModelCard, Session
from ui.texts import texts
from ui.texts.language import language


def show(session: Session) -> None:
    """Facts first, then what it is for, its training and its measurements; the full card below."""
    words = texts().model
    service = client()
    others = service.service().models
    wanted = st.query_params.get("name", "")
    card = service.model_card(wanted if wanted in {model.name for model in others} else "")
    furniture.title(words.title.format(title=card.title), words.lead)
    main, margin = furniture.two_columns()
    with main:
        furniture.section(words.facts_title)
        st.html(furniture.facts(facts(card)))
        if card.note:
            furniture.section(words.note_title, card.note)
        furniture.section(words.training_title, card.training or words.training_unknown)
        furniture.section(words.measured_title, words.measured if card.card else words.not_measured)
        if card.unverified:
            furniture.section(words.unverified_title, card.unverified)
        furniture.section(words.energy_title, words.energy if card.place == "local" else words.energy_elsewhere)
        if card.card:
            with st.expander(words.card_title):
                st.markdown(card.card)
    with margin:
        if card.origin == "shipped":
            furniture.margin_notes([(card.title, words.larger)])
        for model in others:
            if model.name != card.name:
                label = words.other.format(title=model.title)
                st.page_link(page("modell"), label=label, query_params={"name": model.name})


def facts(card: ModelCard) -> list[tuple[str, str]]:
    """Name and value of what is known; what is not known is left out."""
    words = texts().model
    found = [(words.place, words.local if card.place == "local" else words.house_server)]
    if card.origin is not None:
        origin = words.origins[card.origin]
        if card.repository:
            revision = (card.revision or "–")[:12]
            origin = words.repository.format(origin=origin, repository=card.repository, revision=revision)
        found.append((words.origin, origin))
    if card.licence:
        found.append((words.licence, card.licence))
    if card.languages:
        names = Locale.parse(language()).languages
        found.append((words.languages, ", ".join(names.get(code, code) for code in card.languages)))
    if card.parameters:
        large = card.parameters >= 1_000_000_000
        count = number(card.parameters / (1e9 if large else 1e6), 1)
        found.append((words.parameters, (words.billions if large else words.millions).format(count=count)))
    if card.context_length:
        found.append((words.context, words.tokens.format(count=number(card.context_length))))
    if card.size_bytes and card.sha256:
        size = number(card.size_bytes / 1e6, 1)
        found.append((words.file, words.checked.format(size=size, digest=card.sha256[:12])))
    return found
