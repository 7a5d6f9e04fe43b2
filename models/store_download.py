"""Fetches a model from a hub. The only part of this product that uses the internet, and only when it is called.

It is imported by the command `sandbox models pull` alone; the service never loads it. Of `huggingface_hub` the
metadata request and the transfer are used; its own cache is not, and it keeps no broken download to go on from
(2.4), so the growing file is kept here. No account, no token, no telemetry, no other protocol than HTTP.
"""

import errno
import io
import logging
import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.catalogue import CatalogueEntry
from models.errors import ModelFileError
from models.gguf_file import inspect_beginning
from models.store import (
    ModelStore,
    Progress,
    StoreError,
    describe,
    require_conversations,
    require_digest,
    require_machine,
    require_usable,
)
from models.verification import file_digest, gigabytes

for _switch in (
    "HF_HUB_DISABLE_TELEMETRY",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN",
    "HF_HUB_DISABLE_UPDATE_CHECK",
    "HF_HUB_DISABLE_PROGRESS_BARS",
    "HF_HUB_DISABLE_XET",
):
    os.environ[_switch] = "1"

import httpx2  # noqa: E402 - read its switches from the environment above
from huggingface_hub import close_session, get_hf_file_metadata, hf_hub_url  # noqa: E402
from huggingface_hub.errors import (  # noqa: E402
    FileMetadataError,
    GatedRepoError,
    HfHubHTTPError,
    OfflineModeIsEnabled,
    RemoteEntryNotFoundError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)
from huggingface_hub.file_download import http_get  # noqa: E402
from huggingface_hub.utils import logging as hub_logging  # noqa: E402

if TYPE_CHECKING:
    from typing_extensions import Buffer

hub_logging.set_verbosity(logging.ERROR)

_PATIENCE_SECONDS: Final = 20.0
_HEADERS: Final = {"User-Agent": "ki-werkstatt-sandbox", "Accept-Encoding": "identity"}


def pull_model(
    store: ModelStore, entry: CatalogueEntry, *, hub: str, progress: Progress | None = None
) -> CatalogueEntry:
    """Downloads the file of `entry` into the store, checks it and records its checksum and revision.

    A download that breaks off is continued by the next call. What is installed already is only compared with its
    record.

    Raises:
        ModelFileError: what came is no usable model, too large for this machine, or not what the catalogue or the
            hub promised. It is deleted.
        StoreError: there is nothing to download, no connection, no such file, no room.
    """
    if entry.repository is None or entry.file is None:
        raise StoreError(f"Das Modell „{entry.name}“ wird mitgeliefert oder liegt schon hier; es gibt nichts zu laden.")
    require_machine(f"Das Modell „{entry.name}“", entry.size_bytes)
    with ExitStack() as stack:
        stack.callback(close_session)  # else it is closed, and logged, when the program ends
        stack.enter_context(store.writing())
        before = store.installed().get(entry.name)
        if before is not None and store.path_of(entry.name).is_file():
            if file_digest(store.path_of(entry.name)) == before.sha256:
                return _installed(store, entry)
            raise ModelFileError(
                f"Die installierte Datei des Modells „{entry.name}“ ist verändert oder beschädigt. Bitte löschen Sie "
                f"{store.path_of(entry.name)} und laden Sie das Modell noch einmal.",
                code="checksum",
            )
        offer = _Offer(entry, hub.rstrip("/"), None if before is None else before.revision)
        part = store.folder / f".{entry.name}.{offer.commit}.part"
        for other in store.folder.glob(f".{entry.name}.*.part"):
            if other != part:
                other.unlink()
        try:
            _fetch(store, offer, part, progress)
            digest = file_digest(part)
            if offer.sha256 is not None and digest != offer.sha256:
                raise ModelFileError(
                    f"Was für „{entry.name}“ angekommen ist, hat nicht die Prüfsumme, die {offer.host} nennt. "
                    "Bitte laden Sie das Modell noch einmal.",
                    code="checksum",
                )
            require_digest(entry, digest, Path(entry.file))
            info = require_usable(part)
        except ModelFileError:
            part.unlink()
            raise
        record = describe(info, entry, digest, source="hub", origin=entry.file)
        place = {"repository": entry.repository, "revision": offer.commit, "hub": offer.host}
        store.admit(part, entry.name, record.model_copy(update=place))
    return _installed(store, entry)


def _installed(store: ModelStore, entry: CatalogueEntry) -> CatalogueEntry:
    lock = store.installed()[entry.name]
    update = {"path": store.path_of(entry.name), "sha256": lock.sha256, "revision": lock.revision}
    return entry.model_copy(update=update)


