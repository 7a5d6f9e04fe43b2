"""The command line: one program, `sandbox`, with a subcommand for each room of the house."""

from sandbox.cli._program import main

__all__ = ["main"]
