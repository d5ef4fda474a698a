package gradientlab.lab.figure;

import java.util.ArrayList;
import java.util.List;

/** Leaves out points that no eye sees: of many in one column of pixels, what is between the lowest and the highest. */
final class LineThinning {

    private static final int FEW = 400;

    private LineThinning() {}

    /** The points of a line from left to right; a gap (NaN) stays a gap. */
    static List<double[]> of(List<double[]> points) {
        if (points.size() <= FEW) {
            return points;
        }
        List<double[]> thin = new ArrayList<>();
        List<double[]> column = new ArrayList<>();
        for (double[] point : points) {
            if (!column.isEmpty() && Math.floor(point[0]) != Math.floor(column.get(0)[0])) {
                flush(column, thin);
            }
            if (Double.isFinite(point[0] + point[1])) {
                column.add(point);
            } else {
                flush(column, thin);
                thin.add(point);
            }
        }
        flush(column, thin);
        return thin;
    }

    private static void flush(List<double[]> column, List<double[]> thin) {
        if (column.size() <= 2) {
            thin.addAll(column);
        } else {
            int highest = 0;
            int lowest = 0;
            for (int i = 1; i < column.size(); i++) {
                highest = column.get(i)[1] < column.get(highest)[1] ? i : highest;
                lowest = column.get(i)[1] > column.get(lowest)[1] ? i : lowest;
            }
            thin.add(column.get(Math.min(highest, lowest)));
            thin.add(column.get(Math.max(highest, lowest)));
        }
        column.clear();
    }
}
