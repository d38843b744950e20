"""Who may moderate, and what moderating works with: the token, sessions, limits, and the store of the open library."""

import hmac

from starlette.requests import Request

from app.library.moderation.moderation import Moderation
from app.library.moderation.sessions import Session, Sessions
from app.settings import Settings
from app.web.checker_room import CheckerRoom
from app.web.limits import RateLimiter
from app.web.problems import Problem
from app.web.security import client_address
from app.web.uploads import clean_name

COOKIE = "postercheck_moderator"
# Failed attempts with the token, of one address.
_ATTEMPTS_PER_MINUTE = 10
_NAME_HEADER = "postercheck-moderator"
_OFF = (
    "Reports and moderation are switched off here: the operator has set no POSTERCHECK_MODERATOR_TOKEN "
    "(a secret of at least 16 characters)."
)


class ModerationParts:
    """Made and used by one application; its methods that ask the database block."""

    def __init__(self, settings: Settings, room: CheckerRoom) -> None:
        self._room = room
        self._secret = settings.moderator_token.get_secret_value()
        self._trust_forwarded = settings.trust_forwarded_for
        self._reports = RateLimiter(settings.report_limit_per_minute, what="reports")
        self._attempts = RateLimiter(_ATTEMPTS_PER_MINUTE, what="attempts to sign in")

    @property
    def is_on(self) -> bool:
        """Whether the operator has set a token."""
        return bool(self._secret)

    def refuse_if_off(self) -> None:
        """Raises: Problem 403 that says how to switch it on."""
        if not self.is_on:
            raise Problem(403, "moderation_off", _OFF)

    @property
    def store(self) -> Moderation:
        """Reports, decisions and the log. Raises: Problem 503 while no library is open."""
        library = self._room.checker.library
        return Moderation(library.database, library.pictures)

    @property
    def sessions(self) -> Sessions:
        """Raises: Problem 403 (off), 503 while no library is open."""
        self.refuse_if_off()
        return Sessions(self._room.checker.library.database, self._secret)

    def pay_report(self, request: Request) -> None:
        """Count a report for the caller. Raises: Problem 403 (off), 429."""
        self.refuse_if_off()
        self._reports.take(self._address(request))

    def sign_in(self, request: Request, token: str, name: str) -> str | None:
        """What the browser is to hold; None for a wrong token. Raises: Problem 403 (off), 429."""
        sessions = self.sessions
        if not self._knows(sessions, request, token):
            return None
        return sessions.open(clean_name(name) if name.strip() else "a moderator")

    def session(self, request: Request) -> Session | None:
        """The moderator whose browser this is. Raises: Problem 403 (off), 503."""
        sessions = self.sessions
        held = request.cookies.get(COOKIE, "")
        return sessions.find(held) if held else None

    def sign_out(self, request: Request) -> None:
        """End the session of this browser. Raises: Problem 403 (off), 503."""
        self.sessions.end(request.cookies.get(COOKIE, ""))

    def bearer(self, request: Request) -> str:
        """The name, for the log, of a program that sent the token. Raises: Problem 401, 403 (off), 429, 503."""
        sessions = self.sessions
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and token.strip() and self._knows(sessions, request, token):
            return clean_name(request.headers.get(_NAME_HEADER) or "api")
        challenge = {"WWW-Authenticate": 'Bearer realm="postercheck moderation"'}
        detail = "This is for moderators: send the token as `Authorization: Bearer ...`."
        raise Problem(401, "token_needed", detail, headers=challenge)

    def is_https(self, request: Request) -> bool:
        """Whether the browser came over TLS, so that its cookie may be bound to it."""
        forwarded = request.headers.get("x-forwarded-proto", "") if self._trust_forwarded else ""
        return "https" in (request.url.scheme, forwarded.split(",")[-1].strip().lower())

    def sweep(self) -> None:
        """Delete pictures whose time is over; nothing while no library is open. Raises: OSError, LibraryError."""
        if self._room.why_not_ready is None:
            self.store.sweep()

    def _knows(self, sessions: Sessions, request: Request, token: str) -> bool:
        """Whether this is the token; a wrong one costs an attempt. Raises: Problem 429."""
        self._attempts.refuse_if_empty(self._address(request))
        known = sessions.knows(token.strip())
        if not known:
            self._attempts.take(self._address(request))
        return known

    def _address(self, request: Request) -> str:
        return client_address(request, trust_forwarded_for=self._trust_forwarded)


def refuse_foreign_form(session: Session, form_token: str) -> None:
    """Raises: Problem 403 for a form that was not made for this session."""
    if not hmac.compare_digest(session.form_token.encode(), form_token.encode()):
        raise Problem(403, "stale_form", "This form is from an earlier session; go back and load the page again.")
