// judge.mjs VERDICTS.json: compares our verdicts with AJV's (validity, required) and @jsonforms/core's (visible, enabled).
import { readFileSync } from "node:fs";
import core from "@jsonforms/core";

const { createAjv, isInherentlyEnabled, isVisible, Resolve } = core;
const ajv = createAjv();
const state = { jsonforms: { core: { ajv } } };

const tokens = (pointer) => pointer.split("/").slice(1);
const parentOf = (data, pointer) => tokens(pointer).slice(0, -1).reduce((at, token) => at?.[token], data);
const lastOf = (pointer) => tokens(pointer).at(-1);
const valueAt = (data, pointer) => parentOf(data, pointer)?.[lastOf(pointer)];

function walk(element, id, schema, data, parent, out) {
  const visible = parent.visible && isVisible(element, data, "", ajv);
  const own = element.type === "Control" ? Resolve.schema(schema, element.scope, schema) : undefined;
  const enabled = isInherentlyEnabled(state, { path: "", enabled: parent.enabled }, element, own, data, {});
  if (!visible) out.hidden.push(id);
  if (!enabled) out.disabled.push(id);
  if (visible && element.type === "Control") out.fields.add(element.scope.replaceAll("/properties/", "/").slice(1));
  (element.elements ?? []).forEach((child, index) => walk(child, id === "" ? `${index}` : `${id}/${index}`, schema, data, { visible, enabled }, out));
}

const missing = (validate, data) => {
  validate(data);
  return (validate.errors ?? []).filter((e) => e.keyword === "required").map((e) => `${e.instancePath}/${e.params.missingProperty}`);
};

// Fields that must be filled: those AJV misses when required groups are begun, and those it would miss if they were taken out.
function requiredFields(validate, answers, fields) {
  const required = new Set();
  const begun = structuredClone(answers);
  for (let again = true; again; ) {
    again = false;
    for (const pointer of missing(validate, begun)) {
      if (fields.has(pointer)) required.add(pointer);
      else if ([...fields].some((field) => field.startsWith(pointer + "/")) && valueAt(begun, pointer) === undefined) {
        parentOf(begun, pointer)[lastOf(pointer)] = {};
        again = true;
      }
    }
  }
  for (const field of fields) {
    if (valueAt(answers, field) === undefined) continue;
    const without = structuredClone(answers);
    const parent = parentOf(without, field);
    if (typeof parent !== "object" || Array.isArray(parent)) continue;
    delete parent[lastOf(field)];
    if (missing(validate, without).includes(field)) required.add(field);
  }
  return required;
}

// The columns of each row of the lists in sight.
function withRows(fields, rows, answers) {
  const all = new Set(fields);
  for (const [list, columns] of Object.entries(rows)) {
    const value = fields.has(list) ? valueAt(answers, list) : undefined;
    if (!Array.isArray(value)) continue;
    value.forEach((row, index) => columns.forEach((column) => all.add(`${list}/${index}${column}`)));
  }
  return all;
}

// rules.pack.json, where schema and rules disagree on purpose.
const ruleZoo = "1.000009";

let compared = 0;
const differences = [];
const counts = {};
const same = (what, code, index, ours, theirs) => {
  compared += 1;
  const [one, other] = [ours, theirs].map((value) => JSON.stringify(value));
  if (one !== other) differences.push(`${code} case ${index}: ${what}: ours ${one}, theirs ${other}`);
};

for (const pack of JSON.parse(readFileSync(process.argv[2], "utf8")).packs) {
  const validate = ajv.compile(pack.schema);
  const count = (counts[pack.code] = { cases: pack.cases.length, valid: 0, rawValid: 0 });
  pack.cases.forEach((one, index) => {
    const seen = { hidden: [], disabled: [], fields: new Set() };
    walk(pack.uiSchema, "", pack.schema, one.answers, { visible: true, enabled: true }, seen);
    const valid = validate(one.answers);
    const rawValid = validate(one.raw);
    count.valid += valid;
    count.rawValid += rawValid;
    same("valid", pack.code, index, one.valid, valid);
    same("valid as given", pack.code, index, one.rawValid, rawValid);
    same("hidden", pack.code, index, one.hidden, seen.hidden.sort());
    same("disabled", pack.code, index, one.disabled, seen.disabled.sort());
    if (pack.code !== ruleZoo) same("asked but hidden", pack.code, index, one.askedButHidden, []);
    same("required", pack.code, index, one.required, [...requiredFields(validate, one.answers, withRows(seen.fields, pack.rows, one.answers))].sort());
  });
}

console.log(JSON.stringify(counts), `${compared} verdicts compared, ${differences.length} differ`);
differences.slice(0, 20).forEach((line) => console.log(line));
process.exit(differences.length === 0 && compared > 0 ? 0 : 1);
