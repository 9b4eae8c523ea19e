import busboy from 'busboy';
import express, { type Request } from 'express';

const limitBytes = 4 * 1024 * 1024;

/** All bytes of a request. Rejects when there are more than `limit`. */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) throw new RangeError('request body too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The files and fields of a multipart form. */
export function readMultipart(request: Request, limit: number) {
  return new Promise<{ fields: Record<string, string>; files: Buffer[] }>((resolve, reject) => {
    const fields: Record<string, string> = {};
    const files: Buffer[] = [];
    const form = busboy({ headers: request.headers, limits: { fileSize: limit } });
    form.on('field', (name, value) => {
      fields[name] = value;
    });
    form.on('file', (_name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => files.push(Buffer.concat(chunks)));
    });
    form.on('close', () => resolve({ fields, files }));
    form.on('error', reject);
    request.pipe(form);
  });
}

/** Arguments of a Web API call: the query, and a form, JSON or multipart body. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const query: Record<string, unknown> = { ...request.query };
  if (request.method === 'GET') return query;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    return { ...query, ...(await readMultipart(request, limitBytes)).fields };
  }
  const text = (await readBytes(request, limitBytes)).toString('utf8');
  if (!type.startsWith('application/json')) {
    return { ...query, ...Object.fromEntries(new URLSearchParams(text)) };
  }
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  return { ...query, ...Object(parsed) };
}

/** JSON bodies of the page's own calls. */
export const pageJson = () => express.json({ limit: limitBytes });
