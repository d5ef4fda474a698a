package gradientlab.ui.explorer;

import java.util.List;
import java.util.Map;

/**
 * Maps of nets that sweeps have trained, to be laid beside the map of fresh ones.
 *
 * @param maps each of nets that differ in their depth, the std of their weights and their seed alone
 * @param problems a sentence for each sweep that cannot be read
 */
public record SweptMaps(List<SweptMap> maps, List<String> problems) {

    /**
     * One map.
     *
     * @param name the sweep's folder, and what sets the map apart from its others
     * @param settings every other setting of its nets
     * @param measures the names of what was measured
     * @param cells in any order
     */
    public record SweptMap(String name, Map<String, String> settings, List<String> measures, List<SweptNets> cells) {}

    /**
     * The nets of one place.
     *
     * @param weightStd in units of gain/√fan-in
     * @param depth hidden layers
     * @param nets how many, of a seed each
     * @param values the mean over these of each measure; NaN where one of them is
     */
    public record SweptNets(double weightStd, int depth, int nets, List<Double> values) {}
}
