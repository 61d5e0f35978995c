"""Where long compounds may be broken in tables and figures: after these parts of words, and nowhere else."""

from __future__ import annotations

from typing import Final

from ropa_app.i18n import Language

_NB: Final = """
adekvans arbeids avdelings bedrifts behandlings berettiget betalings databehandlings databehandler
deltaker forbruker forretnings forsikrings funksjons gjennomgangs helse informasjons innsamlings
interesse kartleggings kommunikasjons kompetanse konsern kontakt kontaktperson konto kreditt kunde
kundeservice lagrings leverandør leverings lokaliserings lønns markeds markedsførings medlems myndighets nett
nettsteds nyhets oppbevarings oppdrags oppfølgings opplysnings organisasjons overførings overvåkings person
personvern produkt regnskaps rekrutterings rettighets samtykke selskaps service sikkerhets skatte slette
standard system tilgangs tjeneste under utsendelses vedlikeholds virksomhets
"""
_NN: Final = """
adekvans arbeids avdelings bedrifts behandlings betalings databehandlar databehandlings deltakar forbrukar
forretnings forsikrings funksjons gjennomgangs helse identitets informasjons innsamlings interesse
kommunikasjons kompetanse konsern kontakt kontaktperson konto kreditt kunde kundeservice lagrings leverandør
leverings lokaliserings lønns marknads marknadsførings medlems nett nettstads nyheits oppbevarings oppdrags
oppfølgings opplysnings organisasjons overførings overvakings person personvern produkt rekneskaps
rekrutterings samtykke selskaps service skatte slette standard styresmakts system teneste tilgangs tryggings
under utsendings vedlikehalds verksemds
"""
SEAMS: Final[dict[Language, tuple[str, ...]]] = {
    "nb": tuple(_NB.split()),
    "nn": tuple(_NN.split()),
    "en": (),
}
