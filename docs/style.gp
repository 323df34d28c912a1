# style.gp: how every figure of the book is drawn; loaded before each script.
#
# The Makefile runs gnuplot from the repository's root, once for the site and once for print,
# with two variables set: medium ("svg" or "pdf") and data (build/figures/NN-stem). This file
# gives a chapter
#
#     data         where its data are:            plot data."/noise.dat" using 1:2
#     out(name)    where a figure goes:           set output out("ewma-vs-sma")
#     small, tall  other sizes, before "set output":   set terminal @small
#     names        of line styles, one for each method, the same in every chapter:
#
#     set output out("ewma-vs-sma")
#     set xlabel "step {/:Italic t}"
#     plot data."/noise.dat" using 1:2 with points ls data_points notitle, \
#          data."/ewma.dat"  using 1:2 with lines  ls ewma notitle
#
# Label curves directly rather than by a legend: the eye need not travel, and no color need be
# matched. At the end of a curve, in its color:
#
#     set label 1 "EWMA" at graph 1.01, first 0.8 left textcolor ls ink+ewma
#     set rmargin 10
#
# or beside it, from the data:
#
#     plot data."/ends.dat" using 1:2:3 with labels left offset 1,0 textcolor ls ink+ewma notitle
#
# Where a legend is needed all the same, it is set in the order of the curves and without a frame.

out(name) = sprintf("%s/%s.%s", data, name, medium)

# --- Terminals. In print the text of a figure is of 10 pt, the size of its caption; cairo
# --- counts 96 points to the inch, hence 0.75. On the site it is somewhat larger in proportion, so
# --- that it can be read on a phone. The background is the page's; paper is for "boxed" labels.
if (medium eq "svg") {
    paper = 0xFFFEFB
    face = 'font "TeX Gyre Pagella,15" linewidth 1.35'
    normal = "svg enhanced size 600,386 dynamic ".face
    tall   = "svg enhanced size 600,556 dynamic ".face
    small  = "svg enhanced size 600,300 dynamic ".face
} else {
    paper = 0xFFFFFF
    face = 'font "TeX Gyre Pagella,10" fontscale 0.75 linewidth 1.5 dashlength 1.6'
    normal = "pdfcairo enhanced color size 14.6cm,8.4cm ".face
    tall   = "pdfcairo enhanced color size 14.6cm,12.4cm ".face
    small  = "pdfcairo enhanced color size 14.6cm,6.6cm ".face
}
set terminal @normal
set encoding utf8
set minussign

# --- Frame: two thin axes, ticks outside, no box.
set border 3 linewidth 0.7 linecolor rgb "#444444"
set tics out nomirror scale 0.6
set key noautotitle noenhanced nobox samplen 2.5 spacing 1.2
set grid noxtics noytics
set style textbox opaque fillcolor rgb paper noborder margins 0.6,0.6
set samples 400

# --- Palette. Okabe and Ito's hues, the light ones darkened to stand out on white. On paper without color
# --- most have nearly the same gray: dash, width or point tells methods apart, and docs/tools/check_gray.awk
# --- finds the curves of a figure that nothing else does.
black = 0x000000; grey = 0x808080; orange = 0xC98500; sky = 0x3A9BD9; green = 0x009E73
blue = 0x0072B2; red = 0xD55E00; pink = 0xB8609A; brown = 0x7A4B00; purple = 0x5B2A86

# The numbers of the line styles.
data_points = 1; reference = 2; sma = 3; ewma = 4; corrected = 5
gd = 11; sgd = 12; heavy_ball = 13; nesterov = 14
adagrad = 21; rmsprop = 22; adadelta = 23; adam = 24; amsgrad = 25; lion = 26
adamw = 31; adam_l2 = 32
sag = 41; saga = 42; svrg = 43
newton = 51; bfgs = 52; lbfgs = 53; newton_cg = 54
muon = 61; shampoo = 62

# The hue of each. Text beside a curve has the curve's hue, darker where it would be hard to read:
# textcolor ls ink + adam, or textcolor rgb dark(red).
hues = "data_points:grey reference:black sma:sky ewma:red corrected:blue gd:black sgd:grey \
        heavy_ball:orange nesterov:green adagrad:sky rmsprop:green adadelta:pink adam:blue \
        amsgrad:purple lion:brown adamw:red adam_l2:blue sag:orange saga:blue svrg:pink \
        newton:purple bfgs:green lbfgs:orange newton_cg:sky \
        muon:orange shampoo:green"
dark(c) = c == grey ? 0x6B6B6B : c == orange ? 0x966400 : c == sky ? 0x2875A6 : \
          c == green ? 0x007D5B : c == red ? 0xB85000 : c == pink ? 0xA0528B : c
ink = 100
do for [pair in hues] {
    colon = strstrt(pair, ":")
    set style line value(pair[1:colon - 1]) lc rgb value(pair[colon + 1:*])
    set style line ink + value(pair[1:colon - 1]) lc rgb dark(value(pair[colon + 1:*]))
}

# How each is drawn.
set style line data_points lw 0.8 dt 1         pt 7  ps 0.25
set style line reference   lw 0.8 dt (6,4)     pt 1  ps 0.5

# Chapter 1.
set style line sma         lw 1.6 dt (9,3)     pt 4  ps 0.5
set style line ewma        lw 2.0 dt 1         pt 6  ps 0.5
set style line corrected   lw 2.4 dt (3,2)     pt 8  ps 0.5

# Gradient descent and momentum.
set style line gd          lw 1.4 dt 1         pt 6  ps 0.5
set style line sgd         lw 1.6 dt (1.5,1.5) pt 1  ps 0.5
set style line heavy_ball  lw 2.0 dt (16,4)    pt 4  ps 0.5
set style line nesterov    lw 2.0 dt (9,3)     pt 8  ps 0.5

# Adaptive methods.
set style line adagrad     lw 1.8 dt (9,3,2,3) pt 12 ps 0.5
set style line rmsprop     lw 2.0 dt (9,2,2,2,2,2) pt 5 ps 0.5
set style line adadelta    lw 1.8 dt (7,3)     pt 10 ps 0.5
set style line adam        lw 2.2 dt 1         pt 7  ps 0.5
set style line amsgrad     lw 1.8 dt (3,2)     pt 9  ps 0.5
set style line lion        lw 1.0 dt 1         pt 13 ps 0.5

# Decoupled weight decay.
set style line adamw       lw 2.2 dt (12,4)    pt 5  ps 0.5
set style line adam_l2     lw 1.8 dt (6,3)     pt 6  ps 0.5

# Variance reduction.
set style line sag         lw 2.0 dt 1         pt 5  ps 0.5
set style line saga        lw 2.0 dt (9,3)     pt 9  ps 0.5
set style line svrg        lw 2.2 dt (3,2)     pt 7  ps 0.5

# Second order.
set style line newton      lw 2.0 dt 1         pt 7  ps 0.5
set style line bfgs        lw 1.8 dt (9,3)     pt 8  ps 0.5
set style line lbfgs       lw 2.2 dt (3,2)     pt 4  ps 0.5
set style line newton_cg   lw 1.6 dt (12,3)    pt 6  ps 0.5

# Matrices.
set style line muon        lw 2.2 dt 1         pt 9  ps 0.5
set style line shampoo     lw 2.0 dt (9,3,2,3) pt 11 ps 0.5
