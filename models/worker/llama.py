"""One loaded model, through the C interface of llama.cpp.

The high-level class of llama-cpp-python does not expose `use_extra_bufts`; with it on, some builds crash
at the first decode of a quantised model on CPUs with AMX. Hence the C interface.
"""

import ctypes
import os
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from llama_cpp import llama_cpp as native

from models.errors import ModelFileError
from models.gguf_file import room_cells, usable_context
from models.messages import GenerationSettings
from models.worker.sampling import Grammar, Sampler

STEP_TOKENS: Final = 256
"""Most tokens that are computed in one step; between two steps people come and go."""
_SMALL_MODEL: Final = 100_000_000
_NOT_TEXT: Final = native.LLAMA_TOKEN_ATTR_CONTROL | native.LLAMA_TOKEN_ATTR_UNKNOWN


@native.llama_log_callback  # type: ignore[untyped-decorator]
def _silence(_level: int, _text: bytes, _data: object) -> None:
    """llama.cpp tells its whole life on standard error; what matters reaches us as return values."""


class Row(NamedTuple):
    """One token to compute."""

    token: int
    position: int
    sequence: int
    wanted: bool
    """Whether the token that follows it will be sampled."""


class Outcome(Enum):
    """How a computation ended."""

    DONE = auto()
    NO_ROOM = auto()
    """The memory has no free cells for all rows; nothing was computed."""
    ABORTED = auto()
    """Stopped on the way; some rows may be in the memory."""
    BROKEN = auto()
    """llama.cpp reports a fault; some rows may be in the memory."""


_OUTCOMES: Final = {0: Outcome.DONE, 1: Outcome.NO_ROOM, 2: Outcome.ABORTED}


