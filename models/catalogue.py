"""The catalogue: which models this house knows, where they lie and what they may be used for."""

from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from models.errors import CatalogueError, ModelError

CATALOGUE_FILE = Path(__file__).with_name("catalogue.yaml")


class CatalogueEntry(BaseModel):
    """One model."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$")]
    """Short name for the command line and the interface of the service."""
    title: Annotated[str, Field(min_length=1)]
    """Name for readers."""
    source: Literal["shipped", "file", "hub"]
    """"shipped": part of this product; "file": a file the house has put there; "hub": to be downloaded or imported."""
    path: Path = Path()
    """The GGUF file; in the catalogue relative to it, here absolute. The store (`models.store`) knows that of
    a model from a hub."""
    sha256: Annotated[str | None, Field(pattern=r"^[0-9a-f]{64}$")] = None
    """Of a model from a hub it may be unknown until the first download."""
    size_bytes: Annotated[int, Field(gt=0)]
    licence: Annotated[str, Field(min_length=1)]
    """SPDX identifier, or the licence's name."""
    languages: tuple[str, ...]
    """ISO 639-1 codes."""
    parameters: Annotated[int, Field(gt=0)]
    """Number of weights."""
    context_length: Annotated[int, Field(gt=0)]
    """Longest prompt and answer together, in tokens."""
    note: str = ""
    """What readers should know before they rely on this model. German."""
    repository: Annotated[str | None, Field(pattern=r"^[\w.-]+/[\w.-]+$")] = None
    """Owner and name on the hub."""
    file: Annotated[str | None, Field(pattern=r"^[\w.-]+\.gguf$")] = None
    """Name of the file in the repository."""
    revision: Annotated[str | None, Field(pattern=r"^[0-9a-f]{40}$")] = None
    """Commit of the repository. Without it: the newest at the first download, which is then recorded."""
    template: str | None = None
    """Family of the chat template that the file carries."""
    speed: Literal["sehr schnell", "schnell", "mittel", "langsam"] | None = None
    """How fast a room gets its answers on a machine without GPU. An estimate by size, not a measurement."""
    cache_bytes_per_token: Annotated[int | None, Field(gt=0)] = None
    """Memory that each token of the context takes in the attention cache."""
    training: str = ""
    """What it was trained on, as far as that is public. German."""
    unverified: str = ""
    """What about this entry could not be checked in public documentation. German."""

    @model_validator(mode="after")
    def _place_is_known(self) -> "CatalogueEntry":
        if self.source == "hub" and not (self.repository and self.file):
            raise ValueError("Bei „source: hub“ gehören „repository“ und „file“ dazu.")
        if self.source != "hub" and (self.path == Path() or self.sha256 is None):
            raise ValueError(f"Bei „source: {self.source}“ gehören „path“ und „sha256“ dazu.")
        return self

    @property
    def shipped(self) -> bool:
        """Whether the file is part of this product."""
        return self.source == "shipped"

    def card(self) -> str:
        """The model's card in Markdown, which lies beside the file of a shipped one; empty if there is none."""
        if not self.shipped:
            return ""
        try:
            return self.path.with_name("MODEL_CARD.md").read_text(encoding="utf-8")
        except OSError:
            return ""


class Catalogue(BaseModel):
    """All models, and the one that is used when nobody says otherwise."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    default_name: Annotated[str, Field(alias="default")]
    entries: Annotated[tuple[CatalogueEntry, ...], Field(alias="models", min_length=1)]

    @model_validator(mode="after")
    def _names_are_sound(self) -> "Catalogue":
        names = [entry.name for entry in self.entries]
        if len(set(names)) < len(names):
            raise ValueError("Ein Modellname steht doppelt im Katalog.")
        if self.default_name not in names:
            raise ValueError(f"Das Standardmodell „{self.default_name}“ steht nicht unter „models“.")
        return self

    @property
    def default(self) -> CatalogueEntry:
        """The model that is used when none is named."""
        return self.get(self.default_name)

    def get(self, name: str) -> CatalogueEntry:
        """The model of that name.

        Raises:
            ModelError: there is none; the message lists those that exist.
        """
        for entry in self.entries:
            if entry.name == name:
                return entry
        known = ", ".join(entry.name for entry in self.entries)
        raise ModelError(f"Ein Modell „{name}“ gibt es nicht. Vorhanden: {known}.")


def load_catalogue(path: Path | None = None) -> Catalogue:
    """Reads a catalogue; without `path` the one that ships with the product.

    Raises:
        CatalogueError: with file, line and field of the first fault.
    """
    file = CATALOGUE_FILE if path is None else path
    try:
        text = file.read_text(encoding="utf-8")
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
        content = yaml.safe_load(text)
    except OSError as error:
        raise CatalogueError(f"Der Modellkatalog lässt sich nicht lesen ({error.strerror}).", file=str(file)) from error
    except UnicodeDecodeError as error:
        raise CatalogueError("Der Modellkatalog ist kein Text in UTF-8.", file=str(file)) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise CatalogueError("Hier ist die Schreibweise (YAML) nicht gültig.", file=str(file), line=line) from error
    except yaml.YAMLError as error:
        raise CatalogueError("Die Schreibweise (YAML) ist nicht gültig.", file=str(file)) from error
    try:
        catalogue = Catalogue.model_validate(content)
    except ValidationError as error:
        fault = error.errors()[0]
        raise CatalogueError(
            _explain(fault),
            file=str(file),
            line=_line_of(tree, fault["loc"]),
            field=".".join(str(part) for part in fault["loc"]) or None,
        ) from error
    folder = file.resolve().parent
    entries = tuple(
        entry
        if entry.source == "hub"
        else entry.model_copy(update={"path": (folder / entry.path.expanduser()).resolve()})
        for entry in catalogue.entries
    )
    return catalogue.model_copy(update={"entries": entries})


def _explain(fault: Any) -> str:
    kind = fault["type"]
    if kind == "missing":
        return "Diese Angabe fehlt."
    if kind == "extra_forbidden":
        return "Diese Angabe ist unbekannt. Bitte die Schreibweise prüfen oder die Zeile entfernen."
    if kind == "value_error":
        return str(fault["ctx"]["error"])
    return f"Der Wert ist nicht zulässig ({fault['msg']})."


def _line_of(node: yaml.Node | None, location: tuple[int | str, ...]) -> int | None:
    """Line (from 1) of the value at `location`, or of the nearest thing around it."""
    line = None
    for part in (None, *location):
        if isinstance(node, yaml.MappingNode) and part is not None:
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
        elif part is not None:
            break
        if node is None:
            break
        line = node.start_mark.line + 1
    return line
