"""Makes the Debian packages `flexcare` and `flexcare-tablet`; `deploy/package` is its front door."""
