// Grades an exercise: compiles, lets the judge judge, and collects the result, as
// src/tool/grade.c does natively.

import {placesOf} from './places.js';

const unjudged = (status, messages) => ({status, messages, tests: [], beyond: 0, diagnosis: null,
    second: null, near: null, output: '', output_lines: 0, output_case: ''});

// Where only an exercise that this one calls is not started, this one fails.
function tellApart(report, exercise) {
    const called = report.tests.some(test => exercise.needs.some(id =>
        test.message.includes(`(exercise ${id})`)));
    return report.status === 'not-started' && called ? 'fail' : report.status;
}

// What the exercise's plot shows; null if it was not run.
function curvesOf(judge, exercise) {
    const [run, x, y] = exercise.plot.split(' ');
    if (!y)
        return null;
    const reference = judge.column(run, y, false), yours = judge.column(run, y, true);
    const along = judge.column(run, x, false);
    return reference && yours && along && yours.length === along.length
        ? {x, y, along, reference, yours} : null;
}

// @param page      {build(parts), runner(driver) → run, judge, record(exercise), and symbolize(driver,
//                  addresses) → what llvm-symbolizer prints, or none}
// @param exercise  what docs/practice knows of it
// @param sources   the text of each exercise by name: this one, and those that it calls
// @param needs     the exercises that it calls
export async function grade(page, exercise, needs, sources, seed) {
    const parts = [exercise, ...needs].map(one => ({exercise: one, text: sources[one.name]}));
    const {driver, messages} = await page.build(parts);
    let report = unjudged('build-error', messages), curves = null;
    if (driver) {
        const run = await page.runner(driver);
        const judged = await page.judge.judge(exercise.name, await page.record(exercise), seed,
            async name => placesOf(page.symbolize, driver, await run(name, seed)), exercise.plot.split(' ')[0]);
        report = {...judged, messages};
        curves = curvesOf(page.judge, exercise);
    }
    const sum = name => report.tests.reduce((total, test) => total + test[name], 0);
    return {id: exercise.id, title: exercise.title, chapter: exercise.chapter, points: sum('points'),
        max_points: driver ? sum('max_points') : exercise.points, seed, ...report, curves, status: tellApart(report, exercise)};
}
