"""`postercheck library sync`: brings the library up to date with places where artwork is published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from app.cli.common import EXIT_PARTLY, HomeOption, say, settings_of
from app.cli.library.sync_options import (
    AllowHostOption,
    AllowPrivateOption,
    ContactOption,
    DryRunOption,
    JobsOption,
    JsonOption,
    LimitOption,
    RateOption,
    RefreshOption,
    TimeoutOption,
    Wanted,
    client_options,
)
from app.cli.library.sync_run import run_sync
from app.errors import WrongUse

sync_app = typer.Typer(no_args_is_help=True, help="Fetch artwork from where it is published.")

LabelOption = Annotated[Literal["official", "known_fake"] | None, typer.Option(help="What the pictures are.")]
TierOption = Annotated[
    Literal["A", "B", "C", "F"] | None, typer.Option(help="How far the source is trusted; see docs/sources.md.")
]
SourceNameOption = Annotated[str, typer.Option("--source", metavar="TEXT", help="Name of the source in the library.")]


@sync_app.command("tudum")
def sync_tudum(
    context: typer.Context,
    pages: Annotated[list[str] | None, typer.Argument(metavar="[URL...]", help="Pages to look at.")] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="Pages whose address has all these words.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Every page of the sitemap.")] = False,
    base: Annotated[str | None, typer.Option(metavar="URL", help="Where Tudum is; for mirrors and tests.")] = None,
    dry_run: DryRunOption = False,
    limit: LimitOption = None,
    contact: ContactOption = None,
    rate: RateOption = 4.0,
    timeout: TimeoutOption = 60.0,
    refresh: RefreshOption = False,
    jobs: JobsOption = None,
    allow_host: AllowHostOption = None,
    allow_private: AllowPrivateOption = False,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Artwork from Tudum and Netflix's title pages: tier A."""
    from app.sources.tudum import TUDUM_HOSTS, TudumSource

    if sum((bool(pages), bool(title) and not pages, everything)) != 1:
        raise WrongUse("Name pages by their addresses, or a title with --title, or all of them with --all.")
    settings = settings_of(context, contact=contact, tudum_base=base)
    source = TudumSource(settings.tudum_base.rstrip("/"), tuple(pages or ()), title)
    wanted = Wanted(limit, jobs, refresh, dry_run, as_json)
    named = (settings.tudum_base, *(allow_host or ()))
    client = client_options(settings, TUDUM_HOSTS, named, private=allow_private, rate=rate, timeout=timeout)
    run_sync(context, source, client, wanted)


