// Times visits from their beginning to ready and to the first verdict, in a profile that is kept, as a
// reader's is: there Chromium keeps what it has translated of the compiler, a part more with each visit.
//
//     node tests/practice/visits.mjs [VISITS]        in the root of a clone with the page
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {start} from '../site/browser.js';
import {solutionOf} from './native.mjs';
import {grade, inWords, open, ready, stopwatch} from './page.mjs';

const STAY = 8000; // ms, in which the browser writes
const visits = Number(process.argv[2] ?? 5), profile = mkdtempSync(join(tmpdir(), 'visits-'));
const exercise = JSON.parse(readFileSync('build/site/practice/exercises.json', 'utf8')).find(one => one.id === '1.1');
const site = await start('build/site', {profile});
for (let visit = 1; visit <= visits; visit++) {
    const watch = stopwatch(site.pid), page = await open(site);
    await ready(page);
    const untilReady = inWords(watch());
    const {status} = await grade(page, exercise, `${solutionOf(exercise)}${'\n'.repeat(visit)}`);
    console.log(`visit ${visit}: ready in ${untilReady}, ${status} in ${inWords(watch())}`);
    await new Promise(done => setTimeout(done, STAY));
    await page.close();
}
await site.stop();
rmSync(profile, {recursive: true, force: true});
