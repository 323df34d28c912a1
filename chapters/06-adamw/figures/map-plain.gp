# The map of the plain network.
network = "plain"
load "chapters/06-adamw/figures/shared.gp"
