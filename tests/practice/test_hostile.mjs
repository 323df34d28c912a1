// Each hostile class is contained and gets the verdict that it gets natively; then the next
// program is graded as if nothing had been.
import assert from 'node:assert';
import {HOSTILE} from './hostile.mjs';
import {beside, exerciseOf, gradeText, solutionOf} from './native.mjs';

// As on the page; what does not end takes it all.
const SECONDS = 5;

export default async function (test) {
    const exercise = exerciseOf('ewma_weights'), solution = solutionOf(exercise);
    await beside(HOSTILE, ({name, verdict, words, change}) => test(`1.1, ${name}`, async () => {
        const changed = change(solution);
        assert.notStrictEqual(changed, solution);
        const result = await gradeText(exercise, changed, 1, verdict === 'timeout' ? SECONDS : undefined);
        const worst = result.tests.find(one => one.status === 'fail') ?? result.tests[0];
        assert.strictEqual(worst?.verdict ?? result.status, verdict, `${result.messages} ${worst?.message}`);
        if (words)
            assert.ok(worst.message.includes(words), worst.message);
        assert.ok(!/[\u0000-\u0008]/.test(result.output));
    }));
    await test('1.1, the solution after all of them', async () =>
        assert.strictEqual((await gradeText(exercise, solution, 1)).status, 'pass'));
}
