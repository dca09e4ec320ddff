"""What a session is given: the offer of its ward, and the folder that carries it."""
