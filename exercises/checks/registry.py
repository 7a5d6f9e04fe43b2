"""All kinds of checks, and how a list of them runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from exercises.checks.avoids import AvoidsSettings, check_avoids
from exercises.checks.draft import Draft
from exercises.checks.facts import FactsSettings, check_facts
from exercises.checks.language import LanguageSettings, check_language
from exercises.checks.length import LengthSettings, check_length
from exercises.checks.letter_parts import LetterPartsSettings, check_letter_parts
from exercises.checks.mentions import MentionsSettings, check_mentions
from exercises.checks.placeholders import PlaceholdersSettings, check_placeholders
from exercises.checks.readability import ReadabilitySettings, check_readability
from exercises.checks.result import CheckResult
from exercises.checks.statements import StatementsSettings, check_statements

CheckSettings = Annotated[
    FactsSettings
    | StatementsSettings
    | LetterPartsSettings
    | MentionsSettings
    | AvoidsSettings
    | PlaceholdersSettings
    | LengthSettings
    | ReadabilitySettings
    | LanguageSettings,
    Field(discriminator="check"),
]
"""Settings of one check; the field `check` says of which kind."""


def check_ids(checks: Sequence[CheckSettings]) -> list[str]:
    """Identifiers in order: the kind, with a number from the second of its kind on (`mentions`, `mentions-2`)."""
    ids: list[str] = []
    counts: dict[str, int] = {}
    for settings in checks:
        counts[settings.check] = counts.get(settings.check, 0) + 1
        number = counts[settings.check]
        ids.append(settings.check if number == 1 else f"{settings.check}-{number}")
    return ids


def run_all(checks: Sequence[CheckSettings], draft: Draft) -> list[CheckResult]:
    """One result for each check, in the order of the exercise."""
    return [_run(settings, draft, check_id) for settings, check_id in zip(checks, check_ids(checks), strict=True)]


def _run(settings: CheckSettings, draft: Draft, check_id: str) -> CheckResult:
    match settings:
        case FactsSettings():
            return check_facts(settings, draft, check_id)
        case StatementsSettings():
            return check_statements(settings, draft, check_id)
        case LetterPartsSettings():
            return check_letter_parts(settings, draft, check_id)
        case MentionsSettings():
            return check_mentions(settings, draft, check_id)
        case AvoidsSettings():
            return check_avoids(settings, draft, check_id)
        case PlaceholdersSettings():
            return check_placeholders(settings, draft, check_id)
        case LengthSettings():
            return check_length(settings, draft, check_id)
        case ReadabilitySettings():
            return check_readability(settings, draft, check_id)
        case LanguageSettings():
            return check_language(settings, draft, check_id)
