"""Whether a model file is the one the catalogue means, and whether it fits on this machine."""

import hashlib
from pathlib import Path

import psutil

from models.catalogue import CatalogueEntry
from models.errors import ModelFileError
from models.gguf_file import ModelInfo, inspect_gguf


def verify_model(entry: CatalogueEntry) -> ModelInfo:
    """Reads the whole file of `entry` and compares it with the catalogue.

    Raises:
        ModelFileError: everything `inspect_gguf` finds, `missing` if the model was never installed, and `checksum`
            if the content differs or was never recorded.
    """
    if entry.source == "hub" and not entry.path.is_file():
        raise ModelFileError(
            f"Das Modell „{entry.name}“ ist nicht installiert. »sandbox models pull {entry.name}« lädt es herunter; "
            f"ohne Internet übernimmt »sandbox models import DATEI --name {entry.name}« eine mitgebrachte Datei.",
            code="missing",
        )
    info = inspect_gguf(entry.path)
    if entry.sha256 is None:
        raise ModelFileError(
            f"Für die Modelldatei {entry.path} ist keine Prüfsumme aufgezeichnet. Bitte die Datei an einen anderen "
            f"Ort verschieben und mit »sandbox models import DATEI --name {entry.name}« übernehmen.",
            code="checksum",
        )
    if info.size_bytes != entry.size_bytes or file_digest(entry.path) != entry.sha256:
        raise ModelFileError(
            f"Die Modelldatei {entry.path} ist nicht die Datei, die im Katalog als „{entry.name}“ steht "
            "(Prüfsumme verschieden). Bitte die Datei noch einmal aus der Quelle kopieren.",
            code="checksum",
        )
    return info


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def require_memory(
    path: Path, info: ModelInfo, *, context_length: int | None = None, sequences: int = 1, available: int | None = None
) -> None:
    """Refuses a model that this machine's free memory cannot hold.

    `context_length` is the worker's, in tokens, if it was set, `sequences` what it computes at once;
    `available` is in bytes, by default measured.

    Raises:
        ModelFileError: with code `too_large`.
    """
    free = psutil.virtual_memory().available if available is None else available
    needed = info.memory_at(context_length, sequences)
    if needed > free:
        raise ModelFileError(
            f"Das Modell {path.name} braucht etwa {gigabytes(needed)} Arbeitsspeicher, "
            f"frei sind {gigabytes(free)}. Bitte andere Programme beenden oder ein kleineres Modell wählen.",
            code="too_large",
        )


def gigabytes(count: int) -> str:
    """A number of bytes for German readers."""
    return f"{count / 1e9:.1f} GB".replace(".", ",")
