"""Downloading a model from a hub on loopback, with everything that goes wrong on the way."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from models import CatalogueEntry, ModelFileError, ModelStore, StoreError, verify_model
from models.store_download import pull_model
from sandbox.cli._console import CommandFailed
from sandbox.cli._models import commands
from tests.models.hub_imitation import COMMIT, FILE, REPOSITORY, Hub, running_hub
from tests.models.random_model import write_random_model

PADDING = 24 * 1024 * 1024
"""huggingface_hub writes in blocks of 10 MiB; a broken connection loses the last one."""


@pytest.fixture
def hub(random_model: Path) -> Iterator[Hub]:
    with running_hub(random_model.read_bytes() + bytes(PADDING)) as here:
        yield here


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models")


@pytest.fixture
def entry(hub: Hub) -> CatalogueEntry:
    return CatalogueEntry(
        name="modell",
        title="Modell",
        source="hub",
        repository=REPOSITORY,
        file=FILE,
        size_bytes=len(hub.content),
        licence="EUPL-1.2",
        languages=("de",),
        parameters=1,
        context_length=64,
    )


def left_behind(store: ModelStore) -> set[str]:
    return {path.name for path in store.folder.iterdir()} - {".writing"}


def test_first_download_records_revision_and_checksum(hub: Hub, store: ModelStore, entry: CatalogueEntry) -> None:
    seen: list[tuple[int, int]] = []
    got = pull_model(store, entry, hub=f"{hub.address}/", progress=lambda done, total: seen.append((done, total)))
    assert got.path.read_bytes() == hub.content
    assert (got.sha256, got.revision) == (hub.sha256, COMMIT)
    assert seen[-1] == (len(hub.content), len(hub.content)) and seen == sorted(seen)
    lock = json.loads((store.folder / "models.lock").read_text())["models"]["modell"]
    assert (lock["sha256"], lock["revision"], lock["repository"]) == (hub.sha256, COMMIT, REPOSITORY)
    assert lock["hub"] == hub.address
    assert left_behind(store) == {"modell.gguf", "models.lock"}
    assert not any("authorization" in headers for _, _, headers in hub.requests)
    verify_model(got)


def test_what_is_there_is_not_downloaded_again(hub: Hub, store: ModelStore, entry: CatalogueEntry) -> None:
    pull_model(store, entry, hub=hub.address)
    before = len(hub.requests)
    pull_model(store, entry, hub=hub.address)
    assert len(hub.requests) == before


def test_a_connection_that_breaks_is_taken_up_again(hub: Hub, store: ModelStore, entry: CatalogueEntry) -> None:
    hub.breaks_after = [15 * 1024 * 1024]
    got = pull_model(store, entry, hub=hub.address)
    assert got.path.read_bytes() == hub.content
    assert any(asked is not None and asked != "bytes=0-" for asked in hub.ranges)


@pytest.mark.parametrize("ignores_ranges", [False, True])
def test_the_next_call_goes_on_where_the_last_broke_off(
    hub: Hub, store: ModelStore, entry: CatalogueEntry, ignores_ranges: bool
) -> None:
    hub.breaks_after, hub.refuses = [15 * 1024 * 1024], [0, 503]
    with pytest.raises(StoreError):
        pull_model(store, entry, hub=hub.address)
    (part,) = [name for name in left_behind(store) if name.endswith(".part")]
    have = (store.folder / part).stat().st_size
    assert have == 10 * 1024 * 1024
    assert store.installed() == {}
    hub.requests.clear()
    hub.ignores_ranges = ignores_ranges
    got = pull_model(store, entry, hub=hub.address)
    assert f"bytes={have}-" in hub.ranges
    assert got.path.read_bytes() == hub.content
    assert left_behind(store) == {"modell.gguf", "models.lock"}


def test_disk_full_leaves_nothing_behind(hub: Hub, store: ModelStore, entry: CatalogueEntry) -> None:
    store.folder.mkdir(parents=True)
    (store.folder / f".modell.{COMMIT}.part").symlink_to("/dev/full")
    with pytest.raises(StoreError, match="voll"):
        pull_model(store, entry, hub=hub.address)
    assert left_behind(store) == set()


def test_a_new_revision_upstream_does_not_mix_with_a_part_of_the_old(
    hub: Hub, store: ModelStore, entry: CatalogueEntry
) -> None:
    hub.breaks_after, hub.refuses = [15 * 1024 * 1024], [0, 503]
    with pytest.raises(StoreError):
        pull_model(store, entry, hub=hub.address)
    hub.commit = "f" * 40
    hub.content += b"neu"
    got = pull_model(store, entry.model_copy(update={"size_bytes": len(hub.content)}), hub=hub.address)
    assert got.path.read_bytes() == hub.content and got.revision == "f" * 40


def test_a_pinned_revision_is_asked_for(hub: Hub, store: ModelStore, entry: CatalogueEntry) -> None:
    pull_model(store, entry.model_copy(update={"revision": COMMIT}), hub=hub.address)
    assert all("/resolve/main/" not in path for _, path, _ in hub.requests)
    lost = entry.model_copy(update={"revision": "a" * 40, "name": "anderes"})
    with pytest.raises(StoreError, match="Katalog"):
        pull_model(store, lost, hub=hub.address)


def test_a_recorded_revision_is_kept_when_the_file_was_lost(hub: Hub, store: ModelStore, entry: CatalogueEntry) -> None:
    pull_model(store, entry, hub=hub.address).path.unlink()
    hub.requests.clear()
    pull_model(store, entry, hub=hub.address)
    assert all("/resolve/main/" not in path for _, path, _ in hub.requests)


def test_another_file_than_the_catalogue_means(hub: Hub, store: ModelStore, entry: CatalogueEntry) -> None:
    pinned = entry.model_copy(update={"sha256": "0" * 64})
    with pytest.raises(StoreError, match="Prüfsumme"):
        pull_model(store, pinned, hub=hub.address)
    assert hub.ranges == [] and left_behind(store) == set()


def test_what_arrives_is_not_what_was_announced(hub: Hub, store: ModelStore, entry: CatalogueEntry) -> None:
    hub.announced_sha256 = "0" * 64
    with pytest.raises(ModelFileError) as caught:
        pull_model(store, entry, hub=hub.address)
    assert caught.value.code == "checksum"
    assert left_behind(store) == set()


@pytest.mark.parametrize(
    ("content", "code"), [(b"PK\x03\x04" + bytes(500), "foreign"), (b"GGUF\x00\x00\x00\x03" + bytes(500), "foreign")]
)
def test_a_file_that_is_no_model_is_thrown_away(
    hub: Hub, store: ModelStore, entry: CatalogueEntry, content: bytes, code: str
) -> None:
    hub.content = content
    with pytest.raises(ModelFileError) as caught:
        pull_model(store, entry.model_copy(update={"size_bytes": len(content)}), hub=hub.address)
    assert caught.value.code == code
    assert left_behind(store) == set()


def test_what_the_header_shows_is_told_before_the_rest_is_downloaded(
    hub: Hub, store: ModelStore, entry: CatalogueEntry, tmp_path: Path
) -> None:
    useless = write_random_model(tmp_path / "base.gguf", template=None).read_bytes()
    hub.content = useless + bytes(64 * 1024 * 1024)
    with pytest.raises(ModelFileError, match="Gesprächsvorlage") as caught:
        pull_model(store, entry.model_copy(update={"size_bytes": len(hub.content)}), hub=hub.address)
    assert caught.value.code == "unsupported"
    assert hub.sent < len(hub.content) / 2
    assert left_behind(store) == set()


def test_too_large_for_this_machine_is_told_before_anything_is_sent(
    hub: Hub, store: ModelStore, entry: CatalogueEntry
) -> None:
    with pytest.raises(ModelFileError) as caught:
        pull_model(store, entry.model_copy(update={"size_bytes": 10**15}), hub=hub.address)
    assert caught.value.code == "too_large"
    assert hub.requests == []


@pytest.mark.parametrize(
    ("status", "error", "words"),
    [
        (401, "GatedRepo", "Anmeldung"),
        (404, "RepoNotFound", "Katalog"),
        (404, "EntryNotFound", "Katalog"),
        (404, "RevisionNotFound", "Katalog"),
        (500, None, "HTTP 500"),
    ],
)
def test_refusals_are_told_in_german(
    hub: Hub, store: ModelStore, entry: CatalogueEntry, status: int, error: str | None, words: str
) -> None:
    hub.head_status, hub.head_error = status, error
    with pytest.raises(StoreError, match=words):
        pull_model(store, entry, hub=hub.address)


def test_nobody_answers(store: ModelStore, entry: CatalogueEntry) -> None:
    with pytest.raises(StoreError, match=r"nicht erreichbar.*models import"):
        pull_model(store, entry, hub="http://127.0.0.1:9")


def test_a_server_that_is_no_hub(hub: Hub, store: ModelStore, entry: CatalogueEntry) -> None:
    hub.head_status = 204
    with pytest.raises(StoreError, match="SANDBOX_MODEL_HUB"):
        pull_model(store, entry, hub=hub.address)


def test_a_changed_installed_file_is_told(hub: Hub, store: ModelStore, entry: CatalogueEntry) -> None:
    got = pull_model(store, entry, hub=hub.address)
    got.path.write_bytes(hub.content[:-1] + b"x")
    for check in (lambda: verify_model(got), lambda: pull_model(store, entry, hub=hub.address)):
        with pytest.raises(ModelFileError) as caught:
            check()
        assert caught.value.code == "checksum"


def test_nothing_but_the_command_loads_the_library_of_the_hub() -> None:
    program = (
        "import sys, sandbox.app, sandbox.cli, models\n"
        "found = [name for name in sys.modules if name.split('.')[0] in ('huggingface_hub', 'hf_xet', 'httpx2')]\n"
        "assert not found, found"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_commands(hub: Hub, entry: CatalogueEntry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = tmp_path / "catalogue.yaml"
    shipped = {"name": "hier", "title": "Hier", "source": "file", "path": "x.gguf", "sha256": "0" * 64}
    common = {"size_bytes": 5, "licence": "x", "languages": ["de"], "parameters": 1, "context_length": 64}
    there = entry.model_dump(mode="json", exclude={"path"})
    catalogue.write_text(json.dumps({"default": "hier", "models": [{**shipped, **common}, there]}))
    monkeypatch.setenv("SANDBOX_CATALOGUE_FILE", str(catalogue))
    monkeypatch.setenv("SANDBOX_MODEL_HUB", hub.address)
    monkeypatch.setenv("SANDBOX_DATA_DIR", str(tmp_path / "data"))

    def sandbox(*arguments: str) -> str:
        done = CliRunner().invoke(commands, [*arguments])
        if done.exception is not None:
            raise done.exception
        return done.output

    with pytest.raises(CommandFailed, match="nichts zu laden"):
        sandbox("pull", "hier")
    pulled = sandbox("pull", "modell")
    assert hub.sha256 in pulled and "100 %" in pulled
    assert "unverändert" in sandbox("verify", "modell")
    (listed,) = [item for item in json.loads(sandbox("list", "--json")) if item["name"] == "modell"]
    assert listed["present"] and listed["revision"] == COMMIT and listed["sha256"] == hub.sha256
    told = json.loads(sandbox("info", "modell", "--participants", "3", "--json"))
    assert told["participants"] == 3 and told["room_memory_bytes"] > len(hub.content)
    more = json.loads(sandbox("info", "modell", "--participants", "30", "--json"))
    assert more["room_memory_bytes"] > told["room_memory_bytes"]
