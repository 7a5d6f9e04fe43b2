"""The tree of beginnings against a memory that is a dictionary."""

import random

import pytest

from models.worker.prefixes import SHORTEST, Beginnings, Node, PrefixTree, common_length

SLOT = 0


class Memory:
    """What each sequence holds, by position; every computed token is a cell of its own."""

    def __init__(self) -> None:
        self.sequences: dict[int, dict[int, tuple[int, int]]] = {}
        self.cells = 0

    def compute(self, sequence: int, tokens: list[int], start: int = 0) -> None:
        held = self.sequences.setdefault(sequence, {})
        for position in range(start, len(tokens)):
            self.cells += 1
            held[position] = (tokens[position], self.cells)

    def share(self, source: int, target: int, start: int, end: int) -> None:
        held = {place: cell for place, cell in self.sequences[source].items() if start <= place < end}
        self.sequences.setdefault(target, {}).update(held)

    def forget(self, sequence: int) -> None:
        self.sequences.pop(sequence, None)

    def tokens(self, sequence: int) -> list[int]:
        held = self.sequences[sequence]
        return [held[place][0] for place in range(len(held))]

    def occupied(self) -> int:
        return len({cell for held in self.sequences.values() for _, cell in held.values()})


def new_tree(nodes: int) -> tuple[PrefixTree, Memory]:
    memory = Memory()
    return PrefixTree(range(1, 1 + nodes), share=memory.share, forget=memory.forget), memory


def kept(tree: PrefixTree, memory: Memory, tokens: list[int]) -> Node:
    memory.compute(SLOT, tokens)
    found = tree.keep(tokens, SLOT)
    memory.forget(SLOT)
    assert found is not None
    return found[0]


def test_longest_beginning_is_found() -> None:
    tree, memory = new_tree(4)
    assert tree.find([1, 2, 3]) == (None, 0)
    system = kept(tree, memory, [1, 2, 3, 4])
    exercise = kept(tree, memory, [1, 2, 3, 4, 5, 6])
    assert exercise.parent is system
    assert tree.find([1, 2, 3, 4, 5, 6, 7]) == (exercise, 6)
    assert tree.find([1, 2, 3, 4, 9]) == (system, 4)
    assert tree.find([1, 2, 9]) == (system, 2)
    assert tree.find([8, 2]) == (None, 0)


def test_something_is_left_to_compute() -> None:
    tree, memory = new_tree(2)
    kept(tree, memory, [1, 2, 3])
    assert tree.find([1, 2, 3])[1] == 2
    assert tree.find([1])[1] == 0


def test_a_node_is_split_where_another_way_begins() -> None:
    tree, memory = new_tree(4)
    kept(tree, memory, [1, 2, 3, 4])
    other = kept(tree, memory, [1, 2, 7, 8])
    assert other.parent is not None
    assert memory.tokens(other.parent.sequence) == [1, 2]
    assert memory.tokens(other.sequence) == [1, 2, 7, 8]
    assert tree.find([1, 2, 3, 4, 5])[1] == 4
    assert tree.cells == memory.occupied() == 6


def test_the_same_beginning_is_kept_once() -> None:
    tree, memory = new_tree(2)
    node = kept(tree, memory, [1, 2, 3])
    assert kept(tree, memory, [1, 2, 3]) is node
    assert tree.cells == memory.occupied() == 3


def test_least_recently_used_goes_first_and_used_ones_stay() -> None:
    tree, memory = new_tree(2)
    first, second = kept(tree, memory, [1, 1]), kept(tree, memory, [2, 2])
    tree.enter(first)
    tree.leave(first)
    kept(tree, memory, [3, 3])
    assert tree.find([2, 2, 9]) == (None, 0)
    assert tree.find([1, 1, 9])[0] is first
    assert second.sequence not in memory.sequences or memory.tokens(second.sequence) != [2, 2]
    third = tree.find([3, 3, 9])[0]
    assert third is not None
    tree.enter(first)
    tree.enter(third)
    memory.compute(SLOT, [4, 4])
    assert tree.keep([4, 4], SLOT) is None
    assert not tree.evict()
    assert tree.idle_cells == 0
    tree.leave(first)
    assert tree.idle_cells == 2


@pytest.mark.parametrize("seed", range(20))
def test_what_is_found_is_what_was_computed(seed: int) -> None:
    """Random ways: a beginning that is found holds exactly these tokens, and cells are counted exactly."""
    draw = random.Random(seed)
    tree, memory = new_tree(5)
    for _ in range(200):
        tokens = [draw.randrange(2) for _ in range(draw.randint(2, 12))]
        node, length = tree.find(tokens)
        if node is not None:
            assert memory.tokens(node.sequence)[:length] == tokens[:length]
            assert memory.tokens(node.sequence) == memory.tokens(node.sequence)[: node.length]
            memory.share(node.sequence, SLOT, 0, length)
        memory.compute(SLOT, tokens, length)
        tree.keep(tokens[: draw.randint(1, len(tokens))], SLOT)
        memory.forget(SLOT)
        assert tree.cells == memory.occupied()
        if draw.random() < 0.1:
            tree.evict()
    while tree.evict():
        pass
    assert tree.cells == memory.occupied() == 0


def test_beginnings_are_recognised_without_their_tokens() -> None:
    seen = Beginnings()
    shared = list(range(5 * SHORTEST))
    assert seen.common_length([*shared, 900, *range(50)]) == 0
    assert seen.common_length([*shared, 901, *range(50)]) == 5 * SHORTEST
    assert seen.common_length([7, *shared]) == 0
    assert common_length([1, 2, 3], [1, 2]) == 2
