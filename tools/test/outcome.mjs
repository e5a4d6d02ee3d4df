/**
 * What a runner found.
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string} details what failed and why; empty when nothing did
 */

/** A runner that found nothing to run, or broke off, has failed: silence is no success. @returns {Outcome} */
export function outcome({ passed, failed, code, details }) {
  if (failed > 0) return { passed, failed, details };
  if (code !== 0) return { passed, failed: 1, details: `It broke off with exit code ${code}.\n${details}` };
  if (passed === 0) return { passed, failed: 1, details: `It ran nothing.\n${details}` };
  return { passed, failed, details: '' };
}
