// Asks a local server all that the public client can ask of it. Arguments: the folder of node_modules, the base
// address, the key. Prints one line a step; throws at the first that goes wrong.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, baseURL, apiKey] = process.argv.slice(2);
const require = createRequire(modules + "/");
const { default: OpenAI } = await import(pathToFileURL(require.resolve("openai")).href.replace(/\.js$/, ".mjs"));
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0, timeout: 120_000 });
const messages = [{ role: "user", content: "he he" }];

async function refused(status, asked) {
    await assert.rejects(asked, (error) => error.status === status);
}

const steps = {
    async models() {
        const list = await client.models.list();
        assert.equal(list.data.length > 0, true);
        assert.equal((await client.models.retrieve(list.data[0].id)).object, "model");
        await refused(404, client.models.retrieve("nobody"));
    },
    async chat() {
        const done = await client.chat.completions.create({ model: "tiny", messages, max_tokens: 8, temperature: 0 });
        assert.equal(typeof done.choices[0].message.content, "string");
        assert.equal(done.usage.completion_tokens <= 8, true);
    },
    async stream() {
        const stream = await client.chat.completions.create({
            model: "tiny", messages, max_tokens: 8, temperature: 0, stream: true,
            stream_options: { include_usage: true },
        });
        let usage = null;
        for await (const chunk of stream) usage = chunk.usage ?? usage;
        assert.equal(usage.completion_tokens <= 8, true);
    },
    async aborted() {
        const stream = await client.chat.completions.create({ model: "tiny", messages, max_tokens: 64, stream: true });
        for await (const chunk of stream) { assert.ok(chunk); stream.controller.abort(); }
    },
    async tools() {
        const tools = [{
            type: "function",
            function: { name: "greet", parameters: { type: "object", properties: { who: { type: "string", enum: ["Ana", "Ben"] } }, required: ["who"] } },
        }];
        const done = await client.chat.completions.create({
            model: "tiny", messages, tools, tool_choice: { type: "function", function: { name: "greet" } }, max_tokens: 400,
        });
        const call = done.choices[0].message.tool_calls[0];
        assert.equal(call.function.name, "greet");
        assert.ok(["Ana", "Ben"].includes(JSON.parse(call.function.arguments).who));
    },
    async schema() {
        const schema = { type: "object", properties: { answer: { enum: ["yes", "no"] } }, required: ["answer"], additionalProperties: false };
        const done = await client.chat.completions.create({
            model: "tiny", messages, max_tokens: 64,
            response_format: { type: "json_schema", json_schema: { name: "answer", schema } },
        });
        assert.ok(["yes", "no"].includes(JSON.parse(done.choices[0].message.content).answer));
    },
    async logprobs() {
        const done = await client.chat.completions.create({ model: "tiny", messages, max_tokens: 4, logprobs: true, top_logprobs: 2 });
        for (const one of done.choices[0].logprobs.content) assert.equal(one.top_logprobs.length, 2);
    },
    async completion() {
        const done = await client.completions.create({ model: "tiny", prompt: "once", max_tokens: 4, echo: true });
        assert.ok(done.choices[0].text.startsWith("once"));
    },
    async embeddings() {
        const done = await client.embeddings.create({ model: "tiny", input: ["one", "two"] });
        assert.equal(done.data.length, 2);
        assert.equal(done.data[0].embedding.length > 0, true);
    },
    async refusals() {
        await refused(400, client.chat.completions.create({ model: "tiny", messages, n: 3 }));
        await refused(401, new OpenAI({ baseURL, apiKey: "another", maxRetries: 0 }).models.list());
    },
};

for (const [name, step] of Object.entries(steps)) {
    await step();
    console.log(name);
}
