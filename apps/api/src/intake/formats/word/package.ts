import { posix } from 'node:path';
import { brokenFile } from '../../refusals';
import { Archive } from '../archive';
import { elementsOf, parseXml, type XmlElement } from './xml';

/** Bytes of one part, inflated; a text of the largest size takes a quarter of it. */
const largestPart = 16 * 1024 * 1024;

export interface Relationship {
  /** The last word of its type: "comments". */
  readonly type: string;
  /** The name of a part, or an address. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** An Office document (ECMA-376-2): parts that are found by their relationships, whatever they are called. */
export class OfficePackage {
  private readonly names: ReadonlyMap<string, string>;

  private constructor(private readonly archive: Archive) {
    // Names of parts are compared without regard to case (ECMA-376-2, 6.2.2).
    this.names = new Map(archive.names.map((name) => [name.toLowerCase().replace(/^\//, ''), name]));
  }

  /** @throws ProblemError `broken-file` */
  static open(bytes: Uint8Array): OfficePackage {
    return new OfficePackage(Archive.open(bytes));
  }

  /** The part that the whole document begins with. @throws ProblemError `broken-file` */
  get main(): string {
    const [main] = this.related('', 'officeDocument');
    if (main === undefined) throw brokenFile();
    return main.target;
  }

  /** @throws ProblemError `broken-file` when it is not there or damaged */
  xml(part: string): XmlElement {
    const bytes = this.bytes(part);
    if (!bytes) throw brokenFile();
    return parseXml(bytes);
  }

  bytes(part: string): Uint8Array | undefined {
    const name = this.names.get(part.toLowerCase());
    return name === undefined ? undefined : this.archive.read(name, largestPart);
  }

  /** By id. @param part the empty name is the package itself */
  relationships(part: string): ReadonlyMap<string, Relationship> {
    const directory = posix.dirname(part);
    const path = `${directory === '.' ? '' : `${directory}/`}_rels/${posix.basename(part)}.rels`;
    if (!this.names.has(path.toLowerCase())) return new Map();
    return new Map(
      elementsOf(this.xml(path)).map(({ attributes }) => {
        const { Id = '', Type = '', Target = '', TargetMode } = attributes;
        const isExternal = TargetMode === 'External';
        const target = Target.startsWith('/') ? Target.slice(1) : posix.normalize(posix.join(directory, Target));
        return [Id, { type: Type.split('/').at(-1) ?? '', target: isExternal ? Target : target, isExternal }];
      }),
    );
  }

  /** The relationships of a type that lead to a part which is there. */
  related(part: string, type: string): Relationship[] {
    return [...this.relationships(part).values()].filter(
      (one) => one.type === type && !one.isExternal && this.names.has(one.target.toLowerCase()),
    );
  }
}
