"""The answer arrives."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui import drafts, furniture
from ui.access import client
from ui.attempt_run import AttemptRun, running_attempt
from ui.client import ServiceError
from ui.marking import mark_placeholders
from ui.numbers import number
from ui.schemas import Attempt, Energy, Exercise
from ui.texts import texts
from ui.views.exercise import again
from ui.views.exercise.preview import send
from ui.views.exercise.steps import back, forward
from ui.work import Work

REFRESH_SECONDS = 0.4
LOOK_SECONDS = 2.0


def show(exercise: Exercise, work: Work) -> None:
    """The running attempt, or the last one."""
    words = texts().exercise
    if work.run is None and work.attempt is not None and work.attempt.status == "running":
        work.run = running_attempt(work.attempt.id)
    run = work.run
    if run is not None and run.running:
        st.fragment(_arriving, run_every=REFRESH_SECONDS)(work, run)
        return
    if run is not None:
        _settle(work, run)
        _how_it_ended(run)
    elif work.attempt is None:
        furniture.empty(words.answer_none_title, words.answer_none)
        forward(work, "prompt")
        return
    elif work.attempt.status == "running":
        st.fragment(_elsewhere, run_every=LOOK_SECONDS)(work, work.attempt)
        _send_again(exercise, work)
        return
    elif work.attempt.status in ("cancelled", "failed"):
        furniture.notice(words.broke_off)
    _arrived(exercise, work, run)


def _elsewhere(work: Work, attempt: Attempt) -> None:
    """An attempt that this page did not send: the page was opened anew, or another copy of the service writes."""
    words = texts().exercise
    now = client().attempt(attempt.id)
    if now.status != "running":
        work.attempt = now
        st.rerun(scope="app")
    st.html(f'<p class="lage" role="status">{escape(words.still_running)}</p>')
    _sent_prompt(now.prompt, now.material)
    st.button(words.look_again, key="nachsehen")


def _arriving(work: Work, run: AttemptRun) -> None:
    words = texts().exercise
    text = run.look()
    if not run.running:
        st.rerun(scope="app")
    st.html(f'<p class="lage" role="status">{escape(situation(run))}</p>')
    if text:
        st.html(answer_block(text, _model_name(work), writing=True))
    if st.button(words.cancel, key="abbrechen"):
        run.cancel()
        run.wait(5.0)
        st.rerun(scope="app")
    if run.accepted is not None:
        _sent_prompt(run.accepted.prompt, run.accepted.material)


def situation(run: AttemptRun) -> str:
    """What is happening right now, in words."""
    words = texts().exercise
    if run.state == "streaming":
        return words.writing
    if run.position is not None and run.position > 0:
        place = words.queued_next if run.position == 1 else words.queued.format(before=run.position - 1)
        return f"{place} {expected(run.wait_seconds)}".strip()
    return words.thinking if run.accepted is not None else words.connecting


def expected(seconds: float | None) -> str:
    """How long it will take, in round words; nothing where nobody knows or it is soon."""
    words = texts().exercise
    if seconds is None or seconds < 5:
        return ""
    if seconds < 55:
        return words.wait_seconds.format(seconds=5 * round(seconds / 5))
    minutes = round(seconds / 60)
    return words.wait_minute if minutes == 1 else words.wait_minutes.format(minutes=minutes)


def _settle(work: Work, run: AttemptRun) -> None:
    """Take over what the service has stored, when the run is over."""
    if run.accepted is not None:
        for name, text in work.sent.items():
            drafts.mark_saved(work.draft_key(name), text)
    if work.attempt is not None and work.attempt.status != "running":
        return
    if run.attempt is not None:
        work.attempt = run.attempt
    elif run.accepted is not None:
        try:
            service = client()
            work.attempt = service.attempt(run.accepted.attempt_id)
        except ServiceError:
            work.attempt = None


def _how_it_ended(run: AttemptRun) -> None:
    words = texts().exercise
    if run.state == "cancelled":
        furniture.notice(words.cancelled)
    elif run.error is not None:
        reassured = any(phrase in run.error.detail for phrase in words.reassurances)
        furniture.warning(run.error.detail if reassured else f"{run.error.detail} {words.failed}", texts().errors.title)


def _arrived(exercise: Exercise, work: Work, run: AttemptRun | None) -> None:
    words = texts().exercise
    attempt = work.attempt
    whole = attempt is not None and attempt.status == "complete"
    text = attempt.answer if attempt is not None and attempt.answer else (run.look() if run is not None else "")
    if text:
        st.html(answer_block(text, _model_name(work), partial=not whole))
    elif whole:
        furniture.notice(words.empty_answer)
    if attempt is not None:
        if attempt.finish_reason == "length":
            furniture.notice(words.cut_off)
        if attempt.tokens and attempt.seconds:
            seconds = number(attempt.seconds, 1, exactly=True)
            furniture.paragraph(words.seconds.format(tokens=attempt.tokens, seconds=seconds), small=True)
        if attempt.energy is not None and attempt.energy.watt_seconds > 0:
            furniture.paragraph(_energy(attempt.energy), small=True)
        _sent_prompt(attempt.prompt, attempt.material)
        again.show(exercise, work, attempt)
    with st.container(horizontal=True):
        if text:
            forward(work, "check")
        if not whole:
            _send_again(exercise, work)
        back(work, "prompt")


def _send_again(exercise: Exercise, work: Work) -> None:
    """The same prompt once more; the service stops an attempt that is still on its way."""
    if work.draft("prompt").strip() and st.button(texts().exercise.send_again, key="noch-einmal-senden"):
        send(exercise, work)
        st.rerun()


def _energy(energy: Energy) -> str:
    """The estimate in words, with no more digits than it deserves."""
    words = texts().exercise
    amount = number(energy.watt_seconds, 0 if energy.watt_seconds >= 10 else 1, exactly=True)
    sentence = words.energy_counted if energy.method == "rapl" else words.energy_computed
    return sentence.format(amount=amount)


def answer_block(text: str, model: str, *, writing: bool = False, partial: bool = False) -> str:
    """The model's text, set apart, with its name and the warning that belongs to it."""
    words = texts().exercise
    source = (words.model_writes if writing else words.model_wrote).format(model=model).strip()
    note = f" <span>{escape(words.stopped_partial)}</span>" if partial else ""
    return (
        f'<article class="antwort" aria-busy="{"true" if writing else "false"}"><header>'
        f"<strong>{escape(source)}</strong>"
        f'<span class="fehlbar">{escape(texts().common.model_may_err)}</span>{note}</header>'
        f'<p class="fliess">{mark_placeholders(text)}</p></article>'
    )


def model_name(attempt: Attempt | None) -> str:
    """The name of the model that answered."""
    return attempt.model.title or attempt.model.name if attempt is not None and attempt.model is not None else ""


def _model_name(work: Work) -> str:
    known = model_name(work.attempt) or work.answering
    if known:
        return known
    if "modellname" not in st.session_state:
        try:
            st.session_state["modellname"] = client().service().model.title
        except ServiceError:
            return ""
    name: str = st.session_state["modellname"]
    return name


def _sent_prompt(prompt: str, material: str | None) -> None:
    words = texts().exercise
    with st.expander(words.your_prompt):
        if material:
            st.html(f'<div class="eigen"><p class="fliess">{mark_placeholders(material)}</p></div>')
        st.html(f'<div class="eigen"><p class="fliess">{mark_placeholders(prompt)}</p></div>')
