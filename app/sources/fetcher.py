"""Fetches what is not kept yet: pages and listings once a run, pictures once and then only when they changed."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.errors import FetchFailed
from app.sources.cache import AnswerCache, CachedAnswer, days_ago, now_text
from app.sources.client import Answer, FetchRequest, PoliteClient
from app.sources.reasons import Reason
from app.sources.robots import ROBOTS_BYTES, RobotsRules

PAGE_BYTES = 8 * 2**20
SITEMAP_BYTES = 64 * 2**20
# Addresses of pictures are made from what they show (TMDB's file_path, Netflix's token): a new picture has a new one.
# After this it is asked whether the picture is still there.
PICTURE_FRESH_DAYS = 30


@dataclass(frozen=True, slots=True)
class Document:
    """A page or a listing. url: where it was found in the end."""

    url: str
    body: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class FetchedPicture:
    """data: None when the library holds these very bytes. fetched_at, checked_at: ISO 8601."""

    sha256: str
    data: bytes | None
    fetched_at: str
    checked_at: str


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """key: what tells the picture apart, as two addresses may show the same one.

    ask_again: ask whether it changed, unless that was done in this run.
    """

    key: str
    url: str
    max_bytes: int
    ask_again: bool = False


class Fetcher:
    """since: when the run began: what was checked after that is current. holds: is this SHA-256 in the library?"""

    def __init__(self, client: PoliteClient, cache: AnswerCache, since: str, holds: Callable[[str], bool]) -> None:
        self._client = client
        self._cache = cache
        self._since = since
        self._holds = holds
        self.robots = RobotsRules(self._read_robots, client.pacer)

    def page(self, address: str, max_bytes: int = PAGE_BYTES) -> Document:
        """A page for people or a sitemap: only if robots.txt allows it. Raises: FetchFailed."""
        request = FetchRequest(address, max_bytes, compressed=True, visit=self.robots.check)
        return self._document(request)

    def listing(self, address: str, bearer: str) -> Document:
        """An answer of a programming interface; the secret is neither kept nor part of what is. Raises: FetchFailed."""
        return self._document(FetchRequest(address, PAGE_BYTES, compressed=True, bearer=bearer))

    def picture(self, wanted: PictureRequest) -> FetchedPicture:
        """A picture, from the network only if neither cache nor library has it. Raises: FetchFailed, OSError."""
        kept = self._cache.read(wanted.key)
        if kept is not None and kept.body is None and not self._holds(kept.sha256):
            kept = None
        if kept is None or not self._is_current(kept, wanted.ask_again):
            kept = self._refresh(FetchRequest(wanted.url, wanted.max_bytes), wanted.key, kept)
        return FetchedPicture(kept.sha256, kept.body, kept.fetched_at, kept.checked_at)

    def is_kept(self, key: str) -> bool:
        """Whether a picture would not be fetched in full."""
        kept = self._cache.read(key)
        return kept is not None and (kept.body is not None or self._holds(kept.sha256))

    def let_go(self, key: str) -> None:
        """The library has this picture now: only what is needed to ask whether it changed is kept. Raises: OSError."""
        self._cache.let_body_go(key)

    def forget(self, key: str) -> None:
        """This answer was no use: the next run asks again. Raises: OSError."""
        self._cache.drop(key)

    def _is_current(self, kept: CachedAnswer, ask_again: bool) -> bool:
        if kept.checked_at >= self._since:
            return True
        if ask_again and kept.can_be_checked:
            return False
        return kept.checked_at >= days_ago(PICTURE_FRESH_DAYS)

    def _document(self, request: FetchRequest) -> Document:
        kept = self._cache.read(request.url)
        if kept is None or kept.body is None or kept.checked_at < self._since:
            kept = self._refresh(request, request.url, kept if kept is not None and kept.body is not None else None)
        assert kept.body is not None, "a document's body is never let go of"
        return Document(kept.url, kept.body, kept.content_type)

    def _refresh(self, request: FetchRequest, key: str, kept: CachedAnswer | None) -> CachedAnswer:
        if kept is not None:
            request = replace(request, etag=kept.etag, last_modified=kept.last_modified)
        try:
            answer = self._client.fetch(request)
        except FetchFailed as failure:
            if failure.reason == Reason.NOT_FOUND:
                self._cache.drop(key)
            raise
        current = _merge(answer, key, kept)
        self._cache.write(current)
        return current

    def _read_robots(self, address: str) -> bytes:
        return self._document(FetchRequest(address, ROBOTS_BYTES, compressed=True)).body


def _merge(answer: Answer, key: str, kept: CachedAnswer | None) -> CachedAnswer:
    now = now_text()
    if answer.body is None:
        if kept is None:
            raise FetchFailed(Reason.STATUS, "The answer is 304, though nothing was said to be kept.")
        validators = (answer.etag or kept.etag, answer.last_modified or kept.last_modified)
        return replace(kept, etag=validators[0], last_modified=validators[1], checked_at=now)
    return CachedAnswer(
        key=key,
        url=answer.url,
        sha256=hashlib.sha256(answer.body).hexdigest(),
        content_type=answer.content_type,
        etag=answer.etag,
        last_modified=answer.last_modified,
        fetched_at=now,
        checked_at=now,
        body=answer.body,
    )
