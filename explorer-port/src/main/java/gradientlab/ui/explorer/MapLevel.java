package gradientlab.ui.explorer;

import java.util.List;

/**
 * The cells that one level adds to the map of trainability.
 *
 * @param level counted from 0
 * @param cells what was measured
 * @param criticalWeightStd at which the theory expects δ to keep its size, in units of gain/√fan-in; NaN where nowhere
 * @param depthScales over how many layers δ changes by a factor e, by the weight std; NaN where the theory says nothing
 */
public record MapLevel(int level, List<Cell> cells, double criticalWeightStd, List<DepthScale> depthScales) {

    /**
     * One fresh network.
     *
     * @param deltaRatio std of δ of the first hidden layer over that of the last
     * @param signal std of z of the last hidden layer over that of the first
     */
    public record Cell(double weightStd, int depth, double deltaRatio, double signal) {}

    /** The theory's depth scale of δ. */
    public record DepthScale(double weightStd, double layers) {}

    /** Copies the lists. */
    public MapLevel {
        cells = List.copyOf(cells);
        depthScales = List.copyOf(depthScales);
    }
}
