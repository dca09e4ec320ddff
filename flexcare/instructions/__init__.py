"""The hospital's signed instructions to tablets that run: clear, unlock the staff's PIN pad, show a notice."""
