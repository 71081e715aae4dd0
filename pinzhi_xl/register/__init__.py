"""The numbers of issued papers, once and for all."""