class LlamaModel:
    """A model in memory, with room for several sequences of tokens.

    Tokenising and reading grammars is safe from any thread, everything else from one thread only.
    """

    def __init__(self, path: Path, *, threads: int, context_length: int | None = None, sequences: int = 1) -> None:
        """Loads the file. `context_length` is in tokens, by default the trained one, bounded.

        Sequences share the cells of the memory as they need them, and those of common beginnings; a model
        that is recurrent in whole or in part cannot share, each of its sequences gets its own cells.

        Raises:
            ModelFileError: llama.cpp refuses the file.
        """
        native.llama_log_set(_silence, None)
        native.llama_backend_init()
        params = native.llama_model_default_params()
        params.use_extra_bufts = False
        self._model = native.llama_model_load_from_file(os.fsencode(path), params)
        if not self._model:
            raise ModelFileError(
                f"Die Modelldatei {path} lässt sich nicht laden. Bitte die Datei noch einmal aus der Quelle "
                "kopieren oder ein anderes Modell wählen.",
                code="corrupt",
            )
        trained = int(native.llama_model_n_ctx_train(self._model))
        self.context_length = usable_context(trained, context_length)
        """Longest sequence, in tokens."""
        self.sequences = sequences
        self.shares_prefixes = not (
            native.llama_model_is_recurrent(self._model) or native.llama_model_is_hybrid(self._model)
        )
        """Whether `share` may be called."""
        self.cells = (
            room_cells(self.context_length, sequences) if self.shares_prefixes else self.context_length * sequences
        )
        """Tokens that the memory holds in all; a token shared by several sequences counts once."""
        self._vocab = native.llama_model_get_vocab(self._model)
        self._context = native.llama_init_from_model(self._model, self._context_params(threads))
        if not self._context:
            native.llama_model_free(self._model)
            raise ModelFileError(
                f"Für das Modell {path.name} reicht der Arbeitsspeicher nicht. "
                "Bitte andere Programme beenden oder ein kleineres Modell wählen.",
                code="too_large",
            )
        self._memory = native.llama_get_memory(self._context)
        self._batch = native.llama_batch_init(STEP_TOKENS, 0, 1)
        size = int(native.llama_vocab_n_tokens(self._vocab))
        self.vocabulary_size = size
        self.control_tokens: dict[str, int] = {
            native.llama_vocab_get_text(self._vocab, token).decode("utf-8", "replace"): token
            for token in range(size)
            if native.llama_vocab_get_attr(self._vocab, token) & _NOT_TEXT
        }
        self._ends = frozenset(self.control_tokens.values()) | frozenset(
            token for token in range(size) if native.llama_vocab_is_eog(self._vocab, token)
        )
        self.pieces = [self._piece(token) for token in range(size)]
        """The bytes of each token; a character may be spread over several tokens. Control tokens have none."""

    def _context_params(self, threads: int) -> Any:
        params = native.llama_context_default_params()
        params.n_ctx = self.cells
        params.n_batch = params.n_ubatch = STEP_TOKENS
        params.n_seq_max = self.sequences
        params.kv_unified = self.shares_prefixes
        params.n_threads = params.n_threads_batch = threads
        params.flash_attn_type = (
            native.LLAMA_FLASH_ATTN_TYPE_ENABLED if has_room_attention() else native.LLAMA_FLASH_ATTN_TYPE_DISABLED
        )
        params.no_perf = True
        return params

    @property
    def begin_token(self) -> int | None:
        """The token that must stand before any prompt, if this model wants one."""
        wanted = native.llama_vocab_get_add_bos(self._vocab)
        return int(native.llama_vocab_bos(self._vocab)) if wanted else None

    def says(self, key: bytes) -> bool:
        """Whether the file's metadata has this key and says yes."""
        value = ctypes.create_string_buffer(8)
        return native.llama_model_meta_val_str(self._model, key, value, len(value)) > 0 and value.value == b"true"

    def chat_template(self) -> str | None:
        """The Jinja template in the file that writes a conversation for this model."""
        template = native.llama_model_chat_template(self._model, None)
        return template.decode() if template else None

    def special_text(self, name: str) -> str:
        """The text of the token that begins (`bos`) or ends (`eos`) a sequence; empty if there is none."""
        token = getattr(native, f"llama_vocab_{name}")(self._vocab)
        return "" if token < 0 else str(native.llama_vocab_get_text(self._vocab, token).decode())

    def tokenize(self, text: str) -> list[int]:
        """Tokens of plain text: control tokens written out in it stay text, user-defined ones count."""
        raw = text.encode()
        size = len(raw) + 8
        while True:
            tokens = (native.llama_token * size)()
            count = native.llama_tokenize(self._vocab, raw, len(raw), tokens, size, False, False)
            if count >= 0:
                return list(tokens[:count])
            size = -count

    def _piece(self, token: int) -> bytes:
        size = 256
        while True:
            buffer = ctypes.create_string_buffer(size)
            count = native.llama_token_to_piece(self._vocab, token, buffer, size, 0, False)
            if count >= 0:
                return buffer.raw[:count]
            size = -count

    def ends_answer(self, token: int) -> bool:
        """Whether the model has left its turn: end of generation, or any control token."""
        return token in self._ends

    def compute(self, rows: Sequence[Row]) -> Outcome:
        """Computes at most `STEP_TOKENS` rows; each must follow what is in the memory of its sequence."""
        batch = self._batch
        batch.n_tokens = len(rows)
        for index, (token, position, sequence, wanted) in enumerate(rows):
            batch.token[index] = token
            batch.pos[index] = position
            batch.n_seq_id[index] = 1
            batch.seq_id[index][0] = sequence
            batch.logits[index] = wanted
        return _OUTCOMES.get(native.llama_decode(self._context, batch), Outcome.BROKEN)

    def logits(self, index: int) -> npt.NDArray[np.float32]:
        """Scores of all tokens after row `index` of the last computation. Valid, and may be changed, until the next."""
        scores = native.llama_get_logits_ith(self._context, index)
        view: npt.NDArray[np.float32] = np.ctypeslib.as_array(scores, shape=(self.vocabulary_size,))
        return view

    def share(self, source: int, target: int, start: int, end: int) -> None:
        """Lets `target` hold the tokens at positions `start` to `end` of `source` too, without a copy."""
        native.llama_memory_seq_cp(self._memory, source, target, start, end)

    def forget(self, sequence: int, start: int = 0) -> bool:
        """Removes the tokens from position `start` on. False if this model cannot remove a part."""
        return bool(native.llama_memory_seq_rm(self._memory, sequence, start, -1))

    def new_sampler(self, settings: GenerationSettings, seed: int) -> "Sampler":
        """The sampler of one answer; `seed` is what `settings.seed` or chance decided."""
        return Sampler(self._context, settings, seed)

    def grammar(self, text: str) -> Grammar:
        """Reads a grammar for this model. May be called from any thread.

        Raises:
            GrammarError: it is not valid.
        """
        return Grammar(self._vocab, text)

    def close(self) -> None:
        """Frees the memory; the object must not be used afterwards."""
        native.llama_batch_free(self._batch)
        native.llama_free(self._context)
        native.llama_model_free(self._model)


@lru_cache
def has_room_attention() -> bool:
    """Whether llama.cpp was compiled with our attention (`deploy/attention.cpp`) and this processor can compute it.

    Only then is flash attention worth it: llama.cpp's own goes through the memory cell by cell on a CPU.
    """
    try:
        library = ctypes.CDLL(str(Path(native.__file__).parent / "lib" / "libggml-cpu.so"))
        return bool(ctypes.c_int.in_dll(library, "ki_werkstatt_room_attention").value)
    except (OSError, ValueError):
        return False


def default_threads(parameters: int) -> int:
    """Threads for a model with so many weights.

    Threads of one computation wait for each other at every layer. Beside one busy process on two cores, two
    threads computed a model of 4 million weights 15 times more slowly than one (72 against 1,090 tokens a
    second; 1,490 against 1,380 on idle cores). So small models get one thread, others leave one core of
    three or more to the service.
    """
    cores = len(os.sched_getaffinity(0))
    if parameters < _SMALL_MODEL:
        return 1
    return cores if cores <= 2 else cores - 1