@sync_app.command("tmdb")
def sync_tmdb(
    context: typer.Context,
    ids: Annotated[list[str] | None, typer.Option("--id", metavar="ID", help="movie/851644 or tv/456.")] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="Films and series of exactly this name.")] = "",
    network: Annotated[str | None, typer.Option(metavar="NUMBER", help="Series of a network: netflix, or 213.")] = None,
    company: Annotated[
        str, typer.Option(metavar="NAME", help="Titles of a company, by its exact name or number.")
    ] = "",
    languages: Annotated[
        list[str] | None,
        typer.Option("--language", metavar="CODE", help="Two letters, or null for textless art. Default: en and null."),
    ] = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="posters|backdrops|logos", help="Default: all three."),
    ] = None,
    size: Annotated[Literal["w780", "original"], typer.Option(help="Pixels across.")] = "w780",
    base: Annotated[str | None, typer.Option(metavar="URL", help="Where the interface is; for tests.")] = None,
    image_base: Annotated[str | None, typer.Option(metavar="URL", help="Where the pictures are; for tests.")] = None,
    dry_run: DryRunOption = False,
    limit: LimitOption = None,
    contact: ContactOption = None,
    rate: RateOption = 20.0,
    timeout: TimeoutOption = 60.0,
    refresh: RefreshOption = False,
    jobs: JobsOption = None,
    allow_private: AllowPrivateOption = False,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Posters, backdrops and logos from The Movie Database: tier B with votes, tier C without.

    Needs a token in POSTERCHECK_TMDB_TOKEN. This product uses the TMDB API but is not endorsed or certified by TMDB.
    """
    from app.sources.tmdb import ATTRIBUTION, TMDB_HOSTS, TmdbAccess, TmdbChoice, TmdbSource, read_id

    if not (ids or title or network or company):
        raise WrongUse("Say which titles: --id, --title, --network or --company.")
    settings = settings_of(context, contact=contact, tmdb_base=base, tmdb_image_base=image_base)
    token = settings.tmdb_token.get_secret_value().strip()
    if not token or not token.isascii() or not token.isprintable():
        raise WrongUse("TMDB asks for an API read access token; put yours into POSTERCHECK_TMDB_TOKEN.")
    if unknown := set(kinds or ()) - {"posters", "backdrops", "logos"}:
        raise WrongUse(f"--kind is posters, backdrops or logos, not {', '.join(sorted(unknown))}.")
    choice = TmdbChoice(
        ids=tuple(read_id(one) for one in ids or ()),
        title=title,
        network=_read_network(network),
        company=company,
        languages=tuple("" if one in ("null", "none") else one for one in languages or ("en", "null")),
        kinds=tuple(kinds or ("posters", "backdrops", "logos")),
        size=size,
    )
    bases = (settings.tmdb_base, settings.tmdb_image_base)
    source = TmdbSource(TmdbAccess(token, *(one.rstrip("/") for one in bases)), choice)
    client = client_options(settings, TMDB_HOSTS, bases, private=allow_private, rate=rate, timeout=timeout)
    say(ATTRIBUTION)
    run_sync(context, source, client, Wanted(limit, jobs, refresh, dry_run, as_json))


@sync_app.command("folder")
def sync_folder(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that somebody else fills.")],
    label: LabelOption = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The film or series that all of them are for.")] = "",
    tier: TierOption = None,
    source_name: SourceNameOption = "",
    dry_run: DryRunOption = False,
    limit: LimitOption = None,
    jobs: JobsOption = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Pictures of a folder; those that vanish from it later take part in checks no more.

    Without --label: by its manifest.csv, or by the folders official/ and known_fakes/ in it.
    """
    from app.library.import_manifest import read_manifest
    from app.model.reference import Label, Tier
    from app.sources.client import NO_NETWORK
    from app.sources.folder import FolderSource

    bad = read_manifest(folder).bad if label is None and folder.is_dir() else ()
    for problem in bad:
        say(f"{folder}, line {problem.line}: left out. {problem.text}")
    source = FolderSource(
        folder=folder.absolute(),
        name=source_name or folder.absolute().name or "folder",
        label=Label(label) if label else None,
        title=title,
        tier=Tier(tier) if tier else None,
    )
    run_sync(context, source, NO_NETWORK, Wanted(limit, jobs, False, dry_run, as_json))
    if bad:
        raise typer.Exit(EXIT_PARTLY)


@sync_app.command("urls")
def sync_urls(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An address a line; after a tab, a title.")],
    label: LabelOption = "official",
    title: Annotated[str, typer.Option(metavar="TEXT", help="Title of lines that name none.")] = "",
    tier: TierOption = None,
    source_name: SourceNameOption = "urls",
    dry_run: DryRunOption = False,
    limit: LimitOption = None,
    contact: ContactOption = None,
    rate: RateOption = 4.0,
    timeout: TimeoutOption = 60.0,
    refresh: RefreshOption = False,
    jobs: JobsOption = None,
    allow_host: AllowHostOption = None,
    allow_private: AllowPrivateOption = False,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Pictures by their addresses, listed in a text file."""
    from app.model.reference import Label, Tier
    from app.sources.url_list import UrlListSource, hosts_of, read_url_list

    settings = settings_of(context, contact=contact)
    lines = read_url_list(file)
    known_fake = label == "known_fake"
    source = UrlListSource(
        lines, source_name, Label(label or "official"), title, Tier(tier) if tier and not known_fake else None
    )
    listed = tuple(f"{host}:{port}" for host, port in sorted(hosts_of(lines)))
    client = client_options(
        settings, (), (*listed, *(allow_host or ())), private=allow_private, rate=rate, timeout=timeout
    )
    run_sync(context, source, client, Wanted(limit, jobs, refresh, dry_run, as_json))


def _read_network(value: str | None) -> int | None:
    from app.sources.tmdb import NETFLIX_NETWORK

    if value is None or value.lower() == "netflix":
        return None if value is None else NETFLIX_NETWORK
    if not (value.isascii() and value.isdigit()):
        raise WrongUse(f"--network takes netflix or TMDB's number of a network, not {value!r}.")
    return int(value)
