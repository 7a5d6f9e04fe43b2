"""Taking a model file that was brought along into the data directory."""

import errno
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import gguf
import pytest
from typer.testing import CliRunner

from models import (
    Catalogue,
    CatalogueEntry,
    CatalogueError,
    ModelFileError,
    ModelStore,
    StoreError,
    inspect_gguf,
    load_catalogue,
    open_catalogue,
    verify_model,
)
from models.store import require_machine
from sandbox.cli._console import CommandFailed
from sandbox.cli._models import commands
from sandbox.settings import Settings
from sandbox.startup import StartupError, choose_model
from tests.models.random_model import write_random_model

Damage = Callable[[Callable[[bytes], bytes]], Path]


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "daten" / "models")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def left_behind(store: ModelStore) -> set[str]:
    return {path.name for path in store.folder.iterdir()} - {".writing"}


def test_an_imported_model_is_listed_verified_and_chosen(
    store: ModelStore, catalogue: Catalogue, random_model: Path, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []
    got = store.import_file(
        random_model, catalogue, name="haus-modell", progress=lambda done, total: seen.append((done, total))
    )
    size = random_model.stat().st_size
    assert seen[-1] == (size, size)
    assert got.path == store.folder / "haus-modell.gguf" and got.path.read_bytes() == random_model.read_bytes()
    assert got.path.stat().st_mode & 0o077 == 0 and store.folder.stat().st_mode & 0o077 == 0
    assert (got.title, got.licence, got.source) == ("Zufall", "EUPL-1.2", "file")
    assert verify_model(got).size_bytes == size
    again = open_catalogue(None, tmp_path / "daten")
    assert again.get("haus-modell") == got and again.default.name == catalogue.default.name
    chosen = choose_model(Settings(data_dir=tmp_path / "daten", model="haus-modell"), tmp_path)
    assert (chosen.name, chosen.version) == ("haus-modell", f"haus-modell-{(got.sha256 or '')[:12]}")
    assert left_behind(store) == {"haus-modell.gguf", "models.lock"}


def test_a_file_changed_after_the_import_does_not_start(
    store: ModelStore, catalogue: Catalogue, random_model: Path, tmp_path: Path
) -> None:
    got = store.import_file(random_model, catalogue, name="haus")
    content = bytearray(got.path.read_bytes())
    content[-1] ^= 1
    got.path.write_bytes(content)
    with pytest.raises(StartupError, match="Prüfsumme"):
        choose_model(Settings(data_dir=tmp_path / "daten", model="haus"), tmp_path)


def test_the_name_comes_from_the_file_or_the_catalogue(
    store: ModelStore, catalogue: Catalogue, random_model: Path, tmp_path: Path
) -> None:
    odd = tmp_path / "Mein Modell (Q8_0) v2.gguf"
    shutil.copy(random_model, odd)
    assert store.import_file(odd, catalogue).name == "mein-modell-q8_0-v2"
    known = next(entry for entry in catalogue.entries if entry.file and entry.sha256 is None)
    assert known.file is not None
    shutil.copy(random_model, tmp_path / known.file)
    got = store.import_file(tmp_path / known.file, catalogue)
    assert (got.name, got.source, got.title) == (known.name, "hub", known.title)


@pytest.mark.parametrize("name", ["../weg", "Gross", "", ".punkt", "a/b", "x" * 65, "ä"])
def test_names_that_are_no_names(store: ModelStore, catalogue: Catalogue, random_model: Path, name: str) -> None:
    if name:
        with pytest.raises(StoreError, match="--name"):
            store.import_file(random_model, catalogue, name=name)


def test_taken_names(store: ModelStore, catalogue: Catalogue, random_model: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="mitgelieferte"):
        store.import_file(random_model, catalogue, name=catalogue.default.name)
    store.import_file(random_model, catalogue, name="haus")
    assert store.import_file(random_model, catalogue, name="haus").name == "haus", "the same file again is fine"
    other = write_random_model(tmp_path / "anders.gguf", context=512)
    with pytest.raises(StoreError, match="--replace"):
        store.import_file(other, catalogue, name="haus")
    assert store.import_file(other, catalogue, name="haus", replace=True).context_length == 512
    verify_model(store.resolve(catalogue).get("haus"))


def test_another_file_than_the_catalogue_means(store: ModelStore, catalogue: Catalogue, random_model: Path) -> None:
    pinned = next(entry for entry in catalogue.entries if entry.source == "hub" and entry.sha256)
    with pytest.raises(ModelFileError) as caught:
        store.import_file(random_model, catalogue, name=pinned.name)
    assert caught.value.code == "checksum"
    assert left_behind(store) == set()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda data: b"", "empty"),
        (lambda data: b"PK\x03\x04" + data, "foreign"),
        (lambda data: data[: len(data) // 2], "truncated"),
        (lambda data: data[:4] + data[4:8][::-1] + data[8:], "foreign"),
        (lambda data: data.replace(b"general.architecture", b"general.architektura"), "corrupt"),
        (lambda data: data.replace(b"tokenizer.chat_template", b"tokenizer.chat_templat_"), "unsupported"),
    ],
    ids=["empty", "zip", "half", "other byte order", "no architecture", "no chat template"],
)
def test_nothing_is_copied_of_a_file_that_is_no_good(
    store: ModelStore, catalogue: Catalogue, damaged: Damage, change: Callable[[bytes], bytes], code: str
) -> None:
    with pytest.raises(ModelFileError) as caught:
        store.import_file(damaged(change), catalogue, name="haus")
    assert caught.value.code == code
    assert "Bitte" in caught.value.message
    assert not store.folder.exists()


