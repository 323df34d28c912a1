// The editor, and the header beside it, which is only read.

import {autocompletion, closeBrackets, closeBracketsKeymap} from '@codemirror/autocomplete';
import {defaultKeymap, history, historyKeymap, indentWithTab} from '@codemirror/commands';
import {cpp} from '@codemirror/lang-cpp';
import {bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting} from '@codemirror/language';
import {lintGutter, setDiagnostics} from '@codemirror/lint';
import {highlightSelectionMatches, searchKeymap} from '@codemirror/search';
import {EditorState} from '@codemirror/state';
import {drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers} from '@codemirror/view';
import {tags} from '@lezer/highlight';

const colors = HighlightStyle.define([
    {tag: tags.comment, color: 'var(--comment)'},
    {tag: [tags.string, tags.number, tags.character], color: 'var(--literal)'},
    {tag: [tags.keyword, tags.controlKeyword, tags.typeName, tags.processingInstruction, tags.modifier],
        color: 'var(--keyword)', fontWeight: 'bold'},
]);

const look = EditorView.theme({
    '&': {backgroundColor: 'var(--ground)', color: 'var(--text)'},
    '.cm-gutters': {backgroundColor: 'var(--panel)', color: 'var(--faint)', border: 'none'},
    '.cm-content': {caretColor: 'var(--text)'},
    '.cm-cursor': {borderLeftColor: 'var(--text)'},
    '.cm-activeLine, .cm-activeLineGutter': {backgroundColor: 'var(--panel)'},
    '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {backgroundColor: 'var(--mark) !important'},
    '.cm-tooltip, .cm-panels': {backgroundColor: 'var(--panel)', color: 'var(--text)'},
});

const shared = [lineNumbers(), cpp(), syntaxHighlighting(colors), look, bracketMatching(), EditorView.lineWrapping];

// @param onChange  is called when the text was changed by hand
// @param onRun     for Ctrl-Enter
export function makeEditor(parent, {onChange, onRun}) {
    let quiet = false;
    const run = () => {
        onRun();
        return true;
    };
    const extensions = [...shared, history(), drawSelection(), indentOnInput(), indentUnit.of('    '),
        closeBrackets(), autocompletion(), highlightActiveLine(), highlightActiveLineGutter(),
        highlightSelectionMatches(), lintGutter(),
        keymap.of([{key: 'Ctrl-Enter', mac: 'Cmd-Enter', run}, {key: 'Ctrl-Enter', run}, ...closeBracketsKeymap,
            ...searchKeymap, ...historyKeymap, indentWithTab, ...defaultKeymap]),
        EditorView.contentAttributes.of({'aria-label': 'Your code'}),
        EditorView.updateListener.of(update => {
            if (update.docChanged && !quiet)
                onChange(update.state.doc.toString());
        })];
    const view = new EditorView({parent, state: EditorState.create({extensions})});
    return {
        view,
        text: () => view.state.doc.toString(),
        // Another exercise: with no memory of the one before.
        open(text) {
            quiet = true;
            view.setState(EditorState.create({doc: text, extensions}));
            quiet = false;
        },
        // As if it had been typed, so that it can be undone.
        replace: text => view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: text}}),
        // @param problems  [{line, column, severity, message}]
        show(problems) {
            const doc = view.state.doc;
            const diagnostics = problems.filter(({line}) => line >= 1 && line <= doc.lines).map(problem => {
                const line = doc.line(problem.line);
                const from = Math.min(line.to, line.from + Math.max(0, problem.column - 1));
                return {from, to: Math.max(from, line.to), severity: problem.severity, message: problem.message};
            });
            view.dispatch(setDiagnostics(view.state, diagnostics));
        },
        focus: () => view.focus(),
        showLine(number) {
            const line = view.state.doc.line(Math.min(number, view.state.doc.lines));
            view.dispatch({selection: {anchor: line.from + /^\s*/.exec(line.text)[0].length},
                effects: EditorView.scrollIntoView(line.from, {y: 'center'})});
        },
    };
}

export function makeReader(parent) {
    const view = new EditorView({parent});
    return text => view.setState(EditorState.create({doc: text, extensions: [...shared,
        EditorState.readOnly.of(true), EditorView.contentAttributes.of({'aria-label': 'Header', 'aria-readonly': 'true'})]}));
}
