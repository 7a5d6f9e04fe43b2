"""One request while it is computed: what of it is in the model's memory, and its answer so far."""

import secrets
import time
from typing import Final

from models.messages import GenerationSettings, Usage
from models.worker.answer import AnswerText
from models.worker.copying import CopyRule
from models.worker.llama import LlamaModel
from models.worker.loops import LoopRule
from models.worker.numbers import NumberRule, numbers_in
from models.worker.placeholders import PlaceholderRule, is_begun
from models.worker.prefixes import Node
from models.worker.requests import Failed, Finished, Text, Ticket

_PULSE_SECONDS: Final = 0.05
"""Tokens that follow each other faster than this travel together: nobody reads that fast."""
_SEEDS: Final = 2**32 - 1
"""llama.cpp takes the number after the last one for "any"."""


class Slot:
    """A request with a sequence of the model. Belongs to the thread of the model."""

    def __init__(
        self,
        ticket: Ticket,
        sequence: int,
        model: LlamaModel,
        rule: PlaceholderRule,
        numbers: NumberRule | None,
        loops: LoopRule | None,
        copies: CopyRule | None,
    ) -> None:
        self.ticket, self.sequence = ticket, sequence
        self.tokens = list(ticket.prompt)
        """The prompt and the answer so far."""
        self.computed = 0
        """So many of `tokens` are in the memory."""
        self.reused = 0
        """So many of them were there before."""
        self.shared = 0
        """So many cells belong to nodes of the prefix tree."""
        self.nodes: list[Node] = []
        """The nodes that may not be evicted meanwhile."""
        self.keep_at: int | None = None
        """A beginning of this length is to be kept as soon as it is computed."""
        self.paused = False
        """Waits until another request has made room."""
        self.setbacks = 0
        """Computations that were aborted in a row."""
        self._started = time.monotonic()
        settings = ticket.settings or GenerationSettings()
        free = settings.grammar is None  # with a grammar, the rules of a small model could leave no token
        self._model, self._rule = model, rule
        self._numbers, self._loops = (numbers, loops) if free else (None, None)
        self._copies = copies if free else None
        text = b"".join(model.pieces[token] for token in ticket.prompt) if self._numbers else b""
        self._known_numbers = numbers_in([text.decode("utf-8", "replace")])
        self._begun = ""
        wished = settings.seed
        seed = secrets.randbelow(_SEEDS) if wished is None else wished % _SEEDS
        self._sampler = model.new_sampler(settings, seed)
        self._answer = AnswerText(settings.stop)
        self._opened = ""
        self._unsent, self._sent_at = "", 0.0

    @property
    def reserved(self) -> int:
        """Cells of the memory that it needs at most, beside those of the prefix tree."""
        return self.ticket.cells - self.shared

    @property
    def pending(self) -> int:
        """Tokens that must be computed before the next one can be drawn."""
        return len(self.tokens) - self.computed

    @property
    def answering(self) -> bool:
        """Whether the answer has begun and only its last token is to be computed."""
        return len(self.tokens) > len(self.ticket.prompt) and self.pending == 1

    @property
    def age(self) -> float:
        """Seconds since its computation began."""
        return time.monotonic() - self._started

    @property
    def late(self) -> bool:
        """Whether its time is up."""
        return self.age > self.ticket.seconds

    def draw(self, row: int) -> bool:
        """Takes the token after row `row` of the last computation; true if the answer is complete with it.

        Raises:
            NoTokenError: the grammar of the request leaves none.
        """
        assert self.ticket.settings is not None
        known = self.ticket.placeholders
        scores = self._model.logits(row)
        self._rule.apply(scores, known, self._opened)
        if self._numbers and not is_begun(self._opened):
            self._numbers.apply(scores, self._known_numbers, self._begun)
        if self._loops and not self._opened:
            self._loops.apply(scores)
        if self._copies and not self._opened:
            self._copies.apply(scores)
        token = self._sampler.draw(row, scores)
        self.tokens.append(token)
        if self._model.ends_answer(token):
            self.finish("stop")
            return True
        self._opened = self._rule.after(self._opened, token, known)
        if self._loops:
            self._loops.add(token)
        if self._copies:
            self._copies.add(token)
        if self._numbers:
            self._begun = "" if is_begun(self._opened) else self._numbers.after(self._begun, token)
        self._unsent += self._answer.feed(self._model.pieces[token], len(self._opened))
        if self._answer.stopped:
            self.finish("stop")
            return True
        if len(self.tokens) - len(self.ticket.prompt) == self.ticket.settings.max_tokens:
            self.finish("length")
            return True
        now = time.monotonic()
        if self._unsent and now - self._sent_at > _PULSE_SECONDS:
            self.ticket.tell(Text(self._unsent))
            self._unsent, self._sent_at = "", now
        return False

    def finish(self, reason: str) -> None:
        """Sends what is left, without a placeholder that could not be completed."""
        self._unsent += self._answer.finish(len(self._opened) if is_begun(self._opened) else 0)
        if self._unsent:
            self.ticket.tell(Text(self._unsent))
        prompt = len(self.ticket.prompt)
        self.ticket.tell(Finished(reason, Usage(prompt, len(self.tokens) - prompt, self.reused)))

    def fail(self) -> None:
        """Tells the client that there will be no answer."""
        self.ticket.tell(Failed("Das Sprachmodell konnte nicht antworten. Bitte noch einmal versuchen."))

    def close(self) -> None:
        """Frees what llama.cpp holds for it outside the memory."""
        self._sampler.close()
