/**
 * Programmes of the EU Funding & Tenders Portal that work integration may be paid from, by the portal’s own number
 * (`frameworkProgramme`), as seen in several public clients. The ESF+ money that Sweden hands out is not on the portal.
 */
export const PROGRAMMES: Readonly<Record<string, string>> = {
  '43254019': 'ESF+',
  '43252517': 'Social Prerogative and Specific Competencies Lines (SOCPL)',
  '43251447': 'AMIF',
  '43353764': 'Erasmus+',
  '43251589': 'CERV',
  '43252476': 'Single Market Programme',
  '44416173': 'Interregional Innovation Investments (I3)',
  '43108390': 'Horizon Europe',
  '43637601': 'Pilot Projects and Preparatory Actions (PPPA)',
  '43254037': 'European Solidarity Corps',
};
