"""What happens to posters on their way through the internet: harmless re-sharing, and edits that make a fan poster.

The registry lists every attack in one tuple; the other modules hold one small function for each. Each folder is a set
drawn by code of its own.
"""
