"""What holds a web visit in: the list of places it may reach, and the enclosure that has no other way out. Serves engine and network."""
