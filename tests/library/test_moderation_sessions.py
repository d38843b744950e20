"""Signing in: every process knows a session, and only whoever holds it can use it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.library.library import DATABASE_NAME, Library
from app.library.moderation.sessions import Sessions

SECRET = "a secret of moderators"


def test_a_session_is_known_to_every_process_until_it_ends(home: Path, library: Library) -> None:
    sessions = Sessions(library.database, SECRET)
    held = sessions.open("Ann")
    with Library.open(home) as other:
        found = Sessions(other.database, SECRET).find(held)
        assert found is not None
        assert found.name == "Ann"
    assert sessions.find(held[:-1]) is None
    assert sessions.find("") is None
    sessions.end(held)
    sessions.end(held)
    assert sessions.find(held) is None


def test_a_new_secret_signs_everybody_out(library: Library) -> None:
    held = Sessions(library.database, SECRET).open("Ann")
    assert Sessions(library.database, SECRET + "!").find(held) is None


def test_each_session_has_a_form_token_of_its_own(library: Library) -> None:
    sessions = Sessions(library.database, SECRET)
    one, other = (sessions.find(sessions.open("Ann")) for _ in range(2))
    assert one is not None
    assert other is not None
    assert one.form_token != other.form_token


def test_a_session_ends_by_itself(library: Library) -> None:
    sessions = Sessions(library.database, SECRET)
    held = sessions.open("Ann")
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        raw.execute("UPDATE moderator_sessions SET expires_at = '2026-01-01T00:00:00+00:00'")
        raw.commit()
    assert sessions.find(held) is None
    sessions.open("Bob")
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        assert raw.execute("SELECT name FROM moderator_sessions").fetchall() == [("Bob",)]


def test_the_database_does_not_hold_what_browsers_hold(library: Library) -> None:
    held = Sessions(library.database, SECRET).open("Ann")
    with closing(sqlite3.connect(library.home / DATABASE_NAME)) as raw:
        (stored,) = raw.execute("SELECT token_hash FROM moderator_sessions").fetchone()
    assert held not in stored
    assert Sessions(library.database, SECRET).find(stored) is None


def test_only_the_secret_itself_is_known(library: Library) -> None:
    sessions = Sessions(library.database, SECRET)
    assert sessions.knows(SECRET)
    for other in ("", SECRET[:-1], SECRET.upper(), SECRET + " "):
        assert not sessions.knows(other)
