"""What a manifest may say, and what is said about one that may not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import ManifestInvalid
from app.library.import_manifest import ManifestRows, read_manifest
from app.library.titles import make_title_key, title_from_file_name
from app.model.reference import Kind, Label, Provenance, Tier


@pytest.fixture
def read(tmp_path: Path, draw: Callable[..., Path]) -> Callable[[str], ManifestRows]:
    """Reads a manifest with this text; a.jpg and b.jpg lie beside it."""
    draw(1, "a.jpg")
    draw(2, "b.jpg")

    def read_text(text: str, encoding: str = "utf-8") -> ManifestRows:
        path = tmp_path / "manifest.csv"
        path.write_bytes(text.encode(encoding))
        return read_manifest(path)

    return read_text


def test_every_column_arrives(read: Callable[..., ManifestRows], tmp_path: Path) -> None:
    rows = read(
        "path,label,title,title_id,kind,language,tier,source,page_url,image_url,fetched_at,note\n"
        'a.jpg,official,"One, Two",tt1,logo,de,A,tudum,https://example.org/p,'
        "https://example.org/i.jpg,2026-11-23T10:00:00Z,hello\n"
    )
    (new,) = rows.good
    assert rows.bad == ()
    assert new.picture == tmp_path / "a.jpg"
    assert (new.label, new.title, new.title_id) == (Label.OFFICIAL, "One, Two", "tt1")
    assert (new.kind, new.language, new.tier, new.line) == (Kind.LOGO, "de", Tier.A, 2)
    assert new.provenance == Provenance(
        *("a.jpg", "tudum", "https://example.org/p", "https://example.org/i.jpg", "2026-11-23T10:00:00Z", "hello")
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_byte_order_mark_and_line_ends_do_not_matter(
    read: Callable[..., ManifestRows], encoding: str, newline: str
) -> None:
    rows = read(newline.join(["label,path,title", "official,a.jpg,Élite", "", "known_fake,b.jpg"]), encoding)
    assert [(new.label, new.title) for new in rows.good] == [
        (Label.OFFICIAL, "Élite"),
        (Label.KNOWN_FAKE, ""),
    ]
    assert [new.line for new in rows.good] == [2, 4]


def test_bad_rows_are_kept_apart_with_their_lines(read: Callable[..., ManifestRows]) -> None:
    rows = read(
        "path,label,kind,tier,page_url,fetched_at,title\n"
        "a.jpg,official,,,,,\n"
        "b.jpg,fan_made,,,,,\n"
        "b.jpg,,,,,,\n"
        ",official,,,,,\n"
        '"missing\n.jpg",official,,,,,\n'
        "b.jpg,official,poter,,,,\n"
        "b.jpg,official,,Z,,,\n"
        "b.jpg,official,,K,,,\n"
        "b.jpg,official,,,javascript:alert(1),,\n"
        "b.jpg,official,,,,yesterday,\n"
        "b.jpg,official,,,,,A,B\n"
        'b.jpg,official,,,,,"A"B\n'
        "b.jpg\n"
        "b.jpg,known_fake,,,,,\n"
    )
    assert [(new.provenance.path, new.line) for new in rows.good] == [("a.jpg", 2), ("b.jpg", 16)]
    told = {problem.line: problem.text for problem in rows.bad}
    for line, words in {
        3: "label is 'fan_made'; it must be one of: official, known_fake",
        4: "label is missing",
        5: "path is missing",
        6: "There is no file",
        8: "kind is 'poter'",
        9: "tier is 'Z'",
        10: "Tier K is for known fakes",
        11: "page_url is 'javascript:alert(1)'",
        12: "fetched_at is 'yesterday'",
        13: "8 values for 7 columns",
        14: "no CSV",
        15: "label is missing",
    }.items():
        assert words in told.pop(line)
    assert told == {}
    assert {problem.path for problem in rows.bad} == {"", "b.jpg", "missing .jpg"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "has no header"),
        ("\n\n", "has no header"),
        ("path,title\na.jpg,x\n", "lacks columns that are required: 'label'"),
        ("path,label,colour,size\n", "not known: 'colour', 'size'"),
        ("path;label\n", "not known: 'path;label'"),
        ("Path,label\n", "not known: 'Path'"),
        ("path,label,title,title\n", "columns twice: 'title'"),
        ('path,label,"title\n', "no CSV header"),
    ],
)
def test_unusable_manifests_say_why(read: Callable[..., ManifestRows], text: str, words: str) -> None:
    with pytest.raises(ManifestInvalid, match=words):
        read(text)


def test_other_encodings_are_refused(read: Callable[..., ManifestRows]) -> None:
    with pytest.raises(ManifestInvalid, match="not UTF-8"):
        read("path,label,title\na.jpg,official,Élite\n", "latin-1")


def test_a_manifest_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ManifestInvalid, match="cannot be read"):
        read_manifest(tmp_path / "nowhere.csv")


def test_repeated_rows_are_one_and_contradictions_are_bad(read: Callable[..., ManifestRows]) -> None:
    rows = read("path,label,title\na.jpg,official,A\na.jpg,official,A\na.jpg,official,B\na.jpg,known_fake,A\n")
    assert [new.title for new in rows.good] == ["A"]
    assert [(problem.line, "Line 2" in problem.text) for problem in rows.bad] == [(4, True), (5, True)]


def test_paths_may_lead_elsewhere_if_a_file_is_there(
    read: Callable[..., ManifestRows], tmp_path: Path, draw: Callable[..., Path]
) -> None:
    draw(3, "elsewhere/c.jpg")
    (tmp_path / "inner").mkdir()
    manifest = tmp_path / "inner" / "manifest.csv"
    manifest.write_text(
        f"path,label\n../a.jpg,official\n{tmp_path / 'elsewhere/c.jpg'},official\n"
        "../../../../../../nobody/here.jpg,official\n..,official\nno\0body.jpg,official\n"
    )
    rows = read_manifest(manifest)
    assert [Path(str(new.picture)).resolve() for new in rows.good] == [
        tmp_path / "a.jpg",
        tmp_path / "elsewhere/c.jpg",
    ]
    assert [problem.line for problem in rows.bad] == [4, 5, 6]


def test_a_folder_is_read_by_its_manifest(tmp_path: Path, make_manifest: Callable[..., Path]) -> None:
    make_manifest(range(3))
    assert [new.title for new in read_manifest(tmp_path).good] == ["Title 0", "Title 1", "Title 2"]


def test_a_folder_without_manifest_is_read_by_its_folders(tmp_path: Path, draw: Callable[..., Path]) -> None:
    draw(1, "official/purple-hearts_2.jpg")
    draw(2, "official/season/The Crown.PNG")
    draw(3, "known_fakes/x.webp")
    for ignored in ("fan_made/y.jpg", "z.jpg", "official/.hidden.jpg"):
        draw(4, ignored)
    (tmp_path / "official/notes.txt").write_text("not a picture")
    (tmp_path / "official/scan.tiff").write_bytes(b"II*\0")
    rows = read_manifest(tmp_path)
    assert [(new.provenance.path, new.label, new.title) for new in rows.good] == [
        ("official/purple-hearts_2.jpg", Label.OFFICIAL, "Purple Hearts 2"),
        ("official/scan.tiff", Label.OFFICIAL, "Scan"),
        ("official/season/The Crown.PNG", Label.OFFICIAL, "The Crown"),
        ("known_fakes/x.webp", Label.KNOWN_FAKE, "X"),
    ]


def test_a_folder_with_nothing_to_import_says_so(tmp_path: Path) -> None:
    with pytest.raises(ManifestInvalid, match="no pictures"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dangerous Minds (1995)", "dangerous  minds", True),
        ("It’s Not Over", "Its not over!", True),
        ("STRASSE", "straße", True),
        ("हिन्दी", "हनद", False),
        ("1917", "1917 (2019)", True),
        ("Title 2", "Title", False),
        ("(1995)", "(1996)", False),
        ("!!!", "???", False),
    ],
)
def test_titles_are_compared_as_people_would(one: str, other: str, same: bool) -> None:
    assert (make_title_key(one) == make_title_key(other)) is same


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("official/purple-hearts.jpg", "Purple Hearts"),
        ("NASA_stories.v2.png", "NASA stories v2"),
        ("élite.jpg", "Élite"),
    ],
)
def test_titles_from_file_names(name: str, title: str) -> None:
    assert title_from_file_name(name) == title
