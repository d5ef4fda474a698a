package gradientlab.reproductions;

import gradientlab.activations.ActivationFunction;
import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What the literature says of one input in deep ReLU nets without biases, drawn many times. */
final class ReluDepth {

    private static final double XAVIER = 1;
    private static final double HE = 2;

    private ReluDepth() {}

    /** He et al. 2015: with Xavier's variance the signal of 30 layers is 2⁻¹⁵ of its size. */
    record XavierFades() implements Reproduction {

        private static final int WIDTH = 1_000;
        private static final int DEPTH = 30;

        @Override
        public String name() {
            return "he-thirty-layers";
        }

        @Override
        public String title() {
            return "Under Xavier's initialisation thirty ReLU layers shrink the signal by 2¹⁵; under He's they keep it";
        }

        @Override
        public String source() {
            return "He et al. 2015, Delving deep into rectifiers, section 2.2: Var z is halved in every layer";
        }

        @Override
        public String settings() {
            return "30 layers of 1,000 ReLU units, one input, Var W = 1/n and 2/n, no biases; root of the mean of a² over draws.";
        }

        @Override
        public Outcome run(MnistDataset data, Effort effort) {
            return new Outcome(
                    List.of(
                            comparison("Xavier: std of the signal after 30 layers", XAVIER, Math.pow(2, -15), effort),
                            comparison("He: std of the signal after 30 layers", HE, 1, effort)),
                    List.of(),
                    "");
        }

        private static Comparison comparison(String quantity, double factor, double published, Effort effort) {
            Random random = new Random(30);
            double[] squares = new double[effort.of(300, 2_000, 10_000)];
            for (int draw = 0; draw < squares.length; draw++) {
                squares[draw] =
                        OneInput.meanSquare(WIDTH, DEPTH, factor / WIDTH, ActivationFunction.RELU::value, random);
            }
            return Comparison.within(quantity, published, Math.sqrt(new Draws(squares).mean()), 0.05);
        }
    }

    /** Hanin and Rolnick 2018: the fourth moment grows with depth over width. */
    record Moments() implements Reproduction {

        @Override
        public String name() {
            return "relu-moments";
        }

        @Override
        public String title() {
            return "The size of the signal of He's nets varies from draw to draw, the more the deeper and narrower";
        }

        @Override
        public String source() {
            return "Hanin and Rolnick 2018, How to start training; the factor 1 + 5/n per layer is derived for it here";
        }

        @Override
        public String settings() {
            return "ReLU nets of one width, Var W = 2/n, no biases, one input: E[q²]/E[q]² of q = mean of a² over draws.";
        }

        @Override
        public Outcome run(MnistDataset data, Effort effort) {
            List<Comparison> comparisons = new ArrayList<>();
            for (int[] net : new int[][] {{100, 5}, {100, 10}, {50, 10}}) {
                comparisons.add(comparison(net[0], net[1], effort.of(20_000, 100_000, 1_000_000)));
            }
            return new Outcome(comparisons, List.of(), "");
        }

        private static Comparison comparison(int width, int depth, int draws) {
            Random random = new Random(width);
            double sum = 0;
            double squares = 0;
            for (int draw = 0; draw < draws; draw++) {
                double q = OneInput.meanSquare(width, depth, HE / width, ActivationFunction.RELU::value, random);
                sum += q / draws;
                squares += q * q / draws;
            }
            return Comparison.within(
                    depth + " layers of " + width + " units: E[q²]/E[q]²",
                    Math.pow(1 + 5.0 / width, depth),
                    squares / (sum * sum),
                    0.1);
        }
    }

    /** Lu et al. 2019; Rister and Rubin 2020: narrow deep ReLU nets are born dead. */
    record BornDead() implements Reproduction {

        @Override
        public String name() {
            return "born-dead";
        }

        @Override
        public String title() {
            return "Narrow deep ReLU nets are dead before the first step";
        }

        @Override
        public String source() {
            return "Lu et al. 2019, Dying ReLU and initialization; Rister and Rubin 2020: the signal of one input lives"
                    + " with probability (1 − 2⁻ⁿ)ᴸ";
        }

        @Override
        public String settings() {
            return "Draws of nets of width n and depth L without biases, symmetric weights, one input.";
        }

        @Override
        public Outcome run(MnistDataset data, Effort effort) {
            List<Comparison> comparisons = new ArrayList<>();
            for (int[] net : new int[][] {{4, 20}, {2, 10}, {8, 50}}) {
                comparisons.add(comparison(net[0], net[1], effort.of(10_000, 100_000, 1_000_000)));
            }
            return new Outcome(comparisons, List.of(), "");
        }

        private static Comparison comparison(int width, int depth, int draws) {
            Random random = new Random(depth);
            double[] alive = new double[draws];
            for (int draw = 0; draw < draws; draw++) {
                alive[draw] = OneInput.meanSquare(width, depth, HE / width, ActivationFunction.RELU::value, random) > 0
                        ? 1
                        : 0;
            }
            return Comparison.ofMean(
                    "n = " + width + ", L = " + depth + ": share alive",
                    Math.pow(1 - Math.pow(2, -width), depth),
                    new Draws(alive));
        }
    }
}
