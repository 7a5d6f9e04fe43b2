"""Two attempts at one exercise beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from ui import drafts, furniture
from ui.access import allowed, client
from ui.check_diff import ComparedCheck, compared_checks, status_in_words
from ui.client import ServiceError
from ui.marking import mark_placeholders, placeholders_in
from ui.navigation import page
from ui.schemas import Attempt, CheckResult, Comparisons, Session
from ui.texts import texts
from ui.views.exercise.answer import answer_block, model_name
from ui.views.exercise.fields import text_field
from ui.views.pairs import choose_pair, exercises_with_pairs, show_prompt_change, show_setting_change


def show(session: Session) -> None:
    """Choose two, then see what changed and what that did."""
    if not allowed(session, "participant"):
        return
    words = texts().compare
    furniture.title(words.title, words.lead)
    service = client()
    groups = exercises_with_pairs(service.attempts())
    if not groups:
        furniture.empty(words.empty_title, words.empty)
        st.page_link(page("uebungen"), label=words.to_exercises)
        return
    pair = choose_pair(groups, "vergleich")
    if pair is None:
        return
    earlier, later = (service.attempt(chosen.id) for chosen in pair)
    known = service.comparisons()
    if _can_be_blind(earlier, later, known):
        with st.container(key="blindhinweis"):
            st.page_link(page("blindvergleich"), label=words.to_blind, query_params=_query(earlier, later))
            furniture.paragraph(words.to_blind_hint, small=True)
    _compared(earlier, later)
    with st.container(key="schmal-notiz"):
        _question(earlier, later, known)


def _compared(earlier: Attempt, later: Attempt) -> None:
    words = texts().compare
    numbers = (earlier.number, later.number)
    heads = (words.side.format(number=earlier.number), words.side.format(number=later.number))
    show_prompt_change(earlier.prompt, later.prompt, numbers, words.prompt_title)
    if (earlier.material or "") != (later.material or ""):
        show_prompt_change(earlier.material or "", later.material or "", numbers, words.material_title)
    show_setting_change(_drawn(earlier), _drawn(later), heads, same_prompt=earlier.prompt == later.prompt)
    furniture.section(words.answers_title)
    for column, attempt, head in zip(st.columns(2, gap="medium"), (earlier, later), heads, strict=True):
        answer = (
            answer_block(attempt.answer, model_name(attempt), partial=attempt.status != "complete")
            if attempt.answer.strip()
            else f"<p>{escape(words.no_answer)}</p>"
        )
        column.html(f"<h3>{escape(head)}</h3>{answer}")
    _checks(compared_checks(earlier.checks, later.checks), heads)


def _checks(compared: Sequence[ComparedCheck], heads: tuple[str, str]) -> None:
    words = texts().compare
    if not compared:
        furniture.section(words.checks_title, words.checks_none)
        return
    changed = [check for check in compared if check.changed]
    rest = compared[len(changed) :]
    furniture.section(words.checks_title, _how_many(len(changed), len(compared)))
    if changed:
        st.html(check_table(changed, heads))
    if rest:
        with st.expander(words.checks_rest.format(count=len(rest))):
            st.html(check_table(rest, heads))


def check_table(checks: Sequence[ComparedCheck], heads: tuple[str, str]) -> str:
    """Checks of both attempts with what changed, as HTML."""
    words = texts().compare
    rows = [
        (
            f"<strong>{escape(check.title)}</strong>",
            escape(check.verdict),
            _evidence(check.earlier),
            _evidence(check.later),
        )
        for check in checks
    ]
    columns = (words.checks_point, words.checks_verdict, *heads)
    return furniture.table(columns, rows, label=words.checks_title)


def _evidence(check: CheckResult | None) -> str:
    state = escape(status_in_words(check))
    if check is None:
        return state
    items = "".join(f"<li>{mark_placeholders(str(item))}</li>" for item in check.items)
    items = f"<ul>{items}</ul>" if items else ""
    return f'<span class="zustand {check.status}">{state}</span><br>{mark_placeholders(check.message)}{items}'


def _how_many(changed: int, total: int) -> str:
    words = texts().compare
    if not changed:
        return words.checks_changed_none
    sentence = words.checks_changed_one if changed == 1 else words.checks_changed
    return sentence.format(count=changed, total=total)


def _question(earlier: Attempt, later: Attempt, known: Comparisons) -> None:
    words = texts().compare
    pair = (str(earlier.id), str(later.id))
    stored = next((note.text for note in known.notes if (note.earlier.id, note.later.id) == pair), "")
    key = f"notiz-{earlier.id}-{later.id}"
    note = text_field(words.question, words.question_help, key=key, height=120, value=stored)
    if st.button(words.save, key="notiz-speichern", type="primary"):
        try:
            kept = client().note_comparison(pair, note)
        except ServiceError as error:
            if error.status == 401:
                raise
            furniture.problem(error)
            return
        drafts.mark_saved(key, note)
        furniture.notice(words.saved)
        if placeholders_in(kept.text) and kept.text.strip() != note.strip():
            furniture.paragraph(words.saved_redacted)
            st.html(f'<div class="eigen"><p class="fliess">{mark_placeholders(kept.text)}</p></div>')


def _can_be_blind(earlier: Attempt, later: Attempt, known: Comparisons) -> bool:
    both = {str(earlier.id), str(later.id)}
    decided = any({blind.left.id, blind.right.id} == both for blind in known.blind)
    whole = earlier.status == later.status == "complete"
    return whole and not decided and earlier.answer.strip() != later.answer.strip()


def _drawn(attempt: Attempt) -> dict[str, Any]:
    return {**attempt.settings, "model": model_name(attempt)}


def _query(earlier: Attempt, later: Attempt) -> dict[str, str]:
    return {"uebung": earlier.exercise_id, "a": str(earlier.id), "b": str(later.id)}
