import { withoutExitCode } from '../results/evidence-in.ts';
import { inventoryOf } from '../results/inventory.ts';
import type { SideInventory } from '../results/inventory.ts';
import { isRed } from '../results/red-repository.ts';
import type { TestRun } from '../results/test-report.ts';
import type { TreeEvidence } from './tree-evidence.ts';

/** What is known of one version from its trees and its cells on all models; it grows with the cells. */
export class VersionEvidence {
  readonly #tree: TreeEvidence;
  readonly #cells: TestRun[] = [];
  #reportsTests = false;
  #inventory: SideInventory | null = null;
  #isOwnRunRed: boolean | null = null;

  constructor(tree: TreeEvidence) {
    this.#tree = tree;
  }

  /** Adds the evidence of one more cell. */
  add(evidence: TestRun | null): void {
    if (evidence === null) return;
    this.#cells.push(evidence);
    this.#inventory = null;
    this.#isOwnRunRed = null;
    // A green own run shows how its tests report. Without one the cells show it, but only through node:test, because
    // any code can print TAP.
    this.#reportsTests ||=
      !this.#tree.isOwnGreen && evidence.report?.format === 'node-test' && hasCases(evidence);
  }

  /**
   * The part of a cell's evidence that counts: if other cells are reported test by test, an exit code alone is not
   * enough.
   */
  read(evidence: TestRun): TestRun {
    return this.#reportsTests ? withoutExitCode(evidence) : evidence;
  }

  /** The repository's own run is red, so an exit code says nothing about a model. */
  get isOwnRunRed(): boolean {
    const { own } = this.#tree;
    this.#isOwnRunRed ??= own !== null && isRed(this.read(own));
    return this.#isOwnRunRed;
  }

  /** The tests pass whatever stands under `writes`. */
  get isVacuous(): boolean {
    return this.#tree.isVacuous;
  }

  /** The tests that the version is expected to run. */
  get inventory(): SideInventory {
    this.#inventory ??= this.#readInventory();
    return this.#inventory;
  }

  #readInventory(): SideInventory {
    const ownRun = this.#tree.own === null ? null : this.read(this.#tree.own);
    const isWhole = ownRun !== null && !isRed(ownRun);
    // A green own run that names its tests needs no cells to know them, and there may be thousands of cells.
    const isNamed = isWhole && hasCases(ownRun);
    const cells = isNamed ? [] : this.#cells.map((cell) => this.read(cell));
    return { inventory: inventoryOf({ ownRun, cells }), isWhole };
  }
}

function hasCases({ report }: TestRun): boolean {
  return report !== null && report.cases.length > 0;
}
