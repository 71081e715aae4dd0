"""Quality inspection of residential communities: Excel sheets in, scores and Word papers out."""

__version__ = "0.1.0"
