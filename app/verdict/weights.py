"""The weight of every evidence code, in log-odds at full strength, and the bounds of the sum.

Judgement, held against benchmarks/robustness.py: a whole official artwork outweighs nothing but a changed claim.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.model.report import Relation

PRIOR: Final = 0.0
WEIGHTS: Final[Mapping[str, float]] = MappingProxyType(
    {
        "official_artwork": 5.0,
        "official_variant": 1.0,
        "same_file": 3.0,
        "unknown_beside": 0.0,
        # Judgement: nobody publishes a poster in panels with others, but pages may be cut out so.
        "one_of_panels": 2.0,
        "text_changed": 5.0,
        "picture_changed": 5.0,
        "overlay_changed": 5.0,
        "copied_within": 5.0,
        "taken_from_other": 5.0,
        # The same changes, named by what was read there.
        "number_added": 5.0,
        "season_added": 5.0,
        "date_added": 5.0,
        "network_added": 5.0,
        "another_title": 5.0,
        "words_added": 5.0,
        "words_removed": 5.0,
        "words_replaced": 5.0,
        "perhaps_changed": 0.0,
        "lettering_moved": 0.0,
        "other_cut": 0.0,
        "could_be_variant": 0.0,
        "overlay_on_top": 0.0,
        "version_difference": 0.0,
        "partly_official": 0.6,
        "several_sources": 3.0,
        "known_fake": 5.0,
        "shared_elements": 0.0,
        "known_by_fingerprint": 0.0,
        "not_in_library": 0.7,
        # Two names of one title in the catalogue, where the artwork is the same: nobody edits a poster into another
        # language's official name.
        "language_variant": 3.0,
        # A fact that somebody states and dates (not announced, so many seasons) against a list's silence (not listed).
        "title_not_announced": 3.0,
        "no_such_season": 3.0,
        "title_rumoured": 1.0,
        "title_not_listed": 0.8,
        "title_announced": 0.3,
        "title_exists": 0.3,
        "title_unknown": 0.0,
        "says_fan_made": 3.0,
        "words_unreadable": 0.0,
        # Where a file or its finder says it comes from: judgement, as no labelled set of it exists. A generator's mark
        # is all but proof of a generator, and decides where nothing else speaks; but publishers use generators too, and
        # people enlarge official posters with them, so that it never outweighs the whole official artwork.
        "made_by_generator": 2.5,
        "ai_source_type": 2.5,
        "credentials_ai": 2.5,
        "ai_composite_source_type": 1.0,
        "credentials_composite": 1.0,
        "edited_with": 0.4,
        "screenshot": 0.0,
        # The operator vouches for these signers, and the file is as they signed it.
        "credentials_official": 4.0,
        "credentials_trusted": 0.0,
        "credentials_valid_untrusted": 0.0,
        # Any saving again breaks the seal too.
        "credentials_altered": 0.5,
        "credentials_invalid": 0.0,
        "credentials_unreadable": 0.0,
        # The user's word: each stays under CONCLUSIVE_LOG_ODDS, and the official one does so with an official variant.
        "found_official": 0.9,
        "found_trade_paper": 0.4,
        "found_fan_site": 1.0,
        "found_lookalike": 1.8,
        "found_elsewhere": 0.0,
        "source_url_invalid": 0.0,
    }
)
# No sum may claim more certainty than the benchmark can show: one error in some 1,000.
MOST_LOG_ODDS: Final = 6.9
# From here on (probability .88) the verdict is one to act on.
CONCLUSIVE_LOG_ODDS: Final = 2.0
INCONCLUSIVE_RELATIONS: Final = frozenset({Relation.NO_MATCH, Relation.SHARED_ELEMENTS, Relation.OFFICIAL_VARIANT})
# Findings that settle the matter where the pictures alone leave it open.
SETTLING: Final = frozenset(
    {
        "language_variant",
        "title_not_announced",
        "no_such_season",
        "says_fan_made",
        "made_by_generator",
        "ai_source_type",
        "credentials_ai",
        "credentials_official",
    }
)
