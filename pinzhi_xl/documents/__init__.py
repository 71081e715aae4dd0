"""Word papers and lists of papers: rendering, re-reading, naming."""
