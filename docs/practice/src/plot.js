// Draws your run over the reference's, as an SVG.

const WIDTH = 640, HEIGHT = 400, LEFT = 60, BOTTOM = 40, TOP = 12, RIGHT = 12;

const element = (name, attributes, text) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes))
        made.setAttribute(key, value);
    if (text !== undefined)
        made.textContent = text;
    return made;
};

function scale(values, from, to) {
    const finite = values.filter(Number.isFinite);
    let low = finite.length ? finite.reduce((a, b) => Math.min(a, b)) : 0;
    let high = finite.length ? finite.reduce((a, b) => Math.max(a, b)) : 1;
    if (low === high)
        [low, high] = [low - 1, high + 1];
    const at = value => from + (value - low) / (high - low) * (to - from);
    return Object.assign(at, {low, high});
}

const ticks = ({low, high}) => [0, 1, 2, 3, 4].map(i => low + i * (high - low) / 4);
const short = value => Number(value.toPrecision(3)).toString();

// @param curves  {x, y: their names, along, reference, yours}
export function plot(curves) {
    const {along, reference, yours} = curves;
    const x = scale(along, LEFT, WIDTH - RIGHT);
    const y = scale([...reference, ...yours], HEIGHT - BOTTOM, TOP);
    const svg = element('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img',
        'aria-label': `${curves.y} over ${curves.x}: yours, as dots, over the reference, a line`});
    for (const value of ticks(x)) {
        svg.append(element('text', {x: x(value), y: HEIGHT - BOTTOM + 16, 'text-anchor': 'middle'}, short(value)));
    }
    for (const value of ticks(y)) {
        svg.append(element('line', {x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value), stroke: 'var(--line)'}),
            element('text', {x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end'}, short(value)));
    }
    svg.append(element('text', {x: (LEFT + WIDTH) / 2, y: HEIGHT - 6, 'text-anchor': 'middle'},
        `${curves.x}   (line: reference, dots: yours)`),
    element('text', {x: 12, y: HEIGHT / 2, transform: `rotate(-90 12 ${HEIGHT / 2})`, 'text-anchor': 'middle'}, curves.y));
    const points = along.map((value, i) => [x(value), y(reference[i])]).filter(point => point.every(Number.isFinite));
    svg.append(element('polyline', {points: points.map(point => point.join(',')).join(' '), fill: 'none',
        stroke: 'var(--faint)', 'stroke-width': 2}));
    along.forEach((value, i) => {
        if (Number.isFinite(yours[i]))
            svg.append(element('circle', {cx: x(value), cy: y(yours[i]), r: 2.5, fill: 'var(--link)'}));
    });
    return svg;
}
