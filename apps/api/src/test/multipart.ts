export interface SentFile {
  readonly name: string;
  readonly bytes: string | Uint8Array;
}

const boundary = 'belegg-boundary';
export const multipartHeaders = { 'content-type': `multipart/form-data; boundary=${boundary}` };

/** A multipart body of files and fields. */
export function multipart(files: readonly SentFile[], fields: Readonly<Record<string, string>> = {}): Buffer {
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  for (const { name, bytes } of files) {
    parts.push(
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      Buffer.from(bytes),
      Buffer.from('\r\n'),
    );
  }
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}
