"""The participant writes."""

from __future__ import annotations

import streamlit as st

from ui import furniture
from ui.access import client
from ui.client import Client
from ui.drafts import draft
from ui.schemas import Exercise
from ui.texts import texts
from ui.views.exercise import expectation, settings
from ui.views.exercise.fields import text_field
from ui.views.exercise.steps import back, move_now
from ui.views.exercise.understand import show_case
from ui.work import Field, Previewed, Work


def show(exercise: Exercise, work: Work) -> None:
    """One field, two for an own case; then on to the guard."""
    words = texts().exercise
    furniture.prose(exercise.assignment)
    if exercise.case:
        with st.expander(words.case_again):
            show_case(exercise.case)
    complaint = None
    if exercise.needs_material:
        key = work.draft_key("material")
        text_field(words.material, words.material_help, key=key, height=300, limit=material_limit(exercise))
    expectation.ask(exercise, work)
    help_text = words.prompt_help_own if exercise.needs_material else words.prompt_help
    text_field(words.prompt, help_text, key=work.draft_key("prompt"), height=200, limit=exercise.prompt_limit)
    if exercise.hint:
        with st.expander(words.hint_title):
            furniture.prose(exercise.hint)
    settings.show(exercise, work)
    with st.container(horizontal=True):
        if st.button(words.to_preview, key="zur-schutzvorschau", type="primary"):
            complaint = _complaint(exercise, work)
            if complaint is None:
                ask_the_guard(exercise, work)
                move_now(work, "preview")
        back(work, "understand" if exercise.spotting is None else "search")
    if complaint:
        furniture.warning(complaint)
    furniture.paragraph(words.keeps_draft, small=True)


def ask_the_guard(exercise: Exercise, work: Work) -> None:
    """Let the service look at the drafts; nothing is sent to the model."""
    service = client()
    with st.spinner(texts().exercise.guard_reads):
        work.previews = {name: _preview(service, exercise, work, name) for name in fields_of(exercise)}


def fields_of(exercise: Exercise) -> tuple[Field, ...]:
    """The fields of an exercise, in the order in which the model reads them."""
    return ("material", "prompt") if exercise.needs_material else ("prompt",)


def material_limit(exercise: Exercise) -> int:
    """Characters that an own case may have."""
    return exercise.material_limit or exercise.prompt_limit


def _preview(service: Client, exercise: Exercise, work: Work, name: Field) -> Previewed:
    text = work.draft(name)
    material = work.draft("material") if name == "prompt" and exercise.needs_material else None
    preview = service.preview(
        text,
        field=name,
        exercise_id=exercise.id,
        material=material,
        missed=work.marked(name),
        material_missed=work.marked("material") if material else (),
    )
    return Previewed(text, preview)


def _complaint(exercise: Exercise, work: Work) -> str | None:
    """What is missing before the guard can look; empty when the field already says so, None when all is there."""
    words = texts().exercise
    if exercise.needs_material and not work.draft("material").strip():
        return words.empty_material
    if not work.draft("prompt").strip():
        return words.empty_prompt
    if len(draft(expectation.expectation_key(work))) > exercise.reflection_limit:
        return ""
    limits: dict[Field, int] = {"material": material_limit(exercise), "prompt": exercise.prompt_limit}
    for name in fields_of(exercise):
        if len(work.draft(name)) > limits[name]:
            return ""
    return None
