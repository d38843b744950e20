"""The reference library at rest: what is known of each reference, its fingerprint, and its picture file."""
