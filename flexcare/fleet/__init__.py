"""The fleet: how the desk nudges tablets, and how they tell what they run. Without a broker, or with a broken one, polling serves alone."""
