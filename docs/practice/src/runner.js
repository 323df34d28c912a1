// Runs a driver in a worker, which is ended if it does not end by itself.
//
// Invariant: when a run is over, nothing of it is at work any more.

import {ENDED, runCase} from './driver.js';

const KEPT = 1 << 16; // bytes of output that a program which is ended leaves

// In the worker: answers one request. What is printed is sent on as it comes, because the
// end of an endless loop is the worker's.
export function answer({module, run, seed}, post) {
    let sent = 0;
    const result = runCase(module, run, seed, bytes => {
        if (sent < KEPT)
            post({output: bytes});
        sent += bytes.length;
    });
    post({result});
}

function join(pieces) {
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
        whole.set(piece, at);
        at += piece.length;
    }
    return whole;
}

// @param makeWorker  → {post(message), listen(listener), end()}
// @param seconds     that a case may take
// @return run(case, seed) → {ending, code, output, trace, frames}; run.end() ends the worker
export function runner(makeWorker, module, seconds) {
    let worker = null;
    const end = () => {
        worker?.end();
        worker = null;
    };
    const start = (run, seed) => new Promise(resolve => {
        const printed = [];
        let timer = 0;
        const finish = result => {
            clearTimeout(timer);
            resolve(result);
        };
        if (!worker) {
            worker = makeWorker();
            worker.listen(message => worker?.heard(message));
        }
        worker.heard = message => {
            if (message.output)
                printed.push(message.output);
            else
                finish(message.result);
        };
        timer = setTimeout(() => {
            end();
            finish({ending: ENDED.TIME, code: 0, output: join(printed),
                trace: new Uint8Array(0), frames: []});
        }, seconds * 1000);
        worker.post({module, run, seed});
    });
    return Object.assign(start, {end});
}
