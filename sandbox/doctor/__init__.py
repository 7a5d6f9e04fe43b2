"""Is this machine fit to run the sandbox, and does it keep what it promises to the network?"""

from sandbox.doctor._checks import Diagnosis, examine

__all__ = ["Diagnosis", "examine"]
