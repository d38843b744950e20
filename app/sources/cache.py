"""Answers kept on the disk: one file an address, facts and body together, so that one rename commits both."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.library.pictures import TEMPORARY_SUFFIX, write_file

# TMDB lets nothing be kept longer than six months; nobody needs an older answer from anywhere else.
KEEP_DAYS = 180
_VERSION = 1


@dataclass(frozen=True, slots=True)
class CachedAnswer:
    """What is known of an address. Never holds a request's headers, so no token either.

    key: what the address is kept under. sha256: of the body. fetched_at: when the body came; checked_at: when it was
    last known to be current; both ISO 8601 in UTC. body: None when it was let go of because the library holds it.
    """

    key: str
    url: str
    sha256: str
    content_type: str
    etag: str
    last_modified: str
    fetched_at: str
    checked_at: str
    body: bytes | None

    @property
    def can_be_checked(self) -> bool:
        """Whether the server can be asked if it has changed."""
        return bool(self.etag or self.last_modified)


def now_text() -> str:
    """This moment as the cache writes it: ISO 8601 in UTC, fine enough to tell two short runs apart."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def days_ago(days: float) -> str:
    """A moment before this one, in the same form, so that texts compare as times do."""
    return (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="microseconds")


class AnswerCache:
    """A folder of answers. A file appears whole or not at all; one that is damaged counts as not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str) -> CachedAnswer | None:
        """What is kept under a key."""
        try:
            head, _, body = self._path(key).read_bytes().partition(b"\n")
            facts = json.loads(head)
            if facts.pop("version") != _VERSION or facts["key"] != key:
                return None
            has_body = facts.pop("has_body")
            answer = CachedAnswer(**facts, body=body if has_body else None)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if has_body and hashlib.sha256(body).hexdigest() != answer.sha256:
            return None
        return answer

    def write(self, answer: CachedAnswer) -> None:
        """Keep an answer in the place of an older one. Raises: OSError."""
        facts = asdict(answer) | {"version": _VERSION, "has_body": answer.body is not None}
        del facts["body"]
        head = json.dumps(facts, ensure_ascii=True).encode("ascii")
        write_file(self._path(answer.key), head + b"\n" + (answer.body or b""))

    def let_body_go(self, key: str) -> None:
        """Keep only what is needed to ask whether it changed. Raises: OSError."""
        answer = self.read(key)
        if answer is not None and answer.body is not None:
            self.write(replace(answer, body=None))

    def drop(self, key: str) -> None:
        """Forget an address. Raises: OSError."""
        self._path(key).unlink(missing_ok=True)

    def tidy(self) -> None:
        """Delete what dead processes left half written, and what is too old. Only while nobody else uses the cache."""
        oldest = datetime.now(UTC) - timedelta(days=KEEP_DAYS)
        for path in self._folder.rglob("*"):
            if not path.is_file():
                continue
            old = path.stat().st_mtime < oldest.timestamp()
            if old or path.name.endswith(TEMPORARY_SUFFIX):
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        name = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / name[:2] / f"{name}.answer"
