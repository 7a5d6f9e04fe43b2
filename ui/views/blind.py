"""Two answers without saying which is which: choose, give reasons, then see."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui import drafts, furniture
from ui.access import allowed, client
from ui.client import ServiceError
from ui.journal_words import differences_in_words, preferences_in_words
from ui.marking import mark_placeholders
from ui.navigation import go, page, settle
from ui.schemas import BlindPair, Comparisons, Revealed, RevealedSide, Session
from ui.texts import texts
from ui.views.exercise.answer import answer_block
from ui.views.exercise.fields import text_field
from ui.views.pairs import PAIR, choose_pair, exercises_with_pairs, show_prompt_change, show_setting_change


def show(session: Session) -> None:
    """Choose a pair, or with `?id=` compare or look at one."""
    if not allowed(session, "participant"):
        return
    words = texts().compare
    service = client()
    comparison_id = st.query_params.get("id")
    if not comparison_id:
        settle("blindvergleich", **{name: st.query_params[name] for name in PAIR if name in st.query_params})
        furniture.title(words.blind_title, words.blind_lead)
        _begin(service.comparisons())
        return
    settle("blindvergleich", id=comparison_id)
    try:
        found = service.blind(comparison_id)
    except ServiceError as error:
        if error.status not in (403, 404, 422):
            raise
        furniture.title(words.blind_title)
        furniture.empty(words.blind_missing_title, words.blind_missing)
        st.page_link(page("blindvergleich"), label=words.blind_another)
        return
    if isinstance(found, Revealed):
        _revealed(found, service.comparisons())
    else:
        furniture.title(words.blind_title, words.blind_lead, place=found.exercise_title)
        _choose(found)


def _begin(known: Comparisons) -> None:
    words = texts().compare
    if known.open:
        furniture.section(words.blind_open_title)
        for waiting in known.open:
            st.page_link(
                page("blindvergleich"),
                label=words.blind_open.format(title=waiting.exercise_title),
                query_params={"id": waiting.id},
            )
    service = client()
    complete = [attempt for attempt in service.attempts() if attempt.status == "complete"]
    groups = exercises_with_pairs(complete)
    if not groups:
        furniture.empty(words.empty_title, words.empty)
        st.page_link(page("uebungen"), label=words.to_exercises)
        return
    pair = choose_pair(groups, "blind")
    furniture.paragraph(words.only_complete, small=True)
    if pair is not None and st.button(words.blind_begin, key="blind-beginnen", type="primary"):
        try:
            begun = service.begin_blind([attempt.id for attempt in pair])
        except ServiceError as error:
            if error.status == 401:
                raise
            furniture.problem(error)
            return
        go("blindvergleich", id=begun.id)
    summary = preferences_in_words(known.preferences)
    if summary:
        furniture.section(words.preferences_title, summary)


def _choose(pair: BlindPair) -> None:
    words = texts().compare
    for column, head, answer in zip(
        st.columns(2, gap="medium"), (words.answer_a, words.answer_b), (pair.left, pair.right), strict=True
    ):
        column.html(unsigned_answer(answer, head))
    with st.container(key="schmal-wahl"):
        choice = st.radio(
            words.choice_question,
            list(words.choices),
            index=None,
            horizontal=True,
            format_func=lambda name: words.choices[name],
            key=f"wahl-{pair.id}",
        )
        key = f"begruendung-{pair.id}"
        reason = text_field(words.reason, words.reason_help, key=key, height=120)
        furniture.paragraph(words.reveal_final, small=True)
        if not st.button(words.reveal, key="aufdecken", type="primary"):
            return
        if choice is None:
            furniture.warning(words.choice_missing)
            return
        if not reason.strip():
            furniture.warning(words.reason_missing)
            return
        try:
            client().choose_blind(pair.id, choice, reason)
        except ServiceError as error:
            if error.status == 401:
                raise
            furniture.problem(error)
            return
    drafts.mark_saved(key, reason)
    st.rerun()


def unsigned_answer(text: str, head: str) -> str:
    """A text of the model as HTML, without the name of the model."""
    return (
        f'<article class="antwort"><header><strong>{escape(head)}</strong>'
        f'<span class="fehlbar">{escape(texts().common.model_may_err)}</span></header>'
        f'<p class="fliess">{mark_placeholders(text)}</p></article>'
    )


def _revealed(revealed: Revealed, known: Comparisons) -> None:
    words = texts().compare
    furniture.title(words.revealed_title, place=revealed.exercise_title)
    chosen = revealed.chosen
    sentence = (
        words.revealed_none
        if chosen is None
        else words.revealed_chosen.format(choice=words.choices[revealed.choice], number=chosen.number)
    )
    different = differences_in_words(revealed.differences)
    difference = words.revealed_differences.format(differences=different) if different else words.revealed_chance
    furniture.notice(difference, sentence)
    st.html(
        f"<h2>{escape(words.revealed_reason)}</h2>"
        f'<div class="eigen"><p class="fliess">{mark_placeholders(revealed.reason)}</p></div>'
    )
    earlier, later = sorted((revealed.left, revealed.right), key=lambda side: side.number)
    show_prompt_change(earlier.prompt, later.prompt, (earlier.number, later.number), words.prompt_title)
    heads = (words.side.format(number=earlier.number), words.side.format(number=later.number))
    show_setting_change(_drawn(earlier), _drawn(later), heads, same_prompt=earlier.prompt == later.prompt)
    furniture.section(words.answers_title)
    for column, name, side in zip(
        st.columns(2, gap="medium"), (words.answer_a, words.answer_b), (revealed.left, revealed.right), strict=True
    ):
        head = words.revealed_side.format(answer=name, number=side.number)
        column.html(f"<h3>{escape(head)}</h3>{answer_block(side.answer, side.model)}")
    summary = preferences_in_words(known.preferences)
    if summary:
        furniture.section(words.preferences_title, summary)
    with st.container(horizontal=True):
        st.page_link(page("blindvergleich"), label=words.blind_another)
        st.page_link(
            page("vergleich"),
            label=words.to_compare,
            query_params={"uebung": revealed.exercise_id, "a": earlier.id, "b": later.id},
        )


def _drawn(side: RevealedSide) -> dict[str, object]:
    return {**side.settings, "model": side.model}
