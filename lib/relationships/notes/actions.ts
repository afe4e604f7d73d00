'use server';

import { defineAction } from '@/lib/server/action';
import { changeNote } from './change-note';
import { deleteNote } from './delete-note';
import { restoreNote } from './restore-note';
import { changeNoteSchema, noteSchema, writeNoteSchema } from './schema';
import { writeNote } from './write-note';

export const writeNoteAction = defineAction({ input: writeNoteSchema, run: writeNote });
export const changeNoteAction = defineAction({ input: changeNoteSchema, run: changeNote });
export const deleteNoteAction = defineAction({ input: noteSchema, run: deleteNote });
export const restoreNoteAction = defineAction({ input: noteSchema, run: restoreNote });
