"""The answer reworked by hand, compared with what the model wrote, checked again, and taken along."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from ui import drafts, furniture
from ui.access import client
from ui.restoring import book, values_of
from ui.schemas import Attempt, CheckResult, Exercise, Revision
from ui.texts import texts
from ui.views.exercise.check import check_list
from ui.views.exercise.fields import text_field
from ui.views.exercise.steps import back, forward
from ui.views.exercise.take import show_take
from ui.word_diff import changes, diff_html, word_diff
from ui.work import Work


def show(exercise: Exercise, work: Work) -> None:
    """Field first, then what changed, then the finished draft."""
    words = texts().revise
    attempt = work.attempt
    if attempt is None or not attempt.answer:
        furniture.empty(words.none_title, words.none)
        forward(work, "answer" if work.run is not None or attempt is not None else "prompt")
        return
    furniture.paragraph(words.lead)
    text = text_field(
        words.field, "", key=revision_key(attempt), height=420, value=attempt.draft, limit=exercise.revision_limit
    )
    if st.button(words.save, key="fassung-speichern", type="primary"):
        _save(exercise, work, attempt, text)
    attempt = work.attempt or attempt
    if attempt.revisions:
        _compared(attempt, attempt.revisions[-1], text)
    with st.expander(texts().exercise.take_title):
        show_take(attempt, work.known_values())
    with st.container(horizontal=True):
        forward(work, "reflect")
        back(work, "check")


def revision_key(attempt: Attempt) -> str:
    """Name under which the session keeps the reworked answer."""
    return f"fassung-{attempt.id}"


def show_revision(attempt: Attempt, revision: Revision) -> None:
    """What was changed, and what that did to the checks."""
    words = texts().revise
    stretches = word_diff(attempt.answer, revision.text)
    deleted, inserted = changes(stretches)
    furniture.section(words.diff_title)
    if not deleted and not inserted:
        furniture.paragraph(words.diff_none)
    else:
        furniture.paragraph(words.diff_count.format(deleted=deleted, inserted=inserted), small=True)
        st.html(f'<div class="fall"><p class="fliess">{diff_html(stretches)}</p></div>')
    if revision.checks and attempt.checks:
        furniture.section(words.checks_title, before_and_after(attempt.checks, revision.checks))
        st.html(check_table(attempt.checks, revision.checks))
    open_points = [check for check in revision.checks if check.status != "ok"]
    if open_points:
        with st.expander(words.open_after.format(count=len(open_points), total=len(revision.checks))):
            st.html(check_list(open_points))


def before_and_after(before: Sequence[CheckResult], after: Sequence[CheckResult]) -> str:
    """How many points wanted attention and how many still do."""
    counts = [sum(check.status != "ok" for check in checks) for checks in (before, after)]
    return texts().revise.better.format(before=counts[0], after=counts[1], total=len(after))


def check_table(before: Sequence[CheckResult], after: Sequence[CheckResult]) -> str:
    """Every check with its state before and after, as HTML."""
    words, own = texts().exercise, texts().revise
    states = {"ok": words.status_ok, "hint": words.status_hint, "missing": words.status_missing}
    earlier = {check.id: check for check in before}
    rows = []
    for check in after:
        known = earlier.get(check.id)
        was = escape(states[known.status]) if known is not None else ""
        now = escape(states[check.status])
        changed = known is not None and known.status != check.status
        rows.append((escape(check.title), was, f"<strong>{now}</strong>" if changed else now))
    columns = (own.column_check, own.column_before, own.column_after)
    return furniture.table(columns, rows, label=own.checks_title, narrow=True)


def _compared(attempt: Attempt, revision: Revision, text: str) -> None:
    words = texts().revise
    if drafts.is_saved(revision_key(attempt), text):
        furniture.notice(words.saved.format(number=revision.number))
        if text.strip() != revision.text.strip():
            furniture.paragraph(words.saved_redacted)
    elif text.strip() != revision.text.strip():
        furniture.notice(words.unsaved)
    show_revision(attempt, revision)


def _save(exercise: Exercise, work: Work, attempt: Attempt, text: str) -> None:
    words = texts().revise
    if not text.strip():
        furniture.warning(words.empty)
        return
    if len(text) > exercise.revision_limit:
        return
    if text.strip() == attempt.answer.strip() and not attempt.revisions:
        furniture.warning(words.unchanged)
        return
    with st.spinner(words.saving):
        kept = client().revise(attempt.id, text)
    work.remember_values(book(values_of(text, kept.findings)))
    work.attempt = kept.attempt
    drafts.mark_saved(revision_key(attempt), text)
