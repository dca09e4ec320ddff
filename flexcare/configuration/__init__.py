"""What hospital IT writes, how it is checked, and what becomes of it: one compiled ward for each ward."""
