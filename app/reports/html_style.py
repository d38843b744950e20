"""The style of the HTML report; the choice of rows to show is made by style alone, so that no script is needed."""

from app.reports.outcome import Outcome


def _shown_rows() -> str:
    """Rules that hide every other outcome once one is chosen."""
    return "".join(
        f'#show-{outcome.value}:checked~.rows article:not([data-outcome="{outcome.value}"]){{display:none}}'
        for outcome in Outcome
    )


# One line: a row of the report is a line of the file, and so is everything before the rows.
STYLE = (
    ":root{color-scheme:light dark;--official:#1a7f37;--fan:#c62828;--unsure:#8a5a00;--none:#667;--card:#fff;"
    "--ground:#f4f5f7;--ink:#1c1d21}"
    "@media (prefers-color-scheme:dark){:root{--official:#4cc26a;--fan:#ff7b72;--unsure:#e3a73b;--none:#9aa;"
    "--card:#202227;--ground:#141519;--ink:#e8e9ed}}"
    "body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem;color:var(--ink);"
    "background:var(--ground)}"
    "h1{margin:.2em 0}h2{font-size:1rem;margin:0;overflow-wrap:anywhere}"
    "input[name=show]{position:absolute;opacity:0}.show{margin-right:.5rem}"
    "label{display:inline-block;padding:.2rem .8rem;margin:.1rem;border:1px solid var(--none);border-radius:1rem;"
    "cursor:pointer}input:checked+label{background:var(--ink);color:var(--ground)}"
    "input:focus-visible+label{outline:3px solid var(--none);outline-offset:2px}"
    ".rows{display:grid;gap:.6rem;margin-top:1rem}"
    "article{background:var(--card);border-left:6px solid var(--none);border-radius:6px;padding:.8rem 1rem;"
    "content-visibility:auto;contain-intrinsic-size:auto 9rem;overflow-wrap:anywhere;overflow:auto}"
    "article>p{margin:.2rem 0}"
    ".verdict{font-size:1.3rem;font-weight:700;margin:.2rem 0;color:var(--none)}"
    "article[data-outcome=likely_official]{border-color:var(--official)}"
    "article[data-outcome=likely_official] .verdict{color:var(--official)}"
    "article[data-outcome=likely_fan_made]{border-color:var(--fan)}"
    "article[data-outcome=likely_fan_made] .verdict{color:var(--fan)}"
    "article[data-outcome=not_conclusive]{border-color:var(--unsure)}"
    "article[data-outcome=not_conclusive] .verdict{color:var(--unsure)}"
    "figure{margin:0 0 .5rem 1rem;float:right}.submitted{width:5.5rem}.submitted figcaption{display:none}"
    "article:has(details[open]) .submitted,.reference{width:min(44%,15rem)}"
    "article:has(details[open]) .submitted figcaption{display:block}"
    "svg{width:100%;max-height:22rem;background:#8883}rect{fill:none;stroke:#ff2d55;stroke-width:2px;"
    "vector-effect:non-scaling-stroke}path{fill-opacity:.3;stroke-width:2px;vector-effect:non-scaling-stroke}"
    "text{fill:#fff;stroke:#000;stroke-width:.25em;paint-order:stroke;font-weight:700}"
    ".blue{fill:#0072b2;stroke:#0072b2}.orange{fill:#e69f00;stroke:#e69f00}.green{fill:#009e73;stroke:#009e73}"
    ".purple{fill:#cc79a7;stroke:#cc79a7}.grey{fill:#8c8f96;stroke:#8c8f96}"
    "figcaption,small,.note{color:var(--none);font-size:.85rem}"
    "summary{cursor:pointer;font-weight:600;padding:.2rem 0}"
    "ul{padding-left:1.2rem;margin:.5rem 0}.regions{list-style:none;padding:0;font-size:.9rem;display:grid;gap:.6rem;"
    "grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));clear:both}"
    ".regions img{display:block;width:100%;max-width:24rem;margin-top:.3rem;border-radius:4px}"
    ".counts{display:flex;flex-wrap:wrap;gap:1.5rem;margin:1.5rem 0;font-size:1.1rem}" + _shown_rows()
)
