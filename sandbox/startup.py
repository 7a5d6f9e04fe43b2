"""Making the parts of the service, with errors that say how to mend them."""

from __future__ import annotations

import errno
import os
import socket
import tempfile
from pathlib import Path

from exercises import ExerciseError, ExerciseLibrary, load_exercises
from guardrails import Guard, GuardError, Policy
from guardrails.policy import PolicyDocument, load_document
from models import (
    CatalogueEntry,
    ChatClient,
    EnergyMeter,
    ModelError,
    ModelFileError,
    WorkerSupervisor,
    open_catalogue,
    verify_model,
)
from sandbox.context import ActiveModel
from sandbox.settings import Settings


class StartupError(Exception):
    """The service cannot start. ``message`` says why, ``fix`` what to do; both are German."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(f"{message} {fix}")
        self.message = message
        self.fix = fix


def prepare_data_dir(settings: Settings) -> None:
    """Makes the data directory, closed to others, and tries to write in it."""
    directory = settings.data_dir
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=directory, prefix=".probe-"):
            pass
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise StartupError(
                f"Der Datenträger mit dem Datenverzeichnis {directory} ist voll.",
                "Bitte schaffen Sie Platz oder wählen Sie mit --data-dir ein anderes Verzeichnis.",
            ) from None
        raise StartupError(
            f"In das Datenverzeichnis {directory} kann nicht geschrieben werden ({os.strerror(error.errno or 0)}).",
            "Bitte geben Sie dem Konto, unter dem der Dienst läuft, Schreibrechte, oder wählen Sie mit "
            "--data-dir ein anderes Verzeichnis.",
        ) from None


def require_free_port(settings: Settings) -> None:
    """Raises when nothing can listen on the address."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise StartupError(
                    f"Der Anschluss {settings.port} auf {settings.host} ist schon belegt, vielleicht läuft der Dienst "
                    "bereits.",
                    "Bitte beenden Sie das andere Programm oder wählen Sie einen anderen Anschluss, zum Beispiel "
                    f"mit --port {settings.port + 1 if settings.port < 65535 else 8080}.",
                ) from None
            if error.errno in {errno.EACCES, errno.EPERM}:
                raise StartupError(
                    f"Den Anschluss {settings.port} darf dieses Konto nicht benutzen.",
                    "Bitte wählen Sie mit --port einen Anschluss über 1023.",
                ) from None
            raise StartupError(
                f"Auf der Adresse {settings.host} kann dieser Rechner nicht lauschen.",
                "Bitte prüfen Sie --host; 127.0.0.1 geht immer.",
            ) from None
        except OverflowError:
            raise StartupError("Diesen Anschluss gibt es nicht.", "Bitte wählen Sie 1 bis 65535.") from None


def read_policy(settings: Settings) -> PolicyDocument:
    """The policy of the house, or the shipped one, with its text."""
    try:
        return load_document(settings.policy_file)
    except GuardError as error:
        raise StartupError(
            f"Die Schutzregel lässt sich nicht lesen: {error}", "Bitte berichtigen Sie die Datei (SANDBOX_POLICY_FILE)."
        ) from None


def load_guard(policy: Policy) -> Guard:
    """The guard with this policy."""
    try:
        return Guard.load(policy)
    except (GuardError, OSError) as error:
        raise StartupError(
            f"Der Schutzfilter lässt sich nicht laden ({type(error).__name__}).",
            "Bitte installieren Sie das Programm noch einmal (make run).",
        ) from None


def read_exercises(settings: Settings) -> ExerciseLibrary:
    """The exercises of the house, or the shipped ones, and those that were installed from packs."""
    try:
        return load_exercises(settings.exercises_dir, settings.installed_exercises_dir)
    except ExerciseError as error:
        raise StartupError(
            f"Eine Übung ist fehlerhaft: {error}",
            "Bitte berichtigen Sie die Datei; »sandbox exercises validate« zeigt alle Fehler.",
        ) from None


def find_model(settings: Settings, name: str | None = None) -> CatalogueEntry:
    """A local model by its name, or that of the settings; its file checked against the catalogue."""
    name = name or settings.model
    try:
        catalogue = open_catalogue(settings.catalogue_file, settings.data_dir)
        entry = catalogue.get(name) if name else catalogue.default
        verify_model(entry)
    except ModelFileError as error:
        raise StartupError(
            error.message, "»sandbox models verify« prüft alle Modelldateien; mit SANDBOX_MODEL wählen Sie ein anderes."
        ) from None
    except ModelError as error:
        raise StartupError(error.message, "»sandbox models list« zeigt, welche Modelle es gibt.") from None
    return entry


def require_content(settings: Settings) -> None:
    """Raises when policy, exercises or model file are not fit for use."""
    read_policy(settings)
    read_exercises(settings)
    if not settings.upstream_url:
        find_model(settings)
    for name in filter(None, map(str.strip, settings.more_models.split(","))):
        find_model(settings, name)


def choose_model(settings: Settings, runtime_dir: Path) -> ActiveModel:
    """The model that is to answer, checked but not started."""
    if settings.upstream_url:
        key = settings.upstream_key.get_secret_value() if settings.upstream_key else None
        name = settings.upstream_model or "upstream"
        client = ChatClient(
            base_url=settings.upstream_url,
            api_key=key,
            model=settings.upstream_model,
            explain=_upstream_lost,
            silence=settings.upstream_timeout,
        )
        return ActiveModel(
            name=name,
            title=settings.upstream_model or "Modell des Hauses",
            parameters=None,
            note="Dieses Modell läuft auf einem Server des Hauses.",
            version=name,
            upstream=client,
        )
    return _local_model(settings, find_model(settings), runtime_dir)


def more_models(settings: Settings, runtime_dir: Path, first: ActiveModel) -> tuple[ActiveModel, ...]:
    """The further models that participants may choose, checked but not started."""
    names = dict.fromkeys(name.strip() for name in settings.more_models.split(","))
    return tuple(
        _local_model(settings, find_model(settings, name), runtime_dir / f"model-{number}")
        for number, name in enumerate((name for name in names if name and name != first.name), start=2)
    )


def _local_model(settings: Settings, entry: CatalogueEntry, runtime_dir: Path) -> ActiveModel:
    supervisor = WorkerSupervisor(
        entry.path,
        model_name=entry.name,
        runtime_dir=runtime_dir,
        threads=settings.model_threads,
        context_length=settings.model_context,
        startup_timeout=settings.model_startup_timeout,
    )
    return ActiveModel(
        name=entry.name,
        title=entry.title,
        parameters=entry.parameters,
        note=entry.note,
        version=f"{entry.name}-{(entry.sha256 or '')[:12]}",
        entry=entry,
        supervisor=supervisor,
        energy=EnergyMeter(lambda: supervisor.pid),
    )


def _upstream_lost() -> str:
    return (
        "Der Modellserver des Hauses antwortet nicht oder hat die Verbindung abgebrochen. Bitte versuchen Sie es in "
        "einigen Sekunden noch einmal."
    )
