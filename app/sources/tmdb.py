"""The Movie Database (API version 3): posters, backdrops and logos with votes (tier B) or without (tier C).

This product uses the TMDB API but is not endorsed or certified by TMDB.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from app.errors import FetchFailed, SourceUnavailable, WrongUse
from app.library.titles import make_title_key
from app.model.reference import Kind, Tier
from app.sources.cache import KEEP_DAYS
from app.sources.fetcher import Fetcher
from app.sources.found import FoundPicture, Look, Unlisted
from app.sources.reasons import Reason

API_BASE = "https://api.themoviedb.org"
IMAGE_BASE = "https://image.tmdb.org"
SITE = "https://www.themoviedb.org"
TMDB_HOSTS = ("api.themoviedb.org", "image.tmdb.org")
ATTRIBUTION = "This product uses the TMDB API but is not endorsed or certified by TMDB."
NETFLIX_NETWORK = 213
SIZES = ("w780", "original")
_KINDS = {"posters": Kind.POSTER, "backdrops": Kind.BACKDROP, "logos": Kind.LOGO}
# Logos come in other sizes than posters and backdrops (TMDB, /configuration): w500 is the largest before the original.
_LOGO_SIZE = "w500"
_APPENDED = "images,alternative_titles,translations,external_ids"
# TMDB answers no further page than this one.
_LAST_PAGE = 500


@dataclass(frozen=True, slots=True)
class TmdbAccess:
    """token: the "API read access token", sent in a header and never written anywhere. api, images: base addresses."""

    token: str = field(repr=False)
    api: str = API_BASE
    images: str = IMAGE_BASE


@dataclass(frozen=True, slots=True)
class TmdbChoice:
    """What to take.

    ids: "movie/123" or "tv/456". network: a number. company: a number, or its exact name. languages: ISO 639-1; "" is
    textless art. kinds: of "posters", "backdrops", "logos". size: one of SIZES.
    """

    ids: tuple[str, ...] = ()
    title: str = ""
    network: int | None = None
    company: str = ""
    languages: tuple[str, ...] = ("en", "")
    kinds: tuple[str, ...] = ("posters", "backdrops", "logos")
    size: str = "w780"


@dataclass(frozen=True, slots=True)
class TmdbSource:
    """Titles by id, by name, of a network or of a company."""

    access: TmdbAccess
    choice: TmdbChoice

    name = "tmdb"
    unlisted = Unlisted.GONE
    ask_again = False
    smallest_side = 0

    def places(self, fetcher: Fetcher) -> Iterator[str]:
        """Ids of titles, each once."""
        seen: set[str] = set()
        for place in self._all_places(fetcher):
            if place not in seen:
                seen.add(place)
                yield place

    def look(self, fetcher: Fetcher, place: str) -> Look:
        """All pictures of a title in the languages asked for."""
        details = fetch_details(fetcher, self.access, place, self.choice.languages)
        images = details.get("images")
        pictures = []
        for group in self.choice.kinds:
            for image in _list(images, group):
                one = self._read_image(image, group, details, place)
                if one is not None:
                    pictures.append(one)
        return Look(self.page_of(place), tuple(pictures), frozenset(self.choice.languages), frozenset(self._kinds()))

    def page_of(self, place: str) -> str:
        """The title's page on the site for people."""
        return f"{SITE}/{place}"

    def _kinds(self) -> Iterator[Kind]:
        return (_KINDS[group] for group in self.choice.kinds)

    def _all_places(self, fetcher: Fetcher) -> Iterator[str]:
        yield from self.choice.ids
        if self.choice.title:
            yield from self._search(fetcher)
        if self.choice.network is not None:
            yield from self._discover(fetcher, "tv", {"with_networks": self.choice.network})
        if self.choice.company:
            number = _find_company(fetcher, self.access, self.choice.company)
            for media in ("tv", "movie"):
                yield from self._discover(fetcher, media, {"with_companies": number})

    def _search(self, fetcher: Fetcher) -> Iterator[str]:
        """Titles of exactly this name, give or take case and punctuation: a likeness would bring in other films."""
        wanted = make_title_key(self.choice.title)
        answer = _ask(fetcher, self.access, "/3/search/multi", {"query": self.choice.title, "include_adult": "false"})
        found = False
        for one in _list(answer, "results"):
            names = {
                make_title_key(str(one.get(name, ""))) for name in ("title", "name", "original_title", "original_name")
            }
            if one.get("media_type") in ("movie", "tv") and isinstance(one.get("id"), int) and wanted in names:
                found = True
                yield f"{one['media_type']}/{one['id']}"
        if not found:
            raise FetchFailed(Reason.NOT_FOUND, f"TMDB knows no film or series with the title {self.choice.title!r}.")

    def _discover(self, fetcher: Fetcher, media: str, wanted: dict[str, int]) -> Iterator[str]:
        page, last = 1, 1
        while page <= min(last, _LAST_PAGE):
            # By date, which hardly changes: by popularity, titles would wander between pages while they are read.
            query = {
                **wanted,
                "page": page,
                "sort_by": "first_air_date.asc" if media == "tv" else "primary_release_date.asc",
            }
            answer = _ask(fetcher, self.access, f"/3/discover/{media}", query)
            for one in _list(answer, "results"):
                if isinstance(one.get("id"), int):
                    yield f"{media}/{one['id']}"
            total = answer.get("total_pages")
            last = total if isinstance(total, int) else 1
            page += 1

    def _read_image(
        self, image: dict[str, Any], group: str, details: dict[str, Any], place: str
    ) -> FoundPicture | None:
        file_path = image.get("file_path")
        language = image.get("iso_639_1") or ""
        if not isinstance(file_path, str) or not file_path.startswith("/") or file_path.endswith(".svg"):
            return None
        if language not in self.choice.languages:
            return None
        size = _LOGO_SIZE if group == "logos" and self.choice.size != "original" else self.choice.size
        url = f"{self.access.images}/t/p/{size}{file_path}"
        votes = image.get("vote_count")
        return FoundPicture(
            key=url,
            url=url,
            image_url=url,
            path=url.partition("://")[2],
            title=str(details.get("title") or details.get("name") or ""),
            title_id=f"tmdb:{place}",
            kind=_KINDS[group],
            language=str(language),
            tier=Tier.B if isinstance(votes, int) and votes > 0 else Tier.C,
            page_url=self.page_of(place),
            note="listed by TMDB, which does not endorse or certify this use",
            keep_days=KEEP_DAYS,
        )


