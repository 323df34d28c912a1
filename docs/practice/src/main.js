// The page: which exercise is open, what is in the editor, and what came of it.

import {makeEditor, makeReader} from './editor.js';
import {Engine} from './engine.js';
import {plot} from './plot.js';
import * as store from './store.js';
import {classOf, markOf, problemsIn, resultNodes, stopsIn} from './words.js';
import {pack, unpack} from './zip.js';

const SEEDS = 5; // that are public
const PAUSE = 1500; // ms

const $ = selector => document.querySelector(selector);
const node = (name, properties) => Object.assign(document.createElement(name), properties);

const page = {exercises: [], chapters: [], open: null, busy: false, again: false, timer: 0, shownHints: 0};

const say = text => { $('.loading').textContent = text; };

/* --- The list */

function isCurrent(exercise) {
    const result = store.result(exercise);
    return result && result.of === store.source(exercise) ? result : null;
}

function drawList() {
    const list = $('.exercises');
    list.replaceChildren();
    let chapter = '';
    for (const exercise of page.exercises) {
        if (exercise.chapter !== chapter) {
            chapter = exercise.chapter;
            list.append(node('li', {className: 'chapter', textContent: chapter.replace(/^0?(\d+)-/, '$1 ').replaceAll('-', ' ')}));
        }
        const result = store.result(exercise), button = node('button', {type: 'button'});
        button.dataset.name = exercise.name;
        if (exercise === page.open)
            button.setAttribute('aria-current', 'true');
        const mark = node('span', {className: `mark ${classOf(result?.status)}`, textContent: markOf(result)});
        const state = node('span', {className: 'hidden-text', textContent: ''});
        button.append(mark, node('span', {textContent: `${exercise.id} ${exercise.title}`}), state);
        button.title = result ? `${result.status}, ${result.points} of ${result.max_points} points` : 'not graded yet';
        button.onclick = () => open(exercise);
        list.append(node('li', {}));
        list.lastChild.append(button);
    }
    const sum = (all, value) => all.reduce((total, one) => total + value(one), 0);
    const points = sum(page.exercises, one => store.result(one)?.points ?? 0);
    $('.total').textContent = `${points} of ${sum(page.exercises, one => store.result(one)?.max_points ?? one.points)} points`;
}

/* --- One exercise */

function openBook(exercise) {
    const url = `../${exercise.chapter}.html#ex:${exercise.id}`;
    $('#book iframe').src = url;
    $('#book a').href = url;
    page.bookIsThere = !$('#book').hidden;
}

function drawHints() {
    const panel = $('#hints'), {hints, id} = page.open;
    panel.replaceChildren(...hints.slice(0, page.shownHints).map(text => node('p', {textContent: text.trim()})));
    if (page.shownHints < hints.length) {
        const button = node('button', {type: 'button', textContent: `Show hint ${page.shownHints + 1} of ${hints.length}`});
        button.onclick = () => {
            page.shownHints++;
            drawHints();
        };
        panel.append(button);
    } else if (!hints.length)
        panel.append(node('p', {textContent: `Exercise ${id} has no hints.`}));
}

function drawPlot(curves) {
    const why = page.open.plot ? 'Your numbers are drawn here over those of the reference, when the exercise has run.'
        : 'This exercise has nothing to draw.';
    $('#plot').replaceChildren(curves ? plot(curves) : node('p', {textContent: why}));
}

