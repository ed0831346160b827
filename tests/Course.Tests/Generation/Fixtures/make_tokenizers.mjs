// Writes what the library of the Hub makes of some texts: two small tokenizer.json, and the numbers of the tokens that
// @huggingface/tokenizers finds with them. Our reader must find the same. From this folder:
//     npm install --no-save @huggingface/tokenizers@0.2.0 && node make_tokenizers.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Tokenizer } from "@huggingface/tokenizers";

const shipped = (path) => gunzipSync(readFileSync(new URL(`../../../../datasets/${path}`, import.meta.url))).toString("utf8");
const endOfText = { id: 0, content: "<|endoftext|>", single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
const special = (id, content) => ({ ...endOfText, id, content });

// GPT-2's first 500 merges, with the 256 bytes that they begin from.
function byteLevel() {
  const all = JSON.parse(shipped("gpt2-tokenizer/vocab.json.gz"));
  const merges = shipped("gpt2-tokenizer/merges.txt.gz").split("\n").slice(1, 501);
  const tokens = Object.entries(all).sort((a, b) => a[1] - b[1]).slice(0, 756).map(([token]) => token);
  const vocab = Object.fromEntries([...tokens, endOfText.content].map((token, id) => [token, id]));
  const level = { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: true };
  return {
    version: "1.0", truncation: null, padding: null, added_tokens: [special(756, endOfText.content)], normalizer: null,
    pre_tokenizer: level, post_processor: { ...level, trim_offsets: false }, decoder: level,
    model: {
      type: "BPE", dropout: null, unk_token: null, continuing_subword_prefix: "", end_of_word_suffix: "", fuse_unk: false, vocab, merges,
    },
  };
}

// A WordPiece model as BERT's: special tokens, letters alone and inside a word, and the commonest words and ends of one novel.
function wordPiece() {
  const counts = {};
  for (const word of shipped("austen/emma.txt.gz").toLowerCase().match(/[a-z]+/g)) counts[word] = (counts[word] ?? 0) + 1;
  const words = Object.keys(counts).sort((a, b) => counts[b] - counts[a] || (a < b ? -1 : 1)).slice(0, 400);
  const letters = [..."abcdefghijklmnopqrstuvwxyz0123456789.,;:!?'\"-()明月光"];
  const ends = ["ing", "ed", "ly", "ness", "er", "es", "est", "tion", "able", "ful", "less", "ment"];
  const pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ...letters, ...letters.map((letter) => `##${letter}`),
    ...words.filter((word) => word.length > 1), ...ends.map((end) => `##${end}`)];
  const vocab = Object.fromEntries(pieces.map((piece, id) => [piece, id]));
  return {
    version: "1.0", truncation: null, padding: null, added_tokens: ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"].map((token, id) => special(id, token)),
    normalizer: { type: "BertNormalizer", clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
    pre_tokenizer: { type: "BertPreTokenizer" }, post_processor: null,
    decoder: { type: "WordPiece", prefix: "##", cleanup: true },
    model: { type: "WordPiece", unk_token: "[UNK]", continuing_subword_prefix: "##", max_input_chars_per_word: 100, vocab },
  };
}

const texts = [
  "", " ", "a", "It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in want of a wife.",
  "  two   three    four", "trailing  ", "\n\n\tnew lines\r\n and tabs\t", "don't I'll we've he'd they're I'm it's 'tis o'clock DON'T",
  "12 345 6.7e8 ½ ² Ⅷ ٣", "naïve café Zoë e\u0301 n\u0303", "明月光 床前明月光，疑是地上霜。", "😀 👩‍👧 🇫🇷 ❤️", "a<|endoftext|>b", "[MASK] [CLS]not[SEP]",
  "unbelievable carelessness, kindnesses; agreeableness!", "https://example.org/a_b-c?d=e&f#g", "…—“quoted” ‘single’ «guillemets»",
  "\u00a0non-breaking\u00a0 \u2003em", "zero\u200bwidth", "Ünïcödé ẞ ß İ ı", "supercalifragilisticexpialidocious", "x".repeat(101),
];
for (const [name, json] of [["byte-level", byteLevel()], ["word-piece", wordPiece()]]) {
  const tokenizer = new Tokenizer(json, {});
  const cases = texts.map((text) => ({ text, ids: tokenizer.encode(text, { add_special_tokens: false }).ids }));
  writeFileSync(new URL(`${name}.tokenizer.json`, import.meta.url), `${JSON.stringify(json)}\n`);
  writeFileSync(new URL(`${name}.tokens.json`, import.meta.url), `[\n${cases.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`);
}
