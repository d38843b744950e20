"""Reads what TMDB answers (API version 3): search pages, and films and series with their names in other languages."""

import json
from collections.abc import Iterator
from typing import Any

from app.catalogue.clean import BadFact, clean_language
from app.catalogue.import_values import ListedTitle, RefusedRow
from app.errors import CatalogueFileInvalid
from app.model.title import KnownTitle, TitleKind, TitleName, TitleStatus

SOURCE = "TMDB"
# A film with all its translations takes some 100 KB.
MOST_BYTES = 256 * 2**20

# What TMDB's words for a production's state amount to. A cancelled film was announced once; a cancelled series ran.
_FILM_STATUS = {
    "Rumored": TitleStatus.RUMOURED,
    "Planned": TitleStatus.ANNOUNCED,
    "In Production": TitleStatus.ANNOUNCED,
    "Post Production": TitleStatus.ANNOUNCED,
    "Released": TitleStatus.RELEASED,
    "Canceled": TitleStatus.ANNOUNCED,
}
_SERIES_STATUS = {
    "Planned": TitleStatus.ANNOUNCED,
    "In Production": TitleStatus.ANNOUNCED,
    "Pilot": TitleStatus.ANNOUNCED,
    "Returning Series": TitleStatus.RELEASED,
    "Ended": TitleStatus.RELEASED,
    "Canceled": TitleStatus.RELEASED,
}
_KINDS = {"movie": TitleKind.FILM, "tv": TitleKind.SERIES}


def read_tmdb(content: bytes | dict[str, Any] | list[Any], as_of: str) -> Iterator[ListedTitle | RefusedRow]:
    """One item a film or series; people and collections in a search are passed over. Their line is their place.

    content: JSON of /search/multi, /search/movie or /search/tv, /movie/{id} or /tv/{id} (with or without
    append_to_response=alternative_titles,translations), or a list of such answers. as_of: the day TMDB was asked.
    Raises: CatalogueFileInvalid (no JSON, none of these).
    """
    answers = content if not isinstance(content, bytes) else _parse(content)
    for place, record in enumerate(_records(answers), start=1):
        if not isinstance(record, dict):
            yield RefusedRow(place, "", "This is no JSON object.")
            continue
        name = record.get("title") or record.get("name")
        try:
            kind = _kind_of(record)
            if kind is not None:
                yield ListedTitle(place, _read(record, kind, as_of))
        except BadFact as problem:
            yield RefusedRow(place, str(name or "")[:80], str(problem))


def _parse(content: bytes) -> Any:  # noqa: ANN401 (JSON)
    if len(content) > MOST_BYTES:
        raise CatalogueFileInvalid(f"There are {len(content):,} bytes; an answer of TMDB has at most {MOST_BYTES:,}.")
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise CatalogueFileInvalid(f"This is no JSON: {error}.") from error


def _records(answers: Any) -> Iterator[Any]:  # noqa: ANN401 (JSON)
    """Films, series and whatever else: from one answer, or from a list of answers."""
    several = isinstance(answers, list)
    for answer in answers if several else [answers]:
        if isinstance(answer, dict) and isinstance(answer.get("results"), list):
            yield from answer["results"]
        elif several or (isinstance(answer, dict) and "id" in answer):
            yield answer
        else:
            raise CatalogueFileInvalid("This is JSON, but neither a film, a series nor a search page of TMDB.")


def _kind_of(record: dict[str, Any]) -> TitleKind | None:
    """None for people, collections and the like."""
    media = record.get("media_type")
    if media is not None:
        return _KINDS.get(str(media))
    if "first_air_date" in record or "number_of_seasons" in record or "original_name" in record:
        return TitleKind.SERIES
    if "release_date" in record or "original_title" in record or "title" in record:
        return TitleKind.FILM
    if "known_for_department" in record or "parts" in record:
        return None
    raise BadFact("This is neither a film nor a series.")


def _read(record: dict[str, Any], kind: TitleKind, as_of: str) -> KnownTitle:
    film = kind is TitleKind.FILM
    number = record.get("id")
    if not isinstance(number, int) or isinstance(number, bool) or number <= 0:
        raise BadFact("The id is missing.")
    released = _text(record.get("release_date" if film else "first_air_date"))
    return KnownTitle(
        id=f"tmdb_{'movie' if film else 'tv'}_{number}",
        title=_text(record.get("title" if film else "name")),
        kind=kind,
        year=int(released[:4]) if released[:4].isdecimal() and released[:4].isascii() else None,
        seasons=None if film else _seasons_of(record),
        status=_status_of(record, kind, released, as_of),
        names=tuple(_names_of(record, film)),
        source=SOURCE,
        as_of=as_of,
    )


def _status_of(record: dict[str, Any], kind: TitleKind, released: str, as_of: str) -> TitleStatus:
    """What TMDB says; in a search page, which says nothing, what the date says."""
    words = _FILM_STATUS if kind is TitleKind.FILM else _SERIES_STATUS
    known = words.get(_text(record.get("status")))
    if known is not None:
        return known
    # Anybody may enter a title without a date.
    if not released:
        return TitleStatus.RUMOURED
    return TitleStatus.RELEASED if released <= as_of else TitleStatus.ANNOUNCED


def _seasons_of(record: dict[str, Any]) -> int | None:
    """Season 0 holds the specials."""
    counted = record.get("number_of_seasons")
    listed = record.get("seasons")
    numbers = [
        season.get("season_number")
        for season in (listed if isinstance(listed, list) else [])
        if isinstance(season, dict)
    ]
    found = [number for number in (counted, *numbers) if isinstance(number, int) and number > 0]
    return max(found) if found else None


def _names_of(record: dict[str, Any], film: bool) -> Iterator[TitleName]:
    """The original name, translations, and other titles; TMDB gives the latter a country, which is no language."""
    original = _text(record.get("original_title" if film else "original_name"))
    if original:
        yield TitleName(original, _language(_text(record.get("original_language")), ""))
    for translation in _list_in(record.get("translations"), "translations"):
        data = translation.get("data")
        name = _text(data.get("title" if film else "name")) if isinstance(data, dict) else ""
        if name:
            language = _language(_text(translation.get("iso_639_1")), _text(translation.get("iso_3166_1")))
            yield TitleName(name, language)
    for other in _list_in(record.get("alternative_titles"), "titles" if film else "results"):
        name = _text(other.get("title"))
        if name:
            yield TitleName(name, "")


def _list_in(value: Any, field: str) -> list[dict[str, Any]]:  # noqa: ANN401 (JSON)
    listed = value.get(field) if isinstance(value, dict) else None
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _language(language: str, region: str) -> str:
    """TMDB writes "xx" for no language and "cn" for Cantonese."""
    if language in ("", "xx"):
        return ""
    try:
        return clean_language("zh-HK" if language == "cn" else f"{language}-{region}" if region else language)
    except BadFact:
        return ""


def _text(value: Any) -> str:  # noqa: ANN401 (JSON)
    return " ".join(value.split()) if isinstance(value, str) else ""
