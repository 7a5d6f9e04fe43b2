"""`sandbox users`: inviting people with roles. What they then do is theirs; the command line decides on nothing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sandbox.accounts import Role
from sandbox.accounts.service import issue_setup_link
from sandbox.audit import Actor
from sandbox.cli._console import out
from sandbox.cli._database import database_session
from sandbox.cli._settings import settings_from

commands = typer.Typer(no_args_is_help=True)


class Invited(StrEnum):
    """The roles that people are invited to; participants join with the code of their workshop."""

    trainer = "trainer"
    dpo = "dpo"
    admin = "admin"


@commands.callback()
def users() -> None:
    """Konten für Personen mit Rollen."""


@commands.command()
def invite(
    role: Annotated[Invited, typer.Argument(help="trainer, dpo (Datenschutz) oder admin.")],
    data_dir: Annotated[Path | None, typer.Option("--data-dir", help="Datenverzeichnis des Dienstes.")] = None,
) -> None:
    """Stellt einen einmaligen Einrichtungslink aus. Ein früherer, unbenutzter Link für die Rolle gilt dann nicht mehr.

    Das Ausstellen steht im Prüfprotokoll.
    """
    settings = settings_from(data_dir=data_dir)
    with database_session(settings, writing=True) as session:
        token = issue_setup_link(session, settings, Role(role.value), Actor.system())
    out.print(f"Einmaliger Link, {Role(role.value).label}, gültig {settings.setup_link_hours:g} Stunden:")
    out.print(f"{settings.address}/?einrichtung={token}")
