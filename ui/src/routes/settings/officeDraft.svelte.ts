// The office's form while it is being changed: saved 300 ms after the last key, one save at a time,
// and never replaced under the person's hands by an older reading of itself.
import { commands, type OfficeForm } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { missingIn, tidied } from "$lib/office/check";
import { saving } from "$lib/state/saving.svelte";

const PAUSE = 300;

export class OfficeDraft {
  form = $state<OfficeForm | null>(null);
  /** Why it could not be read or saved. */
  error = $state<string | null>(null);
  readonly errors = $derived(this.form ? missingIn(this.form) : {});
  readonly complete = $derived(Object.keys(this.errors).length === 0);

  readonly #office: string | null;
  #stored = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | null = null;

  constructor(office: string | null) {
    this.#office = office;
  }

  /** Reads what is stored; leaves the form alone while it holds something unsaved. */
  async read(): Promise<void> {
    try {
      const form = await call(commands.office(this.#office));
      if (this.form && this.#unsaved()) return;
      // Compared as it would be saved, so that merely opening the form saves nothing.
      const stored = JSON.stringify(tidied(form));
      if (this.form && stored === this.#stored) return;
      this.#stored = stored;
      this.form = form;
      this.error = null;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  /** After any change of the form. */
  touched(): void {
    clearTimeout(this.#timer);
    if (this.#unsaved()) this.#timer = setTimeout(() => void this.save(), PAUSE);
  }

  /** Now, not after the pause; also when the part is left. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#writing;
    if (!this.form || !this.complete || !this.#unsaved()) return;
    const form = tidied($state.snapshot(this.form));
    this.#writing = this.#write(form);
    await this.#writing;
    this.#writing = null;
  }

  async #write(form: OfficeForm): Promise<void> {
    try {
      await saving.track(call(commands.saveOffice(this.#office, form)));
      this.#stored = JSON.stringify(form);
      this.error = null;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  #unsaved(): boolean {
    return this.form !== null && JSON.stringify(tidied($state.snapshot(this.form))) !== this.#stored;
  }
}
