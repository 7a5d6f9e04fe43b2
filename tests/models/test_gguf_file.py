import struct
from collections.abc import Callable
from pathlib import Path

import gguf
import numpy as np
import pytest

from models import CatalogueEntry, ModelFileError, inspect_gguf, require_memory
from tests.models.random_model import write_random_model

Damage = Callable[[Callable[[bytes], bytes]], Path]


def test_tells_what_the_shipped_model_is(shipped: CatalogueEntry) -> None:
    info = inspect_gguf(shipped.path)
    assert info.architecture == "llama"
    assert info.parameters == shipped.parameters
    assert info.context_length == shipped.context_length
    assert info.chat_template
    assert info.licence
    assert info.size_bytes == shipped.size_bytes
    assert info.size_bytes < info.memory_bytes < 2_000_000_000


def test_agrees_with_the_reader_of_the_gguf_package(shipped: CatalogueEntry) -> None:
    info, reader = inspect_gguf(shipped.path), gguf.GGUFReader(shipped.path)
    assert info.parameters == sum(int(np.prod(tensor.shape)) for tensor in reader.tensors)
    assert info.vocabulary_size == len(reader.fields["tokenizer.ggml.tokens"].data)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"GG", "foreign"),
        (b"PK\x03\x04" + bytes(100), "foreign"),
        (b"GGUF", "truncated"),
        (b"GGUF" + struct.pack("<IQQ", 1, 1, 1), "corrupt"),
        (b"GGUF" + struct.pack("<IQQ", 3, 2**60, 1), "corrupt"),
        (b"GGUF" + struct.pack("<IQQ", 3, 1, 2**60), "corrupt"),
        (b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + struct.pack("<Q", 2**62), "truncated"),
        (b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + struct.pack("<Q1sIIQ", 1, b"k", 9, 0, 2**60), "truncated"),
        (b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + struct.pack("<Q1sI", 1, b"k", 77), "corrupt"),
        (b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + struct.pack("<Q1sI", 1, b"\xff", 4), "corrupt"),
        (b"GGUF" + struct.pack("<IQQ", 3, 0, 0), "corrupt"),
    ],
)
def test_names_the_damage(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    with pytest.raises(ModelFileError) as caught:
        inspect_gguf(path)
    assert caught.value.code == code
    assert str(path) in caught.value.message
    assert "Bitte" in caught.value.message


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.gguf", tmp_path):
        with pytest.raises(ModelFileError) as caught:
            inspect_gguf(path)
        assert caught.value.code == "missing"


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.99])
def test_cut_off_file(damaged: Damage, share: float) -> None:
    with pytest.raises(ModelFileError) as caught:
        inspect_gguf(damaged(lambda data: data[: int(len(data) * share)]))
    assert caught.value.code == "truncated"


def test_any_damaged_byte_of_the_header_ends_in_a_message_or_in_sound_values(
    damaged: Damage, random_model: Path
) -> None:
    size = random_model.stat().st_size
    for position in [*range(0, 400), *range(size // 8, size // 8 + 200)]:

        def flip(data: bytes, at: int = position) -> bytes:
            return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]

        try:
            info = inspect_gguf(damaged(flip))
        except ModelFileError:
            continue
        assert info.parameters > 0


def test_other_architecture(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError) as caught:
        inspect_gguf(write_random_model(tmp_path / "clip.gguf", architecture="clip"))
    assert caught.value.code == "unsupported"
    assert "clip" in caught.value.message


def test_too_large_for_memory(random_model: Path) -> None:
    info = inspect_gguf(random_model)
    require_memory(random_model, info, available=info.memory_bytes)
    require_memory(random_model, info, context_length=99_999, available=info.memory_bytes)
    require_memory(random_model, info, context_length=10, available=info.memory_bytes - 1)
    with pytest.raises(ModelFileError) as caught:
        require_memory(random_model, info, available=info.memory_bytes - 1)
    assert caught.value.code == "too_large"
    assert "GB" in caught.value.message
