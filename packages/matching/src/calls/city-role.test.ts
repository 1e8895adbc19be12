import type { CityRole } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { readCall } from './read-call.ts';

const OWNER: readonly string[] = [
  'Kommuner kan söka.',
  'Bidraget kan sökas av kommuner, regioner och ideella föreningar.',
  'Vem kan söka?\nKommuner, regioner och civilsamhällets organisationer.',
  'Vem kan söka stödet?\n- Ideella föreningar\n- Kommuner\n- Stiftelser',
  'Följande aktörer kan söka:\n• kommuner\n• samordningsförbund',
  'Endast kommuner får ansöka.',
  'Utlysningen är öppen för alla juridiska personer.',
  'Utlysningen vänder sig till offentliga aktörer och idéburna organisationer.',
  'Sökande ska vara en offentlig aktör.',
  'Projektägare kan vara en kommun, en region eller ett samordningsförbund.',
  'Behöriga sökande är kommuner och kommunala bolag.',
  'Stöd kan lämnas till kommuner.',
  'Statsbidraget får endast lämnas till en kommun eller en region.',
  'Kommunala bolag kan inte söka, men kommuner kan.',
  'Enskilda firmor och privatpersoner kan inte söka. Alla andra juridiska personer är välkomna att söka.',
  'Alla juridiska personer utom enskilda firmor kan söka.',
  'Både offentliga och privata aktörer kan söka.',
  'Sökande: Kommuner, regioner',
  'Målgrupp för utlysningen är kommuner. De kan söka bidrag för insatser.',
  'Koordinator ska vara en kommun. Övriga parter kan vara företag, föreningar och forskningsinstitut.',
  'Kommuner kan söka tillsammans med en ideell förening.',
  'Kan en kommun söka?\nJa, kommuner kan vara projektägare.',
  'Stödet riktar sig till kommuner som vill utveckla arbetet med unga.',
  'Det är kommunerna som ansöker. Civilsamhället kan delta som samverkanspart.',
  'Ansökan görs av kommunen, som får samarbeta med ett arbetsintegrerande socialt företag.',
  'Minst två aktörer ska ingå, varav minst en offentlig. Alla typer av organisationer kan vara koordinator.',
  'Municipalities can apply.',
  'The call is open to public authorities and NGOs.',
  'Who can apply?\nLocal authorities, NGOs and social enterprises.',
  'Eligible applicants:\n- public bodies\n- non-profit organisations',
  'Applicants must be legal entities established in an EU Member State.',
  'Any public or private legal entity may submit a proposal.',
  'Only local and regional authorities are eligible to apply.',
  'The lead partner shall be a public authority; other partners may be NGOs or SMEs.',
  'Natural persons are not eligible. Applications may be submitted by legal entities, public or private.',
  'Cities and municipalities are invited to submit proposals together with civil society organisations.',
  'Grants are awarded to municipalities.',
  'The coordinator must be a city or a municipality.',
  'All types of organisations except private individuals can apply.',
  'Beneficiaries: local authorities, public employment services, social enterprises.',
];
const PARTNER: readonly string[] = [
  'Sökande ska vara en ideell förening. En kommun kan vara medsökande.',
  'Endast idéburna organisationer kan vara projektägare. Kommuner och regioner kan delta som samverkansparter.',
  'Kommuner kan inte vara huvudsökande men kan delta i projektet som part.',
  'Ideella föreningar kan söka tillsammans med en kommun.',
  'Föreningar kan söka. Projektet ska genomföras i samverkan med kommunen.',
  'Koordinator ska vara ett universitet. Kommuner kan vara projektparter.',
  'Sökande ska vara ett socialt företag, som samverkar med minst en kommun.',
  'Offentliga aktörer får inte vara huvudsökande, däremot medsökande.',
  'Huvudsökande måste vara en organisation inom civilsamhället. Minst en av parterna ska vara offentlig.',
  'Kommuner kan inte söka på egen hand, men gärna medverka som samarbetspart i en förenings ansökan.',
  'En kommun får delta i projektet men inte stå som sökande. Sökande är ideella föreningar.',
  'Stödet söks av civilsamhällets organisationer i partnerskap med offentliga aktörer.',
  'Kan kommunen vara sökande?\nNej. Kommunen kan däremot vara samverkanspart.',
  'Applicants must be NGOs. Municipalities may participate as associated partners.',
  'Public authorities cannot apply as lead applicant but may be co-applicants.',
  'Only civil society organisations are eligible as coordinators. Local authorities can be partners in the consortium.',
  'Non-profit organisations can apply in partnership with a municipality.',
  'The applicant must be a social enterprise. Public bodies can join as partners without funding.',
  'Municipalities are not eligible for funding but are welcome to take part as associated partners. NGOs may apply.',
  'Universities may apply. Partners from local government are encouraged to join the project.',
  'Projektledaren ska vara anställd vid ett svenskt lärosäte. Projektet kan ha deltagare från kommuner.',
];
const FUNDER: readonly string[] = [
  'Ideella föreningar kan söka. Kommuner kan inte söka men kan bidra med medfinansiering.',
  'Ekonomiska föreningar kan söka. Ett stödbrev från kommunen ska bifogas ansökan.',
  'Sökande ska vara en ideell förening. Till ansökan ska ni bifoga en avsiktsförklaring från kommunen.',
  'Social enterprises may apply. A letter of support from the municipality must be enclosed.',
  'Charities can apply. Local authorities cannot be applicants or partners but may co-finance the project.',
  'Kommuner kan varken söka eller delta som part, men får vara medfinansiär. Stiftelser kan söka.',
];
const NOT: readonly string[] = [
  'Kommuner kan inte söka.',
  'Ideella föreningar kan söka. Kommuner, regioner och statliga myndigheter kan inte söka.',
  'Endast aktiebolag kan söka.',
  'Endast ideella föreningar kan söka stödet. Offentliga aktörer kan varken söka eller delta.',
  'Stödet är öppet för små och medelstora företag. Offentlig sektor är undantagen.',
  'Kommunala bolag kan söka men inte kommuner.',
  'Följande kan inte söka:\n- kommuner\n- regioner\n\nFöljande kan söka:\n- ideella föreningar',
  'Alla juridiska personer utom kommuner och regioner kan söka.',
  'Alla utom offentliga aktörer kan söka. Sökande ska vara juridisk person.',
  'Endast inbjudna organisationer kan söka.',
  'Ansökan sker efter inbjudan. Kommuner kan söka.',
  'Kommuner i Norrbottens och Västerbottens län kan söka.',
  'Kommuner med färre än 20 000 invånare kan söka.',
  'Municipalities cannot apply.',
  'Only SMEs are eligible. Public bodies are excluded from participating.',
  'Public authorities are not eligible, neither as applicants nor as partners. NGOs can apply.',
  'By invitation only. Municipalities that have been invited may apply.',
  'Eligible: companies and cooperatives. Not eligible: municipalities, regions, government agencies.',
  'Applications are accepted from private companies only.',
  'All legal entities other than public authorities may apply.',
];
const UNCLEAR: readonly string[] = [
  'Fonden planerar en satsning under våren 2027.',
  'Bidraget ska stärka arbetet mot utanförskap i kommunen.',
  'The programme aims to reduce unemployment in cities and municipalities.',
  'Mer information kommer.',
];

const cases = (role: CityRole, texts: readonly string[]) => texts.map((text) => ({ text, role }));

describe('the city’s role', () => {
  it.each([
    ...cases('projektägare', OWNER),
    ...cases('samverkanspart', PARTNER),
    ...cases('medfinansiär', FUNDER),
    ...cases('kan inte delta', NOT),
    ...cases('oklart', UNCLEAR),
  ])('$role: $text', ({ text, role }) => {
    const reading = readCall(text);
    expect(reading.role.value).toBe(role);
    if (role !== 'oklart') expect(reading.role.quotes.length).toBeGreaterThan(0);
  });
});
