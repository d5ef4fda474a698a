package gradientlab.lab.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradientlab.model.HiddenActivations;
import gradientlab.model.Initialisation;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpSpecBuilder;
import gradientlab.model.NormPlace;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A training plan as users write it: the options of {@code train}, the keys of a configuration file and of the
 * {@code spec} in run.json are these names. Null means not said.
 *
 * <p>Not said, anywhere: the lecture's value.
 */
public record TrainOptions(
        String init,
        Double outputGain,
        String activation,
        String norm,
        String normPlace,
        Boolean hiddenBias,
        Integer depth,
        Integer width,
        String optimizer,
        Double lr,
        Integer batchSize,
        Integer epochs,
        Integer batchesPerEpoch,
        Long seed,
        Integer repeat,
        String data) {

    /** Nothing said. */
    public static final TrainOptions NONE = new TrainOptions(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Every option of a plan, as run.json keeps it. */
    public static TrainOptions of(TrainingPlan plan) {
        MlpSpec spec = plan.spec();
        return new TrainOptions(
                spec.initialisation().toString(),
                spec.outputGain(),
                spec.activation().label(),
                spec.normalisation().label(),
                spec.normPlace().label(),
                spec.hiddenBias(),
                spec.hidden().size(),
                spec.hidden().get(0),
                spec.optimiser().label(),
                spec.learningRate(),
                plan.batchSize(),
                plan.epochs(),
                plan.batchesPerEpoch(),
                spec.seed(),
                plan.repeat(),
                plan.data());
    }

    /**
     * Reads a configuration file: a JSON object with any of the keys of this record.
     *
     * @throws IOException if it is missing or not such an object; the message names file, key and what is allowed
     */
    public static TrainOptions read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("--config " + file + ": there is no such file");
        }
        try {
            return Json.MAPPER.readValue(file.toFile(), TrainOptions.class);
        } catch (UnrecognizedPropertyException e) {
            throw new IOException(
                    "--config " + file + ": unknown key '" + e.getPropertyName() + "': use "
                            + String.join(", ", keys()),
                    e);
        } catch (JsonMappingException e) {
            throw new IOException("--config " + file + ": key '" + path(e) + "': " + firstLine(e), e);
        } catch (JsonProcessingException e) {
            throw new IOException("--config " + file + ": not JSON: " + firstLine(e), e);
        }
    }

    private static List<String> keys() {
        return java.util.Arrays.stream(TrainOptions.class.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toList();
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .reduce((first, last) -> last)
                .orElse("");
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }

    /** These options, and what the others say where these say nothing. */
    public TrainOptions orElse(TrainOptions others) {
        ObjectNode merged = Json.MAPPER.valueToTree(others);
        ObjectNode mine = Json.MAPPER.valueToTree(this);
        merged.setAll(mine);
        return Json.MAPPER.convertValue(merged, TrainOptions.class);
    }

    /**
     * The plan these options describe.
     *
     * @throws IllegalArgumentException naming the option, the value and what is allowed
     */
    public TrainingPlan toPlan() {
        // A plan's own values stand in for what is not said, all but the bias, whose default depends on the norm.
        TrainOptions all = orElse(of(TrainingPlan.LECTURE));
        TrainingPlan.atLeastOne(all.depth, "--depth");
        TrainingPlan.atLeastOne(all.width, "--width");
        finite(all.outputGain, "--output-gain");
        finite(all.lr, "--lr");
        if (all.lr <= 0) {
            throw new IllegalArgumentException("--lr must be above 0, not " + all.lr);
        }
        return new TrainingPlan(
                all.network(hiddenBias), all.batchSize, all.epochs, all.batchesPerEpoch, all.repeat, all.data);
    }

    private MlpSpec network(Boolean bias) {
        MlpSpecBuilder builder = MlpSpec.lecture()
                .hidden(depth, width)
                .activation(named("--activation", () -> HiddenActivations.parse(activation)))
                .initialisation(named("--init", () -> Initialisation.parse(init)))
                .outputGain(outputGain)
                .normalisation(named("--norm", () -> Normalisation.parse(norm)))
                .normPlace(named("--norm-place", () -> NormPlace.parse(normPlace)))
                .optimiser(named("--optimizer", () -> Optimiser.parse(optimizer)))
                .learningRate(lr)
                .seed(seed);
        return (bias == null ? builder : builder.hiddenBias(bias)).build();
    }

    private static <T> T named(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    private static void finite(double value, String option) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(option + " must be a finite number, not " + value);
        }
    }
}
