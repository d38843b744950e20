"""Moderators who are signed in: kept in the database, so that every process of a server knows them.

The database holds only a hash keyed with the moderators' token: whoever reads it cannot sign in, and a new token signs
everybody out.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, insert, select

from app.library.database import Database
from app.library.moderation.audit import now
from app.library.schema import moderator_sessions

SESSION_HOURS = 12


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in moderator. form_token: what their forms must bring along."""

    name: str
    form_token: str


class Sessions:
    """Opens, finds and ends sessions. secret: the moderators' token."""

    def __init__(self, database: Database, secret: str) -> None:
        self._database = database
        self._key = secret.encode()

    def knows(self, token: str) -> bool:
        """Whether this is the moderators' token; takes as long for any other."""
        digests = (hashlib.sha256(text).digest() for text in (token.encode(), self._key))
        return hmac.compare_digest(*digests)

    def open(self, name: str) -> str:
        """Sign somebody in; gives what their browser is to hold. Sessions that are over are forgotten."""
        held = secrets.token_urlsafe(32)
        ends = datetime.now(UTC) + timedelta(hours=SESSION_HOURS)
        with self._database.writing() as connection:
            connection.execute(delete(moderator_sessions).where(moderator_sessions.c.expires_at <= now()))
            connection.execute(
                insert(moderator_sessions).values(
                    token_hash=self._digest("session", held),
                    name=name,
                    expires_at=ends.isoformat(timespec="seconds"),
                )
            )
        return held

    def find(self, held: str) -> Session | None:
        """Who holds this; None when nobody does any more."""
        found = select(moderator_sessions.c.name).where(
            moderator_sessions.c.token_hash == self._digest("session", held), moderator_sessions.c.expires_at > now()
        )
        with self._database.reading() as connection:
            name = connection.scalar(found)
        return None if name is None else Session(str(name), self._digest("form", held))

    def end(self, held: str) -> None:
        """Sign out; safe to call twice."""
        mine = moderator_sessions.c.token_hash == self._digest("session", held)
        with self._database.writing() as connection:
            connection.execute(delete(moderator_sessions).where(mine))

    def _digest(self, purpose: str, held: str) -> str:
        return hmac.new(self._key, f"{purpose}:{held}".encode(), hashlib.sha256).hexdigest()
