"""What people on social media do to posters with ordinary apps, drawn by an outside examiner."""
