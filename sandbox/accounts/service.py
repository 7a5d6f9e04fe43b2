"""Joining, logging in, setting up accounts, and the sessions that come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from uuid import uuid4
from zoneinfo import ZoneInfo

from pwdlib import PasswordHash
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sandbox import audit
from sandbox.accounts.current import CurrentAccount
from sandbox.accounts.names import name_key, tidy_name
from sandbox.accounts.roles import Role
from sandbox.accounts.tables import Account, LoginSession, SetupLink
from sandbox.accounts.tokens import hash_token, new_token
from sandbox.audit import Actor, AuditAction
from sandbox.problems import Problem
from sandbox.settings import Settings
from sandbox.workshops.codes import normalise_join_code
from sandbox.workshops.service import adopt_demonstrations
from sandbox.workshops.tables import Workshop

SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 200


@dataclass(frozen=True)
class OpenedSession:
    """A session that has just begun; the token is told once and not stored."""

    token: str
    account: CurrentAccount


@lru_cache(maxsize=1)
def _hasher() -> PasswordHash:
    return PasswordHash.recommended()


@lru_cache(maxsize=1)
def _hash_of_nobody() -> str:
    return _hasher().hash(new_token())


def join(
    session: Session, settings: Settings, join_code: str, pseudonym: str, current: CurrentAccount | None
) -> OpenedSession:
    """Takes a participant into the workshop of the join code.

    A pseudonym belongs to whoever took it first; they come back to it with the session they still have
    (``current``). Problems: unknown or expired code, pseudonym taken or not acceptable.
    """
    now = datetime.now(UTC)
    workshop = session.scalar(select(Workshop).where(Workshop.join_code == normalise_join_code(join_code)))
    if workshop is None:
        raise Problem(
            404,
            "code-unbekannt",
            "Diesen Beitrittscode gibt es nicht. Er besteht aus einem Wort und vier Ziffern, zum Beispiel "
            "BIBER-4276. Bitte prüfen Sie ihn oder fragen Sie Ihre Trainerin oder Ihren Trainer.",
        )
    date = now.astimezone(ZoneInfo(settings.timezone)).date()
    if date > workshop.ends_on:
        raise Problem(
            403,
            "code-abgelaufen",
            f"Dieser Workshop endete am {workshop.ends_on:%d.%m.%Y}. Bitte fragen Sie nach dem Code eines neuen.",
        )
    if date < workshop.starts_on:
        raise Problem(
            403,
            "code-zu-frueh",
            f"Dieser Workshop beginnt am {workshop.starts_on:%d.%m.%Y}. Bitte kommen Sie an diesem Tag wieder.",
        )
    name = tidy_name(pseudonym)
    account = session.scalar(
        select(Account).where(Account.workshop_id == workshop.id, Account.name_key == name_key(name))
    )
    if account is None:
        account = _add_account(session, Role.PARTICIPANT, name, workshop_id=workshop.id)
    elif current is None or current.id != account.id:
        raise _taken(Role.PARTICIPANT)
    end_of_workshop = datetime.combine(
        workshop.retention_until + timedelta(days=1), datetime.min.time(), ZoneInfo(settings.timezone)
    )
    expires = min(now + timedelta(days=settings.participant_session_days), end_of_workshop)
    return _open_session(session, account, expires.astimezone(UTC))


def check_password(session: Session, name: str, password: str) -> tuple[str, str | None]:
    """The account of a name and password, and a better hash of the password where the stored one is outdated.

    The time taken does not tell whether the name exists. Slow by design: keep no write lock meanwhile.
    """
    account = session.scalar(
        select(Account).where(Account.workshop_id.is_(None), Account.name_key == name_key(name.strip()))
    )
    stored = account.password_hash if account and account.password_hash else _hash_of_nobody()
    valid, better = _hasher().verify_and_update(password[:LONGEST_PASSWORD], stored)
    if account is None or not valid:
        raise Problem(
            401,
            "anmeldung-falsch",
            "Name oder Passwort stimmen nicht. Bitte prüfen Sie beides; achten Sie auf die Feststelltaste.",
        )
    return account.id, better


def login(session: Session, settings: Settings, account_id: str, better_hash: str | None) -> OpenedSession:
    """Opens a session for a trainer, data-protection officer or administrator whose password was right."""
    account = session.get_one(Account, account_id)
    if better_hash:
        account.password_hash = better_hash
    return _open_session(session, account, datetime.now(UTC) + timedelta(hours=settings.session_hours))


def issue_setup_link(session: Session, settings: Settings, role: Role, actor: Actor) -> str:
    """Makes a one-time link for an account of the role, and makes older unused ones for it invalid.
    Returns the token."""
    now = datetime.now(UTC)
    for link in session.scalars(select(SetupLink).where(SetupLink.role == role.value, SetupLink.used_at.is_(None))):
        session.delete(link)
    token = new_token()
    session.add(
        SetupLink(
            id=uuid4().hex,
            role=role.value,
            token_hash=hash_token(token),
            created_at=now,
            expires_at=now + timedelta(hours=settings.setup_link_hours),
        )
    )
    audit.append(session, actor, AuditAction.SETUP_ISSUED, "", {"role": role.value})
    return token


def find_setup_link(session: Session, token: str) -> SetupLink:
    """The unused, unexpired link of a token, or a problem."""
    link = session.scalar(select(SetupLink).where(SetupLink.token_hash == hash_token(token)).with_for_update())
    if link is None or link.used_at is not None or link.expires_at <= datetime.now(UTC):
        raise Problem(
            404,
            "einrichtung-ungueltig",
            "Dieser Einrichtungslink gilt nicht mehr. Er kann nur einmal und nur kurze Zeit benutzt werden. "
            "Ein neuer wird beim nächsten Start des Dienstes angezeigt, solange das Konto fehlt.",
        )
    return link


def set_up_account(session: Session, settings: Settings, token: str, name: str, password: str) -> OpenedSession:
    """Turns a set-up link into an account with a password, and logs it in."""
    link = find_setup_link(session, token)
    tidy = tidy_name(name)
    require_password(password)
    taken = select(Account.id).where(Account.workshop_id.is_(None), Account.name_key == name_key(tidy))
    if session.scalar(taken):
        raise _taken(Role(link.role))
    role = Role(link.role)
    account = _add_account(session, role, tidy, password_hash=_hasher().hash(password))
    link.used_at = datetime.now(UTC)
    if role is Role.TRAINER:
        adopt_demonstrations(session, account.id)
    return _open_session(session, account, datetime.now(UTC) + timedelta(hours=settings.session_hours))


def require_password(password: str) -> None:
    """Raises a problem unless the password is long enough. Length is all that is asked for."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise Problem(
            422,
            "passwort-zu-kurz",
            f"Das Passwort braucht {SHORTEST_PASSWORD} bis {LONGEST_PASSWORD} Zeichen. Mehrere Wörter "
            "hintereinander sind sicher und gut zu merken.",
        )


