import type {
  ContactService,
  ImportService,
  ValidationService,
} from '../../../features/contacts/index.ts';
import type { JobRun } from '../../../shared/jobs.ts';
import type { Slack } from '../app.ts';
import { onCommand, type SubCommand } from '../on-command.ts';
import { registerDroppedFile } from './dropped-file.ts';
import { filterFromText } from './filter-text.ts';
import { findContacts, registerFind } from './find-handlers.ts';
import { importDesk } from './import-desk.ts';
import { importForm } from './import-forms.ts';
import { registerImport } from './import-handlers.ts';
import { registerValidation, runValidation, validateCommand } from './validation-handlers.ts';

export type ContactsNeeds = {
  imports: ImportService;
  contacts: Pick<ContactService, 'find'>;
  validations: ValidationService;
};

/** The jobs that these screens start, told in the messages of whoever started them. */
export type ContactsDesk = {
  /** For `importUploaded`. */
  preview(importId: string, run: JobRun): Promise<void>;
  /** For `importConfirmed`. */
  runImport(importId: string, run: JobRun): Promise<void>;
  /** For `validationConfirmed`. */
  runValidation(batchId: string, run: JobRun): Promise<void>;
};

/** `/contacts`: a file in, people out, numbers checked. `more`: sub-words of other folders. */
export function registerContacts(
  slack: Slack,
  needs: ContactsNeeds,
  more: Readonly<Record<string, SubCommand>> = {},
): ContactsDesk {
  const { imports, contacts, validations } = needs;
  const desk = importDesk(slack, imports);
  onCommand(slack, '/contacts', {
    import: {
      role: 'operator',
      help: 'contacts.help.import',
      run: async ({ words, openModal }) => {
        await openModal(importForm(words));
        return undefined;
      },
    },
    find: {
      role: 'viewer',
      help: 'contacts.help.find',
      usage: 'state:CT Silva',
      run: ({ rest, member, words }) =>
        findContacts(contacts, { filter: filterFromText(rest), number: 1, member, words }),
    },
    validate: {
      role: 'operator',
      help: 'contacts.help.validate',
      usage: 'state:FL',
      run: (visit) => validateCommand(validations, visit),
    },
    ...more,
  });
  registerImport(slack, imports, desk);
  registerDroppedFile(slack, imports);
  registerFind(slack, contacts);
  registerValidation(slack, validations);
  return {
    preview: desk.preview,
    runImport: desk.run,
    runValidation: (batchId, run) => runValidation(slack, validations, batchId, run),
  };
}
