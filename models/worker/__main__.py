"""`python -m models.worker`: loads a model and serves it on a Unix socket, or on a socket of its parent with a key.

Standard output carries one JSON line for the parent: `{"state": "ready"}` or `{"state": "failed", "message",
"code"}`. Standard input is the parent's hand: when it closes, the worker ends. For a parent's socket the key comes
first on it, in one line. Nothing that it prints ever
holds text of a prompt.
"""

import argparse
import json
import logging
import os
import signal
import socket
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn

import uvicorn

from models.errors import ModelError, ModelFileError
from models.gguf_file import inspect_gguf
from models.verification import require_memory
from models.worker.app import create_app
from models.worker.engine import Engine
from models.worker.llama import LlamaModel, default_threads
from models.worker.scheduler import NODES, SLOTS

FAILED_EXIT = 3
"""The model cannot be used; trying again will not help."""


def main(arguments: list[str] | None = None) -> int:
    """Runs until the parent closes standard input or sends SIGTERM."""
    options = _parser().parse_args(arguments)
    _keep_contents_out_of_tracebacks()
    signal.signal(signal.SIGTERM, lambda *_: _end(options.socket))
    key = None if options.socket is not None else _read_key()
    threading.Thread(target=_end_with_parent, args=(options.socket,), name="parent", daemon=True).start()
    try:
        info = inspect_gguf(options.model)
        context = options.context_length
        sequences = SLOTS + NODES
        require_memory(options.model, info, context_length=context, sequences=sequences)
        threads = options.threads or default_threads(info.parameters)
        engine = Engine(lambda: LlamaModel(options.model, threads=threads, context_length=context, sequences=sequences))
    except ModelError as error:
        code = error.code if isinstance(error, ModelFileError) else None
        _report(state="failed", message=error.message, code=code)
        return FAILED_EXIT
    listener = listen(options.socket) if options.socket is not None else _inherited(options.descriptor)
    config = uvicorn.Config(
        create_app(engine, options.name, key=key),
        loop="asyncio",
        http="h11",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
    )
    server = uvicorn.Server(config)
    server.handle_exit = lambda *_: _end(options.socket)  # type: ignore[method-assign]
    _report(state="ready")
    server.run(sockets=[listener])
    return 0


def listen(path: Path) -> socket.socket:
    """A listening Unix socket that only the owner of the process can open."""
    path.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o177)
    try:
        listener.bind(str(path))
    finally:
        os.umask(before)
    listener.listen(128)
    return listener


def _inherited(descriptor: int) -> socket.socket:
    listener = socket.socket(fileno=descriptor)
    listener.listen(128)
    return listener


def _read_key() -> str:
    """One line of standard input, and nothing of what comes after it."""
    with open(0, "rb", buffering=0, closefd=False) as stream:
        return stream.readline().decode().strip()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m models.worker", description=__doc__)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--socket", type=Path, help="path of the Unix socket")
    where.add_argument("--descriptor", type=int, help="a bound socket of the parent; the key comes on standard input")
    parser.add_argument("--model", type=Path, required=True, help="GGUF file")
    parser.add_argument("--name", required=True, help="the model's name in the API")
    parser.add_argument("--threads", type=int, help="threads for computing; by default chosen by size")
    parser.add_argument("--context-length", type=int, help="in tokens")
    return parser


def _report(**fields: Any) -> None:
    print(json.dumps(fields), flush=True)  # noqa: T201


def _end_with_parent(path: Path | None) -> NoReturn:
    while os.read(0, 4096):
        pass
    _end(path)


def _end(path: Path | None) -> NoReturn:
    """At once, in the midst of a computation too: the worker holds nothing that must be saved."""
    if path is not None:
        path.unlink(missing_ok=True)
    os._exit(0)


def _keep_contents_out_of_tracebacks() -> None:
    """The message of an exception may quote a prompt; place and type are enough to find a fault."""

    def show(kind: type[BaseException], _value: object, trace: TracebackType | None) -> None:
        sys.stderr.write("".join(traceback.format_tb(trace)) + kind.__name__ + "\n")

    class PlaceAndType(logging.Formatter):
        def formatException(self, ei: Any) -> str:  # noqa: N802
            return "".join(traceback.format_tb(ei[2])) + str(ei[0].__name__)

    handler = logging.StreamHandler()
    handler.setFormatter(PlaceAndType("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    sys.excepthook = show
    threading.excepthook = lambda failure: show(failure.exc_type, None, failure.exc_traceback)


if __name__ == "__main__":
    sys.exit(main())
