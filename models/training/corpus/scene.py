"""The facts of one application as a case worker knows them. Every fact but the application may be missing."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.training.corpus.draw import WEEKDAYS, Draw
from models.training.corpus.kinds import KINDS, Kind
from models.training.corpus.nouns import invented_kind


@dataclass
class Scene:
    """One application. Empty strings and lists mean that the case does not say."""

    kind: Kind
    applicant: str
    gender: str
    office: str
    received: str = ""
    place: str = ""
    address: str = ""
    number: str = ""
    number_label: str = "Aktenzeichen"
    missing: list[str] = field(default_factory=list)
    deadline: str = ""
    duration: str = ""
    clerk: str = ""
    clerk_gender: str = ""
    phone: str = ""
    mail: str = ""
    hours: str = ""
    fee: str = ""
    appointment: str = ""
    room: str = ""
    birth: str = ""
    complete: bool = False
    way: str = ""
    said: list[str] = field(default_factory=list)
    """What the case says beside the application, the documents and the appointment, in its order."""

    @property
    def salutation(self) -> str:
        """The line that opens a letter, by the gender that the case gives away."""
        if self.gender == "f":
            return f"Sehr geehrte Frau {self.applicant},"
        if self.gender == "m":
            return f"Sehr geehrter Herr {self.applicant},"
        return f"Guten Tag {self.applicant},"

    @property
    def clerk_named(self) -> str:
        """The contact with `Frau` or `Herr` in the nominative, where the case says which."""
        return {"f": "Frau ", "m": "Herr "}.get(self.clerk_gender, "") + self.clerk

    @property
    def clerk_object(self) -> str:
        """The contact in the accusative or dative."""
        return {"f": "Frau ", "m": "Herrn "}.get(self.clerk_gender, "") + self.clerk


def pick_kind(draw: Draw) -> Kind:
    """A kind of application from this side of the split."""
    return draw.pick([kind for kind in KINDS if kind.held_out == draw.held_out])


def application(draw: Draw, purpose: str) -> Scene:
    """Facts for a letter of the given purpose: `receipt`, `interim`, `documents`, `appointment`."""
    kind = invented_kind(draw) if draw.chance(0.4) and not draw.held_out else pick_kind(draw)
    scene = Scene(kind, draw.person(), draw.pick(("f", "m", "n", "f", "m")), kind.office)
    scene.received = draw.date() if purpose == "receipt" or draw.chance(0.85) else ""
    scene.place = draw.placeholder("LOCATION") if draw.chance(0.5) else ""
    scene.address = draw.placeholder("STREET_ADDRESS") if draw.chance(0.5) else ""
    scene.number = draw.case_number() if draw.chance(0.7) else ""
    scene.number_label = draw.pick(
        ("Aktenzeichen", "Aktenzeichen", "Aktenzeichen", "Geschäftszeichen", "Az.", "Vorgangsnummer")
    )
    wants_documents = {"receipt": 0.6, "interim": 0.15, "documents": 1.0, "appointment": 0.4}[purpose]
    if draw.chance(wants_documents):
        scene.missing = draw.some(kind.documents, 1, 4)
        scene.deadline = draw.later_date() if draw.chance(0.75) else ""
    elif purpose == "receipt" and draw.chance(0.4):
        scene.complete = True
    scene.duration = draw.duration() if draw.chance(0.65 if purpose in ("receipt", "interim") else 0.15) else ""
    if draw.chance(0.75):
        scene.clerk = draw.person()
        scene.clerk_gender = draw.pick(("f", "m", "", ""))
        scene.phone = draw.placeholder("PHONE_NUMBER") if draw.chance(0.75) else ""
        scene.mail = draw.placeholder("EMAIL_ADDRESS") if draw.chance(0.3) else ""
    elif draw.chance(0.4):
        scene.phone = draw.placeholder("PHONE_NUMBER")
    if draw.chance(0.15):
        scene.hours = f"{draw.pick(WEEKDAYS)} von {draw.random.randint(8, 10)} bis {draw.random.randint(12, 18)} Uhr"
    scene.fee = draw.amount() if draw.chance(0.2) else ""
    if purpose == "appointment":
        day = f"{draw.pick(WEEKDAYS)}, den {draw.later_date()}" if draw.chance(0.4) else draw.later_date()
        scene.appointment = f"{day}, um {draw.time()}"
        scene.room = draw.room() if draw.chance(0.8) else ""
    scene.birth = draw.placeholder("DATE_OF_BIRTH") if draw.chance(0.12) else ""
    scene.way = draw.pick(("", "", "per Post", "online", "per E-Mail", "persönlich"))
    return scene


def listing(items: list[str]) -> str:
    """Items as running text: `a, b und c`."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " und " + items[-1]
