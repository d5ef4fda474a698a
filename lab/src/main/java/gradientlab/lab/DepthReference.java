package gradientlab.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.lab.Reference.Figure;
import gradientlab.lab.report.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * PyTorch's figures on deep nets of 128 units: one row of pytorch-depth-reference.json, with the backward factor of
 * pytorch-backward-factors.json where that has one. Both were measured with PyTorch 1.13.1 on CPU, float32, 6 seeds, on
 * the same files of MNIST by the lecture's protocol; their headers say how.
 *
 * @param initialLoss the loss on the first batch before training
 * @param epochLossLast the mean loss of the last of 10 epochs of 101 batches
 * @param testAccuracy on all test examples after training
 * @param backwardFactor at depth 20, (std of δ at the first hidden layer / at the last)^(1/19) on the first batch
 * @param diverged how many of the seeds ended in a loss that is not finite
 */
public record DepthReference(
        Figure initialLoss, Figure epochLossLast, Figure testAccuracy, Optional<Figure> backwardFactor, int diverged) {

    private static final Map<String, String> INITIALISATIONS = Map.of(
            "standard-normal", "n01",
            "normal:0.01", "n0.01",
            "normal:0.1", "n0.1",
            "torch-linear", "torch",
            "xavier-uniform", "xavier_uniform",
            "kaiming-normal", "kaiming");

    private static final JsonNode ROWS = read("pytorch-depth-reference.json").get("results");
    private static final JsonNode FACTORS = read("pytorch-backward-factors.json");

    /**
     * One of our figures beside PyTorch's.
     *
     * @param ours the mean over our seeds
     * @param low the lower end of the band for it
     * @param high the upper end
     */
    public record Comparison(String net, String figure, double ours, double low, double high, boolean agrees) {

        public static Comparison of(String net, String name, double ours, Figure pytorch, int seeds) {
            double[] band = pytorch.band(seeds);
            return new Comparison(net, name, ours, band[0], band[1], pytorch.agrees(ours, seeds));
        }

        /** As a clause. */
        public String text() {
            return net + ": " + figure + " " + Numbers.significant(ours) + ", band " + Numbers.significant(low) + " to "
                    + Numbers.significant(high);
        }
    }

    /** PyTorch's figures for a net, by the names of the model's tables; empty where PyTorch has not measured it. */
    public static Optional<DepthReference> find(
            int depth, String activation, String initialisation, String normalisation) {
        boolean batchNorm = normalisation.equals("batch");
        if (!batchNorm && !normalisation.equals("none")) {
            return Optional.empty();
        }
        return StreamSupport.stream(ROWS.spliterator(), false)
                .filter(row -> row.get("depth").asInt() == depth)
                .filter(row -> row.get("activation").asText().equals(activation))
                .filter(row -> row.get("initialisation").asText().equals(INITIALISATIONS.get(initialisation)))
                .filter(row -> row.get("batchNormBeforeNonlinearity").asBoolean() == batchNorm)
                .map(row -> of(row, factor(depth, activation, initialisation, normalisation)))
                .findFirst();
    }

    private static DepthReference of(JsonNode row, Optional<Figure> factor) {
        return new DepthReference(
                figure(row.get("initialLoss")),
                figure(row.get("epochLossLast")),
                figure(row.get("testAccuracy")),
                factor,
                row.get("diverged").asInt());
    }

    /** A figure that no seed has is NaN, with which nothing agrees. */
    private static Figure figure(JsonNode node) {
        return new Figure(
                node.get("n").asInt(),
                number(node, "mean"),
                number(node, "std"),
                number(node, "min"),
                number(node, "max"));
    }

    private static double number(JsonNode node, String key) {
        return node.get(key).isNull() ? Double.NaN : node.get(key).asDouble();
    }

    private static Optional<Figure> factor(int depth, String activation, String initialisation, String normalisation) {
        if (depth != FACTORS.get("depth").asInt()) {
            return Optional.empty();
        }
        return StreamSupport.stream(FACTORS.get("factors").spliterator(), false)
                .filter(row -> row.get("activation").asText().equals(activation))
                .filter(row -> row.get("initialisation").asText().equals(initialisation))
                .filter(row -> row.get("normalisation").asText().equals(normalisation))
                .map(row -> spread(row.get("mean").asDouble(), row.get("std").asDouble()))
                .findFirst();
    }

    /** The extremes are not in the file; the band is made of mean and std, which are above 0. */
    private static Figure spread(double mean, double std) {
        return new Figure(FACTORS.get("seeds").asInt(), mean, std, mean - 2 * std, mean + 2 * std);
    }

    private static JsonNode read(String file) {
        try (InputStream in = DepthReference.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + " from the class path", e);
        }
    }
}
