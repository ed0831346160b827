// Downloads from a hub with Hugging Face's own package, and prints what it saw.
// node download.js ADDRESS CACHE, with @huggingface/hub on NODE_PATH
const {downloadFile, fileExists, listFiles, scanCacheDir, snapshotDownload} = require('@huggingface/hub')

async function main() {
  const [hubUrl, cacheDir] = process.argv.slice(2)
  console.debug = () => {}
  const repo = 'ada/digits'
  const snapshot = await snapshotDownload({repo, hubUrl, cacheDir})
  const files = []
  for await (const entry of listFiles({repo, hubUrl, recursive: true})) if (entry.type === 'file') files.push(entry.path)
  const blob = await downloadFile({repo, hubUrl, path: 'model.safetensors'})
  const slice = Buffer.from(await blob.slice(1000, 1010).arrayBuffer()).toString('hex')
  const cache = await scanCacheDir(cacheDir)
  console.log(JSON.stringify({
    snapshot, files, slice,
    scanned: cache.repos[0].revisions[0].files.length,
    exists: String(await fileExists({repo, hubUrl, path: 'config.json'})),
    missing: String(await fileExists({repo, hubUrl, path: 'no.json'})),
  }))
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
