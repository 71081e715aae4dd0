"""The Jinja environment of the templates: fields, conditions, loops and plain filters, nothing else."""

from collections.abc import Mapping
from functools import cache

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pinzhi_xl.wording import documents as wording

_FILTERS = frozenset(
    {"count", "d", "default", "first", "join", "last", "length", "list", "lower", "reverse", "sort", "trim",
     "unique", "upper"}
)  # fmt: skip
_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
    nodes.If, nodes.CondExpr, nodes.For, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And,
    nodes.Or, nodes.Not, nodes.Concat, nodes.Add, nodes.Sub, nodes.Mul, nodes.Neg, nodes.Pos, nodes.Keyword,
    nodes.Slice, nodes.Tuple, nodes.List,
)  # fmt: skip


class _Sandbox(ImmutableSandboxedEnvironment):
    """Attributes only of items and of `loop`; products only of numbers."""

    intercepted_binops = frozenset({"*"})

    def getattr(self, obj: object, attribute: str) -> object:
        """The key `attribute` of an item; of anything else only what a loop offers."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """True for `loop.index` and its like."""
        return isinstance(obj, LoopContext) and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """The product of two numbers."""
        if not (isinstance(left, int) and isinstance(right, int)):
            raise SecurityError(wording.REASON_MULTIPLY)
        return super().call_binop(context, operator, left, right)


@cache
def environment(*, escape: bool) -> ImmutableSandboxedEnvironment:
    """The one environment of papers; without `escape` it renders the text that is expected in them."""
    sandbox = _Sandbox(autoescape=escape, undefined=StrictUndefined, keep_trailing_newline=True)
    sandbox.globals.clear()
    sandbox.filters = {name: sandbox.filters[name] for name in sorted(_FILTERS)}
    return sandbox


def forbidden_node(tree: nodes.Template) -> nodes.Node | None:
    """The first node of a parsed template that is not allowed; None when all are."""
    return next((node for node in _walk(tree) if not _allowed(node)), None)


def _allowed(node: nodes.Node) -> bool:
    return isinstance(node, _ALLOWED) and not (isinstance(node, nodes.Name) and node.name == "self")


def _walk(tree: nodes.Node) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting.extend(node.iter_child_nodes())
    return found
