"""The words of the pages, one module an area, in German. Other languages come from catalogues (`ui/locale`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from ui.texts.answer_settings import AnswerSettingsTexts
from ui.texts.attempts import AttemptsTexts
from ui.texts.audit import AuditTexts
from ui.texts.catalogue import translated, translations
from ui.texts.common import CommonTexts
from ui.texts.compare import CompareTexts
from ui.texts.errors import ErrorTexts
from ui.texts.exercise import ExerciseTexts
from ui.texts.home import HomeTexts
from ui.texts.journal import CertificateTexts, JournalTexts
from ui.texts.language import SOURCE_LANGUAGE, language
from ui.texts.marks import MarkTexts
from ui.texts.model import ModelTexts
from ui.texts.module import ModuleTexts
from ui.texts.policy import PolicyTexts
from ui.texts.problems import ProblemTexts
from ui.texts.revise import ReviseTexts
from ui.texts.search import SearchTexts
from ui.texts.start import StartTexts
from ui.texts.take_home import TakeHomeTexts
from ui.texts.trainer import TrainerTexts
from ui.texts.wall import WallTexts

__all__ = ["GERMAN", "Texts", "texts"]


@dataclass(frozen=True)
class Texts:
    """All areas in one language; the defaults are German."""

    common: CommonTexts = field(default_factory=CommonTexts)
    errors: ErrorTexts = field(default_factory=ErrorTexts)
    problems: ProblemTexts = field(default_factory=ProblemTexts)
    start: StartTexts = field(default_factory=StartTexts)
    home: HomeTexts = field(default_factory=HomeTexts)
    exercise: ExerciseTexts = field(default_factory=ExerciseTexts)
    module: ModuleTexts = field(default_factory=ModuleTexts)
    answer_settings: AnswerSettingsTexts = field(default_factory=AnswerSettingsTexts)
    search: SearchTexts = field(default_factory=SearchTexts)
    compare: CompareTexts = field(default_factory=CompareTexts)
    revise: ReviseTexts = field(default_factory=ReviseTexts)
    attempts: AttemptsTexts = field(default_factory=AttemptsTexts)
    journal: JournalTexts = field(default_factory=JournalTexts)
    certificate: CertificateTexts = field(default_factory=CertificateTexts)
    take_home: TakeHomeTexts = field(default_factory=TakeHomeTexts)
    wall: WallTexts = field(default_factory=WallTexts)
    marks: MarkTexts = field(default_factory=MarkTexts)
    model: ModelTexts = field(default_factory=ModelTexts)
    trainer: TrainerTexts = field(default_factory=TrainerTexts)
    audit: AuditTexts = field(default_factory=AuditTexts)
    policy: PolicyTexts = field(default_factory=PolicyTexts)


GERMAN = Texts()


def texts() -> Texts:
    """The words in the language of the page."""
    return _texts_in(language())


@lru_cache(maxsize=8)
def _texts_in(code: str) -> Texts:
    return GERMAN if code == SOURCE_LANGUAGE else translated(GERMAN, translations(code))
