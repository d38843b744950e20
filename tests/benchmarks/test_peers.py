"""Other tools beside the product: asked in a process of their own, judged by the same rules or kinder ones."""

import sys
from dataclasses import replace

import cv2
import pytest

from benchmarks.harness.peer_tables import MEASURES, render_peers, standing
from benchmarks.harness.peers import OURS, Answer, PeerJob, PeerRun, PeerTool, answer_of, compare_with_peers, sample
from benchmarks.harness.values import Task, Truth
from tests.benchmarks.drawn_posters import draw_poster
from tests.benchmarks.outcomes import make_outcome


def make_job(tmp_path, references=()):
    return PeerJob(
        python=sys.executable,
        references={path.name: path for path in references},
        official=frozenset({"a.jpg", "b.jpg"}),
        artworks={"a.jpg": "a.jpg", "b.jpg": "a.jpg", "f.jpg": "f.jpg"},
        store=tmp_path / "kept",
    )


@pytest.mark.parametrize(
    ("truth", "right", "matches", "reference", "verdict"),
    [
        (Truth.OFFICIAL, ("a.jpg",), ("b.jpg",), True, True),
        (Truth.OFFICIAL, ("a.jpg",), ("f.jpg", "b.jpg"), True, True),
        (Truth.OFFICIAL, ("a.jpg",), (), False, False),
        (Truth.FAN_MADE, ("a.jpg",), ("a.jpg",), True, False),
        (Truth.FAN_MADE, ("a.jpg",), (), False, True),
        (Truth.FAN_MADE, ("f.jpg",), ("f.jpg", "a.jpg"), True, True),
        (Truth.FAN_MADE, (), ("f.jpg",), True, True),
        (Truth.FAN_MADE, (), ("a.jpg",), False, False),
        (Truth.UNKNOWN, (), ("f.jpg",), False, None),
        (Truth.UNKNOWN, (), (), True, None),
    ],
)
def test_a_match_with_an_official_poster_says_official(tmp_path, truth, right, matches, reference, verdict):
    answer = answer_of("x", make_outcome(truth, right=right), matches, make_job(tmp_path))
    assert (answer.right_reference, answer.right_verdict) == (reference, verdict)


def test_of_a_recomposed_poster_its_source_may_be_named(tmp_path):
    outcome = make_outcome(Truth.UNKNOWN, right=())
    recomposed = replace(outcome, task=replace(outcome.task, related=("a.jpg",)))
    job = make_job(tmp_path)
    named = [answer_of("x", recomposed, found, job).right_reference for found in ((), ("b.jpg",), ("f.jpg",))]
    assert named == [True, True, False]


def test_only_the_best_matches_count(tmp_path):
    many = tuple(f"f{n}.jpg" for n in range(5))
    assert not answer_of("x", make_outcome(), (*many, "a.jpg"), make_job(tmp_path)).right_reference
    assert answer_of("x", make_outcome(), (*many[:4], "a.jpg"), make_job(tmp_path)).right_both


def test_in_a_composite_either_poster_is_right(tmp_path):
    outcome = make_outcome(Truth.FAN_MADE, right=("a.jpg",), sources=("a.jpg", "f.jpg"))
    assert answer_of("x", outcome, ("f.jpg",), make_job(tmp_path)).right_both


def test_the_sample_takes_the_first_of_each_slice():
    tasks = [Task(name, "g", f"{n}.jpg", "x", Truth.OFFICIAL) for name in ("one", "two") for n in range(5)]
    assert sample(tasks, 2) == {f"{name}/{n}.jpg-0.img" for name in ("one", "two") for n in range(2)}


def test_tools_that_are_there_are_asked_and_the_others_are_named(tmp_path):
    files = [tmp_path / name for name in ("a.jpg", "b.jpg", "f.jpg")]
    for number, path in enumerate(files):
        cv2.imwrite(str(path), draw_poster(number)[:, :, ::-1])
    outcomes = [
        make_outcome(poster="a.jpg"),
        make_outcome(Truth.FAN_MADE, 0.1, poster="f.jpg", slice="known_fakes", right=("f.jpg",)),
    ]
    pictures = tmp_path / "pictures"
    for outcome, source in zip(outcomes, (files[0], files[2]), strict=True):
        kept = pictures / outcome.task.file_name
        kept.parent.mkdir(parents=True)
        kept.write_bytes(source.read_bytes())
    not_kept = make_outcome(poster="z.jpg")
    job = make_job(tmp_path, files)
    for _ in range(2):
        run = compare_with_peers([*outcomes, not_kept], pictures, job, tmp_path)
        tools = {tool.name: tool for tool in run.tools}
        assert set(tools) == {"pHash", "PDQ", "crop-resistant", "perception SIFT"}
        # Of the peers the project itself needs ImageHash only.
        assert run.asked[:2] == (OURS, "pHash")
        assert tools["crop-resistant"].missing is None
        asked = [answer for answer in run.answers if answer.tool == "pHash"]
        assert [(a.slice, a.right_reference, a.right_verdict) for a in asked] == [
            ("jpeg", True, True),
            ("known_fakes", True, True),
        ]
        assert len(list((tmp_path / "kept").glob("crop-resistant-*.npz"))) == 1


def test_a_peers_process_that_fails_is_no_silence(tmp_path):
    job = make_job(tmp_path, [tmp_path / "missing.jpg"])
    with pytest.raises(Exception, match="non-zero exit status"):
        compare_with_peers([], tmp_path, job, tmp_path)


def make_run():
    def answers(tool, name, found, told):
        return [Answer(tool, name, "g", f, t) for f, t in zip(found, told, strict=True)]

    return PeerRun(
        (PeerTool("pHash", "ten bits", "4", 1.0, 2.0), PeerTool("PDQ", "31 bits", missing="No module")),
        (
            *answers(OURS, "number", (True, True), (True, True)),
            *answers(OURS, "jpeg", (True, True), (True, True)),
            *answers(OURS, "strangers", (True, False), (None, None)),
            *answers(OURS, "removal", (True, True), (True, False)),
            *answers("pHash", "number", (True, False), (False, True)),
            *answers("pHash", "jpeg", (True, True), (True, True)),
            *answers("pHash", "strangers", (True, True), (None, None)),
            *answers("pHash", "removal", (False, False), (True, True)),
        ),
    )


def test_ahead_level_and_behind_are_told_measure_by_measure():
    found = {name: standing(make_run(), measure) for name, measure in MEASURES}
    assert found["both"].ahead == ("number", "removal")
    assert found["both"].level == ("jpeg",)
    assert found["both"].behind == ("strangers",)
    assert found["verdict"].behind == ("removal",)
    assert "strangers" not in (*found["verdict"].ahead, *found["verdict"].level, *found["verdict"].behind)


def test_the_report_names_every_tool_and_hides_no_defeat():
    text = render_peers(make_run())
    rows = {line.split("|")[1].strip(): line for line in text.splitlines() if line.startswith("|")}
    assert "not installed" in rows["PDQ"]
    assert "100 / 100 / 100" in rows["number"]
    assert "50 / 50 / 0" in rows["number"]
    assert rows["number"].split("|")[-2].strip() == "+100"
    assert rows["strangers"].split("|")[-2].strip() == "-50"
    assert "behind it in 1 (strangers)" in text
    assert "behind it in 1 (removal)" in text
