import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  S3Client,
  type S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { OnModuleDestroy } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EvidencePlace } from '../platform/evidence-url';
import { ProblemError } from '../platform/problem-error';
import { EvidenceLost, type EvidenceStore, type Taken } from './evidence-store';
import { Taking } from './taking';

/**
 * Evidence in a bucket of any store that speaks S3: `<prefix>/<newsroom>/<first two digits>/<sha256>`. Bytes come in
 * under `<prefix>/incoming/`, in parts, and are given this name within the store once they are whole. What is left
 * there after a crash is nobody's, and a rule of the bucket may delete it after a day.
 */
export class S3Store implements EvidenceStore, OnModuleDestroy {
  private readonly client: S3Client;

  /** Credentials are found as the AWS tools find them. */
  constructor(private readonly place: EvidencePlace) {
    const { endpoint, region, pathStyle } = place;
    this.client = new S3Client({
      region,
      ...(endpoint !== undefined && { endpoint }),
      forcePathStyle: pathStyle,
      // Stores other than Amazon's refuse checksums that they do not know; ours is the SHA-256 in the name.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(newsroomId: string, bytes: Readable, judge: (taken: Taken) => void): Promise<Taken> {
    const Bucket = this.place.bucket;
    const incoming = this.keyOf('incoming', randomUUID());
    const taking = new Taking();
    const body = new PassThrough();
    const upload = new Upload({ client: this.client, params: { Bucket, Key: incoming, Body: body } });
    const sent = upload.done();
    // Its failure is told below; until then it must not count as unhandled.
    sent.catch((error: unknown) => body.destroy(error as Error));
    try {
      await pipeline(taking.of(bytes), body);
      await sent.catch(refused);
      const taken = taking.taken();
      judge(taken);
      // Always anew, also where there is something by this name: should it be other bytes, these are the right ones.
      const CopySource = `${Bucket}/${incoming}`;
      await this.client
        .send(new CopyObjectCommand({ Bucket, CopySource, Key: this.keyOf(newsroomId, taken.sha256) }))
        .catch(refused);
      return taken;
    } catch (error) {
      await upload.abort().catch(() => undefined);
      throw error;
    } finally {
      await this.client.send(new DeleteObjectCommand({ Bucket, Key: incoming })).catch(() => undefined);
    }
  }

  async open(newsroomId: string, sha256: string): Promise<Readable> {
    try {
      const command = new GetObjectCommand({ Bucket: this.place.bucket, Key: this.keyOf(newsroomId, sha256) });
      return (await this.client.send(command)).Body as Readable;
    } catch (error) {
      throw (error as S3ServiceException).name === 'NoSuchKey' ? new EvidenceLost(sha256) : unavailable(error);
    }
  }

  onModuleDestroy(): void {
    this.client.destroy();
  }

  private keyOf(folder: string, name: string): string {
    const { prefix } = this.place;
    return [
      ...(prefix === '' ? [] : [prefix]),
      folder,
      ...(folder === 'incoming' ? [] : [name.slice(0, 2)]),
      name,
    ].join('/');
  }
}

/** What a store that does not do its part stands for: a fault that passes, not one of the caller's. */
const unavailable = (error: unknown): ProblemError => Object.assign(new ProblemError('unavailable'), { cause: error });
const refused = (error: unknown): never => {
  throw unavailable(error);
};
