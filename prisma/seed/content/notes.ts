/** What `specialist@demo.example` has noted about the first client of the demo, the latest first; days ago. */
export const notes: readonly { daysAgo: number; text: string }[] = [
  {
    daysAgo: 6,
    text: 'Dort mieux depuis que le téléphone reste au salon. Les réveils de quatre heures persistent.\n\nProchaine fois : revoir le journal du sommeil, parler du retour au bureau.',
  },
  {
    daysAgo: 18,
    text: 'Commence le journal du sommeil. Inquiète de la réorganisation de son équipe ; en a parlé pour la première fois à sa responsable.',
  },
  {
    daysAgo: 34,
    text: 'Appel de découverte. Épuisement depuis le printemps, pas de traitement. Souhaite des séances le matin.',
  },
];
