// A step that stands in no form: what it is refused for is said in the bar below.
import { asCommandError } from "$lib/api/call";
import { toast } from "./toast.svelte";

export async function attempt(step: () => unknown): Promise<void> {
  try {
    await step();
  } catch (thrown) {
    toast.tell(asCommandError(thrown).message);
  }
}
