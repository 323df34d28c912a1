/** @exercise 1.1 The sum
 *  @points 10
 *
 *  Write `tiny_sum`.
 *
 *  It has two paragraphs.
 *
 *  @hint A NUDGE.
 *  @hint A plan, which
 *        goes on.
 *  @plot sum t value
 *  @commentary It is WHY-NOT.
 *
 *  And more.
 */
int tiny_sum(int a, int b)
{
    // BEGIN SOLUTION
    return a + b; /* SECRET */
    // END SOLUTION
}
