"""The ribbon: what is declared is what both customUI parts show, and it obeys the rules of Office and of ours."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from lxml import etree

from pinzhi_xl.addin.ribbon import ACTION, Edition, ribbon_xml
from pinzhi_xl.buttons import Button, Group, Tab
from pinzhi_xl.wording.ribbon import TAB

NAME = re.compile(r"[A-Za-z]\w*", re.ASCII)
LENGTHS = {"label": 1024, "screentip": 1024, "supertip": 1024, "id": 1024, "keytip": 3}
CONTROLS = ("tab", "group", "button")


def flaws(tab: Tab, render: Callable[[Tab, Edition], bytes] = ribbon_xml) -> list[str]:
    """What is wrong with a tab, from its XML in both namespaces and from the declaration."""
    found = [flaw for edition in Edition for flaw in part_flaws(render(tab, edition), edition)]
    if len({tuple(shown(render(tab, edition))) for edition in Edition}) > 1:
        found.append("the parts differ")
    return [*found, *declared_flaws(tab)]


def part_flaws(part: bytes, edition: Edition) -> Iterator[str]:
    root = etree.fromstring(part)
    spaces = {etree.QName(element).namespace for element in root.iter()}
    if spaces != {edition.namespace}:
        yield f"namespace {spaces}"
    controls = [element for element in root.iter() if etree.QName(element).localname in CONTROLS]
    for what, elements in (("id", controls), ("keytip", controls[1:])):  # the tab's own letters are apart
        values = [str(element.get(what)) for element in elements if element.get(what)]
        if len(set(values)) < len(values):
            yield f"{what} twice"
    for element in controls:
        yield from control_flaws({str(key): str(value) for key, value in element.attrib.items()})
        if etree.QName(element).localname == "button" and element.get("onAction") != ACTION:
            yield "action"


def control_flaws(attributes: dict[str, str]) -> Iterator[str]:
    if not NAME.fullmatch(attributes["id"]):
        yield f"id {attributes['id']}"
    yield from (f"{key} too long" for key, most in LENGTHS.items() if len(attributes.get(key, "")) > most)
    if "keytip" in attributes and not re.fullmatch("[A-Z][A-Z0-9]{0,2}", attributes["keytip"]):
        yield f"keytip {attributes['keytip']}"


def declared_flaws(tab: Tab) -> Iterator[str]:
    if len(tab.groups) > 7:
        yield "more than 7 groups"
    for group in tab.groups:
        if not 3 <= len(group.buttons) <= 5:
            yield f"{group.name} has {len(group.buttons)} buttons"
    for button in tab.buttons:
        if not 1 <= len(button.label) <= 6:
            yield f"label {button.label}"
        if not re.search("读|跳到", button.supertip) or "撤回" not in button.supertip:
            yield f"{button.name} does not say what it reads, or how to take it back"
        if not re.search("写", button.supertip):
            yield f"{button.name} does not say what it writes"


def shown(part: bytes) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Elements with their attributes, whatever the namespace."""
    for element in etree.fromstring(part).iter():
        yield etree.QName(element).localname, tuple(sorted((str(k), str(v)) for k, v in element.attrib.items()))


def test_the_tab_has_no_flaw() -> None:
    assert flaws(TAB) == []


def test_both_parts_show_what_is_declared() -> None:
    for edition in Edition:
        root = etree.fromstring(ribbon_xml(TAB, edition))
        (tab,) = root.findall(".//{*}tab")
        assert (tab.get("insertAfterMso"), tab.get("label")) == ("TabData", "品质管理")
        assert [group.get("label") for group in tab] == [group.label for group in TAB.groups]
        for element, button in zip(root.findall(".//{*}button"), TAB.buttons, strict=True):
            assert {str(key): value for key, value in element.attrib.items()} == {
                "id": button.name,
                "label": button.label,
                "imageMso": button.image,
                "size": "large" if button.large else "normal",
                "screentip": button.label,
                "supertip": button.supertip,
                "keytip": button.keytip,
                "onAction": "PzRibbonAction",
            }


def test_it_is_one_line_and_always_the_same() -> None:
    for edition in Edition:
        assert ribbon_xml(TAB, edition) == ribbon_xml(TAB, edition)
        assert b"\n" not in ribbon_xml(TAB, edition)


def test_special_characters_survive() -> None:
    tab = with_first(supertip="读：<A> & \"B\" 'C'。写：无，不用撤回", label="a&b")
    for edition in Edition:
        button = etree.fromstring(ribbon_xml(tab, edition)).find(".//{*}button")
        assert button is not None
        assert (button.get("supertip"), button.get("label")) == ("读：<A> & \"B\" 'C'。写：无，不用撤回", "a&b")


def with_first(**changes: str) -> Tab:
    """The tab with its first button changed."""
    group, *others = TAB.groups
    button: Button = replace(group.buttons[0], **changes)  # type: ignore[arg-type]
    return replace(TAB, groups=(replace(group, buttons=(button, *group.buttons[1:])), *others))


FIRST, SECOND = TAB.groups[:2]
PLANTED: dict[str, tuple[Tab, str]] = {
    "an id with a quote": (with_first(name="Pz'Plan"), "id Pz'Plan"),
    "an id with Chinese": (with_first(name="计划"), "id 计划"),
    "an id twice": (with_first(name=FIRST.buttons[1].name), "id twice"),
    "a keytip twice": (with_first(keytip=FIRST.buttons[1].keytip), "keytip twice"),
    "a keytip too long": (with_first(keytip="ABCD"), "keytip too long"),
    "a long label": (with_first(label="一二三四五六七"), "label 一二三四五六七"),
    "nothing read": (with_first(supertip="写：一切。撤回：没有。"), "PzPlan does not say what it reads"),
    "no way back": (with_first(supertip="读：一切。写：一切。"), "PzPlan does not say what it reads"),
    "a tip too long": (with_first(supertip="读写撤回" * 300), "supertip too long"),
    "a large group": (
        replace(TAB, groups=(Group(name="G", label="G", buttons=FIRST.buttons + SECOND.buttons),)),
        "G has 7 buttons",
    ),
    "a small group": (replace(TAB, groups=(replace(FIRST, buttons=FIRST.buttons[:2]),)), "PzPrepare has 2"),
    "too many groups": (replace(TAB, groups=TAB.groups * 2), "more than 7 groups"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_flaw_is_found(name: str) -> None:
    tab, wanted = PLANTED[name]
    assert any(flaw.startswith(wanted) for flaw in flaws(tab)), flaws(tab)


def test_parts_that_differ_are_found() -> None:
    other = with_first(label="别的")

    def render(tab: Tab, edition: Edition) -> bytes:
        return ribbon_xml(other if edition is Edition.OFFICE_2007 else tab, edition)

    assert flaws(TAB, render) == ["the parts differ"]


def test_another_namespace_or_action_is_found() -> None:
    def swapped(tab: Tab, edition: Edition) -> bytes:
        return ribbon_xml(tab, next(other for other in Edition if other is not edition))

    def without_action(tab: Tab, edition: Edition) -> bytes:
        return ribbon_xml(tab, edition).replace(b"PzRibbonAction", b"PzOther", 1)

    assert [flaw.split()[0] for flaw in flaws(TAB, swapped)] == ["namespace"] * 2
    assert flaws(TAB, without_action) == ["action"] * 2
