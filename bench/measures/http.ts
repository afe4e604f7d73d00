import { spawn } from 'node:child_process';
import { median, type Measured } from './types';

const rounds = 5;
const connections = 8;
const seconds = 2;

/** Requests a second of one address, by autocannon in a process of its own; an answer other than 2xx is an error. */
function requestsPerSecond(url: string): Promise<number> {
  const args = ['-c', String(connections), '-d', String(seconds), '-j', url];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/autocannon/autocannon.js', ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('exit', () => {
      const result = JSON.parse(output) as { requests: { average: number }; non2xx: number; errors: number };
      if (result.non2xx + result.errors > 0)
        reject(new Error(`${url}: ${result.non2xx} answers other than 2xx, ${result.errors} errors`));
      else resolve(result.requests.average);
    });
  });
}

/** An address against its bare counterpart on the same server: the median of 5 interleaved runs. */
export async function compareAddresses(
  name: string,
  url: string,
  bareUrl: string,
  least: number,
): Promise<Measured> {
  await requestsPerSecond(url);
  await requestsPerSecond(bareUrl);
  const ratios: number[] = [];
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    own.push(await requestsPerSecond(url));
    bare.push(await requestsPerSecond(bareUrl));
    ratios.push((own.at(-1) ?? 0) / (bare.at(-1) ?? 1));
  }
  const ratio = median(ratios);
  return {
    name,
    figure: `${ratio.toFixed(2)} (${Math.round(median(own))} against ${Math.round(median(bare))} requests/s)`,
    target: `≥ ${least}`,
    isMet: ratio >= least,
  };
}
