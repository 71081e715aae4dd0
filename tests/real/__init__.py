"""The real programs the tests use: where they are, and what happens when they are missing."""
