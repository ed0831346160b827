// Lets Hugging Face's own library read tokenizer/tokenizer.json, and compares its tokens with those of words.json.
//
//     npm install @huggingface/tokenizers@0.2.0 && node compare_tokens.mjs
//
// It prints how many texts have equal tokens, and how many of the others hold U+0085: that is a space to Unicode, to Python and to .NET, but
// not to JavaScript. The tests need neither.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// The library is found where the command is started, so that nothing need be installed here.
const { Tokenizer } = createRequire(join(process.cwd(), "from-here.js"))("@huggingface/tokenizers");
const read = name => JSON.parse(readFileSync(new URL(name, import.meta.url)));

const tokenizer = new Tokenizer(read("tokenizer/tokenizer.json"), {});
const { texts } = read("words.json");
const equal = ({ text, tokens }) => tokenizer.encode(text).ids.join() === tokens.join();
const others = texts.filter(one => !equal(one));
console.log(`${texts.length - others.length} of ${texts.length}; of the others ${others.filter(one => one.text.includes("\x85")).length} hold U+0085`);
