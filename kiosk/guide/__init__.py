"""What is on: now and next everywhere, and the guide."""
