// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

// Uploads a file with tus-js-client, stops in the middle, and goes on as a new client would.
import { createReadStream } from 'node:fs';
import { Upload } from 'tus-js-client';

const [endpoint, token, file] = process.argv.slice(2);
const CHUNK = 256 * 1024;

function upload(more, on) {
  return new Promise((resolve, reject) => {
    const one = new Upload(createReadStream(file), {
      endpoint,
      chunkSize: CHUNK,
      retryDelays: [100, 500],
      headers: { Authorization: 'Bearer ' + token },
      metadata: { filename: 'Unabhängig.txt', step: 'unterlagen' },
      onSuccess: () => resolve(one.url),
      onError: reject,
      onChunkComplete: (size, sent) => on?.(sent, one, resolve),
      ...more,
    });
    one.start();
  });
}

const url = await upload({}, async (sent, one, resolve) => {
  if (sent < 3 * CHUNK) return;
  await one.abort();
  resolve(one.url);
});
const first = [];
await upload({ uploadUrl: url }, (sent) => first.push(sent));
console.log(JSON.stringify({ url, wentOnAt: first[0] - CHUNK }));
