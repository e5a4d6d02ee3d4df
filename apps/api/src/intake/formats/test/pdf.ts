/** A text at a place, in points from the lower left corner; `angle` in degrees. */
export type Said = readonly [text: string, x: number, y: number, size?: number, angle?: number];

/** Pages are square, so that text stays on them however it is turned. */
const middle = 400;

/**
 * A PDF by hand: each page a list of texts at places, in Helvetica. With `turned`, each text runs so and its page is
 * turned back.
 */
export function pdf(
  pages: readonly (readonly Said[])[],
  { trailer = '', turned = 0 }: { readonly trailer?: string; readonly turned?: number } = {},
): Uint8Array {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((said, index) => {
      const content = said.map((text) => drawn(text, turned)).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${2 * middle} ${2 * middle}] /Rotate ${turned} ` +
          `/Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
        `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const at = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

function drawn([text, x, y, size = 10, angle = 0]: Said, turned: number): string {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians(turned)), Math.sin(radians(turned))];
  const [a, b] = [Math.cos(radians(angle + turned)), Math.sin(radians(angle + turned))];
  const [right, up] = [x - middle, y - middle];
  const matrix = [a, b, -b, a, middle + right * cos - up * sin, middle + right * sin + up * cos]
    .map((value) => value.toFixed(4))
    .join(' ');
  return `BT /F1 ${size} Tf ${matrix} Tm (${text}) Tj ET`;
}
