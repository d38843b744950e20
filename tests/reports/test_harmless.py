"""Foreign words lose what could steer a terminal, and keep what people wrote."""

import pytest

from app.reports.harmless import harmless


@pytest.mark.parametrize("text", ["plain.jpg", "Größe.jpg", "紫のハート 2.png", "👩‍👩‍👧.webp", "a b&<c>[d]"])
def test_ordinary_names_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("two\nlines\r", "two\\nlines\\r"),
        ("gpj.\u202ename", "gpj.\\u202ename"),
        ("a\x9bc", "a\\x9bc"),
        ("line\u2028end", "line\\u2028end"),
        ("lone \udcff", "lone \\udcff"),
    ],
)
def test_hidden_characters_become_visible(text: str, shown: str) -> None:
    assert harmless(text) == shown
