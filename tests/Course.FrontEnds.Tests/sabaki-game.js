// A whole game of `course gtp` against itself, led by Sabaki's controller. Prints each command with its answer, and fails if one is refused.
// node sabaki-game.js COURSE, with @sabaki/gtp on NODE_PATH
const {Controller, ControllerStateTracker} = require('@sabaki/gtp')

async function main() {
  const controller = new Controller(process.argv[2], ['gtp', '--simulations', '50'])
  let refused = 0
  controller.on('response-received', ({command, response}) => {
    if (response.error) refused++
    console.log(`${response.error ? '?' : '='} ${command.name} ${command.args.join(' ')}: ${response.content.trim().split('\n')[0]}`)
  })
  controller.start()
  const send = async (name, ...args) => (await controller.sendCommand({name, args})).content.trim()

  const tracker = new ControllerStateTracker(controller)
  for (const name of ['protocol_version', 'name', 'version']) await send(name)
  for (const name of ['genmove', 'undo', 'final_score']) {
    if (!(await tracker.knowsCommand(name))) throw new Error(`${name} is not listed`)
  }

  // A position as Sabaki hands it over, and another, for which it starts anew. Then a move is taken back.
  const play = (color, vertex) => ({name: 'play', args: [color, vertex]})
  const timeSettings = {mainTime: 0, byoyomiTime: 5, byoyomiStones: 1}
  const opening = {komi: 7.5, boardsize: [5, 5], timeSettings, history: [play('B', 'B2'), play('W', 'D4')]}
  await tracker.sync(opening)
  await tracker.sync({...opening, history: [play('B', 'B2'), play('W', 'C4')]})
  await send('play', 'B', 'A1')
  await send('undo')

  let moves = 0
  for (let passes = 0, color = 'B'; passes < 2 && moves < 200; color = color === 'B' ? 'W' : 'B', moves++) {
    const vertex = (await send('genmove', color)).toLowerCase()
    if (vertex === 'resign') break
    passes = vertex === 'pass' ? passes + 1 : 0
  }
  await send('showboard')
  const score = await send('final_score')
  await controller.stop()
  console.log(`moves ${moves}, score ${score}, refused ${refused}`)
  if (refused > 0) process.exit(1)
}

main().catch(error => {
  console.log(`failed: ${error.message}`)
  process.exit(1)
})
