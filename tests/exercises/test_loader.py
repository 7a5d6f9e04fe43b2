"""Every way in which content can be broken names file, line and field, in German."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from exercises import ExerciseError, load_exercises

Fault = Callable[[], ExerciseError]


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_unbroken_folder_loads(content: Path) -> None:
    exercise = load_exercises(content).get("musterfall")
    assert (exercise.module, exercise.module_title) == ("briefe", "Briefe")
    assert exercise.case == "Am 4. März 2026 ging ein Antrag von [PERSON_1] ein."
    assert exercise.prompt_limit == 1000
    assert not exercise.needs_material


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "message"),
    [
        ("title: Ein Muster\n", "", 1, "title", "Das Feld fehlt."),
        ("title: Ein Muster", "title:", 3, "title", "Das Feld ist leer."),
        ("title: Ein Muster", "title: 12", 3, "title", "Hier wird Text erwartet"),
        ("title: Ein Muster", "title: [a, b]", 3, "title", "Hier wird Text erwartet"),
        ("title: Ein Muster", "titel: Ein Muster", 3, "titel", "Gemeint ist vielleicht „title“"),
        ("title: Ein Muster", "title: ''", 3, "title", "Das Feld ist leer."),
        ("title: Ein Muster", 'title: "a\\nb"', 3, "title", "nur eine einzige Zeile"),
        ("title: Ein Muster", "title: " + "a" * 301, 3, "title", "Möglich sind 300 Zeichen"),
        ("version: 1.0.0", "version: 1.0", 2, "version", "Hier wird Text erwartet"),
        ("version: 1.0.0", "version: neu", 2, "version", "drei Zahlen"),
        ("version: 1.0.0", "version: 2026-03-04", 2, "version", "drei Zahlen"),
        ("minutes: 10", "minutes: viele", 5, "minutes", "ganze Zahl"),
        ("minutes: 10", "minutes: 1.5", 5, "minutes", "ganze Zahl"),
        ("minutes: 10", "minutes: true", 5, "minutes", "ganze Zahl"),
        ("minutes: 10", "minutes: 0", 5, "minutes", "ab 1"),
        ("minutes: 10", "minutes: 999", 5, "minutes", "bis 240"),
        ("minutes: 10", "minutes: " + "9" * 5000, 5, "minutes", "keine Zahl"),
        (
            "kind: letter",
            "kind: brief",
            4,
            "kind",
            "Möglich sind: letter, summary, rewrite, checklist, experiment, own_case",
        ),
        ("kind: letter", "kind: letter\nmaterial_limit: 900", 5, "material_limit", "eigenem Fall"),
        ("id: musterfall", "id: Muster_Fall", 1, "id", "Kleinbuchstaben"),
        ("id: musterfall", "id: anders", 1, "id", "wie der Ordner: „musterfall“"),
        ("    help: Alles zählt.\n", "", 10, "reflection[1].help", "Das Feld fehlt."),
        (
            "    help: Alles",
            "    hilfe: x\n    help: Alles",
            12,
            "reflection[1].hilfe",
            "Möglich sind: help, id, question",
        ),
        ("reflection:\n", "reflection: keine\nrest:\n", 9, "reflection", "Hier wird eine Liste erwartet"),
        (
            "checks:\n",
            "  - id: frage\n    question: Noch eine?\n    help: Ja.\nchecks:\n",
            13,
            "reflection[2].id",
            "schon vergeben",
        ),
        ("check: length", "check: laenge", 18, "checks[2]", "Die Prüfung „laenge“ gibt es nicht"),
        ("  - check: length\n", "  - title: Länge\n", 18, "checks[2]", "Feld „check“"),
        ("  - check: length\n", "  - length\n  - check: length\n", 18, "checks[2]", "name: Wert"),
        ("min_words: 10", "min_word: 10", 19, "checks[2].min_word", "Gemeint ist vielleicht „min_words“"),
        ("min_words: 10", "min_words: 30", 19, "checks[2].min_words", "größer als die größte"),
        ("        why: Steht im Kopf.\n", "", 16, "checks[1].not_needed[1].why", "Das Feld fehlt."),
        ("4. März 2026", "5. März 2026", 16, "checks[1].not_needed[1].value", "im Fall (case.md) vorkommt"),
        ("  - check: length\n", "  - check: facts\n  - check: length\n", 18, "checks[2].check", "weiter oben"),
        ("    not_needed:\n", "    complete: vielleicht\n    not_needed:\n", 15, "checks[1].complete", "„true“"),
    ],
)
def test_a_fault_in_a_field(
    content: Path, fault: Fault, old: str, new: str, line: int, field: str, message: str
) -> None:
    file = content / "briefe" / "musterfall" / "exercise.yaml"
    change(file, old, new)
    error = fault()
    problems = (error, *error.further)
    matching = [problem for problem in problems if problem.field == field]
    assert matching, [str(problem) for problem in problems]
    assert (matching[0].file, matching[0].line) == (file, line)
    assert message in matching[0].message
    assert str(matching[0]) == f"{file}, Zeile {line}, Feld „{field}“: {matching[0].message}"


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("title: Ein Muster", "title: Ein: Muster", 3, "nicht zu lesen"),
        ("title: Ein Muster", 'title: "Ein Muster', 3, "nicht wieder geschlossen"),
        ("    question: Was", "\tquestion: Was", 11, "Tabulator"),
        ("title: Ein Muster", "title: Ein Muster\ntitle: Noch eins", 4, "zweimal da, zuerst in Zeile 3"),
        ("title: Ein Muster", "12: Ein Muster", 3, "Feldnamen sind Wörter"),
        ("title: Ein Muster", "? [a, b]\n: Ein Muster", 3, "Feldnamen sind Wörter"),
        ("title: Ein Muster", "title: &a Muster\nsummary_en: *a", 3, "Verweise"),
        ("title: Ein Muster", "title: *fehlt", 3, "Verweise"),
        ("title: Ein Muster", "title: !!python/name:os.system ''", 3, "hier nicht möglich"),
        ("title: Ein Muster", "title: " + "[" * 30 + "]" * 30, 3, "zu tief"),
        ("title: Ein Muster", "title: Ein \x07 Muster", 3, "U+0007"),
    ],
)
def test_a_file_that_cannot_be_read_as_yaml(
    content: Path, fault: Fault, old: str, new: str, line: int, message: str
) -> None:
    file = content / "briefe" / "musterfall" / "exercise.yaml"
    change(file, old, new)
    error = fault()
    assert (error.file, error.line) == (file, line)
    assert message in error.message


def test_deep_nesting_ends_in_a_message(content: Path, fault: Fault) -> None:
    change(content / "briefe" / "musterfall" / "exercise.yaml", "Ein Muster", "[" * 5000 + "]" * 5000)
    assert "zu tief" in fault().message


@pytest.mark.parametrize("text", ["", "# nur ein Kommentar\n", "nur Text\n", "- eine\n- Liste\n"])
def test_a_yaml_file_without_fields(content: Path, fault: Fault, text: str) -> None:
    file = content / "briefe" / "module.yaml"
    file.write_text(text, encoding="utf-8")
    error = fault()
    assert (error.file, error.line) == (file, 1)


@pytest.mark.parametrize("name", ["exercise.yaml", "assignment.md", "case.md"])
def test_a_missing_file(content: Path, fault: Fault, name: str) -> None:
    file = content / "briefe" / "musterfall" / name
    file.unlink()
    assert (fault().file, fault().message) == (file, "Die Datei fehlt.")


@pytest.mark.parametrize("name", ["module.yaml", "background.md", "material.md"])
def test_a_missing_module_file(content: Path, fault: Fault, name: str) -> None:
    (content / "briefe" / name).unlink()
    assert (fault().file, fault().message) == (content / "briefe" / name, "Die Datei fehlt.")


def test_an_exercise_may_do_with_the_background_of_its_module(content: Path) -> None:
    (content / "briefe" / "musterfall" / "background.md").unlink()
    library = load_exercises(content)
    assert library.get("musterfall").background is None
    assert library.module("briefe").background == "Hintergrund."


@pytest.mark.parametrize("name", ["background.md", "assignment.md", "case.md"])
def test_an_empty_text(content: Path, fault: Fault, name: str) -> None:
    (content / "briefe" / "musterfall" / name).write_text(" \n\n", encoding="utf-8")
    assert (fault().file.name, fault().message) == (name, "Die Datei ist leer.")


@pytest.mark.parametrize("written", ["[Person_1]", "[PERSON 1]", "[PERSON1]", "PERSON_1", "[PERSON_0]", "[PERSON_01]"])
def test_a_damaged_placeholder_in_the_case(content: Path, fault: Fault, written: str) -> None:
    file = content / "briefe" / "musterfall" / "case.md"
    file.write_text(f"Am 4. März 2026.\n\nAntrag von {written}.\n", encoding="utf-8")
    assert (fault().file, fault().line) == (file, 3)
    assert written in fault().message


def test_a_case_that_a_small_model_cannot_hold(content: Path, fault: Fault) -> None:
    file = content / "briefe" / "musterfall" / "case.md"
    file.write_text("Am 4. März 2026. " + "a" * 2000, encoding="utf-8")
    assert "2017 Zeichen zu lang. Möglich sind 2000" in fault().message


def test_a_file_that_is_no_utf8(content: Path, fault: Fault) -> None:
    file = content / "briefe" / "musterfall" / "background.md"
    file.write_bytes("Erste Zeile\nZweite: März".encode("latin-1"))
    assert (fault().file, fault().line) == (file, 2)
    assert "UTF-8" in fault().message


def test_windows_files_load_alike(content: Path) -> None:
    before = load_exercises(content).get("musterfall")
    for file in (content / "briefe" / "musterfall").iterdir():
        text = file.read_text(encoding="utf-8")
        file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    after = load_exercises(content).get("musterfall")
    assert after.model_dump(exclude={"fingerprint"}) == before.model_dump(exclude={"fingerprint"})


def test_a_file_that_is_too_large(content: Path, fault: Fault) -> None:
    (content / "briefe" / "musterfall" / "background.md").write_text("a" * 200_001, encoding="utf-8")
    assert "zu groß" in fault().message


def test_the_same_exercise_in_two_modules(content: Path, fault: Fault) -> None:
    shutil.copytree(content / "briefe", content / "zweites")
    change(content / "zweites" / "module.yaml", "id: briefe\nposition: 1", "id: zweites\nposition: 2")
    error = fault()
    assert (error.file, error.line, error.field) == (content / "zweites" / "musterfall" / "exercise.yaml", 1, "id")
    assert str(content / "briefe" / "musterfall" / "exercise.yaml") in error.message


def test_two_modules_in_one_place(content: Path, fault: Fault) -> None:
    shutil.copytree(content / "briefe", content / "zweites")
    change(content / "zweites" / "module.yaml", "id: briefe", "id: zweites")
    error = fault()
    assert (error.line, error.field) == (2, "position")


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "message"),
    [
        ("  - musterfall", "  - musterfall\n  - anderer-fall", 8, "exercises[2]", "gibt es hier nicht"),
        ("  - musterfall", "  - musterfall\n  - musterfall", 8, "exercises[2]", "doppelt"),
        ("  - musterfall", "  - ../../fremd", 7, "exercises[1]", "Kleinbuchstaben"),
        ("  - musterfall", "  - /etc", 7, "exercises[1]", "Kleinbuchstaben"),
        ("exercises:\n  - musterfall", "exercises: []", 6, "exercises", "Die Liste ist leer."),
        ("position: 1", "position: -1", 2, "position", "ab 1"),
        ("id: briefe", "id: post", 1, "id", "wie der Ordner"),
    ],
)
def test_a_fault_in_a_module_file(
    content: Path, fault: Fault, old: str, new: str, line: int, field: str, message: str
) -> None:
    change(content / "briefe" / "module.yaml", old, new)
    error = fault()
    assert (error.file, error.line, error.field) == (content / "briefe" / "module.yaml", line, field)
    assert message in error.message


def test_a_folder_that_the_module_does_not_list(content: Path, fault: Fault) -> None:
    (content / "briefe" / "vergessen").mkdir()
    error = fault()
    assert (error.line, error.field) == (6, "exercises")
    assert "„vergessen“ ist hier nicht aufgeführt" in error.message


@pytest.mark.parametrize("name", ["exercise.yaml", "background.md", "case.md"])
def test_a_file_outside_is_not_read(content: Path, fault: Fault, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "geheim"
    outside.write_text("geheimer Inhalt", encoding="utf-8")
    inside = content / "briefe" / "musterfall" / name
    inside.unlink()
    inside.symlink_to(outside)
    error = fault()
    assert error.file == inside
    assert "hinaus" in error.message
    assert "geheimer" not in str(error)


def test_a_folder_outside_is_not_read(content: Path, fault: Fault, tmp_path: Path) -> None:
    (content / "briefe" / "musterfall").rename(tmp_path / "draussen")
    (content / "briefe" / "musterfall").symlink_to(tmp_path / "draussen")
    assert "hinaus" in fault().message


SPOTTING = """\
spotting:
  title: Eine Zusammenfassung
  task: Suchen Sie.
  places:
    - id: frist
      quote: am 5. März 2026
      kind: changed
      title: Falscher Tag
      explanation: Im Fall steht der 4. März.
    - id: betrag
      quote: 20 Euro
      kind: invented
      title: Erfundener Betrag
      explanation: Davon steht nichts im Fall.
