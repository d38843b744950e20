"""A library from before moderation gets its tables, and keeps what it had."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.library.add import ImportOptions, NewReference, add_references
from app.library.library import DATABASE_NAME, Library
from app.library.moderation.moderation import Moderation
from app.model.reference import Label
from tests.library.conftest import draw_picture
from tests.library.reporting import make_report, saved


def test_an_older_library_can_be_moderated(home: Path) -> None:
    with Library.open(home) as library:
        add_references(library, [NewReference(saved(draw_picture(1)), Label.OFFICIAL)], ImportOptions(jobs=1))
        before = library.references()
    with closing(sqlite3.connect(home / DATABASE_NAME)) as raw:
        for table in ("reports", "audit_log", "false_matches", "moderator_sessions"):
            raw.execute(f"DROP TABLE {table}")
        raw.execute("UPDATE alembic_version SET version_num = '0002'")
        raw.commit()
    with Library.open(home, create=False) as library:
        assert library.references() == before
        moderation = Moderation(library.database, library.pictures)
        report = moderation.report(make_report(2))
        moderation.mark_false_match(report.id, before.items[0].id, "", "Ann")
        assert library.false_matches_of(report.sha256, report.perceptual_hash) == {before.items[0].id}
