"""Beginnings that several prompts share, kept in the model's memory so that they are computed once.

A tree: each node adds some tokens to its parent's, and has a sequence that holds the whole way from the root.
Sequences with a common beginning share its cells, so a node costs only the tokens that it adds. Nodes hold
what an exercise gave on opening, or what two prompts had in common; never the text of one participant alone.
"""

import hashlib
import secrets
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

SHORTEST: Final = 16
"""Fewer tokens in common are not worth a node."""
_REMEMBERED: Final = 4096
Share = Callable[[int, int, int, int], None]
Forget = Callable[[int], object]


@dataclass(eq=False)
class Node:
    """One beginning."""

    tokens: tuple[int, ...]
    """Those that it adds to its parent's."""
    length: int
    """Tokens on the way from the root, its own included."""
    sequence: int
    parent: "Node | None"
    children: list["Node"] = field(default_factory=list)
    used: int = 0
    """When it was last used, on the tree's own clock."""
    users: int = 0
    """Requests that are being computed on it."""


class PrefixTree:
    """The tree and its sequences. Knows no model: `share` and `forget` do what is to be done in its memory."""

    def __init__(self, sequences: Sequence[int], *, share: Share, forget: Forget) -> None:
        """`sequences` are reserved for it: so many nodes it can have."""
        self._free = list(sequences)
        self._share, self._forget = share, forget
        self._roots: list[Node] = []
        self._clock = count(1)

    @property
    def cells(self) -> int:
        """Tokens that it holds in the memory."""
        return sum(len(node.tokens) for node in self._nodes())

    @property
    def idle_cells(self) -> int:
        """Tokens that `evict` could free."""

        def idle(node: Node) -> tuple[bool, int]:
            below = [idle(child) for child in node.children]
            free = not node.users and all(all_idle for all_idle, _ in below)
            return free, sum(count for _, count in below) + (len(node.tokens) if free else 0)

        return sum(count for _, count in map(idle, self._roots))

    def find(self, tokens: Sequence[int]) -> tuple[Node | None, int]:
        """The node on whose way `tokens` begin longest, and for how many tokens; the last token does not count,
        because something must be left to compute.
        """
        best, length = None, 0
        level = self._roots
        limit = len(tokens) - 1
        while True:
            child = next((node for node in level if length < limit and node.tokens[0] == tokens[length]), None)
            if child is None:
                break
            same = common_length(child.tokens, tokens[length:limit])
            best, length = child, length + same
            if same < len(child.tokens):
                break
            level = child.children
        return best, length

    def keep(self, tokens: Sequence[int], sequence: int) -> tuple[Node, int] | None:
        """Keeps a beginning that `sequence` holds: its node, and how many cells of `sequence` the node now
        shares. `None` if there is no room for another node.

        Where it parts from a kept way in the middle of a node, that node is split.
        """
        found, same = self.find([*tokens, -1])
        if found is not None and same < found.length:
            found = self._split(found, same)
            if found is None:
                return None
        if found is not None and same == len(tokens):
            self._touch(found)
            return found, 0
        own = self._sequence(spare=found)
        if own is None:
            return None
        if found is not None:
            self._share(found.sequence, own, 0, same)
        self._share(sequence, own, same, len(tokens))
        node = Node(tuple(tokens[same:]), len(tokens), own, found)
        self._level(found).append(node)
        self._touch(node)
        return node, len(node.tokens)

    def enter(self, node: Node) -> None:
        """A request is computed on `node`: it stays until the request is through."""
        node.users += 1
        self._touch(node)

    def leave(self, node: Node) -> None:
        """A request on `node` is through."""
        node.users -= 1

    def evict(self, spare: Node | None = None) -> bool:
        """Gives up the node that was not used for the longest time; false if all are in use."""
        leaves = [node for node in self._nodes() if not node.children and not node.users and node is not spare]
        if not leaves:
            return False
        self._drop(min(leaves, key=lambda node: node.used))
        return True

    def _sequence(self, spare: Node | None) -> int | None:
        if not self._free and not self.evict(spare):
            return None
        return self._free.pop()

    def _split(self, node: Node, length: int) -> Node | None:
        """Makes the first `length` tokens of `node`'s way a node of their own."""
        own = self._sequence(spare=node)
        if own is None:
            return None
        self._share(node.sequence, own, 0, length)
        at = length - (node.length - len(node.tokens))
        upper = Node(node.tokens[:at], length, own, node.parent, [node], node.used)
        level = self._level(node.parent)
        level[level.index(node)] = upper
        node.tokens, node.parent = node.tokens[at:], upper
        return upper

    def _drop(self, node: Node) -> None:
        self._level(node.parent).remove(node)
        self._forget(node.sequence)
        self._free.append(node.sequence)

    def _level(self, parent: Node | None) -> list[Node]:
        return self._roots if parent is None else parent.children

    def _touch(self, node: Node | None) -> None:
        now = next(self._clock)
        while node is not None:
            node.used, node = now, node.parent

    def _nodes(self) -> Iterator[Node]:
        waiting = list(self._roots)
        while waiting:
            node = waiting.pop()
            yield node
            waiting += node.children


def common_length(one: Sequence[int], other: Sequence[int]) -> int:
    """For how many tokens two sequences are the same."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


class Beginnings:
    """Recognises beginnings that came before, without keeping their tokens: keyed hashes at every few tokens."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._known: OrderedDict[bytes, None] = OrderedDict()

    def common_length(self, tokens: Sequence[int]) -> int:
        """For about how many tokens some earlier sequence began in the same way; this one is known from now on."""
        common, unbroken = 0, True
        digest = hashlib.blake2b(key=self._key, digest_size=16)
        for end in range(SHORTEST, len(tokens) + 1, SHORTEST):
            digest.update(array("l", tokens[end - SHORTEST : end]).tobytes())
            mark = digest.copy().digest()
            unbroken = unbroken and mark in self._known
            common = end if unbroken else common
            self._known[mark] = None
            self._known.move_to_end(mark)
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return common
