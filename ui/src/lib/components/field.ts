/** What a control inside a Field takes, so that its label, hint and error are its own. */
export type ControlAttributes = {
  id: string;
  required: boolean;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
};
