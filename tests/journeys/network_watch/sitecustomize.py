"""Loaded by every Python process of a journey: notes each address that the process tries to reach.

Put on PYTHONPATH by the fixture; the file to write to is named in NETWORK_WATCH.
"""

import os
import sys

_file = os.open(os.environ["NETWORK_WATCH"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


def _note(event: str, arguments: tuple) -> None:
    if event == "socket.connect":
        os.write(_file, f"connect {arguments[1]!r}\n".encode())
    elif event == "socket.getaddrinfo":
        os.write(_file, f"resolve {arguments[0]!r}\n".encode())


sys.addaudithook(_note)
