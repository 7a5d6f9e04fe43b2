"""The tokeniser: byte-level BPE of its own, with placeholders and single digits as whole tokens.

No merge spans a digit or a line break, so that dates, amounts and case numbers are copied digit by digit.
llama.cpp reads the same vocabulary with its pre-tokeniser `gpt-2`: merges learned on finer pieces never differ
there, because a merge that was not learned is not applied.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

from models.training.placeholders import all_placeholders

PAD, BOS, END = "<|pad|>", "<|bos|>", "<|end|>"
ROLES = {"system": "<|system|>", "user": "<|user|>", "assistant": "<|assistant|>"}
SPECIALS = [PAD, BOS, END, *ROLES.values()]
CHAT_TEMPLATE = (
    "{{ '<|bos|>' }}{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] + '<|end|>' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
)


def pre_tokenizer() -> pre_tokenizers.Sequence:
    """Cuts a text before merging: single digits, single line breaks, then words."""
    return pre_tokenizers.Sequence(
        [
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.Split("\n", "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True),
        ]
    )


def train_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """Learn a vocabulary of `size` tokens, specials and placeholders included."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizer()
    tokenizer.decoder = decoders.ByteLevel()
    placeholders = all_placeholders()
    trainer = trainers.BpeTrainer(
        vocab_size=size - len(placeholders),
        special_tokens=[AddedToken(token, special=True) for token in SPECIALS],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator((_without_placeholders(text) for text in texts), trainer)
    tokenizer.add_tokens([AddedToken(token, special=False, normalized=False) for token in placeholders])
    return tokenizer


def _without_placeholders(text: str) -> str:
    for token in all_placeholders():
        if token in text:
            text = text.replace(token, "\n")
    return text


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokeniser from its JSON file."""
    return Tokenizer.from_file(str(path))


def token_number(tokenizer: Tokenizer, token: str) -> int:
    """The number of a token that the vocabulary has."""
    number = tokenizer.token_to_id(token)
    if number is None:
        raise KeyError(token)
    return number


def encode_conversation(tokenizer: Tokenizer, messages: list[dict[str, str]]) -> tuple[list[int], list[bool]]:
    """Token numbers of a conversation as the chat template lays it out, and which of them are answers."""
    token = partial(token_number, tokenizer)
    numbers, answer = [token(BOS)], [False]
    for message in messages:
        body = tokenizer.encode(message["content"], add_special_tokens=False).ids
        is_answer = message["role"] == "assistant"
        numbers += [token(ROLES[message["role"]]), *body, token(END)]
        answer += [False, *[is_answer] * (len(body) + 1)]
    return numbers, answer


def encode_prompt(tokenizer: Tokenizer, messages: list[dict[str, str]]) -> list[int]:
    """The conversation so far, ending where the assistant begins."""
    return [*encode_conversation(tokenizer, messages)[0], token_number(tokenizer, ROLES["assistant"])]
