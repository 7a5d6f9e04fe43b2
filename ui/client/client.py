"""Every call of the pages, area by area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from ui import schemas
from ui.client.exercises import ExerciseCalls
from ui.client.learning import LearningCalls
from ui.client.stream import AttemptStream

DRY_RUN_PATIENCE = 180.0
"""Seconds that trying a policy on the evaluation corpus may take."""


class Client(ExerciseCalls, LearningCalls):
    """Calls the service with one session token."""

    # Session

    def session(self) -> schemas.Session:
        """Who is signed in; raises `SignedOutError` when nobody is."""
        return self._get("session", schemas.Session)

    def setup_invitation(self, token: str) -> schemas.SetupInvitation:
        """Whether a one-time link is still good."""
        return self._get(f"setup/{_segment(token)}", schemas.SetupInvitation)

    # Practice

    def service(self) -> schemas.ServiceInfo:
        """Model, guard and limits of this installation (public)."""
        return self._get("service", schemas.ServiceInfo)

    def model_card(self, name: str = "") -> schemas.ModelCard:
        """What runs, from where, under which licence, trained on what, how measured; by default the first model."""
        return self._get("model", schemas.ModelCard, {"name": name} if name else None)

    def exercises(self) -> list[schemas.ExerciseSummary]:
        """All exercises with the own progress."""
        return self._get_list("exercises", schemas.ExerciseSummary)

    def exercise(self, exercise_id: str) -> schemas.Exercise:
        """One exercise in full."""
        return self._get(f"exercises/{_segment(exercise_id)}", schemas.Exercise)

    def preview(
        self,
        text: str,
        *,
        field: str,
        exercise_id: str | None = None,
        material: str | None = None,
        missed: Sequence[schemas.MarkedPlace] = (),
        material_missed: Sequence[schemas.MarkedPlace] = (),
    ) -> schemas.Preview:
        """What the guard finds in a text of the field `prompt` or `material`.

        `material` is the own case that will be sent along with a prompt: its placeholders come first.
        """
        body: dict[str, Any] = {"text": text, "field": field, **_missed(missed, material_missed)}
        if exercise_id:
            body["exercise_id"] = exercise_id
        if material:
            body["material"] = material
        return self._send("POST", "guard/preview", schemas.Preview, body)

    def attempt_events(
        self,
        exercise_id: str,
        prompt: str,
        material: str | None = None,
        *,
        missed: Sequence[schemas.MarkedPlace] = (),
        material_missed: Sequence[schemas.MarkedPlace] = (),
        expectation: str = "",
        settings: Mapping[str, float | int | str] | None = None,
    ) -> AttemptStream:
        """Send a prompt; the stream yields the events of the attempt, leaving it cancels the generation.

        `settings` are wishes for `model`, `temperature`, `max_tokens` and `seed`; without one the house decides.
        """
        body: dict[str, Any] = {"prompt": prompt, **_missed(missed, material_missed)}
        if material:
            body["material"] = material
        if expectation.strip():
            body["expectation"] = expectation
        if settings:
            body["settings"] = dict(settings)
        path = f"/api/v1/exercises/{_segment(exercise_id)}/attempts"
        return AttemptStream(self._http, path, body, self._headers)

    def attempts(self, exercise_id: str | None = None) -> list[schemas.AttemptSummary]:
        """The own attempts, newest first."""
        query = {"exercise_id": exercise_id} if exercise_id else None
        found = self._get_list("attempts", schemas.AttemptSummary, query)
        return sorted(found, key=lambda attempt: attempt.created_at, reverse=True)

    def attempt(self, attempt_id: str | int) -> schemas.Attempt:
        """One attempt in full."""
        return self._get(f"attempts/{_segment(attempt_id)}", schemas.Attempt)

    def reflect(self, attempt_id: str | int, answers: Mapping[str, str]) -> schemas.Attempt:
        """Store reflection answers; the service redacts them first."""
        return self._send(
            "PUT", f"attempts/{_segment(attempt_id)}/reflection", schemas.Attempt, {"answers": dict(answers)}
        )

    def access_to_me(self) -> list[schemas.Access]:
        """Who looked at the own attempts."""
        return self._get_list("me/access", schemas.Access)

    # Review

    def workshops(self) -> list[schemas.Workshop]:
        """The own workshops."""
        return self._get_list("workshops", schemas.Workshop)

    def create_workshop(self, title: str, starts_on: date, ends_on: date, retention_days: int) -> schemas.Workshop:
        """Plan a workshop; the answer carries its join code."""
        return self._send(
            "POST",
            "workshops",
            schemas.Workshop,
            {
                "title": title,
                "starts_on": starts_on.isoformat(),
                "ends_on": ends_on.isoformat(),
                "retention_days": retention_days,
            },
        )

    def prompt_log(
        self,
        workshop_id: str | int,
        *,
        exercise_id: str | None = None,
        participant: str | int | None = None,
    ) -> schemas.PromptLog:
        """The prompt log of a workshop. Every call is recorded and visible to the participants."""
        query = {"exercise_id": exercise_id, "participant": participant}
        return self._get(
            f"workshops/{_segment(workshop_id)}/prompt-log",
            schemas.PromptLog,
            {name: str(value) for name, value in query.items() if value},
        )

    # Audit

    def audit_events(
        self, *, after: int | None = None, limit: int = 50, action: str | None = None
    ) -> schemas.AuditPage:
        """A part of the audit trail, from the event after number `after`."""
        query: dict[str, str] = {"limit": str(limit)}
        if after:
            query["after"] = str(after)
        if action:
            query["action"] = action
        return self._get("audit/events", schemas.AuditPage, query)

    def audit_verification(self) -> schemas.AuditVerification:
        """Let the service check the chain of hashes."""
        return self._get("audit/verification", schemas.AuditVerification)

    def policy(self) -> schemas.Policy:
        """The protection rules in force."""
        return self._get("guard/policy", schemas.Policy)

    # Policies

    def policies(self) -> schemas.Policies:
        """The policy in force with its text, and the history of versions."""
        return self._get("policies", schemas.Policies)

    def policy_version(self, policy_id: str) -> schemas.PolicyVersion:
        """One version with its dry run."""
        return self._get(f"policies/{_segment(policy_id)}", schemas.PolicyVersion)

    def check_policy(self, content: str) -> schemas.PolicyAssessment:
        """What a policy would change; the first check takes the service some seconds."""
        return self._send("POST", "policies/check", schemas.PolicyAssessment, {"content": content}, DRY_RUN_PATIENCE)

    def propose_policy(self, content: str, reason: str) -> schemas.PolicyVersion:
        """Propose a policy; the service checks it once more."""
        body = {"content": content, "reason": reason}
        return self._send("POST", "policies", schemas.PolicyVersion, body, DRY_RUN_PATIENCE)

    def decide_policy(self, policy_id: str, *, approved: bool, reason: str) -> schemas.PolicyVersion:
        """Put a version into force, or reject it."""
        path = f"policies/{_segment(policy_id)}/{'approve' if approved else 'reject'}"
        return self._send("POST", path, schemas.PolicyVersion, {"reason": reason})

    # Marks

    def add_mark(
        self,
        exercise_id: str,
        text: str,
        field: str,
        verdict: str,
        place: schemas.MarkedPlace,
        missed: Sequence[schemas.MarkedPlace] = (),
    ) -> schemas.GuardMark:
        """Say that the guard missed a place or found one wrongly; the service keeps no value.

        `missed` are other places of the text that were marked before: they are replaced in what is kept.
        """
        return self._send(
            "POST",
            "guard/marks",
            schemas.GuardMark,
            {
                "exercise_id": exercise_id,
                "text": text,
                "field": field,
                "verdict": verdict,
                "place": place.model_dump(),
                **_missed(missed, ()),
            },
        )

    def marks(self) -> schemas.GuardMarks:
        """All marks of running workshops."""
        return self._get("guard/marks", schemas.GuardMarks)

    def decide_mark(self, mark_id: str, *, accepted: bool, reason: str) -> schemas.GuardMark:
        """Make a mark an example for the evaluation, or reject it."""
        return self._send(
            "POST",
            f"guard/marks/{_segment(mark_id)}/decision",
            schemas.GuardMark,
            {"accepted": accepted, "reason": reason},
        )

    def mark_examples(self) -> str:
        """The accepted examples with generated values, as JSON Lines."""
        return self._text("guard/examples")


def _missed(prompt: Sequence[schemas.MarkedPlace], material: Sequence[schemas.MarkedPlace]) -> dict[str, Any]:
    """Marked places as the service takes them; nothing where there are none."""
    fields = {"missed": prompt, "material_missed": material}
    return {name: [place.model_dump() for place in places] for name, places in fields.items() if places}


def _segment(value: str | int) -> str:
    return quote(str(value), safe="")
