/** Where evidence is kept in a store that speaks S3. */
export interface EvidencePlace {
  readonly bucket: string;
  /** Without slashes around it; may be empty. */
  readonly prefix: string;
  readonly region: string;
  /** Absent for Amazon's own. */
  readonly endpoint?: string | undefined;
  /** Whether the bucket stands in the path instead of the host's name. */
  readonly pathStyle: boolean;
}

const known = new Set(['endpoint', 'region', 'pathStyle']);

/**
 * Reads `s3://bucket/prefix?endpoint=https://…&region=eu-north-1&pathStyle=true`. Credentials never stand in it.
 * @returns in words what is wrong with it, where something is
 */
export function readEvidenceUrl(text: string): EvidencePlace | string {
  const url = URL.parse(text);
  if (url?.protocol !== 's3:' || url.hostname === '') return 'begins with s3:// and a bucket';
  if (url.username !== '' || url.password !== '')
    return 'holds no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY';
  const stray = [...url.searchParams.keys()].find((key) => !known.has(key));
  if (stray !== undefined) return `does not know "${stray}": it takes endpoint, region and pathStyle`;
  const endpoint = url.searchParams.get('endpoint') ?? undefined;
  if (endpoint !== undefined && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''))
    return 'has an endpoint that begins with neither https:// nor http://';
  return {
    bucket: url.hostname,
    prefix: url.pathname.replace(/^\/+|\/+$/g, ''),
    region: url.searchParams.get('region') ?? 'us-east-1',
    endpoint,
    pathStyle: (url.searchParams.get('pathStyle') ?? String(endpoint !== undefined)) === 'true',
  };
}
