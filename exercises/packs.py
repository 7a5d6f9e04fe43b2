"""Packs: a module with its exercises as a plain zip archive, to be taken to another house.

    <module>/module.yaml, background.md, material.md
    <module>/<exercise>/exercise.yaml, assignment.md, …
    pack.json: format, module, version of each exercise, SHA-256 of every file

An archive from elsewhere is not trusted: nothing is written before names, sizes, checksums and content are verified,
and then only below the folder of installed modules.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from exercises.content_file import LARGEST_FILE
from exercises.exercise import ExerciseLibrary, Module
from exercises.loader import EXERCISE_FILES, MODULE_FILES, load_exercises

MANIFEST = "pack.json"
FORMAT = 1
MOST_FILES = 400
"""Files that a pack may hold."""
MOST_BYTES = 10_000_000
"""Bytes that the files of a pack may have together."""

_FOLDER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The same content gives the same archive, whenever it is packed."""


class PackError(ValueError):
    """A pack that cannot be made or installed. The message is German and says what to do."""


class Manifest(BaseModel):
    """`pack.json`."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    format: int
    """Version of the layout, 1."""
    module: str = Field(pattern=rf"^{_FOLDER.pattern}$", max_length=60)
    """Identifier of the module, the only folder of the archive."""
    title: str = Field(max_length=300)
    """Its German title."""
    exercises: dict[str, str]
    """Identifier and version of each exercise."""
    files: dict[str, str] = Field(min_length=1, max_length=MOST_FILES)
    """SHA-256 of each file, in hexadecimal digits, by its path in the archive."""


@dataclass(frozen=True)
class Installed:
    """What an installation has brought."""

    module: Module
    """The module, as it was loaded from its new place."""
    folder: Path
    """Where it lies."""
    replaced: bool
    """Whether an earlier installation of it has made room."""


def write_pack(folder: Path, target: Path) -> Manifest:
    """Pack the module that lies in `folder`; raises PackError or ExerciseError where it is faulty.

    The archive is the same, byte by byte, for the same content.
    """
    folder = folder.resolve()
    with tempfile.TemporaryDirectory(prefix="ki-werkstatt-pack-") as scratch:
        copy = Path(scratch) / folder.name
        names = _copy_content(folder, copy)
        (module,) = load_exercises(Path(scratch)).modules
        contents = {f"{folder.name}/{name}": (copy / name).read_bytes() for name in names}
    manifest = Manifest(
        format=FORMAT,
        module=module.id,
        title=module.title,
        exercises={exercise.id: exercise.version for exercise in module.exercises},
        files={name: hashlib.sha256(content).hexdigest() for name, content in sorted(contents.items())},
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.partial")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
        told = json.dumps(manifest.model_dump(), ensure_ascii=False, indent=2) + "\n"
        for name, content in [(MANIFEST, told.encode()), *sorted(contents.items())]:
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)
    partial.replace(target)
    return manifest


def install_pack(archive: Path, directory: Path, known: ExerciseLibrary, *, replace: bool = False) -> Installed:
    """Put a pack's module below `directory`, where installed modules lie.

    `known` are the exercises that ship with the product: a pack cannot take their names. An installed module of the
    same name is only replaced on request. Raises PackError, and ExerciseError for faulty content; then nothing has
    changed.
    """
    manifest, contents = _read(archive)
    _names_are_free(manifest, known)
    target = directory / manifest.module
    if target.exists() and not replace:
        raise PackError(
            f"Das Modul „{manifest.module}“ ist schon installiert. Mit --replace ersetzen Sie es; Versuche bleiben."
        )
    directory.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".pack-", dir=directory) as scratch:
        fresh = Path(scratch) / "fresh"
        for name, content in contents.items():
            path = fresh.joinpath(*PurePosixPath(name).parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _same_content(manifest, load_exercises(fresh))
        others = [folder for folder in _modules_in(directory) if folder.name != manifest.module]
        for other in others:
            shutil.copytree(other, fresh / other.name)
        load_exercises(fresh)
        replaced = target.exists()
        if replaced:
            target.rename(Path(scratch) / "before")
        (fresh / manifest.module).rename(target)
    module = load_exercises(installed=directory).module(manifest.module)
    return Installed(module=module, folder=target, replaced=replaced)


def _copy_content(folder: Path, copy: Path) -> list[str]:
    """Copy what belongs to a module, and nothing else; names relative to the folder."""
    if not (folder / "module.yaml").is_file():
        raise PackError(f"In {folder} liegt kein Modul: Die Datei module.yaml fehlt.")
    names = [name for name in MODULE_FILES if (folder / name).is_file()]
    for exercise in sorted(path for path in folder.iterdir() if path.is_dir() and _FOLDER.fullmatch(path.name)):
        names += [f"{exercise.name}/{name}" for name in EXERCISE_FILES if (exercise / name).is_file()]
    for name in names:
        source = folder / name
        if not source.resolve().is_relative_to(folder):
            raise PackError(f"{source} führt aus dem Ordner hinaus. Legen Sie die Datei selbst dort ab.")
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, copy / name)
    return names


def _read(path: Path) -> tuple[Manifest, dict[str, bytes]]:
    """Manifest and files of an archive, verified."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _verified(archive)
    except FileNotFoundError:
        raise PackError(f"Die Datei {path} gibt es nicht.") from None
    except OSError as error:
        raise PackError(f"Die Datei {path} lässt sich nicht lesen ({error.strerror}).") from None
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        if isinstance(error, PackError):
            raise
        raise PackError(f"{path} ist kein unbeschädigtes Paket. Bitte besorgen Sie die Datei noch einmal.") from None


