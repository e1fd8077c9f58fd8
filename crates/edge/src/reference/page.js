// Shows openapi.json and lets a reader try its calls. Builds elements, never markup from text. Keys are read from
// their fields when a call is sent and kept nowhere else. It shows what the server said and computes no money.
"use strict";

const METHODS = ["get", "post", "delete"];
// What an answer may hand on to the fields of the next calls: member of the answer -> field.
const HANDED_ON = {
  token_id: "token_id", operation_id: "operation_id", transaction_id: "transaction_id", wallet_id: "wallet_id",
  code: "otp_code", key_id: "key_id",
};

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// `code`, **strong** and [links](target) of our own; everything else is text.
function marked(text) {
  const nodes = [];
  const marks = /`([^`]+)`|\*\*([^*]+)\*\*|\[`?([^\]`]+)`?\]\((\/[^)]*)\)/g;
  let end = 0;
  for (const found of text.matchAll(marks)) {
    nodes.push(text.slice(end, found.index));
    if (found[1]) nodes.push(make("code", {}, found[1]));
    else if (found[2]) nodes.push(make("strong", {}, found[2]));
    else nodes.push(make("a", { href: `..${found[4]}` }, make("code", {}, found[3])));
    end = found.index + found[0].length;
  }
  nodes.push(text.slice(end));
  return nodes;
}

const lastOf = (reference) => reference.split("/").pop();

// A schema in a few words, with links to the shapes it names.
function kind(schema) {
  if (!schema) return ["anything"];
  if (schema.$ref) return [make("a", { href: `#shape-${lastOf(schema.$ref)}` }, lastOf(schema.$ref))];
  const parts = schema.allOf ?? schema.oneOf;
  if (parts) {
    const named = parts.filter((part) => part.$ref || part.type);
    return named.flatMap((part, place) => (place ? [" or ", ...kind(part)] : kind(part)));
  }
  if (schema.const !== undefined) return [`always ${JSON.stringify(schema.const)}`];
  const types = [].concat(schema.type ?? (schema.enum ? "string" : "anything"));
  if (types.includes("array")) return ["list of ", ...kind(schema.items), ...(types.includes("null") ? [" or null"] : [])];
  const words = [types.join(" or ")];
  if (schema.format) words.push(schema.format);
  if (schema.enum) words.push(schema.enum.length > 12 ? `one of ${schema.enum.length}` : `one of ${schema.enum.join(", ")}`);
  if (schema.pattern) words.push(`as ${schema.pattern}`);
  if (schema.minimum !== undefined && schema.maximum !== undefined) words.push(`${schema.minimum} to ${schema.maximum}`);
  return [words.join(", ")];
}

function described(name, schema, notes, description) {
  const term = make("dt", {}, make("code", {}, name), " ", make("span", { class: "faint" }, ...notes, ...kind(schema)));
  return [term, make("dd", {}, ...marked(description ?? ""))];
}

function members(schema) {
  const list = make("dl");
  const needed = schema.required ?? [];
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    const parts = member.allOf ?? member.oneOf ?? [];
    const description = member.description ?? parts.find((part) => part.description)?.description;
    list.append(...described(name, member, [needed.includes(name) ? "needed, " : ""], description));
  }
  return list;
}

const pretty = (value) => JSON.stringify(value, null, 2);

// JSON with line breaks, its numbers as they were written.
function laidOut(json) {
  let depth = 0, inText = false, escaped = false, out = "";
  const line = () => `\n${"  ".repeat(depth)}`;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (inText) {
      out += sign;
      if (!escaped && sign === '"') inText = false;
      escaped = !escaped && sign === "\\";
    } else if (sign === '"') { inText = true; out += sign;
    } else if ("{[".includes(sign)) {
      if ("}]".includes(json[at + 1])) { out += sign + json[at + 1]; at += 1; } else { depth += 1; out += sign + line(); }
    } else if ("}]".includes(sign)) { depth -= 1; out += line() + sign;
    } else if (sign === ",") { out += sign + line();
    } else if (sign === ":") { out += ": ";
    } else if (sign.trim()) { out += sign; }
  }
  return out;
}

function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const keyOf = (id) => document.getElementById(id).value.trim();

// The headers of the signed profile (needs a secure context: https, or this machine).
async function signature(method, target, body, accessKey, secretKey) {
  if (!crypto.subtle) throw new Error("This browser signs only over https or on this machine itself.");
  const salt = freshId().slice(0, 12);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const text = method + target + salt + timestamp + accessKey + secretKey + (body === "{}" ? "" : body);
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secretKey), algorithm, false, ["sign"]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text)));
  const hex = Array.from(mac, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { salt, timestamp, signature: btoa(hex) };
}

