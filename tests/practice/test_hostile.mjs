// Each hostile class is contained and gets the verdict that it gets natively; then the next
// program is graded as if nothing had been.
import assert from 'node:assert';
import {readFileSync} from 'node:fs';
import {HOSTILE} from './hostile.mjs';
import {exerciseOf, gradeText} from './native.mjs';

export default async function (test) {
    const exercise = exerciseOf('ewma_weights');
    const solution = readFileSync('solutions/01-ewma/ewma_weights.c', 'utf8');
    for (const {name, verdict, words, change} of HOSTILE)
        await test(`1.1, ${name}`, async () => {
            const changed = change(solution);
            assert.notStrictEqual(changed, solution);
            const result = await gradeText(exercise, changed, 1);
            const worst = result.tests.find(one => one.status === 'fail') ?? result.tests[0];
            assert.strictEqual(worst?.verdict ?? result.status, verdict, `${result.messages} ${worst?.message}`);
            if (words)
                assert.ok(worst.message.includes(words), worst.message);
            assert.ok(!/[\u0000-\u0008]/.test(result.output));
        });
    await test('1.1, the solution after all of them', async () =>
        assert.strictEqual((await gradeText(exercise, solution, 1)).status, 'pass'));
}
