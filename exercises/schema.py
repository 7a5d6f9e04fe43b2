"""What stands in `module.yaml` and `exercise.yaml`.

The JSON schemas beside this file (`schema.json`, `module.schema.json`) are made from these models by
`python -m exercises.json_schema`, for editors that complete and check YAML.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from exercises.checks import CheckSettings
from exercises.checks.settings import Line, Settings

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60)]
"""Lower-case letters, digits and hyphens, as the folder is named: `eingangsbestaetigung-wohngeld`."""

Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$", max_length=20)]
"""Major, minor and patch number: `1.0.0`."""

Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
"""One or more paragraphs of Markdown."""

ExerciseKind = Literal["letter", "summary", "rewrite", "checklist", "experiment", "own_case"]
"""What comes of it: a letter, a summary, another wording or a checklist from the case of the exercise; an experiment
tries out how the model behaves; an own case is brought by the participant."""

EXPECTATION = "Was wird dem Modell bei dieser Aufgabe gelingen, und was wird es falsch machen?"
"""Asked before the prompt, where an exercise has no question of its own."""

TAKEAWAY = "mitnehmen"
"""Name of the reflection question that every exercise ends with: one sentence to take away."""


class ReflectionQuestion(Settings):
    """A question that participants answer for themselves after an attempt."""

    id: Identifier
    """Name of the question within the exercise; answers are stored under it, so it stays the same for good."""
    question: Line
    """The question, in German."""
    help: Prose
    """What to think of when no answer comes to mind, in German."""


TAKEAWAY_QUESTION = ReflectionQuestion(
    id=TAKEAWAY,
    question="Ein Satz zum Mitnehmen: Was machen Sie in Ihrer Arbeit künftig so, oder gerade nicht?",
    help="Er steht später in Ihrem Lernjournal, zusammen mit denen aus den anderen Übungen.",
)
"""What every exercise ends with: the step to one's own work."""


class PlantedPlace(Settings):
    """A place in `text.md` that was put there to be found."""

    id: Identifier
    """Name of the place within the exercise; what participants found is stored under it."""
    quote: Annotated[str, StringConstraints(min_length=1, max_length=400)]
    """The words of the place exactly as they stand in `text.md`, where they occur once."""
    kind: Literal["changed", "invented", "left_out", "overstated", "personal", "combination", "tone"]
    """changed: the case says otherwise; invented: the case says nothing of it; left_out: something that belongs here is
    missing; overstated: more certain or more binding than the case; personal: identifies a person by itself;
    combination: identifies together with other places; tone: not how an authority should write."""
    title: Line
    """What is wrong here in a few German words: `Frist um zehn Tage verschoben`."""
    explanation: Prose
    """Shown afterwards: what the case says and why it matters, in German."""


class Spotting(Settings):
    """A text (`text.md`) with planted places, which participants look for before they write a prompt."""

    title: Line
    """What the text is: `Zusammenfassung eines Sprachmodells`."""
    task: Prose
    """What to look for, in German; not how many places there are."""
    places: tuple[PlantedPlace, ...] = Field(min_length=1, max_length=30)
    """The planted places, in the order of the text."""


class Source(Settings):
    """Where the background has its facts from."""

    title: Line
    """Statute with sections, or author, title and year."""
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=300)] | None = None
    """Address, shown as text. Nothing is ever loaded from it."""


class ExerciseFile(Settings):
    """`exercise.yaml`: an exercise, but for its longer texts."""

    id: Identifier
    """The same as the folder's name; unique among all modules."""
    version: Version
    """Raised with every change; attempts record it."""
    title: Line
    """German title."""
    kind: ExerciseKind
    """What kind of text is worked on."""
    minutes: Annotated[int, Field(ge=1, le=240, strict=True)]
    """Time that a beginner needs for it, reading included, in minutes."""
    summary: Line
    """What participants do, in one German sentence."""
    summary_en: Line
    """The same in English."""
    prompt_limit: Annotated[int, Field(ge=100, le=8000, strict=True)] = 1000
    """Most characters of a prompt."""
    material_limit: Annotated[int, Field(ge=100, le=20000, strict=True)] | None = None
    """Most characters of the participant's own material; only for `own_case`, and needed there."""
    hint: Prose
    """Shown on demand: what a good prompt is made of, not the solution. German Markdown."""
    expectation: Line = EXPECTATION
    """What participants are asked before they write a prompt: what they expect of the model."""
    spotting: Spotting | None = None
    """A text to be searched before the prompt; it needs a file `text.md`."""
    reflection: tuple[ReflectionQuestion, ...] = Field(min_length=1, max_length=8)
    """Questions after an attempt."""
    checks: tuple[CheckSettings, ...] = Field(min_length=1, max_length=20)
    """What is computed on an answer, in the order it is shown."""
    sources: tuple[Source, ...] = Field(default=(), max_length=30)
    """Sources of the background."""


class ModuleFile(Settings):
    """`module.yaml`: a group of exercises."""

    id: Identifier
    """The same as the folder's name."""
    position: Annotated[int, Field(ge=1, le=1000, strict=True)]
    """Place among the modules; each place is given once."""
    title: Line
    """German title."""
    summary: Line
    """What the module is about, in one German sentence."""
    summary_en: Line
    """The same in English."""
    material_title: Line
    """What the working material (`material.md`) is: `Checkliste: Vor dem Absenden`."""
    sources: tuple[Source, ...] = Field(default=(), max_length=30)
    """Sources of background and material."""
    exercises: tuple[Identifier, ...] = Field(min_length=1, max_length=50)
    """Folders of the exercises, in the order they are shown."""
