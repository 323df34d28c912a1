# The map of the normalized network.
network = "norm"
load "chapters/06-adamw/figures/shared.gp"
