"""Fetches one address politely: at a pace, within limits, redirects followed by hand, trouble tried again.

Nothing is remembered here between two calls but the pace; `app.sources.fetcher` adds the cache and robots.txt.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import httpx

from app.errors import FetchFailed, WrongUse
from app.sources.addresses import AllowedHosts, check_allowed, host_and_port, read_address
from app.sources.body import read_body
from app.sources.network import Deadline, GuardedTransport
from app.sources.pacing import Pace, Pacer, read_retry_after
from app.sources.reasons import Reason

MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class ClientOptions:
    """contact: an e-mail or web address of whoever runs this, sent with every request.

    seconds: for one request with its body; idle_seconds: without a byte. attempts: at one address.
    """

    contact: str
    version: str
    allowed: AllowedHosts
    pace: Pace = field(default_factory=Pace)
    seconds: float = 60.0
    idle_seconds: float = 15.0
    attempts: int = 4


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """One address to fetch.

    max_bytes: of the body, unpacked. compressed: whether it may come packed. bearer: a secret for this address's host,
    never sent to another. visit: called for every address before it is asked; may raise FetchFailed.
    """

    url: str
    max_bytes: int
    compressed: bool = False
    bearer: str = field(default="", repr=False)
    etag: str = ""
    last_modified: str = ""
    visit: Callable[[httpx.URL], None] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """body: None when the server says that it has not changed (304). url: where the redirects ended."""

    url: str
    body: bytes | None
    content_type: str
    etag: str
    last_modified: str


# For sources that fetch nothing: no host is allowed.
NO_NETWORK = ClientOptions(contact="nobody@localhost", version="0", allowed=AllowedHosts())


class _Trouble(Exception):
    """Worth another try. failure: what it is when there is none left. asked: seconds, by Retry-After."""

    def __init__(self, failure: FetchFailed, host: str, asked: float | None = None, tries: int = 99) -> None:
        super().__init__(str(failure))
        self.failure = failure
        self.host = host
        self.asked = asked
        self.tries = tries


def make_user_agent(version: str, contact: str) -> str:
    """Raises: WrongUse when the contact is none."""
    plain = contact.isascii() and contact.isprintable() and not set("() ") & set(contact)
    if not plain or not ("@" in contact or contact.startswith(("http://", "https://"))):
        raise WrongUse(
            "Sources are asked with a contact, so that they can tell you when something goes wrong: give an e-mail or "
            "web address with --contact or POSTERCHECK_CONTACT."
        )
    return f"postercheck/{version} (+{contact})"


class PoliteClient:
    """For one thread. Raises: WrongUse when the contact is none."""

    def __init__(self, options: ClientOptions) -> None:
        self._options = options
        self.pacer = Pacer(options.pace)
        self._deadline = Deadline()
        agent = make_user_agent(options.version, options.contact)
        # trust_env is off: a proxy from the environment would look names up itself, behind the check of addresses.
        self._client = httpx.Client(
            transport=GuardedTransport(options.allowed, self._deadline, httpx.create_ssl_context()),
            headers={"User-Agent": agent, "Accept": "*/*"},
            timeout=httpx.Timeout(options.idle_seconds),
            follow_redirects=False,
            trust_env=False,
        )

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def fetch(self, request: FetchRequest) -> Answer:
        """Ask one address, again after trouble that may pass. Raises: FetchFailed."""
        for attempt in range(self._options.attempts):
            try:
                return self._follow(request)
            except _Trouble as trouble:
                last = attempt + 1 >= min(self._options.attempts, trouble.tries)
                if last or not self.pacer.back_off(trouble.host, attempt, trouble.asked):
                    self.pacer.count_trouble(trouble.host)
                    raise trouble.failure from trouble
        raise AssertionError("the last attempt ends in an answer or a failure")

    def _follow(self, request: FetchRequest) -> Answer:
        """Follow redirects by hand, so that every address on the way is one that may be asked."""
        url = read_address(request.url)
        seen = {str(url)}
        origin = (url.scheme, *host_and_port(url))
        for _ in range(MAX_REDIRECTS + 1):
            check_allowed(url, self._options.allowed)
            if request.visit is not None:
                request.visit(url)
            at_home = (url.scheme, *host_and_port(url)) == origin
            answer = self._ask(url, request, at_home)
            if isinstance(answer, Answer):
                return answer
            if url.scheme == "https" and answer.scheme == "http":
                raise FetchFailed(Reason.DOWNGRADE, f"It leads from https to {answer}, which is not encrypted.")
            if str(answer) in seen:
                raise FetchFailed(Reason.REDIRECT_LOOP, f"Its redirects come back to {answer}.")
            seen.add(str(answer))
            url = answer
        raise FetchFailed(Reason.TOO_MANY_REDIRECTS, f"It redirects more than {MAX_REDIRECTS} times.")

    def _ask(self, url: httpx.URL, request: FetchRequest, at_home: bool) -> Answer | httpx.URL:
        """One request; gives the answer, or the address that it redirects to."""
        host = host_and_port(url)[0]
        if self.pacer.is_resting(host):
            raise FetchFailed(Reason.RESTING, f"{host} is left alone until the next sync; see the lines before.")
        self.pacer.wait_for_turn(host)
        self._deadline.start(self._options.seconds)
        # Every page is asked for as by somebody who comes for the first time.
        self._client.cookies.clear()
        try:
            sent = self._client.build_request("GET", url, headers=_headers(request, at_home))
            with closing(self._client.send(sent, stream=True)) as response:
                return self._read(response, url, request, host)
        except httpx.TimeoutException as error:
            text = (
                f"No answer, or too slow a one: {self._options.seconds:.0f} s at most, {self._options.idle_seconds:.0f}"
            )
            raise _Trouble(FetchFailed(Reason.TOO_SLOW, f"{text} s without a byte."), host, tries=1) from error
        except httpx.RemoteProtocolError as error:
            told = FetchFailed(Reason.TRUNCATED, f"The answer broke off or was no HTTP: {error}.")
            raise _Trouble(told, host, tries=3) from error
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise _Trouble(FetchFailed(Reason.UNREACHABLE, f"{host} cannot be reached: {error}."), host) from error

    def _read(self, response: httpx.Response, url: httpx.URL, request: FetchRequest, host: str) -> Answer | httpx.URL:
        status = response.status_code
        if status in _BUSY:
            asked = read_retry_after(response.headers.get("retry-after"))
            wait = f", and asks to wait {asked:.0f} s" if asked else ""
            raise _Trouble(FetchFailed(Reason.BUSY, f"{host} answers {status}{wait}."), host, asked)
        self.pacer.count_success(host)
        if status in _REDIRECTS:
            return _read_location(response, url)
        if status == 304:
            return Answer(str(url), None, "", *_validators(response))
        if status in (404, 410):
            raise FetchFailed(Reason.NOT_FOUND, f"It is not there ({status}).")
        if status in (401, 403, 407):
            raise FetchFailed(Reason.FORBIDDEN, f"Access is refused ({status}).")
        if status != 200:
            raise FetchFailed(Reason.STATUS, f"The answer is {status}, not 200.")
        body = b"".join(read_body(response, request.max_bytes))
        return Answer(str(url), body, response.headers.get("content-type", ""), *_validators(response))


def _headers(request: FetchRequest, at_home: bool) -> dict[str, str]:
    headers = {"Accept-Encoding": "gzip" if request.compressed else "identity"}
    if request.etag:
        headers["If-None-Match"] = request.etag
    if request.last_modified:
        headers["If-Modified-Since"] = request.last_modified
    if request.bearer and at_home:
        headers["Authorization"] = f"Bearer {request.bearer}"
    return headers


def _validators(response: httpx.Response) -> tuple[str, str]:
    return response.headers.get("etag", ""), response.headers.get("last-modified", "")


def _read_location(response: httpx.Response, url: httpx.URL) -> httpx.URL:
    try:
        return read_address(str(url.join(response.headers.get("location", ""))))
    except httpx.InvalidURL as error:
        raise FetchFailed(Reason.ADDRESS, f"It redirects to what is no address: {error}.") from error
