"""What people report, what moderators decide about it, and the log of that."""
