/* fuzz_quiz.c: libFuzzer's entry to the reader of quizzes; see `make fuzz`. What stands
 * before a zero byte is the quiz, what follows it the table of facts. */
#include "tool/facts.h"
#include "tool/quiz.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check(const struct quiz_question *question)
{
    if (!*question->text || question->count < 1)
        abort();
    for (size_t i = 0; i < question->count; i++)
        if (!*question->choices[i].text || !*question->choices[i].reason)
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char *text = calloc(length + 2, 1);
    if (!text)
        return 0;
    memcpy(text, bytes, length);
    const char *table = text + strlen(text) + 1;
    struct quiz quiz;
    char *problem = quiz_read(&quiz, "quiz", text);
    if (!problem) {
        for (size_t i = 0; i < quiz.count; i++) {
            check(&quiz.questions[i]);
            free(facts_fill(quiz.questions[i].source, table));
        }
        problem = quiz_check_facts(&quiz, "quiz", table);
    }
    quiz_free(&quiz);
    free(problem);
    free(text);
    return 0;
}
