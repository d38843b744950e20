"""Which titles exist: a dated store, its importers, and what it says of a title that a poster claims."""
