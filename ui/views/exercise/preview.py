"""What the guard found, before anything is sent."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui import furniture
from ui.access import client
from ui.attempt_run import AttemptRun
from ui.drafts import draft
from ui.marking import mark_original, mark_placeholders, ordered
from ui.schemas import Exercise, Preview
from ui.texts import texts
from ui.texts.language import language
from ui.views.exercise import marks, settings, to_check
from ui.views.exercise.expectation import expectation_key
from ui.views.exercise.prompt import ask_the_guard, fields_of
from ui.views.exercise.steps import back, forward, move_now
from ui.work import Field, Work


def show(exercise: Exercise, work: Work) -> None:
    """Original and redacted side by side, the findings below, then the way to the model."""
    words = texts().exercise
    fields = fields_of(exercise)
    written = bool(work.draft("prompt").strip()) and ("material" not in fields or bool(work.draft("material").strip()))
    in_another = any(known.language != language() for known in work.previews.values())
    if written and (in_another or not work.previews):  # or the page was opened anew at this step
        ask_the_guard(exercise, work)
    if not work.previews or not written:
        furniture.empty(words.preview_none_title, words.preview_none)
        forward(work, "prompt")
        return
    previews = {name: work.previewed(name) for name in fields}
    if any(preview is None for preview in previews.values()):
        furniture.warning(words.preview_changed)
        with st.container(horizontal=True):
            if st.button(words.preview_again, key="neu-pruefen", type="primary"):
                ask_the_guard(exercise, work)
                st.rerun()
            back(work, "prompt")
        return
    known = {name: preview for name, preview in previews.items() if preview is not None}
    furniture.notice(_summary(known), words.nothing_left)
    for name, preview in known.items():
        _side_by_side(work.draft(name), preview, name, several=len(known) > 1)
    for name, preview in known.items():
        if preview.findings:
            st.html(_findings(work.draft(name), preview, name, several=len(known) > 1))
    to_check.show(work, known)
    marks.show(exercise, work, known)
    with st.expander(words.exactly):
        st.html(_message(exercise, known))
        furniture.paragraph(words.exactly_note, small=True)
    _send(exercise, work, known)


def _summary(previews: dict[Field, Preview]) -> str:
    words = texts().exercise
    count = sum(len(preview.findings) for preview in previews.values())
    if count == 0:
        to_check_too = any(preview.warnings for preview in previews.values())
        return words.found_none_but_places if to_check_too else words.found_none
    return words.found_one if count == 1 else words.found.format(count=count)


def _side_by_side(text: str, preview: Preview, name: Field, *, several: bool) -> None:
    words = texts().exercise
    which = f": {_field_name(name)}" if several else ""
    left, right = st.columns(2, gap="medium")
    left.html(
        f'<div class="tafel"><h3>{escape(words.original + which)}</h3>'
        f'<p class="fliess" data-auswahl>{mark_original(text, preview.findings, preview.warnings)}</p></div>'
    )
    right.html(
        f'<div class="tafel geht"><h3>{escape(words.redacted + which)}</h3>'
        f'<p class="fliess">{mark_placeholders(preview.redacted)}</p></div>'
    )


def _findings(text: str, preview: Preview, name: Field, *, several: bool) -> str:
    words = texts().exercise
    title = words.findings_of.format(field=_field_name(name)) if several else words.findings_title
    rows = [
        (
            str(number),
            escape(finding.label),
            escape(text[finding.start : finding.end]),
            mark_placeholders(finding.placeholder) or escape(words.no_placeholder[finding.action]),
            escape(finding.reason),
        )
        for number, finding in enumerate(ordered(preview.findings), start=1)
    ]
    columns = (
        words.column_number,
        words.column_kind,
        words.column_value,
        words.column_placeholder,
        words.column_reason,
    )
    return furniture.table(columns, rows, label=title, numeric=(0,), show_label=True)


def _message(exercise: Exercise, previews: dict[Field, Preview]) -> str:
    words = texts().exercise
    prompt = previews["prompt"].redacted
    case = previews["material"].redacted if "material" in previews else exercise.case
    whole = f"{words.message_case}\n{case}\n\n{words.message_assignment}\n{prompt}" if case else prompt
    return f'<p class="fliess">{mark_placeholders(whole)}</p>'


def _send(exercise: Exercise, work: Work, previews: dict[Field, Preview]) -> None:
    words = texts().exercise
    if not work.may_send:
        furniture.notice(words.only_participants)
        back(work, "prompt")
        return
    blocked = [preview for preview in previews.values() if preview.blocks]
    if blocked:
        furniture.warning(words.blocked.format(kinds=_blocked_kinds(blocked)))
        back(work, "prompt")
        return
    with st.container(horizontal=True):
        if st.button(words.send, key="senden", type="primary"):
            send(exercise, work)
            move_now(work, "answer")
        back(work, "prompt")


def send(exercise: Exercise, work: Work) -> None:
    """Start an attempt with the drafts as they stand. The service redacts them again itself."""
    if work.run is not None and work.run.running:
        return
    work.sent = {name: work.draft(name) for name in fields_of(exercise)}
    work.attempt, work.saved_note = None, False
    material = work.draft("material") if exercise.needs_material else None
    work.answering = settings.model_title(exercise, str(work.settings.get("model", "")))
    work.run = AttemptRun(
        client(),
        exercise.id,
        work.draft("prompt"),
        material,
        work.marked("prompt"),
        work.marked("material"),
        expectation=draft(expectation_key(work)),
        settings=work.settings,
    ).start()


def _blocked_kinds(previews: list[Preview]) -> str:
    labels: list[str] = []
    for preview in previews:
        labels += [finding.label for finding in preview.blocked]
    return ", ".join(dict.fromkeys(labels))


def _field_name(name: Field) -> str:
    words = texts().exercise
    return words.field_material if name == "material" else words.field_prompt
