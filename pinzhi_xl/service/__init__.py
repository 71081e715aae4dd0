"""Complaints and repair orders: how far each has come, whether it is in time, what it repeats; pure."""
