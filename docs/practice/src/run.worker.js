// A worker that runs drivers: it is ended when one does not end by itself.
import {answer} from './runner.js';

self.onmessage = ({data}) => answer(data, reply => self.postMessage(reply));
