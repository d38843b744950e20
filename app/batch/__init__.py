"""A folder of pictures checked by several processes: planned, run in order, and able to survive a dying worker."""
