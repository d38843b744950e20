"""The eighteenth set: posts, chats and pages as people make them on phones, and edits as made in plain editors."""
