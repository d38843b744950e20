"""Which point of one picture is which of the other: features matched, verified, and the mapping refined."""
