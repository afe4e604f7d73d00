/**
 * Every expected failure of the product, with the HTTP status that the API answers. Each code has a message
 * without placeholders in every language, `messages/<locale>/errors.json`, nested by the dots.
 */
export const errorCodes = {
  /** The input does not have the expected form; `fields` says which part. */
  'common.invalidInput': 400,
  /** A field that must be filled is empty. */
  'common.required': 400,
  /** A text is longer than its field allows. */
  'common.tooLong': 400,
  /** A text holds control characters, or characters that turn its direction. */
  'common.invalidCharacters': 400,
  /** A text of spaces and characters that nobody sees. */
  'common.nothingVisible': 400,
  /** The value is not one of those offered. */
  'common.invalidChoice': 400,
  /** The value is no number, or outside its bounds. */
  'common.invalidNumber': 400,
  /** The value is no existing day or moment. */
  'common.invalidDate': 400,
  /** It does not exist, or belongs to somebody else: both answer alike. */
  'common.notFound': 404,
  /** The actor may see it but may not do this. */
  'common.forbidden': 403,
  /** It changed between reading and writing (compare-and-set failed). */
  'common.conflict': 409,
  /** Too many attempts for this account, address or target. */
  'common.rateLimited': 429,
  /** A message from another service is not signed by it, or too old. */
  'common.invalidSignature': 400,
  /** Nobody is signed in. */
  'auth.signInRequired': 401,
  /** Account unknown or password wrong: both answer alike and take equally long. */
  'auth.wrongCredentials': 401,
  /** The action needs a verified e-mail address. */
  'auth.emailNotVerified': 403,
  /** A link from an e-mail is unknown, or made for another purpose. */
  'auth.linkInvalid': 404,
  /** A link from an e-mail is past its time. */
  'auth.linkExpired': 410,
  /** A link that works once has been used. */
  'auth.linkUsed': 410,
  /** The text is no e-mail address. */
  'account.emailInvalid': 400,
  /** The account has no name. */
  'account.nameMissing': 400,
  /** The password has fewer than 10 characters. */
  'account.passwordTooShort': 400,
  /** The password has more than 200 characters. */
  'account.passwordTooLong': 400,
  /** The password is among those that everybody tries first. */
  'account.passwordCommon': 400,
  /** The password holds the e-mail address, name or user name. */
  'account.passwordContainsIdentity': 400,
  /** The current password, asked again before a change, is wrong. */
  'account.passwordWrong': 403,
  /** A user name has 3 to 30 characters: small Latin letters, digits, dots and hyphens, a letter first. */
  'account.userNameInvalid': 400,
  /** The user name belongs to another account, or is reserved. */
  'account.userNameTaken': 409,
  /** Neither an IANA zone nor a fixed offset of the list. */
  'account.timeZoneInvalid': 400,
  /** The step needs the account’s confirmed time zone. */
  'account.timeZoneMissing': 409,
  /** The site does not speak this language. */
  'account.localeInvalid': 400,
  /** Terms that must be accepted are not. */
  'account.termsNotAccepted': 400,
  /** An account is a specialist or an organisation, once. */
  'account.alreadyProvider': 409,
  /** A time of day lies outside 00:00 to 24:00, or is not written HH:MM. */
  'availability.timeInvalid': 400,
  /** Start and end of a range are the same time. */
  'availability.rangeEmpty': 400,
  /** Two ranges of the week overlap. */
  'availability.rangesOverlap': 409,
  /** Something else takes a part of the time that is to be blocked. */
  'availability.timeOccupied': 409,
  /** A day with other or more hours names none. */
  'availability.rangeMissing': 400,
  /** A day of the calendar that is over. */
  'availability.datePast': 400,
  /** A day further ahead than anything can be booked. */
  'availability.dateTooFar': 400,
  /** The last day lies before the first. */
  'availability.datesReversed': 400,
  /** More days than may be changed at once, or further ahead than anything can be booked. */
  'availability.tooManyDays': 400,
  /** More ranges than one day may hold. */
  'availability.tooManyRanges': 400,
  /** A calendar's address is not https, or leads outside the public network. */
  'availability.calendarAddress': 400,
  /** This calendar's address is there already. */
  'availability.calendarKnown': 409,
  /** More calendars from elsewhere than one provider may have. */
  'availability.tooManyCalendars': 409,
  /** The service has no title in any language. */
  'service.titleMissing': 400,
  /** A session lasts 5 to 480 whole minutes. */
  'service.durationInvalid': 400,
  /** The price is no amount of 0 or more. */
  'service.priceInvalid': 400,
  /** A price above 0 is less than the payment service can charge. */
  'service.priceTooLow': 400,
  /** The service names no channel. */
  'service.channelMissing': 400,
  /** Nobody of the organisation gives the service. */
  'service.memberMissing': 400,
  /** The service is called by a way to meet that it does not offer. */
  'service.kindNotOffered': 400,
  /** Sessions in person need the address of the practice, which the profile does not have yet. */
  'service.addressMissing': 409,
  /** A buffer lies outside 0 to 240 minutes. */
  'service.bufferInvalid': 400,
  /** The minimum notice is no number of minutes from 0 to 60 days. */
  'service.noticeInvalid': 400,
  /** A limit of sessions a day or a week is no number from 1 to 100. */
  'service.limitInvalid': 400,
  /** The limit of a week is below that of a day. */
  'service.weekBelowDay': 400,
  /** The horizon lies outside 1 to 365 days. */
  'service.horizonInvalid': 400,
  /** The slot step lies outside 5 to 480 minutes. */
  'service.stepInvalid': 400,
  /** The answer time lies outside 2 to 144 hours. */
  'service.answerTimeInvalid': 400,
  /** No time was picked. */
  'booking.timeMissing': 400,
  /** The start lies in the past. Comes with fresh slots. */
  'booking.timePast': 409,
  /** The exclusion constraint refused: somebody else was first. Comes with fresh slots. */
  'booking.slotTaken': 409,
  /** The proposed time is the session's own. */
  'booking.sameTime': 409,
  /** The other side's proposal is to be answered first. */
  'booking.rescheduleWaiting': 409,
  /** The proposal has lapsed, or was answered or taken back meanwhile. */
  'booking.rescheduleOver': 410,
  /** The 15 minutes (or their one extension) are over; nothing was paid. */
  'booking.holdExpired': 410,
  /** A hold is extended once. */
  'booking.holdAlreadyExtended': 409,
  /** The booking moved on while the page was open. */
  'booking.statusChanged': 409,
  /** The deadline of the action has passed: answer time, or the start. */
  'booking.tooLate': 409,
  /** The session has begun; cancelling ended with its start. */
  'booking.alreadyStarted': 409,
  /** Checking in opens 10 minutes before the start. */
  'booking.tooEarly': 409,
  /** The session is over; nobody can check in. */
  'booking.ended': 409,
  /** The outcome is decided at the end, not before. */
  'booking.notEnded': 409,
  /** Where both check in, attendance decides and not the provider’s word; it can be corrected afterwards. */
  'booking.attendanceDecides': 409,
  /** The service begins before the period of withdrawal ends, and that was not asked for. */
  'booking.earlyStartMissing': 400,
  /** The contract cannot be withdrawn from: its period is over, or its service has begun. */
  'booking.withdrawalOver': 409,
  /** Nobody books their own service. */
  'booking.ownService': 403,
  /** A client who works for the organisation by now is sold none of its sessions. */
  'booking.clientOfTeam': 409,
  /** The chosen channel is not offered at this time. */
  'booking.channelNotOffered': 409,
  /** Two free sessions of this client with this provider wait or lie ahead already. */
  'booking.tooManyFree': 409,
  /** A proposal is past its deadline, or nobody proposes it any more. */
  'booking.proposalLapsed': 410,
  /** Something takes the proposed time already: a session, a request, a hold, another proposal. */
  'booking.timeOccupied': 409,
  /** A session is proposed at most a year ahead. */
  'booking.proposedTooFar': 409,
  /** What costs something is not entered as agreed: the client has to order it. */
  'booking.agreedNotFree': 409,
  /** The event has no title in any language, or a description without one. */
  'event.titleMissing': 400,
  /** An event lasts 15 to 480 whole minutes. */
  'event.durationInvalid': 400,
  /** The least number of participants is no number of 1 or more. */
  'event.minimumInvalid': 400,
  /** The greatest number of participants is below the least one, or more than this provider may have. */
  'event.maximumInvalid': 400,
  /** More participants than this provider's events may have; an admin raises it. */
  'event.tooManyPlaces': 409,
  /** Fewer places than are taken already. */
  'event.placesTaken': 409,
  /** The booking deadline lies after the start, or is over. */
  'event.deadlineInvalid': 400,
  /** Start, length, price and deadline stay once a seat is taken. */
  'event.fixed': 409,
  /** Of an organisation: the member who was to hold it does not work there any more, or is suspended. */
  'event.hostGone': 409,
  /** Something takes the host's time already: a session, a hold, another event. */
  'event.timeTaken': 409,
  /** An event is published before its start. */
  'event.inPast': 409,
  /** Further ahead than events are planned, or than seats can be paid. */
  'event.tooFarAhead': 409,
  /** The event moved on while the page was open: published, cancelled, over. */
  'event.statusChanged': 409,
  /** The booking deadline is over, or the event is not on sale. */
  'event.closed': 409,
  /** No seat is left; one that is only held may become free again. */
  'event.full': 409,
  /** Nobody takes a seat in their own event. */
  'event.ownEvent': 403,
  /** The client has a seat already. */
  'event.alreadyBooked': 409,
  /** A file of more than 10 MB. */
  'file.tooLarge': 400,
  /** Neither PDF, picture (PNG, JPEG, WebP) nor plain text, or nothing at all. */
  'file.typeRefused': 400,
  /** More files at once than one message takes. */
  'file.tooMany': 400,
  /** A file was checked and not taken; it has to be removed before the message is sent. */
  'file.refused': 409,
  /** An uploaded file is not there any more, or belongs to another message. */
  'file.gone': 409,
  /** A file is still on its way to the server. */
  'file.uploading': 409,
  /** A download address is over after 300 seconds. */
  'file.linkExpired': 410,
  /** There is nothing left to pay. */
  'payment.alreadyPaid': 409,
  /** The amount paid is not the amount due; it goes back. */
  'payment.amountMismatch': 409,
  /** The currency paid is not the instance’s; it goes back. */
  'payment.currencyMismatch': 409,
  /** The payment service does not answer, or does not know the connected account any more; nothing was charged. */
  'payment.serviceUnavailable': 503,
  /** Refunds in all would exceed what was captured, or the amount is not above 0. */
  'payment.refundTooLarge': 400,
  /** Money that is released, claimed or on its way already is not given back by the provider’s word. */
  'payment.notHeld': 409,
  /** Nothing is due here any more, or it is paid in another way. */
  'payment.notDue': 409,
  /** An amount recorded as paid elsewhere is above 0 and at most what is outstanding. */
  'payment.recordedTooMuch': 400,
  /** The commission on this amount has been settled, so that it stays as it is. */
  'payment.recordInvoiced': 409,
  /** Where clients pay outside the platform is no https address of a public site. */
  'payment.addressInvalid': 400,
  /** The money is on its way to the provider, or went back. */
  'payment.released': 409,
  /** A bank decides about the charge, so that nothing else moves it. */
  'payment.disputed': 409,
  /** A part that was given back has not arrived yet. */
  'payment.refundUnderWay': 409,
  /** What is not paid yet can only be given up as a whole. */
  'payment.partOfDue': 409,
  /** More than what is the platform’s own. */
  'payment.notOwn': 400,
  /** A part of this debt is just being set off or brought back, or nothing of it is left. */
  'payment.debtUnderWay': 409,
  /** The door opens once the price is paid. */
  'payment.payFirst': 409,
  /** The stored card may only be used with consent to that. */
  'payment.consentMissing': 400,
  /** Paying at booking is possible up to 60 days before the start. */
  'payment.tooFarAhead': 409,
  /** Something is free in the days that somebody wants to wait for. */
  'waiting.timesFree': 409,
  /** A seat of the event is free: it can be taken instead. */
  'waiting.seatsFree': 409,
  /** The client waits for this service or event already. */
  'waiting.already': 409,
  /** More places than one client may wait for. */
  'waiting.tooMany': 409,
  /** A day further ahead than one can wait for. */
  'waiting.tooFarAhead': 400,
  /** The wait was ended, or the place given, meanwhile. */
  'waiting.changed': 409,
  /** There is a claim about this session or seat already. */
  'claim.exists': 409,
  /** The session or seat never took place, or was cancelled free of charge. */
  'claim.nothingToClaim': 409,
  /** Everything has gone back already. */
  'claim.moneyReturned': 409,
  /** A claim is made from the start on, or from a late cancellation. */
  'claim.tooEarly': 409,
  /** The 72 hours of this step are over. */
  'claim.tooLate': 409,
  /** A part is above 0 and below what was paid and is left. */
  'claim.amountInvalid': 400,
  /** Nothing was paid here, or nothing is left, that could go back. */
  'claim.noMoney': 409,
  /** After a late cancellation or an absence money goes back only on a ground. */
  'claim.groundMissing': 400,
  /** The claim moved on while the page was open: answered, accepted, decided. */
  'claim.statusChanged': 409,
  /** Nobody writes in a claim that is over. */
  'claim.closed': 409,
  /** The profile is not public, or the provider takes no bookings now. */
  'provider.notBookable': 409,
  /** The account stands otherwise by now: closed, or not suspended. */
  'provider.measureImpossible': 409,
  /** An admin has suspended or closed the provider. */
  'provider.suspended': 403,
  /** Publishing checks found something missing; `details` names it. */
  'provider.profileIncomplete': 409,
  /** The address of the practice goes only when nothing is offered in person any more. */
  'provider.practiceAddressNeeded': 409,
  /** The address belongs to another profile. */
  'provider.slugTaken': 409,
  /** Not one of the specialities of the list. */
  'provider.specialityUnknown': 400,
  /** Not one of the spoken languages of the list. */
  'provider.languageUnknown': 400,
  /** A tax number has 4 to 20 letters and digits, one of them a digit. */
  'tax.tinInvalid': 400,
  /** No EU country writes its VAT ids so. */
  'provider.vatIdInvalid': 400,
  /** Reverse charge within the operator’s own country. */
  'provider.vatIdOwnCountry': 400,
  /** This account works for the organisation already. */
  'organisation.alreadyMember': 409,
  /** An invitation to this address is open; it can be revoked first. */
  'organisation.alreadyInvited': 409,
  /** The owner of an organisation has no other part in it. */
  'organisation.ownerInvited': 409,
  /** The invitation is for another address than that of the account. */
  'organisation.otherAccount': 403,
  /** A member is a specialist first. */
  'organisation.specialistNeeded': 409,
  /** An account that is an organisation is no specialist, and so never a member of another. */
  'organisation.isOrganisation': 409,
  /** Sessions of theirs wait for an answer, lie ahead or are being booked. */
  'organisation.sessionsAhead': 409,
  /** The plan is switched off, or was never sold. */
  'plan.notOffered': 409,
  /** The practice has this plan already. */
  'plan.alreadyHeld': 409,
  /** A plan was paid meanwhile; it is changed, not bought again. */
  'plan.alreadyPaid': 409,
  /** Nothing is paid for: there is nothing to change, cancel or look at. */
  'plan.notPaid': 409,
  /** An invoice is open; it is paid before anything else is changed. */
  'plan.pastDue': 409,
  /** The card on file was refused, or its bank wants to ask the holder. */
  'plan.cardDeclined': 402,
  /** Neither an end nor another plan is planned. */
  'plan.nothingPlanned': 409,
  /** A fee is 0 exactly where nothing is billed, else at least what the payment service charges. */
  'plan.feeInvalid': 400,
  /** The plan that everybody has who has no other is always sold. */
  'plan.defaultStays': 409,
  /** Below what the operator asks at least for this kind; `minimum` says how much that is. */
  'service.belowMinimum': 400,
  /** The payment account is not set up to the end. */
  'provider.onboardingIncomplete': 409,
} as const;

export type ErrorCode = keyof typeof errorCodes;

export type AppError = {
  readonly code: ErrorCode;
  /** Facts for programs and logs; never text that a person wrote. */
  readonly details?: Readonly<Record<string, string | number>>;
  /** The codes of single form fields, when the code is `common.invalidInput`. */
  readonly fields?: Readonly<Record<string, ErrorCode>>;
  /** The amount that `service.belowMinimum` is about, for its words. */
  readonly minimum?: { readonly amount: number; readonly currency: string };
};

/** The HTTP status that answers this error. */
export function httpStatusOf(code: ErrorCode): number {
  return errorCodes[code];
}

/** Whether a text, for instance from an address, is one of our codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value);
}