reflection:
"""
TEXT = "Der Antrag kam am 5. März 2026 und kostet 20 Euro.\n"


def with_spotting(content: Path) -> Path:
    folder = content / "briefe" / "musterfall"
    change(folder / "exercise.yaml", "reflection:\n", SPOTTING)
    (folder / "text.md").write_text(TEXT, encoding="utf-8")
    return folder


def test_a_text_with_planted_places_belongs_to_the_exercise(content: Path) -> None:
    with_spotting(content)
    exercise = load_exercises(content).get("musterfall")
    assert exercise.text == TEXT.strip()
    assert exercise.spotting is not None
    assert [place.id for place in exercise.spotting.places] == ["frist", "betrag"]


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("quote: 20 Euro", "quote: 30 Euro", "spotting.places[2].quote", "steht nicht in text.md"),
        ("quote: 20 Euro", "quote: e", "spotting.places[2].quote", "genau einmal"),
        ("quote: 20 Euro", "quote: Der Antrag", "spotting.places[2].quote", "Ordnen Sie sie wie im Text"),
        ("id: betrag", "id: frist", "spotting.places[2].id", "schon vergeben"),
        ("kind: invented", "kind: wrong", "spotting.places[2].kind", "Möglich sind: changed, invented"),
        ("id: frage", "id: mitnehmen", "reflection[1].id", "stellt jede Übung von selbst"),
    ],
)
def test_planted_places_stand_in_the_text(
    content: Path, fault: Fault, old: str, new: str, field: str, message: str
) -> None:
    folder = with_spotting(content)
    change(folder / "exercise.yaml", old, new)
    error = fault()
    assert error.field == field
    assert message in error.message


def test_a_text_and_its_search_come_together(content: Path, fault: Fault) -> None:
    folder = with_spotting(content)
    (folder / "text.md").unlink()
    assert fault().file.name == "text.md"
    (folder / "text.md").write_text(TEXT, encoding="utf-8")
    change(folder / "exercise.yaml", SPOTTING, "reflection:\n")
    assert "spotting" in fault().message


def test_an_own_case_brings_no_case(content: Path, fault: Fault) -> None:
    change(content / "briefe" / "musterfall" / "exercise.yaml", "kind: letter", "kind: own_case\nmaterial_limit: 900")
    assert fault().file.name == "case.md"
    assert "Löschen Sie die Datei" in fault().message


def test_an_own_case_needs_a_limit_and_knows_no_values(content: Path, fault: Fault) -> None:
    change(content / "briefe" / "musterfall" / "exercise.yaml", "kind: letter", "kind: own_case")
    (content / "briefe" / "musterfall" / "case.md").unlink()
    error = fault()
    assert [problem.field for problem in (error, *error.further)] == ["material_limit", "checks[1].not_needed"]


def test_all_faults_of_a_run_are_told(content: Path, fault: Fault) -> None:
    change(content / "briefe" / "musterfall" / "exercise.yaml", "minutes: 10", "minutes: 0")
    change(content / "briefe" / "musterfall" / "exercise.yaml", "version: 1.0.0", "version: x")
    (content / "leer").mkdir()
    error = fault()
    assert [(p.file.name, p.field) for p in (error, *error.further)] == [
        ("exercise.yaml", "version"),
        ("exercise.yaml", "minutes"),
        ("module.yaml", None),
    ]


def test_no_folder_and_no_content(tmp_path: Path) -> None:
    with pytest.raises(ExerciseError, match="fehlt"):
        load_exercises(tmp_path / "nirgends")
    with pytest.raises(ExerciseError, match="keine Übungen"):
        load_exercises(tmp_path)


def test_the_fingerprint_follows_every_text(content: Path) -> None:
    prints = {load_exercises(content).get("musterfall").revision}
    for name in ("exercise.yaml", "background.md", "assignment.md", "case.md"):
        file = content / "briefe" / "musterfall" / name
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        prints.add(load_exercises(content).get("musterfall").revision)
    assert len(prints) == 5


def test_modules_stand_in_their_order(content: Path) -> None:
    shutil.copytree(content / "briefe", content / "anfang")
    (content / "anfang" / "musterfall").rename(content / "anfang" / "erster-fall")
    change(content / "anfang" / "erster-fall" / "exercise.yaml", "id: musterfall", "id: erster-fall")
    change(content / "anfang" / "module.yaml", "id: briefe\nposition: 1", "id: anfang\nposition: 2")
    change(content / "anfang" / "module.yaml", "- musterfall", "- erster-fall")
    library = load_exercises(content)
    assert [module.id for module in library.modules] == ["briefe", "anfang"]
    assert [exercise.id for exercise in library.all] == ["musterfall", "erster-fall"]
    with pytest.raises(KeyError):
        library.get("unbekannt")