class _Offer:
    """What the hub says about the file."""

    def __init__(self, entry: CatalogueEntry, host: str, recorded_revision: str | None) -> None:
        assert entry.repository is not None and entry.file is not None
        self.host = host
        revision = recorded_revision or entry.revision or "main"
        try:
            url = hf_hub_url(entry.repository, entry.file, revision=revision, endpoint=host)
            found = get_hf_file_metadata(url, token=False, timeout=_PATIENCE_SECONDS, endpoint=host)
        except (HfHubHTTPError, OfflineModeIsEnabled, FileMetadataError, httpx2.HTTPError) as error:
            raise _refused(error, entry, host) from None
        if found.commit_hash is None or found.size is None:
            raise StoreError(f"Unter {host} antwortet kein Modellverzeichnis. Bitte SANDBOX_MODEL_HUB prüfen.")
        self.commit: str = found.commit_hash
        if recorded_revision or entry.revision:
            assert revision is not None
            if self.commit != revision:
                raise StoreError(f"{host} bietet statt des festgelegten Stands {revision[:12]} einen anderen an.")
        self.size: int = found.size
        tag = found.etag or ""
        self.sha256 = tag if len(tag) == 64 else None
        if entry.sha256 is not None and self.sha256 is not None and self.sha256 != entry.sha256:
            raise StoreError(
                f"Die Datei unter {host} ist nicht die, die im Katalog als „{entry.name}“ steht (Prüfsumme "
                "verschieden). Es wurde nichts geladen."
            )
        require_machine(f"Das Modell „{entry.name}“", self.size)
        self.url = hf_hub_url(entry.repository, entry.file, revision=self.commit, endpoint=host)
        self.entry = entry


def _fetch(store: ModelStore, offer: _Offer, part: Path, progress: Progress | None) -> None:
    have = part.stat().st_size if part.exists() else 0
    if have > offer.size:
        part.unlink()
        have = 0
    store.require_space(offer.size - have)
    try:
        with _GrowingFile(part, have, offer.size, progress) as file:
            http_get(offer.url, file, resume_size=have, headers=_HEADERS, expected_size=offer.size)
            os.fsync(file.fileno())
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            part.unlink()
            raise StoreError(
                f"Beim Laden ist der Datenträger mit {store.folder} voll geworden. Es ist nichts liegen geblieben. "
                "Bitte Platz schaffen."
            ) from None
        raise _broken_off(offer, part) from None
    except HfHubHTTPError as error:
        raise _refused(error, offer.entry, offer.host) from None
    except httpx2.HTTPError:
        raise _broken_off(offer, part) from None


class _GrowingFile(io.BufferedRandom):
    """A file that continues at byte `have` and reports its size as it grows. As soon as its header is there, it must be
    that of a usable model: nobody waits for gigabytes that will be thrown away.
    """

    def __init__(self, path: Path, have: int, size: int, progress: Progress | None) -> None:
        super().__init__(io.FileIO(path, "r+" if have else "w+"))
        self.seek(have)
        self._path, self._size, self._progress = path, size, progress
        self._usable = False

    def write(self, data: "Buffer", /) -> int:
        count = super().write(data)
        if not self._usable:
            self.flush()
            info = inspect_beginning(self._path, self._size)
            if info is not None:
                require_conversations(Path(self._path.name.removeprefix(".")), info)
                self._usable = True
        if self._progress is not None:
            self._progress(min(self.tell(), self._size), self._size)
        return count


def _broken_off(offer: _Offer, part: Path) -> StoreError:
    have = part.stat().st_size if part.exists() else 0
    return StoreError(
        f"Die Verbindung zu {offer.host} ist abgebrochen; {gigabytes(have)} von {gigabytes(offer.size)} sind da. "
        f"Derselbe Befehl setzt fort: sandbox models pull {offer.entry.name}"
    )


def _refused(error: Exception, entry: CatalogueEntry, host: str) -> StoreError:
    by_hand = f"Ohne Verbindung hilft »sandbox models import DATEI --name {entry.name}«."
    if isinstance(error, OfflineModeIsEnabled):
        return StoreError(f"HF_HUB_OFFLINE ist gesetzt; deshalb wird nichts geladen. {by_hand}")
    if isinstance(error, GatedRepoError):
        return StoreError(
            f"{entry.repository} verlangt eine Anmeldung, die dieses Programm nicht vornimmt. Bitte laden Sie "
            f"{entry.file} selbst. {by_hand}"
        )
    if isinstance(error, RepositoryNotFoundError | RevisionNotFoundError | RemoteEntryNotFoundError):
        return StoreError(
            f"{host} hat {entry.file} in {entry.repository} nicht (mehr). Bitte den Katalog prüfen. {by_hand}"
        )
    if isinstance(error, HfHubHTTPError):
        code = error.response.status_code
        return StoreError(f"{host} antwortet mit einem Fehler (HTTP {code}). Bitte später noch einmal versuchen.")
    return StoreError(f"{host} ist nicht erreichbar. Bitte die Verbindung und SANDBOX_MODEL_HUB prüfen. {by_hand}")
