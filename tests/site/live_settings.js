/* live_settings.js: for each live figure of a chapter, settings at which it is compared with its program
 * (besides those of the printed figure), far from them and from each other. */
export const chapters = {
  "00-foundations": {
    "f-steps": [{ a: 0.3, b: 1.1, c: 2.2, d: 0.1, e: 0.6, from: 2, searched: 20 }, { a: 1, e: 0.55, from: 0.5, searched: 1 }],
    "f-disc": [{ lr: 0.6, radius: 2.4 }, { lr: 0.02, radius: 0.3, x: 2.5, y: 1.6 }],
  },
  "01-ewma": {
    averages: [{ lambda: 0.5, window: 1, noise: 1 }, { lambda: 0.995, window: 100, noise: 0.1 }],
    weights: [{ lambda: 0.5, window: 100 }, { lambda: 0.999, window: 1 }],
    start: [{ lambda: 0.8, noise: 1, seed: 7 }, { lambda: 0.999, noise: 0, seed: 50 }],
  },
  "02-momentum": {
    valley: [{ above: 0.1, below: 0.001, kappa: 200, x: 2.5, y: -1.4 }, { above: 0.05, below: 0.02, kappa: 1 }],
    paths: [{ tuned: 0, lr_above: 0.1, beta_above: 0.98, lr_below: 0.001, beta_below: 0, kappa: 200 }, { kappa: 7.5, x: -3, y: 0.3 }],
    parabola: [{ a: 1.5, b: 0.05, c: 0.7, d: 0.2, e: 1.15, curvature: 4 }, { curvature: 0.5 }],
    spectrum: [{ kappa: 10000 }, { tuned: 0, eta: 0.3, beta: 0.95, kappa: 25 }],
  },
  "03-adaptive": {
    landscapes: [{ lr: 0.1, lr_saddle: 0.0005, beta1: 0.5, beta2: 0.9, eps: 1e-3, rho: 0.9 }, { lr: 1, lr_saddle: 1, beta1: 0, eps: 1 }],
    reddi: [{ slope: 10, beta2: 0.999, beta1: 0.9, rate: 2 }, { slope: 2.1, beta2: 0.5, rate: 0.01 }],
  },
  "04-variance-reduction": {
    passes: [{ seeds: 1, l2: 0.01, gd: 5, sgd: 0, sag: -2, saga: 0, svrg: -8 }, { seeds: 2, l2: 0.1 }],
    variance: [{ seeds: 1, step: 2 }, { seeds: 2, step: 0.02 }],
  },
  "05-second-order": {
    "so-paths": [{ x: 1.3, y: -0.35, pairs: 6 }, { x: 0, y: 1.45, pairs: 1 }],
    "so-digits": [{ stretch: 10, x: 2, y: -2, pairs: 2 }, { stretch: 1, x: 0.3, y: 0.1 }],
  },
  "06-adamw": {
    momentum: [{ pull: 0.2, beta: 0.98 }, { pull: 0.0001, beta: 0 }],
    effective: [{ crowd: 100, decay: 3, eps: 1 }, { crowd: 400, decay: 0.01 }],
  },
  "07-muon-shampoo": {
    spectra: [{ steps: 0 }, { steps: 10, of: 1 }],
    band: [{ a: 1.5, b: -0.5, c: 0, steps: 10 }, { a: 3, b: -3.2, c: 1.2, steps: 3 }],
  },
  "08-schedules": {
    shapes: [{ warmup: 0, decay: 300, cuts: 10, factor: 0.9, half: 10, period: 210, rise: 0.9 }, { warmup: 100, decay: 1, cuts: 1 }],
    cliff: [{ lr: 20, limit: 0.005, w: 3.2, b: -1.1 }, { lr: 0.05, limit: 50, w: 5, b: -3 }],
  },
  "09-losses-and-regularization": {
    losses: [{ a: 8, b: 0.5, c: 3.5, d: 0, at: 0.05 }, { at: 0.5 }],
    pairs: [{ margin: 0.1, triplet: 1.5, tau_a: 2, tau_b: 0.05, tau_c: 0.4 }, { margin: 1.5, triplet: 0 }],
  },
  "10-scale": {
    formats: [{ doublings: 24, at: 7, drawn: 50 }, { doublings: 7, at: -10, drawn: 100 }],
    zero: [{ parameter: 2, gradient: 2, state: 12, doublings: 10 }, { parameter: 0, gradient: 3, state: 0, doublings: 1 }],
  },
  "11-landscapes": {
    escape: [{ lr: 0.2, batch: 1, seed: 7 }, { lr: 0.02, batch: 12, seed: 100 }],
    swing: [{ slow: 0.2, fast: 0.01, x: 0, y: 3 }, { slow: 0.12, fast: 0.095, x: 0.6, y: 5.5 }],
  },
  "12-comparing": {
    liar: [{ target: 0.2, seed: 60 }, { target: 1, seed: 17 }],
    intervals: [{ number: 1, first: 60, target: 0.2, level: 0.5, drawn: 100 }, { number: 60, first: 30, target: 0.5, level: 0.99, drawn: 500 }],
    algoperf: [{ tau: 1.1, without: 7, drawn: 100 }, { tau: 2, without: 0, apart: 3, drawn: 300 }],
  },
};
