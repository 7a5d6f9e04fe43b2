"""The service's database for commands that work on stored data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import inspect
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from sandbox.cli._console import CommandFailed
from sandbox.database import Database
from sandbox.settings import Settings


@contextmanager
def database_session(settings: Settings, *, writing: bool) -> Iterator[Session]:
    """A session on the database of the settings.

    Raises CommandFailed when there is none, when it is still empty, or when it does not answer.
    """
    if settings.database_url is None and not (settings.data_dir / "sandbox.db").is_file():
        raise CommandFailed(
            f"In {settings.data_dir} liegt keine Datenbank. Nennen Sie mit --data-dir das Verzeichnis des Dienstes.", 2
        )
    try:
        database = Database(settings.resolved_database_url)
        if "audit_event" not in inspect(database.engine).get_table_names():
            raise CommandFailed("Die Datenbank ist noch leer. Starten Sie einmal „sandbox serve“.", 2)
        with database.write() if writing else database.read() as session:
            yield session
    except SQLAlchemyError as error:
        raise CommandFailed(f"Die Datenbank antwortet nicht ({type(error).__name__}).") from None
