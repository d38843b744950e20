"""`postercheck library export` and `load`: packs, and lists of PDQ hashes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from app.cli.common import EXIT_PARTLY, HomeOption, open_library_of, say, show
from app.cli.progress import show_progress
from app.errors import LibraryError, WrongUse

if TYPE_CHECKING:
    from app.library.exchange.match_pdq import PdqMatch
    from app.library.packs.load import LoadSummary

PdqOption = Annotated[
    Path | None, typer.Option("--pdq", metavar="FILE.csv", help="A list of PDQ hashes instead; see docs/packs.md.")
]


def export(
    context: typer.Context,
    pack: Annotated[Path | None, typer.Argument(metavar="PACK", help="File to write.")] = None,
    sign: Annotated[
        Path | None, typer.Option(metavar="KEY.pem", help="Sign the pack with this Ed25519 private key.")
    ] = None,
    with_previews: Annotated[
        bool, typer.Option("--with-previews", help="Put in small pictures where a licence allows it.")
    ] = False,
    pdq: PdqOption = None,
    home: HomeOption = None,
) -> None:
    """Write fingerprints, titles and provenance of all active references into one file, without their pictures."""
    _need_one(pack, pdq)
    if pack is not None:
        from app.library.packs.sign import read_signing_key
        from app.library.packs.write import PackOptions, export_pack

        options = PackOptions(None if sign is None else read_signing_key(sign), with_previews)
        with open_library_of(context) as library:
            summary = export_pack(library, pack, options)
        previews = f", {summary.previews} with a preview" if with_previews else ""
        say(f"{summary.references} references{previews}, {summary.bytes / 2**20:.1f} MB: {pack}")
        if summary.left_out:
            say(f"{summary.left_out} left out, measured by another version: run `postercheck library rebuild` first.")
            raise typer.Exit(EXIT_PARTLY)
    elif pdq is not None:
        if sign is not None or with_previews:
            raise WrongUse("--sign and --with-previews are for packs, not for lists of PDQ hashes.")
        _export_pdq(context, pdq)


def load(
    context: typer.Context,
    pack: Annotated[Path | None, typer.Argument(metavar="PACK", help="File that `library export` wrote.")] = None,
    trusted_key: Annotated[
        Path | None, typer.Option(metavar="PUB.pem", help="Take the pack only if this Ed25519 key signed it.")
    ] = None,
    check_only: Annotated[bool, typer.Option("--check-only", help="Check the pack, and take nothing of it.")] = False,
    pdq: PdqOption = None,
    label: Annotated[
        Literal["official", "known_fake"] | None, typer.Option(help="What the hashes of a --pdq list are of.")
    ] = None,
    home: HomeOption = None,
) -> None:
    """Take in the references of a pack: all of them, or none when anything in it is not as it should be.

    With --pdq, only tell which references are on a list of PDQ hashes; exit code 1 when one has the other label.
    """
    _need_one(pack, pdq)
    if pack is not None:
        if label is not None:
            raise WrongUse("--label is for lists of PDQ hashes; a pack names the label of each of its references.")
        _load_pack(context, pack, trusted_key, check_only=check_only)
    elif pdq is not None:
        if trusted_key is not None or check_only:
            raise WrongUse("--trusted-key and --check-only are for packs, not for lists of PDQ hashes.")
        _match_pdq(context, pdq, label)


def _need_one(pack: Path | None, pdq: Path | None) -> None:
    if (pack is None) == (pdq is None):
        raise WrongUse("Name a PACK, or a list of PDQ hashes with --pdq.")


def _load_pack(context: typer.Context, pack: Path, trusted_key: Path | None, *, check_only: bool) -> None:
    from app.library.packs.load import check_pack, load_pack
    from app.library.packs.sign import read_trusted_key

    key = None if trusted_key is None else read_trusted_key(trusted_key)
    # Before a library is made for it.
    checked = check_pack(pack, key)
    _tell_signature(checked)
    if check_only:
        say("The pack is as it should be; nothing was taken.")
        return
    with open_library_of(context, create=True) as library:
        summary = load_pack(library, pack, key)
        waiting = len(library.conflicts())
    say(f"{summary.added} added, {summary.updated} updated, {summary.unchanged} unchanged.")
    if waiting:
        say(f"{waiting} pictures are official here and known fakes there, or the other way; see `library verify`.")


def _tell_signature(summary: LoadSummary) -> None:
    from app.library.packs.load import Signature

    if summary.signature is Signature.TRUSTED:
        say(f"Signed by the trusted key {summary.signed_by}.")
    elif summary.signature is Signature.NOT_CHECKED:
        say(f"Warning: signed by key {summary.signed_by}, which was not checked; give --trusted-key to check it.")
    else:
        say("Warning: the pack is not signed; anybody may have made it. Its references count as much as your own.")


def _export_pdq(context: typer.Context, target: Path) -> None:
    from app.library.exchange.match_pdq import hash_references
    from app.library.exchange.pdq_csv import write_hashes

    with open_library_of(context) as library, show_progress("Hashing", library.summary().references) as advance:
        found = list(hash_references(library, lambda: advance(1)))
    rows = [(one.hash, one.reference) for one in found if one.hash is not None]
    text = write_hashes((hash_, (of.id, of.label.value, of.title)) for hash_, of in rows)
    try:
        target.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise LibraryError(f"The list {target} cannot be written: {error.strerror or error}.") from error
    say(f"{len(rows)} hashes: {target}")
    if len(rows) < len(found):
        say(f"{len(found) - len(rows)} left out: there is no picture of them here.")


def _match_pdq(context: typer.Context, source: Path, label: str | None) -> None:
    from app.library.exchange.match_pdq import hash_references, match_hashes
    from app.library.exchange.pdq_csv import read_hashes
    from app.model.reference import Label

    wanted = read_hashes(source)
    of_list = Label(label) if label else None
    with open_library_of(context) as library, show_progress("Comparing", library.summary().references) as advance:
        matches = list(match_hashes(hash_references(library, lambda: advance(1)), wanted))
    for match in matches:
        show(_match_line(match, of_list))
    against = sum(match.contradicts(of_list) for match in matches)
    say(f"{len(wanted.hashes)} hashes, {len(matches)} references on the list. Nothing was changed.")
    if wanted.unreliable:
        say(f"{wanted.unreliable} hashes left out: their quality is under 50, they would match anything plain.")
    if wanted.faults:
        say(f"{len(wanted.faults)} lines left out that are no PDQ hash; the first is line {wanted.faults[0]}.")
    if against:
        say(f"{against} of them have the other label here: one of the two is wrong, or a fake is very near its model.")
    if against or wanted.faults:
        raise typer.Exit(EXIT_PARTLY)


def _match_line(match: PdqMatch, label: str | None) -> str:
    """Id, distance, label, title, and the line of the list, separated by tabs."""
    from app.reports.harmless import harmless

    reference, listed = match.reference, match.listed
    cells = [reference.id, str(match.distance), reference.label, reference.title, f"line {listed.line}", listed.told]
    if label is not None:
        cells.insert(3, "contradicts" if reference.label != label else "agrees")
    return "\t".join(harmless(cell) for cell in cells) + "\n"
