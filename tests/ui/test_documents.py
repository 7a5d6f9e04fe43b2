"""Certificate and take-home, opened again: what stands in them, and that they refer to nothing outside."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import docx
import pytest
from docx.oxml.ns import qn

from ui.documents.as_docx import as_docx
from ui.documents.as_html import as_html
from ui.documents.certificate import certificate
from ui.documents.from_markdown import blocks_of
from ui.documents.model import Document, Heading, Item, ItemList, Paragraph, Run, Table, text_of
from ui.documents.take_home import Contents, nothing_in, open_placeholders, take_home
from ui.schemas import (
    Attempt,
    BlindEntry,
    Journal,
    ModelSummary,
    NoteEntry,
    PractisedExercise,
    Progress,
    ReflectionEntry,
    TakeawayEntry,
    TakeHome,
    WorkingMaterial,
)
from ui.schemas.attempts import Revision

TODAY = date(2026, 3, 6)
AT = datetime(2026, 3, 4, 9, 15, tzinfo=UTC)
PLACE = {"exercise_id": "brief", "exercise_title": "Eingangsbestätigung", "module_id": "b", "module_title": "Briefe"}
VALUES = {"brief": {"[PERSON_3]": "Swetlana Grünwald"}, "vermerk": {"[PERSON_3]": "Adebayo Okonkwo"}}
REAL = ("Swetlana Grünwald", "Adebayo Okonkwo")


def attempt(exercise: str, title: str, number: int, prompt: str, answer: str) -> Attempt:
    return Attempt(
        id=f"{exercise}-{number}",
        exercise_id=exercise,
        exercise_title=title,
        number=number,
        status="complete",
        created_at=AT,
        prompt=prompt,
        answer=answer,
        model=ModelSummary(name="mini", title="Werkstatt-Mini"),
    )


def taken(**changed: object) -> TakeHome:
    revealed = {
        "id": "v",
        "exercise_id": "brief",
        "exercise_title": "Eingangsbestätigung",
        "left": {"id": "a", "number": 2, "prompt": "p", "answer": "a", "created_at": AT},
        "right": {"id": "b", "number": 1, "prompt": "q", "answer": "b", "created_at": AT},
        "choice": "left",
        "reason": "Frau [PERSON_3] versteht es.",
        "preferred": "later",
        "differences": ["prompt", "temperature"],
        "decided_at": AT,
    }
    note = {
        "exercise_id": "brief",
        "exercise_title": "Eingangsbestätigung",
        "earlier": {"id": "a", "number": 1},
        "later": {"id": "b", "number": 2},
        "text": "Die Frist kam dazu.",
        "written_at": AT,
    }
    parts = {
        "workshop_title": "Schreiben mit KI",
        "house": "Stadt Beispielstadt",
        "journal": Journal(
            entries=(
                ReflectionEntry(
                    at=AT, **PLACE, attempt_id="a", number=1, question="Was prüfen Sie?", text="[PERSON_3] <b>&"
                ),
                TakeawayEntry(at=AT, **PLACE, attempt_id="a", number=1, text="Fristen prüfe ich selbst."),
                NoteEntry(at=AT, **PLACE, note=note),
                BlindEntry(at=AT, **PLACE, blind=revealed),
            )
        ),
        "good": (
            attempt(
                "brief", "Eingangsbestätigung", 2, "Schreibe an [PERSON_3].", "Guten Tag [PERSON_3],\n\nIhr Antrag."
            ),
            attempt("vermerk", "Telefonvermerk", 1, "Fasse [PERSON_3] zusammen.", "[PERSON_3] rief an. [PERSON_9]"),
        ),
        "material": (
            WorkingMaterial(module_title="Briefe", title="Checkliste", text="## Vorher\n\n- Wer liest es?", begun=True),
            WorkingMaterial(module_title="Vermerke", title="Karte", text="Kurz und **wahr**.", begun=False),
        ),
    }
    return TakeHome.model_validate({**parts, **changed})


class Page(HTMLParser):
    """Everything that an HTML page says and refers to."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.style = ""
        self._tag = ""
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self._tag == "style":
            self.style += data
        else:
            self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.said).split())


def docx_text(file: bytes) -> str:
    opened = docx.Document(io.BytesIO(file))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


def documents() -> list[Document]:
    return [
        take_home(taken(), Contents(other_material=True), TODAY),
        take_home(taken(), Contents(), TODAY, VALUES),
        certificate(progress(), "Dr. Ayşe Köhler", TODAY),
        certificate(progress(house=""), "", TODAY),
    ]


def progress(**changed: object) -> Progress:
    exercise = PractisedExercise(
        exercise_id="brief",
        exercise_title="Eingangsbestätigung",
        module_title="Briefe",
        attempts=2,
        complete=1,
        reflected=True,
        practised=True,
        first_on=date(2026, 3, 4),
        last_on=date(2026, 3, 5),
    )
    begun = exercise.model_copy(update={"exercise_id": "x", "exercise_title": "Nur begonnen", "practised": False})
    parts = {
        "house": "Stadt Beispielstadt",
        "workshop_title": "Schreiben mit KI",
        "starts_on": date(2026, 3, 4),
        "ends_on": date(2026, 3, 5),
        "total": 16,
        "exercises": (exercise, begun),
    }
    return Progress.model_validate({**parts, **changed})