def _verified(archive: zipfile.ZipFile) -> tuple[Manifest, dict[str, bytes]]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_FILES + 1 or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise PackError(
            f"Das Paket ist zu groß. Möglich sind {MOST_FILES} Dateien mit zusammen {MOST_BYTES // 10**6} MB."
        )
    if len(set(names)) != len(names):
        raise PackError("Im Paket steht eine Datei doppelt. Bitte packen Sie es neu.")
    if MANIFEST not in names:
        raise PackError(f"Das ist kein Übungspaket: {MANIFEST} fehlt. Pakete macht „sandbox exercises pack“.")
    try:
        manifest = Manifest.model_validate_json(_content(archive, archive.getinfo(MANIFEST)))
    except ValidationError:
        raise PackError(f"{MANIFEST} im Paket ist nicht lesbar. Bitte packen Sie es neu.") from None
    if manifest.format != FORMAT:
        raise PackError("Das Paket hat ein Format, das diese Fassung des Programms nicht kennt.")
    contents: dict[str, bytes] = {}
    for entry in entries:
        if entry.filename == MANIFEST:
            continue
        if not _belongs(entry, manifest.module):
            raise PackError(f"„{entry.filename[:80]}“ gehört nicht in ein Paket. Es wurde nichts installiert.")
        contents[entry.filename] = _content(archive, entry)
    found = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    if found != manifest.files:
        raise PackError("Die Prüfsummen des Pakets stimmen nicht: Es ist beschädigt oder verändert worden.")
    return manifest, contents


def _belongs(entry: zipfile.ZipInfo, module: str) -> bool:
    """Whether an entry is a plain file of the module, by name and kind."""
    is_plain = (entry.external_attr >> 16) & 0o170000 in (0, 0o100000) and not entry.flag_bits & 0x1
    match entry.filename.split("/"):
        case [folder, name]:
            return is_plain and folder == module and name in MODULE_FILES
        case [folder, exercise, name]:
            return is_plain and folder == module and bool(_FOLDER.fullmatch(exercise)) and name in EXERCISE_FILES
    return False


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of an entry, never more than a file of content may have, whatever the archive says."""
    with archive.open(entry) as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise PackError(f"„{entry.filename[:80]}“ ist zu groß. Möglich sind {LARGEST_FILE // 1000} Kilobyte.")
    return content


def _names_are_free(manifest: Manifest, known: ExerciseLibrary) -> None:
    if manifest.module in {module.id for module in known.modules}:
        raise PackError(
            f"Das Modul „{manifest.module}“ liefert das Programm selbst mit. Geben Sie Ihrem einen anderen Namen."
        )
    for taken in sorted({exercise.id for exercise in known.all} & manifest.exercises.keys()):
        raise PackError(f"Die Übung „{taken}“ liefert das Programm selbst mit. Geben Sie Ihrer einen anderen Namen.")


def _same_content(manifest: Manifest, library: ExerciseLibrary) -> None:
    said = (manifest.module, manifest.exercises)
    if said != (library.modules[0].id, {exercise.id: exercise.version for exercise in library.all}):
        raise PackError(f"{MANIFEST} nennt andere Übungen, als das Paket enthält. Bitte packen Sie es neu.")


def _modules_in(directory: Path) -> list[Path]:
    return sorted(path for path in directory.iterdir() if path.is_dir() and _FOLDER.fullmatch(path.name))
