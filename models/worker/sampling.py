"""How the next token of one answer is drawn from the model's scores."""

import ctypes
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from llama_cpp import llama_cpp as native

from models.errors import ModelError
from models.messages import GenerationSettings

_PENALISED_TOKENS: Final = 256
"""So far back a token counts as said before."""
_CANDIDATE: Final = np.dtype([("token", np.int32), ("score", np.float32), ("share", np.float32)])


class GrammarError(ModelError):
    """The grammar of a request cannot be read. The message is for readers."""


class NoTokenError(Exception):
    """Grammar and placeholders together leave no token that may follow."""


class Grammar:
    """What an answer may look like (llama.cpp's GBNF, from the rule `root` on), and how far it has come."""

    def __init__(self, vocabulary: Any, text: str) -> None:
        """Reads the grammar. May be called from any thread.

        Raises:
            GrammarError: it is not valid.
        """
        self._state = native.llama_sampler_init_grammar(vocabulary, text.encode(), b"root")
        if not self._state:
            raise GrammarError("Die Grammatik ist nicht gültig (GBNF mit einer Regel „root“).")

    def restrict(self, candidates: Any) -> None:
        """Takes all hope from candidates that may not follow."""
        native.llama_sampler_apply(self._state, candidates)

    def accept(self, token: int) -> None:
        """Goes on behind `token`, which must be one that may follow."""
        native.llama_sampler_accept(self._state, token)

    def close(self) -> None:
        """Frees it."""
        native.llama_sampler_free(self._state)


class Sampler:
    """llama.cpp's chain of samplers for one answer. Belongs to the thread of the model; must be closed."""

    def __init__(self, context: Any, settings: GenerationSettings, seed: int) -> None:
        """`seed` below 2³² − 1, llama.cpp's word for "any".

        Raises:
            GrammarError: the grammar is not valid.
        """
        self._context = context
        vocabulary = native.llama_model_get_vocab(native.llama_get_model(context))
        self._grammar = None if settings.grammar is None else Grammar(vocabulary, settings.grammar)
        self._chain = native.llama_sampler_chain_init(native.llama_sampler_chain_default_params())
        for step in _steps(native.llama_vocab_n_tokens(vocabulary), settings, seed):
            native.llama_sampler_chain_add(self._chain, step)

    def draw(self, index: int, scores: npt.NDArray[np.float32]) -> int:
        """The token after row `index` of the last computation, whose scores are `scores`; it counts for the penalties.

        Raises:
            NoTokenError: the grammar leaves none.
        """
        if self._grammar is None:
            return int(native.llama_sampler_sample(self._chain, self._context, index))
        candidates = np.zeros(len(scores), _CANDIDATE)
        candidates["token"], candidates["score"] = np.arange(len(scores)), scores
        listed = native.llama_token_data_array(
            candidates.ctypes.data_as(native.llama_token_data_p), len(scores), -1, False
        )
        self._grammar.restrict(ctypes.byref(listed))
        if not np.isfinite(candidates["score"].max()):
            raise NoTokenError
        native.llama_sampler_apply(self._chain, ctypes.byref(listed))
        token = int(listed.data[listed.selected].id)
        self._grammar.accept(token)
        native.llama_sampler_accept(self._chain, token)
        return token

    def close(self) -> None:
        """Frees the chain."""
        native.llama_sampler_free(self._chain)
        if self._grammar is not None:
            self._grammar.close()


def _steps(vocabulary_size: int, settings: GenerationSettings, seed: int) -> list[Any]:
    steps = []
    if settings.frequency_penalty or settings.presence_penalty:
        steps.append(
            native.llama_sampler_init_penalties(
                vocabulary_size, _PENALISED_TOKENS, 1.0, settings.frequency_penalty, settings.presence_penalty
            )
        )
    if settings.temperature == 0:
        return [*steps, native.llama_sampler_init_greedy()]
    if settings.top_k is not None:
        steps.append(native.llama_sampler_init_top_k(settings.top_k))
    return [
        *steps,
        native.llama_sampler_init_top_p(settings.top_p, 1),
        native.llama_sampler_init_min_p(settings.min_p, 1),
        native.llama_sampler_init_temp(settings.temperature),
        native.llama_sampler_init_dist(seed),
    ]
