// A worker that runs drivers, in node.
import {parentPort} from 'node:worker_threads';
import {answer} from '../../docs/practice/src/runner.js';

parentPort.on('message', message => answer(message, reply => parentPort.postMessage(reply)));
