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

// @param page      {build(parts), runner(driver) → run, judge, record(exercise), and symbolize(driver,
//                  addresses) → what llvm-symbolizer prints, or none}
// @param exercise  what docs/practice knows of it
// @param sources   the text of each exercise by name: this one, and those that it calls
// @param needs     the exercises that it calls
export async function grade(page, exercise, needs, sources, seed) {
    const parts = [exercise, ...needs].map(one => ({exercise: one, text: sources[one.name]}));
    const {driver, messages} = await page.build(parts);
    let report = unjudged('build-error', messages);
    if (driver) {
        const run = await page.runner(driver);
        const judged = await page.judge.judge(exercise.name, await page.record(exercise), seed,
            async name => placesOf(page.symbolize, driver, await run(name, seed)));
        report = {...judged, messages};
    }
    const sum = name => report.tests.reduce((total, test) => total + test[name], 0);
    return {id: exercise.id, title: exercise.title, chapter: exercise.chapter, points: sum('points'),
        max_points: driver ? sum('max_points') : exercise.points, seed, ...report, status: tellApart(report, exercise)};
}
