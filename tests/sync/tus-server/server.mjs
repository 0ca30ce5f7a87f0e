// node server.mjs FOLDER CERT KEY: a tus server over TLS at /files; prints its port.
import https from 'node:https'
import { readFileSync } from 'node:fs'
import { Server } from '@tus/server'
import { FileStore } from '@tus/file-store'

const [folder, cert, key] = process.argv.slice(2)
// It cannot know that TLS is in front of it, and our client does not follow a Location down to plain HTTP.
const options = { path: '/files', datastore: new FileStore({ directory: folder }), lockDrainTimeout: 200, relativeLocation: true }
const tus = new Server(options)
const server = https.createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (request, response) => tus.handle(request, response))
server.requestTimeout = 0
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
