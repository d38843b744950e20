"""A CheckReport against what is true of the picture."""

from app.model.geometry import Box
from app.model.report import CheckReport, Relation, ReportMatch, ReportReason
from benchmarks.harness.make_picture import MadePicture
from benchmarks.harness.overlap import any_found, union_overlap
from benchmarks.harness.values import BestMatch, BoxTuple, Finding, Outcome, Region, Task, Truth

CLAIMS_A_MATCH = frozenset(
    {
        Relation.SAME_ARTWORK,
        Relation.OFFICIAL_VARIANT,
        Relation.ALTERED_ARTWORK,
        Relation.COMPOSITE,
        Relation.KNOWN_FAKE,
    }
)


def judge(
    task: Task, made: MadePicture, report: CheckReport, times: tuple[float, float], artworks: dict[str, str]
) -> Outcome:
    """times: check and baseline in ms. artworks: of every reference, see Twins."""
    best = report.matches[0] if report.matches else None
    reported = _reported_boxes(report)
    true = _true_boxes(made, best)
    return Outcome(
        task=task,
        note=made.note,
        size=made.size,
        verdict=report.verdict.value,
        probability_official=report.probability_official,
        conclusive=report.conclusive,
        relation=report.relation.value,
        right_reference=_right_reference(task, made, report, artworks),
        match=_best_match(best) if best else None,
        regions=tuple(
            Region((r.x, r.y, r.width, r.height), r.kind.value, r.share, r.difference)
            for r in (best.changed_regions if best else [])
        ),
        true_boxes=tuple(_as_tuple(box) for box in true),
        sources=tuple(dict.fromkeys(part.name for part in made.parts)),
        region_found=any_found(reported, true) if true else None,
        union_iou=union_overlap(reported, true, made.size) if true else None,
        findings=tuple(find(reason) for reason in report.reasons),
        check_ms=times[0],
        baseline_ms=times[1],
        stages_ms=report.timings_ms,
    )


def find(reason: ReportReason) -> Finding:
    """One reason of the report with what its weight was made from."""
    return Finding(reason.code, str(reason.supports), reason.weight, reason.strength)


def _reported_boxes(report: CheckReport) -> list[Box]:
    """What the report outlines: changed places, or of a composite every part but the best match's own."""
    if not report.matches:
        return []
    best = report.matches[0]
    if report.parts:
        boxes = [part.box for part in report.parts if part.reference_id != best.reference.id]
        return [Box(box.x, box.y, box.width, box.height) for box in boxes]
    return [Box(r.x, r.y, r.width, r.height) for r in best.changed_regions]


def _true_boxes(made: MadePicture, best: ReportMatch | None) -> tuple[Box, ...]:
    """What the best match should report as changed: in a composite, the parts that are not its own."""
    names = {part.name for part in made.parts}
    if best is None or best.reference.path not in names:
        return made.true_boxes
    return tuple(part.box for part in made.parts if part.name != best.reference.path)


def _right_reference(task: Task, made: MadePicture, report: CheckReport, artworks: dict[str, str]) -> bool:
    if not task.right:
        if task.truth is Truth.FAN_MADE:
            return report.relation not in (Relation.SAME_ARTWORK, Relation.OFFICIAL_VARIANT)
        return report.relation not in CLAIMS_A_MATCH or _is_fair_version(task, report, artworks)
    if not report.matches:
        return False
    name = report.matches[0].reference.path
    allowed = {*task.right, *(part.name for part in made.parts)}
    return artworks.get(name, name) in {artworks.get(right, right) for right in allowed}


def _is_fair_version(task: Task, report: CheckReport, artworks: dict[str, str]) -> bool:
    """Whether a picture composed anew is told as another version of what it was composed from."""
    name = report.matches[0].reference.path if report.matches else ""
    related = {artworks.get(each, each) for each in task.related}
    return report.relation is Relation.OFFICIAL_VARIANT and artworks.get(name, name) in related


def _best_match(match: ReportMatch) -> BestMatch:
    return BestMatch(
        name=match.reference.path,
        relation=match.relation.value,
        inliers=match.inliers,
        hash_distance=match.hash_distance,
        mirrored=match.mirrored,
        query_coverage=match.query_coverage,
        reference_coverage=match.reference_coverage,
        changed_share=match.changed_share,
        failure=match.failure,
        found_by=tuple(way.value for way in match.found_by),
    )


def _as_tuple(box: Box) -> BoxTuple:
    return box.x, box.y, box.width, box.height