@pytest.mark.parametrize("number", range(4))
def test_an_html_document_refers_to_nothing(number: int) -> None:
    page = Page(as_html(documents()[number]))
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "a", "video", "svg"}
    attributes = {name for _, attrs in page.tags for name in attrs}
    assert not attributes & {"src", "href", "srcset", "style", "background", "action", "poster"}
    assert not [name for name in attributes if name.startswith("on")]
    assert "url(" not in page.style and "@import" not in page.style and "//" not in page.style
    policy = next(attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None and policy.startswith("default-src 'none'")
    assert dict(page.tags)["html"]["lang"] == "de-DE"


@pytest.mark.parametrize("number", range(4))
def test_a_docx_document_refers_to_nothing(number: int) -> None:
    with zipfile.ZipFile(io.BytesIO(as_docx(documents()[number]))) as package:
        for name in package.namelist():
            content = package.read(name).decode("utf-8", errors="ignore")
            if name.endswith(".rels"):
                assert "External" not in content, name
            assert "attachedTemplate" not in content, name


@pytest.mark.parametrize("number", range(4))
def test_a_docx_document_has_language_title_and_page_numbers(number: int) -> None:
    document = documents()[number]
    opened = docx.Document(io.BytesIO(as_docx(document)))
    languages = {lang.get(qn("w:val")) for lang in opened.styles.element.iter(qn("w:lang"))}
    assert languages == {"de-DE"} and opened.core_properties.language == "de-DE"
    assert opened.core_properties.title == document.title and "python-docx" not in opened.core_properties.author
    assert opened.core_properties.comments == ""
    foot = opened.sections[0].footer.paragraphs[0]
    assert [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert document.title in opened.sections[0].header.paragraphs[0].text
    assert [paragraph.text for paragraph in opened.paragraphs if paragraph.style.name == "Title"] == [document.title]


@pytest.mark.parametrize("form", [as_html, as_docx])
def test_real_values_stand_in_it_only_when_they_are_asked_for(form: object) -> None:
    def said(values: object) -> str:
        made = form(take_home(taken(), Contents(), TODAY, values))  # type: ignore[operator]
        return Page(made).text if form is as_html else docx_text(made)

    bare, restored = said(None), said(VALUES)
    for value in REAL:
        assert value not in bare and value in restored
    assert "[PERSON_3]" in bare and "[PERSON_3]" not in restored
    assert "[PERSON_9]" in restored, "what nobody knows stays a placeholder"
    assert "Guten Tag Swetlana Grünwald" in restored and "Fasse Adebayo Okonkwo zusammen" in restored


def test_values_of_one_exercise_do_not_get_into_another() -> None:
    text = Page(as_html(take_home(taken(), Contents(), TODAY, {"brief": VALUES["brief"]}))).text
    assert "Fasse [PERSON_3] zusammen" in text and "Schreibe an Swetlana Grünwald" in text


def test_take_home_has_its_parts_in_order_and_marks_the_models_text() -> None:
    made = as_docx(take_home(taken(), Contents(other_material=True), TODAY))
    opened = docx.Document(io.BytesIO(made))
    sections = [paragraph.text for paragraph in opened.paragraphs if paragraph.style.name == "Heading 1"]
    assert sections == ["Sätze zum Mitnehmen", "Gute Prompts und Entwürfe", "Lernjournal", "Arbeitsmaterial"]
    styles = [(paragraph.style.name, paragraph.text) for paragraph in opened.paragraphs]
    place = next(index for index, (style, _) in enumerate(styles) if style == "Modelltext")
    assert styles[place - 1][1] == "Text eines Sprachmodells (Werkstatt-Mini), kann Fehler enthalten"
    assert [text for style, text in styles if style == "List Bullet"] == [
        "Fristen prüfe ich selbst. (aus „Eingangsbestätigung“)",
        "Wer liest es?",
    ]
    html = Page(as_html(take_home(taken(), Contents(other_material=True), TODAY)))
    assert html.text.count("kann Fehler enthalten") == 2, "at every text of the model"
    assert "Bevorzugt: Versuch 2. Verschieden war: der Prompt, die Kreativität." in html.text
    assert "<b>&" in html.text, "what looks like markup is text"
    assert "strong" in {tag for tag, _ in html.tags}


def test_a_reworked_draft_stands_beside_the_models_text() -> None:
    reworked = attempt("brief", "Eingangsbestätigung", 2, "Schreibe.", "Guten Tag [PERSON_3].").model_copy(
        update={"revisions": (Revision(number=1, text="Erster.", at=AT), Revision(number=2, text="[PERSON_3]!", at=AT))}
    )
    text = Page(as_html(take_home(taken(good=(reworked,)), Contents(), TODAY, VALUES))).text
    assert "Eigene Überarbeitung dieses TextesSwetlana Grünwald!" in text and "Erster." not in text
    assert "Guten Tag Swetlana Grünwald." in text


def test_only_what_was_chosen_goes_in() -> None:
    text = Page(as_html(take_home(taken(), Contents(False, False, False, True, False), TODAY))).text
    assert "Wer liest es?" in text
    for other in ("Fristen prüfe ich selbst.", "Schreibe an", "Die Frist kam dazu.", "Kurz und wahr"):
        assert other not in text
    nothing = Contents(False, False, False, False, False)
    assert nothing_in(taken(), nothing)
    assert not nothing_in(taken(), Contents(False, True, False, False, False))
    assert nothing_in(taken(good=()), Contents(False, True, False, False, False))


def test_placeholders_to_fill_in_are_those_of_the_chosen_texts() -> None:
    assert open_placeholders(taken(), Contents(False, False, True, False, False)) == [
        ("brief", "Eingangsbestätigung", "[PERSON_3]")
    ]
    assert len(open_placeholders(taken(), Contents())) == 3


@pytest.mark.parametrize("form", [as_html, as_docx])
def test_the_certificate_says_what_was_practised_and_no_more(form: object) -> None:
    made = form(certificate(progress(), " Dr. Ayşe Köhler ", TODAY))  # type: ignore[operator]
    text = Page(made).text if form is as_html else " ".join(docx_text(made).split())
    for part in (
        "Dr. Ayşe Köhler",
        "Schreiben mit KI",
        "4. März 2026 bis 5. März 2026",
        "Stadt Beispielstadt",
    ):
        assert part in text
    assert "Eingangsbestätigung" in text and "Nur begonnen" not in text
    assert "Artikel 4 der Verordnung (EU) 2024/1689" in text and "Es gab keine Prüfung" in text
    assert "nicht nachgewiesen" in text
    for claim in ("Zertifikat", "zertifiziert", "bestanden", "erfolgreich", "qualifiziert", "Stunden", "befähigt"):
        assert claim not in text


def test_without_name_and_house_there_are_lines_to_fill_in() -> None:
    text = Page(as_html(certificate(progress(house=""), "  ", TODAY))).text
    assert "Name:" in text and "Haus:" in text and "Veranstaltet" not in text
    with_both = Page(as_html(certificate(progress(), "Ayşe Köhler", TODAY))).text
    assert "Name:" not in with_both and "Haus:" not in with_both


def test_characters_that_no_document_may_hold_are_left_out() -> None:
    odd = taken(good=(attempt("brief", "Brief\x0b", 1, "a\x00b\ud800", "c\r\nd\x1b"),))
    document = take_home(odd, Contents(), TODAY)
    assert "ab" in docx_text(as_docx(document))
    assert "ab" in Page(as_html(document)).text


def test_markdown_becomes_blocks() -> None:
    blocks = blocks_of(
        "# Titel\n\nEin **fetter** [Link](https://example.org).\n\n1. eins\n   - tief\n2. zwei\n\n"
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n<script>x</script>\n"
    )
    assert blocks[0] == Heading(3, "Titel")
    assert blocks[1] == Paragraph((Run("Ein "), Run("fetter", strong=True), Run(" "), Run("Link"), Run(".")))
    assert blocks[2] == ItemList(
        (Item((Run("eins"),), 0, True), Item((Run("tief"),), 1), Item((Run("zwei"),), 0, True))
    )
    assert blocks[3] == Table(("A", "B"), (("1", "2"),))
    assert isinstance(blocks[4], Paragraph) and text_of(blocks[4].runs) == "<script>x</script>"


def test_each_numbered_list_begins_at_one() -> None:
    two = WorkingMaterial(module_title="M", title="Karte", text="1. eins\n2. zwei\n\nUnd:\n\n1. noch eins", begun=True)
    opened = docx.Document(io.BytesIO(as_docx(take_home(taken(material=(two,)), Contents(), TODAY))))
    used = [
        paragraph._p.pPr.numPr.numId.val for paragraph in opened.paragraphs if paragraph.style.name == "List Number"
    ]
    assert used[0] == used[1] != used[2]
    starts = opened.part.numbering_part.element.num_having_numId(used[2]).findall(f".//{qn('w:startOverride')}")
    assert [start.get(qn("w:val")) for start in starts] == ["1"]


def test_all_shipped_material_becomes_blocks_without_loss() -> None:
    import exercises

    for module in exercises.load_exercises().modules:
        document = take_home(
            taken(
                material=(WorkingMaterial(module_title=module.title, title="M", text=module.material, begun=True),),
                good=(),
                journal=Journal(),
            ),
            Contents(),
            TODAY,
        )
        said = re.sub(r"\W+", "", Page(as_html(document)).text)
        for line in module.material.splitlines():
            words = re.sub(r"\W+", "", re.sub(r"\]\([^)]*\)", "", line))
            words = re.sub(r"^\d+", "", words)
            assert words in said, line
