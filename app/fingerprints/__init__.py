"""PosterImage to Fingerprint: what a picture is found again by."""
