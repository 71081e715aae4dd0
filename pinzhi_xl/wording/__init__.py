"""Every sentence a user reads, by area; English code takes them from here."""
