"""Settings of the service, read from environment variables with the prefix ``SANDBOX_``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything an operator can set. Each field ``name`` is read from ``SANDBOX_NAME``."""

    model_config = SettingsConfigDict(env_prefix="SANDBOX_", extra="ignore", use_attribute_docstrings=True)

    host: str = "127.0.0.1"
    """Address the service listens on. Anything but loopback should stand behind a proxy with TLS."""

    port: Annotated[int, Field(ge=1, le=65535)] = 8080
    """TCP port the service listens on."""

    public_url: str | None = None
    """Address under which browsers reach the service (``https://werkstatt.example.de``). It appears in
    printed links, is accepted as origin, and marks cookies as ``Secure`` when it begins with ``https``.
    Without it: ``http://HOST:PORT``."""

    trusted_proxies: str = ""
    """Addresses of reverse proxies whose ``X-Forwarded-For`` and ``X-Forwarded-Proto`` are believed,
    separated by commas. Empty: none is. Behind a proxy, leave this empty and failed entries of all people
    count as those of one address."""

    data_dir: Path = Path("data")
    """Directory for the database and the socket of the model process. Created with mode 0700."""

    database_url: str | None = None
    """SQLAlchemy address of a PostgreSQL or SQLite database. Without it: ``sandbox.db`` in the data directory."""

    house: str = Field(default="", max_length=120)
    """Name of the house (``Stadt Beispielstadt, Bürgeramt``) as it stands on certificates of participation. Without
    it, the certificate leaves a line to fill in."""

    timezone: str = "Europe/Berlin"
    """Time zone in which a workshop begins and ends."""

    log_level: str = "INFO"
    """Least severity that is written to the service's own log: DEBUG, INFO, WARNING or ERROR."""

    model: str | None = None
    """Name of the local model in the catalogue. Without it: the catalogue's default."""

    more_models: str = ""
    """Further models of the catalogue that participants may choose for an attempt, by their names, separated by commas.
    Each is opened at the start and takes memory of its own. Empty: everybody works with the one model."""

    catalogue_file: Path | None = None
    """YAML file of the model catalogue. Without it: the catalogue that ships with the product."""

    model_threads: Annotated[int | None, Field(ge=1)] = None
    """Threads the local model computes with. Without it: the engine decides by the number of cores."""

    model_context: Annotated[int | None, Field(ge=256)] = None
    """Tokens of context the local model is opened with. Without it: what the model was made for."""

    model_startup_timeout: Annotated[float, Field(gt=0)] = 60.0
    """Seconds the local model may take to open before the start is given up."""

    model_hub: str = "https://huggingface.co"
    """Address from which `sandbox models pull` downloads; a mirror of the house speaks the same protocol. The
    service itself never contacts it."""

    upstream_url: str | None = None
    """Base address of an OpenAI-compatible server of the house (``http://llm.intern:8000``). When set, it
    answers instead of the local model."""

    upstream_key: SecretStr | None = None
    """API key for the server of the house."""

    upstream_model: str | None = None
    """Name under which the server of the house is shown to participants and recorded with attempts."""

    upstream_timeout: Annotated[float, Field(gt=0)] = 300.0
    """Seconds the server of the house may stay silent before its answer is given up."""

    max_tokens: Annotated[int, Field(ge=1, le=8192)] = 400
    """Longest answer in tokens; a participant may ask for less, not for more."""

    temperature: Annotated[float, Field(ge=0.0, le=2.0)] = 0.1
    """Sampling temperature where a participant sets none."""

    guard_timeout: Annotated[float, Field(ge=0.0)] = 10.0
    """Seconds the guard may take for one text. Runs it out of time, nothing is sent to the model."""

    policy_file: Path | None = None
    """YAML file of the policy (Schutzregel). Without it: the policy that ships with the guard."""

    exercises_dir: Path | None = None
    """Directory of the exercises. Without it: the exercises that ship with the product."""

    prompt_limit: Annotated[int, Field(ge=1)] = 4000
    """Characters a prompt may have where the exercise sets no smaller limit."""

    material_limit: Annotated[int, Field(ge=1)] = 8000
    """Characters the material of an own case may have."""

    reflection_limit: Annotated[int, Field(ge=1)] = 4000
    """Characters the answer to one reflection question may have."""

    retention_days: Annotated[int, Field(ge=0)] = 90
    """Days that attempts of a new workshop are kept after its last day, unless the trainer sets another number."""

    session_hours: Annotated[float, Field(gt=0)] = 12.0
    """Hours until trainers, data-protection officers and administrators have to log in again."""

    participant_session_days: Annotated[float, Field(gt=0)] = 30.0
    """Days until a participant's session ends; it never outlives the workshop."""

    setup_link_hours: Annotated[float, Field(gt=0)] = 72.0
    """Hours a one-time set-up link for a new account stays valid."""

    failed_entries: Annotated[int, Field(ge=1)] = 10
    """Wrong join codes, logins and set-up links per address within the window before the address has to wait."""

    failed_entries_total: Annotated[int, Field(ge=1)] = 200
    """The same for all addresses together."""

    failed_entries_window: Annotated[float, Field(gt=0)] = 300.0
    """Seconds over which failed entries are counted."""

    demo_workshop: bool = True
    """Create a demonstration workshop at the first start."""

    demo_days: Annotated[int, Field(ge=1)] = 30
    """Days the demonstration workshop runs from the first start."""

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        ZoneInfo(value)
        return value

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        level = value.upper()
        if level not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            raise ValueError("SANDBOX_LOG_LEVEL: DEBUG, INFO, WARNING oder ERROR")
        return level

    @property
    def local_url(self) -> str:
        """Address at which the page reaches the API on this machine."""
        host = "127.0.0.1" if self.host in {"0.0.0.0", "::", ""} else self.host  # noqa: S104
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def address(self) -> str:
        """Address people use, without a slash at the end."""
        return (self.public_url or self.local_url).rstrip("/")

    @property
    def secure(self) -> bool:
        """Whether people reach the service by TLS."""
        return self.address.startswith("https://")

    @property
    def resolved_database_url(self) -> str:
        """SQLAlchemy address with the driver named."""
        if self.database_url is None:
            return f"sqlite:///{self.data_dir.resolve() / 'sandbox.db'}"
        for prefix in ("postgres://", "postgresql://"):
            if self.database_url.startswith(prefix):
                return "postgresql+psycopg://" + self.database_url.removeprefix(prefix)
        return self.database_url

    @property
    def installed_exercises_dir(self) -> Path:
        """Where modules from packs lie."""
        return self.data_dir / "exercises"

    @property
    def runtime_dir(self) -> Path:
        """Directory for the socket of the model process."""
        return self.data_dir / "run"
