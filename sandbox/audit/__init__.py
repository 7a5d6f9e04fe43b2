"""The audit trail (Prüfprotokoll): what was done by whom, in a chain of hashes that shows any change."""

from sandbox.audit.actions import ACTIONS, AuditAction
from sandbox.audit.service import Actor, Verification, append, list_events, verify_chain

__all__ = ["ACTIONS", "Actor", "AuditAction", "Verification", "append", "list_events", "verify_chain"]
