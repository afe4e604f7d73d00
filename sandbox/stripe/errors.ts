export type FaultBody = {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  charge?: string;
  payment_intent?: unknown;
  payment_method?: unknown;
  setup_intent?: unknown;
};

/**
 * An error answer of the API. `stored` tells whether it is kept under the idempotency key: Stripe keeps
 * what an endpoint answered once it ran, not what parameter validation refused.
 */
export class StripeFault extends Error {
  constructor(
    readonly status: number,
    readonly body: FaultBody,
    readonly stored = true,
  ) {
    super(body.message);
  }
}

export function invalidRequest(message: string, extra: Partial<FaultBody> = {}): StripeFault {
  return new StripeFault(400, { type: 'invalid_request_error', message, ...extra });
}

/** A parameter that cannot be used; the call did not start. */
export function invalidParameter(code: string, param: string, message: string): StripeFault {
  return new StripeFault(400, { type: 'invalid_request_error', code, param, message }, false);
}

export function missingObject(kind: string, id: string, param = 'id'): StripeFault {
  return new StripeFault(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    param,
    message: `No such ${kind}: '${id}'`,
  });
}

/** A parameter that names an object this account does not have: 400 rather than 404, as Stripe answers. */
export function missingReference(kind: string, id: string, param: string): StripeFault {
  return invalidRequest(`No such ${kind}: '${id}'`, { code: 'resource_missing', param });
}
