import type { Mark } from '../../../src/core/marks/mark.js';
import { emptyRecord, markOf, withChange } from '../../../src/core/marks/paperRecord.js';
import type { PaperKey } from '../../../src/core/paper.js';
import { LocalDisk } from '../../../src/host/localDisk.js';
import type { MarksDisk } from '../../../src/host/marksDisk.js';
import { MarksFile } from '../../../src/host/marksFile.js';
import { MarksRefusal } from '../../../src/host/marksRefusal.js';

export const attributes = { name: '.gitattributes', text: 'state.jsonl merge=union\n' };

/** One window's view of a file of marks. */
export class MarksWindow {
  readonly changed = new Set<PaperKey>();
  readonly failures: unknown[] = [];
  readonly file: MarksFile;

  constructor(disk: string | MarksDisk) {
    this.file = new MarksFile({
      disk: typeof disk === 'string' ? new LocalDisk(disk) : disk,
      beside: attributes,
      onChange: (keys) => keys.forEach((key) => this.changed.add(key)),
      onFailure: (error) => this.failures.push(error),
    });
  }

  static async open(disk: string | MarksDisk): Promise<MarksWindow> {
    const window = new MarksWindow(disk);
    await window.file.start();
    return window;
  }

  mark(change: Partial<Mark>, ...keys: readonly PaperKey[]): void {
    const { records } = this.file;
    const now = Date.now();
    this.file.put(
      new Map(keys.map((key) => [key, withChange(records.get(key) ?? emptyRecord, change, now)])),
    );
  }

  of(key: PaperKey): Mark {
    return markOf(this.file.records.get(key) ?? emptyRecord);
  }

  /** Why the file was left alone; what else failed by its message. */
  reasons(): string[] {
    return this.failures.map((error) =>
      error instanceof MarksRefusal ? error.reason.kind : String(error),
    );
  }
}
