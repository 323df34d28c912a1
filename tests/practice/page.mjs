// The page in a browser, as its tests use it: opened, graded in, and timed.
import {existsSync, readdirSync, readFileSync} from 'node:fs';

const PATIENCE = 600000; // ms: the machine may have other things to do

export async function open(site, options) {
    const page = await site.open('practice/index.html', options);
    page.setDefaultTimeout(PATIENCE);
    return page;
}

// Seconds that a process and those it started have computed.
function computed(root) {
    const children = new Map(), seconds = new Map();
    for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number)) {
        if (!existsSync(`/proc/${pid}/stat`))
            continue;
        const [, parent, , , , , , , , , , ...times] = readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /s, '').split(' ');
        children.set(Number(parent), [...children.get(Number(parent)) ?? [], pid]);
        seconds.set(pid, times.slice(0, 4).reduce((sum, ticks) => sum + Number(ticks) / 100, 0));
    }
    const sum = pid => (seconds.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
    return sum(root);
}

export function stopwatch(pid) {
    const begun = performance.now(), before = computed(pid);
    return () => ({clock: (performance.now() - begun) / 1000, computing: computed(pid) - before});
}

export const inWords = ({clock, computing}) => `${clock.toFixed(1)} s (${computing.toFixed(1)} s of computing)`;

export const ready = page => page.waitForFunction(() => document.body.dataset.ready === 'true');

// Types a text into the editor and runs it. @return what the page then knows
export async function grade(page, exercise, text) {
    await page.evaluate((id, text) => {
        location.hash = `#${id}`;
        practice.openById(id);
        practice.editor.replace(text);
        delete document.querySelector('.verdict').dataset.status;
        document.querySelector('#run').click();
    }, exercise.id, text);
    await page.waitForFunction(() => document.querySelector('.verdict').dataset.status);
    return page.evaluate(name => JSON.parse(localStorage.getItem(`descent.practice.result.${name}`)), exercise.name);
}
