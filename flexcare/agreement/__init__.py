"""The data processing agreement: what it says, which service it covers on which day. It refers to the signed text, never rewrites it."""