def find_session(session: Session, token: str) -> CurrentAccount | None:
    """The account of a session token, if the session is neither expired nor revoked."""
    row = session.execute(
        select(LoginSession, Account)
        .join(Account, Account.id == LoginSession.account_id)
        .where(LoginSession.token_hash == hash_token(token))
    ).one_or_none()
    if row is None:
        return None
    login_session, account = row
    if login_session.revoked_at is not None or login_session.expires_at <= datetime.now(UTC):
        return None
    return _current(login_session, account)


def close_session(session: Session, current: CurrentAccount) -> None:
    """Revokes a session."""
    stored = session.get(LoginSession, current.session_id)
    if stored is not None and stored.revoked_at is None:
        stored.revoked_at = datetime.now(UTC)
        audit.append(session, Actor(current.id, current.role.value), AuditAction.SESSION_CLOSED)


def has_account(session: Session, role: Role) -> bool:
    """Whether anyone holds the role."""
    return session.scalar(select(Account.id).where(Account.role == role.value).limit(1)) is not None


def _add_account(
    session: Session, role: Role, name: str, *, workshop_id: str | None = None, password_hash: str | None = None
) -> Account:
    account = Account(
        id=uuid4().hex,
        role=role.value,
        name=name,
        name_key=name_key(name),
        password_hash=password_hash,
        workshop_id=workshop_id,
        created_at=datetime.now(UTC),
    )
    session.add(account)
    try:
        session.flush()
    except IntegrityError:  # someone else was faster by a moment
        raise _taken(role) from None
    subject = f"workshop:{workshop_id}" if workshop_id else f"account:{account.id}"
    audit.append(session, Actor(account.id, role.value), AuditAction.ACCOUNT_CREATED, subject, {"role": role.value})
    return account


def _taken(role: Role) -> Problem:
    if role is Role.PARTICIPANT:
        return Problem(
            409,
            "pseudonym-vergeben",
            "Dieses Pseudonym hat in diesem Workshop schon jemand. Bitte wählen Sie ein anderes, "
            "zum Beispiel mit einer Zahl dahinter.",
        )
    return Problem(409, "name-vergeben", "Diesen Namen hat schon ein anderes Konto. Bitte wählen Sie einen anderen.")


def _open_session(session: Session, account: Account, expires_at: datetime) -> OpenedSession:
    token = new_token()
    stored = LoginSession(
        id=uuid4().hex,
        account_id=account.id,
        token_hash=hash_token(token),
        created_at=datetime.now(UTC),
        expires_at=expires_at,
    )
    session.add(stored)
    session.flush()
    audit.append(session, Actor(account.id, account.role), AuditAction.SESSION_OPENED, "", {"role": account.role})
    return OpenedSession(token, _current(stored, account))


def _current(stored: LoginSession, account: Account) -> CurrentAccount:
    return CurrentAccount(
        id=account.id,
        role=Role(account.role),
        name=account.name,
        workshop_id=account.workshop_id,
        session_id=stored.id,
        expires_at=stored.expires_at,
    )
