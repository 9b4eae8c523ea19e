import type {
  ImportService,
  ProviderService,
  ValidationService,
} from '../../../features/contacts/index.ts';
import type { JobRun } from '../../../shared/jobs.ts';
import type { Slack } from '../app.ts';
import { onCommand, type SubCommand } from '../on-command.ts';
import { registerDroppedFile } from './dropped-file.ts';
import { type FindNeeds, registerFind } from './find-handlers.ts';
import { importDesk } from './import-desk.ts';
import { importForm } from './import-forms.ts';
import { registerImport } from './import-handlers.ts';
import { registerProviders } from './provider-handlers.ts';
import type { Pictures } from './validation-chart.ts';
import { registerValidation, runValidation, validateCommand } from './validation-handlers.ts';

export type ContactsNeeds = {
  imports: ImportService;
  validations: ValidationService;
  providers: ProviderService;
  monthStart: () => Date;
  /** For the picture in a summary of lookups; null: none is drawn. */
  pictures: Pictures | null;
  find: FindNeeds;
};

/** The jobs that these screens start, told in the messages of whoever started them. */
export type ContactsDesk = {
  /** For `importUploaded`. */
  preview(importId: string, run: JobRun): Promise<void>;
  /** For `importConfirmed`. */
  runImport(importId: string, run: JobRun): Promise<void>;
  /** For `importUndoAsked`. */
  undoImport(importId: string, by: string): Promise<void>;
  /** For `validationConfirmed`. */
  runValidation(batchId: string, run: JobRun): Promise<void>;
};

/** `/contacts`: a file in, people out, numbers checked. `more`: sub-words of other folders. */
export function registerContacts(
  slack: Slack,
  needs: ContactsNeeds,
  more: Readonly<Record<string, SubCommand>> = {},
): ContactsDesk {
  const { imports, validations } = needs;
  const desk = importDesk(slack, imports);
  const lists = registerFind(slack, needs.find);
  const table: Readonly<Record<string, SubCommand>> = {
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
      usage: 'maria CT vip',
      run: (visit) => lists.command(visit, 'table'),
    },
    map: {
      role: 'viewer',
      help: 'contacts.help.map',
      usage: 'vip',
      run: (visit) => lists.command(visit, 'map'),
    },
    validate: {
      role: 'operator',
      help: 'contacts.help.validate',
      usage: { en: 'state:FL', 'pt-BR': 'estado:FL' },
      run: (visit) => validateCommand(validations, visit),
    },
    ...more,
  };
  onCommand(slack, '/contacts', table, { empty: 'find' });
  registerImport(slack, imports, desk);
  registerDroppedFile(slack, imports);
  registerValidation(slack, validations);
  registerProviders(slack, needs);
  return {
    preview: desk.preview,
    runImport: desk.run,
    undoImport: desk.undo,
    runValidation: (batchId, run) => runValidation(slack, needs, batchId, run),
  };
}
