"""Copying: a model that wavers keeps to the sentence it is copying, in order; one that is sure is left alone."""

import re

import numpy as np
import pytest

from models.worker.copying import CopyRule, Opening, Sentences

CASE = "Die Post prüft die Akte bis 3. Mai 2026. Die Post prüft die Karte. Das Amt zahlt 20 Euro."


class Text:
    """A vocabulary of the words and signs of a text, with and without the blank before them."""

    def __init__(self, text: str) -> None:
        parts = re.findall(r" ?\w+|[^\w\s]|\n", text)
        known = dict.fromkeys([*parts, *(part.strip(" ") for part in parts), "- ", "\n", ".", ":", " Nein", "Nein"])
        self.pieces = ["", *known]
        self.sentences = Sentences([piece.encode() for piece in self.pieces])

    def tokens(self, text: str) -> list[int]:
        return [self.pieces.index(part) for part in re.findall(r"- | ?\w+|[^\w\s]|\n", text)]


def likeliest(answer: str, *, wanted: str = " Nein", chance: float = 0.5, case: str = CASE) -> str:
    """What follows the answer if the model gives `wanted` this probability and all other tokens the same."""
    text = Text(case)
    rule = CopyRule(text.tokens(case), text.sentences)
    for token in text.tokens(answer):
        rule.add(token)
    rest = (1 - chance) / (len(text.pieces) - 1)
    scores = np.full(len(text.pieces), np.log(rest), dtype=np.float32)
    scores[text.pieces.index(wanted)] = np.log(chance)
    rule.apply(scores)
    return text.pieces[int(scores.argmax())]


@pytest.mark.parametrize(
    ("answer", "following"),
    [
        ("Die Post prüft die", " Akte"),
        ("Die Post prüft die Akte bis 3", "."),
        ("Die Post prüft die Akte bis 3. Mai", " 2026"),
        ("- Die Post prüft die Akte bis 3. Mai 2026\n- Die Post prüft die", " Karte"),
        ("Das Amt zahlt 20 Euro. Die Post prüft die", " Akte"),
    ],
)
def test_a_sentence_that_was_begun_goes_on_and_none_is_said_twice(answer: str, following: str) -> None:
    assert likeliest(answer) == following


def test_who_is_sure_of_another_word_writes_it() -> None:
    assert likeliest("Die Post", chance=0.6) == " prüft"
    assert likeliest("Die Post", chance=0.7) == " Nein"


@pytest.mark.parametrize("answer", ["", "Nein", "Nein Post prüft die", "Akte: Post prüft die", "Nein Das Amt zahlt"])
def test_words_of_its_own_are_left_alone(answer: str) -> None:
    assert likeliest(answer, chance=0.1) == " Nein"


def test_how_a_sentence_ends_is_left_to_the_model() -> None:
    assert likeliest("Die Post prüft die Karte", wanted="\n", chance=0.1) == "\n"


def test_the_next_sentence_is_likely_while_it_holds_what_the_answer_lacks() -> None:
    assert likeliest("Die Post prüft die Karte.", chance=0.9) == " Das"
    assert likeliest("Die Post prüft die Karte.", chance=0.99) == " Nein"
    assert likeliest("- Die Post prüft die Karte\n- ", chance=0.9) == "Das"
    assert likeliest("Nein 20. Die Post prüft die Karte.", chance=0.4) == " Nein"
    assert likeliest("Die Post prüft die Karte.", wanted="\n", chance=0.3) == "\n"


def test_what_holds_nothing_that_the_answer_lacks_may_be_left_out() -> None:
    case = "Die Post prüft die Karte. Das Amt wartet. Wir zahlen 20 Euro."
    assert likeliest("Die Post prüft die Karte.", chance=0.4, case=case) == " Wir"


def test_a_sentence_is_not_begun_again_lightly() -> None:
    said = "Die Post prüft die Akte bis 3. Mai 2026. Die Post prüft die Karte. Das Amt zahlt 20 Euro."
    assert likeliest(said, wanted="Das", chance=0.04) != "Das"
    assert likeliest(said, wanted="Das", chance=0.9) == "Das"


def test_dates_and_labels_do_not_begin_sentences() -> None:
    text = Text("am 3. Mai 2026. Ab: Nein")

    def opened(tokens: str) -> bool:
        state = Opening(text.sentences)
        for token in text.tokens(tokens):
            state.add(token, leads=True)
        return state.open

    assert not opened("am 3.")
    assert opened("am 3. Mai 2026.")
    assert not opened("Ab:")
    assert opened("am 3. Mai Nein Nein:")
    assert opened("Ab\n")
