// Counts what passed and says what did not, at once and in full.

const SHOWN = 20;

export class Report {
  #passed = 0;
  #failed = 0;
  #quiet;
  /// What was found, a line each.
  found = [];

  /// `quiet`: keeps what it finds for itself.
  constructor({ quiet = false } = {}) {
    this.#quiet = quiet;
  }

  /// One check: passes when `faults` is empty.
  check(name, faults) {
    if (faults.length === 0) {
      this.#passed += 1;
      return;
    }
    this.#failed += 1;
    this.found.push(...faults.map((fault) => `${name}: ${fault}`));
    if (this.#quiet) return;
    console.log(`GAGAL ${name}`);
    for (const fault of faults.slice(0, SHOWN)) console.log(`  ${fault}`);
    if (faults.length > SHOWN) console.log(`  … dan ${faults.length - SHOWN} lagi`);
  }

  /// A figure that is no check.
  note(text) {
    if (!this.#quiet) console.log(text);
  }

  /// Writes the last line and gives the exit code.
  close() {
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    return this.#failed === 0 && this.#passed > 0 ? 0 : 1;
  }
}
