/** Two texts in which each barrier stands, and two in which it does not: denied, or another sense of the words. Written for the tests. */
export const BARRIER_CASES: Readonly<Record<string, { readonly fires: readonly string[]; readonly silent: readonly string[] }>> = {
  'oms.min': {
    fires: [
      'Företaget ska de två senaste åren ha haft en nettoomsättning på minst 8 mkr per år.',
      'Anbudsgivarens årliga omsättning får inte understiga 4 000 000 kr.',
      'Anbudsgivaren ska omsätta minst tre miljoner kronor om året.',
    ],
    silent: [
      'Vi ställer inget krav på omsättning.',
      'Det finns inte något krav på att omsättningen ska uppgå till ett visst belopp.',
      'Caféets omsättning uppgick förra året till 2 miljoner kronor.',
    ],
  },
  'oms.rating': {
    fires: ['Leverantören ska ha lägst rating A hos kreditupplysningsföretag.', 'Anbudsgivaren ska minst ha riskklass 3 enligt UC.'],
    silent: ['Staden tar inte någon kreditupplysning på anbudsgivarna.', 'Lokalerna är indelade efter hygienkrav: operationssalar har riskklass 1.'],
  },
  'oms.soliditet': {
    fires: ['Leverantörens soliditet ska vara lägst 25 procent.', 'Följande nyckeltal ska redovisas: soliditet och kassalikviditet.'],
    silent: ['Krav på soliditet ställs inte.', 'Vi betalar i förskott så att leverantörens likviditet inte försämras.'],
  },
  'oms.bokslut': {
    fires: ['Bokslut för de tre senaste åren ska lämnas in.', 'Årsredovisningar från de två senaste räkenskapsåren ska bifogas.'],
    silent: [
      'Anbudsgivaren behöver inte lämna in årsredovisning för de tre senaste åren.',
      'Bokslut för tre år kan lämnas, eller för den tid företaget har funnits.',
    ],
  },
  'oms.bank': {
    fires: ['Bankgaranti om 200 000 kr ska lämnas vid avtalets tecknande.', 'Leverantören ska ställa säkerhet för sina åtaganden.'],
    silent: ['Ingen bankgaranti krävs.', 'Ordning och säkerhet i lokalerna sköts av vaktbolaget.'],
  },
  'fors.belopp': {
    fires: ['Leverantören ska ha en ansvarsförsäkring på lägst 10 miljoner kronor per skada.', 'Försäkringsbeloppet ska vara minst 120 basbelopp.'],
    silent: ['Det krävs ingen ansvarsförsäkring på ett visst antal miljoner kronor.', 'Kommunens ansvarsförsäkring täcker skador upp till 5 miljoner kronor.'],
  },
  'ref.antal': {
    fires: ['Tre referensuppdrag ska redovisas.', 'Anbudsgivaren ska lämna referenser från uppdrag av motsvarande storlek.'],
    silent: ['Inga referenser behöver lämnas från liknande uppdrag.', 'Ange referensnummer AMN 2027-03 och två kontaktvägar.'],
  },
  'ref.offentlig': {
    fires: ['Minst ett av referensuppdragen ska vara utfört åt en kommun eller region.', 'Referenser ska komma från offentlig sektor.'],
    silent: ['Referenser kan komma från privat eller offentlig kund.', 'Referensuppdraget behöver inte vara utfört åt en offentlig beställare.'],
  },
  'ref.tid': {
    fires: ['Anbudsgivaren ska ha minst tre års erfarenhet av liknande uppdrag.', 'Företaget ska ha varit verksamt i branschen i minst fem år.'],
    silent: ['Arbetsledaren ska ha minst två års erfarenhet av handledning.', 'Det krävs inte minst tre års erfarenhet av branschen.'],
  },
  'cert.kval': {
    fires: ['Leverantören ska vara certifierad enligt ISO 9001.', 'Anbudsgivaren ska ha ett certifierat kvalitetsledningssystem.'],
    silent: ['Leverantören ska vara certifierad enligt ISO 9001 eller likvärdigt.', 'Förvaltningen är certifierad enligt ISO 9001.'],
  },
  'cert.miljo': {
    fires: ['Miljöledningssystem enligt ISO 14001 krävs.', 'Leverantören ska vara EMAS-registrerad.'],
    silent: ['Leverantören ska ha ISO 14001 eller motsvarande rutiner.', 'Skolans temas arbete handlar om hållbarhet.'],
  },
  'cert.bransch': {
    fires: ['Städpersonalen ska ha utbildning enligt SRY.', 'Leverantören ska vara medlem i en branschorganisation.'],
    silent: ['Staden har haft dialog med branschorganisationer.', 'Vi köper prylar till kontoret av en auktoriserad revisor.'],
  },
  'cert.markning': {
    fires: ['Rengöringsmedel ska vara märkta med Svanen.', 'Allt kaffe ska vara Fairtrade-märkt.'],
    silent: ['Kaffet ska vara Fairtrade-märkt eller ha likvärdig märkning.', 'Leverans ska ske till förskolan Svanen.'],
  },
  'vol.hela': {
    fires: ['Anbudet ska omfatta samtliga delar.', 'Det är inte möjligt att lämna anbud på en del av uppdraget.', 'Upphandlingen delas inte upp i delar.'],
    silent: ['Anbud behöver inte omfatta hela uppdraget.', 'Anbud kan lämnas på en eller flera delar.'],
  },
  'vol.geo': {
    fires: ['Tjänsten ska kunna utföras i alla stadsdelar.', 'Leverantören ska leverera till hela länet.'],
    silent: ['Leverantören behöver inte kunna utföra tjänsten i samtliga stadsdelar.', 'Hela staden är välkommen på invigningen.'],
  },
  'vol.kapacitet': {
    fires: ['Anbudsgivaren ska ha minst tio anställda.', 'Leverantören ska disponera minst 5 egna fordon.'],
    silent: ['Lokalen rymmer minst 20 personer.', 'Vi kräver inte minst tio anställda.'],
  },
  'vol.ram': {
    fires: ['Ramavtalets takvolym är 40 miljoner kronor.', 'Ramavtal kommer att tecknas med en leverantör.'],
    silent: ['Ramavtal tecknas med flera leverantörer.', 'Avfallsvolymen är 40 kubik per år.'],
  },
  'vol.volymgaranti': {
    fires: ['Staden garanterar ingen viss volym.', 'Avtalet tecknas utan volymåtagande.'],
    silent: ['Staden garanterar en minsta volym på 20 timmar i veckan.', 'Volymen framgår av bilaga 2.'],
  },
  'tid.kort': {
    fires: ['Anbudstiden är 14 dagar.', 'Anbud ska ha kommit in inom två veckor.'],
    silent: ['Anbud ska lämnas inom 40 dagar från annonsen.', 'Frågor om anbudet besvaras inom 5 dagar.'],
  },
  'tid.start': {
    fires: ['Avtalsstart sker omgående.', 'Arbetet ska påbörjas inom en vecka från tilldelning.'],
    silent: ['Uppdraget startar tre månader efter att avtalet har tecknats.', 'Leverantören ska omedelbart meddela om något går sönder.'],
  },
  'tid.installelse': {
    fires: ['Leverantören ska kunna vara på plats inom två timmar.', 'Jour ska finnas dygnet runt.'],
    silent: ['Det krävs ingen inställelsetid på ett visst antal timmar.', 'Boendet är öppet dygnet runt.'],
  },
  'vite.alla': {
    fires: ['Vid försening betalar leverantören ett vite på 1 000 kr per dag.', 'Staden har rätt till avtalsvite.'],
    silent: ['Vite utgår inte.', 'Arbetsmiljöverket kan förelägga vid vite.'],
  },
  'vite.skada': {
    fires: ['Leverantörens ansvar är obegränsat, och skadestånd betalas utan tak.', 'Leverantören ansvarar för alla skador som uppstår.'],
    silent: ['Leverantören ansvarar för all skada, dock högst upp till 10 basbelopp.', 'Leverantören har inte något obegränsat ansvar.'],
  },
  'bet.tid': {
    fires: ['Betalningsvillkor är 60 dagar netto.', 'Ersättningen betalas i efterskott varje kvartal.'],
    silent: ['Betalning sker inom 30 dagar.', 'Anbudet är bindande i 90 dagar.'],
  },
  'bet.fast': {
    fires: ['Priserna ska vara fasta under hela avtalsperioden.', 'Inga prisjusteringar görs.'],
    silent: ['Priserna är fasta första året och justeras därefter enligt KPI.', 'Priserna är inte fasta under avtalstiden.'],
  },
  'pris.lagst': {
    fires: ['Det anbud som har lägst pris antas.', 'Utvärdering sker enbart på pris.'],
    silent: ['Vi utvärderar inte enbart pris.', 'Vid lika poäng vinner anbudet med lägsta pris.'],
  },
  'form.ab': {
    fires: ['Leverantören ska vara ett aktiebolag.', 'Endast aktiebolag och handelsbolag får lämna anbud.'],
    silent: [
      'Leverantören kan vara aktiebolag, ekonomisk förening eller ideell förening.',
      'Bostadsbolaget är ett kommunalt aktiebolag som ska förvalta husen.',
    ],
  },
  'form.underskrift': {
    fires: ['Anbudet ska undertecknas av behörig firmatecknare.', 'Anbudet ska signeras med BankID.'],
    silent: ['Anbudet behöver inte undertecknas med e-signatur.', 'Deltagarna ska kunna logga in med BankID.'],
  },
  'form.bevis': {
    fires: ['Registreringsbevis ska bifogas anbudet.', 'Intyg från Skatteverket ska lämnas in.'],
    silent: ['Intyg ska lämnas in endast av den som tilldelas avtalet.', 'Tidrapporter ska bifogas fakturan.'],
  },
  'form.formellafel': {
    fires: ['Anbud som saknar efterfrågade uppgifter förkastas.', 'Brister i anbudet leder till att det diskvalificeras.'],
    silent: ['Anbud som saknar uppgifter kan kompletteras.', 'Anbud som kommer in för sent kommer inte att prövas.'],
  },
  'krav.skall': {
    fires: [
      'Leverantören ska städa. Golv ska torkas. Papper ska tömmas. Dörrar ska låsas. Nycklar ska lämnas.',
      'Allt skall dokumenteras. Planen skall följas. Personalen måste ha id-kort. Rapport skall lämnas. Möten skall hållas.',
    ],
    silent: ['Leverantören ska städa varje dag. Resten kommer vi överens om.', 'Hundens skall hördes över gården.'],
  },
  'krav.personal': {
    fires: ['Samtliga medarbetare ska ha gymnasieutbildning.', 'Den som utför arbetet ska ha B-körkort.'],
    silent: ['All personal ska få introduktion och utbildning på plats.', 'All personal ska bära legitimation.'],
  },
  'krav.sprak': {
    fires: ['Personalen ska behärska svenska i tal och skrift.', 'All personal ska kunna tala god svenska.'],
    silent: ['En kontaktperson ska kunna tala svenska.', 'Anbudet ska vara skrivet på svenska.'],
  },
  'krav.register': {
    fires: ['Utdrag ur belastningsregistret ska visas upp.', 'Personalen ska genomgå säkerhetsprövning.'],
    silent: ['Belastningsregistret kontrolleras inte.', 'Dörrarna har lås i säkerhetsklass 3.'],
  },
  'krav.under': {
    fires: ['Det är inte tillåtet att anlita underleverantörer: underleverantör får inte användas.', 'Underleverantörer accepteras inte.'],
    silent: ['Underleverantörer får anlitas.', 'Underleverantörer får inte bytas utan beställarens godkännande.'],
  },
  'krav.it': {
    fires: ['Leverantören ska ta emot beställningar via EDI.', 'Leverantören ska ansluta sig till stadens e-handelssystem.'],
    silent: ['Leverantören behöver inte ha e-handel.', 'Vi upphandlar ett nytt affärssystem som ska driftsättas i maj.'],
  },
  'krav.specvara': {
    fires: ['Golven ska vårdas med maskin av märket Tennant.', 'Pumpen ska vara av fabrikat Grundfos.'],
    silent: ['Pumpen ska vara av fabrikat Grundfos eller likvärdig.', 'Verktyg av typ borrmaskin finns på plats.'],
  },
  'sprak.jurid': {
    fires: ['Det åligger leverantören att tillse att erforderliga tillstånd finns.', 'Avgiften skall erläggas medelst faktura.'],
    silent: ['Ni betalar avgiften med faktura.', 'Förfarandet är öppet.'],
  },
};