def test_other_byte_order_as_gguf_itself_writes_it(tmp_path: Path) -> None:
    writer = gguf.GGUFWriter(tmp_path / "big.gguf", "llama", endianess=gguf.GGUFEndian.BIG)
    writer.add_context_length(64)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    with pytest.raises(ModelFileError, match="Bytereihenfolge"):
        inspect_gguf(tmp_path / "big.gguf")


def test_too_large_for_the_machine() -> None:
    require_machine("Modell", 8_000_000_000, total=8_000_000_000)
    with pytest.raises(ModelFileError, match="8,0 GB") as caught:
        require_machine("Modell", 9_000_000_000, total=8_000_000_000)
    assert caught.value.code == "too_large"


def test_disk_full_leaves_nothing_behind(store: ModelStore, catalogue: Catalogue, random_model: Path) -> None:
    """What is written goes to /dev/full, where no byte fits."""
    store.folder.mkdir(parents=True)
    (store.folder / ".haus.import").symlink_to("/dev/full")
    with pytest.raises(StoreError, match="nicht genug Platz"):
        store.import_file(random_model, catalogue, name="haus")
    assert left_behind(store) == set()


def test_a_copy_that_fails_in_the_middle_leaves_nothing_behind(random_model: Path, tmp_path: Path) -> None:
    """A limit on file sizes makes the write fail after some megabytes, with an error of the system."""
    big = tmp_path / "gross.gguf"
    big.write_bytes(random_model.read_bytes() + bytes(9_000_000))
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from models import ModelStore, StoreError, load_catalogue\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (6_000_000, 6_000_000))\n"
        "try: ModelStore(Path(sys.argv[2])).import_file(Path(sys.argv[1]), load_catalogue(), name='gross')\n"
        "except StoreError as error: print(error)\n"
    )
    folder = tmp_path / "models"
    done = subprocess.run(
        [sys.executable, "-c", program, str(big), str(folder)], capture_output=True, text=True, check=True
    )
    assert os.strerror(errno.EFBIG) in done.stdout
    assert left_behind(ModelStore(folder)) == set()


def test_too_little_room_is_told_before_copying(store: ModelStore, tmp_path: Path) -> None:
    store.folder.mkdir(parents=True)
    with pytest.raises(StoreError, match="nicht genug Platz"):
        store.require_space(10**18)


def test_two_at_once(store: ModelStore, catalogue: Catalogue, random_model: Path) -> None:
    inside, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with store.writing():
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    inside.wait(10)
    with pytest.raises(StoreError, match="anderer Aufruf"):
        store.import_file(random_model, catalogue, name="haus")
    leave.set()
    thread.join()
    store.import_file(random_model, catalogue, name="haus")


def test_a_damaged_lock_file_is_told(store: ModelStore, tmp_path: Path) -> None:
    store.folder.mkdir(parents=True)
    (store.folder / "models.lock").write_text('{"models": {"haus": {}}}')
    with pytest.raises(StoreError, match=r"models\.lock"):
        open_catalogue(None, tmp_path / "daten")


def test_a_file_put_there_by_hand_has_no_checksum(store: ModelStore, catalogue: Catalogue, random_model: Path) -> None:
    entry = next(entry for entry in catalogue.entries if entry.source == "hub" and entry.sha256 is None)
    store.folder.mkdir(parents=True)
    shutil.copy(random_model, store.path_of(entry.name))
    with pytest.raises(ModelFileError, match="models import"):
        verify_model(store.resolve(catalogue).get(entry.name))


def test_a_model_that_is_not_installed_says_how(tmp_path: Path, catalogue: Catalogue) -> None:
    entry = next(entry for entry in catalogue.entries if entry.source == "hub")
    with pytest.raises(StartupError, match=f"sandbox models pull {entry.name}"):
        choose_model(Settings(data_dir=tmp_path, model=entry.name), tmp_path)


def test_the_command(random_model: Path, tmp_path: Path) -> None:
    options = ["--data-dir", str(tmp_path / "daten")]
    done = CliRunner().invoke(commands, ["import", str(random_model), "--name", "haus", *options])
    assert done.exit_code == 0 and "SANDBOX_MODEL=haus" in done.output
    records = json.loads(CliRunner().invoke(commands, ["verify", "--json", *options]).stdout)
    assert {record["name"]: record["ok"] for record in records}["haus"]
    failed = CliRunner().invoke(commands, ["import", str(tmp_path / "fehlt.gguf"), *options])
    assert isinstance(failed.exception, CommandFailed) and "fehlt" in str(failed.exception)


@pytest.mark.parametrize(
    "change", [{"repository": None}, {"file": None}, {"source": "file"}, {"file": "../x.gguf"}, {"revision": "main"}]
)
def test_catalogue_entries_of_a_hub_are_complete(tmp_path: Path, change: dict[str, object]) -> None:
    good: dict[str, object] = {
        "name": "haus", "title": "Haus", "source": "hub", "repository": "a/b", "file": "x.gguf", "size_bytes": 5,
        "licence": "x", "languages": ["de"], "parameters": 1, "context_length": 64,
    }  # fmt: skip
    file = tmp_path / "catalogue.yaml"
    file.write_text(json.dumps({"default": "haus", "models": [good]}))
    assert load_catalogue(file).default.sha256 is None
    file.write_text(json.dumps({"default": "haus", "models": [{**good, **change}]}))
    with pytest.raises(CatalogueError):
        load_catalogue(file)


def test_every_model_of_the_catalogue_says_what_it_is_for(catalogue: Catalogue) -> None:
    def complete(entry: CatalogueEntry) -> bool:
        return bool(entry.note and entry.speed and "de" in entry.languages and entry.licence)

    assert [entry.name for entry in catalogue.entries if not complete(entry)] == []
    unpinned = [entry for entry in catalogue.entries if entry.sha256 is None and entry.source != "hub"]
    assert unpinned == []
