"""FlexCare with the screen off: lineups, ward folders and the programs that run the kiosk. Imports no Qt."""

__version__ = "0.1.0"
