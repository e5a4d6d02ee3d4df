/** Whether the first row is a head: it says so itself, or its corner is empty and the rest is not. */
export const headOf = (rows: readonly (readonly string[])[], isMarked: boolean): boolean => {
  const [head = []] = rows;
  return (
    rows.length > 1 && (isMarked || (head[0] === '' && head.length > 1 && head.slice(1).every((word) => word !== '')))
  );
};

/**
 * The words that lead each cell of a table when each row becomes one line of text: "Ledighet 2023: 1,8 prosent; 2024: 2,1
 * prosent". The words of the head lead the cells below them, and are no line of their own.
 * @returns for each row what stands before each cell, or nothing for the head
 */
export function leadOf(
  rows: readonly (readonly string[])[],
  hasHead: boolean,
): readonly (readonly string[] | undefined)[] {
  const head = hasHead ? (rows[0] ?? []) : [];
  const [corner = ''] = head;
  const widest = Math.max(0, ...rows.slice(1).map((row) => row.length));
  return rows.map((row, index) => {
    if (hasHead && index === 0) return undefined;
    // What the head has beyond the widest row would be said nowhere.
    const rest = index === 1 ? head.slice(widest).filter((word) => word !== '') : [];
    return row.map((_, column) => {
      const name = head[column] ?? '';
      if (column === 0) {
        const before = rest.length === 0 ? '' : `${rest.join('; ')}; `;
        return corner === '' ? before : `${before}${corner}: `;
      }
      if (name === '') return column === 1 ? ': ' : '; ';
      return column === 1 && corner === '' ? ` ${name}: ` : `; ${name}: `;
    });
  });
}
