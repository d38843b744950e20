"""A list of picture addresses in a text file: one a line, then a tab and a title if wanted; # begins a remark."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import FetchFailed, ManifestInvalid
from app.model.reference import Label, Tier
from app.sources.addresses import host_and_port, read_address
from app.sources.fetcher import Fetcher
from app.sources.found import FoundPicture, Look, Unlisted
from app.sources.netflix_addresses import picture_address, picture_key


@dataclass(frozen=True, slots=True)
class UrlListSource:
    """lines: address and title. name: of the source in the library."""

    lines: tuple[tuple[str, str], ...]
    name: str
    label: Label = Label.OFFICIAL
    title: str = ""
    tier: Tier | None = None

    unlisted = Unlisted.NOTHING
    ask_again = True
    smallest_side = 0

    def places(self, _fetcher: Fetcher) -> Iterator[str]:
        """The list itself."""
        yield "list"

    def look(self, _fetcher: Fetcher, _place: str) -> Look:
        """Every address once; one that cannot be read is found out when it is fetched."""
        found: dict[str, FoundPicture] = {}
        for address, title in self.lines:
            one = self._found(address, title)
            found.setdefault(one.key, one)
        return Look("", tuple(found.values()))

    def page_of(self, _place: str) -> str:
        """It has no page."""
        return ""

    def _found(self, address: str, title: str) -> FoundPicture:
        try:
            url = read_address(address)
            key, remembered = picture_key(url), picture_address(url)
        except FetchFailed:
            key = remembered = address
        return FoundPicture(
            key=key,
            url=address,
            image_url=remembered,
            path=remembered.partition("://")[2] or remembered,
            label=self.label,
            title=title or self.title,
            tier=self.tier,
        )


def read_url_list(path: Path) -> tuple[tuple[str, str], ...]:
    """Addresses with their titles, "" where a line has none. Raises: ManifestInvalid."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ManifestInvalid(f"The list {path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise ManifestInvalid(f"The list {path} is not UTF-8 (see byte {error.start}).") from error
    found = []
    for line in text.splitlines():
        address, _, title = line.strip().partition("\t")
        if address and not address.startswith("#"):
            found.append((address.strip(), " ".join(title.split())))
    if not found:
        raise ManifestInvalid(f"The list {path} names no address.")
    return tuple(found)


def hosts_of(lines: tuple[tuple[str, str], ...]) -> frozenset[tuple[str, int]]:
    """Every host and port that a list names; lines that are no address name none."""
    found = set()
    for address, _ in lines:
        try:
            found.add(host_and_port(read_address(address)))
        except FetchFailed:
            continue
    return frozenset(found)
