"""`python -m flexcare`: the hospital's command line."""

from flexcare.cli import main

main()
