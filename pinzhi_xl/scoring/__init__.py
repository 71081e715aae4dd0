"""Deductions, scores, grades and ranks (contract §4): pure, exact, from rows to figures."""

from pinzhi_xl.scoring.month import CommunityScore, DepartmentScore, MonthScores, score_month

__all__ = ["CommunityScore", "DepartmentScore", "MonthScores", "score_month"]
