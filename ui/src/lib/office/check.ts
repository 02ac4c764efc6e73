// What can be said of an office's form before the program is asked: the lines it cannot do without.
import type { OfficeForm } from "$lib/api/bindings";
import { wording } from "$lib/wording";

export type OfficeErrors = { name?: string; short_name?: string; issuer_line?: string; place?: string };

export function missingIn(form: OfficeForm): OfficeErrors {
  const { errors } = wording.office;
  const found: OfficeErrors = {};
  if (!form.name.trim()) found.name = errors.name;
  if (!form.short_name.trim()) found.short_name = errors.shortName;
  if (!form.issuer_line.trim()) found.issuer_line = errors.issuer;
  if (!form.place.trim()) found.place = errors.place;
  return found;
}

/** The form as it is stored: no blank lines, no blank signers, no spaces around. */
export function tidied(form: OfficeForm): OfficeForm {
  const signers = form.signers
    .map(({ authority, position, name }) => ({
      authority: authority.trim(),
      position: position.trim(),
      name: name.trim(),
    }))
    .filter(({ authority, position, name }) => authority || position || name);
  return {
    ...form,
    name: form.name.trim(),
    short_name: form.short_name.trim(),
    superior_line: form.superior_line.trim(),
    issuer_line: form.issuer_line.trim(),
    place: form.place.trim(),
    symbol: form.symbol.trim(),
    signers,
    recipients: form.recipients.map((line) => line.trim()).filter(Boolean),
  };
}
