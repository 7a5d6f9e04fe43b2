"""German Markdown of working material as blocks of a document. Links become their text: documents refer to nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ui.documents.model import Block, Heading, Item, ItemList, Paragraph, Run, Runs, Table, plain, text_of

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def blocks_of(markdown: str, *, top_level: int = 3) -> list[Block]:
    """The blocks of a text. Its highest heading gets the level `top_level`, deeper ones follow as far as there is room.

    What a document has no block for (quotations, code) comes as paragraphs.
    """
    tokens = _PARSER.parse(markdown)
    highest = min((int(token.tag[1]) for token in tokens if token.type == "heading_open"), default=1)
    return list(_blocks(tokens, top_level - highest))


def _blocks(tokens: Sequence[Token], shift: int) -> Iterator[Block]:
    lists: list[bool] = []
    items: list[Item] = []
    fresh_item = False
    table: list[list[str]] | None = None
    heading = 0
    for token in tokens:
        match token.type:
            case "heading_open":
                heading = max(1, min(3, int(token.tag[1]) + shift))
            case "heading_close":
                heading = 0
            case "bullet_list_open" | "ordered_list_open":
                lists.append(token.type == "ordered_list_open")
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
                if not lists:
                    yield ItemList(tuple(items))
                    items = []
            case "list_item_open":
                fresh_item = True
            case "table_open":
                table = []
            case "tr_open" if table is not None:
                table.append([])
            case "table_close" if table is not None:
                columns, *rows = table
                yield Table(tuple(columns), tuple(tuple(row) for row in rows))
                table = None
            case "inline":
                runs = _runs(token.children or [])
                if table is not None:
                    table[-1].append(text_of(runs))
                elif heading:
                    yield Heading(3 if heading == 3 else 2 if heading == 2 else 1, text_of(runs))
                elif lists and (fresh_item or not items):
                    items.append(Item(runs, len(lists) - 1, lists[-1]))
                    fresh_item = False
                elif lists:
                    items[-1] = replace(items[-1], runs=(*items[-1].runs, Run("\n"), *runs))
                else:
                    yield Paragraph(runs)
            case "fence" | "code_block":
                yield Paragraph(plain(token.content.rstrip()))
            case _:
                pass


def _runs(tokens: Sequence[Token]) -> Runs:
    runs: list[Run] = []
    strong = emphasis = 0
    for token in tokens:
        match token.type:
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "em_open":
                emphasis += 1
            case "em_close":
                emphasis -= 1
            case "softbreak":
                runs.append(Run(" "))
            case "hardbreak":
                runs.append(Run("\n"))
            case "text" | "code_inline" | "image":
                runs += [replace(run, strong=bool(strong), emphasis=bool(emphasis)) for run in plain(token.content)]
            case _:
                pass
    return tuple(runs)
