"""The monthly review of suppliers (G15; practice.md §7, law.md §7): standards, figures, whose staff did what."""
