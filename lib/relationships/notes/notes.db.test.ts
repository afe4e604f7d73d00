import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AccountActor, ProviderActor } from '@/lib/access/actor';
import { makeKeyring } from '@/lib/server/crypto/sealing';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeAuthorisedRequest, makeTie } from '@/prisma/seed/factories/bookings';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { changeNote } from './change-note';
import { deleteNote } from './delete-note';
import { sweepNotes } from './jobs';
import { loadNotes } from './loaders';
import { restoreNote } from './restore-note';
import { changeNoteSchema, writeNoteSchema } from './schema';
import { writeNote } from './write-note';

const secret = 'She sleeps badly since the move.';
const notFound = { error: { code: 'common.notFound' } };
let claire: SeededProvider;
let henrik: SeededProvider;
let client: AccountActor;
let bookingId: string;

beforeAll(async () => {
  [claire, henrik, client] = await Promise.all([makeSpecialist(), makeSpecialist(), makeAccount()]);
  const startsAt = addHours(new Date(), 96);
  bookingId = await makeAuthorisedRequest({ specialist: claire, client, startsAt });
  await makeTie(henrik.providerId, client.accountId);
});
afterEach(() => setClock(new Date()));

async function setClock(to: Date): Promise<void> {
  const milliseconds = to.getTime() - Date.now();
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
}

function asProvider({ actor }: SeededProvider): ProviderActor {
  if (!actor.provider) throw new Error('no provider');
  return { ...actor, provider: actor.provider };
}

async function written(by = claire, text = secret, about: string | null = null): Promise<string> {
  const note = await writeNote(by.actor, { clientId: client.accountId, bookingId: about, text });
  if (!note.ok) throw new Error(note.error.code);
  return note.value.noteId;
}

const notesOf = (by: SeededProvider) => loadNotes(asProvider(by), client.accountId, 1);
const textOf = async (by: SeededProvider, id: string) =>
  (await notesOf(by)).notes.find((note) => note.id === id)?.text;
const rowOf = (id: string) => db().clientNote.findUniqueOrThrow({ where: { id } });

describe('a private note', () => {
  it('is read by whoever wrote it, and lies sealed in the database', async () => {
    const id = await written(claire, secret, bookingId);
    const [note] = (await notesOf(claire)).notes;
    expect(note).toMatchObject({ id, text: secret, bookingId, changedAt: null });
    const [dump] = await db().$queryRaw<{ all: string }[]>`
      select encode(sealed, 'escape') || (select coalesce(string_agg(to_jsonb(a)::text, ''), '') from audit_entry a) as all
      from client_note where id = ${id}::uuid`;
    expect(dump?.all).toContain('note.write');
    expect(dump?.all).not.toContain('sleeps');
  });

  it('is nobody else’s: not another advisor’s, not the client’s, not an admin’s', async () => {
    const noteId = await written();
    const admin = await makeAccount({ isAdmin: true });
    for (const stranger of [henrik.actor, client, admin, { kind: 'anonymous' as const }]) {
      expect(await changeNote(stranger, { noteId, version: 1, bookingId: null, text: 'x' })).toMatchObject(
        notFound,
      );
      expect(await deleteNote(stranger, { noteId })).toMatchObject(notFound);
      expect(await restoreNote(stranger, { noteId })).toMatchObject(notFound);
    }
    expect((await notesOf(henrik)).notes).toEqual([]);
    expect(await textOf(claire, noteId)).toBe(secret);
  });

  it('is written about clients only, and about their own sessions', async () => {
    const stranger = await makeAccount();
    const input = { clientId: stranger.accountId, bookingId: null, text: 'x' };
    expect(await writeNote(claire.actor, input)).toMatchObject(notFound);
    const foreign = { clientId: client.accountId, bookingId, text: 'x' };
    expect(await writeNote(henrik.actor, foreign)).toMatchObject(notFound);
    expect(await writeNote(claire.actor, { ...foreign, bookingId: newId() })).toMatchObject(notFound);
    const noteId = await written(henrik);
    expect(await changeNote(henrik.actor, { noteId, version: 1, bookingId, text: 'x' })).toMatchObject(
      notFound,
    );
  });

  it('is changed by one of two at a time, and nothing is lost', async () => {
    const noteId = await written();
    const answers = await Promise.all(
      ['first', 'second'].map((text) =>
        changeNote(claire.actor, { noteId, version: 1, bookingId: null, text }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ error: { code: 'common.conflict' } }]);
    expect(await textOf(claire, noteId)).toBe(answers[0]?.ok ? 'first' : 'second');
  });
});

