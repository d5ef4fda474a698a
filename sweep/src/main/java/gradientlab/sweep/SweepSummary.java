package gradientlab.sweep;

import gradientlab.lab.run.MeanStd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep came to at each point: the cells that differ in their seed alone.
 *
 * @param points in the order of the grid
 */
public record SweepSummary(List<Point> points) {

    /** Copies the list. */
    public SweepSummary {
        points = List.copyOf(points);
    }

    /**
     * One point.
     *
     * @param at its values on the axes other than the seed, by name
     * @param cells how many of its cells are finished
     * @param errors how many of them could not be built or trained
     * @param measures the numbers, by name
     */
    public record Point(Map<String, Object> at, int cells, int errors, Map<String, Figure> measures) {}

    /**
     * A number over the cells of a point, those with an error left out.
     *
     * @param mean NaN if any of them is, or there are none
     * @param std the standard deviation (n − 1); NaN for fewer than two
     * @param n how many of them are finite
     */
    public record Figure(double mean, double std, int n) {

        static Figure of(List<Double> values) {
            MeanStd all = MeanStd.of(values);
            int finite = (int) values.stream().filter(Double::isFinite).count();
            return new Figure(all.mean(), all.std(), finite);
        }
    }

    /** Puts a summary together. */
    static final class Builder {
        private final SweepSpec spec;
        private final List<Measure> numbers;
        private final Map<Map<String, Object>, List<CellRow>> rows = new LinkedHashMap<>();

        Builder(SweepSpec spec) {
            this.spec = spec;
            this.numbers = spec.measures().stream().filter(Measure::isNumber).toList();
        }

        void add(int cell, CellRow row) {
            Map<String, Object> at = new LinkedHashMap<>();
            spec.point(cell).forEach((knob, value) -> {
                if (!knob.equals(Knob.SEED)) {
                    at.put(knob.name(), value);
                }
            });
            rows.computeIfAbsent(at, point -> new ArrayList<>()).add(row);
        }

        SweepSummary build() {
            return new SweepSummary(rows.entrySet().stream()
                    .map(each -> point(each.getKey(), each.getValue()))
                    .toList());
        }

        private Point point(Map<String, Object> at, List<CellRow> all) {
            List<CellRow> whole = all.stream().filter(row -> !row.isError()).toList();
            Map<String, Figure> figures = new LinkedHashMap<>();
            for (Measure measure : numbers) {
                int column = spec.measures().indexOf(measure);
                figures.put(
                        measure.label(),
                        Figure.of(whole.stream()
                                .map(row -> Double.valueOf(row.values().get(column)))
                                .toList()));
            }
            return new Point(at, all.size(), all.size() - whole.size(), figures);
        }
    }
}
