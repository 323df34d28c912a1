set output out("curve")
plot x with lines ls ewma
