"""One loaded model, through the C interface of llama.cpp.

The high-level class of llama-cpp-python does not expose `use_extra_bufts`; with it on, some builds crash
at the first decode of a quantised model on CPUs with AMX. Hence the C interface.
"""

import ctypes
import os
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any, Final

from llama_cpp import llama_cpp as native

from models.errors import ModelError, ModelFileError
from models.gguf_file import DEFAULT_CONTEXT_LIMIT
from models.messages import GenerationSettings

_PREFILL: Final = 256
"""Tokens of the prompt that are computed between two looks at whether anybody still waits."""
_SMALL_MODEL: Final = 100_000_000
_NOT_TEXT: Final = native.LLAMA_TOKEN_ATTR_CONTROL | native.LLAMA_TOKEN_ATTR_UNKNOWN


@native.llama_log_callback  # type: ignore[untyped-decorator]
def _silence(_level: int, _text: bytes, _data: object) -> None:
    """llama.cpp tells its whole life on standard error; what matters reaches us as return values."""


class LlamaModel:
    """A model in memory. Tokenising is safe from any thread, everything else from one thread only."""

    def __init__(self, path: Path, *, threads: int, context_length: int | None = None) -> None:
        """Loads the file. `context_length` is in tokens, by default the trained one, bounded.

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
        self.context_length = min(trained, context_length or DEFAULT_CONTEXT_LIMIT)
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
        size = int(native.llama_vocab_n_tokens(self._vocab))
        self.control_tokens: dict[str, int] = {
            native.llama_vocab_get_text(self._vocab, token).decode("utf-8", "replace"): token
            for token in range(size)
            if native.llama_vocab_get_attr(self._vocab, token) & _NOT_TEXT
        }
        self._ends = frozenset(self.control_tokens.values()) | frozenset(
            token for token in range(size) if native.llama_vocab_is_eog(self._vocab, token)
        )
        self._buffer = ctypes.create_string_buffer(256)

    def _context_params(self, threads: int) -> Any:
        params = native.llama_context_default_params()
        params.n_ctx = self.context_length
        params.n_batch = params.n_ubatch = min(_PREFILL, self.context_length)
        params.n_seq_max = 1
        params.n_threads = params.n_threads_batch = threads
        params.flash_attn_type = native.LLAMA_FLASH_ATTN_TYPE_DISABLED
        params.no_perf = True
        return params

    @property
    def begin_token(self) -> int | None:
        """The token that must stand before any prompt, if this model wants one."""
        wanted = native.llama_vocab_get_add_bos(self._vocab)
        return int(native.llama_vocab_bos(self._vocab)) if wanted else None

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

    def piece(self, token: int) -> bytes:
        """The bytes of one token; a character may be spread over several tokens. Control tokens have none."""
        size = len(self._buffer)
        count = native.llama_token_to_piece(self._vocab, token, self._buffer, size, 0, False)
        if count < 0:
            self._buffer = ctypes.create_string_buffer(-count)
            return self.piece(token)
        return self._buffer.raw[:count]

    def ends_answer(self, token: int) -> bool:
        """Whether the model has left its turn: end of generation, or any control token."""
        return token in self._ends

    def generate(
        self, prompt: Sequence[int], settings: GenerationSettings, seed: int, *, abandoned: Callable[[], bool]
    ) -> Generator[int, None, None]:
        """Yields tokens without end until the caller closes the iterator or `abandoned()` turns true.

        The caller sees to it that prompt and answer fit the context.

        Raises:
            ModelError: llama.cpp could not compute the next token.
        """
        native.llama_memory_clear(self._memory, True)
        sampler = _sampler(settings, seed)
        try:
            for start in range(0, len(prompt), _PREFILL):
                if abandoned():
                    return
                self._decode(prompt[start : start + _PREFILL])
            while not abandoned():
                token = int(native.llama_sampler_sample(sampler, self._context, -1))
                yield token
                self._decode([token])
        finally:
            native.llama_sampler_free(sampler)

    def _decode(self, tokens: Sequence[int]) -> None:
        count = len(tokens)
        array = (native.llama_token * count)(*tokens)
        if native.llama_decode(self._context, native.llama_batch_get_one(array, count)) != 0:
            raise ModelError("Das Sprachmodell konnte nicht weiterrechnen. Bitte noch einmal versuchen.")

    def close(self) -> None:
        """Frees the memory; the object must not be used afterwards."""
        native.llama_free(self._context)
        native.llama_model_free(self._model)


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


def _sampler(settings: GenerationSettings, seed: int) -> Any:
    chain = native.llama_sampler_chain_init(native.llama_sampler_chain_default_params())
    if settings.temperature == 0:
        steps = [native.llama_sampler_init_greedy()]
    else:
        steps = [
            native.llama_sampler_init_top_p(settings.top_p, 1),
            native.llama_sampler_init_min_p(settings.min_p, 1),
            native.llama_sampler_init_temp(settings.temperature),
            native.llama_sampler_init_dist(seed),
        ]
    for step in steps:
        native.llama_sampler_chain_add(chain, step)
    return chain
