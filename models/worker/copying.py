"""Copying from the conversation: where a small model wavers, it goes on with the sentence that it is copying.

A small model copies a case by its attention alone, and slips: half-way through a sentence it goes on as another one
does that began alike, says a sentence again, or stops before the last one. The remedy is known as a cache or pointer
(Grave et al., 2017, "Improving Neural Language Models with a Continuous Cache"; See et al., 2017, "Get To The Point"):
the model's distribution is mixed with one that says what followed the same words in the conversation, the more of it
the longer they are. What the answer has taken over already does not count again (See et al.'s coverage), so that of
two sentences that begin alike the second one follows the first, no sentence is begun a second time lightly, and
behind a copied sentence the next one is likely that holds a placeholder or a number which the answer lacks. The rule
forbids nothing: a model that is sure of something else writes that.

Only whole sentences are meant: the rule wakes when a sentence of the answer begins as one of the conversation does,
and sleeps where the model puts a fact into words of its own.
"""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

METADATA: Final = b"werkstatt.copies_sentences"
"""Key of a GGUF file whose model is bound by this rule."""
_SHORTEST: Final = 2
"""So many tokens of a sentence must have been taken over before it counts as being copied."""
_STEP: Final = 0.2
"""Share of the mixture that each token taken over brings."""
_MOST: Final = 0.6
"""How large that share becomes at most."""
_AGAIN: Final = 0.3
"""What is left of the probability that a sentence begins which the answer already has."""
_NEXT: Final = 0.2
"""Share of the mixture that the very next sentence gets behind one that was copied."""
_UNTOLD: Final = 0.49
"""Share that the next sentence gets instead that holds a placeholder or a number which the answer lacks."""
_LEAD: Final = 4
"""A colon behind so many tokens introduces a sentence; behind fewer it ends a label."""
_MARKS: Final = frozenset(" \n\t.,;:!?-–*[]()„“\"'•")
_FACT: Final = re.compile(r"\[[A-Z][A-Z_]*_\d+\]|\d+")
Places = npt.NDArray[np.intp]
_NOTHING: Final[Places] = np.array([], dtype=np.intp)


