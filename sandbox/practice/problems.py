"""What can go wrong on the way of a prompt, in words for the participant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guardrails import ENTITY_LABELS, Finding, MarkError, RawText
from models import ContextExceeded, ModelError
from sandbox.problems import Problem


def require_length(raw: RawText, limit: int, subject: str, field: str) -> None:
    """Raises a problem when a text is empty or longer than the limit, which it states."""
    if not raw.reveal().strip():
        raise Problem(
            422,
            f"{field}-leer",
            f"{subject} ist noch leer. Bitte schreiben Sie etwas hinein (höchstens {_number(limit)} Zeichen).",
            limit=limit,
            field=field,
        )
    if len(raw) > limit:
        raise Problem(
            422,
            f"{field}-zu-lang",
            f"{subject} hat {_number(len(raw))} Zeichen, möglich sind {_number(limit)} Zeichen. Bitte kürzen Sie um "
            f"{_number(len(raw) - limit)} Zeichen; der Text steht noch auf der Seite.",
            limit=limit,
            length=len(raw),
            field=field,
        )


def mark_problem(error: MarkError) -> Problem:
    """A place that cannot be marked."""
    return Problem(422, "markierung-unmoeglich", f"{error} Es wurde nichts gesendet und nichts gespeichert.")


def guard_problem(*, answer: bool = False) -> Problem:
    """The guard failed or ran out of time."""
    if answer:
        return Problem(
            503,
            "schutz-ausgefallen",
            "Der Schutzfilter konnte die Antwort nicht zu Ende prüfen. Was noch nicht geprüft war, wird nicht "
            "gezeigt. Bitte senden Sie Ihren Prompt noch einmal.",
        )
    return Problem(
        503,
        "schutz-ausgefallen",
        "Der Schutzfilter konnte Ihren Text nicht prüfen. Deshalb wurde nichts an das Modell gesendet und "
        "nichts gespeichert; Ihr Text steht noch auf der Seite. Bitte versuchen Sie es noch einmal, "
        "notfalls mit einem kürzeren Text.",
    )


def blocked_problem(blocked: Sequence[Finding]) -> Problem:
    """The policy forbids sending the text."""
    labels = ", ".join(dict.fromkeys(ENTITY_LABELS.get(finding.entity, finding.entity) for finding in blocked))
    return Problem(
        422,
        "schutzregel-sperrt",
        f"Ihr Text enthält etwas, das die Schutzregel nicht durchlässt ({labels}). Es wurde nichts gesendet und "
        "nichts gespeichert. Bitte entfernen Sie diese Stelle und senden Sie dann noch einmal.",
        entities=sorted({finding.entity for finding in blocked}),
    )


def context_problem(error: ContextExceeded) -> Problem:
    """Prompt and case together are too long for the model."""
    numbers: dict[str, Any] = {"needed": error.needed, "limit": error.limit} if error.needed and error.limit else {}
    return Problem(
        422,
        "kontext-voll",
        "Fall und Prompt zusammen sind für dieses Modell zu lang. Bitte kürzen Sie Ihren Text; er steht noch "
        "auf der Seite.",
        **numbers,
    )


def model_problem(error: ModelError) -> Problem:
    """The model does not answer. The message of the model's side is German and free of prompts."""
    return Problem(503, "modell-ausgefallen", f"{error.message} Ihr Prompt steht noch auf der Seite.")


def no_key_problem() -> Problem:
    """The workshop's placeholder key is gone."""
    return Problem(
        403, "workshop-geloescht", "Die Daten dieses Workshops sind gelöscht. Neue Versuche sind nicht möglich."
    )


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