// Where a call goes: beside this page's folder, so that a proxy may stand before the path.
function addressOf(path, operation, fields) {
  let filled = path;
  const query = new URLSearchParams();
  for (const [parameter, field] of fields) {
    const value = field.value.trim();
    if (parameter.in === "path") filled = filled.replace(`{${parameter.name}}`, encodeURIComponent(value));
    if (parameter.in === "query" && value) query.set(parameter.name, value);
  }
  const url = new URL(`..${filled}`, document.baseURI);
  url.search = query.toString();
  return url;
}

async function headersOf(method, url, operation, fields, body) {
  const headers = {};
  for (const [parameter, field] of fields) {
    if (parameter.in === "header" && field.value.trim()) headers[parameter.name] = field.value.trim();
  }
  if (body) headers["Content-Type"] = "application/json";
  if (operation.security.some((scheme) => "operator_key" in scheme)) {
    headers.Authorization = `Bearer ${keyOf("operator-key")}`;
    return headers;
  }
  headers.access_key = keyOf("access-key");
  const secretKey = keyOf("secret-key");
  if (!secretKey) return headers;
  return Object.assign(headers, await signature(method, url.pathname + url.search, body, headers.access_key, secretKey));
}

function handOn(text) {
  let answer;
  try { answer = JSON.parse(text); } catch { return; }
  const said = answer.data ?? answer;
  for (const [member, field] of Object.entries(HANDED_ON)) {
    if (typeof said[member] !== "string") continue;
    for (const input of document.querySelectorAll(`[data-field="${field}"]`)) input.value = said[member];
  }
}

async function send(form, method, path, operation, fields, bodyField, result) {
  const button = form.querySelector("button");
  button.disabled = true; // Until the answer: a second press must not be a second request.
  result.replaceChildren("Waiting for the answer…");
  try {
    const body = bodyField ? bodyField.value.trim() : "";
    const url = addressOf(path, operation, fields);
    const headers = await headersOf(method, url, operation, fields, body);
    const request = { method: method.toUpperCase(), headers, cache: "no-store", credentials: "omit", redirect: "error" };
    if (body) request.body = body;
    const response = await fetch(url, request);
    const text = await response.text();
    showAnswer(result, response, text);
    if (response.ok) {
      handOn(text);
      for (const [parameter, field] of fields) if (isOwnText(parameter)) field.value = freshId();
    }
  } catch (why) {
    const advice = method === "get" ? "" : " The outcome is not known: repeat the call with the same values.";
    result.replaceChildren(make("p", {}, `No answer: ${why.message}.${advice}`));
  } finally {
    button.disabled = false;
  }
}

const isOwnText = (parameter) => parameter.in === "header" && /^idempotency/i.test(parameter.name);

function showAnswer(result, response, text) {
  const headers = Array.from(response.headers, ([name, value]) => `${name}: ${value}`).join("\n");
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  const children = [make("h4", {}, `${response.status} ${response.statusText}`), make("pre", { tabindex: "0" }, headers)];
  if (text) children.push(make("pre", { tabindex: "0" }, isJson ? laidOut(text) : text));
  const code = isJson && /"(?:error_code|code)":"([A-Za-z_]+)"/.exec(text)?.[1];
  if (code && !response.ok) children.push(make("p", {}, make("a", { href: `../errors/${code}` }, `What ${code} means`)));
  result.replaceChildren(...children);
}

function fieldOf(operation, parameter) {
  const id = `try-${operation.operationId}-${parameter.name}`;
  const field = make("input", { id, "data-field": parameter.name, autocomplete: "off", spellcheck: "false" });
  if (parameter.required) field.required = true;
  if (parameter.required && parameter.example !== undefined) field.value = parameter.example;
  if (isOwnText(parameter)) field.value = freshId();
  const label = make("label", { for: id }, make("code", {}, parameter.name), ` (${parameter.in}${parameter.required ? ", needed" : ""})`);
  return [label, field];
}

function tryIt(method, path, operation, examples) {
  const fields = operation.parameters.map((parameter) => [parameter, ...fieldOf(operation, parameter)]);
  const form = make("form", { autocomplete: "off", "aria-label": `Try: ${operation.summary}` });
  for (const [, label, field] of fields) form.append(label, field);
  let bodyField = null;
  if (examples.body !== undefined) {
    const id = `try-${operation.operationId}-body`;
    bodyField = make("textarea", { id, spellcheck: "false" });
    bodyField.value = pretty(examples.body);
    form.append(make("label", { for: id }, "Body (JSON)"), bodyField);
  }
  const result = make("div", { role: "status" });
  form.append(make("button", { type: "submit" }, "Send"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, method, path, operation, fields.map(([parameter, , field]) => [parameter, field]), bodyField, result);
  });
  return [make("h3", {}, "Try it"), form, result];
}