class Sentences:
    """Where sentences begin, for one vocabulary."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        """`pieces` are the bytes of each token; control tokens have none."""
        texts = [piece.decode("utf-8", "replace") for piece in pieces]
        self.texts = texts
        """The text of each token; control tokens have none."""
        self.mark = [set(text) <= _MARKS for text in texts]
        """Whether a token is made of blanks and punctuation only; control tokens are."""
        self._ends = [any(sign in text for sign in ".!?\n") for text in texts]
        self._leads = [any(sign in text for sign in ":„") for text in texts]
        self._lines = ["\n" in text for text in texts]
        self._digits = [len(text.strip(" ")) if text.strip(" ").isdigit() else 0 for text in texts]
        numbers = {text: token for token, text in enumerate(texts)}
        twins = (numbers.get(text[1:] if text.startswith(" ") else " " + text) for text in texts)
        self.twin = [token if twin is None else twin for token, twin in enumerate(twins)]
        """The same token with or without the blank before it; itself where there is none."""

    def borders(self, tokens: Sequence[int]) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
        """For each of these tokens, whether a sentence begins with it, and whether one is over behind it."""
        state = Opening(self)
        starts, ends = [], []
        for token in tokens:
            starts.append(state.open and not self.mark[token])
            state.add(token, leads=False)
            ends.append(state.open)
        return np.array(starts, dtype=bool), np.array(ends, dtype=bool)


class Opening:
    """Whether a sentence may begin behind the tokens so far."""

    def __init__(self, sentences: Sentences) -> None:
        self.open = True
        self._sentences = sentences
        self._digits = self._words = 0

    def add(self, token: int, *, leads: bool) -> None:
        """The next token. With `leads`, a sentence may begin behind a colon or an opening quotation mark too."""
        of = self._sentences
        if of._digits[token]:
            self.open, self._digits = False, self._digits + of._digits[token]
        elif not of.mark[token]:
            self.open, self._digits = False, 0
        else:
            ends = of._ends[token] and not 0 < self._digits < 3  # `4.` begins a date, `2026.` ends a sentence
            introduces = leads and of._leads[token] and self._words >= _LEAD
            self.open = self.open or ends or introduces
        if of.mark[token]:
            self._digits = 0
        self._words = 0 if of._lines[token] else self._words + 1


class CopyRule:
    """What one answer copies."""

    def __init__(self, conversation: Sequence[int], sentences: Sentences) -> None:
        """`conversation` are the tokens of the prompt."""
        self._source: Places = np.array(conversation, dtype=np.intp)
        self._sentences = sentences
        self._starts, self._ends = sentences.borders(conversation)
        self._length: Places = np.zeros(len(conversation) + 1, dtype=np.intp)
        """For each place, how many tokens before it, from the beginning of a sentence on, the answer has taken over."""
        self._begins = np.flatnonzero(self._starts).tolist()
        self._stops = np.array([not sentences.texts[token] for token in conversation], dtype=bool)
        """Where a message ends: control tokens have no text."""
        self._taken = np.zeros(len(conversation), dtype=bool)
        self._opening = Opening(sentences)
        self._answer = ""
        self._behind = 0
        """Where the sentence that was copied last ended; 0 once the answer goes its own way."""

    def apply(self, scores: npt.NDArray[np.float32]) -> None:
        """Mixes the scores with what follows in the conversation."""
        if self._opening.open:
            best = int(scores.argmax())
            if self._sentences.mark[best] and self._sentences.texts[best]:
                return  # a line break or the mark of a list comes first
            scores[self._said_again()] += np.log(_AGAIN)
            self._mix(scores, *self._next())
            return
        longest = int(self._length[:-1].max(initial=0))
        if longest >= _SHORTEST:
            places = np.flatnonzero((self._length[:-1] == longest) & ~self._taken & ~self._ends)
            later = places[places >= self._behind]
            nearest = later[:1] if len(later) else places[:1]
            self._mix(scores, self._source[nearest], min(_MOST, _STEP * longest))

    def add(self, token: int) -> None:
        """The next token of the answer."""
        sentences = self._sentences
        same = self._source == token
        longer = np.where(same & (self._length[:-1] > 0), self._length[:-1] + 1, 0)
        if self._opening.open and not sentences.mark[token]:
            first = self._starts & (same | (self._source == sentences.twin[token]))
            longer = np.where(first, 1, longer)
        self._length[1:] = longer
        self._opening.add(token, leads=True)
        self._answer += sentences.texts[token]
        longest = int(longer.max(initial=0))
        if longest >= _SHORTEST:
            ends = np.flatnonzero(self._length == longest)
            if len(ends) == 1:
                end = int(ends[0])
                self._taken[end - longest : end] = True
                self._behind = end
        elif not sentences.mark[token] and not longest:
            self._behind = 0

    def _said_again(self) -> Places:
        """The tokens that begin only sentences which the answer has."""
        firsts = self._source[self._starts]
        said, left = firsts[self._taken[self._starts]], firsts[~self._taken[self._starts]]
        again = set(said.tolist()) - set(left.tolist())
        again |= {self._sentences.twin[token] for token in again}
        return np.array(sorted(again), dtype=np.intp)

    def _next(self) -> tuple[Places, float]:
        """How the sentence begins that should follow the one copied last, and its share.

        It is the next one that holds what the answer lacks, otherwise the very next one.
        """
        if not self._behind:
            return _NOTHING, 0.0
        limit = np.flatnonzero(self._stops[self._behind :])
        end = self._behind + int(limit[0]) if len(limit) else len(self._source)
        starts = [place for place in self._begins if self._behind <= place < end and not self._taken[place]]
        if not starts:
            return _NOTHING, 0.0
        untold = next((start for start in starts if any(fact not in self._answer for fact in self._facts(start))), None)
        first = int(self._source[starts[0] if untold is None else untold])
        blank = self._answer[-1:] not in ("", " ", "\n")
        if self._sentences.texts[first].startswith(" ") is not blank:
            first = self._sentences.twin[first]
        return np.array([first], dtype=np.intp), _NEXT if untold is None else _UNTOLD

    def _facts(self, start: int) -> list[str]:
        ends = np.flatnonzero(self._ends[start:])
        end = start + int(ends[0]) if len(ends) else len(self._source)
        return _FACT.findall("".join(self._sentences.texts[token] for token in self._source[start:end]))

    def _mix(self, scores: npt.NDArray[np.float32], wanted: Places, share: float) -> None:
        wanted = wanted[np.isfinite(scores[wanted])]
        if not len(wanted):
            return
        highest = scores.max()
        whole = highest + np.log(np.exp(scores - highest).sum())
        added = share / (1 - share) / len(wanted)
        scores[wanted] = whole + np.log(np.exp(scores[wanted] - whole) + added)