describe('a deleted note', () => {
  it('comes back within seven days, and deleting twice is deleting once', async () => {
    const noteId = await written();
    expect((await deleteNote(claire.actor, { noteId })).ok).toBe(true);
    const { deletedAt } = await rowOf(noteId);
    expect((await deleteNote(claire.actor, { noteId })).ok).toBe(true);
    expect((await rowOf(noteId)).deletedAt).toEqual(deletedAt);
    expect((await notesOf(claire)).deleted.map(({ id }) => id)).toContain(noteId);
    expect(await changeNote(claire.actor, { noteId, version: 2, bookingId: null, text: 'x' })).toMatchObject({
      error: { code: 'common.conflict' },
    });
    expect((await restoreNote(claire.actor, { noteId })).ok).toBe(true);
    expect(await textOf(claire, noteId)).toBe(secret);
  });

  it('is gone after seven days, also before it is swept away', async () => {
    const noteId = await written();
    await deleteNote(claire.actor, { noteId });
    const { deletedAt } = await rowOf(noteId);
    await setClock(addHours(deletedAt ?? new Date(), 7 * 24));
    expect((await notesOf(claire)).deleted.map(({ id }) => id)).not.toContain(noteId);
    expect(await restoreNote(claire.actor, { noteId })).toMatchObject(notFound);
    await sweepNotes();
    expect(await db().clientNote.count({ where: { id: noteId } })).toBe(0);
  });
});

describe('what is sealed', () => {
  it('does not open in another row, nor as another advisor’s', async () => {
    const [one, other, foreign] = [await written(), await written(), await written(henrik)];
    const { sealed, keyId } = await rowOf(one);
    await db().clientNote.updateMany({ where: { id: { in: [other, foreign] } }, data: { sealed, keyId } });
    expect(await textOf(claire, one)).toBe(secret);
    expect(await textOf(claire, other)).toBeNull();
    expect(await textOf(henrik, foreign)).toBeNull();
    await db().clientNote.deleteMany({ where: { id: { in: [other, foreign] } } });
  });

  it('is sealed anew with the current key, unseen by whoever has it open', async () => {
    const noteId = await written();
    const old = await rowOf(noteId);
    const [current, previous] = [
      Buffer.alloc(32, 'a new key').toString('base64'),
      process.env.DATA_ENCRYPTION_KEY ?? '',
    ];
    const keys = await import('@/lib/server/crypto/data-keys');
    const spy = vi.spyOn(keys, 'dataKeys').mockReturnValue(makeKeyring(current, [previous]));
    try {
      expect(await textOf(claire, noteId)).toBe(secret);
      await sweepNotes();
      const anew = await rowOf(noteId);
      expect(anew).toMatchObject({ version: old.version, changedAt: null });
      expect(anew.keyId).not.toBe(old.keyId);
      spy.mockReturnValue(makeKeyring(current, []));
      expect(await textOf(claire, noteId)).toBe(secret);
    } finally {
      spy.mockRestore();
    }
  });
});

describe('the form', () => {
  const ids = { clientId: newId(), bookingId: '' };

  it.each([
    ['', 'common.required'],
    [' \n ', 'common.required'],
    ['x'.repeat(5001), 'common.tooLong'],
  ])('refuses %#', (text, code) => {
    const parsed = writeNoteSchema.safeParse({ ...ids, text });
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([code]);
  });

  it('counts the end of a line once, as browsers do', () => {
    const parsed = writeNoteSchema.parse({ ...ids, text: `${'x\r\n'.repeat(2499)}xx` });
    expect(parsed).toMatchObject({ bookingId: null });
    expect(parsed.text).toHaveLength(5000);
  });

  it('wants the version that was on the page', () => {
    expect(changeNoteSchema.safeParse({ noteId: newId(), version: 'x', text: 'x' }).success).toBe(false);
  });
});
