"""Why a tablet believes what it is given: signed at the hospital's desk, pulled by the tablet, refused when it is anybody else's word."""
