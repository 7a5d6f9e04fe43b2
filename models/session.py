"""A model for the length of one command: no event loop, no service around it."""

import asyncio
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from models.catalogue import CatalogueEntry
from models.messages import ChatAnswer, ChatMessage, GenerationSettings
from models.supervisor import WorkerSupervisor


class ModelSession:
    """A context manager that holds a worker. Not for use inside a running event loop.

    Raises:
        ModelUnavailable: on entering, if the worker does not start.
    """

    def __init__(self, entry: CatalogueEntry, *, threads: int | None = None) -> None:
        self._entry, self._threads = entry, threads

    def __enter__(self) -> Self:
        self._runner = asyncio.Runner()
        self._folder = tempfile.TemporaryDirectory(prefix="ki-werkstatt-")
        try:
            self._supervisor = self._runner.run(self._start(Path(self._folder.name)))
        except BaseException:
            self._runner.close()
            self._folder.cleanup()
            raise
        return self

    async def _start(self, folder: Path) -> WorkerSupervisor:
        supervisor = WorkerSupervisor(
            self._entry.path, model_name=self._entry.name, runtime_dir=folder, threads=self._threads
        )
        return await supervisor.__aenter__()

    def complete(self, messages: Sequence[ChatMessage], settings: GenerationSettings | None = None) -> ChatAnswer:
        """The model's answer.

        Raises:
            ContextExceeded, ModelUnavailable, ModelError: as `ChatClient.stream`.
        """
        return self._runner.run(self._supervisor.client.complete(messages, settings))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._runner.run(self._supervisor.stop())
        finally:
            self._runner.close()
            self._folder.cleanup()


def generate(
    entry: CatalogueEntry, prompts: Iterable[str], settings: GenerationSettings | None = None
) -> Iterator[str]:
    """Answers each prompt, one user message each, in order, with one worker for all.

    Raises:
        the same errors as `ModelSession`.
    """
    with ModelSession(entry) as session:
        for prompt in prompts:
            yield session.complete([ChatMessage("user", prompt)], settings).text
