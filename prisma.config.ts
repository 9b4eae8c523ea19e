import { defineConfig } from 'prisma/config';

const url = process.env.DATABASE_URL;

/** For `prisma generate`, which needs no database, and for operators who use `prisma migrate`. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
});