function answers(operation) {
  const list = make("dl");
  for (const [status, response] of Object.entries(operation.responses)) {
    const schema = Object.values(response.content ?? {})[0]?.schema;
    const shape = schema ? kind(schema) : ["no body"];
    list.append(make("dt", {}, make("strong", {}, status), " ", make("span", { class: "faint" }, ...shape)));
    list.append(make("dd", {}, ...marked(response.description)));
  }
  return list;
}

function call(method, path, operation, shapes) {
  const summary = make("summary", {}, make("span", { class: `method ${method}` }, method), make("code", {}, path),
    " ", make("span", {}, operation.summary));
  const inside = make("div", { class: "inside" });
  if (operation.description) inside.append(make("p", {}, ...marked(operation.description)));
  if (operation.parameters.length) {
    const list = make("dl");
    for (const parameter of operation.parameters) {
      const notes = [`${parameter.in}, ${parameter.required ? "needed, " : ""}`];
      list.append(...described(parameter.name, parameter.schema, notes, parameter.description));
    }
    inside.append(make("h3", {}, "Parameters"), list);
  }
  const bodySchema = operation.requestBody?.content["application/json"].schema;
  const body = bodySchema && shapes[lastOf(bodySchema.$ref)].examples?.[0];
  if (bodySchema) inside.append(make("h3", {}, "Body: ", ...kind(bodySchema)), members(shapes[lastOf(bodySchema.$ref)]));
  inside.append(make("h3", {}, "Answers"), answers(operation), ...tryIt(method, path, operation, { body }));
  return make("details", { id: operation.operationId }, summary, inside);
}

function shapesOf(shapes) {
  const section = make("section", { "aria-labelledby": "shapes" }, make("h2", { id: "shapes" }, "Shapes"));
  for (const [name, schema] of Object.entries(shapes)) {
    const inside = make("div", { class: "inside" }, make("p", {}, ...marked(schema.description ?? "")));
    if (schema.properties) inside.append(members(schema));
    else inside.append(make("p", { class: "faint" }, ...kind(schema)));
    if (schema.examples) inside.append(make("h3", {}, "Example"), make("pre", { tabindex: "0" }, pretty(schema.examples[0])));
    section.append(make("details", { id: `shape-${name}` }, make("summary", {}, make("code", {}, name)), inside));
  }
  return section;
}

function errorsOf(examples) {
  const rows = make("tbody");
  for (const [code, example] of Object.entries(examples)) {
    const link = make("a", { href: `../errors/${code}` }, make("code", {}, code));
    rows.append(make("tr", {}, make("td", {}, link), make("td", {}, String(example["x-status"])), make("td", {}, example.summary)));
  }
  const columns = ["Code", "Status", "Meaning"].map((title) => make("th", { scope: "col" }, title));
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...columns)), rows);
  return make("section", { "aria-labelledby": "errors" }, make("h2", { id: "errors" }, "Errors"), table);
}

function contents(groups) {
  const nav = document.getElementById("contents");
  nav.open = matchMedia("(min-width: 40rem)").matches;
  for (const [tag, calls] of groups) {
    const links = calls.map(({ operation }) => make("li", {}, make("a", { href: `#${operation.operationId}` }, operation.summary)));
    nav.append(make("h2", {}, tag.name), make("ul", {}, ...links));
  }
  const rest = [["#shapes", "Shapes"], ["#errors", "Errors"]].map(([href, text]) => make("li", {}, make("a", { href }, text)));
  nav.append(make("h2", {}, "And"), make("ul", {}, ...rest));
}

// A link to a call or shape opens it.
function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named?.tagName !== "DETAILS") return;
  named.open = true;
  named.querySelector("summary").focus();
}

function show(described) {
  const { schemas, examples } = described.components;
  document.getElementById("version").textContent = described.info.version;
  document.getElementById("introduction").append(make("p", {}, ...marked(described.info.description)));
  const all = Object.entries(described.paths).flatMap(([path, methods]) =>
    METHODS.filter((method) => methods[method]).map((method) => ({ method, path, operation: methods[method] })));
  all.sort((left, right) => left.operation["x-order"] - right.operation["x-order"]);
  const groups = described.tags.map((tag) => [tag, all.filter(({ operation }) => operation.tags[0] === tag.name)]);
  const main = document.getElementById("calls");
  for (const [tag, calls] of groups) {
    const id = `tag-${tag.name.replaceAll(" ", "-")}`;
    const section = make("section", { "aria-labelledby": id }, make("h2", { id }, tag.name));
    section.append(make("p", {}, ...marked(tag.description)));
    for (const { method, path, operation } of calls) section.append(call(method, path, operation, schemas));
    main.append(section);
  }
  main.append(shapesOf(schemas), errorsOf(examples));
  contents(groups);
  document.getElementById("loading").remove();
  openNamed();
}

document.getElementById("keys").addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", openNamed);
fetch("../openapi.json").then((response) => response.json()).then(show).catch((why) => {
  document.getElementById("loading").textContent = `The document could not be read: ${why.message}`;
});