// Below the head, which the book has, too.
function goToFirstTodo() {
    const line = page.editor.text().split('\n').findIndex(text => /^\s*todo\(/.test(text));
    if (line >= 0)
        page.editor.showLine(line + 1);
}

function showResult(result) {
    const panel = $('.verdict');
    panel.classList.remove('old');
    if (!result) {
        panel.replaceChildren(node('p', {textContent: 'Put your code in place of each todo(), and run it.'}));
        return;
    }
    const goTo = line => {
        page.editor.showLine(line);
        page.editor.focus();
    };
    panel.replaceChildren(...resultNodes(result, page.open, page.editor.text(), goTo));
    page.editor.show([...problemsIn(result.messages, page.open), ...stopsIn(result, page.open)]);
}

function open(exercise) {
    page.open = exercise;
    page.shownHints = 0;
    store.setSetting('open', exercise.name);
    history.replaceState(null, '', `#${exercise.id}`);
    $('.title').textContent = `${exercise.id} ${exercise.title}`;
    page.editor.open(store.source(exercise));
    goToFirstTodo();
    page.showHeader(exercise.header);
    openBook(exercise);
    drawHints();
    drawPlot(null);
    showResult(isCurrent(exercise));
    drawList();
}

function changed(text) {
    if (!store.setSource(page.open, text))
        say('This browser does not let the page keep your code: export it before you leave.');
    $('.verdict').classList.add('old');
    clearTimeout(page.timer);
    if ($('#on-pause').checked)
        page.timer = setTimeout(run, PAUSE);
}

/* --- Grading */

// One at a time; what was asked for meanwhile is graded afterwards.
async function run() {
    clearTimeout(page.timer);
    if (page.busy) {
        page.again = true;
        return;
    }
    page.busy = true;
    $('#run').disabled = true;
    $('.app').setAttribute('aria-busy', 'true');
    const exercise = page.open;
    const sources = Object.fromEntries(page.exercises.map(one => [one.name, store.source(one)]));
    try {
        const seed = 1 + Math.floor(Math.random() * SEEDS);
        const {curves, ...result} = await page.engine.grade(exercise, sources, seed);
        result.of = sources[exercise.name];
        store.setResult(exercise, result);
        if (exercise === page.open) {
            showResult(result);
            drawPlot(curves);
        }
        drawList();
        $('.verdict').dataset.status = result.status;
        say('');
    } catch (error) {
        say(`It could not be graded: ${error.message}`);
        console.error(error);
    }
    page.busy = false;
    $('#run').disabled = false;
    $('.app').removeAttribute('aria-busy');
    if (page.again) {
        page.again = false;
        run();
    }
}

/* --- Out and in */

function save(name, bytes) {
    const url = URL.createObjectURL(new Blob([bytes], {type: 'application/zip'}));
    node('a', {href: url, download: name}).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function exportAll() {
    const written = page.exercises.map(exercise => ({exercise, text: store.source(exercise)}))
        .filter(({exercise, text}) => text !== exercise.stub);
    if (written.length)
        save('exercises.zip', pack(written));
    else
        say('There is nothing to export yet.');
}

async function importFiles(files) {
    const taken = [], left = [];
    for (const file of files)
        try {
            for (const {name, text} of unpack(file.name, new Uint8Array(await file.arrayBuffer()))) {
                const stem = name.split('/').pop().replace(/\.c$/i, '');
                const exercise = page.exercises.find(one => one.name === stem);
                (exercise ? taken : left).push(exercise ? exercise.id : name);
                if (exercise)
                    store.setSource(exercise, text);
            }
        } catch (error) {
            left.push(`${file.name} (${error.message})`);
        }
    open(page.open);
    say(`${taken.length ? `Imported: ${taken.join(', ')}.` : 'Nothing was imported.'}` +
        `${left.length ? ` No exercise has the name of: ${left.join(', ')}.` : ''}`);
}

function reset() {
    if (page.editor.text() === page.open.stub)
        return;
    page.editor.replace(page.open.stub); // Ctrl-Z takes it back
    page.editor.focus();
    say('The stub is back. Undo (Ctrl-Z) brings your code again.');
}

/* --- The frame */

function chooseTab(tab) {
    for (const other of document.querySelectorAll('[role="tab"]')) {
        const chosen = other === tab;
        other.setAttribute('aria-selected', String(chosen));
        other.tabIndex = chosen ? 0 : -1;
        $(`#${other.getAttribute('aria-controls')}`).hidden = !chosen;
    }
    if (!page.bookIsThere) // what was opened out of sight has not scrolled
        openBook(page.open);
}

function listenToTabs() {
    const tabs = [...document.querySelectorAll('[role="tab"]')];
    for (const [i, tab] of tabs.entries()) {
        tab.onclick = () => chooseTab(tab);
        tab.onkeydown = event => {
            const step = {ArrowRight: 1, ArrowLeft: tabs.length - 1}[event.key];
            if (!step)
                return;
            const next = tabs[(i + step) % tabs.length];
            chooseTab(next);
            next.focus();
        };
    }
}

function showTheme() {
    if (store.theme())
        document.documentElement.dataset.theme = store.theme();
    else
        delete document.documentElement.dataset.theme;
}

function listen() {
    $('#run').onclick = run;
    $('#reset').onclick = reset;
    $('#export').onclick = exportAll;
    $('#import').onclick = () => $('#file').click();
    $('#file').onchange = async () => {
        await importFiles($('#file').files);
        $('#file').value = '';
    };
    $('#on-pause').checked = store.setting('on-pause') === true;
    $('#on-pause').onchange = () => store.setSetting('on-pause', $('#on-pause').checked);
    $('#theme').value = store.theme();
    $('#theme').onchange = () => {
        store.setTheme($('#theme').value);
        showTheme();
    };
    window.addEventListener('storage', () => { // the book has chosen another
        $('#theme').value = store.theme();
        showTheme();
    });
    window.addEventListener('keydown', event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented)
            run();
    });
    window.addEventListener('hashchange', () => {
        const exercise = byId(location.hash.slice(1));
        if (exercise && exercise !== page.open)
            open(exercise);
    });
    listenToTabs();
}

const byId = id => page.exercises.find(one => one.id === id);

function firstExercise() {
    return byId(location.hash.slice(1)) ?? page.exercises.find(one => one.name === store.setting('open')) ??
        page.exercises.find(one => store.result(one)?.status !== 'pass') ?? page.exercises[0];
}

async function start() {
    $('.app').hidden = false;
    showTheme();
    page.engine = new Engine(loaded => say(`The compiler is being loaded: ${Math.min(99, Math.round(100 * loaded))} %`));
    page.exercises = await (await fetch('exercises.json')).json();
    page.editor = makeEditor($('.editor'), {onChange: changed, onRun: run});
    page.showHeader = makeReader($('#header'));
    page.engine.start(page.exercises, firstExercise());
    listen();
    open(firstExercise());
    window.practice = {...page, openById: id => open(byId(id))}; // for tests
    try {
        await page.engine.ready;
        say('');
        document.body.dataset.ready = 'true';
    } catch (error) {
        say(`The compiler cannot be loaded: ${error.message}`);
    }
    navigator.serviceWorker?.register('sw.js').catch(() => {}); // not from file://, not in private windows
}

// A narrow screen is told so, and does not load the compiler.
const wide = matchMedia('(min-width: 1024px)');
if (wide.matches)
    start();
else
    wide.addEventListener('change', start, {once: true});
