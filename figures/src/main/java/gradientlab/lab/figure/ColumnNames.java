package gradientlab.lab.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Names of columns below them: beside each other, in lines, or upright where there is no other room; of very many some. */
final class ColumnNames {

    private static final int GAP = 6;
    private static final int MOST_LINES = 3;
    private static final int RISE = 5;

    private ColumnNames() {}

    /** Draws the names; returns what lies below. */
    static double draw(Paper paper, Rectangle2D area, List<String> names) {
        double column = area.getWidth() / names.size();
        boolean lie = names.stream()
                .allMatch(name -> Lettering.lines(name, column - GAP).size() <= MOST_LINES
                        && Lettering.lines(name, column - GAP).stream()
                                .allMatch(line -> Lettering.width(line) <= column - 2));
        int every = lie ? 1 : everyOf(names, column);
        boolean beside = lie || every > 1 && areShort(names, every * column);
        double bottom = area.getMaxY();
        List<Double> bottoms = new ArrayList<>();
        for (int i = 0; i < names.size(); i += every) {
            double x = area.getX() + (i + 0.5) * column;
            bottoms.add(
                    beside
                            ? Sheet.lines(
                                    paper,
                                    names.get(i),
                                    x,
                                    bottom + 2,
                                    every * column - GAP,
                                    Lettering.CENTRED,
                                    Palette.TEXT)
                            : upright(paper, names.get(i), x, bottom));
        }
        return bottoms.stream().mapToDouble(Double::doubleValue).max().orElse(bottom) + 2;
    }

    /** Of numbers, as many as stand beside each other; of names, each, or as many as stand upright. */
    private static int everyOf(List<String> names, double column) {
        for (int every = 2; every <= names.size(); every++) {
            if (areShort(names, every * column)) {
                return every;
            }
        }
        return (int) Math.max(1, Math.ceil(Lettering.LINE / column));
    }

    private static boolean areShort(List<String> names, double room) {
        return names.stream().allMatch(name -> name.matches("[−\\-\\d.,e]+") && Lettering.width(name) <= room - GAP);
    }

    private static double upright(Paper paper, String name, double x, double top) {
        paper.text(name, x + RISE, top + GAP, Lettering.UPWARDS, Palette.TEXT);
        return top + GAP + Lettering.width(name);
    }
}
