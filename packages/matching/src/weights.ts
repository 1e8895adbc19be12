/**
 * What each kind of evidence adds to the log-odds that a text is about a field, or that an organisation and a
 * purchase fit. Positive speaks for, negative against.
 *
 * Set by hand on general grounds, then scaled by kind of evidence as a logistic regression on judged notices and profiles
 * says, in five folds (`pnpm bench fit`), so that what is said with 90 % is right about nine times in ten. BENCHMARKS.md keeps
 * the figures.
 */
export const WEIGHTS = {
  /** Before any evidence: most fields are not what a purchase is about. */
  priorOfPurchase: -4.8,
  priorOfOffer: -5.4,

  /** A term of the field, by where it stands. The first is the strongest; each further one counts for half the one before. */
  term: { title: 7, lotTitle: 5.9, opening: 4.6, description: 3, lotDescription: 3, offers: 8 },
  /** In the first this many characters a description says what is bought. */
  openingLength: 250,
  /** In a text of many pages one mention says little: beyond this many characters it counts for less, by the square root of the length. */
  pageLength: 1500,
  nextTerm: 0.5,
  /** How a term is found: as written, as part of a longer word, in a word cut short by a hyphen, as two words near each other. */
  manner: { whole: 1, part: 0.85, cut: 0.85, loose: 0.75 },
  /** A term that several fields share. */
  sharedTerm: 0.6,
  /** A term that is only mentioned: inside a longer term, as what the work is done to, or for; or said not to be bought. */
  mention: { inside: 0.4, object: 0.4, purpose: 0.5, setting: 0.5, aside: 0.5, terms: 0.5, excluded: -0.3 },

  /** A word of the field's group, against one of its own; and such a word that is also a term of another field in the group. */
  groupTerm: 0.45,
  claimedGroupTerm: 0.3,

  /** A negative term of the field. */
  negative: { title: -3.5, lotTitle: -2, opening: -2, description: -1, lotDescription: -1, offers: -4 },

  /** The main CPV code against the field's own codes, the related ones and those of things that look like it. */
  cpv: { primarySame: 5.2, primaryBelow: 3, primaryAbove: 1.4, relatedSame: 1.6, relatedBelow: 1, lookalike: -2.5 },
  /** An additional code, or the code of one lot, against the main one. */
  additionalCpv: 0.6,
  /** A code of two or three digits names a whole branch. */
  generalCpv: 0.4,

  /** Goods are bought, and the field is a service; unless a code weighs more than this for the field. */
  goods: { declared: -3, byCode: -2.3 },
  cpvOverGoods: 2,
  /** The main code is of another branch and no code has to do with the field: far away (building, engineering, finance …), or any other service. */
  cpvOther: { far: -2.6, near: -0.5 },

  /** A field that a person has entered for the organisation in the register: 0.97. */
  enteredField: 3.5,
  /** Before any evidence that organisation and purchase fit, when they share no field. */
  priorWithoutField: -4,
  /** A word of its own that only one organisation uses and the purchase too, beyond the fields; at most so many count. */
  ownWord: 0.5,
  mostOwnWords: 3,
  samePlace: 0.1,
  otherPlace: -0.4,
  reserved: 0.3,
  /** The purchase is worth more than this many times what the organisation says it can take on in a year. */
  tooLargeFrom: 2,
  tooLarge: -0.8,
  /** The text of the purchase is in another language than Swedish. */
  otherLanguage: -0.3,
} as const;
