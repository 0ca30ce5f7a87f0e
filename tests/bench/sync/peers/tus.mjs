// tus.mjs URL FOLDER: each form by PUT /dossiers/{id}, then every paper with tus-js-client into the upload that the portal wants.
// Retries for ever; its Node transport has no time-out of its own, so 30 s without progress begin it anew.
import { readFileSync } from 'node:fs'
import https from 'node:https'
import * as tus from 'tus-js-client'

const [url, folder] = process.argv.slice(2)
const silence = 30_000
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const kiosk = { id: '0198f1d0-0000-4000-8000-000000000001', commune: '25231', software: 'tus-js-client' }
let agent = new https.Agent({ keepAlive: true })

function put(path, body) {
  return new Promise((resolve, reject) => {
    const request = https.request(url + path, { method: 'PUT', agent, headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (piece) => { text += piece })
      answer.on('end', () => (answer.statusCode < 300 ? resolve(JSON.parse(text)) : reject(new Error(`PUT ${answer.statusCode} ${text}`))))
      answer.on('error', reject)
    })
    request.setTimeout(silence, () => request.destroy(new Error('silence')))
    request.on('error', reject)
    request.end(body)
  })
}

async function insist(work) {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (process.env.TUS_VERBOSE) console.error(String(error))
      agent.destroy()
      agent = new https.Agent({ keepAlive: true })
      await pause(1000)
    }
  }
}

function uploadOnce(bytes, uploadUrl) {
  return new Promise((resolve, reject) => {
    let timer
    const finish = (settle) => (value) => { clearTimeout(timer); settle(value) }
    const upload = new tus.Upload(bytes, {
      uploadUrl,
      endpoint: url + '/api/v1/uploads',
      retryDelays: [0, 1000, 3000, 5000],
      httpStack: new tus.DefaultHttpStack({ agent }),
      onProgress: () => watch(),
      onError: finish(reject),
      onSuccess: finish(resolve),
    })
    const watch = () => {
      clearTimeout(timer)
      timer = setTimeout(() => upload.abort().then(() => reject(new Error('silence')), reject), silence)
    }
    watch()
    upload.start()
  })
}

const queue = JSON.parse(readFileSync(`${folder}/queue.json`))
const uploads = []
for (const dossier of queue) {
  const text = readFileSync(`${folder}/${dossier.id}/form.json`, 'utf8')
  const item = {
    id: dossier.id, revision: 1, localCode: dossier.localCode, procedure: dossier.procedure, packVersion: dossier.packVersion,
    capturedAt: '2026-11-22T14:05:09+07:00', submittedAt: '2026-11-22T14:11:30+07:00',
    form: { mediaType: 'application/json', sha256: dossier.form.sha256, text },
    attachments: dossier.files.map((file) => ({ name: file.name, component: dossier.component, mediaType: 'image/jpeg', size: file.size, sha256: file.sha256, uploadId: file.uploadId })),
  }
  await insist(() => put(`/api/v1/dossiers/${dossier.id}`, JSON.stringify({ kiosk, dossier: item })))
  for (const file of dossier.files) uploads.push([readFileSync(`${folder}/${dossier.id}/${file.name}`), `${url}/api/v1/uploads/${file.uploadId}`])
}
for (const [bytes, uploadUrl] of uploads) await insist(() => uploadOnce(bytes, uploadUrl))
process.exit(0)
