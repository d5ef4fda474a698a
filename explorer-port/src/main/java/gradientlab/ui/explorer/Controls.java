package gradientlab.ui.explorer;

import java.util.List;

/**
 * What the page can set and show.
 *
 * @param controls in their order on the page
 * @param map the grid of the map of trainability
 * @param tour the steps of the lecture
 * @param training empty where networks may be trained, otherwise a sentence that says why not
 */
public record Controls(List<Control> controls, MapGrid map, List<TourStep> tour, String training) {

    /** Copies the lists. */
    public Controls {
        controls = List.copyOf(controls);
        tour = List.copyOf(tour);
    }

    /**
     * The grid of the map.
     *
     * @param depths hidden layers, in ascending order
     * @param weightStds in units of gain/√fan-in, in ascending order
     * @param levels how many times the grid is refined, the coarsest counted
     */
    public record MapGrid(List<Integer> depths, List<Double> weightStds, int levels) {

        /** Copies the lists. */
        public MapGrid {
            depths = List.copyOf(depths);
            weightStds = List.copyOf(weightStds);
        }
    }
}
