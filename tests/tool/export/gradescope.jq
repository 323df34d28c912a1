# Whether it is what Gradescope's specification of results.json has, as far as we use it, of two
# exercises.
def words: type == "string";
(keys == ["output", "output_format", "score", "stdout_visibility", "tests"]) and
(.score | type == "number") and (.output | words) and (.output_format | IN("text", "md")) and
.stdout_visibility == "hidden" and (.tests | length == 2 and all(.[];
    (keys == ["max_score", "name", "number", "output", "score", "status"]) and
    (.name | words) and (.number | words) and (.output | words) and
    (.score | type == "number") and (.max_score | type == "number") and
    (.status | IN("passed", "failed"))))
