import { format, resolveConfig } from "prettier";

/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
  ignoreConfig: ["library"],
  configEmoji: [
    ["recommended", "✅"],
    ["strict", "🔒"],
  ],
  ruleDocTitleFormat: "prefix-name",
  ruleDocSectionInclude: ["Why", "Examples", "When not to use it", "Further reading"],
  ruleDocSectionOptions: true,
  ruleListColumns: [
    "name",
    "description",
    "configsError",
    "configsWarn",
    "fixable",
    "hasSuggestions",
  ],
  postprocess: async (content, path) =>
    format(content, { ...(await resolveConfig(path)), filepath: path }),
};
