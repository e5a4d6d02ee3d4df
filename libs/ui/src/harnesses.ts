import { ComponentHarness, HarnessPredicate } from '@angular/cdk/testing';
import { sumCoverage, type Coverage, type SentenceState } from '@belegg/domain';

/** For specs: the coverage of an article of which each sentence has one word, which is covered. */
export function coverageOfStates(states: readonly SentenceState[]): Coverage {
  return sumCoverage(states.map((state) => ({ state, words: 1, openWords: 0 })));
}

/** For specs: a `ui-field` with the control inside it, found by its label. */
export class FieldHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-field';
  private readonly label = this.locatorFor('label');
  private readonly control = this.locatorFor('[uiControl]');
  private readonly problem = this.locatorForOptional('.error');

  static labelled(label: string): HarnessPredicate<FieldHarness> {
    return new HarnessPredicate(FieldHarness, {}).addOption(
      'label',
      label,
      async (field, wanted) => (await field.text()) === wanted,
    );
  }

  async text(): Promise<string> {
    return (await this.label()).text();
  }

  async value(): Promise<string> {
    return (await this.control()).getProperty<string>('value');
  }

  /** Replaces what is in it, as typing does. */
  async type(value: string): Promise<void> {
    const control = await this.control();
    await control.clear();
    if (value) await control.sendKeys(value);
  }

  /** What is wrong with it, as a screen reader is told; undefined when nothing is. */
  async error(): Promise<string | undefined> {
    const problem = await this.problem();
    const described = (await (await this.control()).getAttribute('aria-describedby'))?.split(' ') ?? [];
    const id = await problem?.getAttribute('id');
    return problem && id && described.includes(id) ? problem.text() : undefined;
  }
}

/** For specs: a `ui-coverage` bar. */
export class CoverageBarHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-coverage';
  private readonly meter = this.locatorFor('[role=meter]');
  private readonly segments = this.locatorForAll('i');

  /** What the meter says: how many of how many, and in words. */
  async measure(): Promise<{ readonly now: number; readonly max: number; readonly text: string }> {
    const meter = await this.meter();
    const [now, max, text] = await Promise.all(
      ['aria-valuenow', 'aria-valuemax', 'aria-valuetext'].map((name) => meter.getAttribute(name)),
    );
    return { now: Number(now), max: Number(max), text: text ?? '' };
  }

  /** The tones that are shown, in their order. */
  async tones(): Promise<string[]> {
    return Promise.all((await this.segments()).map(async (segment) => (await segment.getAttribute('class')) ?? ''));
  }
}

/** For specs: a verdict in words. */
export class VerdictHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-verdict';
  private readonly badge = this.locatorFor('.verdict');

  async label(): Promise<string> {
    return (await this.badge()).text();
  }

  async verdict(): Promise<'confirmed' | 'denied' | 'disputed' | undefined> {
    const badge = await this.badge();
    for (const verdict of ['confirmed', 'denied', 'disputed'] as const)
      if (await badge.hasClass(verdict)) return verdict;
    return undefined;
  }
}

/** For specs: the frame of an open dialog. */
export class DialogHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-dialog';
  private readonly headline = this.locatorFor('h2');
  private readonly way = this.locatorFor('button[aria-label]:last-child');

  async heading(): Promise<string> {
    return (await this.headline()).text();
  }

  async dismiss(): Promise<void> {
    await (await this.way()).click();
  }
}
