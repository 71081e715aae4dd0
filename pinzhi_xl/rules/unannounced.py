"""Rules of what comes unannounced: released mystery visits, and the visits to key places (H13, B02)."""

from collections.abc import Iterator

from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.scoring.facts import place_key
from pinzhi_xl.sheets.mystery import MysteryTouch
from pinzhi_xl.sheets.special import KeyPatrol
from pinzhi_xl.special.key_places import key_places, unvisited


@serves("H13")
def a_mystery_visit_was_released(scene: Scene) -> Iterator[Problem]:
    """What stands in 神秘客户 came by a release: it has its day and its file."""
    for row in scene.book.rows(MysteryTouch):
        if row.released_on is None or row.source is None:
            yield scene.book.problem("mystery-hand-typed", row, "number")


@serves("H13")
def a_touch_has_no_more_than_full_points(scene: Scene) -> Iterator[Problem]:
    """得分 is at most 满分."""
    for row in scene.book.rows(MysteryTouch):
        if row.score is not None and row.full is not None and row.score > row.full:
            yield scene.book.problem("mystery-over-full", row, "score", full=row.full)


@serves("B02")
def every_key_place_is_visited_in_the_month(scene: Scene) -> Iterator[Problem]:
    """From 重点提醒日 on, the key places at which nothing was recorded in the month are named."""
    first = scene.book.settings.key_reminder_day
    if not first or scene.as_of.day < first:
        return
    month = Month.of(scene.as_of)
    for community in scene.facts.communities:
        for place in unvisited(scene.facts, community, month, scene.as_of):
            yield scene.book.problem("key-place-unvisited", place, "name", month=month)


@serves("B02")
def a_patrol_goes_to_a_key_place(scene: Scene) -> Iterator[Problem]:
    """位置 of 重点巡查 is a place of the community marked as a key one."""
    known = {
        (community, place_key(place.name or ""))
        for community in scene.facts.communities
        for place in key_places(scene.facts, community)
    }
    for row in scene.book.rows(KeyPatrol):
        in_charge = row.community in scene.facts.communities
        if in_charge and row.place and (row.community, place_key(row.place)) not in known:
            yield scene.book.problem("key-patrol-elsewhere", row, "place", community=row.community)


UNANNOUNCED_RULES: tuple[Rule, ...] = (
    a_mystery_visit_was_released,
    a_touch_has_no_more_than_full_points,
    every_key_place_is_visited_in_the_month,
    a_patrol_goes_to_a_key_place,
)
