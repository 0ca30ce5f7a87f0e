// Uploads with tus-js-client, as any other tus user would. Arguments: URL of /uploads, STORE, URL of a dossier's upload, its file.
// Asks the driver on stdout to kill and restart the portal; the driver answers with a line on stdin.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import * as tus from 'tus-js-client'

const [endpoint, store, dossierUpload, dossierFile] = process.argv.slice(2)
const driver = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

function start(data, options, hooks = {}) {
  let upload
  const done = new Promise((resolve, reject) => {
    upload = new tus.Upload(data, {
      endpoint,
      retryDelays: [100, 300, 1000, 2000, 2000],
      metadata: { filename: 'giấy tờ.jpg', filetype: 'image/jpeg' },
      ...options,
      onError: reject,
      onSuccess: resolve,
      ...hooks.with?.(() => upload),
    })
    upload.start()
  })
  return { upload, done }
}

function stored(upload) {
  return readFileSync(`${store}/uploads/${upload.url.split('/').pop()}`)
}

function check(what, ok) {
  if (!ok) throw new Error(`${what}: wrong`)
  console.log(`ok ${what}`)
}

for (const [what, size, options] of [
  ['empty', 0, {}],
  ['one byte', 1, {}],
  ['65536 bytes', 65536, {}],
  ['300 KiB', 300 * 1024, {}],
  ['3 MiB in one request', 3 * 1024 * 1024, {}],
  ['3 MiB in chunks of 64 KiB', 3 * 1024 * 1024, { chunkSize: 65536 }],
  ['creation with upload', 300 * 1024 + 7, { uploadDataDuringCreation: true }],
  ['PATCH sent as POST', 100_000, { overridePatchMethod: true }],
]) {
  const data = randomBytes(size)
  const { upload, done } = start(data, options)
  await done
  check(what, size === 0 || sha256(stored(upload)) === sha256(data))
}

{
  const data = randomBytes(12 * 1024 * 1024)
  let at = 0
  const first = await new Promise((resolve, reject) => {
    const { upload, done } = start(data, { chunkSize: 256 * 1024 }, {
      with: (mine) => ({
        onChunkComplete: (_, accepted) => {
          if (accepted < 3 * 1024 * 1024 || at > 0) return
          at = accepted
          mine().abort().then(() => resolve(mine()), reject)
        },
      }),
    })
    done.then(() => reject(new Error('finished before it could be interrupted')), reject)
  })
  let resumedFrom = -1
  const { upload, done } = start(data, { uploadUrl: first.url }, {
    with: () => ({ onProgress: (sent) => { if (resumedFrom < 0) resumedFrom = sent } }),
  })
  await done
  check('interrupted and resumed', resumedFrom >= at && sha256(stored(upload)) === sha256(data))
}

{
  const data = randomBytes(24 * 1024 * 1024)
  let retries = 0
  let asked = false
  const { upload, done } = start(data, { chunkSize: 256 * 1024 }, {
    with: () => ({
      onShouldRetry: () => { retries += 1; return true },
      onChunkComplete: (_, accepted) => {
        if (accepted < 2 * 1024 * 1024 || asked) return
        asked = true
        console.log('kill')
      },
    }),
  })
  await done
  await driver.next()
  check(`portal killed with -9 in between (${retries} retries)`, retries > 0 && sha256(stored(upload)) === sha256(data))
}

{
  const { upload, done } = start(randomBytes(1000), {})
  await done
  await upload.abort(true)
  const gone = await fetch(upload.url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } })
  check('termination', gone.status === 404)
}

{
  const { done } = start(readFileSync(dossierFile), { uploadUrl: dossierUpload })
  await done
  check('upload of a dossier', true)
}
process.exit(0)
