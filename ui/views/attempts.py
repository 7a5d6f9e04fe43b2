"""The participant's own attempts: list, one in full, and who looked at them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from ui import furniture
from ui.access import allowed, client
from ui.client import ServiceError
from ui.dates import moment_in_words
from ui.marking import mark_placeholders
from ui.navigation import page, settle
from ui.schemas import Access, Attempt, AttemptSummary, Exercise, Session, StoredFinding
from ui.texts import texts
from ui.views.attempt_use import show_contribution, show_star
from ui.views.exercise import again
from ui.views.exercise.answer import answer_block, model_name
from ui.views.exercise.check import show_checks
from ui.views.exercise.guard_found import guard_summary
from ui.views.exercise.revise import show_revision
from ui.views.exercise.settings import stored_settings
from ui.work import work_on


def show(session: Session) -> None:
    """The list, or with `?id=` one attempt."""
    if not allowed(session, "participant"):
        return
    attempt_id = st.query_params.get("id")
    if attempt_id:
        settle("versuche", id=attempt_id)
        _one(attempt_id)
        return
    settle("versuche")
    words = texts().attempts
    furniture.title(words.title, words.lead)
    service = client()
    attempts = service.attempts()
    looks = service.access_to_me()
    if not attempts:
        furniture.empty(words.empty_title, words.empty)
        st.page_link(page("uebungen"), label=words.first_step)
    starred = service.stars() if attempts else set()
    for title, group in by_exercise(attempts).items():
        furniture.section(title)
        for attempt in group:
            _line(attempt, starred=str(attempt.id) in starred)
        _ways_to_compare(group)
    st.html(_looks(looks))


def by_exercise(attempts: Sequence[AttemptSummary]) -> dict[str, list[AttemptSummary]]:
    """Attempts by the title of their exercise; the exercise worked on last comes first."""
    groups: dict[str, list[AttemptSummary]] = {}
    for attempt in attempts:
        groups.setdefault(attempt.exercise_title or attempt.exercise_id, []).append(attempt)
    return groups


def _ways_to_compare(group: Sequence[AttemptSummary]) -> None:
    words = texts().attempts
    if len([attempt for attempt in group if attempt.status != "running"]) < 2:
        return
    query = {"uebung": group[0].exercise_id}
    with st.container(horizontal=True, key=f"vergleichen-{group[0].exercise_id}"):
        st.page_link(page("vergleich"), label=words.compare, query_params=query)
        st.page_link(page("blindvergleich"), label=words.compare_blind, query_params=query)


def _line(attempt: AttemptSummary, *, starred: bool) -> None:
    words = texts().attempts
    parts = [moment_in_words(attempt.created_at), texts().common.statuses[attempt.status]]
    if attempt.reflected is not None:
        parts.append(words.reflected if attempt.reflected else words.not_reflected)
    if starred:
        parts.append(f"★ {texts().take_home.starred}")
    with st.container(horizontal=True, vertical_alignment="center", key=f"karte-{attempt.id}"):
        st.html(
            f"<p><strong>{escape(words.number.format(number=attempt.number))}</strong></p>"
            f'<p class="klein">{escape(", ".join(parts))}</p>'
        )
        st.page_link(
            page("versuche"),
            label=words.open_label.format(number=attempt.number),
            query_params={"id": str(attempt.id)},
        )


def _one(attempt_id: str) -> None:
    words = texts().attempts
    exercise: Exercise | None = None
    service = client()
    try:
        attempt = service.attempt(attempt_id)
    except ServiceError as error:
        if error.status not in (403, 404, 422):
            raise
        furniture.empty(words.missing_title, words.missing)
        st.page_link(page("versuche"), label=words.back)
        return
    try:
        exercise = service.exercise(attempt.exercise_id)
    except ServiceError:
        exercise = None
    status = texts().common.statuses[attempt.status]
    furniture.title(
        words.number.format(number=attempt.number),
        place=f"{attempt.exercise_title}, {moment_in_words(attempt.created_at)}, {status}",
    )
    st.page_link(page("versuche"), label=words.back)
    main, margin = furniture.two_columns()
    with main:
        show_attempt(attempt, exercise)
        if exercise is not None and not attempt.has_reflection:
            furniture.paragraph(words.reflection_none)
            if st.button(words.reflect_now, key="reflexion-schreiben", type="primary"):
                work = work_on(attempt.exercise_id)
                work.attempt, work.step, work.saved_note = attempt, "reflect", False
                st.switch_page(page("uebung"), query_params={"id": attempt.exercise_id})
        if exercise is not None:
            _again(exercise, attempt)
        show_contribution(service, attempt)
    with margin:
        show_star(service, attempt)
        seen = [
            words.view.format(
                who=view.who,
                role=texts().common.roles.get(view.role, view.role),
                at=moment_in_words(view.at),
            )
            for view in attempt.views
        ]
        furniture.margin_notes([(words.views, "; ".join(seen) if seen else words.views_none)])


def _again(exercise: Exercise, attempt: Attempt) -> None:
    """The way back into the exercise, with the same prompt and the same settings."""
    words = texts().answer_settings
    wishes = again.exactly(exercise, attempt)
    if attempt.status != "complete" or wishes is None:
        return
    with st.container(key="noch-einmal"):
        if st.button(words.again_exactly, key="genau-so"):
            work = work_on(attempt.exercise_id)
            again.resend(exercise, work, attempt, wishes)
            work.step = "answer"
            st.switch_page(page("uebung"), query_params={"id": attempt.exercise_id})
        furniture.paragraph(words.again_seed.format(seed=wishes["seed"]), small=True)


def show_attempt(attempt: Attempt, exercise: Exercise | None) -> None:
    """Everything that is stored of an attempt, but who looked at it."""
    words = texts().attempts
    if attempt.material:
        st.html(_own(words.material, attempt.material))
    if attempt.expectation:
        st.html(_own(words.expectation, attempt.expectation))
    st.html(_own(words.prompt, attempt.prompt))
    st.html(answer_block(attempt.answer, model_name(attempt), partial=attempt.status != "complete"))
    if attempt.checks:
        furniture.section(words.checks)
        show_checks(attempt.checks)
    for revision in attempt.revisions:
        label = texts().revise.in_attempt.format(number=revision.number, at=moment_in_words(revision.at))
        with st.expander(label):
            show_revision(attempt, revision)
    furniture.section(texts().exercise.guard_title)
    st.html(guard_summary(attempt))
    if attempt.findings:
        with st.expander(words.findings):
            st.html(finding_list(attempt.findings))
    if attempt.has_reflection:
        st.html(f"<h2>{escape(words.reflection)}</h2>{reflection_list(attempt, exercise)}")
    with st.expander(words.versions):
        st.html(furniture.facts([*stored_settings(attempt.settings), *versions(attempt)]))


def finding_list(findings: Sequence[StoredFinding]) -> str:
    """What the guard replaced, as HTML: kinds and lengths, there is nothing else to show."""
    words = texts().attempts
    sources = dict(words.sources)
    items = "".join(
        "<li>"
        + escape(
            words.finding.format(
                label=finding.label or finding.entity,
                length=finding.text_length,
                source=sources.get(finding.source, finding.source),
            )
        )
        + "</li>"
        for finding in findings
    )
    return f'<ul class="klein">{items}</ul>'


def reflection_list(attempt: Attempt, exercise: Exercise | None) -> str:
    """Questions with their answers, as HTML."""
    questions = {question.id: question.question for question in exercise.reflection} if exercise else {}
    items = "".join(
        f'<dt>{escape(questions.get(name, name))}</dt><dd class="fliess">{mark_placeholders(text)}</dd>'
        for name, text in attempt.reflection.items()
        if text.strip()
    )
    return f'<dl class="versprechen">{items}</dl>'


def versions(attempt: Attempt) -> list[tuple[str, str]]:
    """What the attempt was made with, as pairs of name and version."""
    return [
        (label, str(attempt.versions[name]))
        for name, label in texts().attempts.version_names
        if attempt.versions.get(name)
    ]


def _own(title: str, text: str) -> str:
    return f'<h2>{escape(title)}</h2><div class="eigen"><p class="fliess">{mark_placeholders(text)}</p></div>'


def _looks(looks: Sequence[Access]) -> str:
    words = texts().attempts
    heading = f"<h2>{escape(words.access_title)}</h2>"
    if not looks:
        return f"{heading}<p>{escape(words.access_none)}</p>"
    rows = [
        (
            escape(moment_in_words(look.at)),
            escape(f"{look.who} ({texts().common.roles.get(look.role, look.role)})"),
            escape(look.exercise_title or words.access_all),
        )
        for look in looks
    ]
    columns = (words.access_at, words.access_who, words.access_what)
    return f"{heading}<p>{escape(words.access_lead)}</p>" + furniture.table(columns, rows, label=words.access_title)
