"""The same prompt once more: exactly so, with fresh chance, or to another model. Then only one thing has changed."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from ui import furniture
from ui.access import client
from ui.attempt_run import AttemptRun
from ui.schemas import Attempt, Exercise
from ui.texts import texts
from ui.views.exercise.steps import move_now
from ui.work import Work


def show(exercise: Exercise, work: Work, attempt: Attempt) -> None:
    """The ways to send a prompt again, folded; nothing for an attempt that did not come to its end."""
    words = texts().answer_settings
    if attempt.status != "complete" or not work.may_send:
        return
    exact = exactly(exercise, attempt)
    with st.expander(words.again_title):
        furniture.paragraph(words.again_lead, small=True)
        with st.container(horizontal=True):
            if exact is not None and st.button(words.again_exactly, key="genau-so"):
                _resend(exercise, work, attempt, exact)
            if st.button(words.again_chance, key="neuer-zufall"):
                _resend(exercise, work, attempt, without_seed(exercise, attempt))
            for model in exercise.models:
                if attempt.model is None or model.name == attempt.model.name:
                    continue
                if st.button(words.again_model.format(model=model.title), key=f"an-{model.name}"):
                    _resend(exercise, work, attempt, {**(exact or {}), "model": model.name})
        if exact is not None:
            furniture.paragraph(words.again_seed.format(seed=exact["seed"]), small=True)


def exactly(exercise: Exercise, attempt: Attempt) -> dict[str, float | int | str] | None:
    """Wishes under which an attempt can be had again; None where its seed is not known or its model has gone."""
    wishes = ("temperature", "max_tokens", "seed")
    drawn = {name: attempt.settings[name] for name in wishes if attempt.settings.get(name) is not None}
    if len(drawn) < len(wishes) or attempt.model is None:
        return None
    if attempt.model.name not in {model.name for model in exercise.models}:
        return None
    return {**drawn, "model": attempt.model.name}


def without_seed(exercise: Exercise, attempt: Attempt) -> dict[str, float | int | str]:
    """The same wishes, with the seed left to chance."""
    wishes = exactly(exercise, attempt) or {}
    return {name: value for name, value in wishes.items() if name != "seed"}


def _resend(exercise: Exercise, work: Work, attempt: Attempt, wishes: Mapping[str, float | int | str]) -> None:
    resend(exercise, work, attempt, wishes)
    move_now(work, "answer")


def resend(exercise: Exercise, work: Work, attempt: Attempt, wishes: Mapping[str, float | int | str]) -> None:
    """Send what was sent, as it is stored: its placeholders stand for the same values as before."""
    if work.run is not None and work.run.running:
        return
    work.known_values()
    work.sent = {}
    work.attempt, work.saved_note = None, False
    work.answering = next((model.title for model in exercise.models if model.name == wishes.get("model")), "")
    work.run = AttemptRun(client(), exercise.id, attempt.prompt, attempt.material, settings=wishes).start()
