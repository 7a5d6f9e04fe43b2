"""The doctor's checks: each looks at one fact, says what it found, and how to mend it."""

from __future__ import annotations

import ipaddress
import os
import platform
import shutil
import socket
import stat
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import psutil

from guardrails import Guard, GuardError, RawText
from models import ModelError, open_catalogue, verify_model
from sandbox.settings import Settings

MIN_FREE_MEMORY_BYTES = 1_500_000_000
MIN_FREE_DISK_BYTES = 500_000_000
_PROBE = "Bitte antworten Sie Frau Erika Mustermann, IBAN DE89 3704 0044 0532 0130 00."


@dataclass(frozen=True)
class Diagnosis:
    """The outcome of one check.

    id: stable name, for programs; title: what was looked at, in German; status: "ok", "warning" (works, but look
    at it) or "error" (the sandbox will not work or not keep its promise); message: what was found; fix: what to do.
    """

    id: str
    title: str
    status: Literal["ok", "warning", "error"]
    message: str
    fix: str = ""

    def record(self) -> dict[str, Any]:
        """The diagnosis as plain data, for `sandbox doctor --json`."""
        return asdict(self)


def examine(settings: Settings) -> Iterator[Diagnosis]:
    """Run every check in order; a check that itself breaks becomes an error, not an exception."""
    for check in _CHECKS:
        try:
            yield check(settings)
        except Exception as error:
            name = check.__name__.removeprefix("_")
            yield Diagnosis(
                name,
                name,
                "error",
                f"Die Prüfung selbst ist gescheitert ({type(error).__name__}).",
                "Bitte melden Sie das mit der Ausgabe von „sandbox doctor --json“.",
            )


def _python(settings: Settings) -> Diagnosis:
    title = "Python"
    found = platform.python_version()
    if (3, 11) <= tuple(int(part) for part in found.split(".")[:2]) <= (3, 13):
        return Diagnosis("python", title, "ok", f"Python {found}.")
    return Diagnosis("python", title, "error", f"Python {found}.", "Installieren Sie Python 3.11, 3.12 oder 3.13.")


def _model_file(settings: Settings) -> Diagnosis:
    title = "Modelldatei und Prüfsumme"
    try:
        catalogue = open_catalogue(settings.catalogue_file, settings.data_dir)
        further = [name.strip() for name in settings.more_models.split(",") if name.strip()]
        entries = [catalogue.get(settings.model) if settings.model else catalogue.default, *map(catalogue.get, further)]
        for entry in entries:
            verify_model(entry)
    except ModelError as error:
        return Diagnosis(
            "model-file",
            title,
            "error",
            str(error),
            "„sandbox models list“ zeigt die Modelle, SANDBOX_MODEL und SANDBOX_MORE_MODELS wählen davon; die "
            "ausgelieferte Datei bringt „git checkout -- models“ zurück.",
        )
    found = "; ".join(f"{entry.title}: unverändert, {entry.size_bytes / 1e6:.1f} MB" for entry in entries)
    return Diagnosis("model-file", title, "ok", f"{found}.")


def _data_directory(settings: Settings) -> Diagnosis:
    title = "Datenverzeichnis"
    folder = Path(settings.data_dir).absolute()
    existing = folder
    while not existing.exists():
        existing = existing.parent
    if not existing.is_dir():
        return Diagnosis(
            "data-directory",
            title,
            "error",
            f"{existing} ist kein Verzeichnis.",
            "Wählen Sie mit --data-dir ein anderes Verzeichnis.",
        )
    try:
        with tempfile.TemporaryFile(dir=existing):
            pass
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else "unbekannter Grund"
        return Diagnosis(
            "data-directory",
            title,
            "error",
            f"In {existing} lässt sich nicht schreiben: {reason}.",
            "Geben Sie dem Konto, unter dem der Dienst läuft, Schreibrecht, oder wählen Sie --data-dir.",
        )
    free = shutil.disk_usage(existing).free
    if free < MIN_FREE_DISK_BYTES:
        return Diagnosis(
            "data-directory",
            title,
            "error",
            f"Nur noch {free / 1e6:.0f} MB frei auf {existing}.",
            "Schaffen Sie Platz; 500 MB sollten frei sein.",
        )
    if existing != folder:
        return Diagnosis("data-directory", title, "ok", f"{folder} wird beim ersten Start angelegt.")
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        return Diagnosis(
            "data-directory",
            title,
            "warning",
            f"{folder} ist auch für andere Konten dieses Rechners zugänglich.",
            f"chmod 700 {folder}",
        )
    return Diagnosis("data-directory", title, "ok", f"{folder}, {free / 1e9:.1f} GB frei, nur für dieses Konto.")


