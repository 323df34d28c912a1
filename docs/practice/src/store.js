// What is kept in this browser: sources that differ from their stubs, results, settings.

const PREFIX = 'descent.practice.';

function read(key) {
    try {
        return JSON.parse(localStorage.getItem(PREFIX + key));
    } catch {
        return null;
    }
}

function write(key, value) {
    try {
        if (value === null)
            localStorage.removeItem(PREFIX + key);
        else
            localStorage.setItem(PREFIX + key, JSON.stringify(value));
        return true;
    } catch {
        return false; // no room, or not allowed: the page says so
    }
}

// The colors are those that were chosen in the book, and the other way round.
const THEME = 'descent.theme';
export function theme() {
    try {
        return localStorage.getItem(THEME) ?? '';
    } catch {
        return '';
    }
}
export function setTheme(name) {
    try {
        if (name)
            localStorage.setItem(THEME, name);
        else
            localStorage.removeItem(THEME);
    } catch {
        // Then it is forgotten.
    }
}

export const source = exercise => read(`source.${exercise.name}`) ?? exercise.stub;
export const setSource = (exercise, text) =>
    write(`source.${exercise.name}`, text === exercise.stub ? null : text);
export const result = exercise => read(`result.${exercise.name}`);
export const setResult = (exercise, value) => write(`result.${exercise.name}`, value);
export const setting = name => read(`setting.${name}`);
export const setSetting = (name, value) => write(`setting.${name}`, value);
