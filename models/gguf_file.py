"""Reads the header of a GGUF file and says what the file is, or what is wrong with it.

Written against the GGUF specification, version 3 (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md).
The reader of the `gguf` package trusts the counts in the file and can loop without end on a damaged one;
this one checks every step against the end of the file. Long arrays (vocabulary, merges) are skipped,
not decoded, so that a file of several gigabytes is inspected in a moment.
"""

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gguf.constants import GGML_QUANT_SIZES, GGMLQuantizationType, GGUFValueType, LlamaFileType

from models.errors import ModelFileError

SUPPORTED_ARCHITECTURES: Final = frozenset(
    {"apertus", "llama", "qwen2", "qwen3", "gemma2", "gemma3", "mistral3", "phi3", "smollm3", "granite", "olmo2"}
)
"""Decoders for text that the worker is meant to run."""

DEFAULT_CONTEXT_LIMIT: Final = 8192
"""Longest context a worker takes without being told, in tokens: letters need less, and it costs memory."""
ROOM_TOKENS: Final = 16_384
"""Tokens for which a worker keeps memory when many write at once: twenty letters and what they share."""

_MAGIC: Final = b"GGUF"
_SCALARS: Final[dict[int, struct.Struct]] = {
    GGUFValueType.UINT8: struct.Struct("<B"),
    GGUFValueType.INT8: struct.Struct("<b"),
    GGUFValueType.UINT16: struct.Struct("<H"),
    GGUFValueType.INT16: struct.Struct("<h"),
    GGUFValueType.UINT32: struct.Struct("<I"),
    GGUFValueType.INT32: struct.Struct("<i"),
    GGUFValueType.FLOAT32: struct.Struct("<f"),
    GGUFValueType.BOOL: struct.Struct("<?"),
    GGUFValueType.UINT64: struct.Struct("<Q"),
    GGUFValueType.INT64: struct.Struct("<q"),
    GGUFValueType.FLOAT64: struct.Struct("<d"),
}
_U32: Final = struct.Struct("<I")
_U64: Final = struct.Struct("<Q")
_DEFAULT_ALIGNMENT: Final = 32
_MAX_ENTRIES: Final = 1_000_000
_RUNTIME_BYTES: Final = 160 * 1024 * 1024
_COMPUTE_ROWS: Final = 512


@dataclass(frozen=True)
class ModelInfo:
    """What a model file says about itself."""

    architecture: str
    name: str
    parameters: int
    """Number of weights."""
    context_length: int
    """Longest prompt and answer together that the model was trained for, in tokens."""
    vocabulary_size: int
    quantisation: str
    """Storage type of most weights, such as `Q8_0`."""
    chat_template: bool
    """Whether the file knows how a conversation is written for this model."""
    size_bytes: int
    licence: str | None
    cache_bytes_per_token: int
    """Memory that each token of the context takes in the attention cache."""
    memory_bytes: int
    """Estimate of what a worker needs with its default context: weights, cache, work space, process."""

    def memory_for(self, participants: int, tokens_each: int) -> int:
        """Estimate for so many conversations at once, each with its own part of the cache: what they share of
        their prompts is counted for each, so a room may need less.
        """
        fixed = self.memory_bytes - self.cache_bytes_per_token * usable_context(self.context_length, None)
        return fixed + self.cache_bytes_per_token * participants * min(tokens_each, self.context_length)

    def memory_at(self, context_length: int | None, sequences: int = 1) -> int:
        """The same estimate for a worker whose context was set (`None`: left at its default), with room for
        so many sequences at once.
        """
        usual = usable_context(self.context_length, None)
        cells = room_cells(usable_context(self.context_length, context_length), sequences)
        return self.memory_bytes + (cells - usual) * self.cache_bytes_per_token


def usable_context(trained: int, wanted: int | None) -> int:
    """Longest prompt and answer together, in tokens, of a model that was trained for `trained`."""
    return min(trained, wanted or DEFAULT_CONTEXT_LIMIT)


def room_cells(context_length: int, sequences: int) -> int:
    """Tokens that a worker's memory holds for so many sequences together.

    One full context at least; for a room up to `ROOM_TOKENS`, since hardly any answer uses a whole context
    and beginnings are shared.
    """
    return max(context_length, min(context_length * sequences, ROOM_TOKENS))


