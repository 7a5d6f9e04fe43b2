"""Turns a conversation into tokens so that nobody can write control tokens into it.

The chat template of the model file is rendered with stand-ins for the contents. Control tokens are
looked for only in what the template itself wrote; what people wrote is put back afterwards and tokenised
as plain text, together with the plain text around it, so that the tokens are those of training.
"""

import re
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import NoReturn

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from models.errors import ModelFileError
from models.messages import ChatMessage
from models.worker.llama import LlamaModel


class PromptWriter:
    """Writes prompts for one model."""

    def __init__(self, model: LlamaModel) -> None:
        """Compiles the model's template.

        Raises:
            ModelFileError: the file has no template, or one that cannot be used.
        """
        source = model.chat_template()
        if source is None:
            raise ModelFileError(
                "Die Modelldatei enthält keine Gesprächsvorlage (chat template). Bitte eine Fassung des Modells "
                "wählen, die für Gespräche gedacht ist („Instruct“ oder „Chat“).",
                code="unsupported",
            )
        self._model = model
        self._constants = {
            "bos_token": model.special_text("bos"),
            "eos_token": model.special_text("eos"),
            "add_generation_prompt": True,
            "tools": None,
        }
        environment = ImmutableSandboxedEnvironment(
            trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"]
        )
        environment.globals["raise_exception"] = _refuse
        environment.globals["strftime_now"] = lambda pattern: datetime.now().astimezone().strftime(pattern)
        names = sorted((name for name in model.control_tokens if name), key=len, reverse=True)
        self._controls = re.compile("(" + "|".join(re.escape(name) for name in names) + ")") if names else None
        try:
            self._template = environment.from_string(source)
        except jinja2.TemplateError as error:
            raise _unusable() from error

    def tokens(self, messages: Sequence[ChatMessage]) -> list[int]:
        """The prompt that asks for the next turn of the assistant.

        Raises:
            ModelFileError: the template refuses this conversation or cannot be rendered.
        """
        mark = f"x{secrets.token_hex(12)}x"
        try:
            rendered = self._template.render(
                messages=[
                    {"role": message.role, "content": _stand_in(message.content, f"{mark}{index}{mark}")}
                    for index, message in enumerate(messages)
                ],
                **self._constants,
            )
        except Exception as error:
            raise _unusable() from error
        parts = re.split(f"{mark}(\\d+){mark}", rendered)
        tokens: list[int] = []
        plain: list[str] = []
        for index, part in enumerate(parts):
            if index % 2:
                plain.append(messages[int(part)].content.strip())
                continue
            pieces = self._controls.split(part) if self._controls else [part]
            for place, piece in enumerate(pieces):
                if place % 2:
                    tokens += self._model.tokenize("".join(plain))
                    tokens.append(self._model.control_tokens[piece])
                    plain.clear()
                else:
                    plain.append(piece)
        tokens += self._model.tokenize("".join(plain))
        begin = self._model.begin_token
        if begin is not None and tokens[:1] != [begin]:
            tokens.insert(0, begin)
        return tokens


def _stand_in(content: str, mark: str) -> str:
    """Keeps the white space around the content in sight of the template, which may trim it."""
    text = content.strip()
    if not text:
        return content
    start = content.index(text)
    return content[:start] + mark + content[start + len(text) :]


def _refuse(_reason: str = "") -> NoReturn:
    raise jinja2.TemplateError("refused")


def _unusable() -> ModelFileError:
    return ModelFileError(
        "Die Gesprächsvorlage (chat template) der Modelldatei passt nicht zu diesem Gespräch. "
        "Bitte ein anderes Modell wählen.",
        code="unsupported",
    )
