/** What the payment service wants to know, in the topics that the earnings page has words for. */
export const requirementTopics = [
  'name',
  'birth',
  'address',
  'contact',
  'taxNumber',
  'document',
  'bank',
  'business',
  'people',
  'terms',
  'other',
] as const;
export type RequirementTopic = (typeof requirementTopics)[number];

/** By what a requirement's path ends in or holds; the first that fits. */
const signs: readonly (readonly [RegExp, RequirementTopic])[] = [
  [/outbound_destination|external_account|bank_account/, 'bank'],
  [/tos_acceptance|terms_of_service|attestations\.(terms|directorship|ownership|representative)/, 'terms'],
  [/documents?\b|verification/, 'document'],
  [/id_numbers?|tax_id|vat_id|ssn|registration/, 'taxNumber'],
  [/date_of_birth|\bdob\b|nationalit/, 'birth'],
  [/address/, 'address'],
  [/phone|email/, 'contact'],
  [/owners|executives|directors|representative|relationship/, 'people'],
  [/business_profile|business_details|product_description|doing_business_as|\burl\b|\bmcc\b/, 'business'],
  [/given_name|surname|first_name|last_name|legal_name|script_names|\bname\b/, 'name'],
];

/**
 * The topics of what an account still lacks, each once, in the order above: the payment service names paths such as
 * `identity.individual.date_of_birth`. What is not known is `other`: the hosted form says more.
 * https://docs.stripe.com/connect/accounts-v2
 */
export function requirementTopicsOf(descriptions: readonly string[]): RequirementTopic[] {
  const found = new Set(
    descriptions.map((text) => signs.find(([sign]) => sign.test(text))?.[1] ?? ('other' as const)),
  );
  return requirementTopics.filter((topic) => found.has(topic));
}
