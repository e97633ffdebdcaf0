//! How shapes are put together: a horizon, tiles, arches or a still life.

use super::{
    super::rng::Rng,
    canvas::{Area, Canvas, HEIGHT, WIDTH},
};

const LIGHT: u8 = 1;
const MIDDLE: u8 = 2;
const ACCENT: u8 = 3;
const INK: u8 = 4;

/// One of the compositions.
pub fn compose(canvas: &mut Canvas, rng: &mut Rng) {
    let compositions: [fn(&mut Canvas, &mut Rng); 4] = [horizon, tiles, arches, still_life];
    rng.pick(&compositions)(canvas, rng);
}

/// A sun over hills.
fn horizon(canvas: &mut Canvas, rng: &mut Rng) {
    let sun = (whole(rng, 360, 920), whole(rng, 240, 400));
    let radius = whole(rng, 130, 220);
    canvas.rectangle(
        Area {
            bottom: HEIGHT / 2,
            ..Area::ALL
        },
        LIGHT,
    );
    canvas.disc(Area::ALL, sun, radius, ACCENT);
    let tones = [LIGHT, MIDDLE, INK];
    for (place, tone) in (0..).zip(tones) {
        let top = 430 + place * 120;
        let rise = whole(rng, -160, 160);
        canvas.slope(top + rise / 2, rise, HEIGHT, tone);
    }
    canvas.disc(
        Area {
            top: sun.1,
            bottom: sun.1 + 14,
            ..Area::ALL
        },
        sun,
        radius,
        LIGHT,
    );
}

/// Quarters and halves of discs in a grid.
fn tiles(canvas: &mut Canvas, rng: &mut Rng) {
    const SIDE: i32 = 160;
    for row in 0..HEIGHT / SIDE {
        for column in 0..WIDTH / SIDE {
            let (left, top) = (column * SIDE, row * SIDE);
            let tile = Area {
                left,
                top,
                right: left + SIDE,
                bottom: top + SIDE,
            };
            let ground = *rng.pick(&[0, 0, LIGHT, LIGHT, MIDDLE, INK]);
            canvas.rectangle(tile, ground);
            let tone = *rng.pick(&[LIGHT, MIDDLE, ACCENT, INK]);
            if tone == ground {
                continue;
            }
            let middle = (left + SIDE / 2, top + SIDE / 2);
            match rng.below(4) {
                0 => canvas.disc(
                    tile,
                    *rng.pick(&[(left, top), (left + SIDE, top + SIDE)]),
                    SIDE,
                    tone,
                ),
                1 => canvas.disc(
                    tile,
                    *rng.pick(&[(left + SIDE, top), (left, top + SIDE)]),
                    SIDE,
                    tone,
                ),
                2 => canvas.disc(tile, middle, SIDE / 2 - 20, tone),
                _ => canvas.disc(tile, (middle.0, top), SIDE / 2, tone),
            }
        }
    }
}

/// Arches within arches, each on its own ground.
fn arches(canvas: &mut Canvas, rng: &mut Rng) {
    const EACH: i32 = WIDTH / 4;
    let floor = whole(rng, 620, 700);
    canvas.rectangle(
        Area {
            top: floor,
            ..Area::ALL
        },
        LIGHT,
    );
    for place in 0..4 {
        let middle = place * EACH + EACH / 2;
        let spring = whole(rng, 300, 480);
        let mut tones = [INK, MIDDLE, ACCENT, LIGHT];
        tones.rotate_left(rng.below(4));
        for (ring, tone) in (0..).zip(tones.into_iter().take(3)) {
            let radius = EACH / 2 - 16 - ring * 40;
            let leg = Area {
                left: middle - radius,
                top: spring,
                right: middle + radius,
                bottom: floor,
            };
            canvas.disc(
                Area {
                    bottom: spring,
                    ..Area::ALL
                },
                (middle, spring),
                radius,
                tone,
            );
            canvas.rectangle(leg, tone);
        }
    }
}

/// A product on a plinth before a large disc.
fn still_life(canvas: &mut Canvas, rng: &mut Rng) {
    let middle = WIDTH / 2 + whole(rng, -180, 180);
    let table = whole(rng, 540, 600);
    canvas.disc(
        Area::ALL,
        (middle, 360),
        whole(rng, 280, 340),
        *rng.pick(&[LIGHT, MIDDLE]),
    );
    canvas.rectangle(
        Area {
            top: table,
            ..Area::ALL
        },
        MIDDLE,
    );
    let plinth = whole(rng, 150, 240);
    let top = table - whole(rng, 20, 80);
    canvas.rectangle(
        Area {
            left: middle - plinth,
            right: middle + plinth,
            top,
            bottom: HEIGHT,
        },
        INK,
    );
    let half = whole(rng, 50, 90);
    let height = whole(rng, 180, 300);
    let body = Area {
        left: middle - half,
        right: middle + half,
        top: top - height,
        bottom: top,
    };
    canvas.rectangle(body, ACCENT);
    canvas.disc(
        Area {
            bottom: body.top,
            ..Area::ALL
        },
        (middle, body.top),
        half,
        ACCENT,
    );
    let neck = Area {
        left: middle - half / 3,
        right: middle + half / 3,
        top: body.top - half - 50,
        bottom: body.top - half + 6,
    };
    canvas.rectangle(neck, INK);
    canvas.rectangle(
        Area {
            left: body.left,
            right: body.right,
            top: top - height / 2,
            bottom: top - height / 4,
        },
        LIGHT,
    );
    let ball = whole(rng, 40, 70);
    let aside = if rng.chance(0.5) {
        plinth + 90
    } else {
        -plinth - 90
    };
    canvas.disc(Area::ALL, (middle + aside, table - ball + 14), ball, INK);
}

/// A whole number from `low` to `high`, `high` excluded.
fn whole(rng: &mut Rng, low: i32, high: i32) -> i32 {
    rng.between(f64::from(low), f64::from(high)) as i32
}
