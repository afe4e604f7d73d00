import { afterAll, beforeAll, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/routing';
import { db } from '@/lib/server/db/client';
import { ClaimStory } from '@/prisma/test-claims';
import { stripeForTests } from '@/prisma/test-services';
import { claimNews } from '../tell-claim';
import { renderClaimEmail } from './claim-emails';

const stripe = stripeForTests();
let claimId: string;

beforeAll(async () => {
  const story = await ClaimStory.start(stripe);
  ({ claimId } = await story.opened());
  await story.answer(claimId, 'part', 3600);
});
afterAll(async () => {
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } });
});

it.each(locales)(
  'every piece of news has its words for both sides in %s, and none of the parties’',
  async (locale) => {
    for (const news of claimNews)
      for (const party of ['client', 'provider']) {
        const mail = await renderClaimEmail({ kind: `claim.${news}`, locale, params: { claimId, party } });
        expect(mail.subject).toMatch(/C-\d{4}/);
        expect(mail.html).not.toMatch(/emails\.|\{\w+\}/);
        expect(mail.text).toContain('36');
        expect(mail.text).not.toMatch(/ended early|router failed/);
        expect(mail.attachments).toBeUndefined();
      }
  },
);
