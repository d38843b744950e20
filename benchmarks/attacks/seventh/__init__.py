"""A seventh set of attacks, drawn by code of its own."""
