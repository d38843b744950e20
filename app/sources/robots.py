"""What a host's robots.txt allows (RFC 9309), parsed by Protego."""

from collections.abc import Callable

import httpx
from protego import Protego

from app.errors import FetchFailed
from app.sources.addresses import host_and_port
from app.sources.pacing import Pacer
from app.sources.reasons import Reason

AGENT = "postercheck"
# RFC 9309, 2.5 asks for 500 kibibytes at least.
ROBOTS_BYTES = 512 * 1024
# A host may ask for a pause between pages; one longer than this would never let a sync end.
_LONGEST_DELAY = 30.0


class RobotsRules:
    """The rules of each host, read once. read: the text of an address; raises FetchFailed."""

    def __init__(self, read: Callable[[str], bytes], pacer: Pacer) -> None:
        self._read = read
        self._pacer = pacer
        self._rules: dict[str, Protego | None] = {}

    def check(self, url: httpx.URL) -> None:
        """Raises: FetchFailed when the page may not be visited, or its host does not say whether it may."""
        rules = self._of(url)
        if rules is None:
            raise FetchFailed(Reason.ROBOTS, f"{url.host} does not show its robots.txt, so no page of it is visited.")
        if not rules.can_fetch(str(url), AGENT):
            raise FetchFailed(Reason.ROBOTS, f"The robots.txt of {url.host} asks programs not to visit this page.")

    def sitemaps(self, url: httpx.URL) -> list[str]:
        """The sitemaps that a host's robots.txt names."""
        rules = self._of(url)
        return [] if rules is None else list(rules.sitemaps)

    def _of(self, url: httpx.URL) -> Protego | None:
        place = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if place not in self._rules:
            self._rules[place] = rules = self._fetch(f"{place}/robots.txt")
            delay = rules.crawl_delay(AGENT) if rules is not None else None
            if delay:
                self._pacer.slow_down(host_and_port(url)[0], min(delay, _LONGEST_DELAY))
        return self._rules[place]

    def _fetch(self, address: str) -> Protego | None:
        try:
            text = self._read(address).decode("utf-8", "replace")
        except FetchFailed as failure:
            # RFC 9309, 2.3.1: a robots.txt that is not there allows everything, one that cannot be had allows nothing.
            missing = failure.reason in (Reason.NOT_FOUND, Reason.FORBIDDEN, Reason.STATUS)
            return Protego.parse("") if missing else None
        return Protego.parse(text)
