import hashlib
from pathlib import Path

import pytest

from models import (
    CatalogueEntry,
    CatalogueError,
    ModelError,
    ModelFileError,
    inspect_gguf,
    load_catalogue,
    verify_model,
)

GOOD = """\
default: klein
models:
  - name: klein
    title: Klein
    source: file
    path: klein.gguf
    sha256: "{digest}"
    size_bytes: 12
    licence: EUPL-1.2
    languages: [de]
    parameters: 5
    context_length: 64
"""


@pytest.fixture
def write(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "catalogue.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_shipped_model_is_the_one_in_the_catalogue(shipped: CatalogueEntry) -> None:
    assert shipped.name == "werkstatt-mini"
    assert shipped.shipped
    assert shipped.path.is_absolute()
    info = inspect_gguf(shipped.path)
    in_file = {
        "sha256": hashlib.sha256(shipped.path.read_bytes()).hexdigest(),
        "size_bytes": info.size_bytes,
        "licence": info.licence,
        "parameters": info.parameters,
        "context_length": info.context_length,
    }
    assert in_file == {key: getattr(shipped, key) for key in in_file}, "update models/catalogue.yaml"
    verify_model(shipped)


def test_paths_start_at_the_catalogue(write) -> None:
    path = write(GOOD.format(digest="0" * 64))
    catalogue = load_catalogue(path)
    assert catalogue.default.path == path.parent / "klein.gguf"
    assert not catalogue.default.shipped
    assert [entry.name for entry in catalogue.entries] == ["klein"]


def test_unknown_model_lists_the_known_ones(write) -> None:
    with pytest.raises(ModelError, match="klein"):
        load_catalogue(write(GOOD.format(digest="0" * 64))).get("gross")


@pytest.mark.parametrize(
    ("change", "line", "field"),
    [
        (("size_bytes: 12", "size_bytes: viel"), 8, "models.0.size_bytes"),
        (("    licence: EUPL-1.2\n", ""), 3, "models.0.licence"),
        (("licence:", "lizenz:"), 3, "models.0.licence"),
        (("languages: [de]", "languages: [de]\n    farbe: rot"), 11, "models.0.farbe"),
        (("source: file", "source: web"), 5, "models.0.source"),
        (("default: klein", "default: gross"), 1, None),
        (("title: Klein", "title: [Klein"), 5, None),
    ],
)
def test_fault_has_file_line_and_field(write, change: tuple[str, str], line: int, field: str | None) -> None:
    path = write(GOOD.format(digest="0" * 64).replace(*change))
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(path)
    assert caught.value.file == str(path)
    assert caught.value.line == line
    assert caught.value.field == field
    assert f"Zeile {line}" in caught.value.message


def test_catalogue_that_cannot_be_read(tmp_path: Path, write) -> None:
    with pytest.raises(CatalogueError, match="lesen"):
        load_catalogue(tmp_path / "none.yaml")
    with pytest.raises(CatalogueError):
        load_catalogue(write(""))


def test_other_content_than_catalogued(random_model: Path, shipped: CatalogueEntry) -> None:
    swapped = shipped.model_copy(update={"path": random_model})
    with pytest.raises(ModelFileError) as caught:
        verify_model(swapped)
    assert caught.value.code == "checksum"
    same_size = swapped.model_copy(update={"size_bytes": random_model.stat().st_size})
    with pytest.raises(ModelFileError) as caught:
        verify_model(same_size)
    assert caught.value.code == "checksum"
