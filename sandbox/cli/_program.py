"""Assembles the subcommands; each lives in a module of its own."""

from __future__ import annotations

import typer

from sandbox.cli import _audit, _doctor, _exercises, _guard, _models, _serve, _users
from sandbox.cli._console import CommandFailed, fail, use_utf8

program = typer.Typer(
    name="sandbox",
    help="KI-Werkstatt: ein Sprachmodell in der Verwaltung sicher ausprobieren.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
program.command("serve")(_serve.serve)
program.command("doctor")(_doctor.doctor)
program.add_typer(_guard.commands, name="guard")
program.add_typer(_models.commands, name="models")
program.add_typer(_exercises.commands, name="exercises")
program.add_typer(_users.commands, name="users")
program.add_typer(_audit.commands, name="audit")
program.add_typer(_audit.retention, name="retention")


def main() -> None:
    """Entry point of the program: every expected failure ends with one sentence, never with a trace."""
    use_utf8()
    try:
        program()
    except CommandFailed as error:
        fail(str(error), error.exit_code)
    except BrokenPipeError:
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        fail("Abgebrochen.", 130)
