"""The database schema and its history (Alembic), shipped with the program and run at every start."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

_LOCK = 0x5A4E_444D
_DIRECTORY = Path(__file__).parent


def alembic_config() -> Config:
    """Alembic's configuration without a file."""
    config = Config()
    config.set_main_option("script_location", str(_DIRECTORY).replace("%", "%%"))
    return config


def migrate(engine: Engine) -> None:
    """Brings the database to the current schema. Does nothing when it is there already."""
    config = alembic_config()
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":  # copies of the service that start together take turns
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()
