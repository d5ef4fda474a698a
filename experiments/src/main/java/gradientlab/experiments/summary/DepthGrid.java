package gradientlab.experiments.summary;

import gradientlab.lab.Scale;
import gradientlab.model.HiddenActivations;
import gradientlab.model.Initialisation;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import java.util.ArrayList;
import java.util.List;

/** The grid of the depth experiment. */
final class DepthGrid {

    static final int WIDTH = 128;

    /** The names by which the section calls them, with the initialisation as it is parsed. */
    static final List<String> INITIALISATIONS = List.of(
            "standard-normal", "normal:0.01", "torch-linear", "xavier-uniform", "kaiming-normal", "orthogonal", "lsuv");

    private DepthGrid() {}

    /** One point of the grid. */
    record Point(int depth, String activation, String initialisation, String normalisation) {

        MlpSpec spec(long seed) {
            return MlpSpec.lecture()
                    .hidden(depth, WIDTH)
                    .activation(HiddenActivations.parse(activation))
                    .initialisation(Initialisation.parse(initialisation))
                    .normalisation(Normalisation.parse(normalisation))
                    .seed(seed)
                    .build();
        }

        /** What it is but for the depth. */
        String row() {
            return initialisation + (normalisation.equals("none") ? "" : ", " + normalisation + " norm");
        }

        @Override
        public String toString() {
            return "depth " + depth + ", " + activation + ", " + row();
        }
    }

    static List<Integer> depths(Scale scale) {
        return scale.of(List.of(1, 5), List.of(1, 5, 20), List.of(1, 2, 5, 10, 20, 50));
    }

    static List<String> activations(Scale scale) {
        return scale.of(List.of("tanh"), List.of("tanh", "relu"), List.of("tanh", "sigmoid", "relu", "selu"));
    }

    static List<String> normalisations(Scale scale) {
        List<String> all = List.of("none", "batch", "layer", "group");
        return scale.of(all.subList(0, 2), all, all);
    }

    /** Steps at learning rate 0.1: the lecture's 10 epochs in full. */
    static int steps(Scale scale) {
        return scale.of(20, 101, 1_010);
    }

    static List<Point> points(Scale scale) {
        List<Point> points = new ArrayList<>();
        for (String activation : activations(scale)) {
            for (String normalisation : normalisations(scale)) {
                for (String initialisation : INITIALISATIONS) {
                    for (int depth : depths(scale)) {
                        points.add(new Point(depth, activation, initialisation, normalisation));
                    }
                }
            }
        }
        return points;
    }
}
