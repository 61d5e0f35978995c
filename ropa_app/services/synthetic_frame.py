"""What a made-up register has beside activities and parties: organisation, measures, statement, reviews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal import LawData
from ropa_app.services.synthetic_drawing import Draw, material, organisation_number
from ropa_app.services.synthetic_parties import Parties

_PUBLISHED: Final = (date(2021, 5, 20), date(2024, 11, 4))
_SAID: Final = ("said", "said", "said", "unclear", "not_said", "not_applicable")
_SECTIONS: Final = {"00-summary": "summary", "08-marketing": "marketing", "12-complaint": "complaint"}
_COMMON_MEASURES: Final = 12


class FrameDrawer:
    """Draws what does not depend on any one activity."""

    def __init__(self, draw: Draw, law: LawData, activities: Sequence[RecordId]) -> None:
        self._draw = draw
        self._law = law
        self._activities = activities
        self._name, self._domain, public, parent = draw.one(material()["organisations"])
        self.parent: str = parent
        self._public = Answer(public)

    def organisation(self, parties: Parties) -> Iterator[Record]:
        """Yield the settings, the organisation and whom to ask there."""
        draw = self._draw
        town: list[str] = draw.one(material()["towns"])
        yield draw.make("register", language="nb", review_months=12)
        yield draw.make(
            "organisation",
            name=self._name,
            org_number=organisation_number(draw.chance),
            country="NO",
            postal_address=f"Postboks {draw.chance.randint(1, 900)}\n{' '.join(town)}",
            visiting_address=draw.address(),
            email=f"post@{self._domain}",
            phone=draw.phone(),
            parent_company=parties.parent,
            public_authority=self._public,
            employees=draw.chance.randint(30, 9_000),
            record_waived=Answer.NO,
            acts_as_processor=Answer.YES,
            dpo_appointed=Answer.YES,
            dpo_assessed=draw.day(1500, 100),
        )
        for role, name in (("dpo", draw.person()), ("privacy", "Kundesenteret")):
            yield draw.make(
                "contact",
                role=role,
                name=name,
                address=draw.address(),
                email=f"{role}@{self._domain}",
                phone=draw.phone(),
            )

    def measures(self) -> list[Record]:
        """Return the security measures, the first ones for the whole organisation."""
        codes = [choice.code for choice in self._law.choices("measures")]
        return [self._measure(code, number) for number, code in enumerate(codes) if self._is_taken(code)]

    def _is_taken(self, code: str) -> bool:
        return code in material()["own_measures"] or (not code.endswith("00") and self._draw.likely(0.75))

    def _measure(self, code: str, number: int) -> Record:
        draw = self._draw
        draw.choose_languages()
        own = material()["own_measures"].get(code)
        wide = number < _COMMON_MEASURES
        return draw.make(
            "measure",
            catalogue=code,
            description=draw.common_text("measure_description"),
            status=draw.one(("in_place", "in_place", "in_place", "partly", "planned")),
            organisation_wide=Answer.YES if wide else Answer.NO,
            tested=draw.day(1000, 10) if draw.likely(0.6) else None,
            **({"name": draw.text(own)} if own else {}),
            **({"public_text": draw.common_text("measure_public")} if wide else {}),
        )

    def systems(self, parties: Parties) -> list[Record]:
        """Return the systems, most of them run by a supplier."""
        names = material()["systems"]
        number = max(3, len(self._activities) // 8)
        return [self._system(names, index, parties) for index in range(number)]

    def _system(self, names: Sequence[str], index: int, parties: Parties) -> Record:
        round_, which = divmod(index, len(names))
        suppliers = parties.of("supplier")
        provider = self._draw.one(suppliers) if suppliers and self._draw.likely(0.7) else None
        name = f"{names[which]} {round_ + 1}" if round_ else names[which]
        return self._draw.make("system", name=name, provider=provider)

    def consents(self) -> list[Record]:
        """Return the ways consent is asked for."""
        return [self._consent(number) for number in range(3 + len(self._activities) // 40)]

    def _consent(self, number: int) -> Record:
        draw = self._draw
        draw.choose_languages()
        return draw.make(
            "consent",
            name=f"Samtykkeskjema {number + 1}",
            text=draw.common_text("consent_text"),
            active=draw.one((Answer.YES, Answer.YES, Answer.YES, Answer.NO)),
            evidence=draw.common_text("consent_evidence"),
            withdrawal=draw.common_text("consent_withdrawal"),
        )

    def processing(self, parties: Parties, measures: Sequence[RecordId]) -> Iterator[Record]:
        """Yield the register as processor."""
        draw = self._draw
        customers = parties.of("customer")
        for _ in range(1 + len(self._activities) // 50):
            draw.choose_languages()
            yield draw.make(
                "processor_record",
                controller=draw.one(customers) if customers else None,
                categories=draw.common_text("processing"),
                sub_processors=draw.some(parties.of("supplier"), 2),
                measures=draw.some(measures, 3),
                status=draw.one(("active", "active", "draft", "ended")),
            )

    def statement(self) -> Iterator[Record]:
        """Yield the settings and own paragraphs of the statement and what has been published before."""
        draw = self._draw
        draw.choose_languages()
        texts = {name: draw.common_text(name) for name in ("rights_how", "copy_how", "changes_how")}
        yield draw.make("statement", effective=draw.day(300, 30), **texts)
        for section, name in _SECTIONS.items():
            yield draw.make("statement_text", section=section, text=draw.common_text(name))
        for published in _PUBLISHED:
            yield from self._published(published)

    def _published(self, published: date) -> Iterator[Record]:
        draw = self._draw
        codes = {
            name: [choice.code for choice in self._law.choices(list_name)]
            for name, list_name in (
                ("rights", "statement_rights"),
                ("rights_channels", "rights_channels"),
                ("complaint_channels", "complaint_channels"),
                ("terms", "outdated_terms"),
                ("phrases", "vague_phrases"),
            )
        }
        statement = draw.make(
            "published_statement",
            published=published,
            place=f"{self._domain}/personvern",
            recipients_named=("Skatteetaten", "NAV"),
            reply_days=30,
            changes=draw.one(("told", "told_if_material", "without_notice")),
            **{name: draw.some(found, 6) for name, found in codes.items()},
        )
        yield statement
        for number, choice in enumerate(self._law.choices("statement_items"), 1):
            some = draw.some(self._activities, 4) if draw.turn("item of some", 3) else ()
            values: dict[str, Any] = {"item": choice.code, "said": draw.one(_SAID), "activities": some}
            yield draw.make("published_item", statement=statement.id, section=f"{number}", **values)
        for choice in self._law.choices("promises")[:3]:
            yield draw.make("promise", statement=statement.id, promise=choice.code, section="4")

    def reviews(self) -> Iterator[Record]:
        """Yield two rounds of review with remarks, and findings that were accepted."""
        draw = self._draw
        for internal in (Answer.YES, Answer.NO):
            sent = draw.day(200, 40)
            review = draw.make(
                "review",
                reviewer=draw.person(),
                sent=sent,
                due=draw.day(39, 5),
                scope=draw.some(self._activities, 5),
                internal_fields=internal,
                base_sequence=1,
            )
            yield review
            yield from self._remarks(review.id)
        yield from self._acceptances()

    def _remarks(self, review: RecordId) -> Iterator[Record]:
        draw = self._draw
        for number in range(2 + len(self._activities) // 60):
            common = {"review": review, "author": draw.person(), "day": draw.day(39, 5)}
            remark = draw.make(
                "remark",
                what="proposal",
                about=draw.one(self._activities),
                field="title",
                language="nb",
                base="Behandling av opplysninger",
                text="Tittelen sier ikke hva det gjelder.",
                proposed="Behandling av søknader",
                state=draw.one(("open", "taken", "refused")),
                state_reason="Vi tar det i neste versjon.",
                **common,
            )
            yield remark
            yield draw.make(
                "remark", what="comment", answers=remark.id, text="Enig.", state="resolved", **common
            )
            if number == 0:
                text = "Avsnittet bør komme først."
                yield draw.make(
                    "remark", what="comment", section="12-complaint", text=text, state="open", **common
                )

    def _acceptances(self) -> Iterator[Record]:
        draw = self._draw
        for number in range(1 + len(self._activities) // 50):
            yield draw.make(
                "acceptance",
                rule=draw.one(("R-REV-03", "R-RGT-02", "R-SRC-02")),
                about=draw.one(self._activities),
                reason="Avklares når det nye systemet er på plass.",
                declared=Answer.YES if number % 2 == 0 else Answer.NO,
                accepted_by=draw.person(),
                day=draw.day(300, 10),
                until=draw.day(-30, -400),
            )
