set output out("dot")
set samples 2
plot x with points
