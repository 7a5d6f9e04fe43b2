"""The models that a house has installed: files in the data directory, and a lock file that says what they are.

    models/
      models.lock     name → file, SHA-256, size, where it came from (JSON)
      NAME.gguf       the file, only ever complete: copies and downloads grow beside it under another name

A checksum is recorded once, when a file comes in, and compared at every start.
"""

import errno
import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final, Literal

import psutil
from pydantic import BaseModel, ConfigDict, ValidationError

from models.catalogue import Catalogue, CatalogueEntry, load_catalogue
from models.errors import ModelError, ModelFileError
from models.gguf_file import ModelInfo, inspect_gguf
from models.verification import file_digest, gigabytes

LOCK_FILE: Final = "models.lock"
Progress = Callable[[int, int], None]
"""Told how many bytes of how many there are."""

_BLOCK: Final = 4 * 1024 * 1024
_SPARE_BYTES: Final = 64 * 1024 * 1024
"""What must be left on the disk after a model has come in: the database lies there too."""
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


class StoreError(ModelError):
    """A model could not be installed; nothing of it is left behind unless the message says so. German."""


class LockedModel(BaseModel):
    """What is known about one installed file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sha256: str
    size_bytes: int
    source: Literal["hub", "import"]
    recorded: str
    """When the file came in, ISO 8601 in UTC."""
    origin: str
    """Name of the imported file, or name of the file on the hub."""
    title: str
    licence: str
    parameters: int
    context_length: int
    cache_bytes_per_token: int
    repository: str | None = None
    revision: str | None = None
    """Commit of the repository."""
    hub: str | None = None
    """Address of the hub."""


class _LockFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    models: dict[str, LockedModel] = {}


class ModelStore:
    """The installed models in one folder."""

    def __init__(self, folder: Path) -> None:
        """Reads nothing and makes nothing yet."""
        self.folder = folder

    def path_of(self, name: str) -> Path:
        """Where the file of that model lies, or would lie."""
        return self.folder.resolve() / f"{name}.gguf"

    def installed(self) -> dict[str, LockedModel]:
        """What the lock file holds, by name.

        Raises:
            StoreError: it is damaged.
        """
        path = self.folder / LOCK_FILE
        try:
            return dict(_LockFile.model_validate_json(path.read_bytes()).models)
        except FileNotFoundError:
            return {}
        except (ValidationError, OSError):
            raise StoreError(
                f"Die Liste der Prüfsummen {path} lässt sich nicht lesen. Bitte aus einer Sicherung zurückholen, oder "
                "die Datei löschen und die Modelle mit »sandbox models import« noch einmal übernehmen."
            ) from None

    def resolve(self, catalogue: Catalogue) -> Catalogue:
        """The catalogue with the paths, checksums and revisions of what is installed, and with imported models.

        Raises:
            StoreError: the lock file is damaged.
        """
        installed = self.installed()
        known = {entry.name for entry in catalogue.entries}
        entries = [self._resolved(entry, installed.get(entry.name)) for entry in catalogue.entries]
        entries += [self._imported(name, lock) for name, lock in installed.items() if name not in known]
        return catalogue.model_copy(update={"entries": tuple(entries)})

    def _resolved(self, entry: CatalogueEntry, lock: LockedModel | None) -> CatalogueEntry:
        if entry.source != "hub":
            return entry
        update: dict[str, object] = {"path": self.path_of(entry.name)}
        if lock is not None:
            update |= {"sha256": lock.sha256, "size_bytes": lock.size_bytes, "revision": lock.revision}
        return entry.model_copy(update=update)

    def _imported(self, name: str, lock: LockedModel) -> CatalogueEntry:
        return CatalogueEntry(
            name=name,
            title=lock.title,
            source="file",
            path=self.path_of(name),
            sha256=lock.sha256,
            size_bytes=lock.size_bytes,
            licence=lock.licence,
            languages=(),
            parameters=lock.parameters,
            context_length=lock.context_length,
            cache_bytes_per_token=lock.cache_bytes_per_token,
            note=f"Vom Haus eingespielt aus der Datei {lock.origin}.",
        )

    def import_file(
        self,
        source: Path,
        catalogue: Catalogue,
        *,
        name: str | None = None,
        replace: bool = False,
        progress: Progress | None = None,
    ) -> CatalogueEntry:
        """Checks the file at `source`, copies it into the store and records its checksum.

        Without `name` the name is that of the catalogue entry with this file name, or made from the file name.

        Raises:
            ModelFileError: everything `inspect_gguf` finds, `too_large`, `unsupported`, or `checksum` if the
                catalogue expects another file of that name.
            StoreError: the name is taken or not usable, the disk is full, or the folder cannot be written.
        """
        info = require_usable(source)
        chosen = name or _name_for(source, catalogue)
        if not _NAME.fullmatch(chosen):
            raise StoreError(
                f"„{chosen}“ ist als Name nicht verwendbar: bitte Kleinbuchstaben, Ziffern, Punkt, Strich (--name)."
            )
        entry = next((entry for entry in catalogue.entries if entry.name == chosen and entry.source != "file"), None)
        if entry is not None and entry.shipped:
            raise StoreError(f"„{chosen}“ heißt schon das mitgelieferte Modell. Bitte mit --name anders benennen.")
        with self.writing():
            before = self.installed().get(chosen)
            if before is not None and not replace and self.path_of(chosen).exists():
                if before.size_bytes == info.size_bytes and before.sha256 == file_digest(source):
                    return self.resolve(catalogue).get(chosen)
                raise StoreError(
                    f"Ein anderes Modell „{chosen}“ ist schon installiert. Bitte mit --name anders benennen, oder mit "
                    "--replace ersetzen."
                )
            part = self.folder / f".{chosen}.import"
            try:
                digest = self._copy(source, part, info.size_bytes, progress)
                if entry is not None:
                    require_digest(entry, digest, source)
                self.admit(part, chosen, describe(info, entry, digest, source="import", origin=source.name))
            finally:
                part.unlink(missing_ok=True)
        return self.resolve(catalogue).get(chosen)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keeps other processes from changing the store.

        Raises:
            StoreError: one is at it, or the folder cannot be made.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            guard = (self.folder / ".writing").open("w")
        except OSError as error:
            raise _unwritable(self.folder, error) from None
        with guard:
            try:
                fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise StoreError(
                    "Ein anderer Aufruf von »sandbox models« ist gerade dabei. Bitte warten Sie, bis er fertig ist."
                ) from None
            yield

    def require_space(self, count: int) -> None:
        """Raises StoreError when `count` more bytes do not fit on the disk."""
        free = shutil.disk_usage(self.folder).free
        if free < count + _SPARE_BYTES:
            raise _disk_full(self.folder, count, free)

    def admit(self, part: Path, name: str, lock: LockedModel) -> None:
        """Gives a complete file its name, and records it. Call inside `writing`."""
        final = self.path_of(name)
        try:
            part.chmod(0o600)
            part.replace(final)
            models = {**self.installed(), name: lock}
            text = _LockFile(models=models).model_dump_json(indent=2) + "\n"
            new = self.folder / f".{LOCK_FILE}.new"
            with new.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            new.replace(self.folder / LOCK_FILE)
        except OSError as error:
            raise _unwritable(self.folder, error) from None

    def _copy(self, source: Path, target: Path, size: int, progress: Progress | None) -> str:
        """Copies, and returns the SHA-256 of what was written."""
        self.require_space(size)
        digest = hashlib.sha256()
        try:
            with source.open("rb") as reading, target.open("wb") as writing:
                while block := reading.read(_BLOCK):
                    writing.write(block)
                    digest.update(block)
                    if progress is not None:
                        progress(writing.tell(), size)
                _to_disk(writing)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise _disk_full(self.folder, size, 0) from None
            raise _unwritable(self.folder, error) from None
        if target.stat().st_size != size:
            raise StoreError(f"Die Datei {source} hat sich beim Kopieren geändert. Bitte noch einmal versuchen.")
        return digest.hexdigest()


def open_catalogue(catalogue_file: Path | None, data_dir: Path) -> Catalogue:
    """The catalogue as this house has it: with what is installed in its data directory.

    Raises:
        CatalogueError: the catalogue is faulty.
        StoreError: the lock file is damaged.
    """
    return store_in(data_dir).resolve(load_catalogue(catalogue_file))


def store_in(data_dir: Path) -> ModelStore:
    """The store of a data directory."""
    return ModelStore(data_dir / "models")


def require_usable(path: Path) -> ModelInfo:
    """What the file says about itself, if it is a model for conversations that this machine can hold.

    Raises:
        ModelFileError: it is not.
    """
    info = inspect_gguf(path)
    require_conversations(path, info)
    return info


def require_conversations(path: Path, info: ModelInfo) -> None:
    """Refuses a model that is not made for conversations, or that this machine cannot hold.

    Raises:
        ModelFileError: with code `unsupported` or `too_large`.
    """
    if not info.chat_template:
        raise ModelFileError(
            f"Die Modelldatei {path} enthält keine Gesprächsvorlage (chat template). Bitte eine Fassung des Modells "
            "wählen, die für Gespräche gedacht ist („Instruct“ oder „Chat“).",
            code="unsupported",
        )
    require_machine(path.name, info.memory_for(1, 2048))


def require_machine(title: str, needed: int, *, total: int | None = None) -> None:
    """Refuses what this machine could not hold even if nothing else ran. `total` is in bytes, by default measured.

    Raises:
        ModelFileError: with code `too_large`.
    """
    memory = psutil.virtual_memory().total if total is None else total
    if needed > memory:
        raise ModelFileError(
            f"{title} ist zu groß für diesen Rechner: Es braucht mindestens {gigabytes(needed)} Arbeitsspeicher, "
            f"eingebaut sind {gigabytes(memory)}. Bitte ein kleineres Modell wählen.",
            code="too_large",
        )


def require_digest(entry: CatalogueEntry, digest: str, path: Path) -> None:
    """Refuses a file that is not the one that the catalogue means.

    Raises:
        ModelFileError: with code `checksum`.
    """
    if entry.sha256 is not None and digest != entry.sha256:
        raise ModelFileError(
            f"{path} ist nicht die Datei, die im Katalog als „{entry.name}“ steht (Prüfsumme verschieden). "
            "Bitte die Datei noch einmal aus der Quelle holen, oder mit --name anders benennen.",
            code="checksum",
        )


def describe(
    info: ModelInfo, entry: CatalogueEntry | None, digest: str, *, source: Literal["hub", "import"], origin: str
) -> LockedModel:
    """The record of a file that has just been checked."""
    return LockedModel(
        sha256=digest,
        size_bytes=info.size_bytes,
        source=source,
        recorded=datetime.now(UTC).isoformat(timespec="seconds"),
        origin=origin,
        title=info.name if entry is None else entry.title,
        licence=(info.licence or "unbekannt") if entry is None else entry.licence,
        parameters=info.parameters,
        context_length=info.context_length,
        cache_bytes_per_token=info.cache_bytes_per_token,
    )


def _name_for(source: Path, catalogue: Catalogue) -> str:
    for entry in catalogue.entries:
        if entry.file == source.name:
            return entry.name
    return re.sub(r"[^a-z0-9._-]+", "-", source.stem.lower()).strip("-._")[:64]


def _to_disk(file: BinaryIO) -> None:
    file.flush()
    with suppress(OSError):
        os.fsync(file.fileno())


def _disk_full(folder: Path, needed: int, free: int) -> StoreError:
    return StoreError(
        f"Auf dem Datenträger mit {folder} ist nicht genug Platz: gebraucht werden {gigabytes(needed + _SPARE_BYTES)}, "
        f"frei sind {gigabytes(free)}. Es ist nichts liegen geblieben. Bitte Platz schaffen."
    )


def _unwritable(folder: Path, error: OSError) -> StoreError:
    reason = os.strerror(error.errno) if error.errno else type(error).__name__
    return StoreError(f"In {folder} kann nicht geschrieben werden ({reason}). Bitte die Schreibrechte prüfen.")