def inspect_beginning(path: Path, size: int) -> ModelInfo | None:
    """Reads the header of a file of which only the beginning has arrived; `size` is that of the whole, in bytes.

    `None` as long as the header is not complete.

    Raises:
        ModelFileError: what is there already shows that it is of no use, as with `inspect_gguf`.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        try:
            return _inspect(path, data, size)
        except ModelFileError as error:
            if error.code == "truncated" and len(data) < size:
                return None
            raise


def inspect_gguf(path: Path) -> ModelInfo:
    """Reads the header of the file at `path`.

    Raises:
        ModelFileError: missing, empty, not a GGUF file, damaged, cut off, or an architecture that is no
            decoder for text. The message is German and says what to do.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise ModelFileError(
                f"{path} ist keine Datei. Bitte den Pfad einer Modelldatei (.gguf) angeben.", code="missing"
            )
        if size == 0:
            raise ModelFileError(
                f"Die Modelldatei {path} ist leer. Bitte die Datei noch einmal vollständig kopieren.",
                code="empty",
            )
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return _inspect(path, data, size)
    except FileNotFoundError as error:
        raise ModelFileError(
            f"Die Modelldatei {path} fehlt. Bitte das Programm vollständig kopieren oder den Pfad berichtigen.",
            code="missing",
        ) from error
    except OSError as error:
        raise ModelFileError(
            f"Die Modelldatei {path} lässt sich nicht lesen ({error.strerror}). Bitte die Leserechte prüfen.",
            code="missing",
        ) from error


def _inspect(path: Path, data: mmap.mmap, size: int) -> ModelInfo:
    if data[:4] != _MAGIC:
        raise ModelFileError(
            f"{path} ist keine Modelldatei im Format GGUF. Bitte eine Datei mit der Endung .gguf wählen.",
            code="foreign",
        )
    try:
        header = _read_header(data)
    except _EndOfFileError as error:
        raise _truncated(path) from error
    except _EndiannessError as error:
        raise ModelFileError(
            f"Die Modelldatei {path} ist für Rechner mit anderer Bytereihenfolge geschrieben (Big Endian). "
            "Bitte die übliche Fassung des Modells wählen (Little Endian).",
            code="foreign",
        ) from error
    except _DamageError as error:
        raise _corrupt(path) from error
    if header.end > size:
        raise _truncated(path)
    return _describe(path, header, size)