def _telemetry(settings: Settings) -> Diagnosis:
    title = "Nutzungsstatistik aus"
    from sandbox.page import configure_streamlit, page_script
    from sandbox.startup import StartupError

    try:
        configure_streamlit(settings, page_script().parent / "theme" / "config.toml")
    except StartupError as error:
        return Diagnosis("telemetry", title, "error", error.message, error.fix)
    return Diagnosis("telemetry", title, "ok", "Die Seite sendet keine Nutzungsdaten.")


def _outside_addresses(settings: Settings) -> Diagnosis:
    title = "Keine Adresse außerhalb eingestellt"
    configured = {
        "SANDBOX_UPSTREAM_URL": settings.upstream_url,
        "SANDBOX_DATABASE_URL": settings.database_url,
    }
    outside = {name: host for name, url in configured.items() if url and not _is_local(host := _host(str(url)))}
    if outside:
        named = ", ".join(f"{name} → {host}" for name, host in outside.items())
        return Diagnosis(
            "outside-addresses",
            title,
            "warning",
            f"Eingestellt ist: {named}.",
            "Das ist in Ordnung, wenn dieser Rechner im eigenen Haus steht. Entfernen Sie sonst die Einstellung.",
        )
    return Diagnosis("outside-addresses", title, "ok", "Der Dienst spricht nur mit diesem Rechner selbst.")


def _memory(settings: Settings) -> Diagnosis:
    title = "Freier Arbeitsspeicher"
    free = psutil.virtual_memory().available
    if free < MIN_FREE_MEMORY_BYTES:
        return Diagnosis(
            "memory",
            title,
            "error",
            f"{free / 1e9:.1f} GB frei.",
            "Gebraucht werden etwa 1,5 GB. Beenden Sie andere Programme.",
        )
    return Diagnosis("memory", title, "ok", f"{free / 1e9:.1f} GB frei.")


def _guard(settings: Settings) -> Diagnosis:
    title = "Schutz vor personenbezogenen Daten"
    try:
        guard = Guard.load()
        redaction = guard.redact(RawText(_PROBE), language="de")
    except GuardError as error:
        return Diagnosis(
            "guard",
            title,
            "error",
            str(error),
            "Installieren Sie neu mit „make run“; ohne Schutz sendet der Dienst nichts.",
        )
    missed = [value for value in ("Mustermann", "DE89 3704") if value in redaction.text.text]
    if missed:
        return Diagnosis(
            "guard",
            title,
            "error",
            "Der Schutz hat in einem Probetext nicht alles gefunden.",
            "Stellen Sie die ausgelieferte Schutzregel wieder her.",
        )
    return Diagnosis("guard", title, "ok", f"Schutzregel {guard.versions.policy}, Probetext erkannt.")


def _port(settings: Settings) -> Diagnosis:
    title = "Anschluss"
    where = f"{settings.host}:{settings.port}"
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError:
            return Diagnosis(
                "port",
                title,
                "warning",
                f"{where} ist belegt, vielleicht läuft der Dienst schon.",
                "Beenden Sie das andere Programm oder wählen Sie --port.",
            )
    if not _is_local(settings.host):
        return Diagnosis(
            "port",
            title,
            "warning",
            f"{where} ist auch von anderen Rechnern erreichbar.",
            "Stellen Sie einen Reverse-Proxy mit TLS davor; die Anleitung steht in docs/operation.md.",
        )
    return Diagnosis("port", title, "ok", f"{where} ist frei und nur von diesem Rechner erreichbar.")


def _host(url: str) -> str:
    parts = urlsplit(url)
    return parts.hostname or ""


def _is_local(host: str) -> bool:
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


_CHECKS: tuple[Callable[[Settings], Diagnosis], ...] = (
    _python,
    _model_file,
    _data_directory,
    _telemetry,
    _outside_addresses,
    _memory,
    _guard,
    _port,
)
