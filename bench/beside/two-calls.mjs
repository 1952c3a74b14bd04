// A stand-in for a token server that does the least: two calls of the platform for each request, nothing kept.
// Usage: NODE_EXTRA_CA_CERTS=CA node two-calls.mjs PORT PLATFORM, for script/bench --scene cold --beside.
import { createServer } from 'node:http';

const [port, platform] = process.argv.slice(2);
const post = (path, headers, body) =>
  fetch(platform + path, { method: 'POST', headers, body }).then((answer) => answer.json());

createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const { access_token: token } = await post('/api/auth/v1/BENCHX/protocol/openid-connect/token',
    { 'content-type': 'application/x-www-form-urlencoded' }, 'grant_type=client_credentials');
  const { jwtToken } = await post('/api/digital/chat/v1/accounts/BENCHX/tokens',
    { 'content-type': 'application/json', authorization: 'Bearer ' + token }, body);
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ jwtToken }));
}).listen(Number(port), '127.0.0.1');
