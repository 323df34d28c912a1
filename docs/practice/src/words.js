// A result in words, those of src/tool/report.c in a terminal. What is read first stands above here, and
// below there.

const DETAILED = 3; // failed tests that are told in words
const LINES = 12; // of the compiler's messages, and of the student's output

const node = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined)
        made.textContent = text;
    if (className)
        made.className = className;
    return made;
};

export const MARKS = {pass: '✓', 'not-started': '·'};
export const markOf = result => result ? MARKS[result.status] ?? '✗' : '·';
export const classOf = status => status === 'pass' ? 'pass' : status && status !== 'not-started' ? 'bad' : '';

// The messages of the compiler that stand at a line of the exercise's file.
export function problemsIn(messages, exercise) {
    const path = `exercises/${exercise.chapter}/${exercise.name}.c`;
    const severities = {warning: 'warning', note: 'info'};
    return messages.split('\n').map(line => /^([^:]+):(\d+):(\d+): (fatal error|error|warning|note): (.*)$/.exec(line))
        .filter(match => match && match[1] === path)
        .map(match => ({line: Number(match[2]), column: Number(match[3]), severity: severities[match[4]] ?? 'error',
            message: match[5]}));
}

// Where a sanitizer stopped the program: "… at NAME.c:12:5".
export function stopsIn(result, exercise) {
    return result.tests.filter(test => test.verdict === 'crash')
        .map(test => ({test, match: new RegExp(` at ${exercise.name}\\.c:(\\d+)(?::(\\d+))?`).exec(test.message)}))
        .filter(({match}) => match).slice(0, 1)
        .map(({test, match}) => ({line: Number(match[1]), column: Number(match[2] ?? 1), severity: 'error', message: test.message}));
}

const cut = (text, total) => {
    const lines = text.replace(/\n$/, '').split('\n');
    const more = (total ?? lines.length) - Math.min(lines.length, LINES);
    return lines.slice(0, LINES).join('\n') + (more > 0 ? `\n… ${more} more line${more === 1 ? '' : 's'}` : '');
};

// A text in which a place of the exercise's file leads there: NAME.c:12.
function withPlaces(made, text, {name}, goTo) {
    let at = 0;
    for (const match of text.matchAll(new RegExp(`(?:[\\w/-]*/)?${name}\\.c:(\\d+)(?::\\d+)?`, 'g'))) {
        const place = node('button', match[0], 'place');
        place.type = 'button';
        place.onclick = () => goTo(Number(match[1]));
        made.append(text.slice(at, match.index), place);
        at = match.index + match[0].length;
    }
    made.append(text.slice(at));
    return made;
}

const aboutValues = test => test.verdict === 'wrong-values' || test.verdict === 'nan';

function failures(result, exercise, goTo) {
    const made = [], failed = result.tests.filter(test => test.status !== 'pass');
    let words = '', shown = 0;
    for (const [i, test] of failed.entries()) {
        const repeats = shown > 0 && !aboutValues(test) && test.message === words;
        if (repeats || shown === DETAILED) {
            const rest = failed.slice(i);
            made.push(node('h4', `✗ and ${rest.length} more:`, 'bad'), node('p', rest.map(one => one.name).join(' · ')));
            break;
        }
        made.push(node('h4', `✗ ${test.name} (case ${test.case})`, 'bad'), withPlaces(node('p'), test.message, exercise, goTo));
        words = test.message;
        shown++;
    }
    return made;
}

function mistake(title, {says}) {
    const made = node('div', undefined, 'mistake');
    made.append(node('h4', title), ...says.split(/\n\s*\n/).map(text => node('p', text.replaceAll('\n', ' '))));
    return made;
}

function todos(result, text) {
    const lines = text.split('\n').flatMap((line, i) => /^\s*todo\(/.test(line) ? [i + 1] : []);
    if (result.status === 'pass' || result.status === 'build-error' || !lines.length)
        return [];
    const begun = result.tests.some(test => test.verdict !== 'not-started');
    return begun ? lines.map(line => node('p', `A todo() is left in line ${line}: the program ends there. ` +
        'Take it out when your code is in its place.')) : [];
}

const VERDICTS = {
    pass: 'passes', fail: 'does not pass yet', 'not-started': 'is not started', 'build-error': 'does not compile',
};

const titles = {
    'build-error': 'It does not compile:',
    warnings: 'The compiler warns:',
    main: 'It has a main(), but the tests bring their own; take yours out:',
    missing: 'A function is called that nobody wrote:',
};

function messageTitle(result) {
    if (result.status !== 'build-error')
        return titles.warnings;
    if (/duplicate symbol: (main|__main_argc_argv|__main_void|__original_main)/.test(result.messages))
        return titles.main;
    return /undefined symbol/.test(result.messages) ? titles.missing : titles['build-error'];
}

// From the first error on, so that warnings before it cannot push it out of sight.
function fromFirstError(messages) {
    const lines = messages.split('\n'), first = lines.findIndex(line => /error:|undefined symbol|duplicate symbol/.test(line));
    return lines.slice(Math.max(0, first)).join('\n');
}

// @return nodes
// @param goTo  shows a line of the text
export function resultNodes(result, exercise, text, goTo) {
    const points = `${result.points}/${result.max_points} points`;
    const made = [node('h3', `${markOf(result)} ${exercise.id} ${VERDICTS[result.status]} · ${points}`, classOf(result.status))];
    if (result.status === 'not-started')
        made.push(node('p', 'Every test meets a todo(). Put your code in place of each of them.'));
    if (result.diagnosis)
        made.push(mistake('Your numbers show a known mistake:', result.diagnosis));
    if (result.second)
        made.push(mistake('And a second one:', result.second));
    if (result.near)
        made.push(mistake('Your numbers are near those of a known mistake, which does not explain all of them:', result.near));
    if (result.status !== 'not-started')
        made.push(...failures(result, exercise, goTo));
    if (result.messages.trim()) {
        const messages = result.status === 'build-error' ? fromFirstError(result.messages) : result.messages;
        made.push(node('h4', messageTitle(result)), withPlaces(node('pre'), cut(messages), exercise, goTo));
    }
    if (result.output)
        made.push(node('h4', 'Your program printed:'), node('pre', cut(result.output, result.output_lines)));
    if (result.beyond)
        made.push(node('p', `Not asked here, but by descent grade: ${result.beyond} of the tests, ` +
            'which need a size_t of 64 bits. Here it has 32.', 'faint'));
    made.push(...todos(result, text));
    if (result.status !== 'build-error')
        made.push(node('p', `The inputs were those of seed ${result.seed}; 5 are public.`, 'faint'));
    return made;
}
