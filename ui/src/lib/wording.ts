// Every Vietnamese word that the window itself says, by screen. Sentences about the data come from
// the program behind it; here are titles, labels, hints and questions.
import { bodies } from "./wording/bodies";
import { common } from "./wording/common";
import { documents } from "./wording/documents";
import { drafts } from "./wording/drafts";
import { editor } from "./wording/editor";
import { figures } from "./wording/figures";
import { frame } from "./wording/frame";
import { imports } from "./wording/imports";
import { lists } from "./wording/lists";
import { memory } from "./wording/memory";
import { notices } from "./wording/notices";
import { office } from "./wording/office";
import { overview } from "./wording/overview";
import { preview } from "./wording/preview";
import { search } from "./wording/search";
import { settings } from "./wording/settings";
import { start } from "./wording/start";
import { templates } from "./wording/templates";

export const wording = {
  common,
  frame,
  office,
  start,
  overview,
  figures,
  drafts,
  editor,
  preview,
  templates,
  memory,
  lists,
  notices,
  documents,
  bodies,
  search,
  imports,
  settings,
};
