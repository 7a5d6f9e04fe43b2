"""The prompt log of a workshop, for its trainers and for data-protection officers. It is fetched only when someone
opens it: every opening is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

import streamlit as st

from ui import furniture
from ui.access import allowed, client
from ui.dates import moment_in_words
from ui.journal_words import blind_result
from ui.marking import mark_placeholders
from ui.navigation import page
from ui.schemas import Attempt, Exercise, LoggedSearch, Participant, PromptLog, Session, Workshop
from ui.texts import texts
from ui.texts.language import language
from ui.views.attempts import show_attempt

_OPENED = "promptprotokoll"


def show(session: Session) -> None:
    """Choose, open, read."""
    if not allowed(session, "trainer", "dpo"):
        return
    words, audits = texts().trainer, session.account.role == "dpo"
    furniture.title(words.log_title, words.log_lead_audit if audits else words.log_lead)
    service = client()
    workshops = service.workshops()
    exercises = {exercise.id: exercise.title for exercise in service.exercises()}
    if not workshops:
        furniture.empty(words.log_no_workshop_title, words.log_no_workshop_audit if audits else words.log_no_workshop)
        if not audits:
            st.page_link(page("workshops"), label=words.log_to_workshops)
        return
    workshop = _choose(workshops)
    log = _opened(workshop)
    if log is None:
        furniture.notice(words.log_recorded, words.log_closed)
    people = {str(person.id): person.pseudonym for person in log[0].participants} if log else {}
    with st.form("protokoll-oeffnen", border=False):
        left, right = st.columns(2)
        exercise_id = left.selectbox(
            words.log_exercise,
            ["", *exercises],
            format_func=lambda value: exercises.get(value, words.log_all_exercises),
        )
        participant = right.selectbox(
            words.log_participant,
            ["", *people],
            format_func=lambda value: people.get(value, words.log_all_participants),
        )
        if st.form_submit_button(words.log_open, type="primary"):
            _open(workshop, exercise_id, participant)
            st.rerun()
    if log is not None:
        _read(*log)


def _choose(workshops: Sequence[Workshop]) -> Workshop:
    wanted = st.query_params.get("workshop")
    ids = [str(workshop.id) for workshop in workshops]
    chosen = st.selectbox(
        texts().trainer.log_workshop,
        range(len(workshops)),
        index=ids.index(wanted) if wanted in ids else 0,
        format_func=lambda index: workshops[index].title,
    )
    return workshops[chosen or 0]


def _opened(workshop: Workshop) -> tuple[PromptLog, datetime] | None:
    kept: tuple[PromptLog, datetime] | None = st.session_state.get(_kept())
    return kept if kept is not None and kept[0].workshop.id == workshop.id else None


def _kept() -> str:
    """Name under which the session keeps a log that was opened: it speaks one language."""
    return f"{_OPENED}-{language()}"


def _open(workshop: Workshop, exercise_id: str | None, participant: str | None) -> None:
    service = client()
    log = service.prompt_log(workshop.id, exercise_id=exercise_id or None, participant=participant or None)
    st.session_state[_kept()] = (log, datetime.now(UTC))


def _read(log: PromptLog, at: datetime) -> None:
    words = texts().trainer
    furniture.paragraph(f"{words.log_at.format(at=moment_in_words(at))}. {words.log_recorded}", small=True)
    if log.participants:
        st.html(participants_table(log.participants))
    if log.searches:
        st.html(search_table(log.searches))
    total = sum(person.attempts for person in log.participants)
    if not log.attempts:
        if total:
            furniture.paragraph(words.log_filtered_empty)
        else:
            code = log.workshop.join_code
            furniture.empty(words.log_empty_title, words.log_empty.format(code=code) if code else words.log_empty_audit)
        return
    furniture.section(words.log_attempts, words.log_count.format(shown=len(log.attempts), total=total))
    exercises = _exercises(log.attempts)
    for attempt in log.attempts:
        with st.expander(_label(attempt)):
            show_attempt(attempt, exercises.get(attempt.exercise_id))
            if not attempt.has_reflection:
                furniture.paragraph(words.no_reflection)
    if log.notes or log.blind:
        furniture.section(words.log_comparisons, words.log_comparisons_lead)
        st.html(comparison_list(log))


def participants_table(participants: Sequence[Participant]) -> str:
    """How far everyone is, as HTML."""
    words = texts().trainer
    rows = [
        (
            escape(person.pseudonym),
            str(person.attempts),
            str(int(person.reflected)),
            str(person.searches),
            escape(moment_in_words(person.last_at)) if person.last_at else "",
        )
        for person in participants
    ]
    columns = (
        words.column_pseudonym,
        words.column_attempts,
        words.column_reflected,
        words.column_searches,
        words.column_last,
    )
    return furniture.table(columns, rows, label=words.log_participants, numeric=(1, 2, 3), show_label=True, narrow=True)


def comparison_list(log: PromptLog) -> str:
    """What participants said of two of their attempts, as HTML."""
    notes = [
        _pair(note.participant, note.exercise_title, note.earlier.number, note.later.number, "", note.text)
        for note in log.notes
    ]
    blind = [
        _pair(
            item.participant, item.exercise_title, item.left.number, item.right.number, blind_result(item), item.reason
        )
        for item in log.blind
    ]
    return "".join(notes + blind)


def _pair(person: Participant, title: str, one: int, two: int, result: str, text: str) -> str:
    words = texts().trainer
    first, last = sorted((one, two))
    head = words.log_pair.format(pseudonym=person.pseudonym, title=title, one=first, two=last)
    told = f"<p>{escape(result)}</p>" if result else ""
    own = f'<p class="fliess">{mark_placeholders(text)}</p>'
    return f'<article class="eintrag"><h3>{escape(head)}</h3>{told}{own}</article>'


def search_table(searches: Sequence[LoggedSearch]) -> str:
    """What participants found in texts with planted places, as HTML."""
    words = texts().search
    rows = [
        (
            escape(search.participant.pseudonym),
            escape(search.exercise_title),
            str(search.number),
            escape(words.log_base.format(found=search.found, planted=search.planted)),
            str(len(search.marks)),
            "<br>".join(mark_placeholders(mark.note) for mark in search.marks if mark.note),
        )
        for search in searches
    ]
    columns = (
        words.log_who,
        words.log_exercise,
        words.log_number,
        words.log_found,
        words.log_marks,
        words.log_notes,
    )
    return furniture.table(columns, rows, label=words.log_title, numeric=(2, 4), show_label=True)


def _label(attempt: Attempt) -> str:
    words = texts().trainer
    pseudonym = attempt.participant.pseudonym if attempt.participant is not None else ""
    label = words.log_entry.format(pseudonym=pseudonym, title=attempt.exercise_title, number=attempt.number)
    count = len(attempt.findings)
    found = words.mean_findings_one if count == 1 else words.mean_findings.format(count=count)
    parts = [found, texts().attempts.reflected if attempt.has_reflection else texts().attempts.not_reflected]
    if attempt.status != "complete":
        parts.insert(0, texts().common.statuses[attempt.status])
    return f"{_plain(label)} ({', '.join(parts)})"


def _plain(text: str) -> str:
    """Text for a label that Streamlit reads as Markdown."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-.!|~<>:$" else letter for letter in text)


def _exercises(attempts: Sequence[Attempt]) -> dict[str, Exercise]:
    service = client()
    return {name: service.exercise(name) for name in {attempt.exercise_id for attempt in attempts}}
