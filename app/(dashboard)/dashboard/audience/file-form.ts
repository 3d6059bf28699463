import { readBytes } from '@/lib/read-bytes'

/** Bytes that a form needs beside its file: boundaries, names, and what is typed. */
const around = 64 * 1024

/** A form with a file as it was sent: null where it is more than may come, or is no form. */
export async function readFileForm(request: Request, mostBytes: number): Promise<{ form: FormData; file: Buffer } | null> {
  const body = await readBytes(request, mostBytes + around)
  if (!body) return null
  const form = await parsed(body, request.headers.get('content-type') ?? '')
  const file = form?.get('file')
  if (!form) return null
  return { form, file: file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0) }
}

async function parsed(body: Buffer, type: string): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    return null
  }
}
