/** What no XML document may hold (XML 1.0, 2.2), however it is written. */
// eslint-disable-next-line no-control-regex -- Controls are what is sought.
const forbidden = /[\u0000-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * A report with U+FFFD for each character that office files, which are XML, cannot hold; offsets stay what they are.
 */
export function withXmlText<Value>(value: Value): Value {
  if (typeof value === 'string') return value.toWellFormed().replace(forbidden, '\uFFFD') as Value;
  if (Array.isArray(value)) return value.map(withXmlText) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withXmlText(one)])) as Value;
}
