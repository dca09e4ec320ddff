"""The programme guide: XMLTV to a small database that sessions read."""
