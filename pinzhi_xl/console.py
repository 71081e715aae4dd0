"""The console in Chinese: help, errors of the call, progress, and the one place that catches all the rest."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import click

from pinzhi_xl import failures
from pinzhi_xl.wording import cli as words

T = TypeVar("T")
FINE, DATA_ERRORS, FAILED = 0, 1, 2
"""Exit codes (contract §2)."""


class ChineseCommand(click.Command):
    """A command whose help is Chinese throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """用法 line."""
        pieces = " ".join(piece for piece in self.collect_usage_pieces(ctx) if piece)
        formatter.write_usage(words.USAGE + ctx.command_path, pieces, prefix="")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under a Chinese heading."""
        records = [_help_record(param, ctx) for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section(words.OPTIONS_TITLE):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, explained in Chinese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = words.HELP_OPTION
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Options and arguments as they are typed."""
        pieces = [piece for param in self.get_params(ctx) for piece in param.get_usage_pieces(ctx)]
        return [f"[{words.OPTIONS_TITLE}]", *pieces]


def _help_record(param: click.Option, ctx: click.Context) -> tuple[str, str]:
    """An option and its meaning; a required one says so in Chinese."""
    names, text = param.get_help_record(ctx) or (param.opts[0], "")
    return names, (param.help or text) + (words.REQUIRED if param.required else "")


class ChineseGroup(ChineseCommand, click.Group):
    """The group of all verbs."""

    command_class = ChineseCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then the verbs in the order of the month."""
        ChineseCommand.format_options(self, ctx, formatter)
        rows = [
            (name, command.get_short_help_str(60))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None
        ]
        with formatter.section(words.COMMANDS_TITLE):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """As declared, not by the alphabet."""
        return list(self.commands)


class Bars:
    """Progress bars on the error stream; nothing when that is no terminal."""

    def track(self, items: Iterable[T], label: str, total: int | None = None) -> Iterable[T]:
        """The items one by one, with a bar."""
        from rich.console import Console
        from rich.progress import track

        console = Console(stderr=True)
        return track(items, label, total, console=console, transient=True) if console.is_terminal else items


def say(text: str) -> None:
    """One line to the error stream: progress and remarks."""
    click.echo(text, err=True)


def run_guarded(command: click.Command, arguments: Sequence[str]) -> int:
    """Run the command line; every outcome becomes an exit code and, where it failed, one Chinese sentence."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        outcome = command.main(list(arguments), prog_name="pinzhi", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        return FINE
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - whoever read us has gone; say no more
        return FINE
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one runner: every failure is one sentence
        return _fail(sentence_of(error, arguments), arguments)
    return outcome if isinstance(outcome, int) else FINE


def sentence_of(error: BaseException, arguments: Sequence[str]) -> str:
    """What to tell the user of a failure; a bug and an unforeseen file error are logged as well."""
    match error:
        case click.UsageError():
            verb = next((word for word in arguments if not word.startswith("-")), "")
            return usage_sentence(error, verb)
        case click.Abort():
            return words.INTERRUPTED
    return failures.sentence_of(error)


def _fail(sentence: str, arguments: Sequence[str]) -> int:
    if "--json" in arguments:
        import json

        click.echo(json.dumps({"error": sentence}, ensure_ascii=False))
    say(sentence)
    return FAILED


def usage_sentence(error: click.UsageError, verb: str = "") -> str:
    """A wrong call in one Chinese sentence that says where to look; `verb` as it was typed."""
    name = error.ctx.command_path.removeprefix("pinzhi").strip() if error.ctx is not None else verb
    command = f"pinzhi {name}" if name and name != "pinzhi" else "pinzhi"
    facts: dict[str, Any] = {"command": command, "detail": error.message}
    match error:
        case click.NoSuchOption():
            return words.NO_OPTION.format(name=error.option_name, **facts)
        case click.BadOptionUsage():
            return words.MISSING_VALUE.format(name=error.option_name, **facts)
        case click.MissingParameter():
            return words.MISSING_ARGUMENT.format(name=_parameter(error.param), **facts)
        case click.BadParameter():
            if error.message.startswith("“") or "”" in error.message:
                return error.message
            return words.BAD_VALUE.format(name=_parameter(error.param), value=_value(error), **facts)
    if error.message.startswith("No such command"):
        return words.NO_COMMAND.format(name=_quoted(error.message))
    if error.message.startswith("Got unexpected extra argument"):
        return words.EXTRA_ARGUMENT.format(value=error.message.partition("(")[2].rstrip(")"), **facts)
    return error.message if "”" in error.message else words.BAD_CALL.format(**facts)


def _parameter(param: click.Parameter | None) -> str:
    if param is None:
        return ""
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def _value(error: click.BadParameter) -> str:
    """The value that was typed: click quotes it, or begins its English sentence with it."""
    return _quoted(error.message) or error.message.split(" ")[0]


def _quoted(message: str) -> str:
    """The first part of a message that stands in single quotes."""
    return message.split("'")[1] if message.count("'") >= 2 else ""
