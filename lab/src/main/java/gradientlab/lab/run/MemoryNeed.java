package gradientlab.lab.run;

import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import gradientlab.model.WeightDistribution;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The least memory that a plan needs, in bytes. What is trained may need more: this is to refuse what cannot work, with its
 * figure, before a network is built.
 *
 * @param heap of the JVM's heap: what is measured of the network, the steps that are recorded, and the layers as objects
 * @param machine outside the heap: parameters, gradients and the updater's state
 * @param largest weights of the largest layer, which one array has to hold
 */
public record MemoryNeed(double heap, double machine, double largest) {

    private static final double FLOAT = Float.BYTES;

    /** A hidden layer takes at least 8 kB in DL4J (measured), and as much the 20 histograms of its two snapshots. */
    private static final double LAYER = 16e3;

    /** A recorded step: its record and map; for each weight matrix an entry and its number. */
    private static final double STEP = 150;

    private static final double RATIO = 56;

    /** Activation and δ of every unit and example that is looked at. */
    private static final double VALUES_PER_UNIT = 2;

    /** The settings that memory grows with. */
    private static final List<Setting> GROWING = List.of(
            Setting.WIDTH,
            Setting.DEPTH,
            Setting.BATCH_SIZE,
            Setting.EPOCHS,
            Setting.BATCHES_PER_EPOCH,
            Setting.REPEAT);

    /** @param examples of the training set */
    static MemoryNeed of(TrainingPlan plan, int examples) {
        MlpSpec spec = plan.spec();
        double parameters = 0;
        double largest = 0;
        double units = 0;
        int fanIn = spec.inputs();
        for (int size : spec.hidden()) {
            largest = Math.max(largest, (double) fanIn * size);
            parameters += (double) fanIn * size + size * (spec.normalisation() == Normalisation.NONE ? 1.0 : 5.0);
            units += size;
            fanIn = size;
        }
        parameters += (double) fanIn * spec.classes() + spec.classes();
        double perEpoch = Math.min(plan.batchesPerEpoch(), Math.ceil((double) examples / plan.batchSize()));
        double steps = plan.epochs() * perEpoch * plan.repeat();
        double looked = Math.max(plan.batchSize(), Math.min(examples, Trainer.INSIDE_EXAMPLES));
        double heap = 2 * FLOAT * parameters
                + VALUES_PER_UNIT * FLOAT * units * looked
                + LAYER * spec.hidden().size()
                + steps * (STEP + RATIO * (spec.hidden().size() + 1))
                + drawn(spec, largest);
        return new MemoryNeed(heap, FLOAT * parameters * (1 + plan.repeat() + state(spec.optimiser())), largest);
    }

    /** Orthogonal vectors are made in double before they are copied. */
    private static double drawn(MlpSpec spec, double largest) {
        boolean orthogonal = spec.initialisation().hiddenWeights().distribution() == WeightDistribution.ORTHOGONAL;
        return largest * (orthogonal ? FLOAT + Double.BYTES : FLOAT);
    }

    private static double state(Optimiser optimiser) {
        return switch (optimiser) {
            case SGD -> 0;
            case NESTEROV, RMSPROP -> 1;
            case ADAM -> 2;
        };
    }

    /**
     * Throws {@link SettingException} if a plan needs more than there is; it names the setting to lower.
     *
     * @param examples of the training set
     */
    public static void require(TrainingPlan plan, int examples) {
        require(plan, examples, Memory.here());
    }

    static void require(TrainingPlan plan, int examples, Memory memory) {
        MemoryNeed need = of(plan, examples);
        String rule = need.brokenRule(memory);
        if (!rule.isEmpty()) {
            Setting setting = toLower(plan, examples, memory);
            throw new SettingException(setting.key(), " must be lower than " + setting.of(plan) + ": " + rule);
        }
    }

    private String brokenRule(Memory memory) {
        if (largest > Integer.MAX_VALUE) {
            return String.format(
                    java.util.Locale.ROOT,
                    "one layer would have %.3g weights, and an array holds %d",
                    largest,
                    Integer.MAX_VALUE);
        }
        if (machine > memory.machine()) {
            return "parameters, gradients and the updater's state need at least " + Memory.text(machine)
                    + ", and this machine has " + Memory.text(memory.machine());
        }
        return heap > memory.heap()
                ? "the training needs at least " + Memory.text(heap) + " of heap, and this JVM has "
                        + Memory.text(memory.heap()) + " (java -Xmx gives it more)"
                : "";
    }

    /** The setting without which the plan would need least, of those beyond the lecture's. */
    private static Setting toLower(TrainingPlan plan, int examples, Memory memory) {
        return GROWING.stream()
                .filter(setting -> (Integer) setting.of(plan) > (Integer) setting.of(TrainingPlan.LECTURE))
                .min(Comparator.comparingDouble(
                        setting -> of(lowered(plan, setting), examples).share(memory)))
                .orElse(Setting.WIDTH);
    }

    private double share(Memory memory) {
        return Stream.of(heap / memory.heap(), machine / memory.machine(), largest / Integer.MAX_VALUE)
                .max(Double::compare)
                .orElseThrow();
    }

    private static TrainingPlan lowered(TrainingPlan plan, Setting setting) {
        Object lecture = setting.of(TrainingPlan.LECTURE);
        return switch (setting) {
            case WIDTH -> plan.with(b -> b.hidden(plan.spec().hidden().size(), (Integer) lecture));
            case DEPTH ->
                plan.with(b -> b.hidden((Integer) lecture, plan.spec().hidden().get(0)));
            case EPOCHS -> plan.lasting((Integer) lecture, plan.batchesPerEpoch());
            case BATCHES_PER_EPOCH -> plan.lasting(plan.epochs(), (Integer) lecture);
            case REPEAT -> plan.repeated((Integer) lecture);
            default ->
                new TrainingPlan(
                        plan.spec(),
                        (Integer) lecture,
                        plan.epochs(),
                        plan.batchesPerEpoch(),
                        plan.repeat(),
                        plan.data());
        };
    }
}
