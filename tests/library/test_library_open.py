"""Opening: new, old, newer, foreign, damaged."""

import logging
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import app.library.migrate
from app.errors import LibraryBroken, LibraryError
from app.library.add import ImportOptions, NewReference, add_references
from app.library.library import DATABASE_NAME, Library
from app.library.migrate import SCHEMA_REVISION
from app.library.schema import metadata
from app.model.reference import Label


def test_migrations_build_what_the_code_expects(library: Library) -> None:
    with library.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        (made,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'references'").fetchone()
        (partial,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'references_demo'").fetchone()
    assert "AUTOINCREMENT" in made
    assert "WHERE demo" in partial


def test_the_newest_migration_is_the_one_the_code_names() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(app.library.migrate.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == SCHEMA_REVISION


def test_connections_are_set_up_for_several_processes(library: Library) -> None:
    with library.database.reading() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 1, "busy_timeout": 30_000}


def test_opening_leaves_logging_alone(home: Path) -> None:
    names = ("", "alembic", "sqlalchemy")
    before = [(logging.getLogger(name).level, list(logging.getLogger(name).handlers)) for name in names]
    Library.open(home).close()
    after = [(logging.getLogger(name).level, list(logging.getLogger(name).handlers)) for name in names]
    assert after == before


def test_opening_again_keeps_everything(home: Path, draw: Callable[..., Path]) -> None:
    with Library.open(home) as library:
        add_references(library, [NewReference(draw(1), Label.OFFICIAL)], ImportOptions(jobs=1))
        before = (library.version(), library.references())
    with Library.open(home, create=False) as library:
        assert (library.version(), library.references()) == before


def test_an_empty_file_becomes_a_library(home: Path) -> None:
    # What a process killed in its first moment leaves.
    home.mkdir()
    (home / DATABASE_NAME).touch()
    with Library.open(home) as library:
        assert library.summary().references == 0


def test_a_newer_library_is_refused_with_advice(home: Path) -> None:
    Library.open(home).close()
    with closing(sqlite3.connect(home / DATABASE_NAME)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    with pytest.raises(LibraryBroken, match=r"newer postercheck.*9999.*install the newer"):
        Library.open(home)


def test_a_foreign_database_is_refused(home: Path) -> None:
    home.mkdir()
    with closing(sqlite3.connect(home / DATABASE_NAME)) as raw:
        raw.execute("CREATE TABLE songs (name)")
    with pytest.raises(LibraryBroken, match="not a library of postercheck"):
        Library.open(home)


def test_a_file_that_is_no_database_is_refused(home: Path) -> None:
    home.mkdir()
    (home / DATABASE_NAME).write_bytes(b"These are no tables. " * 500)
    with pytest.raises(LibraryBroken, match=r"not a database.*backup"):
        Library.open(home)


def test_a_damaged_database_is_refused(home: Path, draw: Callable[..., Path]) -> None:
    with Library.open(home) as library:
        add_references(library, [NewReference(draw(1), Label.OFFICIAL)], ImportOptions(jobs=1))
    path = home / DATABASE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with pytest.raises(LibraryBroken, match="cannot be used as a library"), Library.open(home) as library:
        library.summary()


def test_a_home_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryBroken, match="No library can be opened"):
        Library.open(tmp_path / "file" / "home")


def test_a_home_with_odd_signs_in_its_name(tmp_path: Path) -> None:
    home = tmp_path / "100% ärger? #1 & more"
    with Library.open(home) as library:
        assert library.version() == 0
    assert (home / DATABASE_NAME).is_file()


def test_a_value_of_another_version_is_an_error(library: Library, draw: Callable[..., Path]) -> None:
    add_references(library, [NewReference(draw(1), Label.OFFICIAL)], ImportOptions(jobs=1))
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        raw.execute("""UPDATE "references" SET kind = 'hologram'""")
        raw.commit()
    with pytest.raises(LibraryBroken, match="hologram"):
        library.active_keys()


def test_a_library_deleted_under_its_reader_is_an_error(library: Library) -> None:
    library.database.close()
    shutil.rmtree(library.home)
    with pytest.raises(LibraryError):
        library.summary()
