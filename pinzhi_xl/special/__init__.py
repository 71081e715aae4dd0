"""Special inspections, spot checks by lot, mystery visits and key places: the pure part of the module 专项暗访."""
