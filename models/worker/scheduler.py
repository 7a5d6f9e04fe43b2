"""Computes several requests at once, step by step. Everything here happens in the thread that owns the model.

Each step computes one token of every answer that is being written, and with the room that is left a part of
the prompts that came in meanwhile: nobody's stream stands still because another one begins.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from models.worker import copying, loops, numbers
from models.worker.copying import CopyRule, Sentences
from models.worker.llama import STEP_TOKENS, LlamaModel, Outcome, Row
from models.worker.loops import LoopRule
from models.worker.numbers import NumberRule
from models.worker.placeholders import PlaceholderRule
from models.worker.prefixes import SHORTEST, Beginnings, PrefixTree, common_length
from models.worker.requests import Ticket
from models.worker.slots import Slot

logger = logging.getLogger(__name__)

SLOTS: Final = 24
"""Requests that are computed at once."""
NODES: Final = 16
"""Beginnings that are kept for later requests."""
_MOST_SETBACKS: Final = 3

Part = tuple[Slot, int]
"""A slot and how many of its tokens to compute."""


@dataclass
class Work:
    """What was done, for `/health`."""

    served: int = 0
    cancelled: int = 0
    failed: int = 0
    computed_tokens: int = 0
    reused_tokens: int = 0
    """Tokens of prompts that did not have to be computed."""


class Scheduler:
    """The requests that are being computed, and the beginnings that they share."""

    def __init__(self, model: LlamaModel) -> None:
        """`model` has a sequence for each slot, and `NODES` more for beginnings if it can share them."""
        self._model = model
        self._rule = PlaceholderRule(model.pieces)
        self._numbers = NumberRule(model.pieces) if model.says(numbers.METADATA) else None
        self._sentences = Sentences(model.pieces) if model.says(copying.METADATA) else None
        self._without_loops = model.says(loops.METADATA)
        slots = model.sequences - NODES if model.shares_prefixes else model.sequences
        self._free = list(range(slots))
        nodes = range(slots, model.sequences)
        self._tree = PrefixTree(nodes, share=model.share, forget=model.forget)
        self._beginnings = Beginnings()
        self.slots: list[Slot] = []
        """In the order in which they came."""
        self.work = Work()
        self.mean_seconds: float | None = None
        """How long the last answers took to compute, the latest counting most."""

    @property
    def tickets(self) -> list[Ticket]:
        """The requests that are being computed."""
        return [slot.ticket for slot in self.slots]

    @property
    def kept_tokens(self) -> int:
        """Tokens of beginnings in the memory."""
        return self._tree.cells

    def admit(self, ticket: Ticket) -> bool:
        """Begins with a request; false if there is no room for it now."""
        if not self._free:
            return False
        slot = Slot(
            ticket,
            self._free[-1],
            self._model,
            self._rule,
            self._numbers,
            LoopRule() if self._without_loops else None,
            CopyRule(ticket.prompt, self._sentences) if self._sentences else None,
        )
        self._attach(slot)
        missing = slot.reserved - self._free_cells()
        if missing > self._tree.idle_cells:
            self._detach(slot)
            slot.close()
            return False
        while slot.reserved > self._free_cells():
            self._tree.evict()
        self._free.pop()
        if self._model.shares_prefixes:
            common = self._beginnings.common_length(slot.tokens[:-1])
            slot.keep_at = common if _worth_keeping(common - slot.computed, slot) else None
        self.slots.append(slot)
        return True

    def step(self) -> None:
        """Computes what is next for everyone, and ends what has come to its end."""
        for slot in list(self.slots):
            if slot.ticket.left.is_set():
                self.work.cancelled += 1
                self._release(slot)
            elif slot.late:
                self._finish(slot, "deadline")
        if parts := self._plan():
            self._compute(parts)

    def abandon(self) -> None:
        """After a fault of this program itself: fails all who are being computed."""
        for slot in list(self.slots):
            self._fail(slot)

    def _free_cells(self) -> int:
        return self._model.cells - self._tree.cells - sum(slot.reserved for slot in self.slots)

    def _plan(self) -> list[Part]:
        """The next token of all who are answering, then prompts in the order in which they came."""
        if all(slot.paused for slot in self.slots):
            for slot in self.slots:
                slot.paused = False
        ready = [slot for slot in self.slots if not slot.paused]
        parts = [(slot, 1) for slot in ready if slot.answering]
        room = STEP_TOKENS - len(parts)
        beginning: list[Slot] = []
        for slot in ready:
            if room == 0:
                break
            if slot.answering:
                continue
            if slot.computed == slot.reused:
                self._attach(slot)
                if any(common_length(other.tokens, slot.tokens) >= slot.computed + SHORTEST for other in beginning):
                    continue  # what the other one computes now need not be computed twice
            count = min(room, slot.pending)
            parts.append((slot, count))
            room -= count
            if self._model.shares_prefixes:
                beginning.append(slot)
        return parts

    def _compute(self, parts: Sequence[Part]) -> None:
        rows: list[Row] = []
        last: dict[Slot, int] = {}
        for slot, count in parts:
            end = slot.computed + count
            complete = end == len(slot.tokens) and slot.ticket.settings is not None
            for position in range(slot.computed, end):
                wanted = complete and position == end - 1
                rows.append(Row(slot.tokens[position], position, slot.sequence, wanted))
            if complete:
                last[slot] = len(rows) - 1
        outcome = self._model.compute(rows)
        if outcome is not Outcome.DONE:
            self._recover(parts, outcome)
            return
        for slot, count in parts:
            self._advance(slot, count)
            if slot in last:
                self._draw(slot, last[slot])
            elif slot.pending == 0:
                self._keep(slot, len(slot.tokens))
                self._finish(slot, "kept")

    def _advance(self, slot: Slot, count: int) -> None:
        slot.computed += count
        slot.setbacks = 0
        self.work.computed_tokens += count
        if slot.keep_at is not None and slot.computed >= slot.keep_at:
            self._keep(slot, slot.keep_at)
            slot.keep_at = None

    def _draw(self, slot: Slot, row: int) -> None:
        try:
            over = slot.draw(row)
        except Exception as error:
            logger.error("sampling failed: %s", type(error).__name__)
            self._fail(slot)
            return
        if over:
            self._served(slot)

    def _recover(self, parts: Sequence[Part], outcome: Outcome) -> None:
        """Finds out which of several requests cannot be computed, and lets that one wait or fail alone."""
        whole = [slot for slot, _ in parts if not self._model.forget(slot.sequence, slot.computed)]
        for slot in whole:
            self._detach(slot)
        if whole and len(parts) > 1:
            parts = [part for part in parts if part[0] not in whole]
            if parts:
                self._compute(parts)
            return
        if len(parts) > 1:
            half = len(parts) // 2
            self._compute(parts[:half])
            self._compute([part for part in parts[half:] if part[0] in self.slots])
            return
        slot, count = parts[0]
        if outcome is Outcome.NO_ROOM:
            if self._tree.evict():
                self._compute(parts)
            elif count > 1:
                self._compute([(slot, count // 2)])
            elif len(self.slots) > 1:
                self._detach(slot)
                slot.paused = True
            else:
                self._fail(slot)
        elif outcome is Outcome.ABORTED and slot.setbacks < _MOST_SETBACKS:
            slot.setbacks += 1
        else:
            self._fail(slot)

    def _attach(self, slot: Slot) -> None:
        """Lets a slot that has computed nothing yet begin with what others have computed."""
        if not self._model.shares_prefixes:
            return
        _, same = self._tree.find(slot.tokens)
        for other in self.slots:
            if other is slot or other.computed < same + SHORTEST:
                continue
            common = common_length(other.tokens[: other.computed], slot.tokens[:-1])
            if _worth_keeping(common - same, slot):
                self._keep(other, common)
                _, same = self._tree.find(slot.tokens)
        node, same = self._tree.find(slot.tokens)
        if node is None or same < max(slot.computed + 1, SHORTEST):
            return
        self._detach(slot)
        self._tree.enter(node)
        slot.nodes.append(node)
        self._model.share(node.sequence, slot.sequence, 0, same)
        slot.computed = slot.reused = slot.shared = same

    def _detach(self, slot: Slot) -> None:
        """Takes a slot back to where nothing is computed."""
        self._model.forget(slot.sequence)
        for node in slot.nodes:
            self._tree.leave(node)
        slot.nodes.clear()
        slot.computed = slot.reused = slot.shared = 0

    def _keep(self, slot: Slot, length: int) -> None:
        """Keeps the first tokens of a slot for others."""
        kept = self._tree.keep(slot.tokens[:length], slot.sequence)
        if kept is None:
            return
        node, cells = kept
        if cells:
            self._tree.enter(node)
            slot.nodes.append(node)
            slot.shared += cells

    def _finish(self, slot: Slot, reason: str) -> None:
        slot.finish(reason)
        self._served(slot)

    def _served(self, slot: Slot) -> None:
        self.work.served += 1
        seconds = slot.age
        self.mean_seconds = seconds if self.mean_seconds is None else 0.8 * self.mean_seconds + 0.2 * seconds
        self._release(slot)

    def _fail(self, slot: Slot) -> None:
        self.work.failed += 1
        slot.fail()
        self._release(slot)

    def _release(self, slot: Slot) -> None:
        self.work.reused_tokens += slot.reused
        self._detach(slot)
        slot.close()
        self.slots.remove(slot)
        self._free.append(slot.sequence)
        for other in self.slots:
            other.paused = False


def _worth_keeping(saved: int, slot: Slot) -> bool:
    """Whether a beginning that saves so many tokens of a request deserves a node.

    Every kept token makes every other one slower to compute, because attention passes over all cells: who
    asks the same thing twice should not have the own part of the prompt kept beside that of the exercise.
    """
    return saved >= max(SHORTEST, len(slot.ticket.prompt) // 4)