def fetch_details(
    fetcher: Fetcher, access: TmdbAccess, place: str, languages: tuple[str, ...] = ("en", "")
) -> dict[str, Any]:
    """TMDB's own record of a title, with pictures, other titles, translations and, of a series, its seasons.

    place: "movie/123" or "tv/456". languages: of its pictures, "" for textless ones. Raises: FetchFailed (not_found
    when TMDB has deleted it), SourceUnavailable (the token is refused).
    """
    wanted = ",".join(language or "null" for language in languages)
    query = {"append_to_response": _APPENDED, "include_image_language": wanted}
    return _ask(fetcher, access, f"/3/{read_id(place)}", query)


def read_id(text: str) -> str:
    """ "tv:456", "TV/456" or an address of TMDB's site give "tv/456". Raises: WrongUse."""
    words = text.removeprefix(SITE).strip("/").replace(":", "/").lower().split("/")
    if len(words) >= 2 and words[0] in ("movie", "tv"):
        number = words[1].partition("-")[0]
        if number.isascii() and number.isdigit():
            return f"{words[0]}/{int(number)}"
    raise WrongUse(f"{text!r} is no id of a title; ids look like movie/851644 or tv/456.")


def _find_company(fetcher: Fetcher, access: TmdbAccess, name: str) -> int:
    if name.isascii() and name.isdigit():
        return int(name)
    answer = _ask(fetcher, access, "/3/search/company", {"query": name})
    for one in _list(answer, "results"):
        if str(one.get("name", "")).casefold() == name.casefold() and isinstance(one.get("id"), int):
            return int(one["id"])
    raise FetchFailed(Reason.NOT_FOUND, f"TMDB knows no company of the name {name!r}; give its number instead.")


def _ask(fetcher: Fetcher, access: TmdbAccess, path: str, query: dict[str, Any]) -> dict[str, Any]:
    try:
        document = fetcher.listing(f"{access.api}{path}?{urlencode(query)}", access.token)
    except FetchFailed as failure:
        if failure.reason == Reason.FORBIDDEN:
            raise SourceUnavailable(
                "TMDB refuses the token in POSTERCHECK_TMDB_TOKEN; it has to be your account's API read access token."
            ) from failure
        raise
    try:
        answer = json.loads(document.body)
    except (ValueError, RecursionError) as error:
        raise FetchFailed(Reason.NOT_UNDERSTOOD, f"TMDB's answer is no JSON: {error}.") from error
    if not isinstance(answer, dict):
        raise FetchFailed(Reason.NOT_UNDERSTOOD, "TMDB's answer is no JSON object.")
    return answer


def _list(answer: Any, name: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON of a stranger
    found = answer.get(name) if isinstance(answer, dict) else None
    return (one for one in (found if isinstance(found, list) else []) if isinstance(one, dict))
