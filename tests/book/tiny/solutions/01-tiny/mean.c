/** @exercise 1.2 The mean
 *  @points 1   @needs 1.1
 *
 *  Write `tiny_mean`. */
int tiny_mean(int a, int b)
{
    return (a + b) / 2;
}
