"""Routes of what there is to practise: modules and exercises."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool

from exercises import Exercise, Module, Source
from sandbox.accounts.current import CurrentAccount
from sandbox.accounts.roles import Role
from sandbox.context import ServiceContext
from sandbox.dependencies import Context, Current
from sandbox.practice import pipeline
from sandbox.practice.exercise_schemas import (
    CheckTitle,
    ExerciseOut,
    ExerciseSummary,
    ModelChoice,
    ModuleOut,
    ModuleSummary,
    QuestionOut,
    SourceOut,
    SpottingTextOut,
)
from sandbox.practice.library import exercise_named, module_named
from sandbox.practice.limits import limits_of, material_limit, prompt_limit
from sandbox.practice.progress import Progress, own_progress
from sandbox.wording import check_text

router = APIRouter(prefix="/api/v1", tags=["Üben"])


_NONE = Progress()


@router.get("/modules")
def list_modules(context: Context, current: Current) -> list[ModuleSummary]:
    """All modules, with the participant's own progress."""
    progress = _progress(context, current)
    return [_module_summary(module, progress) for module in context.exercises.modules]


@router.get("/modules/{module_id}")
def get_module(module_id: str, context: Context, current: Current) -> ModuleOut:
    """One module with background, exercises, working material and sources."""
    module, progress = module_named(context, module_id), _progress(context, current)
    return ModuleOut(
        **_module_summary(module, progress).model_dump(),
        background=module.background,
        material_title=module.material_title,
        material=module.material,
        sources=_sources(module.sources),
        contents=[_summary(exercise, progress.get(exercise.id, _NONE)) for exercise in module.exercises],
    )


@router.get("/exercises")
def list_exercises(context: Context, current: Current) -> list[ExerciseSummary]:
    """All exercises, with the participant's own progress."""
    progress = _progress(context, current)
    return [_summary(exercise, progress.get(exercise.id, _NONE)) for exercise in context.exercises.all]


@router.get("/exercises/{exercise_id}")
async def get_exercise(exercise_id: str, context: Context, current: Current) -> ExerciseOut:
    """One exercise with all its content. The model reads its beginning ahead, so that answers come sooner."""
    exercise = exercise_named(context, exercise_id)
    limits, settings = limits_of(context), context.settings
    context.model_reads(exercise.revision, pipeline.beginning(exercise))
    progress = await run_in_threadpool(_progress, context, current)
    return ExerciseOut(
        **_summary(exercise, progress.get(exercise.id, _NONE)).model_dump(),
        module_background=context.exercises.module(exercise.module).background,
        background=exercise.background,
        case=exercise.case,
        assignment=exercise.assignment,
        hint=exercise.hint,
        spotting=_spotting(exercise),
        expectation=exercise.expectation,
        reflection=[QuestionOut(id=item.id, question=item.question, help=item.help) for item in exercise.reflection],
        prompt_limit=prompt_limit(exercise, limits),
        material_limit=material_limit(exercise, limits),
        revision_limit=limits.material,
        reflection_limit=settings.reflection_limit,
        max_tokens=settings.max_tokens,
        temperature=settings.temperature,
        models=[
            ModelChoice(name=model.name, title=model.title, parameters=model.parameters) for model in context.models
        ],
        needs_material=exercise.needs_material,
        checks=[CheckTitle(id=check.check, title=check_text(check.title)) for check in exercise.checks],
        sources=_sources(exercise.sources),
    )


def _spotting(exercise: Exercise) -> SpottingTextOut | None:
    """What may be known before a search is resolved: not the planted places, nor how many there are."""
    if exercise.spotting is None or exercise.text is None:
        return None
    return SpottingTextOut(title=exercise.spotting.title, task=exercise.spotting.task, text=exercise.text)


def _sources(sources: Iterable[Source]) -> list[SourceOut]:
    return [SourceOut(title=source.title, url=source.url) for source in sources]


def _progress(context: ServiceContext, current: CurrentAccount) -> dict[str, Progress]:
    if current.role is not Role.PARTICIPANT:
        return {}
    with context.database.read() as session:
        return own_progress(session, current)


def _module_summary(module: Module, progress: dict[str, Progress]) -> ModuleSummary:
    own = [progress.get(exercise.id, _NONE) for exercise in module.exercises]
    return ModuleSummary(
        id=module.id,
        title=module.title,
        summary=module.summary,
        summary_en=module.summary_en,
        minutes=sum(exercise.minutes for exercise in module.exercises),
        exercises=len(own),
        begun=sum(item.begun for item in own),
        reflected=sum(item.reflected for item in own),
    )


def _summary(exercise: Exercise, progress: Progress) -> ExerciseSummary:
    return ExerciseSummary(
        id=exercise.id,
        version=str(exercise.version),
        module=exercise.module,
        module_title=exercise.module_title,
        title=exercise.title,
        kind=exercise.kind,
        minutes=exercise.minutes,
        summary=exercise.summary,
        summary_en=exercise.summary_en,
        attempts=progress.attempts,
        searches=progress.searches,
        reflected=progress.reflected,
    )
