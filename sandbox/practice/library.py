"""Exercises, modules and models by name, or the problem that there is none."""

from __future__ import annotations

from exercises import Exercise, Module
from sandbox.context import ActiveModel, ServiceContext
from sandbox.problems import Problem


def exercise_named(context: ServiceContext, exercise_id: str) -> Exercise:
    """The exercise of that name. Problem where there is none."""
    try:
        return context.exercises.get(exercise_id)
    except KeyError:
        raise Problem(
            404, "uebung-unbekannt", "Diese Übung gibt es nicht. Bitte wählen Sie eine aus der Liste."
        ) from None


def module_named(context: ServiceContext, module_id: str) -> Module:
    """The module of that name. Problem where there is none."""
    try:
        return context.exercises.module(module_id)
    except KeyError:
        raise Problem(
            404, "modul-unbekannt", "Dieses Modul gibt es nicht. Bitte wählen Sie eines aus der Liste."
        ) from None


def model_named(context: ServiceContext, name: str | None) -> ActiveModel:
    """The model of that name, or without one the model that answers. Problem where there is none."""
    for model in context.models:
        if name in (None, model.name):
            return model
    raise Problem(
        404, "modell-unbekannt", "Dieses Modell gibt es hier nicht (mehr). Bitte wählen Sie eines aus der Liste."
    )
