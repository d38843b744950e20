"""Bytes to pictures and back: loading under limits, turning, encoding, and drawing for people."""
