// Prints what Arrow for JavaScript reads in a file: its columns, whose data they are, and its rows.
// node read-arrow.js FILE, with apache-arrow on NODE_PATH
const {readFileSync} = require('fs')
const {tableFromIPC} = require('apache-arrow')

const table = tableFromIPC(readFileSync(process.argv[2]))
const plain = value => typeof value === 'bigint' ? `${value}` : value?.toArray ? Array.from(value.toArray()) : value
console.log(JSON.stringify({
  columns: table.schema.fields.map(field => `${field.name}:${field.type}`).join(' '),
  huggingface: table.schema.metadata.get('huggingface'),
  rows: table.toArray().map(row => Object.fromEntries(table.schema.fields.map(({name}) => [name, plain(row[name])]))),
}))
