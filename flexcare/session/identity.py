"""Who a session is inside: a user without a name of anybody's. Apart, because what starts a visit waits for nothing else."""

USER_ID = 1000
