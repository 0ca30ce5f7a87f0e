// A TLS proxy that holds every exchange between a kiosk and a portal against sync/portal-api.yaml, with Prism's own router and validators.
// node judge.cjs CONTRACT CERT KEY CA; commands on stdin, one JSON line each, answered by one JSON line:
//   {"upstream": PORT}  where the portal is     {"report": true}  what was seen since the last report     {"plant": KIND}  spoil the next answer to /sync
const fs = require("fs");
const https = require("https");
const readline = require("readline");
const zlib = require("zlib");
const { getHttpOperationsFromSpec } = require("@stoplight/prism-http");
const { validateInput, validateOutput } = require("@stoplight/prism-http/dist/validator");
const { default: route } = require("@stoplight/prism-http/dist/router");

const [contract, cert, key, ca] = process.argv.slice(2);
const prefix = "/api/v1";
const authority = fs.readFileSync(ca);
let operations = [];
let upstream = 0;
let plant = "";
let seen = fresh();

function fresh() {
  return { exchanges: 0, operations: {}, requests: [], answers: [] };
}

const spoil = {
  member: (answer) => delete answer.body.cursor,
  type: (answer) => (answer.body.more = "no"),
  nested: (answer) => answer.body.results.forEach((one) => one.receipt && delete one.receipt.officialCode),
  pattern: (answer) => answer.body.results.forEach((one) => one.receipt && (one.receipt.officialCode = "H19 / 1")),
  media: (answer) => (answer.headers["content-type"] = "text/html"),
  status: (answer) => (answer.statusCode = 302),
};

function parsed(headers, body, partial = false) {
  if (body.length === 0) return undefined;
  if (headers["content-encoding"] === "gzip") body = zlib.gunzipSync(body);
  const text = body.toString("latin1");
  if (partial || !/[/+]json/.test(headers["content-type"] || "")) return text;
  try {
    return JSON.parse(body.toString());
  } catch {
    return text; // the schema will say that this is no object
  }
}

const problems = (either) => (either._tag === "Left" ? either.left.map((one) => `${(one.path || []).join(".")}: ${one.message}`) : []);

function judge(request, requestBody, response, responseBody) {
  const address = new URL(request.url, "https://portal.test");
  if (!address.pathname.startsWith(prefix)) return;
  seen.exchanges += 1;
  const method = request.method.toLowerCase();
  const input = {
    method,
    url: { path: address.pathname.slice(prefix.length), query: Object.fromEntries(address.searchParams) },
    headers: { ...request.headers },
    body: parsed(request.headers, requestBody),
  };
  const found = route({ resources: operations, input });
  if (found._tag === "Left") {
    seen.requests.push(`${request.method} ${address.pathname}: ${found.left.message || found.left.detail}`);
    return;
  }
  const operation = found.right;
  const name = operation.iid || operation.id;
  seen.operations[name] = seen.operations[name] || [];
  if (!seen.operations[name].includes(response.statusCode)) seen.operations[name].push(response.statusCode);
  const answer = { statusCode: response.statusCode, headers: { ...response.headers }, body: parsed(response.headers, responseBody, response.statusCode === 206) };
  if (plant && name === "sync" && answer.statusCode === 200) {
    spoil[plant](answer);
    plant = "";
  }
  for (const text of problems(validateInput({ resource: operation, element: input }))) seen.requests.push(`${name}: ${text}`);
  for (const text of problems(validateOutput({ resource: operation, element: answer }))) seen.answers.push(`${name} ${answer.statusCode}: ${text}`);
  judgeHeaders(name, operation, answer);
}

// Prism looks at bodies and media types of answers, and at their headers only where they are there: required ones are ours to ask for.
function judgeHeaders(name, operation, answer) {
  const response = operation.responses.find((one) => one.code === String(answer.statusCode));
  if (!response) {
    const range = `${String(answer.statusCode)[0]}XX`;
    if (!operation.responses.some((one) => one.code === range)) seen.answers.push(`${name} ${answer.statusCode}: the contract does not know this status`);
    return;
  }
  for (const header of response.headers || [])
    if (header.required && answer.headers[header.name.toLowerCase()] === undefined)
      seen.answers.push(`${name} ${answer.statusCode}: the header ${header.name} is missing`);
}

function relay(request, response) {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("error", () => response.destroy());
  request.on("end", () => {
    const body = Buffer.concat(chunks);
    const headers = { ...request.headers };
    delete headers["transfer-encoding"];
    if (body.length > 0) headers["content-length"] = body.length;
    const options = { host: "127.0.0.1", port: upstream, method: request.method, path: request.url, headers, ca: authority, agent: false };
    const onward = https.request(options, (answer) => {
      const parts = [];
      answer.on("data", (chunk) => parts.push(chunk));
      answer.on("error", () => response.destroy());
      answer.on("end", () => {
        const content = Buffer.concat(parts);
        try {
          judge(request, body, answer, content);
        } catch (fault) {
          seen.answers.push(`the judge itself: ${fault.stack}`);
        }
        const back = { ...answer.headers };
        delete back["connection"];
        delete back["keep-alive"];
        delete back["transfer-encoding"];
        response.writeHead(answer.statusCode, back);
        response.end(request.method === "HEAD" ? undefined : content);
      });
    });
    onward.on("error", () => response.destroy());
    onward.end(body);
  });
}

async function main() {
  operations = await getHttpOperationsFromSpec(contract);
  const server = https.createServer({ cert: fs.readFileSync(cert), key: fs.readFileSync(key), keepAliveTimeout: 60000, requestTimeout: 0 }, relay);
  server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.address().port, operations: operations.length })));
  readline.createInterface({ input: process.stdin }).on("line", (line) => {
    const command = JSON.parse(line);
    if (command.upstream) upstream = command.upstream;
    if (command.plant) plant = command.plant;
    console.log(JSON.stringify(command.report ? seen : { done: true }));
    if (command.report) seen = fresh();
  });
}

main();
