"""Words on a poster: reading them, and telling what they claim."""
