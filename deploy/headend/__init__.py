"""The head-end of the demo and of the tests: generated channels, real protocols, faults on demand.

`python -m deploy.headend --cache DIR` runs it; `deploy.headend.client.Headend` runs it from Python.
It needs the standard library and the `ffmpeg` program, and that only to make its recordings.
"""
