"""One reader for all tests of this room: loading its models takes a second."""

import pytest

from app.text.reader import TextReader


@pytest.fixture(scope="session")
def reader() -> TextReader:
    """As a program would share it."""
    return TextReader()
