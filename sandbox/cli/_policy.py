"""`sandbox guard policy`: read, check, compare and try policies, without service or database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from exercises import ExerciseError, load_exercises
from guardrails import ENTITY_LABELS, Guard, GuardError, Policy, PolicyError
from guardrails.policy import PolicyDocument, json_schema, load_document
from guardrails.policy.changes import PolicyChange, compare
from guardrails.policy.dry_run import DryRun, DryRunner, ScopeEffect
from sandbox.cli._console import CommandFailed, out, print_json
from sandbox.cli._settings import settings_from

commands = typer.Typer(help="Schutzregeln: ansehen, prüfen, vergleichen, erproben.", no_args_is_help=True)
JsonOption = Annotated[bool, typer.Option("--json", help="Als JSON ausgeben.")]
_ACTIONS = {"redact": "ersetzen", "block": "sperren", "warn": "hinweisen", "allow": "nicht beachten"}
_EFFECTS = {
    "newly_missed": "geht künftig an das Modell",
    "newly_found": "wird künftig ersetzt",
    "newly_replaced": "wird künftig ersetzt, ohne Bezug zu einer Person",
    "no_longer_replaced": "bleibt künftig stehen, ohne Bezug zu einer Person",
}


@commands.command()
def show(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Ohne Angabe: die eingestellte.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Zeigt eine Schutzregel. Ohne Datei: die aus SANDBOX_POLICY_FILE, sonst die mitgelieferte.

    Was im Dienst freigegeben wurde, steht in dessen Datenbank und auf der Seite „Schutzregeln“.
    """
    policy = _policy(file).policy
    if as_json:
        print_json({"identity": policy.identity, **policy.model_dump(mode="json")})
        return
    out.print(f"{policy.title}, Fassung {policy.identity}\n")
    for entity, label in ENTITY_LABELS.items():
        rule = policy.rule(entity)
        out.print(f"{label:40} {_ACTIONS[rule.action]:15} ab {_decimal(rule.threshold)}  {entity}")
    out.print(f"\nAusnahmeliste: {len(policy.allow)} Texte. Sperrliste: {len(policy.deny)} Texte.")
    for name, override in policy.exercises.items():
        out.print(
            f"Übung {name}: {len(override.entities)} Regeln, {len(override.allow)} Ausnahmen, "
            f"{len(override.deny)} gesperrte Texte."
        )


@commands.command()
def validate(file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Prüft eine Schutzregel und nennt Datei, Zeile und Feld der Fehler. Rückgabe 2, wenn sie fehlerhaft ist."""
    policy = _policy(file).policy
    out.print(f"{file} ist in Ordnung: {policy.title}, Fassung {policy.identity}.")
    for name in policy.unknown_exercises(_exercise_ids()):
        out.print(f"Hinweis: Eine Übung „{name}“ gibt es nicht. Vielleicht ist die Kennung falsch geschrieben.")


@commands.command("compare")
def compare_files(
    old: Annotated[Path, typer.Argument(metavar="OLD")],
    new: Annotated[Path, typer.Argument(metavar="NEW")],
    as_json: JsonOption = False,
) -> None:
    """Sagt in Sätzen, was die zweite Schutzregel gegenüber der ersten ändert und ob das den Schutz schwächt."""
    before, after = _policy(old).policy, _policy(new).policy
    changes = compare(before, after)
    if as_json:
        print_json(_comparison(before, after, changes))
        return
    _print_changes(changes)


@commands.command("dry-run")
def dry_run(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    against: Annotated[
        Path | None, typer.Option("--against", metavar="OLD", help="Ohne Angabe: die eingestellte.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Erprobt eine Schutzregel an den fiktiven Prüftexten: Was würde sich gegenüber der bisherigen ändern?"""
    before, after = _policy(against).policy, _policy(file).policy
    try:
        outcome = DryRunner(Guard.load(before)).run(before, after)
    except GuardError as error:
        raise CommandFailed(str(error)) from None
    changes = compare(before, after)
    if as_json:
        print_json({**_comparison(before, after, changes), "dry_run": outcome.model_dump(mode="json")})
        return
    _print_changes(changes)
    out.print(f"\nErprobt an {outcome.documents} fiktiven Texten mit {outcome.labels} gekennzeichneten Angaben.")
    for scope in outcome.scopes:
        _print_scope(scope, outcome)


@commands.command()
def schema() -> None:
    """Gibt das JSON-Schema der Schutzregeln aus, für Editoren."""
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _comparison(before: Policy, after: Policy, changes: Sequence[PolicyChange]) -> dict[str, object]:
    return {
        "old": before.identity,
        "new": after.identity,
        "weakens": any(change.weakens for change in changes),
        "changes": [asdict(change) for change in changes],
    }


def _print_changes(changes: Sequence[PolicyChange]) -> None:
    if not changes:
        out.print("Es ändert sich nichts.")
        return
    for change in changes:
        sign = "▼ schwächt       " if change.weakens else "✓ schwächt nicht "
        place = f"Übung {change.exercise_id}: " if change.exercise_id else ""
        out.print(f"{sign} {place}{change.sentence}")
    if any(change.weakens for change in changes):
        out.print("\nIm Dienst muss dieser Änderung eine zweite Person mit der Rolle Datenschutz zustimmen.")


def _print_scope(scope: ScopeEffect, outcome: DryRun) -> None:
    out.print(f"\nIn der Übung {scope.exercise_id}:" if scope.exercise_id else "\nIm ganzen Haus:")
    if scope.exercise_id and scope.same_figures(outcome.scopes[0]):
        out.print("  Dasselbe wie im ganzen Haus.")
        return
    if not scope.changed_documents:
        out.print("  An den Prüftexten ändert sich nichts.")
        return
    out.print(
        f"  Texte, aus denen eine Angabe an das Modell geht: bisher {scope.leaking_before}, "
        f"künftig {scope.leaking_after} von {outcome.documents}."
    )
    out.print(
        f"  Ersetzte Wörter ohne Bezug zu einer Person: bisher {scope.over_redacted_before}, "
        f"künftig {scope.over_redacted_after} von {outcome.words}."
    )
    for one in scope.entities:
        out.print(
            f"  {one.label}: {one.before} → {one.after} ersetzt, {one.newly_missed} neu übersehen, "
            f"{one.newly_found} neu gefunden (gekennzeichnet: {one.labelled})"
        )
    for example in scope.examples:
        place = " ".join(f"{example.before}[{example.place}]{example.after}".split())
        out.print(f"  {example.document}, {example.label}, {_EFFECTS[example.effect]}: … {place} …")


def _policy(file: Path | None) -> PolicyDocument:
    try:
        return load_document(file or settings_from().policy_file)
    except PolicyError as error:
        raise CommandFailed(str(error), 2) from None


def _exercise_ids() -> set[str]:
    settings = settings_from()
    try:
        library = load_exercises(settings.exercises_dir, settings.installed_exercises_dir)
        return {exercise.id for exercise in library.all}
    except ExerciseError as error:
        raise CommandFailed(str(error), 2) from None


def _decimal(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