def _describe(path: Path, header: "_Header", size: int) -> ModelInfo:
    fields = header.fields
    architecture = fields.get("general.architecture")
    if not isinstance(architecture, str) or not architecture:
        raise _corrupt(path)
    if architecture not in SUPPORTED_ARCHITECTURES:
        raise ModelFileError(
            f"{path} enthält ein Modell der Bauart „{architecture[:40]}“, die hier nicht unterstützt wird. "
            "Bitte ein Textmodell wählen, zum Beispiel der Bauart „llama“.",
            code="unsupported",
        )
    number = _Numbers(path, architecture, fields)
    context = number.require("context_length")
    embedding = number.require("embedding_length")
    layers = number.require("block_count")
    heads = number.require("attention.head_count")
    kv_heads = number.optional("attention.head_count_kv", heads)
    head_size = number.optional("attention.key_length", embedding // heads)
    vocabulary = fields.get("tokenizer.ggml.tokens")
    if not isinstance(vocabulary, _Array):
        raise ModelFileError(
            f"In der Modelldatei {path} fehlt der Wortschatz. Bitte eine vollständige Modelldatei wählen.",
            code="corrupt",
        )
    cache = 2 * 2 * layers * kv_heads * head_size
    work_space = 4 * _COMPUTE_ROWS * (vocabulary.length + 8 * embedding)
    licence = fields.get("general.license")
    name = fields.get("general.name")
    return ModelInfo(
        architecture=architecture,
        name=name if isinstance(name, str) and name else path.stem,
        parameters=sum(tensor.elements for tensor in header.tensors),
        context_length=context,
        vocabulary_size=vocabulary.length,
        quantisation=_quantisation(header),
        chat_template=isinstance(fields.get("tokenizer.chat_template"), str),
        size_bytes=size,
        licence=licence if isinstance(licence, str) else None,
        cache_bytes_per_token=cache,
        memory_bytes=size + cache * usable_context(context, None) + work_space + _RUNTIME_BYTES,
    )


class _Numbers:
    """Positive whole numbers among the fields of one architecture."""

    def __init__(self, path: Path, architecture: str, fields: dict[str, Any]) -> None:
        self._path, self._architecture, self._fields = path, architecture, fields

    def require(self, key: str) -> int:
        value = self._fields.get(f"{self._architecture}.{key}")
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**31:
            raise _corrupt(self._path)
        return value

    def optional(self, key: str, default: int) -> int:
        return self.require(key) if f"{self._architecture}.{key}" in self._fields else default


class _EndOfFileError(Exception):
    """The file ends inside a value."""


class _EndiannessError(Exception):
    """The numbers in the file begin with their greatest byte."""


class _DamageError(Exception):
    """A value that no writer of GGUF produces."""


@dataclass(frozen=True)
class _Array:
    """An array in the header, counted and skipped."""

    length: int


@dataclass(frozen=True)
class _Tensor:
    kind: GGMLQuantizationType
    elements: int


@dataclass(frozen=True)
class _Header:
    fields: dict[str, Any]
    tensors: list[_Tensor]
    end: int
    """Offset of the byte after the last weight."""


class _Cursor:
    def __init__(self, data: mmap.mmap, offset: int) -> None:
        self._data, self.offset = data, offset

    def skip(self, count: int) -> int:
        start = self.offset
        if count > len(self._data) - start:
            raise _EndOfFileError
        self.offset = start + count
        return start

    def scalar(self, layout: struct.Struct) -> Any:
        return layout.unpack_from(self._data, self.skip(layout.size))[0]

    def skip_string(self) -> None:
        self.skip(self.scalar(_U64))

    def string(self) -> str:
        length = self.scalar(_U64)
        start = self.skip(length)
        try:
            return self._data[start : start + length].decode()
        except UnicodeDecodeError as error:
            raise _DamageError from error

    def value(self) -> Any:
        kind = self.scalar(_U32)
        if kind == GGUFValueType.STRING:
            return self.string()
        if kind == GGUFValueType.ARRAY:
            return self._array()
        if kind in _SCALARS:
            return self.scalar(_SCALARS[kind])
        raise _DamageError

    def _array(self) -> _Array:
        kind, length = self.scalar(_U32), self.scalar(_U64)
        if kind in _SCALARS:
            self.skip(length * _SCALARS[kind].size)
        elif kind == GGUFValueType.STRING:
            for _ in range(length):
                self.skip_string()
        else:
            raise _DamageError
        return _Array(length)


def _read_header(data: mmap.mmap) -> _Header:
    cursor = _Cursor(data, len(_MAGIC))
    version = cursor.scalar(_U32)
    if version and version & 0xFFFF == 0:
        raise _EndiannessError
    tensor_count, field_count = cursor.scalar(_U64), cursor.scalar(_U64)
    if version not in (2, 3) or tensor_count > _MAX_ENTRIES or field_count > _MAX_ENTRIES:
        raise _DamageError
    fields: dict[str, Any] = {}
    for _ in range(field_count):
        key = cursor.string()
        if key in fields:
            raise _DamageError
        fields[key] = cursor.value()
    placed = list(_tensors(cursor, tensor_count))
    alignment = fields.get("general.alignment", _DEFAULT_ALIGNMENT)
    if not isinstance(alignment, int) or alignment <= 0 or alignment & (alignment - 1) or not placed:
        raise _DamageError
    weights = -(-cursor.offset // alignment) * alignment
    end = weights + max(offset + size for _, offset, size in placed)
    return _Header(fields, [tensor for tensor, _, _ in placed], end)


def _tensors(cursor: _Cursor, count: int) -> Iterator[tuple[_Tensor, int, int]]:
    """Each tensor with its offset and its size in bytes."""
    for _ in range(count):
        cursor.skip_string()
        dimensions = cursor.scalar(_U32)
        if not 0 < dimensions <= 4:
            raise _DamageError
        elements = 1
        for _ in range(dimensions):
            elements *= cursor.scalar(_U64)
        kind, offset = cursor.scalar(_U32), cursor.scalar(_U64)
        try:
            storage = GGMLQuantizationType(kind)
            block, block_bytes = GGML_QUANT_SIZES[storage]
        except (ValueError, KeyError) as error:
            raise _DamageError from error
        if elements == 0 or elements % block:
            raise _DamageError
        yield _Tensor(storage, elements), offset, elements // block * block_bytes


def _quantisation(header: _Header) -> str:
    declared = header.fields.get("general.file_type")
    try:
        return str(LlamaFileType(declared).name).removeprefix("MOSTLY_").removeprefix("ALL_")
    except ValueError:
        weights: dict[str, int] = {}
        for tensor in header.tensors:
            weights[tensor.kind.name] = weights.get(tensor.kind.name, 0) + tensor.elements
        return max(weights, key=weights.__getitem__)


def _truncated(path: Path) -> ModelFileError:
    return ModelFileError(
        f"Die Modelldatei {path} ist unvollständig: Sie endet mitten in den Daten. "
        "Bitte die Datei noch einmal vollständig kopieren.",
        code="truncated",
    )


def _corrupt(path: Path) -> ModelFileError:
    return ModelFileError(
        f"Die Modelldatei {path} ist beschädigt. Bitte die Datei noch einmal aus der Quelle kopieren.",
        code="corrupt",
    )
