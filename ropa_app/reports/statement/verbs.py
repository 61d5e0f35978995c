"""The verbs that purposes and interests begin with, so that a sentence can go on with them.

Only a word that is listed here is taken for an infinitive: a purpose that begins with anything else is
printed as it was written, which is always right. Words that are as often a noun ("support") are left out.
"""

from __future__ import annotations

from typing import Final

from ropa_app.i18n import Language

_BOKMAAL: Final = """
administrere analysere annonsere anonymisere ansette arkivere arrangere avdekke avgjøre avklare avregne
avslutte avverge behandle bekrefte beregne beskytte bestille betale betjene bevare bidra bistå bli booke
bruke bygge dekke dele delta diagnostisere distribuere dokumentere drifte drive effektivisere ekspedere
endre etablere etterleve evaluere fakturere fange fastsette finne fjerne flytte forbedre forberede fordele
forebygge foreta forhindre forklare forske forsvare forutse forvalte fremme fullføre få følge føre garantere
gi gjenkjenne gjennomføre gjenopprette gjøre godkjenne granske ha handle hente hindre hjelpe holde håndheve
håndtere høre identifisere informere inngå innhente innkalle innkreve inspirere installere invitere ivareta
kartlegge kjenne kjøpe klargjøre kommunisere konstatere kontakte kontrollere koordinere kreve kvalitetssikre
lage lagre laste lede legge lete levere logge lære lønne løse markedsføre melde motta måle målrette nå
oppbevare oppdage oppdatere oppfylle opplyse opprette opprettholde organisere orientere overholde overvåke
planlegge plassere presentere produsere profilere publisere purre rapportere redusere refundere registrere
regne reklamere rekruttere reparere representere returnere revidere rydde samarbeide samle samordne selge
sende sikre sjekke skaffe skape skrive slette sortere spore spørre stanse starte statistikkføre stille
stoppe styre svare synliggjøre sørge ta teste tilby tildele tilpasse tilrettelegge treffe trene trykke
undersøke undervise unngå utarbeide utbetale utdanne utføre utlevere utnytte utrede utstede utvide utvikle
vaksinere varsle vedlikeholde veilede velge verifisere verne videreutvikle vise vurdere yte åpne
"""
_NYNORSK: Final = """
administrere analysere annonsere anonymisere arkivere arrangere avdekkje avgjere avklare avrekne avslutte
avverje behandle bekrefte berekne bestille betale betene betre bevare bidra bistå bli booke bruke byggje
dekkje dele delta diagnostisere distribuere dokumentere drifte drive effektivisere ekspedere endre etablere
etterleve evaluere fakturere fange fastsetje finne fjerne flytte forbetre fordele forhindre forklare forske
forsvare forvalte fremje fullføre få følgje føre førebu førebyggje garantere gi gje gjennomføre gjenopprette
gjere godkjenne granske greie ha halde handheve handle handsame handtere hente hindre hjelpe høyre
identifisere informere inngå innhente inspirere installere invitere ivareta kalle kartleggje kjenne kjøpe
klargjere kommunisere kontakte kontrollere koordinere kreve krevje kvalitetssikre lage lagre laste leggje
leite levere logge lære lønne løyse marknadsføre melde motta måle målrette nytte nå opne oppbevare oppdage
oppdatere oppfylle opplyse opprette oppretthalde organisere orientere overhalde overvake planleggje plassere
presentere produsere profilere publisere purre rapportere redusere refundere registrere reklamere rekne
rekruttere reparere representere rettleie returnere revidere rydde samarbeide samle samordne selje sende
sikre sjekke skaffe skape skrive slette sortere spore spørje stadfeste stanse starte stille stoppe styre
svare synleggjere syte ta teste tilby tildele tilpasse tilsetje treffe trene trykkje undersøkje undervise
unngå utarbeide utbetale utdanne utferde utføre utlevere utnytte utvide utvikle vaksinere varsle
vedlikehalde velje verifisere verne vidareutvikle vise vurdere yte
"""
_ENGLISH: Final = """
achieve adapt adjust administer advertise advise allocate allow analyse analyze announce anonymise answer
apply appoint approve archive arrange assess assign assist assure attract authenticate authorise avoid bring
build buy calculate carry choose clarify clean collect communicate compare complete comply conclude conduct
confirm control coordinate correct create customise decide defend deliver detect determine develop diagnose
discover distribute do document draw employ enable enforce engage enhance ensure enter establish evaluate
exercise expand explain extend find finish follow fulfil gain gather generate get give grant guard handle
hire identify implement improve inform inspect install introduce investigate invite invoice issue keep know
lead learn let locate maintain make manage measure monitor negotiate notify obtain operate organise organize
perform personalise prepare prevent procure produce promote protect prove provide publish pursue react
receive recognise recognize record recover recruit reduce register remind remove reply represent resolve
respond restore retain satisfy save see select sell send serve settle share show solve store strengthen
supply tailor take teach tell train understand update use vaccinate verify warn win write
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


INFINITIVES: Final[dict[Language, frozenset[str]]] = {
    "nb": _words(_BOKMAAL),
    "nn": _words(_NYNORSK),
    "en": _words(_ENGLISH),
}
