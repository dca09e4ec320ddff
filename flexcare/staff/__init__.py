"""What only staff may do at a tablet, and how they show that they are staff."""
