"""Everything that reads, writes and builds workbooks."""
