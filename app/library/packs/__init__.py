"""Library packs: fingerprints and provenance in one file that can be passed on, without pictures."""
