"""Packs: what is packed comes out the same elsewhere, and nothing of a bad archive is ever written."""

from __future__ import annotations

import io
import json
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from exercises import (
    AuthoringError,
    ExerciseError,
    PackError,
    begin_exercise,
    install_pack,
    load_exercises,
    write_pack,
)

SHIPPED = load_exercises()


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with the module `haus` and its exercise `mein-brief`."""
    begin_exercise(tmp_path / "autorin", "haus", "mein-brief", "letter", "Mein „Brief“: ein Muster")
    return tmp_path / "autorin" / "haus"


@pytest.fixture
def pack(house: Path, tmp_path: Path) -> Path:
    """That module, packed."""
    write_pack(house, tmp_path / "haus.zip")
    return tmp_path / "haus.zip"


def test_what_is_packed_is_installed_the_same(house: Path, pack: Path, tmp_path: Path) -> None:
    installed = install_pack(pack, tmp_path / "daten", SHIPPED)
    assert (installed.module.id, installed.replaced) == ("haus", False)
    library = load_exercises(installed=tmp_path / "daten")
    assert [module.id for module in library.modules] == [*(module.id for module in SHIPPED.modules), "haus"]
    before = load_exercises(house.parent).get("mein-brief")
    assert library.get("mein-brief").fingerprint == before.fingerprint
    assert library.get("mein-brief").title == "Mein „Brief“: ein Muster"


def test_the_same_content_gives_the_same_archive(house: Path, pack: Path, tmp_path: Path) -> None:
    write_pack(house, tmp_path / "noch-einmal.zip")
    assert (tmp_path / "noch-einmal.zip").read_bytes() == pack.read_bytes()


def test_only_content_is_packed(house: Path, tmp_path: Path) -> None:
    (house / "notizen.txt").write_text("privat", encoding="utf-8")
    (house / "mein-brief" / ".exercise.yaml.swp").write_text("privat", encoding="utf-8")
    manifest = write_pack(house, tmp_path / "haus.zip")
    assert all(Path(name).suffix in {".yaml", ".md"} for name in manifest.files)
    assert b"privat" not in (tmp_path / "haus.zip").read_bytes()


def test_a_faulty_module_is_not_packed(house: Path, tmp_path: Path) -> None:
    file = house / "mein-brief" / "exercise.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("minutes: 20", "minutes: 0"), encoding="utf-8")
    with pytest.raises(ExerciseError, match="minutes"):
        write_pack(house, tmp_path / "haus.zip")
    assert not (tmp_path / "haus.zip").exists()


def test_a_file_from_elsewhere_is_not_packed(house: Path, tmp_path: Path) -> None:
    (tmp_path / "geheim.md").write_text("geheim", encoding="utf-8")
    (house / "mein-brief" / "case.md").unlink()
    (house / "mein-brief" / "case.md").symlink_to(tmp_path / "geheim.md")
    with pytest.raises(PackError, match="hinaus"):
        write_pack(house, tmp_path / "haus.zip")


def test_an_installed_module_is_replaced_on_request_only(house: Path, pack: Path, tmp_path: Path) -> None:
    install_pack(pack, tmp_path / "daten", SHIPPED)
    file = house / "mein-brief" / "exercise.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("version: 1.0.0", "version: 1.1.0"), encoding="utf-8")
    write_pack(house, pack)
    with pytest.raises(PackError, match="schon installiert"):
        install_pack(pack, tmp_path / "daten", SHIPPED)
    assert load_exercises(installed=tmp_path / "daten").get("mein-brief").version == "1.0.0"
    assert install_pack(pack, tmp_path / "daten", SHIPPED, replace=True).replaced
    assert load_exercises(installed=tmp_path / "daten").get("mein-brief").version == "1.1.0"
    assert [path.name for path in (tmp_path / "daten").iterdir()] == ["haus"]


def test_names_of_the_product_are_not_taken(tmp_path: Path) -> None:
    module = SHIPPED.modules[0]
    from exercises import CONTENT_DIR

    write_pack(CONTENT_DIR / module.id, tmp_path / "modul.zip")
    with pytest.raises(PackError, match="Das Modul"):
        install_pack(tmp_path / "modul.zip", tmp_path / "daten", SHIPPED)
    begin_exercise(tmp_path, "haus", module.exercises[0].id, "letter", "Doppelt")
    write_pack(tmp_path / "haus", tmp_path / "uebung.zip")
    with pytest.raises(PackError, match="Die Übung"):
        install_pack(tmp_path / "uebung.zip", tmp_path / "daten", SHIPPED)
    assert not (tmp_path / "daten").exists()


def rewritten(pack: Path, change: Callable[[dict[str, bytes]], None], *, honest: bool = True) -> None:
    """Write the archive anew after a change; an honest one has the checksums of what it holds."""
    import hashlib

    with zipfile.ZipFile(pack) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    change(contents)
    if honest:
        manifest = json.loads(contents["pack.json"])
        manifest["files"] = {
            name: hashlib.sha256(content).hexdigest() for name, content in contents.items() if name != "pack.json"
        }
        contents["pack.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(pack, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)


HOSTILE_NAMES = [
    "../draussen.md", "/etc/draussen.md", "haus/../../draussen.md", "haus/mein-brief/../../../draussen.md",
    "C:\\draussen.md", "haus\\..\\draussen.md", "haus/mein-brief/run.py", "haus/mein-brief/.case.md",
    "anderes/module.yaml",
    "haus/mein-brief/tief/case.md", "haus/Mein_Brief/case.md",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_nothing_is_written_outside_or_beside(pack: Path, tmp_path: Path, name: str) -> None:
    rewritten(pack, lambda contents: contents.update({name: b"x"}))
    files = sorted(tmp_path.rglob("*"))
    with pytest.raises(PackError, match="gehört nicht in ein Paket"):
        install_pack(pack, tmp_path / "daten", SHIPPED)
    assert sorted(tmp_path.rglob("*")) == files


def test_a_link_in_an_archive_is_refused(pack: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(pack, "a") as archive:
        link = zipfile.ZipInfo("haus/mein-brief/background.md")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(PackError, match="gehört nicht in ein Paket"):
        install_pack(pack, tmp_path / "daten", SHIPPED)


def test_changed_content_is_noticed(pack: Path, tmp_path: Path) -> None:
    rewritten(pack, lambda contents: contents.update({"haus/material.md": b"anders"}), honest=False)
    with pytest.raises(PackError, match="beschädigt oder verändert"):
        install_pack(pack, tmp_path / "daten", SHIPPED)


def test_a_bomb_is_not_unpacked(pack: Path, tmp_path: Path) -> None:
    rewritten(pack, lambda contents: contents.update({"haus/material.md": b"a" * 300_000}))
    with pytest.raises(PackError, match="zu groß"):
        install_pack(pack, tmp_path / "daten", SHIPPED)
    rewritten(pack, lambda contents: contents.update({f"haus/u{n}/case.md": b"a" * 150_000 for n in range(80)}))
    with pytest.raises(PackError, match="zu groß"):
        install_pack(pack, tmp_path / "daten", SHIPPED)


def test_faulty_content_is_told_with_its_place(pack: Path, tmp_path: Path) -> None:
    rewritten(pack, lambda contents: contents.update({"haus/mein-brief/assignment.md": b""}))
    with pytest.raises(ExerciseError, match=r"assignment\.md, Zeile 1"):
        install_pack(pack, tmp_path / "daten", SHIPPED)
    assert list((tmp_path / "daten").iterdir()) == []


def test_a_manifest_that_says_something_else(pack: Path, tmp_path: Path) -> None:
    def lie(contents: dict[str, bytes]) -> None:
        manifest = json.loads(contents["pack.json"])
        manifest["exercises"] = {"anderer-brief": "1.0.0"}
        contents["pack.json"] = json.dumps(manifest).encode()

    rewritten(pack, lie)
    with pytest.raises(PackError, match="nennt andere Übungen"):
        install_pack(pack, tmp_path / "daten", SHIPPED)


@pytest.mark.parametrize("content", [b"", b"PK", b"kein Archiv", "zip"])
def test_a_file_that_is_no_pack(tmp_path: Path, content: bytes | str) -> None:
    file = tmp_path / "paket.zip"
    if content == "zip":
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("haus/module.yaml", "id: haus")
        content = buffer.getvalue()
    assert isinstance(content, bytes)
    file.write_bytes(content)
    with pytest.raises(PackError):
        install_pack(file, tmp_path / "daten", SHIPPED)
    with pytest.raises(PackError, match="gibt es nicht"):
        install_pack(tmp_path / "nirgends.zip", tmp_path / "daten", SHIPPED)


@pytest.mark.parametrize("kind", ["letter", "summary", "rewrite", "checklist", "experiment", "own_case"])
def test_a_new_exercise_is_valid_from_the_start(tmp_path: Path, kind: str) -> None:
    made = begin_exercise(tmp_path, "haus", "eine-uebung", kind, "Titel: mit # und „Zeichen“")  # type: ignore[arg-type]
    exercise = load_exercises(tmp_path).get("eine-uebung")
    assert (exercise.kind, exercise.title) == (kind, "Titel: mit # und „Zeichen“")
    assert set(made.files) == {path for path in tmp_path.rglob("*") if path.is_file()}


def test_a_second_exercise_joins_the_module(tmp_path: Path) -> None:
    begin_exercise(tmp_path, "haus", "erste", "letter", "Erste")
    module = tmp_path / "haus" / "module.yaml"
    module.write_text(module.read_text(encoding="utf-8") + "sources:\n  - title: Ein Gesetz\n", encoding="utf-8")
    begin_exercise(tmp_path, "haus", "zweite", "summary", "Zweite")
    assert [exercise.id for exercise in load_exercises(tmp_path).all] == ["erste", "zweite"]
    with pytest.raises(AuthoringError, match="gibt es schon"):
        begin_exercise(tmp_path, "haus", "zweite", "summary", "Zweite")
    for name in ("Zweite", "../weg", "", "a" * 61):
        with pytest.raises(AuthoringError, match="Kennung"):
            begin_exercise(tmp_path, "haus", name, "summary", "Zweite")


def test_names_are_given_once_over_both_folders(tmp_path: Path) -> None:
    begin_exercise(tmp_path / "a", "haus", "eine", "letter", "Eine")
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    with pytest.raises(ExerciseError, match="schon vergeben"):
        load_exercises(tmp_path / "a", installed=tmp_path / "b")
