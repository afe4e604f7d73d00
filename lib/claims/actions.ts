'use server';

import { defineAction } from '@/lib/server/action';
import { answerClaim } from './answer-claim';
import { decideClaim } from './decide-claim';
import { openClaim } from './open-claim';
import { acceptAnswer, contestAnswer, withdrawClaim } from './reply-to-answer';
import {
  answerSchema,
  claimSchema,
  decisionSchema,
  messageSchema,
  noteSchema,
  openClaimSchema,
} from './schema';
import { noteOnClaim, sendMessage } from './send-message';

export const openClaimAction = defineAction({
  input: openClaimSchema,
  run: openClaim,
  next: ({ claimId }) => ({ pathname: '/claims/[claimId]', params: { claimId } }),
});
export const answerClaimAction = defineAction({ input: answerSchema, run: answerClaim });
export const acceptAnswerAction = defineAction({ input: claimSchema, run: acceptAnswer });
export const contestAnswerAction = defineAction({ input: messageSchema, run: contestAnswer });
export const withdrawClaimAction = defineAction({ input: claimSchema, run: withdrawClaim });
export const sendMessageAction = defineAction({ input: messageSchema, run: sendMessage });
export const noteOnClaimAction = defineAction({ input: noteSchema, run: noteOnClaim });
export const decideClaimAction = defineAction({ input: decisionSchema, run: decideClaim });
