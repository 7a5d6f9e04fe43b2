"""Opaque tokens: 256 random bits handed out once, their SHA-256 stored."""

from __future__ import annotations

import hashlib
import secrets


def new_token() -> str:
    """A token of 256 random bits, safe in cookies and addresses."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """What is stored of a token. Random 256 bits need no salt and no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()
