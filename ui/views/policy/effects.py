"""What a change does, as HTML: its sentences, and what it does to the evaluation corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from ui import furniture
from ui.numbers import number
from ui.schemas import DryRun, PolicyChange, PolicyExample, ScopeEffect
from ui.texts import texts


def change_list(changes: Sequence[PolicyChange], titles: Mapping[str, str]) -> str:
    """The changes, what weakens marked by sign and word."""
    words = texts().policy
    items = []
    for change in changes:
        state = (
            f'<span class="zustand missing">▼ {escape(words.weakens)}</span>'
            if change.weakens
            else f'<span class="zustand ok">✓ {escape(words.keeps)}</span>'
        )
        sentence = change.sentence
        if change.exercise_id:
            name = titles.get(change.exercise_id, change.exercise_id)
            sentence = words.in_exercise.format(name=name, sentence=sentence)
        items.append(f"<li>{state}<div>{escape(sentence)}</div></li>")
    return f'<ul class="pruefung">{"".join(items)}</ul>'


def show_dry_run(outcome: DryRun, titles: Mapping[str, str]) -> None:
    """What changes on the corpus, for the house and for exercises with other rules; examples on demand."""
    words = texts().policy
    base = words.dry_run_base.format(documents=number(outcome.documents), labels=number(outcome.labels))
    st.html(f'<h3>{escape(words.dry_run)}</h3><p class="klein">{escape(base)}.</p>')
    for scope in outcome.scopes:
        if scope.exercise_id:
            name = titles.get(scope.exercise_id, scope.exercise_id)
            st.html(f"<h4>{escape(words.dry_run_exercise.format(name=name))}</h4>")
            if _alike(scope, outcome.scopes[0]):
                furniture.paragraph(words.dry_run_as_house)
                continue
        if not scope.changed_documents:
            furniture.paragraph(words.dry_run_nothing)
            continue
        st.html(scope_facts(scope, outcome))
        if scope.entities:
            st.html(entity_table(scope))
        if scope.examples:
            with st.expander(words.examples.format(count=len(scope.examples))):
                st.html(example_list(scope.examples))


def _alike(scope: ScopeEffect, house: ScopeEffect) -> bool:
    """Whether an exercise's figures are those of the whole house."""
    return scope.model_copy(update={"exercise_id": "", "examples": house.examples}) == house


def scope_facts(scope: ScopeEffect, outcome: DryRun) -> str:
    """How many texts leak and how many words are replaced needlessly, before and after."""
    words = texts().policy

    def compared(before: int, after: int, total: int) -> str:
        sentence = words.before_after.format(before=number(before), after=number(after), total=number(total))
        return f"{sentence} ({words.more if after > before else words.fewer})" if after != before else sentence

    return furniture.facts(
        [
            (words.leaking, compared(scope.leaking_before, scope.leaking_after, outcome.documents)),
            (words.over_redacted, compared(scope.over_redacted_before, scope.over_redacted_after, outcome.words)),
        ]
    )


def entity_table(scope: ScopeEffect) -> str:
    """What changes by kind of data, as an HTML table."""
    words = texts().policy
    rows = [
        (
            escape(one.label or one.entity),
            number(one.before),
            number(one.after),
            f'<span class="fehlbar">{number(one.newly_missed)}</span>' if one.newly_missed else "0",
            number(one.newly_found),
            number(one.labelled),
        )
        for one in scope.entities
    ]
    columns = (
        words.column_label,
        words.column_before,
        words.column_after,
        words.column_missed,
        words.column_found,
        words.column_labelled,
    )
    return furniture.table(columns, rows, label=words.dry_run, numeric=(1, 2, 3, 4, 5), narrow=True)


def example_list(examples: Sequence[PolicyExample]) -> str:
    """Places in the corpus with their surroundings, as HTML."""
    words = texts().policy
    items = [
        f'<li><p class="klein">{escape(words.example.format(label=one.label, effect=words.effects[one.effect]))}</p>'
        f'<p class="fliess">… {escape(one.before)}<mark class="befund">{escape(one.place)}</mark>'
        f"{escape(one.after)} …</p></li>"
        for one in examples
    ]
    return f'<ul class="stellen">{"".join(items)}</ul>'
