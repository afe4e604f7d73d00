import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '@/sandbox/http/faults';
import { inTransaction } from '@/sandbox/http/database';
import { cutReply, type Reply } from '@/sandbox/http/reply';
import type { Incoming } from '@/sandbox/http/server';
import { actingAccount, checkKey } from '@/sandbox/stripe/auth';
import { type Call, internalCall, type Sandbox } from '@/sandbox/stripe/call';
import { invalidParameter, invalidRequest, StripeFault } from '@/sandbox/stripe/errors';
import { expandAnswer } from '@/sandbox/stripe/expand';
import { parseForm } from '@/sandbox/stripe/form-body';
import { findKeptAnswer, fingerprintOf, keepAnswer, type KeysInUse } from '@/sandbox/stripe/idempotency';
import { newStripeId } from '@/sandbox/stripe/ids';
import { findParamProblem } from '@/sandbox/stripe/params/check';
import { recordInvalid } from '@/sandbox/stripe/params/invalid-requests';
import { logRequest } from '@/sandbox/stripe/request-log';
import { apiVersion } from '@/sandbox/stripe/resources/event-view';
import { routes } from '@/sandbox/stripe/routes';
import { findRoute } from '@/sandbox/stripe/router';
import { sweep } from '@/sandbox/stripe/sweep';

type Answer = { status: number; body: string; replayed: boolean; stored: boolean; requestId: string };

function parseParams(incoming: Incoming): Record<string, unknown> {
  if (incoming.method === 'GET' || incoming.method === 'DELETE') return parseForm(incoming.search);
  if (!incoming.path.startsWith('/v2/')) return parseForm(incoming.body);
  if (incoming.body === '') return {};
  try {
    return JSON.parse(incoming.body);
  } catch {
    throw invalidRequest('Invalid JSON in the request body.');
  }
}

function faultAnswer(fault: StripeFault, requestId: string): Answer {
  return {
    status: fault.status,
    body: JSON.stringify(
      { error: { ...fault.body, request_log_url: `/_sandbox/requests#${requestId}` } },
      null,
      2,
    ),
    replayed: false,
    stored: fault.stored,
    requestId,
  };
}

function serverError(requestId: string): Answer {
  const fault = new StripeFault(500, { type: 'api_error', message: 'An unknown error occurred.' });
  return faultAnswer(fault, requestId);
}

/** Refuses and remembers what the SDK's types do not allow, when that is switched on. */
function checkAgainstTypes(sandbox: Sandbox, incoming: Incoming, params: Record<string, unknown>): void {
  if (sandbox.paramTypes === null) return;
  const { method, path } = incoming;
  const source = method === 'POST' && path.startsWith('/v2/') ? 'json' : 'form';
  const problem = findParamProblem(sandbox.paramTypes, { method, path, params, source });
  if (problem === undefined) return;
  recordInvalid(sandbox.store, { method, path, params }, problem);
  throw invalidParameter(problem.code, problem.param, problem.message);
}

function execute(call: Call, incoming: Incoming, requestId: string): Answer {
  try {
    const { route, params } = findRoute(routes, incoming.method, incoming.path);
    const given = parseParams(incoming);
    checkAgainstTypes(call.sandbox, incoming, given);
    const { expand, ...input } = given;
    const paths = Array.isArray(expand) ? expand.map(String) : [];
    const answer = expandAnswer(call, route.run(call, params, input), paths);
    return { status: 200, body: JSON.stringify(answer, null, 2), replayed: false, stored: true, requestId };
  } catch (error) {
    if (error instanceof StripeFault) return faultAnswer(error, requestId);
    throw error;
  }
}

/**
 * Runs one API call in one transaction: kept answer, effect, events and the new kept answer either all
 * exist or none does, whenever the process dies.
 */
function perform(
  sandbox: Sandbox,
  incoming: Incoming,
  account: string | null,
  fault: Fault | undefined,
): Answer {
  const key = incoming.method === 'POST' ? incoming.headers['idempotency-key'] : undefined;
  const requestId = newStripeId('req');
  return inTransaction(sandbox.store.db, () => {
    const call: Call = { ...internalCall(sandbox), account, requestId, idempotencyKey: key ?? null };
    sweep(internalCall(sandbox));
    const fingerprint = fingerprintOf(incoming);
    const kept =
      key === undefined ? undefined : findKeptAnswer(sandbox.store, account, key, fingerprint, call.now);
    if (kept)
      return { status: kept.status, body: kept.body, replayed: true, stored: true, requestId: kept.request };
    const effective = fault?.mode === 'error' ? undefined : execute(call, incoming, requestId);
    const answer =
      effective === undefined || fault?.mode === 'error_after_effect' ? serverError(requestId) : effective;
    if (key !== undefined && answer.stored) {
      keepAnswer(sandbox.store, account, key, fingerprint, { ...answer, request: requestId }, call.now);
    }
    return answer;
  });
}

function toReply(incoming: Incoming, answer: Answer): Reply {
  const key = incoming.headers['idempotency-key'];
  return {
    status: answer.status,
    headers: {
      'content-type': 'application/json',
      'request-id': answer.requestId,
      'stripe-version': incoming.headers['stripe-version'] ?? apiVersion,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(answer.replayed ? { 'idempotent-replayed': 'true' } : {}),
    },
    body: answer.body,
  };
}

async function answerCall(sandbox: Sandbox, keys: KeysInUse, incoming: Incoming): Promise<Answer | 'cut'> {
  checkKey(sandbox, incoming);
  const account = actingAccount(sandbox, incoming);
  const key = incoming.method === 'POST' ? incoming.headers['idempotency-key'] : undefined;
  const leave = key === undefined ? undefined : keys.enter(account, key);
  try {
    const fault = sandbox.faults.take(incoming.method, incoming.path);
    if (fault?.mode === 'timeout') return 'cut';
    if (fault?.mode === 'refused') throw invalidRequest('This request was refused by order of a test.');
    if (fault?.mode === 'delay') await wait(fault.delayMs);
    const answer = perform(sandbox, incoming, account, fault);
    return fault?.mode === 'timeout_after_effect' ? 'cut' : answer;
  } finally {
    leave?.();
  }
}

/** Answers a call under `/v1` or `/v2`. */
export async function handleApi(sandbox: Sandbox, keys: KeysInUse, incoming: Incoming): Promise<Reply> {
  let answer: Answer | 'cut';
  try {
    answer = await answerCall(sandbox, keys, incoming);
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error;
    answer = faultAnswer(error, newStripeId('req'));
  }
  logRequest(sandbox.store, incoming, answer === 'cut' ? undefined : answer);
  return answer === 'cut' ? cutReply : toReply(incoming, answer);
}
