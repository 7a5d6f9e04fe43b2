"""What participants said about the guard, for data-protection officers to decide on."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from ui import furniture
from ui.access import allowed, client
from ui.client import ServiceError
from ui.dates import moment_in_words
from ui.marking import mark_placeholders
from ui.schemas import GuardMark, MarkCount, Session
from ui.texts import texts


def show(session: Session) -> None:
    """Open marks with their decision, counts, what was decided, and the examples to take away."""
    if not allowed(session, "dpo", "admin"):
        return
    words = texts().marks
    furniture.title(words.page_title, words.page_lead)
    found = client().marks()
    if not found.marks and not found.examples:
        furniture.empty(words.empty_title, words.empty)
        return
    undecided = [mark for mark in found.marks if mark.status == "open"]
    decided = [mark for mark in found.marks if mark.status != "open"]
    furniture.section(words.open_title.format(count=len(undecided)))
    if undecided:
        furniture.paragraph(words.build_help, small=True)
    else:
        furniture.paragraph(words.none_open)
    for mark in undecided:
        _open_mark(mark, may_decide=session.account.role == "dpo")
    if found.counts:
        st.html(counts_table(found.counts))
    if decided:
        furniture.section(words.decided_title.format(count=len(decided)))
        st.html(decided_table(decided))
    _examples(found.examples)


def place(mark: GuardMark) -> str:
    """The redacted surroundings with the build of the place in a frame, as HTML."""
    words = texts().marks
    return (
        f"{mark_placeholders(mark.before)}"
        f'<mark class="befund"><span class="befund-text">{escape(mark.build)}</span>'
        f'<span class="befund-art"> {escape(words.gap)}: {escape(mark.label)}</span></mark>'
        f"{mark_placeholders(mark.after)}"
    )


def counts_table(counts: Sequence[MarkCount]) -> str:
    """How often which kind was marked, as an HTML table."""
    words = texts().marks
    rows = [(escape(count.label), str(count.missed), str(count.wrong)) for count in counts]
    columns = (words.column_kind, words.column_missed, words.column_wrong)
    return furniture.table(columns, rows, label=words.counts_title, numeric=(1, 2), show_label=True, narrow=True)


def decided_table(marks: Sequence[GuardMark]) -> str:
    """Decided marks as an HTML table."""
    words = texts().marks
    rows = [
        (
            escape(words.verdicts[mark.verdict]),
            place(mark),
            escape(words.statuses[mark.status]),
            escape(mark.reason),
        )
        for mark in marks
    ]
    columns = (words.column_verdict, words.column_place, words.column_status, words.column_reason)
    return furniture.table(columns, rows, label=words.page_title)


def _open_mark(mark: GuardMark, *, may_decide: bool) -> None:
    words = texts().marks
    notes = [words.exercise_of.format(at=moment_in_words(mark.created_at))]
    if mark.recognizer:
        notes.append(words.found_by.format(recognizer=mark.recognizer))
    with st.container(border=True):
        st.html(
            f'<h3>{escape(mark.label)}: {escape(words.verdicts[mark.verdict])}</h3><p class="fliess">{place(mark)}</p>'
            f'<p class="klein">{escape(" ".join(notes))}</p>'
        )
        if not may_decide:
            furniture.paragraph(words.only_dpo, small=True)
            return
        reason = st.text_input(words.reason, key=f"grund-{mark.id}", max_chars=500)
        with st.container(horizontal=True):
            accepted = st.button(words.accept, key=f"uebernehmen-{mark.id}", type="primary")
            rejected = st.button(words.reject, key=f"verwerfen-{mark.id}")
        if not (accepted or rejected):
            return
        if len((reason or "").strip()) < 3:
            furniture.warning(words.reason_missing)
            return
        try:
            client().decide_mark(mark.id, accepted=accepted, reason=(reason or "").strip())
        except ServiceError as error:
            furniture.problem(error)
            return
    st.rerun()


def _examples(count: int) -> None:
    words = texts().marks
    furniture.section(words.examples_title)
    if not count:
        furniture.paragraph(words.examples_none)
        return
    furniture.paragraph(words.example_one if count == 1 else words.examples.format(count=count))
    st.download_button(words.download, client().mark_examples(), file_name=words.file_name, mime="application/jsonl")
